"""What is worked out once for each sentence and article before any pair is looked at.

Owns the numbers that stand for words and sentences inside the engine. A term is numbered by its
place in the list of all, the commonest first, so that sums over terms in order come out alike, to
their last bit, whatever the order of articles or the hash seed. A sentence is numbered through the
whole case, with one number left out between two articles, so that the numbers next to one are its
neighbours'.
"""

from __future__ import annotations

import math
from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from workbench.matching.language import is_english
from workbench.matching.lexicon import concepts
from workbench.matching.tokens import MAX_CHARS, plain_terms
from workbench.matching.weights import sentence_frequency, term_weights
from workbench.text.article import BlockKind
from workbench.text.claimable import is_claimable, is_dateline

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from workbench.text.article import Article, Sentence

MAX_PARTNERS = 60
"""Of a large case, how many earlier articles one is compared with, the nearest first: so many
reports of one event say everything that another could be matched with."""
MAX_POSTINGS = 200
"""Of a term that more sentences of one article hold, the first so many are looked up."""
MAX_STEPS = 50_000_000
"""In a block, sentences are looked up by their terms from the rarest on, until that takes so many
steps (a few seconds). News of one event stays below it up to some 7,000 sentences."""


class PreparedSentence(NamedTuple):
    """A sentence as the score sees it.

    Attributes:
        article: Index of its article.
        sentence: Its index among the article's sentences.
        place: Its place among those that take part, from 0 (headline and lead are small).
        number: Its number in the case.
        wording: The number of the first sentence that has its terms in its order.
        terms: Its terms by number, each once, sorted.
        in_order: Its terms in order, repeated ones too.
        weight: Summed weight of its terms.
        norm: Length of their vector; 1 where there are none.
    """

    article: int
    sentence: int
    place: int
    number: int
    wording: int
    terms: tuple[int, ...]
    in_order: tuple[int, ...]
    weight: float
    norm: float


Sketch = tuple[float, float, int, bool]
"""What a bound on the scores of a wording needs, looked up for every pair: its weight and norm, how
many words it has and whether some repeat."""
Spot = tuple[int, float]
"""The same of a sentence: its article, and how near the top it stands (1 / sqrt(1 + place))."""


class PreparedArticle(NamedTuple):
    """An article as the score sees it.

    Attributes:
        sentences: Those that take part in matching.
        vector: All its terms, weighted, of length 1 (or empty).
    """

    sentences: tuple[PreparedSentence, ...]
    vector: Mapping[int, float]


class PreparedCase(NamedTuple):
    """All articles of a case.

    Attributes:
        articles: In their order.
        sentences: By number.
        norms: Of the sentences, by number.
        wordings: Of the sentences, by number.
        spots: Of the sentences, by number.
        sketches: By wording.
        weights: Of each term, by number, 0 to about 1.
        squares: Of the weights.
        common: Terms by which no sentences are looked up; they count once two are compared.
        later: Sentences, by number, that are not compared: copies of others (`repeating`).
    """

    articles: tuple[PreparedArticle, ...]
    sentences: Mapping[int, PreparedSentence]
    norms: Sequence[float]
    wordings: Sequence[int]
    spots: Sequence[Spot]
    sketches: Mapping[int, Sketch]
    weights: Sequence[float]
    squares: Sequence[float]
    common: frozenset[int]
    later: frozenset[int]

    def weight_of(self, terms: Iterable[int]) -> float:
        """Summed weight of terms, whatever their order."""
        return math.fsum(map(self.weights.__getitem__, terms))


class ReadArticle(NamedTuple):
    """An article's words.

    Attributes:
        is_english: Whether its words were taken for English ones.
        sentences: Of each that takes part its index in the article, and its terms in order.
    """

    is_english: bool
    sentences: tuple[tuple[int, tuple[str, ...]], ...]


def read_terms(article: Article) -> ReadArticle:
    """The terms of an article's sentences."""
    english = is_english(article)
    terms_of = concepts if english else plain_terms
    sentences = [
        (sentence.index, terms_of(article.text[sentence.start : sentence.end]))
        for sentence in asserting(article)
    ]
    return ReadArticle(english, tuple(sentences))


def prepare(read: Sequence[ReadArticle], later: frozenset[int] = frozenset()) -> PreparedCase:
    """Prepare articles that are to be compared, in their order.

    Args:
        read: Their words.
        later: Sentences that are not compared, counted through all articles.

    Weights are counted over just these: what is common to reports of one event tells none of its
    facts, however rare it is elsewhere.
    """
    number_of, weights = _numbered(read)
    squares = [weight * weight for weight in weights]
    prepared: list[PreparedArticle] = []
    by_number: dict[int, PreparedSentence] = {}
    first_of: dict[tuple[int, ...], PreparedSentence] = {}
    norms: list[float] = []
    wordings: list[int] = []
    spots: list[Spot] = []
    for place_of_article, texts in enumerate(read):
        sentences = []
        for place, (index, words) in enumerate(texts.sentences):
            in_order = tuple([number_of[word] for word in words])
            number, first = len(norms), first_of.get(in_order)
            if first is None:
                terms = tuple(sorted({*in_order}))
                weight = math.fsum([weights[term] for term in terms])
                norm = math.sqrt(math.fsum([squares[term] for term in terms])) or 1.0
                wording = number
            else:
                _, _, _, _, wording, terms, in_order, weight, norm = first
            sentence = PreparedSentence(
                place_of_article, index, place, number, wording, terms, in_order, weight, norm
            )
            if first is None:
                first_of[in_order] = sentence
            sentences.append(sentence)
            by_number[number] = sentence
            norms.append(norm)
            wordings.append(wording)
            spots.append((place_of_article, 1 / math.sqrt(1 + place)))
        counts = Counter(chain.from_iterable([sentence.in_order for sentence in sentences]))
        prepared.append(PreparedArticle(tuple(sentences), _vector(counts, weights)))
        norms.append(1.0)  # of the number left out
        wordings.append(len(wordings))
        spots.append((-1, 0.0))
    # Of the numbers, one is left out after each article before.
    not_compared = frozenset([n for n in by_number if n - spots[n][0] in later] if later else ())
    compared = [one for number, one in by_number.items() if number not in not_compared]
    return PreparedCase(
        tuple(prepared),
        by_number,
        norms,
        wordings,
        spots,
        {sentence.number: _sketch(sentence) for sentence in first_of.values()},
        weights,
        squares,
        _common(compared, len(read)),
        not_compared,
    )


def vectors_of(read: Sequence[ReadArticle]) -> list[Mapping[int, float]]:
    """The weighted terms of each article, of length 1 (or empty), without its sentences."""
    number_of, weights = _numbered(read)
    return [
        _vector(
            Counter([number_of[word] for _, words in texts.sentences for word in words]),
            weights,
        )
        for texts in read
    ]


def _numbered(read: Sequence[ReadArticle]) -> tuple[dict[str, int], list[float]]:
    """A number for each term of articles that are to be compared, and the weights by number."""
    frequency = sentence_frequency(terms for texts in read for _, terms in texts.sentences)
    weight_of = term_weights(frequency, sum(len(texts.sentences) for texts in read))
    names = sorted(frequency, key=lambda name: (-frequency[name], name))
    return {name: number for number, name in enumerate(names)}, [weight_of[n] for n in names]


def _common(sentences: Sequence[PreparedSentence], articles: int) -> frozenset[int]:
    """The terms by which no sentences are looked up, because there is no time: the commonest.

    To look sentences up by a term takes as many steps as its frequency squared, or fewer where
    only some articles, and of each only some sentences, are looked up.
    """
    if sum([len(sentence.terms) for sentence in sentences]) * len(sentences) <= MAX_STEPS:
        return frozenset()
    frequency = Counter(chain.from_iterable(sentence.terms for sentence in sentences))
    steps = 0.0
    partners = min(articles, MAX_PARTNERS)
    for held, terms in sorted(Counter(frequency.values()).items()):
        steps += terms * held * min(held * partners / articles, MAX_POSTINGS * partners)
        if steps > MAX_STEPS:
            return frozenset(term for term, count in frequency.items() if count >= held)
    return frozenset()


def _sketch(sentence: PreparedSentence) -> Sketch:
    length = len(sentence.in_order)
    return sentence.weight, sentence.norm, length, length > len(sentence.terms)


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
    return is_claimable(text) and not is_dateline(text)


def _vector(counts: Counter[int], weights: Sequence[float]) -> Mapping[int, float]:
    vector = {term: math.log1p(count) * weights[term] for term, count in counts.items()}
    length = math.sqrt(math.fsum([weight * weight for weight in vector.values()])) or 1.0
    return {term: weight / length for term, weight in vector.items()}
