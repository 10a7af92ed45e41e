"""Fields for a line and for several lines, which tell what is pasted into them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Input, TextArea

from workbench.text.cleaning import clean, clean_line

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual import events

    Taker = Callable[[str, str], bool]
    """Is handed a field's id and what was pasted; says whether it put that elsewhere."""


class Line(Input):
    """A field for one line."""

    def __init__(
        self, name: str, value: str = "", hint: str = "", taken: Taker | None = None
    ) -> None:
        super().__init__(clean_line(value), placeholder=hint, id=name, compact=True)
        self._taken = taken

    def take(self, text: str) -> None:
        """Paste a text where the cursor is, unless it belongs elsewhere."""
        if not (self._taken and self._taken(str(self.id), text)):
            self.insert_text_at_cursor(" ".join(text.split()))

    def on_paste(self, event: events.Paste) -> None:
        """In place of Textual's own way, which drops all but the first line."""
        event.stop()
        event.prevent_default()
        self.take(event.text)


class Words(TextArea):
    """A field for several lines; tab leaves it."""

    def __init__(
        self,
        name: str,
        value: str = "",
        *,
        rows: int = 3,
        hint: str = "",
        taken: Taker | None = None,
    ) -> None:
        super().__init__(
            clean(value), id=name, tab_behavior="focus", compact=True, placeholder=hint
        )
        self.styles.height = rows
        self._taken = taken

    def take(self, text: str) -> None:
        """Paste a text where the cursor is, unless it belongs elsewhere."""
        if not (self._taken and self._taken(str(self.id), text)):
            self.insert(text)

    def on_paste(self, event: events.Paste) -> None:
        """Ask first where it belongs."""
        if self._taken and self._taken(str(self.id), event.text):
            event.stop()
            event.prevent_default()
