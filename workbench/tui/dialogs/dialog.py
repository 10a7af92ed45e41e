"""What all dialogs have in common: what the app asks of one that it cannot see into."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from textual.screen import ModalScreen

if TYPE_CHECKING:
    from textual.theme import Theme

    from workbench.tui.app import WorkbenchApp

Result = TypeVar("Result")


class Dialog(ModalScreen[Result]):
    """A screen over the main screen."""

    app: WorkbenchApp
    wants_words = False
    """Whether keys wait for a cursor to be there."""

    def on_mount(self) -> None:
        """Follow the theme; Textual calls a subclass's own method of this name as well."""
        self.app.theme_changed_signal.subscribe(self, self._repaint)

    def _repaint(self, _theme: Theme) -> None:
        for widget in self.query("*"):
            widget.refresh()

    def note_draft(self) -> None:
        """Take in what was typed and is no record yet; most dialogs have nothing of the kind."""

    def lets_leave(self) -> bool:
        """Whether the program may end now; a dialog that says no says why."""
        return True
