"""The review session: the one object that holds a case's state while people work on it.

Plain methods, no terminal. Every method that changes something saves a record first and only then
shows it in `claims`; if the record could not be saved, `NotSaved` says why and nothing has changed.
Reading attributes is safe from another thread (they are replaced, never mutated); calls that change
something must come from one thread at a time.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from workbench.review.case import find_rating
from workbench.review.errors import (
    BadPlace,
    Cancelled,
    CaseError,
    NotSaved,
    ReviewError,
    UnknownRating,
)
from workbench.review.places import appearance_at
from workbench.review.reporting import Report
from workbench.review.spans import span_in, span_of
from workbench.review.state import CaseState
from workbench.review.summary import article_letter
from workbench.review.wording import describe
from workbench.text.cleaning import clean_line

if TYPE_CHECKING:
    from workbench.records import schema
    from workbench.review.model import LostAnchor

__all__ = [
    "BadPlace",
    "Cancelled",
    "CaseError",
    "NotSaved",
    "Report",
    "ReviewError",
    "ReviewSession",
    "Saved",
    "UnknownRating",
]


@dataclass(frozen=True, slots=True)
class Saved:
    """What a change did.

    Attributes:
        claim_id: The claim that it changed.
        path: The record's file, relative to the case; None if nothing had to be written.
        message: One sentence for a person ("Rated claim 3 false.").
    """

    claim_id: str
    path: str | None
    message: str


class ReviewSession(CaseState):
    """A case opened for review, and what a person can change in it."""

    def rate(
        self,
        claim_id: str,
        rating: str,
        *,
        conclusion: str | None = None,
        justification: str | None = None,
        uncertainty: str | None = None,
        status: str | None = None,
        role: str | None = None,
        blind: bool = False,
        correction: tuple[str, str] | None = None,
    ) -> Saved:
        """Save a verdict of this reviewer; None keeps what their verdict in force says.

        A verdict that says what the one in force says, of the same appearances, writes nothing.

        Args:
            claim_id: Which claim.
            rating: A name on the case's scale, or its digit.
            conclusion: The sentence that would be published.
            justification: Why.
            uncertainty: What is not known.
            status: `draft`, `ready`, `approved`, `published` or `withdrawn`.
            role: `checker`, `second` or `adjudicator`; an adjudicator settles all other verdicts.
            blind: Whether others' verdicts were hidden from this reviewer until now; kept with the
                rating until it changes.
            correction: Why what was published is changed or withdrawn, and the note for readers.

        Raises:
            NotSaved: Nothing was written; the message says why.
            UnknownRating: The case's scale has no such rating.
            KeyError: No such claim.
        """
        claim = self.claim(claim_id)
        name = find_rating(self.case.scale, rating).name
        says = {
            "rating": name,
            "conclusion": conclusion,
            "justification": justification,
            "uncertainty": uncertainty,
            "status": status,
            "role": role,
            "blind": blind,
            "correction": correction and {"reason": correction[0], "public_note": correction[1]},
        }
        if self._desk.verdict(claim, says) is None:
            return Saved(claim.id, None, f"Already rated {name}; nothing to save.")
        return self._saved(f"Rated claim {claim.number} {name}.")

    def add_evidence(
        self, claim_id: str, *, replaces: str | None = None, **fields: object
    ) -> Saved:
        """Save an evidence note (fields of `EvidenceRecord`), or a new wording of an old one.

        Args:
            claim_id: Which claim.
            replaces: Id of the own note that this is a new wording of; fields left out, or None,
                stay as they are in it.
            fields: What the note says.

        Raises:
            NotSaved: Nothing was written; the message says why.
            KeyError: No such claim, or no such note in force on it.
        """
        claim = self.claim(claim_id)
        if self._desk.evidence(claim, replaces, fields) is None:
            return Saved(claim.id, None, "The note says that already; nothing to save.")
        done = "Added" if replaces is None else "Changed"
        return self._saved(f"{done} evidence on claim {claim.number}.")

    def retract(self, claim_id: str, record_id: str) -> Saved:
        """Take back one's own verdict or evidence note that is in force.

        Raises:
            NotSaved: Nothing was written; the message says why.
            KeyError: No such claim, or no such record in force on it.
        """
        claim = self.claim(claim_id)
        old = self._desk.retraction(claim, record_id)
        return self._saved(f"Took back: {describe(old, claim.number)}.")

    def link(self, claim_id: str, article: int, start: int, end: int) -> Saved:
        """Say that a span belongs to a claim: confirms a match, or adds it by hand.

        A span that is added is taken out of the claim that it was in.

        Raises:
            NotSaved: Nothing was written; the message says why.
            BadPlace: The article has no such span, or there is nothing to read in it.
            KeyError: No such claim.
        """
        claim = self.claim(claim_id)
        span = span_in(self.articles, article, start, end)
        there = appearance_at(claim, span)
        if there is None:
            self._desk.link(claim, "added", span, [*claim.appearances, span])
            return self._saved(f"Linked the sentence to claim {claim.number}.")
        if there.origin in {"confirmed", "added"} and not there.disputed:
            return Saved(claim.id, None, "That sentence is linked already; nothing to save.")
        self._desk.link(claim, "confirmed", span_of(there), claim.appearances)
        return self._saved(f"Confirmed the sentence in claim {claim.number}.")

    def unlink(self, claim_id: str, article: int, start: int, end: int) -> Saved:
        """Say that an appearance does not belong to a claim.

        Raises:
            NotSaved: Nothing was written; the message says why.
            BadPlace: The article has no such span, or there is nothing to read in it.
            KeyError: No such claim.
        """
        claim = self.claim(claim_id)
        there = appearance_at(claim, span_in(self.articles, article, start, end))
        if there is None:
            raise NotSaved(f"NOT SAVED: that sentence does not belong to claim {claim.number}.")
        rest = [appearance for appearance in claim.appearances if appearance != there]
        if not rest:
            raise NotSaved(
                f"NOT SAVED: claim {claim.number} has this sentence only; "
                "link another one first, or take its verdict back."
            )
        self._desk.link(claim, "rejected", span_of(there), rest)
        return self._saved(f"Took the sentence out of claim {claim.number}.")

    def settle(self, claim_id: str, lost: LostAnchor, place: tuple[int, int, int] | None) -> Saved:
        """Say where a judged sentence is now whose article was edited, or that it is gone.

        Args:
            claim_id: Which claim.
            lost: One of the claim's `lost`.
            place: Article index, start and end in code points; None if it is gone.

        Raises:
            NotSaved: Nothing was written; the message says why.
            BadPlace: The article has no such span, or there is nothing to read in it.
            KeyError: No such claim, or it has not lost that.
        """
        claim = self.claim(claim_id)
        span = None if place is None else span_in(self.articles, *place)
        self._desk.settle(claim, lost, span)
        where = "is gone" if span is None else f"is now in {article_letter(span.article)}"
        return self._saved(f"Noted that the edited sentence of claim {claim.number} {where}.")

    def reword(self, claim_id: str, article: int, start: int, end: int) -> Saved:
        """Word a claim as one of its appearances does; verdicts on it are about these words.

        Raises:
            NotSaved: Nothing was written; the message says why.
            BadPlace: The article has no such span, or there is nothing to read in it.
            KeyError: No such claim.
        """
        claim = self.claim(claim_id)
        there = appearance_at(claim, span_in(self.articles, article, start, end))
        if there is None:
            raise NotSaved(f"NOT SAVED: that sentence does not belong to claim {claim.number}.")
        if claim.verdicts:
            raise NotSaved(
                f"NOT SAVED: claim {claim.number} has a verdict on its present wording; "
                "take that back first."
            )
        text = clean_line(self.articles[there.article].text[there.start : there.end])
        if text == claim.text:
            return Saved(claim.id, None, "The claim is worded so already; nothing to save.")
        self._desk.link(
            replace(claim, text=text, speaker=""), "confirmed", span_of(there), claim.appearances
        )
        return self._saved(f"Claim {claim.number} is now worded as in {article_letter(article)}.")

    def undo(self) -> Saved | None:
        """Undo this reviewer's latest change, of whatever session; None if there is none.

        Raises:
            NotSaved: Nothing was written; the message says why.
        """
        undone = self._desk.undo()
        return None if undone is None else self._saved("Undone: {}.", undone)

    def redo(self) -> Saved | None:
        """Redo what was undone last; None if there is nothing to redo.

        Raises:
            NotSaved: Nothing was written; the message says why.
        """
        redone = self._desk.redo()
        return None if redone is None else self._saved("Redone: {}.", redone)

    def _saved(self, message: str, about: schema.Record | None = None) -> Saved:
        """Show what the record just written changed, and tell of it.

        Args:
            message: One sentence, with a place for the change in words if there is one.
            about: The change that was undone or redone.
        """
        written = self._book.stored[-1]
        self._refresh()
        claim = self._recorded.get(written.record.id)
        claim_id = written.record.claim.id if claim is None else claim.id
        if about is not None:
            message = message.format(describe(about, claim.number if claim else None))
        return Saved(claim_id, written.path, message)
