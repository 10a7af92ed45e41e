"""What dialogs list to choose from: entries beside their signs, the current one with a bar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style as RichStyle
from textual.strip import Strip
from textual.visual import RenderOptions, Visual
from textual.widgets import OptionList

if TYPE_CHECKING:
    from textual.content import Content
    from textual.css.styles import RulesMap
    from textual.style import Style

    from workbench.tui.app import WorkbenchApp


class Hanging(Visual):
    """A sign, and words beside it that stay beside it however many rows they take."""

    def __init__(self, sign: Content, words: Content) -> None:
        """Put words beside a sign.

        Args:
            sign: Of one row.
            words: Of any number of rows.
        """
        self._sign = sign
        self._words = words

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """What it takes unwrapped, in cells."""
        cells = self._sign.cell_length
        return cells + self._words.get_optimal_width(rules, container_width - cells)

    def get_height(self, rules: RulesMap, width: int) -> int:
        """As many rows as the words need."""
        return self._words.get_height(rules, self._room(width))

    def render_strips(
        self, width: int, height: int | None, style: Style, options: RenderOptions
    ) -> list[Strip]:
        """The rows, the sign before the first."""
        cells = width - self._room(width)
        sign = self._sign.render_strips(cells, 1, style, options)[0]
        blank = Strip.blank(cells, style.rich_style)
        words = self._words.render_strips(self._room(width), height, style, options)
        return [Strip.join([blank if row else sign, strip]) for row, strip in enumerate(words)]

    def _room(self, width: int) -> int:
        return max(1, width - self._sign.cell_length)


class Offers(OptionList):
    """Entries whose signs begin with a blank cell, where the bar stands that marks the current."""

    app: WorkbenchApp

    def render_line(self, y: int) -> Strip:
        """A row; colour alone does not tell which entry is the current one."""
        strip = super().render_line(y)
        row = self.scroll_offset.y + y
        if row >= len(self._lines) or self._lines[row][0] != self.highlighted:
            return strip
        ground = next((s.style.bgcolor for s in strip if s.style and s.style.bgcolor), None)
        bar = Segment("▌", RichStyle(color=self.app.palette.accent.color, bgcolor=ground))
        return Strip.join([Strip([bar], 1), strip.crop(1)])
