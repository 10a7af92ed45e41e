"""How like a query a check is: the order in which a search shows what the index offered.

A weighted sum of three likenesses, none of which sees all that a reader does: words (BM25; where a
check lacks one, a related word counts half), pieces of words (for other spellings and compounds),
and pairs of words that stand beside each other, the small ones included (for what is quoted). How
they were weighed, what each is worth and what else was tried is in docs/searching.md.
"""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass
from itertools import chain, pairwise
from typing import TYPE_CHECKING

from workbench.library.index import bm25
from workbench.library.related import LIKENESS, related
from workbench.library.terms import grams_of, terms_and_words, terms_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_PIECES, _PAIRS = 0.5, 0.5
"""Weights beside that of words, which is 1."""

_SAME = 1 + _PIECES + _PAIRS
"""About what a check of usual length gets that says the same word for word."""
_SMALL_WORD = 0.3
"""How telling a stop word is beside another word; others have about 1 to 7."""


@dataclass(frozen=True, slots=True)
class Offered:
    """What of a check is compared.

    Attributes:
        terms: How often each of its stems stands in it; 0 times for any other.
        length: Words in all.
        pieces: Of its words.
        pairs: Words that stand beside each other, as they stand, the small ones included.
    """

    terms: Counter[str]
    length: int
    pieces: frozenset[str]
    pairs: frozenset[tuple[str, str]]

    @classmethod
    def of(cls, text: str) -> Offered:
        """Take a text apart."""
        stems, words = terms_and_words(text)
        terms = Counter(stems)
        pieces = frozenset(chain.from_iterable(map(grams_of, terms)))
        return cls(terms, len(stems), pieces, frozenset(pairwise(words)))


def rank(
    query: Offered,
    checks: Sequence[Offered],
    words: Mapping[str, float],
    pieces: Mapping[str, float],
    mean_length: float,
) -> list[float]:
    """How like a query each check is: 0 if they share nothing, about 1 if they say the same.

    Args:
        query: What is searched for.
        checks: What is compared with it.
        words: How telling each word of the query is.
        pieces: How telling each piece is, of the query and of the checks.
        mean_length: Words of a check of the library on the average.
    """
    asked = sum(words[term] for term in query.terms) or 1.0
    squares = {piece: weight * weight for piece, weight in pieces.items()}
    query_length = _length(query.pieces, squares)
    nearly = {term: others for term in query.terms if (others := related(term))}
    pairs = {pair: sum(_weight(word, words) for word in pair) for pair in query.pairs}
    asked_pairs = sum(pairs.values()) or 1.0
    scores = []
    for check in checks:
        relative = check.length / mean_length
        shared = query.terms.keys() & check.terms.keys()
        in_words = sum(words[term] * bm25(check.terms[term], relative) for term in shared)
        for term, others in nearly.items():
            if term not in shared and (times := max(map(check.terms.__getitem__, others))):
                in_words += LIKENESS * words[term] * bm25(times, relative)
        common = sum(map(squares.__getitem__, query.pieces & check.pieces))
        in_pieces = common / (query_length * _length(check.pieces, squares) or 1.0)
        beside = sum(pairs[pair] for pair in query.pairs & check.pairs)
        in_pairs = beside / asked_pairs * bm25(1, relative)
        scores.append((in_words / asked + _PIECES * in_pieces + _PAIRS * in_pairs) / _SAME)
    return scores


def _weight(word: str, words: Mapping[str, float]) -> float:
    """How telling a word of the query is, as it stands."""
    return sum(words.get(term, 0.0) for term in terms_of(word)) or _SMALL_WORD


def _length(found: frozenset[str], squares: Mapping[str, float]) -> float:
    return math.sqrt(sum(map(squares.__getitem__, found)))
