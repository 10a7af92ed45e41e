"""Likeness of sentences and of their neighbours: what a recorded quote may have become.

Nothing here puts a record in force. The floors and margins were measured on news texts with 21
kinds of edits; likeness alone attaches one record in six to a wrong sentence, which is why a
rewording must be a *new* sentence, must not be nearer to a recorded look-alike, and must stand
between neighbours that were there.
"""

from __future__ import annotations

from dataclasses import dataclass
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


def rewording(quote: Quote, context: AnchorContext, index: ArticleIndex) -> tuple[int, int] | None:
    """The one new sentence that the quote was surely made into, or None."""
    words = plain(quote.exact)
    scored = _new_sentences_by_likeness(words, context, index, _REWORDED_BETWEEN_NEIGHBOURS)
    if not scored:
        return None
    (score, number), *rest = scored
    sentence = index.article.sentences[number]
    if _is_nearer_to_a_look_alike(index.sentences[number], score, context):
        return None
    neighbours = Neighbours.of(quote, index, sentence.start, sentence.end)
    leads = not rest or score - rest[0][0] >= _MARGIN
    is_reworded = score >= _REWORDED and leads and neighbours.one_holds
    if is_reworded or neighbours.both_sure:
        return sentence.start, sentence.end
    return None


def likeliest(quote: Quote, context: AnchorContext, index: ArticleIndex) -> tuple[int, int] | None:
    """A place to show a person first: the most alike of the new sentences, if any is."""
    scored = _new_sentences_by_likeness(plain(quote.exact), context, index, _LOOK_ALIKE)
    if not scored:
        return None
    sentence = index.article.sentences[scored[0][1]]
    return sentence.start, sentence.end


def _new_sentences_by_likeness(
    words: str, context: AnchorContext, index: ArticleIndex, floor: float
) -> list[tuple[float, int]]:
    new = index.new_since(context.sentences)
    found = process.extract(
        words[:_MOST_LETTERS],
        [index.sentences[number][:_MOST_LETTERS] for number in new],
        scorer=fuzz.ratio,
        score_cutoff=floor,
        limit=2,
    )
    return [(score, new[place]) for _, score, place in found]


def _is_nearer_to_a_look_alike(sentence: str, score: float, context: AnchorContext) -> bool:
    return any(fuzz.ratio(other, sentence) >= score for other in context.look_alikes)
