"""Which pairs of sentences are looked at at all: those of two articles that share telling words.

Owns the inverted index and the limits that keep the work bounded. In a large case each article is
compared with its nearest ones only (blocking). For one article, an index of the articles that it is
compared with gives the cosine of every pair that shares a word, adding up over shared words only;
the few pairs above a floor are candidates, with what their surroundings say of them.
"""

from __future__ import annotations

import heapq
import math
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from workbench.matching.preparing import MAX_PARTNERS, MAX_POSTINGS, vectors_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from workbench.matching.preparing import PreparedCase, PreparedSentence, ReadArticle

BLOCK_FROM_ARTICLES = 40
"""Smaller cases are compared whole; a desk's folder is about one event anyway."""
BLOCK_TERMS = 25
BLOCK_COSINE = 0.15
BLOCK_PART = 0.4
"""An article is compared with such as have at least such a part of its nearest one's cosine: in a
large case nearly every word is rare, and articles of other events come near."""
MAX_BLOCK_ARTICLES = 400
"""A term that is among the most telling of more articles tells no event from another."""

MAX_COPIES = 60
"""Of articles with the same most telling terms, any more are compared with what the last of so many
is compared with."""

MIN_COSINE = 0.05
"""A pair below it counts as no match, whatever stands around it."""
LARGE_FROM_SENTENCES = 5000
MIN_COSINE_LARGE = 0.15
"""The same for large cases, where a claim has other wordings by which it is found."""
MAX_CANDIDATES = 500_000
MIN_PER_SENTENCE = 2
"""In a block, a sentence has at most so many candidates that there are no more than that in all,
but this number at least; the nearest are kept. It tells in blocks of over some 10,000 sentences."""
KEPT_ROWS = 4
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


Row = dict[int, float]
"""For one sentence, all wordings that share a term with it: see `ONE_TERM`."""
ONE_TERM = 1024.0
"""What a row adds for each term, besides the square of its weight: so a row's value, divided by
it, gives how many terms are shared, and the rest the dot product. A square is at most 1, and no
sentence has so many terms."""


def blocks_of(read: Sequence[ReadArticle]) -> list[list[int]]:
    """Articles, by index, in groups of which each is compared within itself only.

    A small case is one group. In a large one, articles that are compared with each other, even
    over others, are of one group.
    """
    if len(read) <= BLOCK_FROM_ARTICLES:
        return [list(range(len(read)))]
    block_of = list(range(len(read)))
    for at, near in enumerate(_near(vectors_of(read))):
        for other in near:
            one, two = _root(block_of, at), _root(block_of, other)
            block_of[max(one, two)] = min(one, two)
    blocks: defaultdict[int, list[int]] = defaultdict(list)
    for at in range(len(read)):
        blocks[_root(block_of, at)].append(at)
    return list(blocks.values())


def min_cosine(read: Sequence[ReadArticle]) -> float:
    """The floor for candidates of a case."""
    is_large = (
        len(read) > BLOCK_FROM_ARTICLES
        or sum(len(texts.sentences) for texts in read) > LARGE_FROM_SENTENCES
    )
    return MIN_COSINE_LARGE if is_large else MIN_COSINE


def cosine(a: Mapping[int, float], b: Mapping[int, float]) -> float:
    """Of two unit vectors; the same to the last bit whichever comes first."""
    return math.fsum([a[term] * b[term] for term in a.keys() & b.keys()])


class Rows:
    """How near the sentences of one article are to those of the articles it is compared with.

    Use it before the next one is asked for: then sentences are added to its index.

    Attributes:
        case: All articles.
        sentences: Those of the one article that are compared.
        likeness: Cosine of the one article with each that it is compared with, by index.
        index: The sentences of these.
        measured: What `score` found out of two wordings of the case and may ask again.
    """

    def __init__(
        self,
        case: PreparedCase,
        at: int,
        index: Index,
        measured: dict[tuple[int, int], tuple[float, int, float, float]],
    ) -> None:
        self.case = case
        self.measured = measured
        self.sentences = _compared(case, at)
        self.likeness: Mapping[int, float] = {}
        self.index = index
        self._rows: dict[int, Row] = {}

    def row(self, number: int) -> Row:
        """The row of a sentence; empty for a number next to an article's first or last.

        Rows of long articles are large, so only the last few that were asked for are kept.
        """
        wording = self.case.wordings[number]
        row = self._rows.get(wording)
        if row is None:
            if len(self._rows) >= KEPT_ROWS:
                del self._rows[next(iter(self._rows))]
            sentence = self.case.sentences.get(wording)
            terms = sentence.terms if sentence else ()
            row = self._rows[wording] = _row(terms, self.case.squares, self.index.wordings)
        return row

    def near(self, a: PreparedSentence, floor: float) -> Iterable[tuple[int, Sequence[int]]]:
        """The candidates of a sentence: wordings above the floor, each with its sentences.

        Where there are too many, only the nearest.
        """
        norms, places = self.case.norms, self.index.places
        least = floor * a.norm
        row = self.row(a.number)
        near = [w for w, sum_ in row.items() if sum_ % ONE_TERM >= least * norms[w]]
        most = max(MIN_PER_SENTENCE, MAX_CANDIDATES // len(self.case.sentences))
        if self.index.count <= most and self.index.longest <= MAX_PER_SENTENCE:
            return [(wording, places[wording]) for wording in near]
        numbers = [number for wording in near for number in places[wording]]
        kept: defaultdict[int, list[int]] = defaultdict(list)
        for number in self._kept(a, numbers, most):
            kept[self.case.wordings[number]].append(number)
        return kept.items()

    def _kept(self, a: PreparedSentence, near: Sequence[int], most: int) -> Sequence[int]:
        """So many candidates as a sentence may have."""
        if len(near) > most:
            return self._nearest(a, near, most)
        if len(near) <= MAX_PER_SENTENCE:
            return near
        by_article: defaultdict[int, list[int]] = defaultdict(list)
        for other in near:
            by_article[self.case.spots[other][0]].append(other)
        kept: list[int] = []
        for others in by_article.values():
            is_much = len(others) > MAX_PER_SENTENCE
            kept += self._nearest(a, others, MAX_PER_SENTENCE) if is_much else others
        return kept

    def _nearest(self, a: PreparedSentence, others: Sequence[int], most: int) -> list[int]:
        """The nearest sentences; of equally near ones those at the same place of their articles."""
        row, norms, sentences = self.row(a.number), self.case.norms, self.case.sentences
        wordings = self.case.wordings
        ranked = [
            (-(row[wordings[b]] % ONE_TERM) / norms[b], abs(sentences[b].place - a.place), b)
            for b in others
        ]
        return [b for _, _, b in heapq.nsmallest(most, ranked)]

    def cosine(self, a: int, b: int) -> float:
        """Of two sentences by number; 0 for a number next to an article's first or last."""
        row, wording = self.row(a), self.case.wordings[b]
        if wording not in row:
            return 0.0
        return row[wording] % ONE_TERM / (self.case.norms[a] * self.case.norms[b])

    def beside(self, a: int, b: int) -> float:
        """The best cosine of one of two sentences with a neighbour of the other."""
        above, row, below = self.row(a - 1), self.row(a), self.row(a + 1)
        return nearest_beside(above, row, below, self.case, a, b)

    def candidate(self, a: PreparedSentence, number: int) -> Candidate:
        """A sentence with another, by number, and all that is known of the two."""
        b = self.case.sentences[number]
        common = {*a.terms}.intersection(b.terms)
        one, other = a.number, number
        return Candidate(
            a,
            b,
            self.cosine(one, other),
            len(common),
            self.case.weight_of(common),
            max(self.cosine(one - 1, other - 1), self.cosine(one + 1, other + 1)),
            self.beside(one, other),
            self.likeness[b.article],
        )

    def candidates(self, floor: float) -> Iterator[Candidate]:
        """All candidate pairs, one sentence of this article (`a`) in each.

        Args:
            floor: The least cosine; 0 for every pair that shares a word.
        """
        for a in self.sentences:
            for _, numbers in self.near(a, floor):
                for number in numbers:
                    yield self.candidate(a, number)


def nearest_beside(above: Row, row: Row, below: Row, case: PreparedCase, a: int, b: int) -> float:
    """The best cosine of one of two sentences, by number, with a neighbour of the other.

    Args:
        above: The row of the sentence before the first.
        row: The first's own.
        below: The row of the sentence after it.
        case: Where they are.
        a: The first sentence.
        b: The second.
    """
    best, norms, wordings = 0.0, case.norms, case.wordings
    before, wording, after = wordings[b - 1], wordings[b], wordings[b + 1]
    if before in row:
        best = row[before] % ONE_TERM / (norms[a] * norms[before])
    if after in row:
        best = max(best, row[after] % ONE_TERM / (norms[a] * norms[after]))
    if wording in above:
        best = max(best, above[wording] % ONE_TERM / (norms[a - 1] * norms[b]))
    if wording in below:
        best = max(best, below[wording] % ONE_TERM / (norms[a + 1] * norms[b]))
    return best


def compare(case: PreparedCase) -> Iterator[Rows]:
    """Compare each article of a case with the earlier ones that it is worth comparing with."""
    before = Index(case)
    measured: dict[tuple[int, int], tuple[float, int, float, float]] = {}
    vectors = [article.vector for article in case.articles]
    for at, near in enumerate(_near(vectors)):
        rows = Rows(case, at, before, measured)
        if rows.sentences:
            rows.likeness = {i: cosine(vectors[at], vectors[i]) for i in near}
            if len(near) < at:
                rows.index = Index(case)
                for article in near:
                    rows.index.add(article)
        yield rows
        before.add(at)


def _compared(case: PreparedCase, at: int) -> Sequence[PreparedSentence]:
    """The sentences of an article that are compared."""
    sentences = case.articles[at].sentences
    if not case.later:
        return sentences
    return [sentence for sentence in sentences if sentence.number not in case.later]


def compare_two(case: PreparedCase, earlier: int, later: int) -> Rows:
    """Compare the later article of a case with one earlier article."""
    rows = Rows(case, later, Index(case), {})
    rows.index.add(earlier)
    rows.likeness = {earlier: cosine(case.articles[later].vector, case.articles[earlier].vector)}
    return rows


class Index:
    """Wordings by the terms that they hold, and where they stand.

    Attributes:
        wordings: By term.
        places: The sentences of each wording, by number.
        count: How many sentences there are.
        longest: How many the longest article has.
    """

    def __init__(self, case: PreparedCase) -> None:
        self._case = case
        self.wordings: defaultdict[int, list[int]] = defaultdict(list)
        self.places: dict[int, list[int]] = {}
        self.count = self.longest = 0

    def add(self, article: int) -> None:
        """Add the sentences of an article; by a term that many hold, the first."""
        sentences = self._case.articles[article].sentences
        self.count += len(sentences)
        self.longest = max(self.longest, len(sentences))
        places, new, later = self.places, [], self._case.later
        for sentence in sentences:
            if sentence.wording not in places:
                places[sentence.wording] = []
                new.append(sentence)
            if sentence.number not in later:
                places[sentence.wording].append(sentence.number)
        wordings, common = self.wordings, self._case.common
        if len(new) <= MAX_POSTINGS:
            for sentence in new:
                wording, terms = sentence.wording, sentence.terms
                for term in [term for term in terms if term not in common] if common else terms:
                    wordings[term].append(wording)
            return
        held: defaultdict[int, int] = defaultdict(int)
        for sentence in new:
            for term in sentence.terms:
                held[term] += 1
                if held[term] <= MAX_POSTINGS and term not in common:
                    wordings[term].append(sentence.wording)


def _row(terms: Sequence[int], squares: Sequence[float], index: Mapping[int, Sequence[int]]) -> Row:
    row: Row = {}
    sum_of = row.get
    for term in terms:  # sorted, so a sum is the same from either side
        if term in index:
            value = squares[term] + ONE_TERM
            if not row:  # the commonest, which most have in common
                row = dict.fromkeys(index[term], value)
                sum_of = row.get
                continue
            for wording in index[term]:
                row[wording] = sum_of(wording, 0.0) + value
    return row


def _near(vectors: Sequence[Mapping[int, float]]) -> list[list[int]]:
    """For each article the earlier ones that it is worth comparing with."""
    if len(vectors) <= BLOCK_FROM_ARTICLES:
        return [list(range(at)) for at in range(len(vectors))]
    by_term: defaultdict[int, list[tuple[int, float]]] = defaultdict(list)
    found: list[list[int]] = []
    copies: defaultdict[tuple[tuple[int, float], ...], list[int]] = defaultdict(list)
    for at, vector in enumerate(vectors):
        top = _top_terms(vector)
        alike = copies[tuple(top.items())]
        if len(alike) == MAX_COPIES:
            found.append(found[alike[-1]])
            continue
        alike.append(at)
        dots: defaultdict[int, float] = defaultdict(float)
        for term, weight in top.items():
            postings = by_term[term]
            for i, other in postings:
                dots[i] += weight * other
            if len(postings) < MAX_BLOCK_ARTICLES:
                postings.append((at, weight))
        floor = max(BLOCK_COSINE, BLOCK_PART * max(dots.values(), default=0.0))
        near = [(i, dot) for i, dot in dots.items() if dot >= floor]
        if len(near) > MAX_PARTNERS:
            near = heapq.nsmallest(MAX_PARTNERS, near, key=lambda item: (-item[1], item[0]))
        found.append(sorted(i for i, _ in near))
    return found


def _top_terms(vector: Mapping[int, float]) -> Mapping[int, float]:
    top = sorted([(-weight, term) for term, weight in vector.items()])[:BLOCK_TERMS]
    length = math.sqrt(math.fsum([weight * weight for weight, _ in top])) or 1.0
    return {term: -weight / length for term, weight in sorted([(t, w) for w, t in top])}


def _root(block_of: list[int], at: int) -> int:
    while block_of[at] != at:
        block_of[at] = block_of[block_of[at]]
        at = block_of[at]
    return at
