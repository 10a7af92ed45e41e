"""The line in which words to find are typed; it searches as they are typed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from workbench.text.cleaning import clean_line

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult

    from workbench.tui.keymap import Keymap
    from workbench.tui.palette import Palette


class SearchBar(Horizontal):
    """In the place of the keys, while it is open."""

    DEFAULT_CSS = """
    SearchBar {
        height: 1;
        background: $panel;
        & Static { width: auto; padding: 0 1; background: $panel; color: $accent; }
        & Input { width: 1fr; height: 1; border: none; padding: 0; background: $panel; }
        & Input:focus { border: none; }
        & #count { color: $foreground; }
    }
    """

    @dataclass
    class Typed(Message):
        """The words changed.

        Attributes:
            bar: This bar.
            words: What to find.
        """

        bar: SearchBar
        words: str

    @dataclass
    class Closed(Message):
        """The bar is done with.

        Attributes:
            bar: This bar.
            found: Whether what was found stays lit.
        """

        bar: SearchBar
        found: bool

    def __init__(self, words: str, palette: Palette, keymap: Keymap) -> None:
        super().__init__()
        self._keymap = keymap
        self._words = words
        self._palette = palette

    def compose(self) -> ComposeResult:
        """The sign, the words, how many there are."""
        yield Static(Content(" / "))
        yield Input(self._words, placeholder="find in all articles and notes", select_on_focus=True)
        yield Static(Content(""), id="count")

    def on_mount(self) -> None:
        """Type at once."""
        self.query_one(Input).focus()

    def type_ahead(self, event: events.Key) -> None:
        """Take a key that came before the cursor was here."""
        event.stop()
        event.prevent_default()
        if event.character and event.is_printable:
            field = self.query_one(Input)
            if self._words:  # As if typed over the words of the last search, which are selected.
                field.value = self._words = ""
            field.insert_text_at_cursor(event.character)

    def show_count(self, hits: int, in_notes: int) -> None:
        """Say how many places were found, and how many of them in notes."""
        notes = f", {in_notes} in notes" if in_notes else ""
        keys = self._keymap.fill("Enter stay, {next_hit} {previous_hit} next · Esc back")
        said = f"{hits} found{notes} · {keys}" if hits else "nothing found"
        self.query_one("#count", Static).update(Content(said))

    def on_input_changed(self, event: Input.Changed) -> None:
        """Search as it is typed."""
        event.stop()
        self.post_message(self.Typed(self, clean_line(event.value)))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Back to the articles."""
        event.stop()
        self.post_message(self.Closed(self, True))

    def on_key(self, event: events.Key) -> None:
        """Esc gives the search up."""
        if event.key == "escape":
            event.stop()
            event.prevent_default()
            self.post_message(self.Closed(self, False))
