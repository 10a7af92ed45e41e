"""The keys that ask about what is there: why it is matched, what the file itself looks like."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from workbench.text.cleaning import clean_line
from workbench.tui.main.board import Board
from workbench.tui.messages import Explained

if TYPE_CHECKING:
    from workbench.review.why import Why
    from workbench.tui.session_thread import Outcome


class Explaining(Board):
    """Answers."""

    def action_why(self) -> None:
        """Ask the session's thread why the sentence under the cursor is matched."""
        claim = self.place.claim
        if claim is None or not claim.appearances:
            return
        appearance = self.place.appearance or claim.appearances[0]

        def report(outcome: Outcome[tuple[Why, ...]]) -> None:
            self.post_message(Explained(claim, outcome))

        work = partial(self.session.why, claim, appearance)
        self.app.session_thread.submit_quietly(work, report)

    def on_explained(self, message: Explained) -> None:
        """Show the answer, unless the person went on meanwhile."""
        whys = message.outcome.value
        if whys is None:
            said = clean_line(str(message.outcome.error))
            self.notify(f"That cannot be told: {said}", severity="error", markup=False)
        elif whys and self.place.is_on(message.claim.id) and self.app.screen is self:
            from workbench.tui.dialogs.why import WhyPage

            self.app.push_screen(WhyPage(self.app.board, message.claim, whys))
