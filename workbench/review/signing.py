"""The way of a verdict: draft, ready, approved, published; and who has to do what next.

- **ready** asks for a conclusion and for evidence that a colleague can look up: at least one note
  with a quotation and an address or a locator.
- **approved** asks for all of that and for two people: another reviewer has judged the same
  appearances and came to the same rating. If they disagree, an adjudicator decides.
- **published** asks for what ready asks for and, where the desk requires a second reader, for what
  approved asks for.
- What was published is only changed or **withdrawn** with a correction that says why.

Pure functions; the desk refuses by them, `check` reports by them, `status` and the screen tell by
them who waits for whom.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.review.summary import listed
from workbench.text.cleaning import clean_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from workbench.records.schema import Appearance, EvidenceRecord, Record, VerdictRecord
    from workbench.review.model import Claim

Place = Callable[["Appearance"], Hashable]
"""What makes two recorded appearances one: where they are now (`CaseState.located`)."""

FINISHED = ("ready", "approved", "published")
"""Statuses that say that a checker is done."""

_NEXT = {"draft": "ready", "approved": "published"}
_NAME = 60


@dataclass(frozen=True, slots=True)
class Step:
    """What a reviewer's verdict can become next.

    Attributes:
        status: What it would be.
        obstacles: What stands in the way, each a clause with what to do; empty if it can be done.
    """

    status: str
    obstacles: tuple[str, ...]


def next_step(claim: Claim, reviewer: str, *, second_reader: bool, place: Place) -> Step | None:
    """What this reviewer's verdict on a claim can become next; None if they have none, or are done.

    Args:
        claim: The claim as it is now.
        reviewer: Whose verdict.
        second_reader: Whether the desk requires a second reader.
        place: What makes two recorded appearances one.
    """
    own = [verdict for verdict in claim.verdicts if verdict.reviewer == reviewer]
    if not own:
        return None
    status: str = own[-1].status
    if status == "ready":
        others = opinions_of_others(claim.history, reviewer)
        status = "approved" if second_reader or others else "published"
    elif status in _NEXT:
        status = _NEXT[status]
    else:
        return None
    as_if = own[-1].model_copy(update={"status": status})
    return Step(
        status,
        obstacles(as_if, claim.history, claim.evidence, second_reader=second_reader, place=place),
    )


def obstacles(
    verdict: VerdictRecord,
    history: Iterable[Record],
    evidence: Sequence[EvidenceRecord],
    *,
    second_reader: bool,
    place: Place,
) -> tuple[str, ...]:
    """Why a verdict cannot have the status that it has, each a clause with what to do.

    Args:
        verdict: As it is, or as it would be.
        history: All records of its claim, replaced ones too.
        evidence: The notes in force on the claim.
        second_reader: Whether the desk requires a second reader.
        place: What makes two recorded appearances one.

    Returns:
        Nothing if it can.
    """
    found: list[str] = []
    if verdict.status in FINISHED:
        if not verdict.conclusion.strip():
            found.append("it has no conclusion; add the sentence to be published")
        if not any(can_be_looked_up(note) for note in evidence):
            found.append(
                "no evidence can be looked up; add a note with a quotation and where it stands "
                "(an address, or a page or minute)"
            )
    needs_another = verdict.status == "approved" or (
        verdict.status == "published" and second_reader
    )
    if needs_another or verdict.status == "published":
        found += _not_shared(
            verdict, opinions_of_others(history, verdict.reviewer), place, needs_another
        )
    return tuple(found)


def can_be_looked_up(note: EvidenceRecord) -> bool:
    """Whether a note says what its source says, and where."""
    return bool(note.quote.strip() and (note.url.strip() or note.locator.strip()))


def uncorrected(verdict: VerdictRecord, replaced: Sequence[VerdictRecord]) -> str:
    """Why a verdict cannot take the place of published ones; empty if it can.

    What readers have been told is changed or withdrawn only with a correction that tells them why.
    """
    for old in replaced:
        is_changed = (old.rating, old.conclusion) != (verdict.rating, verdict.conclusion)
        is_new = verdict.correction is not None and verdict.correction != old.correction
        if old.status == "published" and not is_new:
            if verdict.status == "withdrawn":
                return "it was published; withdraw it with a correction that says why"
            if is_changed or verdict.status != "published":
                return "it was published; change it with a correction that says why"
    return ""


def _not_shared(
    verdict: VerdictRecord, others: Sequence[VerdictRecord], place: Place, needs_another: bool
) -> list[str]:
    """Why nobody else stands behind a verdict."""
    if not others:
        return ["nobody else has judged it; let a second reviewer rate the claim"] * needs_another
    same = _places(verdict, place)
    if needs_another and not any(_places(other, place) == same for other in others):
        names = _named(others)
        return [
            f"{names} judged it on other sentences than these, so no other reviewer has a verdict "
            f"on the same appearances; let {names} save the verdict again"
        ]
    if verdict.role == "adjudicator":
        return []
    against = [other for other in others if other.rating != verdict.rating]
    if against:
        given = ", ".join(
            f"{clean_line(other.reviewer, _NAME)} rated it {clean_line(other.rating, _NAME)}"
            for other in against
        )
        return [f"reviewers disagree, {given}; let an adjudicator decide"]
    if needs_another and all(other.status == "draft" for other in others):
        who = _named(others)
        return [f"the verdict of {who} is a draft; let {who} call it ready"]
    return []


def opinions_of_others(history: Iterable[Record], reviewer: str) -> list[VerdictRecord]:
    """The verdicts of others that they stand by, also those that an adjudicator has settled."""
    verdicts = [record for record in history if record.kind == "verdict"]
    by_id = {verdict.id: verdict for verdict in verdicts}
    replaced = {
        name
        for verdict in verdicts
        for name in verdict.supersedes
        if name in by_id and by_id[name].reviewer == verdict.reviewer
    }
    return [
        verdict
        for verdict in verdicts
        if verdict.reviewer != reviewer
        and verdict.id not in replaced
        and not verdict.retracted
        and verdict.status != "withdrawn"
    ]


def _places(verdict: VerdictRecord, place: Place) -> set[Hashable]:
    return {place(appearance) for appearance in verdict.claim.appearances}


def _named(verdicts: Sequence[VerdictRecord]) -> str:
    return listed(list(dict.fromkeys(clean_line(v.reviewer, _NAME) for v in verdicts)))
