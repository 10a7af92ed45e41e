"""From the records of a claim to what holds of it now: pure functions, no disk, no clock.

Records are never changed, so the state is computed: a record is a *head* unless another replaces
it. Rules, where people's records meet:

- A record replaces what it lists in `supersedes` if it is of the same kind and by the same
  reviewer; nobody's judgement disappears because somebody else said so. The one exception is an
  adjudicator's verdict, which settles other people's verdicts for as long as it stands. A
  retraction of somebody else's record therefore does nothing, not even by an adjudicator.
- Two heads are two opinions, both in force, also if they are one reviewer's from two machines.
- Ids that are not there (a file not yet merged, or unreadable) replace nothing and harm nothing.
- Records that replace each other in a circle replace nothing, so that none is lost.
- A retraction replaces what it takes back and is no head itself. If it is replaced in turn (a
  redo), what replaces it speaks.
- Of one reviewer's decisions about one appearance the latest link record in force decides, whether
  or not it lists the earlier ones. Reviewers who decide against each other make it disputed.

Records are ordered by id, which is the order in which they were made as far as clocks agree.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeVar

from workbench.records.schema import (
    Appearance,
    EvidenceRecord,
    LinkRecord,
    Record,
    VerdictRecord,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable

Decision = Literal["confirmed", "added", "rejected"]
R = TypeVar("R", bound=VerdictRecord | EvidenceRecord | LinkRecord)


@dataclass(frozen=True, slots=True)
class LinkDecision:
    """What people decided about one appearance.

    Attributes:
        appearance: As the record that decides has it.
        decision: What holds; where it is disputed, the latest decision for the appearance.
        records: The record of each reviewer that decided, oldest first.
        disputed: One reviewer linked it and another took it out.
    """

    appearance: Appearance
    decision: Decision
    records: tuple[LinkRecord, ...]
    disputed: bool


@dataclass(frozen=True, slots=True)
class ClaimState:
    """A claim's records folded.

    Attributes:
        verdicts: Verdicts in force, oldest first.
        evidence: Evidence notes in force, oldest first.
        links: One for each appearance that somebody decided about, oldest first.
        history: All records, oldest first, replaced ones and retractions too.
    """

    verdicts: tuple[VerdictRecord, ...] = ()
    evidence: tuple[EvidenceRecord, ...] = ()
    links: tuple[LinkDecision, ...] = ()
    history: tuple[Record, ...] = ()


@dataclass(frozen=True, slots=True)
class UndoStack:
    """What a reviewer can undo and redo, each as a stack: the last of the tuple is next.

    Attributes:
        undoable: Records that stand (of any kind; a redo stands for what it redid).
        redoable: The undo records; to redo is to make a record that `undoes` one of these.
    """

    undoable: tuple[Record, ...] = ()
    redoable: tuple[Record, ...] = ()


def recorded_place(appearance: Appearance) -> Hashable:
    """Where an appearance was when it was recorded."""
    position = appearance.position
    return appearance.source, position.start, position.end


def fold(
    records: Iterable[Record],
    place: Callable[[Appearance], Hashable] = recorded_place,
) -> ClaimState:
    """What holds of a claim, from all its records in any order.

    Args:
        records: Of one claim; of two with the same id the first counts.
        place: What makes two recorded appearances one: pass where they are anchored now, so that
            decisions of before and after an edit of the article meet.
    """
    history = _in_order(records)
    replaced = _replaced(history)
    heads = [r for r in history.values() if r.id not in replaced and not r.retracted]
    return ClaimState(
        verdicts=_of_type(heads, VerdictRecord),
        evidence=_of_type(heads, EvidenceRecord),
        links=_decisions(_of_type(heads, LinkRecord), place),
        history=tuple(history.values()),
    )


def undo_stack(records: Iterable[Record], reviewer: str) -> UndoStack:
    """A reviewer's undo history, from the records alone, so that it survives a restart.

    A record that undoes nothing is a change. One that undoes a change (or a redo) is an undo; one
    that undoes an undo is a redo, and can be undone again. A new change empties the redo stack.
    What undoes an unknown record is left out.

    Args:
        records: Of the whole case or of one claim, in any order.
        reviewer: Only this reviewer's own records count.
    """
    own = _in_order(record for record in records if record.reviewer == reviewer)
    undoable: dict[str, Record] = {}
    redoable: dict[str, Record] = {}
    undos: set[str] = set()
    for record in _targets_first(own):
        target = record.undoes
        if target is None:
            undoable[record.id] = record
            redoable.clear()
        elif target in undos:
            if redoable.pop(target, None):
                undoable[record.id] = record
        else:
            undos.add(record.id)
            if undoable.pop(target, None):
                redoable[record.id] = record
    return UndoStack(tuple(undoable.values()), tuple(redoable.values()))


def _in_order(records: Iterable[Record]) -> dict[str, Record]:
    once: dict[str, Record] = {}
    for record in records:
        once.setdefault(record.id, record)
    return dict(sorted(once.items()))


def _of_type(records: Iterable[Record], kind: type[R]) -> tuple[R, ...]:
    return tuple(record for record in records if isinstance(record, kind))


def _replaced(records: dict[str, Record]) -> set[str]:
    """Ids of the records that another one replaces."""
    graph = {
        record.id: [
            target
            for target in dict.fromkeys(record.supersedes)
            if target in records and _may_replace(record, records[target])
        ]
        for record in records.values()
    }
    circular = _circular(graph)
    own: dict[str, list[str]] = {node: [] for node in graph}
    settled: dict[str, list[str]] = {node: [] for node in graph}
    for node, targets in graph.items():
        for target in targets:
            if node not in circular or target not in circular:
                is_own = records[node].reviewer == records[target].reviewer
                (own if is_own else settled)[node].append(target)

    replaced = {target for targets in own.values() for target in targets}
    # An adjudicator who takes a verdict back settles nothing any more: what counts is only what
    # an adjudication that still stands, or an earlier wording of it, has settled.
    waiting = [node for node in graph if node not in replaced and _is_adjudication(records[node])]
    seen: set[str] = set()
    while waiting:
        node = waiting.pop()
        if node not in seen:
            seen.add(node)
            replaced.update(settled[node])
            waiting.extend(own[node])
    return replaced


def _may_replace(record: Record, target: Record) -> bool:
    if record.kind != target.kind:
        return False
    return record.reviewer == target.reviewer or _is_adjudication(record)


def _is_adjudication(record: Record) -> bool:
    if not isinstance(record, VerdictRecord):
        return False
    return record.role == "adjudicator" and not record.retracted


def _circular(replaces: dict[str, list[str]]) -> set[str]:
    """Nodes of a graph on a circle, or on a way from one circle to another; linear time.

    What nothing leads to is peeled off until only circles and what follows them is left, then the
    same from the other end (Kahn's topological sort, twice).
    """
    backward: dict[str, list[str]] = {node: [] for node in replaces}
    for node, targets in replaces.items():
        for target in targets:
            backward[target].append(node)
    return _unsorted(replaces, backward) & _unsorted(backward, replaces)


def _unsorted(forward: dict[str, list[str]], backward: dict[str, list[str]]) -> set[str]:
    waiting = {node: len(sources) for node, sources in backward.items()}
    free = [node for node, count in waiting.items() if count == 0]
    while free:
        node = free.pop()
        del waiting[node]
        for target in forward[node]:
            waiting[target] -= 1
            if waiting[target] == 0:
                free.append(target)
    return set(waiting)


def _decisions(
    heads: tuple[LinkRecord, ...], place: Callable[[Appearance], Hashable]
) -> tuple[LinkDecision, ...]:
    latest: dict[Hashable, dict[str, tuple[LinkRecord, Decision, Appearance]]] = {}
    for record in heads:
        for decision, appearance in _decided(record):
            by_reviewer = latest.setdefault(place(appearance), {})
            by_reviewer.pop(record.reviewer, None)  # Keeps the order by the latest record.
            by_reviewer[record.reviewer] = (record, decision, appearance)
    return tuple(_agree(list(by_reviewer.values())) for by_reviewer in latest.values())


def _decided(record: LinkRecord) -> Iterable[tuple[Decision, Appearance]]:
    for appearance in record.confirmed:
        yield "confirmed", appearance
    for appearance in record.added:
        yield "added", appearance
    for appearance in record.rejected:
        yield "rejected", appearance


def _agree(opinions: list[tuple[LinkRecord, Decision, Appearance]]) -> LinkDecision:
    linking = [opinion for opinion in opinions if opinion[1] != "rejected"]
    _, decision, appearance = (linking or opinions)[-1]
    return LinkDecision(
        appearance=appearance,
        decision=decision,
        records=tuple(record for record, _, _ in opinions),
        disputed=0 < len(linking) < len(opinions),
    )


def _targets_first(own: dict[str, Record]) -> list[Record]:
    """By id, but a record after the one that it undoes, whatever two machines' clocks said.

    Left out is what undoes an unknown record, or itself by a detour.
    """
    ordered: dict[str, Record] = {}
    left_out: set[str] = set()
    for first in own:
        chain: dict[str, None] = {}
        step: str | None = first
        while step in own and step not in ordered and step not in left_out and step not in chain:
            chain[step] = None
            step = own[step].undoes
        if step is None or step in ordered:
            ordered.update((record_id, own[record_id]) for record_id in reversed(chain))
        else:
            left_out.update(chain)
    return list(ordered.values())
