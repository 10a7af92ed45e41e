"""Runs of text in a case's articles, and when two of them are about the same words."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from workbench.review.errors import BadPlace
from workbench.text.cleaning import clean_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.review.model import Appearance
    from workbench.text.article import Article


class Span(NamedTuple):
    """A run of an article: the article's index, the first code point and the one past the last."""

    article: int
    start: int
    end: int

    def overlap(self, other: Span) -> int:
        """How many code points both have."""
        if self.article != other.article:
            return 0
        return max(0, min(self.end, other.end) - max(self.start, other.start))

    def shares_words_with(self, other: Span) -> bool:
        """Whether the overlap is at least half of the shorter span."""
        overlap = self.overlap(other)
        return overlap > 0 and 2 * overlap >= min(self.end - self.start, other.end - other.start)

    def covers(self, other: Span) -> bool:
        """Whether it has at least half of another span."""
        return 2 * self.overlap(other) >= other.end - other.start


def span_of(appearance: Appearance) -> Span:
    """Where an appearance is."""
    return Span(appearance.article, appearance.start, appearance.end)


def span_in(articles: Sequence[Article], article: int, start: int, end: int) -> Span:
    """A span that is in an article and has something to read.

    Raises:
        BadPlace: It is not, or has not.
    """
    decoded = articles[article].decoded
    source = clean_line(articles[article].source)
    if not 0 <= start < end <= len(decoded):
        raise BadPlace(
            f"{source} has {len(decoded)} characters; there is no span {start}-{end} in it."
        )
    if not decoded[start:end].strip():
        raise BadPlace(f"There is nothing to read in {source} from {start} to {end}.")
    return Span(article, start, end)
