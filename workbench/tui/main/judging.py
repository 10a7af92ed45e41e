"""The keys that change something: rate, review, evidence, link, unlink, undo.

Every change goes to the session's thread. The header says "saved" when its record is on disk and
not before; a dialog stays open, with what was typed, until then.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from workbench.tui.main.board import Board
from workbench.tui.messages import Changed

if TYPE_CHECKING:
    from collections.abc import Callable

    from workbench.review.model import Claim
    from workbench.review.session import Saved
    from workbench.tui.dialogs.evidence import Quoted
    from workbench.tui.session_thread import Outcome

_NO_UNDO = "There is nothing of yours to undo."
_NO_REDO = "There is nothing to redo."


class Judging(Board):
    """Changes of the session."""

    def change(
        self, work: Callable[[], Saved | None], done: Callable[[Outcome[Saved | None]], None]
    ) -> None:
        """Have a change saved, in its turn.

        Args:
            work: A call of the session that saves it.
            done: Called here once it is on disk, or once it is known why not.
        """

        def report(outcome: Outcome[Saved | None]) -> None:
            self.post_message(Changed(outcome, done))

        self.app.session_thread.submit(work, report)
        self.show_standing()

    def on_changed(self, message: Changed) -> None:
        """It is on disk, or it is not: the header says which."""
        self.app.session_thread.pending -= 1
        outcome = message.outcome
        if outcome.error is not None:
            self.failure = str(outcome.error)
            self.app.is_leaving = False
            if self.app.screen is self:  # The header may have no room for the whole of it.
                self.notify(self.failure, severity="error", markup=False, timeout=15)
        else:
            self.failure = ""
            if outcome.value is not None and outcome.value.path is not None:
                self.saved_once = True
        message.done(outcome)
        self.show_all()
        if self.app.is_leaving and not self.app.session_thread.pending:
            self.app.leave()

    def follow(self, claim_id: str, outcome: Outcome[Saved | None]) -> None:
        """Follow the current claim if the change gave it another id."""
        saved = outcome.value
        if saved is None:
            return
        if self.place.claim is None or (saved.claim_id != claim_id and self.place.is_on(claim_id)):
            self.place.go_to(saved.claim_id)

    def _current_id(self) -> str | None:
        claim = self.place.claim
        return claim.id if claim else None

    def action_rate(self, key: int = 0) -> None:
        """Save a verdict with the rating that a digit stands for; go on if the case says so.

        Args:
            key: The digit; without one the rating is chosen in the dialog.
        """
        if not key:
            self.action_review()
            return
        claim = self.place.claim
        rating = next((r for r in self.session.case.scale if r.key == str(key)), None)
        if rating is None:
            self.notify(f"This case's scale has no rating {key}.", markup=False, timeout=3)
        elif claim is not None:
            self.change(
                partial(self.session.rate, claim.id, rating.name, role=self._role_on(claim)),
                partial(self._rated, claim.id),
            )
            if self.session.case.advance:
                # At once, and not when it is saved: the next key is for the next claim.
                self.place.step_to_unreviewed()
                self.show_all(reveal=True)

    def _role_on(self, claim: Claim) -> str | None:
        """A second reader's first verdict says that it is one; later ones stay what they were."""
        reviewers = {verdict.reviewer for verdict in claim.verdicts}
        if self.session.reviewer in reviewers:
            return None
        return "second" if reviewers or claim.hides_verdict else None

    def _rated(self, claim_id: str, outcome: Outcome[Saved | None]) -> None:
        if outcome.error is not None and self.session.case.advance:
            self.place.go_to(claim_id)  # Back to what is not saved.
        self.follow(claim_id, outcome)

    def action_take_back(self) -> None:
        """Take back this reviewer's verdict."""
        claim = self.place.claim
        if claim is None:
            return
        for verdict in claim.verdicts:
            if verdict.reviewer == self.session.reviewer:
                self.change(
                    partial(self.session.retract, claim.id, verdict.id),
                    partial(self.follow, claim.id),
                )

    def action_link(self) -> None:
        """Say that the sentence under the cursor belongs to the claim."""
        self._decide(self.session.link)

    def action_unlink(self) -> None:
        """Say that the appearance under the cursor does not belong to the claim."""
        self._decide(self.session.unlink)

    def action_reword(self) -> None:
        """Word the claim as the sentence under the cursor."""
        self._decide(self.session.reword)

    def _decide(self, decide: Callable[[str, int, int, int], Saved]) -> None:
        claim_id, sentence = self._current_id(), self.place.sentence
        if claim_id is None or sentence is None:
            return
        article = self.place.column
        span = self.place.appearance or self.session.articles[article].sentences[sentence]
        self.change(
            partial(decide, claim_id, article, span.start, span.end),
            partial(self._tell, claim_id),
        )

    def _tell(self, claim_id: str, outcome: Outcome[Saved | None]) -> None:
        self.follow(claim_id, outcome)
        if outcome.value is not None:
            self.notify(outcome.value.message, markup=False, timeout=2)

    def action_undo(self) -> None:
        """Undo this reviewer's latest change."""
        self.change(self.session.undo, partial(self._undone, _NO_UNDO))

    def action_redo(self) -> None:
        """Redo what was undone last."""
        self.change(self.session.redo, partial(self._undone, _NO_REDO))

    def _undone(self, nothing: str, outcome: Outcome[Saved | None]) -> None:
        saved = outcome.value
        if outcome.error is None:
            said = saved.message if saved else nothing
            self.notify(said, markup=False, timeout=3)
        if saved is not None:
            if not self.place.is_on(saved.claim_id):
                self.place.go_to(saved.claim_id)
            self.call_after_refresh(self.show_all, reveal=True)

    def action_review(self) -> None:
        """Open the dialog in which a verdict is written out."""
        from workbench.tui.dialogs.review import ReviewDialog

        claim = self.place.claim
        if claim is not None:
            self.app.push_screen(ReviewDialog(self, claim), self._after_dialog)

    def action_evidence(self) -> None:
        """Open the dialog in which an evidence note is written."""
        self.open_evidence()

    def action_quote_evidence(self) -> None:
        """Open it with the sentence under the cursor as the quotation."""
        from workbench.tui.dialogs.evidence import quotation_from

        sentence = self.place.sentence
        if sentence is not None:
            article = self.session.articles[self.place.column]
            span = article.sentences[sentence]
            self.open_evidence(quotation_from(article, span.start, span.end))

    def open_evidence(self, quoted: Quoted | None = None) -> None:
        """Open the dialog for evidence on the current claim, with a quotation if there is one."""
        from workbench.tui.dialogs.evidence import EvidenceDialog

        claim = self.place.claim
        if claim is not None:
            self.app.push_screen(EvidenceDialog(self, claim, quoted), self._after_evidence)

    def _after_evidence(self, then: str | None) -> None:
        self.show_all()
        if then is not None:
            self.begin_quoting()

    def begin_quoting(self) -> None:
        """Let a quotation be pointed at; where words are marked it is known how."""
        raise NotImplementedError

    def action_history(self) -> None:
        """Show who decided what on the claim, and when."""
        from workbench.tui.dialogs.history import history_page

        claim = self.place.claim
        if claim is not None:
            self.app.push_screen(history_page(claim, self.session.reviewer))

    def action_hand_over(self) -> None:
        """Open the dialog that hands the verdict on."""
        from workbench.tui.dialogs.handover import HandOverDialog

        claim = self.place.claim
        if claim is not None:
            dialog = HandOverDialog(self.session, claim)
            self.app.push_screen(dialog, partial(self._hand_over, claim))

    def _hand_over(self, claim: Claim, what: str | None) -> None:
        """Do what was chosen in the dialog."""
        from workbench.tui.dialogs import handover
        from workbench.tui.dialogs.review import ReviewDialog

        if what == handover.BLIND:
            self._read_blind(not self.session.is_blind)
        elif what == handover.NEXT:
            self._call(claim)
        elif what is not None:
            preset = {handover.ADJUDICATE: "adjudicator", handover.WITHDRAW: "withdrawn"}
            dialog = ReviewDialog(self, claim, preset.get(what, ""))
            self.app.push_screen(dialog, self._after_dialog)

    def _call(self, claim: Claim) -> None:
        """Give this reviewer's verdict its next status."""
        step = self.session.next_step(claim)
        mine = [v for v in claim.verdicts if v.reviewer == self.session.reviewer]
        if step is not None and mine:
            work = partial(self.session.rate, claim.id, mine[-1].rating, status=step.status)
            self.change(work, partial(self._tell_status, claim, step.status))

    def _tell_status(self, claim: Claim, status: str, outcome: Outcome[Saved | None]) -> None:
        self.follow(claim.id, outcome)
        if outcome.error is None:
            said = f"Your verdict on claim {claim.number} is {status} now."
            self.notify(said, markup=False, timeout=3)

    def _read_blind(self, is_blind: bool) -> None:
        """Hide first verdicts from here on, or show them."""

        def work() -> None:
            self.session.read_blind(is_blind)

        def done(_: Outcome[Saved | None]) -> None:
            said = "hidden until you have given yours" if is_blind else "shown"
            self.notify(f"First verdicts are {said}.", markup=False, timeout=3)

        self.change(work, done)

    def action_settle(self) -> None:
        """Open the dialog that asks where an edited sentence is now."""
        from workbench.tui.dialogs.edited import EditedDialog

        claim = self.place.claim
        if claim is not None and claim.lost:
            self.app.push_screen(EditedDialog(self, claim), self._after_dialog)

    def _after_dialog(self, _result: object) -> None:
        self.show_all()
