"""What a person's decision looks like as a record; pure functions from a claim to the record.

A record says everything anew and lists what it replaces, so nothing here edits anything. Taking a
change back is a record as well: it says again what the reviewer had said before, or takes back what
they said if they had said nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import ValidationError

from workbench.records.schema import (
    ClaimRef,
    EvidenceRecord,
    LinkRecord,
    Record,
    VerdictRecord,
    describe,
)
from workbench.review.errors import NotSaved
from workbench.text.cleaning import clean_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from workbench.records.schema import Appearance

R = TypeVar("R", bound=VerdictRecord | EvidenceRecord | LinkRecord)

_VERDICT_SAYS = (
    "rating",
    "conclusion",
    "justification",
    "uncertainty",
    "status",
    "role",
    "blind",
    "correction",
)
EVIDENCE_SAYS = (
    "stance",
    "note",
    "question",
    "url",
    "archived_url",
    "title",
    "publisher",
    "medium",
    "primary",
    "quote",
    "locator",
    "accessed_at",
    "withheld_reason",
)
"""Fields of an evidence note in which a reviewer says something."""

_SAYS = {VerdictRecord: _VERDICT_SAYS, EvidenceRecord: EVIDENCE_SAYS}


@dataclass(frozen=True, slots=True)
class Signature:
    """What makes a record this reviewer's, of this moment."""

    id: str
    reviewer: str
    created_at: str


def verdict(
    signature: Signature, claim: ClaimRef, heads: Sequence[VerdictRecord], says: Mapping[str, Any]
) -> VerdictRecord:
    """A verdict that replaces this reviewer's verdicts in force.

    Args:
        signature: Whose it is.
        claim: The claim as it is now.
        heads: The verdicts in force on it.
        says: What it says; fields left out, or None, say what the reviewer's last verdict says.

    Raises:
        NotSaved: A field is not what it must be.
    """
    own = [head for head in heads if head.reviewer == signature.reviewer]
    fields = {name: getattr(own[-1], name) for name in _VERDICT_SAYS} if own else {}
    fields |= {name: value for name, value in says.items() if value is not None}
    # A rating was come to blind or was not, whatever is added to it later.
    was_blind = bool(own) and own[-1].blind and own[-1].rating == fields.get("rating")
    has_others = any(head.reviewer != signature.reviewer for head in heads)
    fields["blind"] = was_blind or (bool(says.get("blind")) and has_others)
    replaces_all = fields.get("role") == "adjudicator"
    return _made(
        VerdictRecord,
        signature,
        claim=claim,
        supersedes=[head.id for head in (heads if replaces_all else own)],
        **fields,
    )


def evidence(
    signature: Signature,
    claim: ClaimRef,
    replaces: EvidenceRecord | None,
    says: Mapping[str, Any],
) -> EvidenceRecord:
    """An evidence note, or a new wording of one.

    Raises:
        NotSaved: A field is not what it must be, or there is no such field.
    """
    unknown = set(says) - set(EVIDENCE_SAYS)
    if unknown:
        raise NotSaved(f"NOT SAVED: an evidence note has no field {', '.join(sorted(unknown))}.")
    fields = {name: getattr(replaces, name) for name in EVIDENCE_SAYS} if replaces else {}
    fields |= {name: value for name, value in says.items() if value is not None}
    superseded = [replaces.id] if replaces else []
    return _made(EvidenceRecord, signature, claim=claim, supersedes=superseded, **fields)


def link(
    signature: Signature,
    claim: ClaimRef,
    *,
    confirmed: Sequence[Appearance] = (),
    added: Sequence[Appearance] = (),
    rejected: Sequence[Appearance] = (),
) -> LinkRecord:
    """A decision about which appearances belong to a claim."""
    return _made(
        LinkRecord,
        signature,
        claim=claim,
        confirmed=list(confirmed),
        added=list(added),
        rejected=list(rejected),
    )


def retraction(signature: Signature, record: Record, *, undoes: bool = False) -> Record:
    """A record that takes another back and says nothing itself."""
    return _made(
        type(record),
        signature,
        claim=record.claim,
        supersedes=[record.id],
        undoes=record.id if undoes else None,
        retracted=True,
    )


def undoing(signature: Signature, record: Record, own: Iterable[Record]) -> Record:
    """A record that takes one change back.

    Args:
        signature: Whose it is: the same reviewer's as the record's.
        record: The change, or the undo of one; undoing that is redoing the change.
        own: The reviewer's records, to find what they said before, and what says it again.
    """
    by_id = {earlier.id: earlier for earlier in own}
    replaced = {name for earlier in by_id.values() for name in earlier.supersedes} | {record.id}
    origin = _origin(record, by_id)
    again = [
        other.id
        for other in by_id.values()
        if other.id not in replaced and _origin(other, by_id) is origin
    ]
    before = _before(record, by_id)
    if before is None:
        undo = retraction(signature, record, undoes=True)
    else:
        update = {"id": signature.id, "created_at": signature.created_at, "undoes": record.id}
        undo = before.model_copy(update=update)
    return undo.model_copy(update={"supersedes": [record.id, *again]})


def first_cause(record: Record, own: Iterable[Record]) -> Record:
    """The change that a chain of undos and redos goes back to."""
    by_id = {earlier.id: earlier for earlier in own}
    seen = {record.id}
    while record.undoes is not None and record.undoes in by_id and record.undoes not in seen:
        record = by_id[record.undoes]
        seen.add(record.id)
    return record


def _before(record: Record, by_id: Mapping[str, Record]) -> Record | None:
    """What the reviewer had said before a record, if they had said something."""
    replaced = (by_id.get(name) for name in record.supersedes)
    said = (old for old in replaced if old and old.kind == record.kind and not old.retracted)
    return max(said, key=lambda old: old.id, default=None)


def _origin(record: Record, by_id: Mapping[str, Record]) -> Record:
    """The record that first said what this one says: undoing repeats what was said before."""
    seen = {record.id}
    while not record.retracted and record.undoes is not None and record.undoes in by_id:
        said = _before(by_id[record.undoes], by_id)
        if said is None or said.id in seen:
            break
        seen.add(said.id)
        record = said
    return record


def says_the_same(one: Record, other: Record) -> bool:
    """Whether two verdicts, or two evidence notes, say the same of their claim."""
    fields = _SAYS.get(type(one), ())
    return type(one) is type(other) and all(
        getattr(one, name) == getattr(other, name) for name in fields
    )


def _made(kind: type[R], signature: Signature, **fields: Any) -> R:
    try:
        return kind(
            id=signature.id,
            reviewer=signature.reviewer,
            created_at=signature.created_at,
            **fields,
        )
    except ValidationError as error:
        raise NotSaved(f"NOT SAVED: {clean_line(describe(error), 200)}.") from error
