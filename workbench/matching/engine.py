"""From the articles of a case to matches, relations and claims: the one call of this layer.

The steps, each in its own module: `preparing` (words and weights), `candidates` (which pairs),
`score` (how likely one claim), `facts` and `relations` (what differs), `claims` (groups), `worth`
(what to check first). This module only joins them, and takes care that nothing but the articles
themselves decides the result: inside, articles stand in the order of their content's digest, so
the order of files changes indices and nothing else.
"""

from __future__ import annotations

import gc
import math
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from workbench.matching.candidates import blocks_of, compare, min_cosine
from workbench.matching.claims import group
from workbench.matching.copying import copies
from workbench.matching.facts import Facts, read_facts
from workbench.matching.language import is_english
from workbench.matching.model import (
    ClaimGroup,
    Difference,
    Match,
    Matching,
    Relation,
    SentenceRef,
)
from workbench.matching.preparing import asserting, prepare, read_terms
from workbench.matching.relations import differences, flipped, relation, tell_of_other_days
from workbench.matching.score import POSSIBLE_FROM, likely, probability, strength
from workbench.matching.worth import worth
from workbench.text.attribution import find_attribution

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from workbench.text.article import Article

CONFLICT_BONUS = 0.2
"""What a contradiction adds to the pull of a pair: what contradicts belongs in one claim, where a
reader sees both sides, even if each has sentences that agree with it more."""
_POSSIBLE_ODDS = math.log(POSSIBLE_FROM / (1 - POSSIBLE_FROM)) - 1e-5
_PRONOUNS = frozenset({"he", "she", "it", "they", "we", "i", "who"})
OTHER_DAY_MALUS = 0.3
"""What it takes away that two sentences date themselves differently and do not contradict each
other: then they tell of two things."""
MAX_HEADLINE_WORDS = 40
_POINTS_BACK = frozenset(
    {"he", "she", "it", "they", "this", "that", "these", "those", "his", "her"}
)
"""A wording that opens with one of these is not understood on its own."""
_SERIOUSNESS = {Relation.CONFLICTS: 0, Relation.DIFFERS: 1, Relation.AGREES: 2}


class Cancelled(Exception):  # noqa: N818 - nothing went wrong
    """Matching was stopped because `is_cancelled` said so."""


def match_articles(
    articles: Sequence[Article],
    *,
    all_pairs: bool = False,
    report: Callable[[int, int], None] = lambda done, total: None,  # noqa: ARG005
    is_cancelled: Callable[[], bool] = lambda: False,
) -> Matching:
    """Match the sentences of all articles of a case and group them into claims.

    Args:
        articles: In the order in which the results are to name them.
        all_pairs: Whether `matches` lists every candidate pair, however low its score.
        report: Told how many articles are compared with those before them, and of how many.
        is_cancelled: Asked before each article.

    Raises:
        Cancelled: `is_cancelled` said so.
    """
    with _collector_paused():
        return _match_all(articles, all_pairs, report, is_cancelled)


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Pause garbage collection, which takes a fifth of the time: all that is made lives on."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _match_all(
    articles: Sequence[Article],
    all_pairs: bool,
    report: Callable[[int, int], None],
    is_cancelled: Callable[[], bool],
) -> Matching:
    order = sorted(
        range(len(articles)),
        key=lambda i: (articles[i].sha256, articles[i].source, articles[i].text),
    )
    case = _Case(order, [articles[i] for i in order])
    scores = _scores(case, report, is_cancelled, all_pairs=all_pairs)
    listed = scores if all_pairs else {k: v for k, v in scores.items() if v >= POSSIBLE_FROM}
    found = {pair: differences(case.facts(pair[0]), case.facts(pair[1])) for pair in listed}
    matches = [_match(case, pair, scores[pair], found[pair]) for pair in listed]
    matches.sort(key=lambda match: (-match.score, match.a, match.b))
    relations = {
        pair: relation(diffs) for pair, diffs in found.items() if scores[pair] >= POSSIBLE_FROM
    }
    claims = _claims(case, scores, relations)
    return Matching(tuple(matches), claims)


class Node(NamedTuple):
    """Inside, a sentence by its article's place in the order of digests (quicker to hash)."""

    article: int
    sentence: int


class _Case:
    """The articles in the order of their digests, and what was read of their sentences."""

    def __init__(self, order: Sequence[int], articles: Sequence[Article]) -> None:
        self.order = order
        self.articles = articles
        self._facts: dict[Node, Facts] = {}
        self._is_english = [is_english(article) for article in articles]

    def facts(self, node: Node) -> Facts:
        """The facts of a sentence, read once."""
        if node not in self._facts:
            article = self.articles[node.article]
            text = article.sentence_text(node.sentence)
            self._facts[node] = read_facts(
                text, article.metadata.date, is_english=self._is_english[node.article]
            )
        return self._facts[node]

    def ref(self, node: Node) -> SentenceRef:
        """The sentence as the caller knows it."""
        return SentenceRef(self.order[node.article], node.sentence)

    def nodes(self) -> list[Node]:
        """All sentences that take part, in order."""
        return [
            Node(place, sentence.index)
            for place, article in enumerate(self.articles)
            for sentence in asserting(article)
        ]


def _scores(
    case: _Case,
    report: Callable[[int, int], None],
    is_cancelled: Callable[[], bool],
    *,
    all_pairs: bool,
) -> dict[tuple[Node, Node], float]:
    scores: dict[tuple[Node, Node], float] = {}
    read = [read_terms(article) for article in case.articles]
    least = min_cosine(len(read))
    floor = -math.inf if all_pairs else _POSSIBLE_ODDS
    done = 0
    for block in blocks_of(read):
        for rows in compare(prepare([read[place] for place in block])):
            if is_cancelled():
                raise Cancelled
            report(done, len(read))
            done += 1
            for pair, odds in likely(rows, 0.0 if all_pairs else least, floor):
                if pair.cosine < least:
                    odds = min(odds, _POSSIBLE_ODDS)
                value = probability(odds)
                if all_pairs or value >= POSSIBLE_FROM:
                    a = Node(block[pair.a.article], pair.a.sentence)
                    scores[Node(block[pair.b.article], pair.b.sentence), a] = value
    report(len(read), len(read))
    return scores


def _match(
    case: _Case, pair: tuple[Node, Node], value: float, found: tuple[Difference, ...]
) -> Match:
    a, b = case.ref(pair[0]), case.ref(pair[1])
    if b < a:
        a, b, found = b, a, flipped(found)
    return Match(a, b, value, strength(value), relation(found), found)


def _claims(
    case: _Case,
    scores: Mapping[tuple[Node, Node], float],
    relations: Mapping[tuple[Node, Node], Relation],
) -> tuple[ClaimGroup, ...]:
    nodes = case.nodes()
    number = {node: index for index, node in enumerate(nodes)}
    matched = {
        (number[a], number[b]): value + _pull(case, a, b, relations[a, b])
        for (a, b), value in scores.items()
        if value >= POSSIBLE_FROM
    }
    groups = group([node.article for node in nodes], matched)
    claims = [_claim(case, [nodes[i] for i in members], scores, relations) for members in groups]
    return tuple(sorted(claims, key=_claim_order))


def _pull(case: _Case, a: Node, b: Node, relation_: Relation) -> float:
    """What draws two sentences together, or keeps them apart, beside their score."""
    if relation_ is Relation.CONFLICTS:
        return CONFLICT_BONUS
    return -OTHER_DAY_MALUS if tell_of_other_days(case.facts(a), case.facts(b)) else 0.0


def _claim(
    case: _Case,
    members: Sequence[Node],
    scores: Mapping[tuple[Node, Node], float],
    relations: Mapping[tuple[Node, Node], Relation],
) -> ClaimGroup:
    worths = {node: worth(case.facts(node)) for node in members}
    headline = max(
        members, key=lambda node: (_fitness(case, node, members, scores, worths[node][0]), node)
    )
    within = [relations[a, b] for a in members for b in members if (a, b) in relations]
    value, reasons = worths[headline]
    return ClaimGroup(
        headline=case.ref(headline),
        members=tuple(sorted(case.ref(node) for node in members)),
        relation=min(within, key=_SERIOUSNESS.__getitem__) if within else None,
        speaker=_speaker(case.facts(headline)),
        worth=value,
        reasons=reasons,
        copied=_copied(case, members),
    )


def _copied(case: _Case, members: Sequence[Node]) -> tuple[tuple[SentenceRef, ...], ...]:
    """Members of different articles that are one wording, in an order of the articles' own."""
    found = copies([case.facts(node).text for node in members])
    named = [tuple(sorted(case.ref(members[i]) for i in copy)) for copy in found]
    return tuple(sorted(copy for copy in named if len({ref.article for ref in copy}) > 1))


def _speaker(facts: Facts) -> str:
    """Who is said to say a sentence, by name or role; a pronoun tells a reader nothing."""
    attribution = find_attribution(facts.text)
    if attribution is None or attribution.speaker.lower() in _PRONOUNS:
        return ""
    return attribution.speaker


def _fitness(
    case: _Case,
    node: Node,
    members: Sequence[Node],
    scores: Mapping[tuple[Node, Node], float],
    value: float,
) -> float:
    """How well a sentence's wording stands for its claim."""
    facts = case.facts(node)
    nearness = sum(scores.get((min(node, m), max(node, m)), 0.0) for m in members)
    opens_back = facts.text.lstrip(" “\"'").partition(" ")[0].lower() in _POINTS_BACK
    is_long = facts.text.count(" ") >= MAX_HEADLINE_WORDS
    return nearness / max(1, len(members) - 1) + value / 2 - opens_back / 2 - is_long / 4


def _claim_order(claim: ClaimGroup) -> tuple[int, float, tuple[SentenceRef, ...]]:
    if claim.relation is None:
        return len(_SERIOUSNESS), -claim.worth, claim.members
    return _SERIOUSNESS[claim.relation], 0.0, claim.members
