"""What the matching engine hands up: matches with their relation and differences, and claims.

The engine knows articles and sentences by index only. Ids, numbers on the screen and what people
decided are added by `workbench.review`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence


class Strength(StrEnum):
    """How sure the score is; the floors stand in `workbench.matching.score`."""

    STRONG = "strong"
    MATCH = "match"
    POSSIBLE = "possible"


class Relation(StrEnum):
    """How two sentences about the same thing stand to each other. Never read off the score."""

    AGREES = "agrees"
    CONFLICTS = "conflicts"
    DIFFERS = "differs in detail"


class Slot(StrEnum):
    """What it is that differs."""

    NUMBER = "number"
    DATE = "date"
    NEGATION = "negation"
    NAME = "name"
    QUOTATION = "quotation"
    ATTRIBUTION = "attribution"


class SentenceRef(NamedTuple):
    """A sentence by the index of its article in the case and its index in the article."""

    article: int
    sentence: int


@dataclass(frozen=True, slots=True)
class Difference:
    """One slot in which two matched sentences differ, with both values in the articles' words.

    Attributes:
        slot: What differs.
        a: The value in the first sentence ("at least 60", "denies"); empty if it has none.
        b: The value in the second.
        a_span: Where `a` stands, in code points from the start of the first sentence, or None.
        b_span: The same for `b`.
        conflict: Whether both cannot be true at once; otherwise it is a detail.
    """

    slot: Slot
    a: str
    b: str
    a_span: tuple[int, int] | None = None
    b_span: tuple[int, int] | None = None
    conflict: bool = False


@dataclass(frozen=True, slots=True)
class Match:
    """A scored pair of sentences of two different articles; `a` sorts before `b`.

    Attributes:
        score: Probability-like, 0 to 1.
        strength: None below the floor for `possible` (only listed when all pairs are asked for).
    """

    a: SentenceRef
    b: SentenceRef
    score: float
    strength: Strength | None
    relation: Relation
    differences: tuple[Difference, ...] = ()


@dataclass(frozen=True, slots=True)
class ClaimGroup:
    """Sentences that make one claim; a group of one is a claim that only one article makes.

    Attributes:
        headline: The sentence whose wording stands for the claim.
        members: Sorted, with the headline among them.
        relation: The most serious relation among its pairs; None for a group of one.
        speaker: Who is said to have said it, as the article words it; empty if nobody.
        worth: Check-worthiness from 0 to 1, for ordering only.
        reasons: Why it is worth checking, a few words each.
        copied: Members that are one wording printed by several articles, a tuple for each wording.
    """

    headline: SentenceRef
    members: tuple[SentenceRef, ...]
    relation: Relation | None
    speaker: str
    worth: float
    reasons: tuple[str, ...]
    copied: tuple[tuple[SentenceRef, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Matching:
    """All that the engine found in one case.

    Attributes:
        matches: Best score first, then by position; only pairs with a strength unless all pairs
            were asked for.
        claims: Every claimable sentence and every headline (a heading that could assert something,
            though not marked claimable) is in exactly one. Groups of several come first: conflicts,
            then differences, then agreement, each by position; then groups of one by worth.
    """

    matches: Sequence[Match]
    claims: tuple[ClaimGroup, ...]

    def __reduce__(self) -> tuple[type[Matching], tuple[object, ...]]:
        """What another process gets: the same with its matches in columns."""
        from workbench.matching.columns import MatchColumns

        return Matching, (MatchColumns(self.matches), self.claims)
