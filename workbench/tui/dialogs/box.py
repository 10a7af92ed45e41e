"""The frame of a dialog: as high as what is in it, and never so high that its keys are cut off."""

from __future__ import annotations

from textual.containers import Vertical
from textual.widget import Widget


class Box(Vertical):
    """Where there is too little height, one of the parts gives way, and scrolls."""

    DEFAULT_CSS = """
    Box {
        width: 100;
        max-width: 96%;
        height: auto;
        max-height: 100%;
        background: $surface;
        border: round $accent;
        padding: 0 1;
    }
    """

    def __init__(self, id: str, gives: str) -> None:  # noqa: A002
        """Make a frame.

        Args:
            id: Its own, for the stylesheet.
            gives: The id of the part that gives way.
        """
        super().__init__(id=id)
        self._gives = gives

    def on_mount(self) -> None:
        """Hear of every part that needs more or less than before."""
        for part in self.children:
            self.watch(part, "virtual_size", self._fit)

    def on_resize(self) -> None:
        """There is more or less room."""
        self._fit()

    def _fit(self) -> None:
        """Share out the rows of the screen."""
        part = self.query_one(f"#{self._gives}")
        rows = sum(_rows(child) for child in self.children) + self.gutter.height
        rows += part.virtual_size.height - part.size.height
        is_short = rows > self.screen.size.height
        self.styles.height = "100%" if is_short else "auto"
        part.styles.height = "1fr" if is_short else "auto"
        focused = self.screen.focused
        if is_short and focused is not None and isinstance(focused.parent, Widget):
            # With what is said below the field.
            self.call_after_refresh(focused.parent.scroll_visible, animate=False)


def _rows(part: Widget) -> int:
    return part.outer_size.height + part.styles.margin.height if part.display else 0
