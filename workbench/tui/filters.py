"""Which claims the list shows. Names are those of `workbench --filter`."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.review.model import Claim
    from workbench.review.session import ReviewSession


class Filter(StrEnum):
    """In the order of the menu."""

    ALL = "all"
    UNREVIEWED = "unreviewed"
    CONFLICTS = "conflicts"
    SHARED = "shared"
    SINGLE = "single"
    MINE = "mine"
    DISAGREEMENTS = "disagreements"
    WAITING = "waiting"
    EDITED = "edited"
    EVERYTHING = "everything"

    @property
    def words(self) -> str:
        """What the list's head says."""
        return _SAID[self].words

    @property
    def key(self) -> str:
        """The letter that chooses it in the menu."""
        return _SAID[self].key

    @property
    def meaning(self) -> str:
        """What the menu says."""
        return _SAID[self].meaning

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
            case Filter.SINGLE:
                return session.is_offered(claim) and not claim.is_shared
            case Filter.MINE:
                own = session.reviewer
                return any(r.reviewer == own for r in (*claim.verdicts, *claim.evidence))
            case Filter.DISAGREEMENTS:
                return claim.is_disputed
            case Filter.WAITING:
                return session.is_waiting(claim)
            case Filter.EDITED:
                return bool(claim.lost)
            case _:
                return session.is_offered(claim)


@dataclass(frozen=True, slots=True)
class _Said:
    key: str
    words: str
    meaning: str


_SAID = {
    Filter.ALL: _Said("a", "to check", "All claims to check"),
    Filter.UNREVIEWED: _Said("u", "unreviewed", "Without a verdict"),
    Filter.CONFLICTS: _Said("c", "conflicts", "The articles contradict each other"),
    Filter.SHARED: _Said("s", "in several articles", "In several articles"),
    Filter.SINGLE: _Said("o", "only in one article", "Only in one article"),
    Filter.MINE: _Said("m", "yours", "With a verdict or note of yours"),
    Filter.DISAGREEMENTS: _Said("d", "disagreements", "Reviewers disagree"),
    Filter.WAITING: _Said("w", "waiting", "Waiting for a second reader"),
    Filter.EDITED: _Said("e", "text edited", "The judged text was edited"),
    Filter.EVERYTHING: _Said("v", "every sentence", "Every sentence, also those not offered"),
}
