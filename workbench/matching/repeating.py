"""Sentences that stand in many places word for word: compared at the first few, taken over after.

A thousand prints of one agency report would make millions of pairs that all say the same. So of a
wording that stands in more than `PLACES` places only the first ones take part in comparing. Each
later one is then matched with one of these, as surely as these match each other, and stands in
their claim, where it counts as the copy that it is. What does not fit into a claim because its
article has too many sentences there already makes a further claim of the same wording.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

from workbench.matching.claims import MAX_PER_ARTICLE

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

PLACES = 10
"""Of a wording in more places, only the first so many are compared."""


class Repeat(NamedTuple):
    """Nodes of one wording, in order.

    Attributes:
        first: Those that are compared, of one article no more than a claim may have.
        later: All others.
    """

    first: list[int]
    later: list[int]


class Grown(NamedTuple):
    """Nodes that make one claim.

    Attributes:
        members: Those that were compared; of a further claim of a wording, its first.
        later: Copies of some of these.
    """

    members: list[int]
    later: list[int]


def find_repeats(
    terms: Sequence[tuple[str, ...]], article_of: Sequence[int], text_of: Callable[[int], str]
) -> list[Repeat]:
    """The wordings that stand in more than `PLACES` places.

    Args:
        terms: What the words of each sentence (node) are compared by, alike in one wording.
        article_of: The article of each node.
        text_of: The words of a node.
    """
    often = {words for words, count in Counter(terms).items() if count > PLACES}
    if not often:
        return []
    places: defaultdict[str, list[int]] = defaultdict(list)
    for node, words in enumerate(terms):
        if words in often:
            places[text_of(node)].append(node)
    return [_split(nodes, article_of) for nodes in places.values() if len(nodes) > PLACES]


def _split(nodes: Sequence[int], article_of: Sequence[int]) -> Repeat:
    held: Counter[int] = Counter()
    found = Repeat([], [])
    for node in nodes:
        held[article_of[node]] += 1
        is_first = len(found.first) < PLACES and held[article_of[node]] <= MAX_PER_ARTICLE
        found[not is_first].append(node)
    return found


def taken_over(
    repeat: Repeat, scores: Mapping[int, Mapping[int, float]], article_of: Sequence[int]
) -> list[tuple[int, int, float]]:
    """The matches of later copies, each with a first place in another article, and their score.

    Args:
        repeat: The copies.
        scores: What was matched with a node, and how surely, by node.
        article_of: The article of each node.
    """
    first = repeat.first
    known = [scores[a][b] for a in first if a in scores for b in first if b in scores[a]]
    if not known:
        return []  # too little is said in it to be a match
    score = min(known)
    one = first[0]
    other = next(node for node in first if article_of[node] != article_of[one])
    return [
        (one if article_of[node] != article_of[one] else other, node, score)
        for node in repeat.later
    ]


def grow(
    groups: Sequence[Sequence[int]], repeats: Sequence[Repeat], article_of: Sequence[int]
) -> list[Grown]:
    """Claims with the later copies of what they hold.

    Args:
        groups: What `workbench.matching.claims` made, later copies by themselves.
        repeats: Wordings whose later copies are matched.
        article_of: The article of each node.
    """
    moved = {node for repeat in repeats for node in repeat.later}
    grown = [Grown([*members], []) for members in groups if members[0] not in moved]
    home = {node: claim for claim in grown for node in claim.members} if repeats else {}
    for repeat in repeats:
        own = home[repeat.first[0]]
        claims = [own]
        held = [Counter([article_of[node] for node in (*own.members, *own.later)])]
        at: Counter[int] = Counter()
        for node in repeat.later:
            article = article_of[node]
            while at[article] < len(claims) and held[at[article]][article] >= MAX_PER_ARTICLE:
                at[article] += 1
            if at[article] == len(claims):
                claims.append(Grown([], []))
                held.append(Counter())
            claim = claims[at[article]]
            held[at[article]][article] += 1
            (claim.later if claim.members else claim.members).append(node)
        for claim, articles in zip(claims[1:], held[1:], strict=True):
            if len(articles) > 1:
                grown.append(claim)
            else:  # an article repeats itself
                grown += [Grown([node], []) for node in (*claim.members, *claim.later)]
    return grown
