"""Which pairs of sentences are looked at at all: those of two articles that share telling words.

Owns the inverted index and the limits that keep the work bounded. In a large case each article is
compared with its nearest ones only (blocking). For one article, an index of the articles that it is
compared with gives the cosine of every pair that shares a word, adding up over shared words only;
the few pairs above a floor become candidates, with what their surroundings say of them.
"""

from __future__ import annotations

import heapq
import math
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from workbench.matching.preparing import prepare

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from workbench.matching.preparing import (
        PreparedArticle,
        PreparedCase,
        PreparedSentence,
        ReadArticle,
    )

BLOCK_FROM_ARTICLES = 40
"""Smaller cases are compared whole; a desk's folder is about one event anyway."""
BLOCK_TERMS = 25
BLOCK_COSINE = 0.15
BLOCK_PART = 0.4
"""An article's partners have at least such a part of its nearest one's cosine: in a large case
nearly every word is rare, and articles of other events come near."""
MAX_PARTNERS = 60
"""Of a large case, how many earlier articles one is compared with, the nearest first: so many
reports of one event say everything that another could be matched with."""
MAX_BLOCK_ARTICLES = 400
"""A term that is among the most telling of more articles tells no event from another."""

MIN_COSINE = 0.05
"""A pair below it counts as no match, whatever stands around it."""
MIN_COSINE_BLOCKED = 0.15
"""The same for large cases, where a claim has other wordings by which it is found."""
MAX_POSTINGS = 200
"""Of a term that more sentences of one article hold, the first so many are looked up."""
MAX_PER_SENTENCE = 60
"""Candidates that one sentence may have in one other article; the nearest are kept, of
equally near ones those at the same place of their articles."""


class Candidate(NamedTuple):
    """Two sentences of two articles, and what is known of them before they are compared closely.

    Attributes:
        cosine: Of their weighted words, 0 to 1.
        common: How many words both have, each counted once.
        shared: Their summed weight; a rare word weighs about 1.
        ahead: The best cosine of the sentences before both, or after both.
        beside: The best cosine of one of the two with a sentence next to the other.
        article_cosine: Of the two articles.
    """

    a: PreparedSentence
    b: PreparedSentence
    cosine: float
    common: int
    shared: float
    ahead: float
    beside: float
    article_cosine: float


Partners = list[tuple[int, float]]
"""Articles by their index, with how much they have in common with a given one (cosine)."""


def partners_of(articles: Sequence[PreparedArticle]) -> list[Partners]:
    """For each article the earlier ones that it is worth comparing with, by index."""
    if len(articles) <= BLOCK_FROM_ARTICLES:
        return [
            [(i, cosine(article.vector, articles[i].vector)) for i in range(j)]
            for j, article in enumerate(articles)
        ]
    tops = [_top_terms(article) for article in articles]
    by_term: defaultdict[int, list[tuple[int, float]]] = defaultdict(list)
    found: list[Partners] = []
    for j, top in enumerate(tops):
        dots: defaultdict[int, float] = defaultdict(float)
        for term, weight in top.items():
            postings = by_term[term]
            for i, other in postings:
                dots[i] += weight * other
            if len(postings) < MAX_BLOCK_ARTICLES:
                postings.append((j, weight))
        floor = max(BLOCK_COSINE, BLOCK_PART * max(dots.values(), default=0.0))
        near = [(i, dot) for i, dot in dots.items() if dot >= floor]
        if len(near) > MAX_PARTNERS:
            near = heapq.nsmallest(MAX_PARTNERS, near, key=lambda item: (-item[1], item[0]))
        found.append(sorted((i, cosine(articles[j].vector, articles[i].vector)) for i, _ in near))
    return found


def blocks_of(read: Sequence[ReadArticle]) -> list[list[int]]:
    """Articles, by index, in groups of which each is compared within itself only.

    A small case is one group. In a large one, articles that are anybody's partners (see
    `partners_of`) are of one group.
    """
    if len(read) <= BLOCK_FROM_ARTICLES:
        return [list(range(len(read)))]
    block_of = list(range(len(read)))
    for at, partners in enumerate(partners_of(prepare(read).articles)):
        for other, _ in partners:
            one, two = _root(block_of, at), _root(block_of, other)
            block_of[max(one, two)] = min(one, two)
    blocks: defaultdict[int, list[int]] = defaultdict(list)
    for at in range(len(read)):
        blocks[_root(block_of, at)].append(at)
    return list(blocks.values())


def _root(block_of: list[int], at: int) -> int:
    while block_of[at] != at:
        block_of[at] = block_of[block_of[at]]
        at = block_of[at]
    return at


def min_cosine(article_count: int) -> float:
    """The floor for candidates in a case of so many articles."""
    return MIN_COSINE if article_count <= BLOCK_FROM_ARTICLES else MIN_COSINE_BLOCKED


def cosine(a: Mapping[int, float], b: Mapping[int, float]) -> float:
    """Of two unit vectors; the same to the last bit whichever comes first."""
    return math.fsum(a[term] * b[term] for term in a.keys() & b.keys())


def candidates(
    case: PreparedCase, at: int, partners: Partners, *, floor: float
) -> Iterator[Candidate]:
    """Candidate pairs of an article's sentences (`a`) with those of others (`b`).

    Args:
        case: All articles.
        at: The article's index.
        partners: The articles that it is compared with.
        floor: The least cosine; 0 for every pair that shares a word.
    """
    index = _index(case, partners)
    rows = {a.number: _row(case, a, index) for a in case.articles[at].sentences}
    kept = {number: _nearest(case, number, row, floor) for number, row in rows.items()}
    likeness = dict(partners)
    for number, near in kept.items():
        a = case.sentences[number]
        of_a = frozenset(a.terms)
        for other in near:
            b = case.sentences[other]
            common = of_a.intersection(b.terms)
            yield Candidate(
                a,
                b,
                rows[number][other],
                len(common),
                case.weight_of(common),
                _ahead(rows, number, other),
                _beside(rows, number, other),
                likeness[b.article],
            )


def _top_terms(article: PreparedArticle) -> Mapping[int, float]:
    top = heapq.nsmallest(BLOCK_TERMS, article.vector.items(), key=lambda item: (-item[1], item[0]))
    length = math.sqrt(math.fsum(weight * weight for _, weight in top)) or 1.0
    return {term: weight / length for term, weight in sorted(top)}


def _index(case: PreparedCase, partners: Partners) -> Mapping[int, list[int]]:
    """Numbers of the partners' sentences by the terms that they hold."""
    index: defaultdict[int, list[int]] = defaultdict(list)
    for article, _ in partners:
        sentences = case.articles[article].sentences
        if len(sentences) <= MAX_POSTINGS:
            for sentence in sentences:
                for term in sentence.terms:
                    index[term].append(sentence.number)
            continue
        held: defaultdict[int, int] = defaultdict(int)
        for sentence in sentences:
            for term in sentence.terms:
                held[term] += 1
                if held[term] <= MAX_POSTINGS:
                    index[term].append(sentence.number)
    return index


def _row(
    case: PreparedCase, a: PreparedSentence, index: Mapping[int, Sequence[int]]
) -> dict[int, float]:
    """Cosine of a sentence with all that share a term, by number."""
    dots: defaultdict[int, float] = defaultdict(float)
    squares = case.squares
    for term in a.terms:  # sorted, so a sum is the same from either side
        if term in index:
            square = squares[term]
            for number in index[term]:
                dots[number] += square
    sentences, norm = case.sentences, a.norm
    return {number: dot / (norm * sentences[number].norm) for number, dot in dots.items()}


def _nearest(case: PreparedCase, number: int, row: Mapping[int, float], floor: float) -> list[int]:
    """The candidates of a row: above the floor, and of each article the nearest only."""
    near = [other for other, near_by in row.items() if near_by >= floor]
    if len(near) <= MAX_PER_SENTENCE:
        return near
    by_article: defaultdict[int, list[int]] = defaultdict(list)
    for other in near:
        by_article[case.sentences[other].article].append(other)
    place = case.sentences[number].place
    kept: list[int] = []
    for others in by_article.values():
        if len(others) > MAX_PER_SENTENCE:
            others = heapq.nsmallest(
                MAX_PER_SENTENCE,
                others,
                key=lambda o: (-row[o], abs(case.sentences[o].place - place), o),
            )
        kept += others
    return kept


def _ahead(rows: Mapping[int, Mapping[int, float]], a: int, b: int) -> float:
    """The numbers of two articles are not neighbours, so a number off an article is in no row."""
    return max(rows.get(a - 1, _NOTHING).get(b - 1, 0.0), rows.get(a + 1, _NOTHING).get(b + 1, 0.0))


def _beside(rows: Mapping[int, Mapping[int, float]], a: int, b: int) -> float:
    row = rows[a]
    return max(
        row.get(b - 1, 0.0),
        row.get(b + 1, 0.0),
        rows.get(a - 1, _NOTHING).get(b, 0.0),
        rows.get(a + 1, _NOTHING).get(b, 0.0),
    )


_NOTHING: Mapping[int, float] = {}
