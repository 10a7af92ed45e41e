"""One block of articles, from pairs of sentences to matches and claims.

What is compared with nothing outside itself is worked out by itself: its words are weighed, its
pairs scored and set against each other, and its sentences grouped. Inside, a sentence is a number
(a node), counted through the articles in their order, so that tables are lists and keys are small.
"""

from __future__ import annotations

import math
from collections import defaultdict
from typing import TYPE_CHECKING

from workbench.matching.candidates import compare
from workbench.matching.claims import group
from workbench.matching.facts import Facts
from workbench.matching.keeping import Compared, Found
from workbench.matching.model import Match, Relation, SentenceRef
from workbench.matching.preparing import prepare
from workbench.matching.presenting import present
from workbench.matching.relations import differences, flipped, relation, tell_of_other_days
from workbench.matching.repeating import find_repeats, grow, taken_over
from workbench.matching.score import POSSIBLE_FROM, likely, probability, strength

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from workbench.matching.keeping import Pairs
    from workbench.matching.model import ClaimGroup
    from workbench.matching.preparing import ReadArticle
    from workbench.matching.presenting import Near
    from workbench.matching.repeating import Repeat
    from workbench.text.article import Article

CONFLICT_BONUS = 0.05
"""What a contradiction adds to the pull of a pair: what contradicts belongs in one claim, where a
reader sees both sides, even if each has sentences that agree with it more."""
OTHER_DAY_MALUS = 0.3
"""What it takes away that two sentences date themselves differently and do not contradict each
other: then they tell of two things."""
PAIRS_AT_ONCE = 100
"""After so many pairs, or claims, somebody who wants to stop is heard."""
SCORING, RELATING = 0.35, 0.45
"""The parts of a block's time that go by until its pairs are scored, and on what differs in them;
the rest is for the claims."""
_POSSIBLE_ODDS = math.log(POSSIBLE_FROM / (1 - POSSIBLE_FROM)) - 1e-5


Pair = tuple[int, int]
"""Two nodes, the lower first."""


class Block:
    """Articles that are compared with each other only, in the order of their digests.

    Args:
        articles: The articles.
        read: Their terms.
        names: By which index the caller knows each.
    """

    def __init__(
        self, articles: Sequence[Article], read: Sequence[ReadArticle], names: Sequence[int]
    ) -> None:
        self._articles = articles
        self.read = read
        self.refs: list[SentenceRef] = []
        self.article_of: list[int] = []
        self.first_of: list[int] = []
        for place, (name, texts) in enumerate(zip(names, read, strict=True)):
            self.first_of.append(len(self.refs))
            self.refs += [SentenceRef(name, index) for index, _ in texts.sentences]
            self.article_of += [place] * len(texts.sentences)
        self.known: dict[int, Facts] = {}
        self._worded: dict[tuple[str, date | None, bool], Facts] = {}

    def facts(self, node: int) -> Facts:
        """The facts of a sentence, read once; the same for all that have its wording and date."""
        known = self.known.get(node)
        if known is None:
            facts = self.facts_once(node)
            wording = facts.text, facts.reference, facts.is_english
            known = self.known[node] = self._worded.setdefault(wording, facts)
        return known

    def facts_once(self, node: int) -> Facts:
        """The facts of a sentence of which nobody asks again."""
        if node in self.known:
            return self.known[node]
        place = self.article_of[node]
        article, texts = self._articles[place], self.read[place]
        index, terms = texts.sentences[node - self.first_of[place]]
        text = article.sentence_text(index)
        return Facts(text, article.metadata.date, is_english=texts.is_english, terms=terms)

    def text(self, node: int) -> str:
        """A sentence's words."""
        place = self.article_of[node]
        index, _ = self.read[place].sentences[node - self.first_of[place]]
        return self._articles[place].sentence_text(index)


def match_block(
    block: Block,
    least_cosine: float,
    so_far: Callable[[float], None],
    *,
    all_pairs: bool,
    pairs: Pairs | None = None,
) -> Found:
    """Match the sentences of a block and group them into claims.

    Args:
        block: Its articles.
        least_cosine: Below it a pair is no match.
        so_far: Told every few milliseconds which part is done, 0 to 1; may raise to stop.
        all_pairs: Whether every candidate is among the matches, however low its score.
        pairs: What is known of its wordings from an earlier run, if that is kept.
    """
    terms = [words for texts in block.read for _, words in texts.sentences]
    repeats = find_repeats(terms, block.article_of, block.text)
    scored = _scored(block, repeats, least_cosine, so_far, all_pairs=all_pairs)
    compared_pairs = len(scored)
    repeats = _take_over(repeats, scored, block.article_of)
    matches: list[Match] = []
    near: Near = defaultdict(dict)
    pulls: dict[Pair, float] = {}
    known = block.known
    compared: dict[tuple[Facts, Facts], Compared] = {}
    for at, (pair, score) in enumerate(scored):
        if at % PAIRS_AT_ONCE == 0:
            so_far(SCORING + RELATING * at / len(scored))
        one, other = pair
        wordings = known.get(one) or block.facts(one), known.get(other) or block.facts(other)
        told = compared.get(wordings)
        if told is None:
            told = pairs.compared(*wordings, _compare) if pairs else _compare(*wordings)
            compared[wordings] = told
        match = _match(block.refs[one], block.refs[other], score, told)
        matches.append(match)
        if match.strength is not None:
            near[one][other] = near[other][one] = score, told.relation
            if at < compared_pairs:  # what is taken over draws nothing together
                pulls[pair] = score + told.pull
    claims: list[ClaimGroup] = []
    groups = grow(group(block.article_of, pulls), repeats, block.article_of)
    before = SCORING + RELATING
    for at, (members, later) in enumerate(groups):
        if at % PAIRS_AT_ONCE == 0:
            so_far(before + (1 - before) * at / len(groups))
        claims.append(present(block, members, near, later))
    return Found(matches, claims)


def _take_over(
    repeats: Sequence[Repeat], scored: list[tuple[Pair, float]], article_of: Sequence[int]
) -> list[Repeat]:
    """Add the matches of later copies to those that are scored; those copies that have any."""
    if not repeats:
        return []
    scores: defaultdict[int, dict[int, float]] = defaultdict(dict)
    for (a, b), score in scored:
        if score >= POSSIBLE_FROM:
            scores[a][b] = score
    matched = []
    for repeat in repeats:
        found = taken_over(repeat, scores, article_of)
        scored += [((min(a, b), max(a, b)), score) for a, b, score in found]
        if found:
            matched.append(repeat)
    return matched


def _scored(
    block: Block,
    repeats: Sequence[Repeat],
    least_cosine: float,
    so_far: Callable[[float], None],
    *,
    all_pairs: bool,
) -> list[tuple[Pair, float]]:
    found: list[tuple[Pair, float]] = []
    first_of = block.first_of
    floor = -math.inf if all_pairs else _POSSIBLE_ODDS
    later = frozenset([node for repeat in repeats for node in repeat.later])
    for at, rows in enumerate(compare(prepare(block.read, later))):
        so_far(SCORING * (at / len(block.read)) ** 2)  # each is compared with all before it
        hits = likely(rows, 0.0 if all_pairs else least_cosine, floor)
        for count, ((a, b, cosine, *_), odds) in enumerate(hits, 1):
            if count % PAIRS_AT_ONCE == 0:
                through = a.place / len(block.read[at].sentences)
                so_far(SCORING * ((at + through) / len(block.read)) ** 2)
            score = probability(odds if cosine >= least_cosine else min(odds, _POSSIBLE_ODDS))
            if score >= POSSIBLE_FROM or all_pairs:
                pair = first_of[b.article] + b.place, first_of[a.article] + a.place
                found.append((pair, score))
    return found


def _compare(a: Facts, b: Facts) -> Compared:
    found = differences(a, b)
    told = relation(found)
    pull = 0.0
    if told is Relation.CONFLICTS:
        pull = CONFLICT_BONUS
    elif tell_of_other_days(a, b):
        pull = -OTHER_DAY_MALUS
    return Compared(found, told, pull)


def _match(one: SentenceRef, other: SentenceRef, score: float, told: Compared) -> Match:
    found = told.differences
    if other.article < one.article:
        one, other, found = other, one, flipped(found)
    return Match(one, other, score, strength(score), told.relation, found)
