"""The dialogs over the main screen, one module and one stylesheet each."""
