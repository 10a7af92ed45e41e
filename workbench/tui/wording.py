"""The few words and glyphs by which the screen tells a claim's state; the same everywhere on it."""

from __future__ import annotations

from collections import Counter
from enum import Enum
from typing import TYPE_CHECKING

from workbench.review.summary import article_letter
from workbench.text.cleaning import clean_line

if TYPE_CHECKING:
    from workbench.records.ratings import Rating
    from workbench.review.model import Claim


class Glyph(Enum):
    """A claim's state in one cell; the most pressing wins."""

    LOST = "?"
    DISPUTED = "!"
    CONFLICT = "⚠"
    DIFFERS = "≠"
    AGREES = "="
    SINGLE = "·"


GLYPH_WORDS = {
    Glyph.LOST: "",
    Glyph.DISPUTED: "reviewers disagree",
    Glyph.CONFLICT: "conflict",
    Glyph.DIFFERS: "differs",
    Glyph.AGREES: "agree",
    Glyph.SINGLE: "",
}


def glyph_of(claim: Claim) -> Glyph:
    """The glyph that stands before a claim."""
    if claim.lost and not claim.appearances:
        return Glyph.LOST
    if claim.is_disputed:
        return Glyph.DISPUTED
    if claim.has_conflict:
        return Glyph.CONFLICT
    if claim.relation is None:
        return Glyph.SINGLE
    return Glyph.DIFFERS if claim.relation.value == "differs in detail" else Glyph.AGREES


def articles_text(claim: Claim) -> str:
    """The letters of the articles that a claim appears in, and how many do not copy another."""
    found = sorted({appearance.article for appearance in claim.appearances})
    shown = " ".join(article_letter(article) for article in found[:8])
    letters = f"{shown} +{len(found) - 8}" if len(found) > 8 else shown
    return (
        letters
        if claim.independent == len(found)
        else f"{letters}  {claim.independent} independent"
    )


def verdicts_text(claim: Claim) -> str:
    """The ratings in force, each once, with how many gave it where several did."""
    counts = Counter(verdict.rating for verdict in claim.verdicts)
    return " / ".join(
        f"{clean_line(rating)} ×{count}" if count > 1 else clean_line(rating)
        for rating, count in counts.items()
    )


def rating_key(rating: str, scale: tuple[Rating, ...]) -> str:
    """The digit that gives a rating, or nothing if the scale has no such rating."""
    return next((entry.key for entry in scale if entry.name == rating), "")
