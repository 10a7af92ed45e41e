"""Where the words stand that the engine named as differing: figures, names, denials.

They are fewer than the words that two sentences do not share, and mean more.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.review.model import Appearance, Claim
    from workbench.text.article import Article

Spans = tuple[tuple[int, int], ...]
"""Start and end in code points of the article, in order."""


def named_differences(
    articles: Sequence[Article], claim: Claim, *, conflict: bool
) -> tuple[Spans, ...]:
    """For each appearance of a claim, in order, the words that differ from another's.

    Args:
        articles: Of the case.
        claim: The claim.
        conflict: Whether the words that contradict another's are wanted, or those that differ in a
            detail.
    """
    found: list[set[tuple[int, int]]] = [set() for _ in claim.appearances]
    standing: dict[tuple[int, int], list[int]] = {}
    for index, appearance in enumerate(claim.appearances):
        standing.setdefault((appearance.article, appearance.sentence), []).append(index)
    for pair in claim.differences:
        if pair.difference.conflict is not conflict:
            continue
        for article, sentence, span in (
            (pair.a_article, pair.a_sentence, pair.difference.a_span),
            (pair.b_article, pair.b_sentence, pair.difference.b_span),
        ):
            if span is not None:
                for index in standing.get((article, sentence), ()):
                    found[index] |= _in_sentence(articles, claim.appearances[index], span)
    return tuple(tuple(sorted(spans)) for spans in found)


def _in_sentence(
    articles: Sequence[Article], appearance: Appearance, span: tuple[int, int]
) -> set[tuple[int, int]]:
    """A span of the sentence as a span of the article, if it lies in the appearance."""
    base = articles[appearance.article].sentences[appearance.sentence].start
    start, end = base + span[0], base + span[1]
    return {(start, end)} if appearance.start <= start and end <= appearance.end else set()
