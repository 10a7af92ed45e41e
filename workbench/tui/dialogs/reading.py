"""Pages to read and leave: all keys, and the files that could not be read."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from workbench.tui.actions import Group
from workbench.tui.dialogs.box import Box
from workbench.tui.dialogs.dialog import Dialog
from workbench.tui.keymap import all_keys_text, bind
from workbench.tui.paint import Run, clickable, flow
from workbench.tui.widgets.key_line import KeyLine, Offered
from workbench.tui.widgets.lines import Lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual.app import ComposeResult
    from textual.widget import Widget

    from workbench.tui.keymap import Keymap


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a page: a term with its meaning beside it, or a sentence, or a heading.

    Attributes:
        meaning: Wrapped beside the term; for a heading or a sentence all of it.
        term: A key or sign, if there is one.
        is_heading: Whether it heads what follows.
        is_quiet: Whether it is there for completeness only.
        action: What a click on it does: an action of the screen, if any.
    """

    meaning: str
    term: str = ""
    is_heading: bool = False
    is_quiet: bool = False
    action: str = ""


class Entries(Lines):
    """Entries one under another, meanings in a column of their own."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        super().__init__()
        self._entries = entries
        self._column = max((cell_len(entry.term) for entry in entries), default=0) + 4

    def lines(self, width: int) -> list[list[Run]]:
        """Every entry wrapped; no blank line above the first."""
        lines = [
            clickable(line, entry.action) if entry.action else line
            for entry in self._entries
            for line in self._entry(entry, width)
        ]
        return lines if not lines or lines[0] else lines[1:]

    def _entry(self, entry: Entry, width: int) -> list[list[Run]]:
        palette = self.palette
        if entry.is_heading:
            heading = (entry.meaning, palette.over(palette.accent, palette.side))
            return [[], [heading]]
        style = palette.side_muted if entry.is_quiet else palette.side
        if not entry.term:
            return flow([(entry.meaning, style)], width - 1, palette.side)
        term = ("  " + entry.term).ljust(self._column)
        lines = flow([(entry.meaning, style)], width - self._column - 1, palette.side)
        lead: list[Run] = [(term, palette.side_muted if entry.is_quiet else palette.side_strong)]
        blank: list[Run] = [(" " * self._column, palette.side)]
        return [[*(blank if number else lead), *line] for number, line in enumerate(lines)]


class Page(Dialog[bool]):
    """Something to read, scrolled by the arrow keys; most keys leave it."""

    CSS_PATH = "reading.tcss"
    BINDINGS: ClassVar = [
        Binding("escape,enter", "dismiss", show=False),
    ]

    def __init__(self, title: str, entries: Sequence[Entry]) -> None:
        """Show entries under a title."""
        super().__init__()
        self._title = title
        self._entries = entries

    def on_mount(self) -> None:
        """The keys that open a page, and the one that leaves the program, leave it too."""
        actions = self.app.keymap.by_id
        leaving = [actions[name] for name in ("help", "problems", "leave")]
        keys = tuple(key for action in leaving for key in action.keys)
        bind(self, [replace(actions["back"], id="dismiss", keys=keys)])

    def compose(self) -> ComposeResult:
        """Title, entries, the way back."""
        with Box("page", gives="page-text"):
            yield Static(Content(self._title), id="page-title")
            with VerticalScroll(id="page-text"):
                yield self.body()
            up, down = Offered("↑", "", "scroll_text(-1)"), Offered("↓", "scroll", "scroll_text(1)")
            back = Offered("Esc", "back", "dismiss")
            yield KeyLine((up, down, *self.offers(), back), id="page-keys")

    def body(self) -> Widget:
        """What is to be read."""
        return Entries(self._entries)

    def offers(self) -> Iterable[Offered]:
        """What can be done besides scrolling and going back."""
        return ()

    def action_leave_for(self, action: str) -> None:
        """Leave, and do something on the main screen.

        Args:
            action: An id of the table.
        """
        board = self.app.board
        self.dismiss()
        board.call_later(board.action_do, action)  # What was clicked here must be gone by then.

    def action_scroll_text(self, by: int) -> None:
        """Scroll a line down (1) or up (-1)."""
        self.query_one("#page-text").scroll_relative(y=by, animate=False)


def help_page(keymap: Keymap) -> Page:
    """All keys, from the one table of them, and all signs; a click does what a key does."""
    on_screen = {action.id for action in keymap.actions}
    entries: list[Entry] = []
    for group in Group:
        entries.append(Entry(group.value, is_heading=True))
        entries += [
            Entry(
                action.help,
                all_keys_text(action),
                action=f"leave_for('{action.id}')" if action.id in on_screen else "",
            )
            for action in keymap.by_id.values()
            if action.group is group
        ]
    entries.append(Entry("Signs", is_heading=True))
    entries += [Entry(meaning, sign) for sign, meaning in _SIGNS]
    return Page("Keys and signs", entries)


class AddressPage(Page):
    """An address for a machine that has a browser; dismissed with whether to read the file."""

    BINDINGS: ClassVar = [
        Binding("c", "copy", show=False),
        Binding("f", "read_file", show=False),
    ]

    def __init__(self, title: str, url: str) -> None:
        """Show where an article is.

        Args:
            title: Of the article, safe to show.
            url: Its address, safe to show.
        """
        super().__init__(title, (Entry("Its address, as the file gives it:"), Entry(url)))
        self._url = url

    def offers(self) -> Iterable[Offered]:
        """What can be done with it."""
        return (Offered("c", "copy", "copy"), Offered("f", "read the file here", "read_file"))

    def action_copy(self) -> None:
        """Copy the address."""
        self.app.copy_to_clipboard(self._url)
        self.app.notify("Sent to the clipboard of your terminal.", timeout=3)

    def action_read_file(self) -> None:
        """Read the file instead."""
        self.dismiss(True)


def files_page(problems: Sequence[str], notices: Sequence[str]) -> Page:
    """The files that could not be read, each with the reason, and notices on the others."""
    entries: list[Entry] = []
    for heading, sentences in (("Not read", problems), ("To know", notices)):
        if sentences:
            entries.append(Entry(heading, is_heading=True))
            entries += [Entry(sentence, "·") for sentence in sentences]
    return Page("The case’s files", entries)


_SIGNS = (
    ("⚠", "The articles contradict each other."),
    ("≠", "They differ in a detail."),
    ("=", "They agree. That alone makes nothing true: they may share a source."),
    ("·", "Only one article makes this claim."),
    ("!", "Reviewers disagree."),
    ("?", "The judged sentence is no longer in the article."),
    ("+2", "So many evidence notes."),
    ("◷", "Waits for a second reader."),
    ("A", "An article. The amber letter marks the wording that a verdict is about."),
    ("▌", "The current claim."),
    ("›", "The sentence that the keys act on."),
)
