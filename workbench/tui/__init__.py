"""The terminal app: the only layer that knows Textual."""
