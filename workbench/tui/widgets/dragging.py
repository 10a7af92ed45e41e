"""Marking words of an article with the mouse: where the button was pressed, and where it is now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message
from textual.scroll_view import ScrollView

if TYPE_CHECKING:
    from textual import events


class Dragging(ScrollView, can_focus=False):
    """A view over whose text the mouse can be dragged.

    Attributes:
        is_dragged: Whether the click that is to come ends a dragging, and is none.
    """

    ALLOW_SELECT = False  # Dragging marks words for a claim.

    @dataclass
    class Dragged(Message):
        """Words were marked.

        Attributes:
            view: Where.
            start: Where the button was pressed, in code points of the article.
            end: Where it is now, or was let go.
        """

        view: Dragging
        start: int
        end: int

    def __init__(self) -> None:
        super().__init__()
        self.is_dragged = False
        self._pressed: int | None = None

    def article_offset(self, x: int, y: int) -> int | None:
        """The offset in the article of what stands at a cell; None where no text is."""
        raise NotImplementedError

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Words may be marked from here."""
        self.is_dragged = False
        self._pressed = self.article_offset(event.x, event.y) if event.button == 1 else None
        if self._pressed is not None:
            self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Mark the words up to here."""
        if self._pressed is None:
            return
        at = self.article_offset(event.x, event.y)
        if at is not None and at != self._pressed:
            self.is_dragged = True
            self.post_message(self.Dragged(self, self._pressed, at))

    def on_mouse_up(self) -> None:
        """The words are marked."""
        if self._pressed is not None:
            self._pressed = None
            self.release_mouse()
