"""The review session: the one object that holds a case's state while people work on it.

Plain methods, no terminal. Every method that changes something saves a record first and only then
shows it in `claims`; if the record could not be saved, `NotSaved` says why and nothing has changed.
Reading attributes is safe from another thread (they are replaced, never mutated); calls that change
something must come from one thread at a time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from workbench.review.case import find_rating
from workbench.review.errors import (
    BadPlace,
    Cancelled,
    CaseError,
    NotSaved,
    ReviewError,
    UnknownRating,
)
from workbench.review.regrouping import Regrouping
from workbench.review.reporting import Report
from workbench.review.saving import Saved
from workbench.review.wording import describe

if TYPE_CHECKING:
    from workbench.records.schema import Record

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

_AFTER_ANOTHER = ("approved", "published")
_JUDGE_FIRST = "save your verdict as a draft or as ready first; the other is hidden until then"


class ReviewSession(Regrouping):
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
        claim = self._by_id[claim_id]
        says = self._says(
            rating,
            conclusion=conclusion,
            justification=justification,
            uncertainty=uncertainty,
            status=status,
            role=role,
            correction=correction,
        )
        name = says["rating"]
        if self.claim(claim_id).hides_verdict:
            says["blind"] = True
            if status in _AFTER_ANOTHER:
                raise NotSaved(f"NOT SAVED: {_JUDGE_FIRST}.")
        else:
            says["blind"] = blind
        if self._desk.verdict(claim, says) is None:
            return Saved(claim.id, None, f"Already rated {name}; nothing to save.")
        return self._saved(f"Rated claim {claim.number} {name}.")

    def why_not_rated(self, claim_id: str, rating: str, **says: Any) -> str:
        """Why `rate` would refuse a verdict, as a clause; empty if it would not.

        Raises:
            UnknownRating: The case's scale has no such rating.
            KeyError: No such claim.
        """
        if self.claim(claim_id).hides_verdict:
            return _JUDGE_FIRST if says.get("status") in _AFTER_ANOTHER else ""
        return self._desk.why_not(self._by_id[claim_id], self._says(rating, **says))

    def _says(self, rating: str, **says: Any) -> dict[str, Any]:
        """What a verdict says, as its record does."""
        correction = says.pop("correction", None)
        return {
            **says,
            "rating": find_rating(self.case.scale, rating).name,
            "correction": correction and {"reason": correction[0], "public_note": correction[1]},
        }

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
        claim = self._by_id[claim_id]
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
        claim = self._by_id[claim_id]
        old = self._desk.retraction(claim, record_id)
        return self._saved(f"Took back: {describe(old, claim.number)}.")

    def undo(self) -> Saved | None:
        """Undo this reviewer's latest change, of whatever session; None if there is none.

        Raises:
            NotSaved: Nothing was written; the message says why.
        """
        return self._take_back(self._desk.undoable(), "Undone: {}.")

    def redo(self) -> Saved | None:
        """Redo what was undone last; None if there is nothing to redo.

        Raises:
            NotSaved: Nothing was written; the message says why.
        """
        return self._take_back(self._desk.redoable(), "Redone: {}.")

    def _take_back(self, record: Record | None, message: str) -> Saved | None:
        if record is None:
            return None
        by = self._desk.taking_back(record)
        claim = self._recorded.get(record.id)
        if claim is not None and by.kind == "link":
            self._keep_words_judged_since(claim, by)
        return self._saved(message, self._desk.take_back(record, by))
