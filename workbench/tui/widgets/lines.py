"""Text that a dialog paints by itself: wrapped to its width, as high as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from workbench.tui.paint import strip_of
from workbench.tui.widgets.drawn import Drawn

if TYPE_CHECKING:
    from textual.geometry import Size
    from textual.strip import Strip

    from workbench.tui.paint import Run


class Lines(Drawn, can_focus=False):
    """Lines of runs; what is made `clickable` in them can be clicked."""

    DEFAULT_CSS = "Lines { height: auto; width: 1fr; background: $surface; }"

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._made_for: tuple[object, ...] = ()
        self._lines: list[list[Run]] = []

    def lines(self, width: int) -> list[list[Run]]:
        """The lines, each of at most `width` cells."""
        raise NotImplementedError

    def forget(self) -> None:
        """Make the lines anew: there are others now."""
        self._made_for = ()
        self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many rows as there are lines, in cells."""
        return len(self._wrapped(width))

    def render_line(self, y: int) -> Strip:
        """One row."""
        lines = self._wrapped(self.size.width)
        return strip_of(lines[y] if y < len(lines) else [], self.size.width, self.palette.side)

    def _wrapped(self, width: int) -> list[list[Run]]:
        made_for = (width, self.palette)
        if made_for != self._made_for:
            self._made_for, self._lines = made_for, self.lines(width)
        return self._lines
