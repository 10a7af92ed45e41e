"""Earlier checks, from cases and feeds, and the search that finds them again."""
