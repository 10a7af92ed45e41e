"""A short menu: one letter chooses, so does a click, or the arrows and Enter."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from workbench.tui.dialogs.dialog import Dialog
from workbench.tui.paint import Run, spread
from workbench.tui.widgets.drawn import Drawn
from workbench.tui.widgets.key_line import KeyLine, Offered

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.app import ComposeResult
    from textual.strip import Strip


@dataclass(frozen=True, slots=True)
class Choice:
    """A line of a menu.

    Attributes:
        value: What the menu hands back.
        key: The letter that chooses it; not j or k, which move.
        words: What it is, safe to show.
        note: A word or number at the right.
    """

    value: str
    key: str
    words: str
    note: str = ""


class Choices(Drawn, can_focus=False):
    """The lines of a menu."""

    DEFAULT_CSS = "Choices { height: auto; width: 1fr; background: $surface; }"

    @dataclass
    class Clicked(Message):
        """A line was clicked, by its index."""

        index: int

    def __init__(self, choices: Sequence[Choice], current: int) -> None:
        super().__init__()
        self._choices = choices
        self.current = current
        """Index of the line that Enter chooses."""

    def get_content_height(self, *_: object) -> int:
        """A row for each line, in cells."""
        return len(self._choices)

    def move(self, by: int) -> None:
        """Go so many lines on, round and round."""
        self.current = (self.current + by) % len(self._choices)
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Tell which line was clicked."""
        if 0 <= event.y < len(self._choices):
            self.post_message(self.Clicked(event.y))

    def render_line(self, y: int) -> Strip:
        """One line: its letter, what it is, the note."""
        palette, choice = self.palette, self._choices[y]
        is_current = y == self.current
        ground = palette.selected if is_current else palette.side
        quiet = palette.selected_muted if is_current else palette.side_muted
        left: list[Run] = [
            ("▌" if is_current else " ", palette.over(palette.accent, ground)),
            (f" {choice.key}  ", palette.over(palette.accent, ground)),
            (choice.words, ground),
        ]
        return spread(left, [(f"  {choice.note} ", quiet)], self.size.width, ground)


_KEYS = (
    Offered("↑", "", "move(-1)"),
    Offered("↓", "choose", "move(1)"),
    Offered("Enter", "take", "choose"),
    Offered("Esc", "back", "dismiss"),
)


class Menu(Dialog[str | None]):
    """Hands back the value that was chosen, or None."""

    CSS_PATH = "menu.tcss"
    BINDINGS: ClassVar = [
        Binding("down,j", "move(1)", show=False),
        Binding("up,k", "move(-1)", show=False),
        Binding("enter,space", "choose", show=False),
        Binding("escape,q", "dismiss", show=False),
    ]

    def __init__(self, title: str, choices: Sequence[Choice], current: str) -> None:
        """Offer some choices.

        Args:
            title: What is chosen.
            choices: At least one.
            current: The value in force.
        """
        super().__init__()
        self._title = title
        self._choices = choices
        values = [choice.value for choice in choices]
        self._at_first = values.index(current) if current in values else 0

    def compose(self) -> ComposeResult:
        """Title, lines, keys."""
        widest = max(cell_len(choice.words) + len(choice.note) for choice in self._choices)
        with Vertical(id="menu") as box:
            box.styles.width = max(widest + 12, 34)
            yield Static(Content(self._title), id="menu-title")
            yield Choices(self._choices, self._at_first)
            yield KeyLine(_KEYS, id="menu-keys")

    def on_key(self, event: events.Key) -> None:
        """A letter chooses."""
        if self._is_choice(event):
            event.stop()

    def _is_choice(self, event: events.Key) -> bool:
        for choice in self._choices:
            if choice.key == event.character:
                self.dismiss(choice.value)
                return True
        return False

    def on_choices_clicked(self, message: Choices.Clicked) -> None:
        """A click chooses."""
        self.dismiss(self._choices[message.index].value)

    def action_move(self, by: int) -> None:
        """Go to the next line, or the one before."""
        self.query_one(Choices).move(by)

    def action_choose(self) -> None:
        """Choose the line that the bar is on."""
        self.dismiss(self._choices[self.query_one(Choices).current].value)
