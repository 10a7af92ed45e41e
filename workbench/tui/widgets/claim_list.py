"""The list of claims, two rows each, drawn line by line: thousands cost what a screenful does."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from workbench.tui.paint import Run, cut, spread, strip_of
from workbench.tui.wording import GLYPH_WORDS, articles_text, glyph_of, verdicts_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.style import Style
    from textual import events

    from workbench.review.model import Claim
    from workbench.tui.palette import Palette
    from workbench.tui.wording import Glyph

_ROWS = 2
"""Rows a claim."""
_HEAD = 2
"""Rows above the first claim: the filter and a blank."""


class ClaimList(ScrollView, can_focus=False):
    """The claims that the filter lets through."""

    DEFAULT_CSS = """
    ClaimList {
        overflow-x: hidden;
        overflow-y: auto;
        scrollbar-size-vertical: 1;
        scrollbar-color: $foreground 16%;
        scrollbar-background: $surface;
        scrollbar-background-hover: $surface;
        scrollbar-background-active: $surface;
        background: $surface;
    }
    """

    @dataclass
    class Chosen(Message):
        """A claim was clicked.

        Attributes:
            claim_id: Which.
        """

        claim_id: str

    def __init__(self, palette: Palette) -> None:
        super().__init__()
        self._palette = palette
        self._claims: Sequence[Claim] = ()
        self._current = -1
        self._heading = ""
        self._shared_end = 0

    def show(self, claims: Sequence[Claim], current: int, heading: str, palette: Palette) -> None:
        """Show some claims.

        Args:
            claims: In the order of the list.
            current: The place of the current claim among them, -1 if there is none.
            heading: The filter in words.
            palette: The colours.
        """
        before, shown = self._current, (self._claims, self._heading, self._palette)
        self._claims, self._heading, self._palette = claims, heading, palette
        self._current = current
        if shown != (claims, heading, palette):
            self.virtual_size = Size(self.size.width, _HEAD + _ROWS * len(claims))
            self.refresh()
        else:
            for index in {before, self._current}:
                self.refresh_lines(_HEAD + index * _ROWS, _ROWS)
        self._reveal()

    def on_resize(self) -> None:
        """Keep the current claim in view."""
        self.virtual_size = Size(self.size.width, _HEAD + _ROWS * len(self._claims))
        self._reveal()

    def on_click(self, event: events.Click) -> None:
        """Tell which claim was clicked."""
        index = (event.y + self.scroll_offset.y - _HEAD) // _ROWS
        if 0 <= index < len(self._claims):
            self.post_message(self.Chosen(self._claims[index].id))

    def render_line(self, y: int) -> Strip:
        """One row of the list."""
        palette = self._palette
        width = self.scrollable_content_region.width
        row = y + self.scroll_offset.y
        if row == 0:
            left = [(" CLAIMS ", palette.side_strong), (f" {self._heading}", palette.side_muted)]
            count = str(len(self._claims))
            return spread(left, [(f"{count} ", palette.side_muted)], width, palette.side)
        index, part = divmod(row - _HEAD, _ROWS)
        if row < _HEAD or index >= len(self._claims):
            return Strip.blank(width, palette.side)
        claim = self._claims[index]
        is_current = index == self._current
        ground = palette.selected if is_current else palette.side
        if part == 0:
            words = cut(self._wording(claim, is_current, ground), width - 1)
            return strip_of(words, width, ground)
        quiet = palette.selected_muted if is_current else palette.side_muted
        return strip_of(self._standing(claim, is_current, quiet), width, ground)

    def _wording(self, claim: Claim, is_current: bool, ground: Style) -> list[Run]:
        palette = self._palette
        on = _ground(ground)
        number = palette.hue(claim.number) if claim.is_shared else palette.side_muted
        bar = ("▌", palette.accent + on) if is_current else (" ", ground)
        glyph = glyph_of(claim)
        text = ground if is_current else palette.side
        return [
            bar,
            (f"{claim.number:>2} ", (palette.accent if is_current else number) + on),
            (f"{glyph.value} ", glyph_style(glyph, palette) + on),
            (claim.text, text),
        ]

    def _standing(self, claim: Claim, is_current: bool, quiet: Style) -> list[Run]:
        palette = self._palette
        on = _ground(quiet)
        bar = ("▌", palette.accent + on) if is_current else (" ", quiet)
        runs: list[Run] = [bar, ("     ", quiet), (articles_text(claim), quiet)]
        verdicts = verdicts_text(claim)
        if verdicts:
            style = palette.conflict if claim.is_disputed else palette.good
            runs.append((f"  {verdicts}", style + on))
        if claim.evidence:
            runs.append((f"  +{len(claim.evidence)} evidence", quiet))
        if claim.lost:
            runs.append(("  text changed", palette.differs + on))
        word = GLYPH_WORDS[glyph_of(claim)]
        if word and not verdicts:
            runs.append((f"  {word}", quiet))
        return runs

    def _reveal(self) -> None:
        height = self.scrollable_content_region.height
        if self._current < 0 or not height:
            return
        top = _HEAD + self._current * _ROWS
        if self._current == 0:
            self.scroll_to(y=0, animate=False)
        elif top < self.scroll_offset.y + _ROWS:
            self.scroll_to(y=top - _ROWS, animate=False)
        elif top + 2 * _ROWS > self.scroll_offset.y + height:
            self.scroll_to(y=top + 2 * _ROWS - height, animate=False)


def glyph_style(glyph: Glyph, palette: Palette) -> Style:
    """The colour of a claim's glyph: red and orange for conflicts alone."""
    return {
        "CONFLICT": palette.conflict,
        "DISPUTED": palette.conflict,
        "DIFFERS": palette.differs,
        "REVIEWED": palette.good,
    }.get(glyph.name, palette.side_muted)


def _ground(style: Style) -> Style:
    return style.background_style
