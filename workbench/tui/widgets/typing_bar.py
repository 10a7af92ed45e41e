"""The line in which words are typed that act at every key: to find, or to narrow the list."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.style import Style
from textual.widgets import Input, Static

from workbench.text.cleaning import clean_line
from workbench.tui.widgets.bars import fitting

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult

_LEAST_ROOM = 32
"""Cells that the sign and the words that are typed have at least."""
_KEYS = {"↑": "up", "↓": "down", "Enter": "enter", "Esc": "escape"}


class TypingBar(Horizontal):
    """In the place of the keys, while it is open.

    Attributes:
        SIGN: What stands before the words.
        HINT: What stands in their place while there are none.
    """

    SIGN: ClassVar = ""
    HINT: ClassVar = ""
    DEFAULT_CSS = """
    TypingBar {
        height: 1;
        background: $panel;
        & Static { width: auto; padding: 0 1; background: $panel; color: $text-accent; }
        & Input { width: 1fr; height: 1; border: none; padding: 0; background: $panel; }
        & Input:focus { border: none; background-tint: $foreground 0%; }
        & #count { color: $foreground; }
    }
    """

    @dataclass
    class Typed(Message):
        """The words changed.

        Attributes:
            words: Cleaned.
        """

        words: str

    @dataclass
    class Stepped(Message):
        """An arrow key was pressed: go so many lines on in what is shown."""

        by: int

    @dataclass
    class Closed(Message):
        """The bar is done with.

        Attributes:
            kept: Whether what the words did stays.
        """

        kept: bool

    def __init__(self, words: str) -> None:
        super().__init__()
        self._words = words

    def compose(self) -> ComposeResult:
        """The sign, the words, what they do."""
        yield Static(Content(f" {self.SIGN} "))
        yield Input(self._words, placeholder=self.HINT, select_on_focus=True)
        yield Static(Content(""), id="count")

    def on_mount(self) -> None:
        """Type at once."""
        self.query_one(Input).focus()

    def say(self, *sentences: str) -> None:
        """Say beside the words what they did.

        Args:
            sentences: The same in fewer and fewer words; what is typed has its room first.
        """
        room = self.app.size.width - _LEAST_ROOM
        self.query_one("#count", Static).update(_offering(fitting(sentences, room)))

    def on_input_changed(self, event: Input.Changed) -> None:
        """Act as it is typed."""
        event.stop()
        self.post_message(self.Typed(clean_line(event.value)))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Back to the articles."""
        event.stop()
        self.post_message(self.Closed(True))

    def on_key(self, event: events.Key) -> None:
        """Esc gives it up; the arrows step through what is shown."""
        if event.key in ("escape", "down", "up"):
            event.stop()
            event.prevent_default()
            self._do(event.key)

    def on_click(self, event: events.Click) -> None:
        """The keys that are named beside the words can be clicked."""
        self._do(event.style.meta.get("key", ""))

    def _do(self, key: str) -> None:
        """Do what a key of the bar does."""
        if key in ("enter", "escape"):
            self.post_message(self.Closed(key == "enter"))
        elif key in ("down", "up"):
            self.post_message(self.Stepped(1 if key == "down" else -1))


def _offering(sentence: str) -> Content:
    """A sentence in which each key that is named can be clicked, up to the end of its clause."""
    said = Content(sentence)
    for named in re.finditer(rf"({'|'.join(_KEYS)})[^·↑↓]*", sentence):
        said = said.stylize(Style.from_meta({"key": _KEYS[named[1]]}), *named.span())
    return said


class SearchBar(TypingBar):
    """Finds words in all articles and notes."""

    SIGN = "/"
    HINT = "find in all articles and notes"

    class Typed(TypingBar.Typed):
        """The words to find changed."""

    class Stepped(TypingBar.Stepped):
        """To the next place found, or the one before."""

    class Closed(TypingBar.Closed):
        """The search is over."""


class NarrowingBar(TypingBar):
    """Narrows the list of claims."""

    SIGN = "F"
    HINT = "words of a claim, or its number"

    class Typed(TypingBar.Typed):
        """The words to narrow to changed."""

    class Stepped(TypingBar.Stepped):
        """To the next claim listed, or the one before."""

    class Closed(TypingBar.Closed):
        """The list stays as it is, or is as before."""
