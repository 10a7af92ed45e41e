"""Matched pairs into claims: small, tight groups of sentences that say one thing.

Connected components chain unlike sentences together. So pairs are taken best first, and a pair
joins the groups of its two sentences only if these match on average as well, and if no article
would have more than `MAX_PER_ARTICLE` sentences in the group. Ties are broken by the order of the
nodes, which the caller makes independent of the order of files. Left out of the fit, this beat
average linkage with local moves (correlation clustering); see `docs/matching.md`.
"""

from __future__ import annotations

import math
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

PULL_FROM = 0.35
"""A pair with a lower score joins nothing."""
JOIN_FROM = 0.2
"""Two groups join if the mean score over all their cross-article pairs is at least this."""
MAX_PER_ARTICLE = 3


def group(articles: Sequence[int], scores: Mapping[tuple[int, int], float]) -> list[list[int]]:
    """Partition sentences into claims.

    Args:
        articles: The article of each sentence (node), by node.
        scores: Score of each matched pair of nodes, lower node first; all others count as 0.

    Returns:
        Groups of nodes, each sorted, in order of their first node; every node is in exactly one.
    """
    neighbours: dict[int, dict[int, float]] = {}
    for (a, b), score in scores.items():
        neighbours.setdefault(a, {})[b] = score
        neighbours.setdefault(b, {})[a] = score
    group_of = list(range(len(articles)))
    members = [[node] for node in group_of]
    pulling = [(-score, pair) for pair, score in scores.items() if score >= PULL_FROM]
    for _, (a, b) in sorted(pulling):
        one, other = group_of[a], group_of[b]
        if one == other:
            continue
        if len(members[one]) < len(members[other]):
            one, other = other, one
        if _belong_together(articles, neighbours, members[one], members[other]):
            for node in members[other]:
                group_of[node] = one
            members[one] += members[other]
            members[other] = []
    return sorted(sorted(group) for group in members if group)


def _belong_together(
    articles: Sequence[int],
    neighbours: Mapping[int, Mapping[int, float]],
    larger: Sequence[int],
    smaller: Sequence[int],
) -> bool:
    """Whether two groups may be one: few enough sentences an article, and like on average."""
    in_larger = Counter([articles[node] for node in larger])
    in_smaller = Counter([articles[node] for node in smaller])
    if any(count + in_larger[article] > MAX_PER_ARTICLE for article, count in in_smaller.items()):
        return False
    same = sum([count * in_larger[article] for article, count in in_smaller.items()])
    total = math.fsum(
        [
            neighbours[node].get(other, 0.0)
            for node in smaller
            if node in neighbours
            for other in larger
        ]
    )
    pairs = len(larger) * len(smaller) - same
    return pairs > 0 and total / pairs >= JOIN_FROM
