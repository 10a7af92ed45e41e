"""What of a case is exported, and what is not and why: nothing is left out without a word.

A verdict may leave the house or not by its status; a note may be withheld; reviewers may disagree.
Each exporter asks here, so that all answer alike, and what it leaves out it names with a reason.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, get_args

from workbench.records.schema import Status, VerdictRecord
from workbench.review.signing import obstacles
from workbench.text.cleaning import clean_line

if TYPE_CHECKING:
    from collections.abc import Collection

    from workbench.records.schema import EvidenceRecord
    from workbench.review.asking import Asking
    from workbench.review.model import Claim

STATUSES: tuple[str, ...] = get_args(Status)
PUBLIC = ("approved", "published")
"""Statuses of what a desk stands behind."""

_RANK = {status: rank for rank, status in enumerate(STATUSES)}
_SHOWN = 80
"""Code points of a claim in a list of what was left out."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Something of a claim that is not in an export.

    Attributes:
        number: The claim's, on the screen.
        text: Its wording, cut short; safe to show.
        reason: Why, a clause without its full stop; safe to show.
        asked_for: Whether the person asked for it, so that its lack is a finding.
    """

    number: int
    text: str
    reason: str
    asked_for: bool

    def __str__(self) -> str:
        """One sentence for a person."""
        return f"Claim {self.number} “{self.text}”: {self.reason}."


@dataclass(frozen=True, slots=True)
class Export:
    """A case in one format.

    Attributes:
        data: The bytes of the file; the same for the same case.
        count: How many things it holds.
        what: What one of them is called ("claim review").
        left_out: What is not in it.
        warnings: One sentence each on what is in it and may not be as it should.
    """

    data: bytes
    count: int
    what: str
    left_out: tuple[LeftOut, ...] = ()
    warnings: tuple[str, ...] = ()

    @property
    def counted(self) -> str:
        """How many there are, in words: "3 claim reviews"."""
        return f"{self.count} {self.what}{'' if self.count == 1 else 's'}"


@dataclass(slots=True)
class Selection:
    """The claims of a case as one exporter goes through them.

    Attributes:
        case: The case as it is now.
        statuses: Those of the verdicts that were asked for.
        left_out: Filled while the exporter works.
        warnings: Likewise.
    """

    case: Asking
    statuses: Collection[str]
    left_out: list[LeftOut] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)

    def leave_out(self, claim: Claim, reason: str, *, asked_for: bool = True) -> None:
        """Note that something of a claim is not exported, and why."""
        text = clean_line(claim.text, _SHOWN)
        self.left_out.append(LeftOut(claim.number, text, clean_line(reason), asked_for))

    def warn(self, claim: Claim, sentence: str) -> None:
        """Note what is exported and may not be as it should."""
        self.warnings.append(f"Claim {claim.number}: {clean_line(sentence)}")

    def verdicts(self, claim: Claim) -> list[VerdictRecord]:
        """The verdicts in force whose status was asked for."""
        self._name_hidden(claim)
        for verdict in claim.verdicts:
            if verdict.status not in self.statuses:
                self.leave_out(claim, f"{_whose(verdict)} is {verdict.status}", asked_for=False)
        return [v for v in claim.verdicts if v.status in self.statuses]

    def the_verdict(self, claim: Claim) -> VerdictRecord | None:
        """The one verdict that can stand for the desk, for formats that have room for one only.

        Of reviewers who agree it is the one that has come furthest. There is none if they disagree,
        if one was withdrawn, if the words that were judged were edited since, or if it calls itself
        approved or published without what that asks for: the reason is noted.
        """
        self._name_hidden(claim)
        if not claim.verdicts:
            if claim.evidence and not claim.hides_verdict:
                self.leave_out(claim, "there are notes on it and no verdict", asked_for=False)
            return None
        withdrawn = [v for v in claim.verdicts if v.status == "withdrawn"]
        asked = [v for v in claim.verdicts if v.status in self.statuses]
        if withdrawn:
            who = ", ".join(v.reviewer for v in withdrawn)
            wanted = "withdrawn" in self.statuses
            self.leave_out(claim, f"{who} withdrew the verdict", asked_for=wanted)
        elif claim.is_disputed:
            given = ", ".join(f"{v.rating} ({v.reviewer})" for v in claim.verdicts)
            reason = f"reviewers disagree: {given}; it needs an adjudicator"
            self.leave_out(claim, reason, asked_for=bool(asked))
        elif not asked:
            said = ", ".join(f"{_whose(v)} is {v.status}" for v in claim.verdicts)
            self.leave_out(claim, said, asked_for=False)
        elif claim.lost or not claim.appearances:
            places = ", ".join(dict.fromkeys(lost.source for lost in claim.lost))
            self.leave_out(claim, f"the words that were judged were edited in {places}; settle it")
        else:
            verdict = max(asked, key=_weight)
            lacking = self._lacking(claim, verdict) if verdict.status in PUBLIC else ()
            if not lacking:
                return verdict
            self.leave_out(claim, f"{_whose(verdict)} is {verdict.status}, but {lacking[0]}")
        return None

    def _name_hidden(self, claim: Claim) -> None:
        if claim.hides_verdict:
            self.leave_out(claim, "a verdict is kept from you until you have given yours")

    def _lacking(self, claim: Claim, verdict: VerdictRecord) -> tuple[str, ...]:
        """What a verdict lacks for its status; another hand, or a merge, may have taken it."""
        return obstacles(
            verdict,
            claim.history,
            claim.evidence,
            second_reader=self.case.case.second_reader,
            place=self.case.located,
        )

    def evidence(self, claim: Claim) -> list[EvidenceRecord]:
        """The notes in force that are not withheld."""
        for note in claim.evidence:
            if note.withheld_reason:
                reason = f"a note by {note.reviewer} is withheld: {note.withheld_reason}"
                self.leave_out(claim, reason, asked_for=False)
        return [note for note in claim.evidence if not note.withheld_reason]

    def done(self, data: bytes, count: int, what: str) -> Export:
        """The export, with what was noted while it was made."""
        return Export(data, count, what, tuple(self.left_out), tuple(self.warnings))


def conclusion(claim: Claim, verdict: VerdictRecord) -> str:
    """A verdict's conclusion, or the latest one of those who agree with it; not cleaned."""
    return _said(claim, verdict, "conclusion")


def justification(claim: Claim, verdict: VerdictRecord) -> str:
    """A verdict's justification, or the latest one of those who agree with it; not cleaned."""
    return _said(claim, verdict, "justification")


def _said(claim: Claim, verdict: VerdictRecord, name: str) -> str:
    agreeing = [v for v in claim.verdicts if v.rating == verdict.rating]
    said = (getattr(v, name) for v in (verdict, *sorted(agreeing, key=_weight, reverse=True)))
    return next((words for words in said if words.strip()), "")


def published_on(claim: Claim, verdict: VerdictRecord) -> str:
    """The day on which a verdict was first published, else made, as "2026-03-29"."""
    published = [
        record.created_at
        for record in claim.history
        if isinstance(record, VerdictRecord)
        and not record.retracted
        and record.status == "published"
    ]
    return min(published, default=verdict.created_at)[:10]


def is_decided(claim: Claim) -> bool:
    """Whether a person has judged a claim or left a note on it, hidden or not."""
    return bool(claim.verdicts or claim.evidence or claim.hides_verdict)


def contradicting(claim: Claim) -> set[int]:
    """Indices of the articles of which a sentence contradicts the claim as it is worded."""
    return {a.article for a in claim.appearances if a.relation == "conflicts"}


def _whose(verdict: VerdictRecord) -> str:
    return f"the verdict “{verdict.rating}” by {verdict.reviewer}"


def _weight(verdict: VerdictRecord) -> tuple[int, bool, str]:
    return _RANK[verdict.status], verdict.role == "adjudicator", verdict.id
