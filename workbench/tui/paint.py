"""Painting lines: runs of styled text to strips of an exact width.

A run is a piece of text with its style. Text must be clean (`workbench.text.cleaning`) before it
comes here; nothing here reads markup.
"""

from __future__ import annotations

import itertools
from functools import lru_cache
from typing import TYPE_CHECKING

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from workbench.text.wrapping import wrap

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Run = tuple[str, Style]
_MORE = " …"
"""At the end of a line after which something is left out."""


class Row(Strip):
    """A strip that leaves nothing behind when it is no longer shown.

    Textual's remembers how it was divided, and so itself where it was not: a circle that only the
    garbage collector takes away. A press of a key made hundreds of kilobytes of them.
    """

    __slots__ = ()

    def divide(self, cuts: Iterable[int]) -> Sequence[Strip]:
        """The row cut at some cells; as it is where its end is the only one."""
        within = [cut for cut in cuts if cut <= self.cell_length]
        return [self] if within == [self.cell_length] else super().divide(within)


def clickable(runs: Iterable[Run], action: str) -> list[Run]:
    """Runs that do an action of the screen when they are clicked, where `Drawn` paints them."""
    return [(text, _doing(style, action)) for text, style in runs]


@lru_cache(maxsize=512)
def _doing(style: Style, action: str) -> Style:
    """A style with an action in it; Rich pickles it each time that one is made."""
    return style + Style(meta={"do": action})


def offering(pieces: Iterable[tuple[str, str]], style: Style) -> list[Run]:
    """Runs of a sentence of which parts can be clicked.

    Args:
        pieces: From `Keymap.pieces`.
        style: Of all of it.
    """
    return [
        (text, _doing(style, f"do('{action}')") if action else style) for text, action in pieces
    ]


def cells_of(runs: Iterable[Run]) -> int:
    """How many cells some runs take."""
    return sum(cell_len(text) for text, _ in runs)


def cut(runs: Iterable[Run], width: int) -> list[Run]:
    """What of some runs fits into `width` cells, with an ellipsis where something is left out."""
    kept: list[Run] = []
    left = width
    for text, style in runs:
        cells = cell_len(text)
        if cells > left:
            if left > 0:
                kept.append((set_cell_size(text, left - 1) + "…", style))
            elif kept:
                last, last_style = kept[-1]
                kept[-1] = (set_cell_size(last, cell_len(last) - 1) + "…", last_style)
            break
        if cells:
            kept.append((text, style))
            left -= cells
    return kept


def strip_of(runs: Iterable[Run], width: int, ground: Style) -> Strip:
    """One line exactly `width` cells wide: cut with an ellipsis, or filled with the ground."""
    return Row(segments_of(runs, width, ground), width)


def segments_of(runs: Iterable[Run], width: int, ground: Style) -> list[Segment]:
    """What `strip_of` is made of, for lines of which it is a part."""
    kept = cut(runs, width)
    left = width - cells_of(kept)
    segments = [Segment(text, style) for text, style in kept]
    if left:
        segments.append(Segment(" " * left, ground))
    return segments


def spread(left: Sequence[Run], right: Sequence[Run], width: int, ground: Style) -> Strip:
    """A line with `right` at its right end; `left` gives way where both do not fit."""
    at_right = min(cells_of(right), width)
    segments = segments_of(left, width - at_right, ground)
    return Row([*segments, *segments_of(right, at_right, ground)], width)


def flow(
    runs: Sequence[Run], width: int, ground: Style, *, indent: int = 0, most: int = 0
) -> list[list[Run]]:
    """Wrap runs into lines of at most `width` cells.

    Args:
        runs: The text; blanks at line ends are dropped.
        width: Cells a line, the indent included.
        ground: Style of the indent and of an ellipsis.
        indent: Blank cells before every line but the first.
        most: If not 0, at most so many lines, the last one ending in an ellipsis.
    """
    text = "".join(piece for piece, _ in runs)
    starts = wrap(text, 0, len(text), max(1, width))
    if indent and len(starts) > 1:
        starts = starts[:1] + wrap(text, starts[1], len(text), max(1, width - indent))
    lines: list[list[Run]] = []
    for number, start in enumerate(starts):
        end = starts[number + 1] if number + 1 < len(starts) else len(text)
        last = bool(most) and number + 1 == most and end < len(text)
        if last:
            room = max(1, width - (indent if number else 0) - len(_MORE))
            end = [*wrap(text, start, end, room), end][1]
        line = cut_runs(runs, start, start + len(text[start:end].rstrip()))
        if last:
            line.append((_MORE, ground))
        if number and indent:
            line.insert(0, (" " * indent, ground))
        lines.append(line)
        if last:
            break
    return lines


def cut_runs(runs: Sequence[Run], start: int, end: int) -> list[Run]:
    """The part of some runs between two offsets, in code points of their joined text."""
    cut: list[Run] = []
    position = 0
    for text, style in runs:
        after = position + len(text)
        if after > start and position < end:
            cut.append((text[max(0, start - position) : end - position], style))
        position = after
        if position >= end:
            break
    return cut


def overlay(
    text: str, base: Style, spans: Iterable[tuple[int, int, Style]], start: int = 0
) -> list[Run]:
    """Runs of `text` with styles laid over parts of it; later spans lie above earlier ones.

    Args:
        text: What is painted.
        base: Its style where no span lies.
        spans: Start, end and style, in the same offsets as `start`.
        start: The offset of the first character of `text`.
    """
    end = start + len(text)
    clipped = [
        (max(s, start), min(e, end), style) for s, e, style in spans if s < end and e > start
    ]
    if not clipped:
        return [(text, base)]
    edges = sorted({start, end, *(s for s, _, _ in clipped), *(e for _, e, _ in clipped)})
    runs: list[Run] = []
    for left, right in itertools.pairwise(edges):
        style = base
        for s, e, above in clipped:
            if s <= left and e >= right:
                style = style + above
        runs.append((text[left - start : right - start], style))
    return runs


def laid_over(runs: Sequence[Run], at: int, label: str, style: Style) -> list[Run]:
    """Runs with a label in the place of as many characters, in as many cells as they take.

    Args:
        runs: A row.
        at: Where the label begins, in code points of the row.
        label: Characters of one cell each.
        style: Of the label.
    """
    covered = cells_of(cut_runs(runs, at, at + len(label)))
    length = sum(len(text) for text, _ in runs)
    return [
        *cut_runs(runs, 0, at),
        (set_cell_size(label, max(covered, len(label))), style),
        *cut_runs(runs, at + len(label), length),
    ]
