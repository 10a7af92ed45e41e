"""What every change of a case ends with: its record is on disk, and the claims are made anew."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.review.asking import Asking
from workbench.review.places import appearance_at
from workbench.review.spans import Span
from workbench.review.wording import describe

if TYPE_CHECKING:
    from workbench.records import schema
    from workbench.review.model import Claim


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


class Saving(Asking):
    """A case of which the latest record is told."""

    def _saved(self, message: str, about: schema.Record | None = None) -> Saved:
        """Show what the record just written changed, and tell of it.

        Args:
            message: One sentence, with a place for the change in words if there is one.
            about: The change that was undone or redone.
        """
        written = self._book.stored[-1]
        self._refresh()
        claim = self._recorded.get(written.record.id)
        if about is not None:
            message = message.format(describe(about, claim.number if claim else None))
        if claim is None:  # It was a claim by this record alone: its words are another's again.
            claim = self._holder(written.record)
        claim_id = written.record.claim.id if claim is None else claim.id
        return Saved(claim_id, written.path, message)

    def _holder(self, record: schema.Record) -> Claim | None:
        """The claim that holds what a record is about, now that no claim is made of it."""
        for appearance in record.claim.appearances:
            found = self._book.locate(appearance)
            if isinstance(found, Span):
                holding = (c for c in self._holding(found) if appearance_at(c, found))
                if (claim := next(holding, None)) is not None:
                    return claim
        return None
