"""Matched pairs into claims: small, tight groups of sentences that say one thing.

Connected components chain unlike sentences together, so groups are made by average linkage (two
groups join while their sentences match on average) and then improved by correlation clustering's
local moves (a sentence changes group where that raises the sum of what its group gains). A group
has at most `MAX_PER_ARTICLE` sentences of one article. Ties are broken by the order of the nodes,
which the caller makes independent of the order of files.
"""

from __future__ import annotations

import heapq
import math
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

PULL_FROM = 0.35
"""A pair with a lower score pulls nothing together; it counts as 0."""
JOIN_FROM = 0.25
"""Two groups join while the mean score over all their cross-article pairs is at least this."""
MAX_PER_ARTICLE = 3
MAX_ROUNDS = 10
"""Of local moves; they nearly always settle in two or three."""


def group(articles: Sequence[int], scores: Mapping[tuple[int, int], float]) -> list[list[int]]:
    """Partition sentences into claims.

    Args:
        articles: The article of each sentence (node), by node.
        scores: Score of matched pairs of nodes, lower node first.

    Returns:
        Groups of nodes, each sorted, in order of their first node; every node is in exactly one.
    """
    neighbours: list[dict[int, float]] = [{} for _ in articles]
    for (a, b), score in scores.items():
        if score >= PULL_FROM:
            neighbours[a][b] = neighbours[b][a] = score
    group_of = _link(articles, neighbours)
    _move(articles, neighbours, group_of)
    groups: dict[int, list[int]] = {}
    for node, name in enumerate(group_of):
        groups.setdefault(name, []).append(node)
    claims: list[list[int]] = []
    for members in groups.values():
        # What joined two sentences of one article may have moved away.
        is_shared = len({articles[node] for node in members}) > 1
        claims += [members] if is_shared else [[node] for node in members]
    return sorted(claims)


def _link(articles: Sequence[int], neighbours: Sequence[Mapping[int, float]]) -> list[int]:
    """Average linkage; returns the group of each node, named by its first node."""
    members = [[node] for node in range(len(articles))]
    sums = [dict(near) for near in neighbours]
    group_of = list(range(len(articles)))
    heap = [
        (-score, a, b)
        for a, near in enumerate(neighbours)
        for b, score in near.items()
        if a < b and score >= JOIN_FROM
    ]
    heapq.heapify(heap)
    while heap:
        negative, a, b = heapq.heappop(heap)
        if not members[a] or not members[b] or b not in sums[a]:
            continue
        if -negative != _mean(articles, members[a], members[b], sums[a][b]):
            continue  # one of the two has grown since
        if not _fits(articles, members[a], members[b]):
            continue
        members[a] += members[b]
        for node in members[b]:
            group_of[node] = a
        members[b] = []
        for other, total in sums[b].items():
            del sums[other][b]
            if other != a:
                sums[a][other] = sums[other][a] = sums[a].get(other, 0.0) + total
        sums[b] = {}
        for other, total in sums[a].items():
            mean = _mean(articles, members[a], members[other], total)
            if mean >= JOIN_FROM:
                heapq.heappush(heap, (-mean, min(a, other), max(a, other)))
    return group_of


def _move(
    articles: Sequence[int], neighbours: Sequence[Mapping[int, float]], group_of: list[int]
) -> None:
    """Let each sentence change to the group where its gain is largest, until none wants to."""
    members: dict[int, set[int]] = {}
    for node, name in enumerate(group_of):
        members.setdefault(name, set()).add(node)
    for _ in range(MAX_ROUNDS):
        has_moved = False
        for node, near in enumerate(neighbours):
            home = group_of[node]
            choices = sorted({group_of[other] for other in near} - {home})
            best, best_gain = home, max(0.0, _gain(articles, near, node, members[home]))
            for choice in choices:
                gain = _gain(articles, near, node, members[choice])
                if gain > best_gain + 1e-9 and _fits(articles, [node], members[choice]):
                    best, best_gain = choice, gain
            if best != home:
                members[home].discard(node)
                members[best].add(node)
                group_of[node] = best
                has_moved = True
        if not has_moved:
            return


def _mean(articles: Sequence[int], a: Sequence[int], b: Sequence[int], total: float) -> float:
    """Mean score over the pairs of two groups that are of different articles."""
    in_a = Counter([articles[node] for node in a])
    same = sum([in_a[articles[node]] for node in b])
    return total / max(1, len(a) * len(b) - same)


def _fits(
    articles: Sequence[int], a: Sequence[int] | set[int], b: Sequence[int] | set[int]
) -> bool:
    counts = Counter([articles[node] for node in (*a, *b)])
    return max(counts.values()) <= MAX_PER_ARTICLE


def _gain(
    articles: Sequence[int], near: Mapping[int, float], node: int, members: set[int]
) -> float:
    """What a sentence adds to a group: scores above `JOIN_FROM`, less what is missing."""
    home = articles[node]
    return math.fsum(
        [near.get(other, 0.0) - JOIN_FROM for other in members if articles[other] != home]
    )
