"""What others do while the case is open: it comes up on the screen, and is said."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from workbench.tui.main.board import Board
from workbench.tui.messages import CaughtUp, Stirred

if TYPE_CHECKING:
    from workbench.tui.messages import Opened
    from workbench.tui.session_thread import Outcome
    from workbench.tui.watching import News, Watcher


class Following(Board):
    """Keeps up with the records on the disk."""

    _watcher: Watcher | None = None

    async def on_opened(self, message: Opened) -> None:
        """Begin to watch; Textual calls the board's own method of this name as well."""
        session = message.outcome.value
        if session is not None:
            from workbench.tui.watching import Watcher

            self._watcher = Watcher(session, self._tell_stirred)
            self._watcher.start()

    def _tell_stirred(self) -> None:
        self.post_message(Stirred())

    def on_unmount(self) -> None:
        """Watch no longer."""
        if self._watcher is not None:
            self._watcher.stop()

    def on_stirred(self) -> None:
        """Read the records anew, after the changes that are on their way to the disk."""
        from workbench.tui.watching import catch_up

        def report(outcome: Outcome[News]) -> None:
            self.post_message(CaughtUp(outcome))

        self.app.session_thread.submit_quietly(partial(catch_up, self.session), report)

    def on_caught_up(self, message: CaughtUp) -> None:
        """Show what is there now, and say what others did."""
        news = message.outcome.value
        if news is None or not news.said or not self.is_open:
            return
        if self.place.claim is None and self.place.listed:
            self.place.go_to(self.place.listed[0].id)
        self.show_all()
        self.notify(
            news.said,
            severity="warning" if news.is_loss else "information",
            markup=False,
            timeout=8,
        )
