"""The map at a column's edge: where in the whole article its claims lie, and what is in view.

One cell wide and as high as the column, so it costs the same whatever the article's length: what
lies where is worked out when the article is laid out, and a move looks up the current claim alone.
Shape tells what colour tells: a thin tick for a match, a heavy one for a conflict, an arrow for the
current claim, a dot for what a search found.
"""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from rich.segment import Segment

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from rich.style import Style

    from workbench.tui.article_layout import ArticleLayout, Placed
    from workbench.tui.palette import Palette


class Spot(IntEnum):
    """What lies at a cell; the highest of several is shown."""

    NOTHING = 0
    CLAIM = 1
    MATCH = 2
    CONFLICT = 3
    HIT = 4
    CURRENT = 5


_SHAPES = {
    Spot.NOTHING: " ",
    Spot.CLAIM: "·",
    Spot.MATCH: "╴",
    Spot.CONFLICT: "╸",
    Spot.HIT: "•",
    Spot.CURRENT: "◂",
}
_IN_VIEW = "│"
"""Where nothing lies, the part in view is a thin line."""


class ColumnMap:
    """The map of one article at one height."""

    def __init__(
        self, layout: ArticleLayout, height: int, kinds: Mapping[int, Spot], palette: Palette
    ) -> None:
        """Lay the claims out on the map.

        Args:
            layout: The article's rows.
            height: Cells of the map.
            kinds: For each claim's number what it is.
            palette: The colours.
        """
        self._palette = palette
        self.height = height
        self._layout = layout
        self._kinds = kinds
        self._rows = max(layout.rows, height, 1)
        self._cells = bytearray(height)
        for placed in layout.placed:
            self._mark(self._cells, placed.start, kinds.get(placed.number, Spot.CLAIM))
        self._hits = bytes(height)
        self._segments: dict[tuple[int, bool], Segment] = {}
        self._current = 0
        self._shown = self._overlaid()

    def show_hits(self, offsets: Iterable[int]) -> None:
        """Mark what a search found, at offsets of the display text."""
        hits = bytearray(self.height)
        for offset in offsets:
            self._mark(hits, offset, Spot.HIT)
        self._hits = bytes(hits)
        self._shown = self._overlaid()

    def show_current(self, number: int) -> list[int]:
        """Mark the current claim, by its number; returns the cells that look otherwise now."""
        self._current = number
        before, self._shown = self._shown, self._overlaid()
        return [cell for cell in range(self.height) if before[cell] != self._shown[cell]]

    def row_at(self, cell: int) -> int:
        """The article's row that a cell stands for."""
        return min(cell * self._rows // max(1, self.height), max(0, self._layout.rows - 1))

    def claim_at(self, cell: int) -> Placed | None:
        """The weightiest claim that lies at a cell."""
        start, end = self.row_at(cell), self.row_at(cell + 1)
        layout = self._layout
        if not self._cells[cell] or not layout.rows:
            return None
        last = layout.row_starts[end] if end > start else len(layout.display)
        found = layout.placed_in(layout.row_starts[start], last)
        return max(found, key=lambda placed: self._kinds.get(placed.number, 0), default=None)

    def paint(self, cell: int, top: int) -> Segment:
        """One cell of the map.

        Args:
            cell: Which, from the top.
            top: The article's row at the top of the column.
        """
        first, last = self._cell_of(top), self._cell_of(top + self.height - 1)
        in_view = self._rows > self.height and first <= cell <= last
        key = self._shown[cell], in_view
        segment = self._segments.get(key)
        if segment is None:
            palette = self._palette
            spot = Spot(self._shown[cell])
            shape = _IN_VIEW if in_view and spot is Spot.NOTHING else _SHAPES[spot]
            ground = palette.map_view if in_view else palette.text
            style = _style(spot, palette)
            # The line that tells what is in view may be faint; the rest has to stand out.
            is_quiet = spot is Spot.NOTHING
            style = style + ground.background_style if is_quiet else palette.over(style, ground)
            segment = self._segments[key] = Segment(shape, style)
        return segment

    def _cell_of(self, row: int) -> int:
        return min(row * self.height // self._rows, self.height - 1)

    def _mark(self, cells: bytearray, offset: int, spot: Spot) -> None:
        if self.height:
            cell = self._cell_of(self._layout.row_of(offset))
            cells[cell] = max(cells[cell], spot)

    def _overlaid(self) -> bytes:
        cells = bytearray(map(max, self._cells, self._hits)) if self.height else bytearray()
        for placed in self._layout.placed_of(self._current):
            self._mark(cells, placed.start, Spot.CURRENT)
        return bytes(cells)


def _style(spot: Spot, palette: Palette) -> Style:
    match spot:
        case Spot.CURRENT:
            return palette.accent
        case Spot.CONFLICT:
            return palette.map_conflict
        case Spot.HIT:
            return palette.map_hit
        case Spot.MATCH | Spot.CLAIM:
            return palette.muted
        case _:
            return palette.faint
