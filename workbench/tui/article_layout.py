"""An article laid out for one column: rows of text, with a number before each claim's sentence.

Prose wraps, and the claims' numbers stand in the text, so what is on the screen is a *display text*
with its own offsets. This module owns the conversion between the two: offsets in the article (code
points of the decoded file) to offsets in the display text and back, and display offsets to rows.
It knows nothing of Textual.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from enum import Enum
from itertools import accumulate, chain
from typing import TYPE_CHECKING, NamedTuple

from workbench.text.article import Article, BlockKind
from workbench.text.wrapping import wrap

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_SUPERSCRIPT_DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_SUPERSCRIPT = str.maketrans("0123456789", _SUPERSCRIPT_DIGITS)

_CLOSED_BY = {"“": "”", "„": "“", "«": "»", '"': '"'}
"""Quotation marks; not the single ones, which are apostrophes too."""

PRELUDE = -2
"""Block index of the rows above the text that tell who published it and when."""
BLANK = -1
"""Block index of a blank row."""
_KEPT = 9
"""Layouts that are kept: three pages of three columns."""


class Manner(Enum):
    """How a block is set, so that a reader sees what it is; the value is its indent in cells."""

    TEXT = "text", 0
    HEADING = "heading", 0
    QUOTATION = "quotation", 2
    CAPTION = "caption", 2
    PRELUDE = "prelude", 0

    @property
    def indent(self) -> int:
        """Blank cells before each of its rows."""
        return self.value[1]


class Mark(NamedTuple):
    """A claim's appearance in this article: where it is and the number before it.

    Attributes:
        start: Code points of the article.
        end: End exclusive.
        number: The claim's number on the screen.
    """

    start: int
    end: int
    number: int


class Placed(NamedTuple):
    """A mark in the display text: the number from `start` to `words`, the words to `end`."""

    start: int
    words: int
    end: int
    number: int


class ArticleLayout:
    """The rows of one article at one width.

    Attributes:
        article: What is laid out.
        width: Cells a row.
        display: The display text.
        row_starts: First display offset of each row.
        row_ends: One past the last, trailing blanks not counted.
        row_blocks: Index of the article's block, `BLANK` or `PRELUDE`.
    """

    def __init__(self, article: Article, width: int, marks: Iterable[Mark]) -> None:
        """Lay an article out.

        Args:
            article: What to lay out.
            width: Cells a row, at least 1.
            marks: The appearances to number, in any order.
        """
        self.article = article
        self.width = max(1, width)
        self.row_starts = array("I")
        self.row_ends = array("I")
        self.row_blocks = array("i")
        self._from = array("I")
        """Article offset of each piece copied from the article."""
        self._to = array("I")
        """Its display offset."""
        self._manners: dict[int, Manner] = {PRELUDE: Manner.PRELUDE}
        """Of the blocks that are no plain text."""
        # Marks are kept as columns of numbers: a large case has fifteen thousand of them.
        self._starts, self._words = array("I"), array("I")
        self._ends, self._numbers = array("I"), array("I")
        shown: list[Mark] = []
        blocks = self._compose(sorted(marks), shown)
        self._break_rows(blocks)
        for mark in shown:
            self._words.append(self.to_display(mark.start))
            self._ends.append(self.to_display(mark.end))
            self._numbers.append(mark.number)
        self._furthest = array("I", accumulate(self._ends, max))
        """How far the marks reach up to each."""
        self._by_number = array("I", sorted(range(len(shown)), key=self._numbers.__getitem__))

    @property
    def placed(self) -> Iterator[Placed]:
        """The marks in the display text, by start."""
        columns = (self._starts, self._words, self._ends, self._numbers)
        return map(Placed, *columns)

    @property
    def rows(self) -> int:
        """How many rows there are."""
        return len(self.row_starts)

    def to_display(self, offset: int) -> int:
        """The display offset of an article's character; of the next shown one if it is hidden."""
        piece = bisect_right(self._from, offset) - 1
        if piece < 0:
            return self._to[0] if self._to else 0
        limit = self._to[piece + 1] if piece + 1 < len(self._to) else len(self.display)
        return min(self._to[piece] + offset - self._from[piece], limit)

    def to_article(self, display_offset: int) -> int:
        """The article offset of a character of the display text (numbers: of what follows)."""
        piece = bisect_right(self._to, display_offset) - 1
        if piece < 0:
            return self._from[0] if self._from else 0
        limit = self._from[piece + 1] if piece + 1 < len(self._from) else len(self.article.text)
        return min(self._from[piece] + display_offset - self._to[piece], limit)

    def row_of(self, display_offset: int) -> int:
        """The row that a display offset stands in."""
        return max(0, bisect_right(self.row_starts, display_offset) - 1)

    def manner(self, row: int) -> Manner:
        """How a row is set."""
        return self._manners.get(self.row_blocks[row], Manner.TEXT)

    def row_text(self, row: int) -> str:
        """What stands in a row."""
        return self.display[self.row_starts[row] : self.row_ends[row]]

    def placed_of(self, number: int) -> Sequence[Placed]:
        """The marks that bear a number."""
        places, number_at = self._by_number, self._numbers.__getitem__
        first = bisect_left(places, number, key=number_at)
        after = bisect_right(places, number, key=number_at)
        return [self._placed(at) for at in places[first:after]]

    def placed_in(self, start: int, end: int) -> Iterable[Placed]:
        """The marks that touch a stretch of the display text."""
        index = bisect_right(self._furthest, start)
        while index < len(self._starts) and self._starts[index] < end:
            if self._ends[index] > start:
                yield self._placed(index)
            index += 1

    def sentence_at(self, row: int) -> int | None:
        """The sentence that a row shows most of at its start; None where it shows none."""
        if not 0 <= row < self.rows or self.row_blocks[row] < 0:
            return None
        return self.sentence_of(self.row_starts[row])

    def sentence_of(self, display_offset: int) -> int | None:
        """The sentence that a display offset stands in, or the one that begins next after it."""
        offset = self.to_article(display_offset)
        sentences = self.article.sentences
        index = bisect_right(sentences, offset, key=lambda sentence: sentence.end)
        return index if index < len(sentences) else None

    def _compose(self, marks: Sequence[Mark], shown: list[Mark]) -> list[tuple[int, int, int]]:
        """Build the display text.

        Args:
            marks: In order.
            shown: Gets those that stand in a block; their numbers' places are noted.

        Returns:
            Block index, display start and end of each block.
        """
        pieces: list[str] = []
        length = 0
        blocks: list[tuple[int, int, int]] = []

        def add(text: str) -> None:
            nonlocal length
            pieces.append(text)
            length += len(text)

        prelude = _prelude(self.article)
        if prelude:
            add(prelude)
            blocks.append((PRELUDE, 0, length))
            add("\n")
        text = self.article.text
        starts = [mark.start for mark in marks]
        for index, block in enumerate(self.article.blocks):
            begin = length
            cursor = block.start
            for at in range(bisect_left(starts, block.start), bisect_left(starts, block.end)):
                mark = marks[at]
                if mark.start > cursor:
                    self._copy(cursor, length)
                    add(text[cursor : mark.start].replace("\n", " "))
                shown.append(mark)
                self._starts.append(length)
                add(superscript(mark.number))
                cursor = mark.start
                self._copy(cursor, length)
            self._copy(cursor, length)
            add(text[cursor : block.end].replace("\n", " "))
            blocks.append((index, begin, length))
            add("\n")
        self.display = "".join(pieces)
        return blocks

    def _copy(self, offset: int, display_offset: int) -> None:
        if self._from and self._from[-1] == offset:
            self._to[-1] = display_offset
            return
        self._from.append(offset)
        self._to.append(display_offset)

    def _break_rows(self, blocks: list[tuple[int, int, int]]) -> None:
        previous: BlockKind | None = None
        for index, start, end in blocks:
            kind = self.article.blocks[index].kind if index >= 0 else None
            if self.row_starts and not (previous == kind == BlockKind.FURNITURE):
                self._add_row(start, start, BLANK)
            previous = kind
            manner = self._manner(index, start, end)
            if manner is not Manner.TEXT:
                self._manners[index] = manner
            lines = wrap(self.display, start, end, max(1, self.width - manner.indent))
            for number, line in enumerate(lines):
                stop = lines[number + 1] if number + 1 < len(lines) else end
                shown = len(self.display[line:stop].rstrip())
                self._add_row(line, line + shown, index)

    def _manner(self, block: int, start: int, end: int) -> Manner:
        if block == PRELUDE:
            return Manner.PRELUDE
        kind = self.article.blocks[block].kind
        if kind is BlockKind.HEADING:
            return Manner.HEADING
        if kind is BlockKind.FURNITURE:
            return Manner.CAPTION
        text = self.display
        first = start
        while first < end and text[first] in _SUPERSCRIPT_DIGITS:
            first += 1
        closing = _CLOSED_BY.get(text[first : first + 1])
        if closing is None:
            return Manner.TEXT
        # All of it is quoted: "We waited," she said. "Nobody came." tells who said so, and is not.
        closed = text.find(closing, first + 1, end)
        return Manner.QUOTATION if closed < 0 or closed >= end - 2 else Manner.TEXT

    def _add_row(self, start: int, end: int, block: int) -> None:
        self.row_starts.append(start)
        self.row_ends.append(end)
        self.row_blocks.append(block)

    def _placed(self, at: int) -> Placed:
        return Placed(self._starts[at], self._words[at], self._ends[at], self._numbers[at])


class Layouts:
    """The layouts of the articles shown last: turning back a page lays out nothing again."""

    def __init__(self) -> None:
        self._kept: dict[str, tuple[ArticleLayout, array[int]]] = {}
        """With their marks, packed; the latest last."""

    def of(self, article: Article, width: int, marks: array[int]) -> ArticleLayout:
        """An article's layout, made anew if anything about it is other than it was.

        Args:
            article: Which.
            width: Cells a row.
            marks: As `packed` returns them.
        """
        kept = self._kept.pop(article.source, None)
        if kept and kept[0].article is article and (kept[0].width, kept[1]) == (width, marks):
            layout = kept[0]
        else:
            layout = ArticleLayout(article, width, map(Mark, marks[::3], marks[1::3], marks[2::3]))
        self._kept[article.source] = layout, marks
        if len(self._kept) > _KEPT:
            del self._kept[next(iter(self._kept))]
        return layout


def packed(marks: Iterable[Mark]) -> array[int]:
    """Marks in order, three numbers each."""
    return array("I", chain.from_iterable(sorted(marks)))


def superscript(number: int) -> str:
    """A number in superscript digits, one cell each."""
    return str(number).translate(_SUPERSCRIPT)


def _prelude(article: Article) -> str:
    """Who published it and when, as far as the file says so."""
    metadata = article.metadata
    day = f"{metadata.date.day} {metadata.date:%B %Y}" if metadata.date else ""
    return " · ".join(part for part in (metadata.publisher, metadata.author, day) if part)
