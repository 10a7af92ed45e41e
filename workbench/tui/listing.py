"""What the list of claims shows: which claims, in which order, narrowed to which words."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from workbench.tui.filters import Filter
from workbench.tui.orders import Order

if TYPE_CHECKING:
    from workbench.review.model import Claim
    from workbench.review.session import ReviewSession


@dataclass(frozen=True, slots=True)
class Listing:
    """How a person wants to see the claims.

    Attributes:
        filter: Which of them.
        order: One after another how.
        words: What has to stand in their wording; empty if anything may.
    """

    filter: Filter = Filter.ALL
    order: Order = Order.CONFLICTS
    words: str = ""

    @property
    def is_partial(self) -> bool:
        """Whether something keeps claims out that are to be checked."""
        return bool(self.words) or self.filter is not Filter.ALL

    @property
    def wider(self) -> Listing:
        """One step back: without the words, then without the filter."""
        return replace(self, words="") if self.words else replace(self, filter=Filter.ALL)

    def of(self, session: ReviewSession) -> tuple[Claim, ...]:
        """The claims of a case that are listed so."""
        pattern = _pattern(self.words)
        found = [
            claim
            for claim in session.claims
            if self.filter.lets_through(claim, session)
            and (pattern is None or pattern.match(f"{claim.number} {claim.text}"))
        ]
        return tuple(sorted(found, key=lambda claim: self.order.key(claim, session)))

    def lists(self, claim: Claim, session: ReviewSession) -> bool:
        """Whether a claim is listed."""
        pattern = _pattern(self.words)
        return self.filter.lets_through(claim, session) and (
            pattern is None or pattern.match(f"{claim.number} {claim.text}") is not None
        )


def _pattern(words: str) -> re.Pattern[str] | None:
    """Matches a claim's number and text if every word, or its beginning, stands in them."""
    parts = words.split()
    if not parts:
        return None
    return re.compile("".join(rf"(?=.*{re.escape(part)})" for part in parts), re.IGNORECASE)
