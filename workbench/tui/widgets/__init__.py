"""The parts of the main screen, each drawn line by line (Textual's Line API)."""
