"""What is worked out once for each sentence and article before any pair is looked at.

Owns the vectors: unit-length bags of weighted concepts. All sums run over sorted terms, so that a
result does not depend, even in its last bit, on the order of articles or on hash seeds.
"""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.matching.lexicon import concepts
from workbench.matching.tokens import MAX_CHARS
from workbench.matching.weights import term_weights
from workbench.text.article import BlockKind
from workbench.text.claimable import is_claimable
from workbench.text.dates import date_spans
from workbench.text.quotations import find_quotations

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from workbench.text.article import Article, Sentence

MIN_QUOTED_WORDS = 2
MAX_DATED_PART = 0.3
"""A heading of which a larger part is a date is a dateline."""

Vector = dict[str, float]
"""Weights by term, in sorted order of terms, of length 1 (or empty)."""


@dataclass(frozen=True, slots=True)
class PreparedSentence:
    """A sentence as the score sees it.

    Attributes:
        index: Its index among the article's sentences.
        place: Its place among those that take part, from 0 (headline and lead are small).
        terms: Its concepts, in order.
        vector: Its weighted terms.
        length: Of the vector before it was made a unit.
        in_order: The terms in order, joined by blanks.
        sorted_terms: The terms sorted, joined by blanks.
        quotations: Terms of each quotation of at least `MIN_QUOTED_WORDS` content words.
    """

    index: int
    place: int
    terms: tuple[str, ...]
    vector: Vector
    length: float
    in_order: str
    sorted_terms: str
    quotations: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class PreparedArticle:
    """An article as the score sees it.

    Attributes:
        sentences: Those that take part in matching.
        vector: All its terms, weighted.
    """

    sentences: tuple[PreparedSentence, ...]
    vector: Vector


def prepare(articles: Sequence[Article]) -> tuple[PreparedArticle, ...]:
    """Prepare all articles of a case, in their order; weights are counted over the whole case."""
    read: list[list[tuple[int, str, tuple[str, ...]]]] = []
    for article in articles:
        texts = (
            (sentence.index, article.text[sentence.start : sentence.end])
            for sentence in asserting(article)
        )
        read.append([(index, text, concepts(text)) for index, text in texts])
    weights = term_weights(terms for sentences in read for _, _, terms in sentences)
    return tuple(_prepared_article(sentences, weights) for sentences in read)


def asserting(article: Article) -> tuple[Sentence, ...]:
    """The sentences that take part in matching: the claimable ones, and headlines.

    A headline is often the plainest wording of a claim; one that is mostly a date is none.
    """
    return tuple(
        sentence
        for sentence in article.sentences
        if sentence.claimable or _is_headline(article, sentence)
    )


def _is_headline(article: Article, sentence: Sentence) -> bool:
    if not article.blocks or article.blocks[sentence.block].kind is not BlockKind.HEADING:
        return False
    text = article.sentence_text(sentence.index)[:MAX_CHARS]
    dated = sum(end - start for start, end in date_spans(text))
    return is_claimable(text) and dated < MAX_DATED_PART * len(text)


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
    for place, (index, text, terms) in enumerate(sentences):
        total.update(terms)
        vector, length = _unit({term: weights[term] for term in sorted(set(terms))})
        prepared.append(
            PreparedSentence(
                index=index,
                place=place,
                terms=terms,
                vector=vector,
                length=length,
                in_order=" ".join(terms),
                sorted_terms=" ".join(sorted(terms)),
                quotations=_quoted_terms(text),
            )
        )
    counted = {term: math.log1p(total[term]) * weights[term] for term in sorted(total)}
    return PreparedArticle(tuple(prepared), _unit(counted)[0])


def _quoted_terms(text: str) -> tuple[tuple[str, ...], ...]:
    found = (concepts(text[one.start : one.end]) for one in find_quotations(text[:MAX_CHARS]))
    return tuple(terms for terms in found if len(terms) >= MIN_QUOTED_WORDS)


def _unit(vector: Vector) -> tuple[Vector, float]:
    length = math.sqrt(math.fsum(weight * weight for weight in vector.values()))
    if not length:
        return {}, 0.0
    return {term: weight / length for term, weight in vector.items()}, length
