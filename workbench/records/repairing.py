"""Mending what can be mended in the verdicts folder without anybody's judgement being dropped.

Two things are. A record into which a hand edit and a merge brought git's conflict markers holds two
records: each becomes a file of its own, both are in force, and the disagreement is settled like any
other. What a killed save left behind is saved if it is a whole record, since somebody meant it, and
removed if it is not. All else is left to a person, and `load_records` names it.

Who repairs the same conflict on two machines writes the same files: the first version in the order
of their bytes keeps the id, the other gets one made from its bytes. A kill in between loses
nothing; repairing again goes on.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.records import disk
from workbench.records.ids import derived_ulid
from workbench.records.loading import load_records
from workbench.records.serialise import MOST_BYTES, Unreadable, parse, serialise
from workbench.records.store import NotSaved, RecordStore, shown_path

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from workbench.records.schema import Record

ASIDE = ".with-conflict-markers"
"""What is added to the name of a file with conflict markers to keep it as it was."""

_MARKER = re.compile(rb"(?:<{7}|\|{7}|={7}|>{7})(?=[ \r\n]|\Z)")
_FOLLOWS = {b"<": ("both",), b"|": ("ours",), b"=": ("ours", "base"), b">": ("theirs",)}
"""For each marker where it may stand."""
_LEADS_TO = {b"<": "ours", b"|": "base", b"=": "theirs", b">": "both"}


@dataclass(frozen=True, slots=True)
class Repair:
    """A file that was mended, or why it could not be.

    Attributes:
        path: As `store.shown_path` gives it. Untrusted.
        said: What was done and what is left to do, or why nothing was; without a full stop.
        is_mended: Whether anything was done.
    """

    path: str
    said: str
    is_mended: bool


def repair(case_root: Path, verdicts: Path) -> tuple[Repair, ...]:
    """Mend what can be; never raises for what is in the folder.

    Args:
        case_root: The case's folder; paths are told relative to it.
        verdicts: The folder of the claims' folders.
    """
    store = RecordStore(case_root, verdicts)
    loaded = load_records(case_root, verdicts)
    # Joining an absolute path to the case's folder gives the path itself.
    mends: list[tuple[str, Callable[[Path, RecordStore], str]]] = [
        *((path, _finish) for path in loaded.leftovers),
        *((problem.path, _split) for problem in loaded.problems if problem.has_conflict_markers),
    ]
    return tuple(_attempt(mend, store.case_root / path, store) for path, mend in mends)


def _attempt(mend: Callable[[Path, RecordStore], str], path: Path, store: RecordStore) -> Repair:
    shown = shown_path(path, store.case_root)
    try:
        return Repair(shown, mend(path, store), is_mended=True)
    except Unreadable as problem:
        reason, remedy = problem.reason, problem.remedy
    except NotSaved as error:
        reason, remedy = error.reason, "Nothing was changed; try again"
    except OSError as error:
        reason, remedy = disk.in_words(error), "Nothing was changed; try again"
    return Repair(shown, f"it cannot be repaired, {reason}. {remedy}", is_mended=False)


def _finish(leftover: Path, store: RecordStore) -> str:
    """Save what a killed save had written, if it is whole."""
    name = leftover.name.removeprefix(".").rpartition(".json.")[0] + ".json"
    final = leftover.with_name(name)
    try:
        record = parse(_contents(leftover))
    except Unreadable as problem:
        disk.remove(leftover)
        return f"removed, as {problem.reason}; a save was stopped before all of it was written"
    if not final.exists() or final.stat().st_size == 0:
        # Without hard links a kill may leave the name taken by an empty file.
        disk.remove(final)
        store.save(record, leftover.parent.name)
        disk.remove(leftover)
        return f"saved as {name}, as it was whole when its save was stopped"
    disk.remove(leftover)
    return f"removed, as {name} was saved"


def _split(path: Path, store: RecordStore) -> str:
    """Make a record of each side of a merge conflict."""
    data = _contents(path)
    versions = sorted({serialise(record) for record in map(_read_side, _sides(data))})
    names: list[str] = []
    keeper: bytes | None = None
    for version in versions:
        record = parse(version)
        if keeper is None and path.name == _name(record):
            keeper = version
            names.append(path.name)
        else:
            names.append(_save_beside(record, path, store))
    aside = path.with_name(path.name + ASIDE)
    if not aside.exists() or aside.read_bytes() != data:
        disk.replace_file(aside, data, 0o666)
    if keeper is None:
        disk.remove(path)
    else:
        disk.replace_file(path, keeper, 0o666)
    return (
        f"split into {' and '.join(names)}, both in force; settle them, then delete {aside.name}, "
        "which is the file as it was"
    )


def _read_side(data: bytes) -> Record:
    try:
        return parse(data)
    except Unreadable as problem:
        raise Unreadable(
            f"as one side of its conflict is no record: {problem.reason}",
            "Mend that side in an editor, or restore the file from git",
        ) from problem


def _save_beside(record: Record, path: Path, store: RecordStore) -> str:
    """Save a version under its own id, or under another if that is taken."""
    version = serialise(record)
    if path.name == _name(record) or not _is_free_for(path.with_name(_name(record)), version):
        record = record.model_copy(update={"id": derived_ulid(record.id, version)})
    name = _name(record)
    if not (beside := path.with_name(name)).exists():
        store.save(record, path.parent.name)
    elif beside.read_bytes() != serialise(record):
        raise Unreadable(f"as {name} is there already", "Move that file elsewhere")
    return name


def _is_free_for(path: Path, version: bytes) -> bool:
    return not path.exists() or path.read_bytes() == version


def _name(record: Record) -> str:
    return f"{record.id}-{record.kind}.json"


def _contents(path: Path) -> bytes:
    with path.open("rb") as file:
        data = file.read(2 * MOST_BYTES + 1)  # Two records and no more.
    if len(data) > 2 * MOST_BYTES:
        raise Unreadable("as it is too large")
    return data


def _sides(data: bytes) -> tuple[bytes, bytes]:
    """The file as it was on either side of a merge; what both had in common (diff3) is left out."""
    ours: list[bytes] = []
    theirs: list[bytes] = []
    place = "both"
    for line in data.splitlines(keepends=True):
        if _MARKER.match(line):
            if place not in _FOLLOWS[line[:1]]:
                break
            place = _LEADS_TO[line[:1]]
        else:
            if place in ("both", "ours"):
                ours.append(line)
            if place in ("both", "theirs"):
                theirs.append(line)
    else:
        if place == "both":
            return b"".join(ours), b"".join(theirs)
    raise Unreadable(
        "as its conflict markers are not in order",
        "Keep one side of each conflict in an editor, or restore the file from git",
    )
