"""How like a query a check is: the order in which a search shows what the index offered.

A weighted sum of likenesses, each from 0 to 1, none of which sees all that a reader does: words
(BM25), and pieces of words (for other spellings and compounds). How each was weighed, and what else
was tried, is in docs/searching.md.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.library.index import length_norm
from workbench.library.terms import grams_of, terms_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_WORDS, _PIECES = 0.75, 0.25
_MOST = length_norm(0.0)


@dataclass(frozen=True, slots=True)
class Offered:
    """What of a check is compared.

    Attributes:
        terms: Its stems, in order.
        pieces: Of its words, with how telling each is.
    """

    terms: Sequence[str]
    pieces: frozenset[str]

    @classmethod
    def of(cls, text: str) -> Offered:
        """Take a text apart."""
        terms = terms_of(text)
        return cls(terms, frozenset(piece for term in terms for piece in grams_of(term)))


def rank(
    query: Offered,
    checks: Sequence[Offered],
    words: Mapping[str, float],
    pieces: Mapping[str, float],
    mean_length: float,
) -> list[float]:
    """How like a query each check is, from 0 to 1.

    Args:
        query: What is searched for.
        checks: What is compared with it.
        words: How telling each word of the query is.
        pieces: How telling each piece is, of the query and of the checks.
        mean_length: Words of a check of the library on the average.
    """
    asked = sum(words[term] for term in set(query.terms)) or 1.0
    query_length = _length(query.pieces, pieces)
    scores = []
    for check in checks:
        shared = sum(words[term] for term in set(query.terms) & set(check.terms))
        in_words = shared / asked * length_norm(len(check.terms) / mean_length) / _MOST
        common = sum(pieces[piece] ** 2 for piece in query.pieces & check.pieces)
        in_pieces = common / (query_length * _length(check.pieces, pieces) or 1.0)
        scores.append(_WORDS * in_words + _PIECES * in_pieces)
    return scores


def _length(found: frozenset[str], weights: Mapping[str, float]) -> float:
    return math.sqrt(sum(weights[piece] ** 2 for piece in found))
