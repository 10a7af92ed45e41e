"""From a span of an article to the claims that hold its words."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from typing import TYPE_CHECKING

from workbench.review.spans import span_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from workbench.review.model import Appearance, Claim
    from workbench.review.spans import Span


class Places:
    """An index of claims by where they appear."""

    def __init__(self, claims: Iterable[Claim]) -> None:
        self._in_article: dict[int, list[tuple[Span, Claim]]] = defaultdict(list)
        for claim in claims:
            for a in claim.appearances:
                self._in_article[a.article].append((span_of(a), claim))
        for holders in self._in_article.values():
            holders.sort(key=lambda holder: holder[0])
        self._longest = {
            article: max(span.end - span.start for span, _ in holders)
            for article, holders in self._in_article.items()
        }

    def holding(self, span: Span) -> list[Claim]:
        """The claims of which an appearance shares words with a span, most shared words first."""
        holders = self._in_article.get(span.article, [])
        earliest = span.start - self._longest.get(span.article, 0)
        shared: dict[str, tuple[int, Claim]] = {}
        for index in range(bisect_left(holders, earliest, key=lambda h: h[0].start), len(holders)):
            other, claim = holders[index]
            if other.start >= span.end:
                break
            if span.shares_words_with(other):
                overlap = max(span.overlap(other), shared.get(claim.id, (0, claim))[0])
                shared[claim.id] = overlap, claim
        return [claim for _, claim in sorted(shared.values(), key=lambda entry: -entry[0])]


def appearance_at(claim: Claim, span: Span) -> Appearance | None:
    """The appearance of a claim that shares most words with a span."""
    shared = [a for a in claim.appearances if span.shares_words_with(span_of(a))]
    return max(shared, key=lambda a: span.overlap(span_of(a)), default=None)


def covers_half(claim: Claim, span: Span) -> bool:
    """Whether an appearance of a claim covers at least half of a span."""
    return any(2 * span.overlap(span_of(a)) >= span.end - span.start for a in claim.appearances)
