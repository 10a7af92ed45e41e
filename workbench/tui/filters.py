"""Which claims the list shows. Names are those of `workbench --filter`."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.review.model import Claim
    from workbench.review.session import ReviewSession


class Filter(StrEnum):
    """In the order in which the key goes through them."""

    ALL = "all"
    UNREVIEWED = "unreviewed"
    CONFLICTS = "conflicts"
    SHARED = "shared"
    DISAGREEMENTS = "disagreements"
    EVERYTHING = "everything"

    @property
    def words(self) -> str:
        """What the list's head says."""
        return _WORDS[self]

    @property
    def next(self) -> Filter:
        """The one after it, round and round."""
        members = list(Filter)
        return members[(members.index(self) + 1) % len(members)]

    def lets_through(self, claim: Claim, session: ReviewSession) -> bool:
        """Whether a claim is in the list."""
        match self:
            case Filter.EVERYTHING:
                return True
            case Filter.UNREVIEWED:
                return session.is_offered(claim) and not claim.is_reviewed
            case Filter.CONFLICTS:
                return claim.has_conflict
            case Filter.SHARED:
                return claim.is_shared
            case Filter.DISAGREEMENTS:
                return claim.is_disputed
            case _:
                return session.is_offered(claim)


_WORDS = {
    Filter.ALL: "to check",
    Filter.UNREVIEWED: "unreviewed",
    Filter.CONFLICTS: "conflicts",
    Filter.SHARED: "in several articles",
    Filter.DISAGREEMENTS: "disagreements",
    Filter.EVERYTHING: "every sentence",
}
