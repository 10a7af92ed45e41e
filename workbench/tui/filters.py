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

    @property
    def none(self) -> str:
        """What is to say where no claim is listed."""
        return _SAID[self].none

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
    none: str


_NO_CLAIMS = "No sentence of these articles makes a claim that could be checked."
_SAID = {
    Filter.ALL: _Said("a", "to check", "All claims to check", _NO_CLAIMS),
    Filter.UNREVIEWED: _Said(
        "u", "unreviewed", "Without a verdict", "Every claim to check has a verdict."
    ),
    Filter.CONFLICTS: _Said(
        "c",
        "conflicts",
        "The articles contradict each other",
        "Nowhere do the articles contradict each other.",
    ),
    Filter.SHARED: _Said(
        "s", "in several articles", "In several articles", "No claim is in several articles."
    ),
    Filter.SINGLE: _Said(
        "o",
        "only in one article",
        "Only in one article",
        "No claim to check is in one article only.",
    ),
    Filter.MINE: _Said(
        "m", "yours", "With a verdict or note of yours", "No claim has a verdict or note of yours."
    ),
    Filter.DISAGREEMENTS: _Said(
        "d", "disagreements", "Reviewers disagree", "On no claim do reviewers disagree."
    ),
    Filter.WAITING: _Said(
        "w", "waiting", "Waiting for a second reader", "No claim waits for a second reader."
    ),
    Filter.EDITED: _Said(
        "e", "text edited", "The judged text was edited", "No judged text was edited."
    ),
    Filter.EVERYTHING: _Said(
        "v", "every sentence", "Every sentence, also those not offered", _NO_CLAIMS
    ),
}
