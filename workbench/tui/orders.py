"""In which order the list shows claims."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.review.model import Claim
    from workbench.review.session import ReviewSession

_LAST = (1 << 62, 0)
"""The place of a claim whose sentences are gone."""


class Order(StrEnum):
    """In the order in which the key goes through them."""

    CONFLICTS = "conflicts first"
    DOCUMENT = "as in the articles"
    STRENGTH = "strongest matches first"
    WORTH = "most worth checking first"

    @property
    def next(self) -> Order:
        """The one after it, round and round."""
        members = list(Order)
        return members[(members.index(self) + 1) % len(members)]

    def key(self, claim: Claim, session: ReviewSession) -> tuple[float, float, int]:
        """What claims are sorted by; the number parts those that are equal otherwise.

        Numbers are given with conflicts first, and stay while a person works. A rating moves no
        claim, whatever the order: the next one stays the next one.
        """
        match self:
            case Order.DOCUMENT:
                first = claim.appearances[0] if claim.appearances else None
                article, start = (first.article, first.start) if first else _LAST
                return article, start, claim.number
            case Order.STRENGTH:
                return -session.strength(claim), 0, claim.number
            case Order.WORTH:
                return -claim.worth, 0, claim.number
            case _:
                return not claim.has_conflict, 0, claim.number
