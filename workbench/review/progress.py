"""Which claims are worth going through, and how far people have come with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.review.model import Progress

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.review.model import Claim

OFFERED_WORTH = 0.45
"""From this check-worthiness on a claim that only one article makes is offered; the others are
found by going to their sentence."""


def is_offered(claim: Claim) -> bool:
    """Whether a claim belongs to the work: shared, worth checking, or touched by somebody."""
    return claim.is_shared or claim.worth >= OFFERED_WORTH or bool(claim.verdicts or claim.evidence)


def is_waiting(claim: Claim, *, second_reader: bool) -> bool:
    """Whether a claim needs a second reader and has had one reviewer only.

    Args:
        claim: The claim.
        second_reader: Whether the case asks for a second reader everywhere; elsewhere only a
            verdict that its reviewer called ready asks for one.
    """
    reviewers = {verdict.reviewer for verdict in claim.verdicts}
    asks = second_reader or any(verdict.status == "ready" for verdict in claim.verdicts)
    return len(reviewers) == 1 and asks


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
