"""From sentences to scored matches, their relation, and claims."""
