"""How one row of an article looks: its manner, the claims lit in it, the cursor, what was found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style

from workbench.tui.article_layout import Manner
from workbench.tui.paint import Run, laid_over, overlay, segments_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from workbench.tui.article_layout import ArticleLayout, Placed
    from workbench.tui.palette import Palette
    from workbench.tui.widgets.column_map import Spot

GUTTER = 2
"""Cells left of the text: the bar beside the current claim, and the mark of the cursor."""
_BOLD = Style(bold=True)
_UNDERLINE = Style(underline=True)


@dataclass(frozen=True, slots=True)
class Span:
    """A part of an article, in code points, end exclusive."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Focus:
    """What is current in one article.

    Attributes:
        number: The current claim's number, 0 for none.
        lit: Words that tell the articles apart.
        conflicts: Words that contradict another article.
        cursor: The sentence that the keys act on, or None where another column has it.
        marked: Words that are being marked by hand.
    """

    number: int = 0
    lit: tuple[Span, ...] = ()
    conflicts: tuple[Span, ...] = ()
    cursor: int | None = None
    marked: Span | None = None


@dataclass(frozen=True, slots=True)
class Look:
    """What the rows of an article show.

    Attributes:
        palette: The colours.
        focus: What is current.
        kinds: The numbers of the claims to light up, with what each is.
        hits: What a search found.
        labels: Labels to jump by, by display offset.
        margin: Blank cells left of the gutter.
    """

    palette: Palette
    focus: Focus
    kinds: Mapping[int, Spot]
    hits: tuple[Span, ...]
    labels: Mapping[int, str]
    margin: int


def paint_row(layout: ArticleLayout, row: int, width: int, look: Look) -> list[Segment]:
    """A row of an article, `width` cells wide."""
    palette, focus = look.palette, look.focus
    if row >= layout.rows or layout.row_starts[row] == layout.row_ends[row]:
        return [Segment(" " * width, palette.text)]
    start, end = layout.row_starts[row], layout.row_ends[row]
    manner = layout.manner(row)
    spans: list[tuple[int, int, Style]] = []
    cursor = _cursor_span(layout, focus.cursor)
    has_cursor = cursor is not None and cursor[0] < end and cursor[1] > start
    if cursor is not None and has_cursor:
        spans.append((*cursor, palette.cursor))
    bar = " "
    text = layout.display[start:end]
    # The current claim last, so that nothing lies over it.
    for placed in sorted(layout.placed_in(start, end), key=lambda p: p.number == focus.number):
        if placed.number == focus.number:
            bar = "▌"
            spans.append((placed.start, placed.words, palette.chip))
            spans.append((placed.words, placed.end, palette.current))
            text = _in_full_digits(text, placed, start)
        elif placed.number in look.kinds:
            hue = palette.hue(placed.number)
            spans.append((placed.start, placed.words, hue + _BOLD))
            spans.append((placed.words, placed.end, hue + _UNDERLINE))
        else:
            spans.append((placed.start, placed.words, palette.muted))
    for where, style in (
        (focus.lit, palette.current_lit),
        (focus.conflicts, palette.current_conflict),
        (look.hits, palette.hit),
        ((focus.marked,) if focus.marked else (), palette.chip + _UNDERLINE),
    ):
        spans.extend(
            (layout.to_display(span.start), layout.to_display(span.end), style) for span in where
        )
    lead: list[Run] = [
        (" " * look.margin, palette.text),
        (bar + ("›" if has_cursor else " "), palette.accent),
        ("│ " if manner is Manner.QUOTATION else " " * manner.indent, palette.faint),
    ]
    runs = overlay(text, _base(manner, palette), spans, start)
    for at, label in look.labels.items():
        if start <= at < end:
            runs = laid_over(runs, at - start, label, palette.chip)
    return segments_of([*lead, *runs], width, palette.text)


def _cursor_span(layout: ArticleLayout, cursor: int | None) -> tuple[int, int] | None:
    """The sentence under the cursor, as display offsets."""
    if cursor is None:
        return None
    sentence = layout.article.sentences[cursor]
    return layout.to_display(sentence.start), layout.to_display(sentence.end)


def _base(manner: Manner, palette: Palette) -> Style:
    match manner:
        case Manner.HEADING:
            return palette.heading
        case Manner.CAPTION | Manner.PRELUDE:
            return palette.muted
        case _:
            return palette.text


def _in_full_digits(text: str, placed: Placed, start: int) -> str:
    """The current claim's number in full digits: the eye goes there first."""
    at = placed.start - start
    if at < 0:
        return text
    number = str(placed.number)
    return text[:at] + number + text[at + len(number) :]
