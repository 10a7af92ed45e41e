"""One article in a column: wrapped text with its claims lit, drawn line by line.

A screenful costs the same whatever the article's length: rows come from `ArticleLayout`, strips are
made when they are first shown and kept until what they show changes.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.geometry import Region, Size
from textual.message import Message
from textual.strip import Strip

from workbench.tui.article_layout import packed
from workbench.tui.paint import Row
from workbench.tui.widgets.article_row import GUTTER, Focus, Look, Span, paint_row
from workbench.tui.widgets.column_head import ROWS, Head, paint_head
from workbench.tui.widgets.column_map import ColumnMap, Spot
from workbench.tui.widgets.dragging import Dragging
from workbench.tui.widgets.drawn import Drawn

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from rich.segment import Segment
    from textual import events

    from workbench.text.article import Article
    from workbench.tui.article_layout import ArticleLayout, Layouts, Mark
    from workbench.tui.palette import Palette

_MARGIN = 2
"""Cells right of the text: a blank one, and the map."""
_WIDEST = 76
"""Cells a row at most: longer lines are hard to read on. What is left over is margin."""
_KEPT_ROWS = 120

Top = tuple[int, int]
"""What is at the top of a column: a code point of the article, and the blank rows above its row."""


class ArticleView(Dragging, Drawn, can_focus=False):
    """A column: the head, and below it the text of one article, scrolled.

    The head is drawn here and not by a widget of its own, and there is no container around the two:
    every widget on the screen costs something at every key press.
    """

    DEFAULT_CSS = """
    ArticleView {
        overflow-x: hidden;
        overflow-y: scroll;
        scrollbar-size-vertical: 0;
        background: $background;
    }
    """

    @dataclass
    class SentenceClicked(Message):
        """A sentence was clicked.

        Attributes:
            view: Where.
            sentence: Its index in the article.
        """

        view: ArticleView
        sentence: int

    @dataclass
    class HeadClicked(Message):
        """The head was clicked.

        Attributes:
            view: Of which column.
            is_source: Whether on the line that names the file.
            is_twice: Whether for the second time in a row.
        """

        view: ArticleView
        is_source: bool
        is_twice: bool

    def __init__(self, palette: Palette, layouts: Layouts) -> None:
        super().__init__()
        self._palette = palette
        self._article: Article | None = None
        self._layouts = layouts
        self._marks = packed(())
        self._kinds: Mapping[int, Spot] = {}
        self._layout: ArticleLayout | None = None
        self._map: ColumnMap | None = None
        self._focus = Focus()
        self._hits: tuple[Span, ...] = ()
        self._words: dict[int, list[Segment]] = {}
        """Rows of the article as they are painted, without their cell of the map."""
        self._head = Head()
        self._labels: Mapping[int, str] = {}
        self._height_before = 0
        """Rows of the article that were in view until the latest change of the size."""

    def show(
        self,
        article: Article,
        marks: Sequence[Mark],
        kinds: Mapping[int, Spot],
        palette: Palette,
        top: Top | None = None,
    ) -> None:
        """Show an article with its claims.

        Args:
            article: What to show; the place is kept if it is the same as before.
            marks: The appearances to number.
            kinds: For the numbers of the claims to light up what they are; the others only get
                their number.
            palette: The colours.
            top: What shall be at the top if it is another article; as `top` was when it was here.
        """
        same = article is self._article
        before, self._marks = self._marks, packed(marks)
        unchanged = same and self._marks == before
        top = self.top if same else top
        self._article, self._kinds = article, kinds
        self._palette = palette
        self._words.clear()
        self._map = None
        if not same:
            self._focus = Focus()
        if not unchanged:
            self._layout = None
            self._lay_out(top)
        if not same and top is None:
            self.scroll_to(y=0, animate=False)
        self.refresh()

    def show_head(self, head: Head) -> None:
        """Show what stands above the text, whatever is scrolled to."""
        if head != self._head:
            self._head = head
            self.refresh(Region(0, 0, self.size.width, ROWS))

    def show_focus(self, focus: Focus) -> None:
        """Show what is current; only rows that look different are painted again."""
        if focus == self._focus:
            return
        before, self._focus = self._focus, focus
        dirty = {y for state in (before, focus) for y in self._rows_of(state)}
        if self._map is not None and before.number != focus.number:
            dirty.update(ROWS + cell for cell in self._map.show_current(focus.number))
        if dirty:
            self.refresh(*(Region(0, y, self.outer_size.width, 1) for y in dirty))

    def show_hits(self, hits: Sequence[Span]) -> None:
        """Light the places that a search found."""
        if tuple(hits) != self._hits:
            self._hits = tuple(hits)
            self._words.clear()
            self._map = None
            self.refresh()

    def show_labels(self, labels: Mapping[int, str]) -> None:
        """Put labels on what is in view, by display offset; or take them away."""
        if labels != self._labels:
            self._labels = labels
            self._words.clear()
            self.refresh()

    def sentences_in_view(self) -> list[tuple[int, int]]:
        """The sentences in view, each with the display offset at which it first shows."""
        layout, top = self._layout, self.scroll_offset.y
        bottom = top + self._height
        if layout is None or self._article is None or top >= min(bottom, layout.rows):
            return []
        first, last = layout.row_starts[top], layout.row_ends[min(bottom, layout.rows) - 1]
        found: list[tuple[int, int]] = []
        sentence = layout.sentence_of(first)
        while sentence is not None and sentence < len(self._article.sentences):
            words = layout.to_display(self._article.sentences[sentence].start)
            if words >= last:
                break
            number = next((p.start for p in layout.placed_in(words, words + 1)), words)
            found.append((max(first, min(words, number)), sentence))
            sentence += 1
        return found

    def reveal(self, start: int, end: int) -> None:
        """Scroll so that a part of the article stands in the upper third, if it is not in view.

        Args:
            start: Code points of the article.
            end: End exclusive.
        """
        layout = self._layout
        height = self._height
        if layout is None or height < 1:
            return
        first = layout.row_of(layout.to_display(start))
        last = layout.row_of(max(layout.to_display(start), layout.to_display(end) - 1))
        top = self.scroll_offset.y
        if first >= top + min(2, height // 4) and last < top + height - 1:
            return
        self.scroll_to(y=max(0, first - max(1, height // 4)), animate=False)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Paint the rows that are in view now.

        Textual would move the scrollbar as well, which has no cells here; and a change of something
        that is not on the screen has the whole screen arranged anew.
        """
        if round(old_value) != round(new_value):
            self.refresh(Region(0, ROWS, self.size.width, self._height))

    def on_resize(self) -> None:
        """Wrap again where the width changed; the topmost word stays, and what was looked at."""
        looked_at = self._looked_at()
        self._lay_out(self.top)
        self._height_before = self._height
        if looked_at is not None:
            self.call_after_refresh(self.reveal, *looked_at)

    def _looked_at(self) -> tuple[int, int] | None:
        """The sentence under the cursor, else the current claim's, if it was in view till now."""
        layout, article = self._layout, self._article
        if layout is None or article is None:
            return None
        if self._focus.cursor is not None:
            sentence = article.sentences[self._focus.cursor]
            start, end = sentence.start, sentence.end
        elif found := layout.placed_of(self._focus.number):
            start, end = layout.to_article(found[0].words), layout.to_article(found[0].end)
        else:
            return None
        top = self.scroll_offset.y
        in_view = top <= layout.row_of(layout.to_display(start)) < top + self._height_before
        return (start, end) if in_view else None

    def on_click(self, event: events.Click) -> None:
        """Tell which sentence was clicked, in the text or on the map; a second click marks."""
        if self.is_dragged or event.style.meta.get("do"):
            return
        if event.y < ROWS:
            is_source = event.y > 0
            self.post_message(self.HeadClicked(self, is_source, is_twice=event.chain == 2))
            return
        if event.x >= self.scrollable_content_region.width - 1:
            self._go_on_map(event.y - ROWS)
            return
        offset = self.offset_at(event.x, event.y)
        if event.chain == 2 and (word := self.article_offset(event.x, event.y)) is not None:
            self.post_message(self.Dragged(self, word, word))
            return
        sentence = self._layout.sentence_of(offset) if self._layout and offset is not None else None
        if sentence is not None:
            self.post_message(self.SentenceClicked(self, sentence))

    def _go_on_map(self, cell: int) -> None:
        """Scroll to what a cell of the map stands for, and choose the claim that lies there."""
        layout, lies = self._layout, self._mapped()
        if layout is None or lies is None or not 0 <= cell < lies.height:
            return
        placed = lies.claim_at(cell)
        row = lies.row_at(cell) if placed is None else layout.row_of(placed.words)
        self.scroll_to(y=max(0, row - self._height // 3), animate=False)
        sentence = None if placed is None else layout.sentence_of(placed.words)
        if sentence is not None:
            self.post_message(self.SentenceClicked(self, sentence))

    def offset_at(self, x: int, y: int) -> int | None:
        """The display offset of what stands at a cell of the widget; None where no text is.

        Args:
            x: Cells from the left; beside a row it is the row's nearest character.
            y: Cells from the top.
        """
        layout = self._layout
        row = y - ROWS + self.scroll_offset.y
        if layout is None or y < ROWS or not 0 <= row < layout.rows or layout.row_blocks[row] < 0:
            return None
        left = x - self._margin - GUTTER - layout.manner(row).indent
        offset, last = layout.row_starts[row], max(layout.row_ends[row] - 1, 0)
        while offset < last and (left := left - cell_len(layout.display[offset])) >= 0:
            offset += 1
        return offset

    def article_offset(self, x: int, y: int) -> int | None:
        """The offset in the article of what stands at a cell; None on the map, and off the text."""
        if self._layout is None or x >= self.scrollable_content_region.width - 1:
            return None
        at = self.offset_at(x, y)
        return None if at is None else self._layout.to_article(at)

    def render_line(self, y: int) -> Strip:
        """One row: of the head, or of the article with a cell of the map."""
        width = self.room.width
        if y < ROWS:
            return paint_head(self._head, y, width, self._margin, self._palette)
        layout, row, lies = self._layout, y - ROWS + self.scrolled, self._mapped()
        if layout is None or lies is None or y - ROWS >= lies.height:
            return Strip.blank(width, self._palette.text)
        words = self._words.get(row)
        if words is None:
            if len(self._words) >= _KEPT_ROWS:
                self._words.clear()
            words = self._words[row] = paint_row(layout, row, width - 1, self._look())
        return Row([*words, lies.paint(y - ROWS, self.scrolled)], width)

    def _look(self) -> Look:
        return Look(self._palette, self._focus, self._kinds, self._hits, self._labels, self._margin)

    @property
    def _margin(self) -> int:
        """Blank cells left of the gutter, where the column is wider than the text."""
        return max(0, (self.room.width - _WIDEST - GUTTER - _MARGIN) // 2)

    def _mapped(self) -> ColumnMap | None:
        """The map, made anew when something about it has changed."""
        layout = self._layout
        if self._map is None and layout is not None:
            self._map = ColumnMap(layout, max(0, self._height), self._kinds, self._palette)
            self._map.show_hits(layout.to_display(span.start) for span in self._hits)
            self._map.show_current(self._focus.number)
        return self._map

    @property
    def _height(self) -> int:
        """Rows of the article in view."""
        return self.scrollable_content_region.height - ROWS

    @property
    def top(self) -> Top | None:
        """The first word in view, and how many blank rows stand above it; None at the very top."""
        layout = self._layout
        if layout is None or not layout.rows or not self.scroll_offset.y:
            return None
        top = row = min(self.scroll_offset.y, layout.rows - 1)
        while row < layout.rows - 1 and layout.row_starts[row] == layout.row_ends[row]:
            row += 1
        return layout.to_article(layout.row_starts[row]), row - top

    def _lay_out(self, top: Top | None) -> None:
        article = self._article
        region = self.scrollable_content_region
        width = min(region.width - GUTTER - _MARGIN, _WIDEST)
        if article is None or width < 1:
            return
        self._map = None
        self._words.clear()
        if self._layout is None or self._layout.width != width:
            self._layout = self._layouts.of(article, width, self._marks)
        self.virtual_size = Size(region.width, ROWS + self._layout.rows + 1)
        if top is not None:
            offset, above = top
            row = self._layout.row_of(self._layout.to_display(offset))
            self.scroll_to(y=max(0, row - above), animate=False)

    def _rows_of(self, focus: Focus) -> Iterator[int]:
        """The rows in view that show a focus, to be painted again: all would cost ten times that.

        Yields:
            Rows of the widget, from its top.
        """
        layout = self._layout
        if layout is None:
            return
        stretches = [(p.start, p.end) for p in layout.placed_of(focus.number)]
        if focus.cursor is not None and self._article is not None:
            sentence = self._article.sentences[focus.cursor]
            stretches.append((layout.to_display(sentence.start), layout.to_display(sentence.end)))
        if focus.marked is not None:
            marked = focus.marked
            stretches.append((layout.to_display(marked.start), layout.to_display(marked.end)))
        top = self.scroll_offset.y
        in_view = range(top, top + self._height)
        for start, end in stretches:
            first, last = layout.row_of(start), layout.row_of(max(start, end - 1))
            for row in range(first, last + 1):
                self._words.pop(row, None)
                if row in in_view:
                    yield ROWS + row - top
