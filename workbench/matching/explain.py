"""Why two sentences are matched, in words: the measures of their score, and what they share.

An `Explainer` is made for a case and asked about one pair at a time; nothing of it is worked out
before. The words weigh as much as they do among the articles that are looked at: of a case that was
matched whole these are all of it, of a larger one two articles and those that have most matches
with them, so there a measure may be off by a little. The score itself is the engine's.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.matching.candidates import BLOCK_FROM_ARTICLES, compare_two
from workbench.matching.language import is_english
from workbench.matching.model import SentenceRef
from workbench.matching.preparing import prepare, read_terms
from workbench.matching.score import FEATURES, measures
from workbench.matching.sharing import Common, find_common
from workbench.text.comparable import comparable

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from workbench.matching.model import Difference, Match, Relation, Strength
    from workbench.matching.preparing import PreparedCase
    from workbench.text.article import Article

MIN_POINTS = 0.3
"""What adds or takes away less is not told."""

_IN_WORDS: dict[str, tuple[tuple[float, str], ...]] = {
    "shared weight": (
        (0.6, "They share many words that are rare here."),
        (0.3, "They share several words that are rare here."),
        (0.0, "They share a few words that are rare here."),
    ),
    "cosine": (
        (0.55, "What they share is most of both."),
        (0.35, "What they share is a large part of both."),
        (0.0, "What they share is a part of both."),
    ),
    "overlap": (
        (0.5, "Neither says much that the other does not."),
        (0.25, "Each says things that the other does not."),
        (0.0, "Each says much that the other does not."),
    ),
    "same order": (
        (0.6, "What they share stands in the same order."),
        (0.3, "Some of what they share stands in the same order."),
        (0.0, "Little of what they share stands in the same order."),
    ),
    "position": (
        (0.25, "Both stand near the top of reports of one event."),
        (0.0, "Both stand in reports of one event, not far down."),
    ),
    "opening": (
        (1.0, "Both open their articles, so they must share more: headlines are like all below."),
        (0.0, "One opens its article, so it must share more: headlines are like all below."),
    ),
    "ahead": (
        (0.35, "The sentences before or after both match as well."),
        (0.0, "The sentences before or after both have something in common."),
    ),
    "beside": ((0.0, "One has something in common with the other's neighbours."),),
}
"""What each measure says from which value on, the highest first."""


@dataclass(frozen=True, slots=True)
class Reason:
    """A measure that spoke for a match, or against it.

    Attributes:
        name: As in the table of `docs/matching.md` ("same order").
        sentence: For a person, by how far it holds ("What they share stands in the same order.").
        measure: How far it holds, 0 to 1.
        points: What it adds to the log odds of the score; below 0 it speaks against the match.
    """

    name: str
    sentence: str
    measure: float
    points: float


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why two sentences of two articles are matched, and in what they differ.

    Attributes:
        a: The first sentence.
        b: The second. All spans below are in code points from the start of these two sentences.
        score: The engine's, 0 to 1; None if it did not match the two (a person linked them).
        strength: The score in a word; None if there is no score.
        reasons: The measures of the score in sentences, the weightiest first; empty where the two
            share no word.
        common: The words, names, figures, quotations and wordings that they share.
        neighbours: Matched pairs of sentences, one of each article, that stand right before, after
            or crosswise beside the two.
        relation: How the two stand to each other.
        differences: What differs, with both values and their places; conflicts first.
    """

    a: SentenceRef
    b: SentenceRef
    score: float | None
    strength: Strength | None
    reasons: tuple[Reason, ...]
    common: Common
    neighbours: tuple[tuple[SentenceRef, SentenceRef], ...]
    relation: Relation
    differences: tuple[Difference, ...]


class Explainer:
    """Explains the matches of one case.

    Args:
        articles: As they were read.
        matches: What the engine found in them, by the two sentences.
    """

    def __init__(
        self,
        articles: Sequence[Article],
        matches: Mapping[tuple[SentenceRef, SentenceRef], Match],
    ) -> None:
        self._articles = articles
        self._matches = matches
        self._prepared: tuple[tuple[int, ...], PreparedCase] | None = None

    def explain(self, match: Match) -> Explanation:
        """Why two sentences are matched.

        Args:
            match: One of the engine's, or a pair that was compared and has no strength.
        """
        a, b = match.a, match.b
        first, second = self._articles[a.article], self._articles[b.article]
        english = is_english(first) and is_english(second)
        return Explanation(
            a=a,
            b=b,
            score=match.score if match.strength else None,
            strength=match.strength,
            reasons=self._reasons(a, b),
            common=find_common(self._text(a), self._text(b), is_english=english),
            neighbours=self._neighbours(a, b),
            relation=match.relation,
            differences=match.differences,
        )

    def _text(self, ref: SentenceRef) -> str:
        return comparable(self._articles[ref.article]).sentence_text(ref.sentence)

    def _reasons(self, a: SentenceRef, b: SentenceRef) -> tuple[Reason, ...]:
        among, case = self._prepare(a.article, b.article)
        earlier, later = among.index(a.article), among.index(b.article)
        for pair in compare_two(case, earlier, later).candidates(floor=0.0):
            if (pair.a.sentence, pair.b.sentence) == (b.sentence, a.sentence):
                break
        else:
            return ()
        reasons = [
            Reason(
                feature.name,
                next(said for least, said in _IN_WORDS[feature.name] if measure >= least),
                round(measure, 4),
                round(feature.weight * measure, 4),
            )
            for feature, measure in zip(FEATURES, measures(pair), strict=True)
        ]
        told = [reason for reason in reasons if abs(reason.points) >= MIN_POINTS]
        return tuple(sorted(told, key=lambda reason: -reason.points))

    def _prepare(self, one: int, other: int) -> tuple[tuple[int, ...], PreparedCase]:
        """The articles by which words are weighed, prepared; the last ones if both are there."""
        if self._prepared is None or not {one, other} <= set(self._prepared[0]):
            among = self._among(one, other)
            texts = [read_terms(comparable(self._articles[i])) for i in among]
            self._prepared = among, prepare(texts)
        return self._prepared

    def _among(self, one: int, other: int) -> tuple[int, ...]:
        """The articles by which words are weighed, the two among them."""
        if len(self._articles) <= BLOCK_FROM_ARTICLES:
            return tuple(range(len(self._articles)))
        near: Counter[int] = Counter()
        for a, b in self._matches:
            if a.article in (one, other) or b.article in (one, other):
                near.update((a.article, b.article))
        near[one] = near[other] = len(self._matches) + 1
        ranked = sorted(near, key=lambda article: (-near[article], article))
        return tuple(sorted(ranked[:BLOCK_FROM_ARTICLES]))

    def _neighbours(
        self, a: SentenceRef, b: SentenceRef
    ) -> tuple[tuple[SentenceRef, SentenceRef], ...]:
        places = [(-1, -1), (1, 1), (0, -1), (0, 1), (-1, 0), (1, 0)]
        beside = [
            (
                SentenceRef(a.article, a.sentence + step),
                SentenceRef(b.article, b.sentence + other_step),
            )
            for step, other_step in places
        ]
        return tuple(pair for pair in beside if pair in self._matches)
