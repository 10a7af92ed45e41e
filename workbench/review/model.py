"""A claim as the screen and the command line see it: matched, recorded and decided upon.

Values are frozen; `workbench.review.session` makes new ones after every saved record.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from workbench.records.anchor import AnchorState as AnchorState  # noqa: TC001 (re-exported)

if TYPE_CHECKING:
    from workbench.matching.model import Difference, Relation
    from workbench.records.schema import EvidenceRecord, Record, VerdictRecord


class Origin(StrEnum):
    """Why an appearance belongs to its claim."""

    MATCHED = "matched"
    """The engine found it; nobody has said anything about it yet."""
    JUDGED = "judged"
    """A verdict or note in force was made with it in view."""
    CONFIRMED = "confirmed"
    """A person confirmed the match."""
    ADDED = "added"
    """A person linked it by hand."""


@dataclass(frozen=True, slots=True)
class Appearance:
    """One span of one article in which a claim appears.

    Attributes:
        article: Index in the case's articles.
        start: Code points of the decoded file.
        end: End exclusive.
        sentence: Index of the sentence that it lies in (the first, if it covers several).
        relation: To the claim's headline; None for the headline's own article.
        origin: Why it is here.
        disputed: One reviewer linked it and another took it out.
        copy_of: Index of the first article of the claim that prints nearly the same wording; None
            if no other does, or this is the first.
    """

    article: int
    start: int
    end: int
    sentence: int
    relation: Relation | None
    origin: Origin
    disputed: bool = False
    copy_of: int | None = None


@dataclass(frozen=True, slots=True)
class LostAnchor:
    """A recorded appearance that is not in force: its words are no longer there for sure.

    Attributes:
        source: The article, as recorded.
        exact: The words that were judged, safe to show.
        state: `CHANGED`, `AMBIGUOUS` or `ORPHAN`.
        suggestion: Article index, start and end of the likeliest place, or None.
    """

    source: str
    exact: str
    state: AnchorState
    suggestion: tuple[int, int, int] | None


@dataclass(frozen=True, slots=True)
class PairDifference:
    """A difference between two sentences of a claim, each by index of article and in it."""

    a_article: int
    b_article: int
    difference: Difference
    a_sentence: int
    b_sentence: int


@dataclass(frozen=True, slots=True)
class Claim:
    """One claim with all that is known and decided about it.

    Attributes:
        id: From its first appearance, or of the folder that its records are in.
        number: On the screen, from 1.
        text: The headline wording, safe to show.
        speaker: Who is said to have said it, or empty.
        relation: The most serious relation among its appearances; None if only one article has it.
        summary: The relation in a few words, naming both values ("figures differ: A at least 60,
            C more than 140"); articles by their letter. Empty if there is nothing to say.
        appearances: In the order of the articles; never empty unless `lost` is not.
        differences: All differences found between its appearances.
        lost: Recorded appearances that are not in force.
        worth: Check-worthiness, 0 to 1.
        reasons: Why it is worth checking.
        verdicts: The verdict heads in force, oldest first; two with other ratings disagree.
        evidence: The evidence notes in force, oldest first.
        history: Every record of the claim, oldest first, superseded ones too.
        hides_verdict: Another's verdict is kept from the reader, who is to judge unseen.
    """

    id: str
    number: int
    text: str
    speaker: str
    relation: Relation | None
    summary: str
    appearances: tuple[Appearance, ...]
    differences: tuple[PairDifference, ...] = ()
    lost: tuple[LostAnchor, ...] = ()
    worth: float = 0.0
    reasons: tuple[str, ...] = ()
    verdicts: tuple[VerdictRecord, ...] = ()
    evidence: tuple[EvidenceRecord, ...] = ()
    history: tuple[Record, ...] = ()
    hides_verdict: bool = False

    @property
    def is_reviewed(self) -> bool:
        """Whether a verdict is in force."""
        return bool(self.verdicts)

    @property
    def is_shared(self) -> bool:
        """Whether more than one article has it."""
        return len({appearance.article for appearance in self.appearances}) > 1

    @property
    def is_disputed(self) -> bool:
        """Whether verdicts in force differ in their rating."""
        return len({verdict.rating for verdict in self.verdicts}) > 1

    @property
    def has_conflict(self) -> bool:
        """Whether its appearances contradict each other."""
        return self.relation == "conflicts"

    @property
    def independent(self) -> int:
        """How many articles make the claim, those that print one wording counted once."""
        source = {appearance.article: appearance.article for appearance in self.appearances}
        for copy in self.appearances:
            if copy.copy_of is not None:
                same = {source[copy.article], source[copy.copy_of]}
                source = {a: min(same) if s in same else s for a, s in source.items()}
        return len(set(source.values()))

    def appearance_in(self, article: int) -> Appearance | None:
        """The first appearance in an article, by index."""
        return next((a for a in self.appearances if a.article == article), None)


@dataclass(frozen=True, slots=True)
class Progress:
    """Counts for the header and for `workbench status`.

    Attributes:
        offered: Claims worth going through: shared ones, those worth checking, and all reviewed.
        reviewed: Of those, with a verdict in force.
        conflicts: Claims whose appearances contradict each other.
        disagreements: Claims whose verdicts in force differ.
        waiting: Claims with a verdict by one reviewer only that ask for a second reader.
        lost: Claims with an appearance that is not in force.
    """

    offered: int
    reviewed: int
    conflicts: int
    disagreements: int
    waiting: int
    lost: int
