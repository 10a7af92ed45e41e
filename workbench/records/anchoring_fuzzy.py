"""Likeness of sentences and of their neighbours: what a recorded quote may have become.

Nothing here puts a record in force. The floors and margins were measured on news texts with 21
kinds of edits; likeness alone attaches one record in six to a wrong sentence, which is why a
rewording must be a *new* sentence, must not be nearer to a recorded look-alike, and must stand
between neighbours that were there.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process

from workbench.records.article_index import plain

if TYPE_CHECKING:
    from collections.abc import Iterable

    from workbench.records.article_index import ArticleIndex
    from workbench.records.schema import AnchorContext, Quote

_MARGIN = 15
_NEIGHBOUR_SURE = 90
_NEIGHBOUR_LIKE = 60
_REWORDED = 75
_REWORDED_BETWEEN_NEIGHBOURS = 55
_LOOK_ALIKE = 50
_MOST_LOOK_ALIKES = 8
_MOST_LETTERS = 1000
"""Of a quote that is compared by likeness, whose time grows with the square of its length."""
_MOST_NEW = 100
"""New sentences among which splits and joins are looked for; more is another article."""
_MOST_CANDIDATES = 8
_CONTAINABLE = 40
_CONTAINED = 90
_LESS_FOR_A_PART = 10
_REAL = 12
"""Plain code points that a neighbour needs to say anything; at a text's edge there is none."""


@dataclass(frozen=True, slots=True)
class Neighbours:
    """How like the text around a place is to the text around the quote, 0 to 100.

    Attributes:
        before: Likeness of the 64 code points before.
        after: Likeness of those after.
        real_before: There was something before, long enough to compare.
        real_after: The same after.
    """

    before: float
    after: float
    real_before: bool
    real_after: bool

    @classmethod
    def of(cls, quote: Quote, index: ArticleIndex, start: int, end: int) -> Neighbours:
        """Compare a place in an article with the recorded surroundings of a quote."""
        prefix, suffix = plain(quote.prefix), plain(quote.suffix)
        return cls(
            before=fuzz.ratio(prefix, index.before(start)),
            after=fuzz.ratio(suffix, index.after(end)),
            real_before=len(prefix) >= _REAL,
            real_after=len(suffix) >= _REAL,
        )

    @property
    def mean(self) -> float:
        """Both together."""
        return (self.before + self.after) / 2

    @property
    def both_hold(self) -> bool:
        """One is there beyond doubt, the other recognisably; at least one is real text."""
        is_sure = max(self.before if self.real_before else 0, self.after if self.real_after else 0)
        return is_sure >= _NEIGHBOUR_SURE and min(self.before, self.after) >= _NEIGHBOUR_LIKE

    @property
    def both_sure(self) -> bool:
        """Both are there beyond doubt, and are real text."""
        is_real = self.real_before and self.real_after
        return is_real and min(self.before, self.after) >= _NEIGHBOUR_SURE

    @property
    def one_holds(self) -> bool:
        """One that is real text is recognisably there."""
        return (self.real_before and self.before >= _NEIGHBOUR_LIKE) or (
            self.real_after and self.after >= _NEIGHBOUR_LIKE
        )

    def leads(self, rivals: Iterable[float]) -> bool:
        """Whether no rival's mean comes near."""
        return all(self.mean - rival >= _MARGIN for rival in rivals)


def look_alikes(words: str, index: ArticleIndex, covering: range) -> list[str]:
    """The plain text of other sentences of the article that resemble the quote, nearest first."""
    others = [
        sentence
        for number, sentence in enumerate(index.sentences)
        if number not in covering and sentence != words
    ]
    found = process.extract(
        words[:_MOST_LETTERS],
        others,
        scorer=fuzz.ratio,
        score_cutoff=_LOOK_ALIKE,
        limit=_MOST_LOOK_ALIKES,
    )
    return list(dict.fromkeys(sentence for sentence, _, _ in found))


@dataclass(frozen=True, slots=True)
class Suggestion:
    """The new place in the article that is most like a quote.

    Attributes:
        start: First code point of the decoded file.
        end: End exclusive.
        is_sure: It is surely what the quote was made into; otherwise only a place to look at first.
    """

    start: int
    end: int
    is_sure: bool


def suggest(quote: Quote, context: AnchorContext, index: ArticleIndex) -> Suggestion | None:
    """What the quote was made into, or the likeliest place; None if nothing new is like it.

    It is a new sentence, two in a row (the quote was split), or a longer one that has the quote
    in it (the quote was quoted, or joined to its neighbour).
    """
    candidates = _candidates(plain(quote.exact), context, index)
    if not candidates:
        return None
    best = candidates[0]
    rivals = [other.likeness for other in candidates if not other.overlaps(best)]
    neighbours = Neighbours.of(quote, index, best.start, best.end)
    leads = all(best.likeness - rival >= _MARGIN for rival in rivals)
    is_reworded = best.likeness >= _REWORDED and leads and neighbours.one_holds
    is_in_place = best.likeness >= _REWORDED_BETWEEN_NEIGHBOURS and neighbours.both_sure
    is_another = any(_likeness(other, best.text) >= best.likeness for other in context.look_alikes)
    is_sure = (is_reworded or is_in_place) and not is_another
    return Suggestion(best.start, best.end, is_sure)


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A new sentence, or two in a row, that is like the quote."""

    likeness: float
    start: int
    end: int
    text: str

    def overlaps(self, other: _Candidate) -> bool:
        return self.start < other.end and other.start < self.end


def _candidates(words: str, context: AnchorContext, index: ArticleIndex) -> list[_Candidate]:
    """What is new in the article and like the quote, the most alike first."""
    words = words[:_MOST_LETTERS]
    new = index.new_since(context.sentences)
    spans = [(number, number) for number in new]
    if len(new) <= _MOST_NEW:
        spans += [(one, two) for one, two in pairwise(new) if two == one + 1]
    texts = [" ".join(index.sentences[a : b + 1])[: 2 * _MOST_LETTERS] for a, b in spans]
    scores = {
        place: score
        for _, score, place in process.extract(
            words, texts, scorer=fuzz.ratio, score_cutoff=_LOOK_ALIKE, limit=_MOST_CANDIDATES
        )
    }
    if len(new) <= _MOST_NEW:
        for place in range(len(new)):
            scores[place] = _likeness(words, texts[place])
    sentences = index.article.sentences
    found = [
        _Candidate(score, sentences[a].start, sentences[b].end, texts[place])
        for place, score in scores.items()
        if score >= _LOOK_ALIKE
        for a, b in [spans[place]]
    ]
    return sorted(found, key=lambda candidate: -candidate.likeness)


def _likeness(words: str, sentence: str) -> float:
    """How like a sentence is to the quote, 0 to 100; nearly as like if it has the quote in it."""
    likeness = fuzz.ratio(words, sentence)
    if _CONTAINABLE <= len(words) < len(sentence):
        part = fuzz.partial_ratio(words, sentence, score_cutoff=_CONTAINED)
        likeness = max(likeness, part - _LESS_FOR_A_PART)
    return likeness
