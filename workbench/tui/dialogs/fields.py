"""The fields that Textual does not have: one choice of a few, made with one key."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from rich.style import Style
from textual.binding import Binding
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import Static

from workbench.tui.paint import Run, strip_of
from workbench.tui.widgets.drawn import Drawn

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.geometry import Size
    from textual.strip import Strip

_UNDERLINE = Style(underline=True)


@dataclass(frozen=True, slots=True)
class Option:
    """One of the choices.

    Attributes:
        value: What is recorded.
        label: What is shown, safe to show.
        key: The key that chooses it, or nothing.
    """

    value: str
    label: str
    key: str = ""


class Choice(Drawn, can_focus=True):
    """A row of options, one of them chosen; arrows, its key, or a click choose."""

    DEFAULT_CSS = """
    Choice { height: auto; width: 1fr; background: $surface; }
    """
    BINDINGS: ClassVar = [
        Binding("left,up", "step(-1)", show=False),
        Binding("right,down,space", "step(1)", show=False),
    ]
    value: reactive[str] = reactive("")

    @dataclass
    class Picked(Message):
        """Another option was chosen."""

        choice: Choice
        value: str

    def __init__(
        self,
        options: Sequence[Option],
        value: str,
        *,
        id: str,  # noqa: A002
    ) -> None:
        super().__init__(id=id)
        self._options = tuple(options)
        self.set_reactive(Choice.value, value)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many rows as the options need, in cells."""
        return len(self._laid_out(width))

    def render_line(self, y: int) -> Strip:
        """One row of options."""
        palette, width = self.palette, self.size.width
        rows = self._laid_out(width)
        runs: list[Run] = []
        for option in rows[y] if y < len(rows) else ():
            chosen = option.value == self.value
            if chosen:
                style = palette.chip if self.has_focus else palette.letter
            else:
                style = palette.side if self.has_focus else palette.side_muted
            key = f"{option.key} " if option.key else ""
            label = style + _UNDERLINE if chosen else style  # Colour alone does not tell it.
            runs += [(f" {key}", style), (option.label, label), (" ", style), (" ", palette.side)]
        return strip_of(runs, width, palette.side)

    def action_step(self, by: int) -> None:
        """Choose the option before or after."""
        values = [option.value for option in self._options]
        index = values.index(self.value) if self.value in values else (-1 if by > 0 else 0)
        self._pick(values[(index + by) % len(values)])

    def on_key(self, event: events.Key) -> None:
        """An option's own key chooses it."""
        if self.choose(event.key):
            event.stop()

    def choose(self, key: str) -> bool:
        """Choose the option of a key; False if no option has it."""
        option = next((option for option in self._options if option.key == key), None)
        if option is not None:
            self._pick(option.value)
        return option is not None

    def on_click(self, event: events.Click) -> None:
        """A click on an option chooses it."""
        column = 0
        rows = self._laid_out(self.size.width)
        for option in rows[event.y] if event.y < len(rows) else ():
            cells = _cells(option)
            if column <= event.x < column + cells:
                self._pick(option.value)
            column += cells

    def on_focus(self) -> None:
        """Show that the arrows act here."""
        self.refresh()

    def on_blur(self) -> None:
        """Show that they do not."""
        self.refresh()

    def _pick(self, value: str) -> None:
        if value != self.value:
            self.value = value
            self.post_message(self.Picked(self, value))

    def _laid_out(self, width: int) -> list[list[Option]]:
        rows: list[list[Option]] = [[]]
        left = width
        for option in self._options:
            cells = _cells(option)
            if cells > left and rows[-1]:
                rows.append([])
                left = width
            rows[-1].append(option)
            left -= cells
        return rows


class Label(Static):
    """What stands before a field; a click on it goes there."""

    def __init__(self, words: str, field: str) -> None:
        """Name a field.

        Args:
            words: Safe to show.
            field: The field's id.
        """
        super().__init__(Content(words), classes="label")
        self._field = field

    def on_click(self) -> None:
        """Go to the field."""
        self.screen.query_one(f"#{self._field}").focus()


def _cells(option: Option) -> int:
    return cell_len(option.label) + (len(option.key) + 1 if option.key else 0) + 3
