"""Matched pairs into claims: small, tight groups of sentences that say one thing.

Connected components chain unlike sentences together. So pairs are taken best first, and a pair
joins the groups of its two sentences only if these match on average as well, and if no article
would have more than `MAX_PER_ARTICLE` sentences in the group. Two groups of several sentences each
are two claims already, and it takes more to make them one. Ties are broken by the order of the
nodes, which the caller makes independent of the order of files. Left out of the fit, this beat
average linkage with local moves (correlation clustering); see `docs/matching.md`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

PULL_FROM = 0.35
"""A pair with a lower score joins nothing."""
JOIN_FROM = 0.1
"""Two groups join if the mean score over all their cross-article pairs is at least this."""
MERGE_FROM = 0.7
MERGE_MEAN = 0.2
"""Two groups that have several sentences each join only by a pair with such a score, and only if
their mean is as high: in a case of several events, claims of two would grow together."""
MAX_PER_ARTICLE = 3
_UNIT = 1_000_000
"""Scores are added up in millionths, to which they are rounded: sums then have no order."""


def group(articles: Sequence[int], scores: Mapping[tuple[int, int], float]) -> list[list[int]]:
    """Partition sentences into claims.

    Args:
        articles: The article of each sentence (node), by node.
        scores: Score of each matched pair of nodes, lower node first; all others count as 0.

    Returns:
        Groups of nodes, each sorted, in order of their first node; every node is in exactly one.
    """
    between: dict[int, dict[int, int]] = {}
    for (a, b), score in scores.items():
        between.setdefault(a, {})[b] = between.setdefault(b, {})[a] = round(score * _UNIT)
    group_of = list(range(len(articles)))
    members = [[node] for node in group_of]
    held: list[Mapping[int, int]] = [{article: 1} for article in articles]
    pulling = [(-score, pair) for pair, score in scores.items() if score >= PULL_FROM]
    for pull, (a, b) in sorted(pulling):
        one, other = group_of[a], group_of[b]
        if one == other:
            continue
        if len(members[one]) < len(members[other]):
            one, other = other, one
        are_claims = len(members[other]) > 1
        if are_claims and -pull < MERGE_FROM:
            continue
        in_one, together, same = held[one], held[other], 0
        if not in_one.keys().isdisjoint(together):
            in_other = together
            together = {article: in_one.get(article, 0) + n for article, n in in_other.items()}
            if max(together.values()) > MAX_PER_ARTICLE:
                continue
            same = sum([count * in_one.get(article, 0) for article, count in in_other.items()])
        pairs = len(members[one]) * len(members[other]) - same
        least = MERGE_MEAN if are_claims else JOIN_FROM
        if between[one].get(other, 0) < least * _UNIT * pairs:
            continue
        for node in members[other]:
            group_of[node] = one
        members[one] += members[other]
        members[other] = []
        held[one] = {**in_one, **together}
        _merge(between, one, other)
    return sorted(sorted(group) for group in members if group)


def _merge(between: dict[int, dict[int, int]], one: int, other: int) -> None:
    """Add up what both groups have with each third."""
    ours = between[one]
    for third, total in between.pop(other).items():
        theirs = between[third]
        del theirs[other]
        if third != one:
            ours[third] = theirs[one] = ours.get(third, 0) + total
