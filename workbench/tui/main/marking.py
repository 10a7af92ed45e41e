"""The keys that mark words by hand and regroup claims: mark, join, split.

While words are marked, letters move the ends of the mark; the keys at the bottom say which.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from workbench.tui import marking
from workbench.tui.main.judging import Judging
from workbench.tui.widgets.bars import KeyBar

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual import events

    from workbench.review.model import Claim
    from workbench.review.session import Saved
    from workbench.text.article import Article
    from workbench.tui.actions import Action
    from workbench.tui.dialogs.pick import Offer
    from workbench.tui.marking import Marked
    from workbench.tui.session_thread import Outcome
    from workbench.tui.widgets.dragging import Dragging

_MOVES: dict[str, Callable[[Article, Marked], Marked]] = {
    "end_on": lambda article, marked: marking.end_moved(article, marked, 1),
    "end_back": lambda article, marked: marking.end_moved(article, marked, -1),
    "start_on": lambda article, marked: marking.start_moved(article, marked, 1),
    "start_back": lambda article, marked: marking.start_moved(article, marked, -1),
    "longer": lambda article, marked: marking.lengthened(article, marked, 1),
    "shorter": lambda article, marked: marking.lengthened(article, marked, -1),
    "mark_next": lambda article, marked: marking.sentence_moved(article, marked, 1),
    "mark_previous": lambda article, marked: marking.sentence_moved(article, marked, -1),
}


class MarkBar(KeyBar):
    """The keys while words are marked, in the place of the others."""


class Marking(Judging):
    """Words marked by hand, and claims joined and split."""

    _is_quoting = False
    """Whether the words that are being marked become a quotation in the evidence dialog."""
    _marking_for = ""
    """The claim that was current when the marking began; a click in the list may change that."""

    def action_mark(self) -> None:
        """Begin to mark, with the sentence under the cursor."""
        sentence = self.place.sentence
        if sentence is not None:
            column = self.place.column
            self._begin(marking.whole(self.session.articles[column], column, sentence))

    def begin_quoting(self) -> None:
        """Let a quotation be pointed at for the evidence dialog."""
        self._is_quoting = True
        self.place.put(self.place.column, self.place.sentence or 0)
        self.action_mark()

    def _begin(self, marked: Marked | None) -> None:
        if marked is None:
            return
        if self.place.marked is None:
            self._marking_for = self._current_id() or ""
            bar = MarkBar(self._mark_actions(), "marking")
            self.query_one(KeyBar).display = False
            self.mount(bar)
        self._mark(marked)

    def _mark_actions(self) -> list[Action]:
        """The keys as they are now: for which claim, or only to take a quotation."""
        claim = self.place.claim
        link = "take it" if self._is_quoting else f"to claim {claim.number}" if claim else ""
        left_out = ("mark_claim", "mark_evidence") if self._is_quoting else ()
        return [
            replace(action, label=link) if action.id == "mark_link" else action
            for action in self.app.keymap.mark_actions
            if action.id not in left_out and (link or action.id != "mark_link")
        ]

    def _mark(self, marked: Marked) -> None:
        """Show what is marked, with the cursor on it."""
        article = self.session.articles[marked.article]
        self.place.put_at(marked.article, marked.start)
        self.place.marked = marked
        count = marking.count_words(article, marked)
        what = "Quote" if self._is_quoting else "Mark"
        note = f"{what} {count} word{'s' if count != 1 else ''}"
        self.show_all(reveal=True)
        for bar in self.query(MarkBar):
            bar.show({}, [[(note, "")]])

    def on_key(self, event: events.Key) -> None:
        """While words are marked every key is about them."""
        if not self.is_open or self.place.marked is None or self.typing_bar is not None:
            return
        event.stop()
        event.prevent_default()
        for action in self.app.keymap.mark_actions:
            if event.key in action.keys:
                self.action_marking(action.id)
                return

    def action_marking(self, action: str) -> None:
        """Do what a key means while words are marked.

        Args:
            action: An id of the table.
        """
        marked = self.place.marked
        if marked is None:
            return
        if action in _MOVES:
            self._mark(_MOVES[action](self.session.articles[marked.article], marked))
        elif action == "mark_column":
            if self.place.step_column(1):
                self.action_mark()
        elif action == "mark_leave":
            self._leave_marking()
            if self._was_quoting():
                self.action_evidence()
        elif self._is_quoting and action in ("mark_link", "mark_evidence"):
            self._quote(marked)
        else:
            self._make(action, marked)

    def _make(self, action: str, marked: Marked) -> None:
        """Make of the marked words what was chosen."""
        place = marking.taken(self.session.articles[marked.article], marked)
        if action == "mark_evidence":
            self._quote(marked)
        elif action == "mark_claim":
            self._leave_marking()
            self.change(partial(self.session.start_claim, *place), self._go_to_made)
        elif self._marking_for:
            self._leave_marking()
            work = partial(self.session.mark, self._marking_for, *place)
            self.change(work, partial(self._tell, self._marking_for))

    def _quote(self, marked: Marked) -> None:
        """Take the marked words into the evidence dialog."""
        from workbench.tui.dialogs.evidence import quotation_from

        article, start, end = marking.taken(self.session.articles[marked.article], marked)
        self._leave_marking()
        self._was_quoting()
        if self._marking_for and not self.place.is_on(self._marking_for):
            self.place.go_to(self._marking_for)
        self.open_evidence(quotation_from(self.session.articles[article], start, end))

    def _was_quoting(self) -> bool:
        was, self._is_quoting = self._is_quoting, False
        return was

    def _leave_marking(self) -> None:
        self.place.marked = None
        self.query(MarkBar).remove()
        self.query_one(KeyBar).display = True
        self.show_all()

    def on_dragging_dragged(self, message: Dragging.Dragged) -> None:
        """Words were marked with the mouse."""
        if not self.session.is_compared or self.typing_bar is not None:
            return
        index = self.case.article_of(message.view)
        article = self.session.articles[index]
        self._begin(marking.between(article, index, message.start, message.end))

    def action_join(self) -> None:
        """Choose the claim that becomes one with the current one."""
        from workbench.tui.dialogs.pick import PickDialog

        claim = self.place.claim
        if claim is None:
            return
        here = self.place.claim_under_cursor()
        others = [c for c in self.session.claims if c.id != claim.id and c.appearances]
        # The one that is pointed at first, then those that are listed.
        others.sort(key=lambda c: (here is None or c.id != here.id, not self.session.is_offered(c)))
        heading = f"Which claim says the same as claim {claim.number}?"
        pick = PickDialog(heading, map(_offer, others), "join")
        self.app.push_screen(pick, partial(self._join, claim))

    def _join(self, claim: Claim, other_id: str | None) -> None:
        if other_id is not None:
            work = partial(self.session.join, claim.id, other_id)
            self.change(work, self._go_to_made)

    def action_split(self) -> None:
        """Let the appearance under the cursor, or more of them, become a claim of their own."""
        claim, here = self.place.claim, self.place.appearance
        if claim is None or here is None:
            return
        if len(claim.appearances) == 2:
            self._split(claim, (claim.appearances.index(here),))
            return
        from workbench.tui.dialogs.split import SplitDialog

        dialog = SplitDialog(self.session, claim, claim.appearances.index(here))
        self.app.push_screen(dialog, partial(self._split, claim))

    def _split(self, claim: Claim, leaving: tuple[int, ...] | None) -> None:
        if leaving:
            appearances = (claim.appearances[index] for index in leaving)
            places = [(a.article, a.start, a.end) for a in appearances]
            work = partial(self.session.split, claim.id, places)
            self.change(work, partial(self._stay_with, claim))

    def _stay_with(self, claim: Claim, outcome: Outcome[Saved | None]) -> None:
        """Stay on a claim that was split, also where the part with its id is another now."""
        if outcome.value is None:
            return
        if self.place.claim is None:
            for a in claim.appearances:
                rest = self.session.claim_at(a.article, a.start, a.end)
                if rest is not None and rest.id != outcome.value.claim_id:
                    self.place.go_to(rest.id)
                    break
        self.notify(outcome.value.message, markup=False, timeout=3)

    def _go_to_made(self, outcome: Outcome[Saved | None]) -> None:
        """Go to the claim that came of it."""
        saved = outcome.value
        if saved is not None:
            self.place.go_to(saved.claim_id)
            self.notify(saved.message, markup=False, timeout=3)
            self.call_after_refresh(self.show_all, reveal=True)


def _offer(claim: Claim) -> Offer:
    from workbench.tui.dialogs.pick import Offer
    from workbench.tui.wording import articles_text, verdicts_text

    aside = " · ".join(part for part in (articles_text(claim), verdicts_text(claim)) if part)
    return Offer(claim.id, str(claim.number), claim.text, aside)
