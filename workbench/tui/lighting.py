"""Which words of the current claim to light, and what the strip below shows of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.review.named import named_differences
from workbench.review.summary import article_letter
from workbench.text.cleaning import clean_line
from workbench.tui.widgets.article_row import Span
from workbench.tui.widgets.detail import Sentence

if TYPE_CHECKING:
    from workbench.review.model import Appearance, Claim
    from workbench.review.session import ReviewSession

_TELLING = 1 / 3
"""Most of a sentence that is lit: where more differs, pointing at the words tells nothing."""
_NOTES = {"added": "linked by hand", "confirmed": "confirmed"}


def differing_words(session: ReviewSession, claim: Claim) -> list[tuple[Span, ...]]:
    """For each appearance, the words that no other has, as spans of its article."""
    if not claim.is_shared:
        return [() for _ in claim.appearances]
    return [
        tuple(Span(appearance.start + start, appearance.start + end) for start, end in spans)
        for appearance, spans in zip(claim.appearances, session.differing(claim), strict=True)
    ]


def conflicting_words(session: ReviewSession, claim: Claim) -> list[tuple[Span, ...]]:
    """For each appearance, the words that contradict another's, as spans of its article."""
    return _named_differences(session, claim, conflict=True)


def detail_words(session: ReviewSession, claim: Claim) -> list[tuple[Span, ...]]:
    """For each appearance, the words that differ in a detail, as spans of its article."""
    return _named_differences(session, claim, conflict=False)


def _named_differences(
    session: ReviewSession, claim: Claim, *, conflict: bool
) -> list[tuple[Span, ...]]:
    found = named_differences(session.articles, claim, conflict=conflict)
    return [tuple(Span(start, end) for start, end in spans) for spans in found]


def by_article(claim: Claim, spans: list[tuple[Span, ...]]) -> dict[int, tuple[Span, ...]]:
    """The spans of all appearances, article by article."""
    found: dict[int, tuple[Span, ...]] = {}
    for appearance, here in zip(claim.appearances, spans, strict=True):
        found[appearance.article] = (*found.get(appearance.article, ()), *here)
    return found


def sentences_of(
    session: ReviewSession, claim: Claim, cursor: Appearance | None
) -> tuple[Sentence, ...]:
    """The claim's appearances as the strip shows them; `cursor` is the one that it stands on."""
    lit, conflicts = differing_words(session, claim), conflicting_words(session, claim)
    return tuple(
        Sentence(
            appearance.article,
            appearance.start,
            session.articles[appearance.article].text[appearance.start : appearance.end],
            _from(appearance.start, _telling(appearance, lit_here)),
            _from(appearance.start, conflicts_here),
            "disputed" if appearance.disputed else _NOTES.get(appearance.origin, ""),
            _text(session, appearance) == claim.text,
            appearance is cursor,
            None if appearance.copy_of is None else article_letter(appearance.copy_of),
        )
        for appearance, lit_here, conflicts_here in zip(
            claim.appearances, lit, conflicts, strict=True
        )
    )


def _text(session: ReviewSession, appearance: Appearance) -> str:
    return clean_line(session.articles[appearance.article].text[appearance.start : appearance.end])


def _telling(appearance: Appearance, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans, unless most of the sentence is in them."""
    lit = sum(span.end - span.start for span in spans)
    return spans if lit <= _TELLING * (appearance.end - appearance.start) else ()


def _from(start: int, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    return tuple(Span(span.start - start, span.end - start) for span in spans)
