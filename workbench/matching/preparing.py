"""What is worked out once for each sentence and article before any pair is looked at.

Owns the vectors: unit-length bags of weighted stems. All sums run over sorted terms, so that a
result does not depend, even in its last bit, on the order of articles or on hash seeds.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.matching.tokens import MAX_CHARS, content_stems
from workbench.matching.weights import term_weights

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from workbench.text.article import Article

MIN_QUOTED_WORDS = 2
_QUOTED = re.compile(r'[“"][^“”"]{2,600}[”"]')

Vector = dict[str, float]
"""Weights by term, in sorted order of terms, of length 1 (or empty)."""


@dataclass(frozen=True, slots=True)
class PreparedSentence:
    """A claimable sentence as the score sees it.

    Attributes:
        index: Its index among the article's sentences.
        place: Its place among the claimable ones, from 0 (headline and lead are small).
        stems: Content stems, in order.
        vector: Its weighted stems.
        length: Of the vector before it was made a unit.
        in_order: The stems in order, joined by blanks.
        sorted_stems: The stems sorted, joined by blanks.
        quotations: Stems of each quotation of at least `MIN_QUOTED_WORDS` content words.
    """

    index: int
    place: int
    stems: tuple[str, ...]
    vector: Vector
    length: float
    in_order: str
    sorted_stems: str
    quotations: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class PreparedArticle:
    """An article as the score sees it.

    Attributes:
        sentences: Its claimable sentences.
        vector: All its stems, weighted.
    """

    sentences: tuple[PreparedSentence, ...]
    vector: Vector


def prepare(articles: Sequence[Article]) -> tuple[PreparedArticle, ...]:
    """Prepare all articles of a case, in their order; weights are counted over the whole case."""
    read: list[list[tuple[int, str, tuple[str, ...]]]] = []
    for article in articles:
        texts = (
            (sentence.index, article.text[sentence.start : sentence.end])
            for sentence in article.sentences
            if sentence.claimable
        )
        read.append([(index, text, content_stems(text)) for index, text in texts])
    weights = term_weights(stems for sentences in read for _, _, stems in sentences)
    return tuple(_prepared_article(sentences, weights) for sentences in read)


def cosine(a: Vector, b: Vector) -> float:
    """Of two unit vectors; the same to the last bit whichever comes first."""
    if len(b) < len(a):
        a, b = b, a
    return math.fsum(weight * b[term] for term, weight in a.items() if term in b)


def _prepared_article(
    sentences: Iterable[tuple[int, str, tuple[str, ...]]], weights: dict[str, float]
) -> PreparedArticle:
    prepared = []
    total: Counter[str] = Counter()
    for place, (index, text, stems) in enumerate(sentences):
        total.update(stems)
        vector, length = _unit({term: weights[term] for term in sorted(set(stems))})
        prepared.append(
            PreparedSentence(
                index=index,
                place=place,
                stems=stems,
                vector=vector,
                length=length,
                in_order=" ".join(stems),
                sorted_stems=" ".join(sorted(stems)),
                quotations=_quoted_stems(text),
            )
        )
    counted = {term: math.log1p(total[term]) * weights[term] for term in sorted(total)}
    return PreparedArticle(tuple(prepared), _unit(counted)[0])


def _quoted_stems(text: str) -> tuple[tuple[str, ...], ...]:
    found = (content_stems(match.group()) for match in _QUOTED.finditer(text[:MAX_CHARS]))
    return tuple(stems for stems in found if len(stems) >= MIN_QUOTED_WORDS)


def _unit(vector: Vector) -> tuple[Vector, float]:
    length = math.sqrt(math.fsum(weight * weight for weight in vector.values()))
    if not length:
        return {}, 0.0
    return {term: weight / length for term, weight in vector.items()}, length
