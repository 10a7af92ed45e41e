"""Which claims are worth going through, how far people have come, and who waits for whom."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from workbench.review.model import Origin, Progress
from workbench.review.signing import opinions_of_others
from workbench.review.summary import listed
from workbench.text.cleaning import clean_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.review.model import Claim

_NAME = 60

OFFERED_WORTH = 0.45
"""From this check-worthiness on a claim that only one article makes is offered; the others are
found by going to their sentence."""


def is_offered(claim: Claim) -> bool:
    """Whether a claim belongs to the work: shared, worth checking, or touched by somebody.

    It does so too where what somebody said of it is kept from the reader.
    """
    if claim.is_shared or claim.worth >= OFFERED_WORTH:
        return True
    if claim.verdicts or claim.evidence or claim.hides_verdict:
        return True
    return any(appearance.origin is Origin.ADDED for appearance in claim.appearances)


class Need(StrEnum):
    """Whom a claim waits for."""

    ADJUDICATOR = "an adjudicator"
    SECOND_READER = "a second reader"
    APPROVAL = "approval"
    PUBLICATION = "publication"


@dataclass(frozen=True, slots=True)
class Waiting:
    """Whom a claim waits for.

    Attributes:
        need: As what.
        reviewers: Those who have judged it: for approval one of them, else somebody else.
    """

    need: Need
    reviewers: tuple[str, ...]

    def __str__(self) -> str:
        """In words, safe to show: "a second reader other than Ada"."""
        names = [clean_line(name, _NAME) for name in self.reviewers]
        if self.need is Need.PUBLICATION:
            return str(self.need)
        if self.need is Need.APPROVAL:
            return f"{self.need} by {' or '.join(names)}"
        return f"{self.need} other than {listed(names)}"


def waits_for(claim: Claim, *, second_reader: bool) -> Waiting | None:
    """Whom a claim waits for now, if for anybody.

    Args:
        claim: The claim.
        second_reader: Whether the case asks for a second reader everywhere; elsewhere only a
            verdict that its reviewer called ready asks for one.
    """
    standing = [verdict for verdict in claim.verdicts if verdict.status != "withdrawn"]
    reviewers = tuple(dict.fromkeys(verdict.reviewer for verdict in standing))
    statuses = {verdict.status for verdict in standing}
    asks = second_reader or "ready" in statuses
    if claim.is_disputed:
        return Waiting(Need.ADJUDICATOR, tuple(dict.fromkeys(v.reviewer for v in claim.verdicts)))
    if not standing or "published" in statuses:
        return None
    if "approved" in statuses:
        return Waiting(Need.PUBLICATION, reviewers)
    if len(reviewers) == 1 and not opinions_of_others(claim.history, reviewers[0]):
        return Waiting(Need.SECOND_READER, reviewers) if asks else None
    return Waiting(Need.APPROVAL, reviewers) if "ready" in statuses else None


def is_waiting(claim: Claim, *, second_reader: bool) -> bool:
    """Whether a claim waits for a second reader (see `waits_for`)."""
    waiting = waits_for(claim, second_reader=second_reader)
    return waiting is not None and waiting.need is Need.SECOND_READER


def count(claims: Sequence[Claim], *, second_reader: bool) -> Progress:
    """The counts for the header and for `workbench status`."""
    offered = [claim for claim in claims if is_offered(claim)]
    return Progress(
        offered=len(offered),
        reviewed=sum(claim.is_reviewed for claim in offered),
        conflicts=sum(claim.has_conflict for claim in claims),
        disagreements=sum(claim.is_disputed for claim in claims),
        waiting=sum(is_waiting(claim, second_reader=second_reader) for claim in claims),
        lost=sum(bool(claim.lost) for claim in claims),
    )
