"""Themes: which there are, and the colours that all is painted with in the one in use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import App
from textual.filter import ANSIToTruecolor

from workbench.tui.palette import (
    OWN_THEMES,
    WORKBENCH_DARK,
    WORKBENCH_LIGHT,
    Palette,
    css_variables,
    palette_of,
)
from workbench.tui.safety import SafeText

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.filter import LineFilter


class ThemedApp(App[int]):
    """An app with themes of its own, whose screens paint themselves.

    Attributes:
        palette: The styles of the theme in use. When it changes, `theme_changed_signal` tells the
            screens.
    """

    palette: Palette

    def __init__(self) -> None:
        super().__init__()
        for own in OWN_THEMES:
            self.register_theme(own)
        self._safe_text = SafeText()
        self.wear("")

    def wear(self, theme: str) -> None:
        """Use a theme, or the usual one if there is none of this name."""
        self.theme = theme if theme in self.available_themes else WORKBENCH_DARK.name

    def watch_theme(self) -> None:
        """Have the styles of the theme at hand before anything is painted in it."""
        self.palette = palette_of(self.current_theme)

    def toggle_theme(self) -> None:
        """Change between dark and light."""
        dark = self.current_theme.dark
        self.theme = WORKBENCH_LIGHT.name if dark else WORKBENCH_DARK.name

    def get_css_variables(self) -> dict[str, str]:
        """Textual's colours, but those of text readable on their grounds."""
        return {**super().get_css_variables(), **css_variables(self.current_theme)}

    def get_line_filters(self) -> Sequence[LineFilter]:
        """What every line goes through before it is written: colours as wanted, and made safe.

        Textual's mapping of the terminal's sixteen colours to true colour is left out: it costs a
        fifth of every repaint, and nothing here paints with those colours unless the theme is one
        of theirs, where Textual leaves it out too.
        """
        filters = super().get_line_filters()
        return [self._safe_text, *(f for f in filters if not isinstance(f, ANSIToTruecolor))]
