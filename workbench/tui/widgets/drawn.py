"""Widgets that paint their own rows, whole: what a key press costs is decided here.

Textual hands each row of a widget through borders, padding, outline, tint, hatch and opacity, and
asks the stylesheet for every one of them on every row. The parts of the main screen have none of
these. So their rows are painted once, made safe once, and handed over as they are until they are
marked dirty: half the processor time of a move.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from textual import on
from textual.events import Click
from textual.geometry import Size
from textual.widget import Widget

from workbench.tui.paint import Row

if TYPE_CHECKING:
    from textual.geometry import Region
    from textual.strip import Strip

    from workbench.tui.app import WorkbenchApp
    from workbench.tui.palette import Palette


class Drawn(Widget):
    """A widget whose `render_line` paints whole rows, with the ground of its own.

    Attributes:
        room: Cells of the widget less its scrollbar, as of the latest painting: asked of Textual
            once, and not for every row.
        scrolled: Rows that are scrolled out above, as of the latest painting.

    Beside another base it is named last: Textual takes its default styles from the first.
    """

    app: WorkbenchApp

    def __init__(self, *children: Widget, **options: Any) -> None:
        self.room = Size(0, 0)
        self.scrolled = 0
        self._rows: dict[int, Strip] = {}
        """Rows as the screen has them, by their place on it."""
        super().__init__(*children, **options)

    @property
    def palette(self) -> Palette:
        """The styles of the theme in use."""
        return self.app.palette

    def render_lines(self, crop: Region) -> list[Strip]:
        """The rows of a region of the widget, in cells from its upper left corner."""
        rows, width = self._rows, self.outer_size.width
        missing = [y for y in crop.line_range if y not in rows]
        if missing:
            self.room, self.scrolled = self.scrollable_content_region.size, self.scroll_offset.y
            filters, background = self.get_line_filters(), self.background_colors[1]
            for y in missing:
                strip = self.render_line(y).adjust_cell_length(width)
                painted = segments = list(strip)
                for line_filter in filters:
                    segments = line_filter.apply(segments, background)
                is_done = isinstance(strip, Row) and segments == painted
                rows[y] = strip if is_done else Row(segments, width)
        strips = [rows[y] for y in crop.line_range]
        first, end = crop.column_span
        return strips if (first, end) == (0, width) else [s.crop(first, end) for s in strips]

    @on(Click)
    async def _do_what_was_clicked(self, event: Click) -> None:
        """Do what was painted to be clicked (see `paint.clickable`)."""
        action = event.style.meta.get("do")
        if action is not None:
            await self.screen.run_action(action)

    def refresh(
        self,
        *regions: Region,
        repaint: bool = True,
        layout: bool = False,
        recompose: bool = False,
    ) -> Self:
        """Paint some rows anew, or all of them, and tell the screen at once.

        Textual wakes each widget by a message, and lets it tell the screen by another one: twelve
        messages at every press of a key.
        """
        if layout or recompose or not (repaint and self.is_mounted):
            return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)
        self._set_dirty(*regions)
        if self.display:
            screen = self.screen
            screen._dirty_widgets.add(self)
            screen.check_idle()
        return self

    def _set_dirty(self, *regions: Region) -> None:
        """Paint some rows anew, or all of them; Textual says so here in each case."""
        self._repaint_regions.update(regions or [self.outer_size.region])
        if not regions:
            self._rows.clear()
        for region in regions:
            for y in region.line_range:
                self._rows.pop(y, None)
