"""Finding words in all articles, and in the notes and verdicts of all claims."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from workbench.review.model import Claim
    from workbench.text.article import Article

MOST_HITS = 10_000
"""More are not looked for: nobody steps through them."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A place found.

    Attributes:
        article: Index of the article; None if it is in a note or verdict.
        start: Code points of the article.
        end: End exclusive.
        claim_id: The claim whose note or verdict it is in.
    """

    article: int | None
    start: int = 0
    end: int = 0
    claim_id: str = ""


def told(hits: Sequence[Hit], at: int) -> str:
    """Which of the places found one is at, and where they all are: "12 of 40 in 3 articles".

    Args:
        hits: What was found.
        at: Index of one of them, or -1.
    """
    if not hits:
        return "nothing found"
    articles = len({hit.article for hit in hits if hit.article is not None})
    notes = sum(hit.article is None for hit in hits)
    where = [f"{articles} article{'s' if articles > 1 else ''}"] if articles else []
    where += [f"the notes on {notes} claim{'s' if notes > 1 else ''}"] if notes else []
    return f"{number_of(hits, at)} in {' and '.join(where)}"


def number_of(hits: Sequence[Hit], at: int) -> str:
    """Which of the places found one is at: "12 of 40"; the arguments are those of `told`."""
    many = f"{len(hits):,}{' or more' if len(hits) >= MOST_HITS else ''}"
    return f"{at + 1:,} of {many}" if at >= 0 else many


def find(query: str, articles: Sequence[Article], claims: Sequence[Claim]) -> tuple[Hit, ...]:
    """Every place where some words stand, whatever their case and the blanks between them.

    Args:
        query: The words.
        articles: Searched first, in their order.
        claims: Their notes and verdicts are searched after that.
    """
    words = query.split()
    if not words:
        return ()
    pattern = re.compile(r"\s+".join(re.escape(word) for word in words), re.IGNORECASE)
    hits: list[Hit] = []
    for hit in _all(pattern, articles, claims):
        hits.append(hit)
        if len(hits) >= MOST_HITS:
            break
    return tuple(hits)


def _all(
    pattern: re.Pattern[str], articles: Sequence[Article], claims: Sequence[Claim]
) -> Iterator[Hit]:
    for index, article in enumerate(articles):
        for found in pattern.finditer(article.text, article.body_start):
            yield Hit(index, found.start(), found.end())
    for claim in claims:
        notes = [
            text
            for note in claim.evidence
            for text in (note.note, note.quote, note.title, note.publisher, note.url)
        ]
        notes += [t for v in claim.verdicts for t in (v.conclusion, v.justification)]
        if any(pattern.search(text) for text in notes):
            yield Hit(None, claim_id=claim.id)
