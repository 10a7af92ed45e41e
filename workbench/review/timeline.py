"""The history of a claim in words: who did what, when, what was other before, and what still holds.

Pure functions over a claim's records; all texts are safe to show.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from workbench.text.cleaning import clean_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from workbench.records.schema import (
        Appearance,
        EvidenceRecord,
        LinkRecord,
        Record,
        VerdictRecord,
    )
    from workbench.review.model import Claim

_NAME = 60
_VERDICT_TEXTS: tuple[tuple[str, str], ...] = (
    ("conclusion", "Conclusion"),
    ("justification", "Why"),
    ("uncertainty", "Not known"),
)
_EVIDENCE_TEXTS: tuple[tuple[str, str], ...] = (
    ("note", "Note"),
    ("question", "Question"),
    ("quote", "Quotation"),
    ("locator", "Where in it"),
    ("title", "Title"),
    ("publisher", "Publisher"),
    ("url", "Address"),
    ("archived_url", "Archived at"),
    ("accessed_at", "Looked at"),
    ("withheld_reason", "Withheld"),
)


@dataclass(frozen=True, slots=True)
class Event:
    """One record in words.

    Attributes:
        when: Day and minute of this machine's time zone, "2025-03-22 14:05".
        who: The reviewer.
        what: What they did, as "rated it false (draft)".
        details: What they wrote, each with its label before it.
        holds: Whether it still holds; what was replaced or taken back does not.
    """

    when: str
    who: str
    what: str
    details: tuple[str, ...]
    holds: bool


def timeline(claim: Claim) -> tuple[Event, ...]:
    """Everything that happened to a claim, the oldest first."""
    by_id = {record.id: record for record in claim.history}
    in_force = {record.id for record in (*claim.verdicts, *claim.evidence)}
    replaced = {name for record in claim.history for name in record.supersedes}
    return tuple(
        Event(
            when=_local(record.created_at),
            who=clean_line(record.reviewer, _NAME),
            what=_what(record, by_id, claim.text),
            details=() if record.retracted else tuple(_details(record, by_id)),
            holds=record.id in in_force
            or (record.kind == "link" and not record.retracted and record.id not in replaced),
        )
        for record in claim.history
    )


def _local(created_at: str) -> str:
    # Recorded in UTC; what a person remembers is the time on their own clock.
    return f"{datetime.fromisoformat(created_at).astimezone():%Y-%m-%d %H:%M}"


def _what(record: Record, by_id: Mapping[str, Record], text: str) -> str:
    before = _before(record, by_id)
    prefix = ""
    if record.undoes is not None:
        undone = by_id.get(record.undoes)
        is_redo = undone is not None and undone.undoes is not None
        prefix = "redid: " if is_redo else "undid: "
    if record.retracted:
        return f"{prefix}took back {_taken_back(record, by_id)}"
    if record.kind == "verdict":
        what = _rated(record, before if before and before.kind == "verdict" else None)
    elif record.kind == "evidence":
        what = "reworded a note" if before else "added a note"
        what += f" that {record.stance}" if record.stance != "context" else " for context"
    else:
        what = _linked(record)
    worded = clean_line(record.claim.text)
    about = f", worded “{worded}”" if record.kind != "link" and worded != text else ""
    return f"{prefix}{what}{about}"


def _before(record: Record, by_id: Mapping[str, Record]) -> Record | None:
    """What the same reviewer had said in its place."""
    said = (by_id.get(name) for name in record.supersedes)
    own = [r for r in said if r and r.reviewer == record.reviewer and r.kind == record.kind]
    return max((r for r in own if not r.retracted), key=lambda r: r.id, default=None)


def _rated(record: VerdictRecord, before: VerdictRecord | None) -> str:
    rating = clean_line(record.rating, _NAME)
    if before is None:
        what = f"rated it {rating}"
    elif before.rating != record.rating:
        what = f"changed {clean_line(before.rating, _NAME)} to {rating}"
    elif before.status != record.status:
        what = f"called it {record.status}, {rating}"
    else:
        what = f"kept {rating}, worded anew"
    how: list[str] = [record.status]
    if record.role != "checker":
        how.append({"second": "second reader"}.get(record.role, record.role))
    if record.blind:
        how.append("judged unseen")
    return f"{what} ({', '.join(how)})"


def _linked(record: LinkRecord) -> str:
    done = (
        ("linked", record.added),
        ("confirmed", record.confirmed),
        ("took out", record.rejected),
    )
    parts = [f"{verb} {_sentences(found)}" for verb, found in done if found]
    return " and ".join(parts) or "decided nothing"


def _sentences(appearances: list[Appearance]) -> str:
    return "a sentence" if len(appearances) == 1 else f"{len(appearances)} sentences"


def _taken_back(record: Record, by_id: Mapping[str, Record]) -> str:
    taken = next((by_id[name] for name in record.supersedes if name in by_id), None)
    if taken is not None and taken.kind == "verdict":
        return f"the verdict {clean_line(taken.rating, _NAME)}"
    return {"verdict": "a verdict", "evidence": "a note"}.get(record.kind, "a link")


def _details(record: Record, by_id: Mapping[str, Record]) -> Iterator[str]:
    """What was written, but for what stood there before already."""
    if record.kind == "link":
        for verb, found in (("+", (*record.added, *record.confirmed)), ("−", record.rejected)):
            for appearance in found:
                yield f"{verb} {clean_line(appearance.source)}: {_quoted(appearance)}"
        return
    before = _before(record, by_id)
    if record.kind == "verdict":
        if record.correction is not None:
            yield f"Because: {clean_line(record.correction.reason)}"
            if record.correction.public_note:
                yield f"Readers are told: {clean_line(record.correction.public_note)}"
        texts = _VERDICT_TEXTS
    else:
        texts = _EVIDENCE_TEXTS
    for name, label in texts:
        yield from _changed(record, before, name, label)


def _changed(
    record: VerdictRecord | EvidenceRecord, before: Record | None, name: str, label: str
) -> Iterator[str]:
    words, earlier = clean_line(getattr(record, name)), getattr(before, name, "")
    if words and getattr(record, name) != earlier:
        yield f"{label}: {words}"
    elif earlier and not words:
        yield f"{label}: taken out"


def _quoted(appearance: Appearance) -> str:
    return f"“{clean_line(appearance.quote.exact)}”"
