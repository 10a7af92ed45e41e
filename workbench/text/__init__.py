"""From a source file's bytes to an article: decoded, cleaned 1:1, split into sentences."""
