"""The head of a column: the article's letter and title, and a rule: heavy where the keys act."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.tui.paint import Run, cells_of, spread, strip_of

if TYPE_CHECKING:
    from textual.strip import Strip

    from workbench.tui.palette import Palette

ROWS = 2
"""Rows that a head takes."""


@dataclass(frozen=True, slots=True)
class Head:
    """What a head shows.

    Attributes:
        letter: The article's letter.
        title: Safe to show.
        note: A few quiet words at the right, left out where the title needs the room.
        is_active: Whether the keys act on this column.
    """

    letter: str = ""
    title: str = ""
    note: str = ""
    is_active: bool = False


def paint_head(head: Head, row: int, width: int, palette: Palette) -> Strip:
    """A row of a head, `width` cells wide: the title, or the rule under it."""
    if row:
        rule = "━" if head.is_active else "─"
        style = palette.accent if head.is_active else palette.faint
        return strip_of([(rule * width, style)], width, palette.text)
    left: list[Run] = [
        (f" {head.letter} ", palette.letter_active if head.is_active else palette.letter),
        (" ", palette.text),
        (head.title, palette.heading),
    ]
    right: list[Run] = [(f" {head.note} ", palette.muted)]
    if cells_of([*left, *right]) > width:
        right = [(" ", palette.text)]
    return spread(left, right, width, palette.text)
