"""What others do while the case is open: it comes up on the screen, and is said."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from workbench.tui.main.board import Board
from workbench.tui.messages import CaughtUp, Edited, ReadAnew, Stirred

if TYPE_CHECKING:
    from workbench.review.session import ReviewSession
    from workbench.tui.messages import Opened
    from workbench.tui.session_thread import Outcome
    from workbench.tui.watching import News, Watcher


_AGAIN = 0.1
"""Seconds until a case that was read anew tries again to come up."""


class Following(Board):
    """Keeps up with the records on the disk."""

    _watcher: Watcher | None = None
    _is_reading_anew = False

    async def on_opened(self, message: Opened) -> None:
        """Begin to watch; Textual calls the board's own method of this name as well."""
        session = message.outcome.value
        if session is not None:
            self._watch(session)

    def _watch(self, session: ReviewSession) -> None:
        from workbench.tui.watching import Watcher

        def stirred() -> None:
            self.post_message(Stirred())

        def edited(said: str) -> None:
            self.post_message(Edited(said))

        if self._watcher is not None:
            self._watcher.stop()
        self._watcher = Watcher(session, stirred, edited)
        self._watcher.start()

    def on_edited(self, message: Edited) -> None:
        """Say that articles are other than those on the screen, and how they come up."""
        said = f"{message.said} {self.app.keymap.fill('{read_anew} reads them anew.')}"
        self.notify(said, markup=False, timeout=12)

    def action_read_anew(self) -> None:
        """Read the articles anew; those on the screen stay until it is done."""
        from workbench.tui.opening import read_anew

        if not self._is_reading_anew:
            self._is_reading_anew = True
            self.notify("Reading the articles anew…", markup=False, timeout=2)
            read_anew(self.app, self.session)

    async def on_read_anew(self, message: ReadAnew) -> None:
        """Put the case up as it is now, at the same place, once nobody is in the middle of it."""
        fresh = message.outcome.value
        if fresh is None:
            self._is_reading_anew = False
            said = str(message.outcome.error)
            self.notify(said, severity="error", markup=False, timeout=10)
        elif self.is_busy or self.app.session_thread.pending:
            self.set_timer(_AGAIN, partial(self.post_message, message))
        else:
            before = self.session
            self._is_reading_anew = False
            await self.put_up_instead(fresh)
            self._watch(fresh)
            self.on_stirred()  # What was saved after the records were read.
            there = {*fresh.case.sources, *fresh.case.others}
            gone = sum(article.source not in there for article in before.articles)
            kept = set(map(id, before.articles))
            changed = sum(id(article) not in kept for article in fresh.articles)
            said = f"Read anew: {changed:,} new or edited, {gone:,} gone; the rest is as it was."
            self.notify(said, markup=False, timeout=6)

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
