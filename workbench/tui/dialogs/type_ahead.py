"""Keys that came faster than the dialog: typed over a slow line, they arrive in one burst.

The key that opens a dialog and the first words of the note can be in one packet. Those words are
handed on to the main screen, where letters are actions and digits rate. They are held here instead,
and given to the fields once there are fields.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events
from textual.widgets import Input, TextArea

from workbench.tui.dialogs.fields import Choice
from workbench.tui.dialogs.text_fields import Line, Words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from textual.widget import Widget


class TypeAhead:
    """Holds keys until it is asked to give them on."""

    def __init__(self) -> None:
        self._keys: list[events.Key | events.Paste] = []
        self._is_over = False

    def hold(self, event: events.Key | events.Paste) -> None:
        """Hold a key or a paste if the fields are not there yet, so that it does nothing else."""
        if not self._is_over:
            event.stop()
            event.prevent_default()
            self._keys.append(event)

    def give_on(
        self, fields: Sequence[Widget], first: int, ending: Mapping[str, Callable[[], None]]
    ) -> None:
        """Type what is held into the fields, and hold nothing any more.

        Args:
            fields: In the order of the tab key.
            first: The one to begin in, by index; the one where the typing ends gets the cursor.
            ending: What the keys do that end the dialog; nothing after them is typed.
        """
        self._is_over = True
        at = first
        for event in self._keys:
            field = fields[at]
            if isinstance(event, events.Paste):
                if isinstance(field, Line | Words):
                    field.take(event.text)
                continue
            if event.key in ending:
                ending[event.key]()
                break
            if event.key == "tab":
                at = (at + 1) % len(fields)
            elif isinstance(field, Choice):
                field.choose(event.key)
            elif isinstance(field, TextArea):
                field.insert("\n" if event.key == "enter" else _character(event))
            elif isinstance(field, Input):
                field.insert_text_at_cursor(_character(event))
        self._keys.clear()
        fields[at].focus()


def _character(event: events.Key) -> str:
    return event.character if event.character and event.is_printable else ""
