"""What two spans of a case say about each other: from the engine's matches, else compared here.

The engine compares only sentences that look alike. A person may link any two, and nothing would be
worse than to show those as agreeing unseen; so pairs that only a record brings together are
compared by the engine's own rules when they are first needed.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING

from workbench.matching.explain import Explainer, Explanation
from workbench.matching.facts import Facts, read_facts
from workbench.matching.language import is_english
from workbench.matching.model import Match, Relation, SentenceRef
from workbench.matching.relations import differences, relation
from workbench.review.match_index import MatchIndex
from workbench.review.spans import Span
from workbench.text.comparable import comparable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.matching.model import Matching
    from workbench.text.article import Article

SERIOUS = {Relation.CONFLICTS: 0, Relation.DIFFERS: 1, Relation.AGREES: 2}
"""Relations by how serious they are."""


class Comparer:
    """The sentences of a case and how they stand to each other."""

    def __init__(self, articles: Sequence[Article], matching: Matching) -> None:
        self._articles = list(articles)
        self._starts = [[s.start for s in article.sentences] for article in articles]
        self._facts: dict[SentenceRef, Facts] = {}
        self._read: dict[int, tuple[Article, bool]] = {}
        self._compared: dict[tuple[SentenceRef, SentenceRef], Match] = {}
        self._explainer: Explainer | None = None
        self._pairs = MatchIndex(matching.matches)

    def extend(self, article: Article) -> None:
        """Take in an article that was read later."""
        self._articles.append(article)
        self._starts.append([sentence.start for sentence in article.sentences])

    def span(self, ref: SentenceRef) -> Span:
        """Where a sentence stands."""
        sentence = self._articles[ref.article].sentences[ref.sentence]
        return Span(ref.article, sentence.start, sentence.end)

    def sentence_at(self, span: Span) -> int:
        """Index of the first sentence that shares code points with a span, else the one before."""
        sentences = self._articles[span.article].sentences
        index = self._first(span)
        if index + 1 < len(sentences) and sentences[index].end <= span.start:
            index += sentences[index + 1].start < span.end
        return index

    def refs(self, span: Span) -> list[SentenceRef]:
        """The sentences that share words with a span."""
        refs = []
        sentences = self._articles[span.article].sentences
        index = self._first(span)
        while index < len(sentences) and sentences[index].start < span.end:
            ref = SentenceRef(span.article, index)
            if self.span(ref).shares_words_with(span):
                refs.append(ref)
            index += 1
        return refs

    def match(
        self, one: Sequence[SentenceRef], other: Sequence[SentenceRef], *, linked: bool
    ) -> Match | None:
        """The most serious match between the sentences of two spans; None if there is none.

        Args:
            one: The sentences of the one span (see `refs`).
            other: Those of the other, which is in another article.
            linked: Whether a person brought the two together; then pairs that the engine did not
                match are compared as well.
        """
        found: list[Match] = []
        for a in one:
            for b in other:
                pair = (a, b) if a < b else (b, a)
                match = self._known(pair) if linked else self._pairs.get(pair)
                if match is not None:
                    found.append(match)
        return min(found, key=lambda match: SERIOUS[match.relation], default=None)

    def strength(self, spans: Sequence[Span]) -> float:
        """The best score, 0 to 1, of a match between two of some spans; 0 if none is matched."""
        refs = [ref for span in spans for ref in self.refs(span)]
        pairs = combinations(sorted(refs), 2)
        return max((self._pairs[pair].score for pair in pairs if pair in self._pairs), default=0.0)

    def is_part(self, span: Span, refs: Sequence[SentenceRef]) -> bool:
        """Whether a span cuts one of its sentences (see `refs`)."""
        sentences = map(self.span, refs)
        return any(s.start < span.start or span.end < s.end for s in sentences)

    def match_words(self, one: Span, other: Span) -> Match:
        """What the very words of two spans, of different articles, say of each other.

        Spans of differences count from the start of the sentence that each begins in, as those of
        whole sentences do.
        """
        first, second = sorted((one, other))
        found = differences(self._facts_in(first), self._facts_in(second))
        a, b = (SentenceRef(span.article, self.sentence_at(span)) for span in (first, second))
        shift_a, shift_b = (
            span.start - self.span(ref).start for span, ref in ((first, a), (second, b))
        )
        shifted = tuple(
            replace(d, a_span=_shifted(d.a_span, shift_a), b_span=_shifted(d.b_span, shift_b))
            for d in found
        )
        return Match(a, b, 0.0, None, relation(found), shifted)

    def best(self, one: Sequence[SentenceRef], other: Sequence[SentenceRef]) -> Match:
        """The match of two spans of different articles that has the best score.

        Args:
            one: The sentences of the one span, at least one (see `refs`).
            other: Those of the other.
        """
        pairs = [(a, b) if a < b else (b, a) for a in one for b in other]
        return min(map(self._known, pairs), key=lambda match: (-match.score, match.a, match.b))

    def explain(self, match: Match) -> Explanation:
        """Why two sentences are matched, or what they share if they are not."""
        if self._explainer is None:
            self._explainer = Explainer(self._articles, self._pairs)
        return self._explainer.explain(match)

    def _known(self, pair: tuple[SentenceRef, SentenceRef]) -> Match:
        """The engine's match of a pair, else what its rules say of the two."""
        match = self._pairs.get(pair) or self._compared.get(pair)
        if match is None:
            found = differences(*map(self._facts_of, pair))
            match = self._compared[pair] = Match(*pair, 0.0, None, relation(found), found)
        return match

    def _facts_of(self, ref: SentenceRef) -> Facts:
        """The facts of a sentence, read as the engine reads them."""
        if ref not in self._facts:
            self._facts[ref] = self._facts_in(self.span(ref))
        return self._facts[ref]

    def _facts_in(self, span: Span) -> Facts:
        if span.article not in self._read:
            article = comparable(self._articles[span.article])
            self._read[span.article] = article, is_english(article)
        article, english = self._read[span.article]
        text = article.text[span.start : span.end]
        return read_facts(text, article.metadata.date, is_english=english)

    def _first(self, span: Span) -> int:
        return max(0, bisect_right(self._starts[span.article], span.start) - 1)


def _shifted(span: tuple[int, int] | None, by: int) -> tuple[int, int] | None:
    return None if span is None else (span[0] + by, span[1] + by)
