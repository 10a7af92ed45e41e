"""Which pairs of sentences are looked at at all: those of two articles that share a word.

Owns the inverted index and the limits that keep the work bounded. Articles that have nothing in
common are left out as a whole (blocking); within a pair of articles an inverted index finds the
sentences that share a term and adds up their cosine.
"""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.matching.preparing import PreparedArticle, PreparedSentence, cosine

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

BLOCK_FROM_ARTICLES = 30
"""Smaller cases are compared whole; a desk's folder is about one event anyway."""
BLOCK_TERMS = 25
BLOCK_COSINE = 0.10

MAX_POSTINGS = 200
"""Of a term that more sentences of one article hold, the first so many are looked up."""
MAX_PER_SENTENCE = 60
"""Candidates that one sentence may have in one other article; the nearest are kept, of
equally near ones those at the same place of their articles."""


@dataclass(frozen=True, slots=True)
class CandidatePair:
    """Two sentences that share a term, by their place in their prepared articles.

    Attributes:
        cosine: Of their vectors.
        neighbour: The best cosine of the sentences before both or after both.
    """

    a: PreparedSentence
    b: PreparedSentence
    cosine: float
    neighbour: float


def article_pairs(articles: Sequence[PreparedArticle]) -> tuple[tuple[int, int, float], ...]:
    """Pairs of articles worth comparing, with the cosine of their vectors, lower index first."""
    if len(articles) <= BLOCK_FROM_ARTICLES:
        return tuple(
            (i, j, cosine(articles[i].vector, articles[j].vector))
            for i in range(len(articles))
            for j in range(i + 1, len(articles))
        )
    tops = [_top_terms(article) for article in articles]
    by_term: defaultdict[str, list[int]] = defaultdict(list)
    found = []
    for j, top in enumerate(tops):
        dots: defaultdict[int, float] = defaultdict(float)
        for term, weight in top.items():
            for i in by_term[term]:
                dots[i] += weight * tops[i][term]
            by_term[term].append(j)
        found += [(i, j) for i, dot in dots.items() if dot >= BLOCK_COSINE]
    return tuple((i, j, cosine(articles[i].vector, articles[j].vector)) for i, j in sorted(found))


def candidate_pairs(a: PreparedArticle, b: PreparedArticle) -> Iterator[CandidatePair]:
    """Pairs of sentences of two articles that share a term."""
    cosines = _cosines(a, b)
    for i, j in sorted(_nearest(cosines)):
        before, after = cosines.get((i - 1, j - 1), 0.0), cosines.get((i + 1, j + 1), 0.0)
        yield CandidatePair(a.sentences[i], b.sentences[j], cosines[i, j], max(before, after))


def _top_terms(article: PreparedArticle) -> Mapping[str, float]:
    top = sorted(article.vector.items(), key=lambda item: (-item[1], item[0]))[:BLOCK_TERMS]
    length = math.sqrt(math.fsum(weight * weight for _, weight in top)) or 1.0
    return {term: weight / length for term, weight in sorted(top)}


def _cosines(a: PreparedArticle, b: PreparedArticle) -> dict[tuple[int, int], float]:
    postings: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
    for j, sentence in enumerate(b.sentences):
        for term, weight in sentence.vector.items():
            if len(postings[term]) < MAX_POSTINGS:
                postings[term].append((j, weight))
    cosines: dict[tuple[int, int], float] = {}
    for i, sentence in enumerate(a.sentences):
        dots: defaultdict[int, float] = defaultdict(float)
        for term, weight in sentence.vector.items():
            for j, other in postings.get(term, ()):
                dots[j] += weight * other
        for j, dot in dots.items():
            cosines[i, j] = dot
    return cosines


def _nearest(cosines: Mapping[tuple[int, int], float]) -> set[tuple[int, int]]:
    """The pairs that are among the nearest of both their sentences."""
    kept = set(cosines)
    for side in (0, 1):
        by_sentence: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
        for pair in kept:
            by_sentence[pair[side]].append(pair)
        for pairs in by_sentence.values():
            if len(pairs) > MAX_PER_SENTENCE:
                pairs.sort(key=lambda pair: (-cosines[pair], abs(pair[0] - pair[1]), pair))
                kept.difference_update(pairs[MAX_PER_SENTENCE:])
    return kept
