"""A case under review: what the screen and the command line both stand on."""
