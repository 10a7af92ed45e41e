"""The head of a column: the article's letter and title, and a rule: heavy where the keys act."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.tui.paint import Run, cells_of, clickable, cut, offering, spread, strip_of

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
        source: The file and its encoding, safe to show; stands in the rule.
        is_active: Whether the keys act on this column.
        more: How many of the articles are shown, where it is not all of them, in pieces that can be
            clicked; the title gives way.
    """

    letter: str = ""
    title: str = ""
    note: str = ""
    source: str = ""
    is_active: bool = False
    more: tuple[tuple[str, str], ...] = ()


def paint_head(head: Head, row: int, width: int, margin: int, palette: Palette) -> Strip:
    """A row of a head: the title, or the rule under it.

    Args:
        head: What it shows.
        row: Which.
        width: Cells.
        margin: Cells left and right of the text below it.
        palette: The colours.
    """
    blank: Run = (" " * margin, palette.text)
    if row:
        rule = "━" if head.is_active else "─"
        style = palette.accent if head.is_active else palette.faint
        source = cut([(head.source, palette.muted)], width - 2 * margin - 6)
        left = width - cells_of(source) - margin - (3 if source else 0)
        if not source:
            return strip_of([(rule * width, style)], width, palette.text)
        runs: list[Run] = [(rule * left, style), (" ", palette.text), *source, (" ", palette.text)]
        return strip_of([*runs, (rule * (width - cells_of(runs)), style)], width, palette.text)
    left_runs: list[Run] = [
        blank,
        (f" {head.letter} ", palette.letter_active if head.is_active else palette.letter),
        (" ", palette.text),
        (head.title, palette.heading),
    ]
    note: Run = (f" {head.note} " if head.note else "", palette.muted)
    right = clickable([note], "list_only('shared')")
    if head.more:
        right = [(" ", palette.muted), *offering(head.more, palette.muted), (" ", palette.muted)]
    right.append(blank)
    if cells_of([*left_runs, *right]) > width and not head.more:
        right = [(" ", palette.text)]
    return spread(left_runs, right, width, palette.text)
