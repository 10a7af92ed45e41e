"""Reading a case's records: every file is either a record or a problem with a name and a reason.

A folder that people share through git, edit by hand and sync between machines holds all kinds of
things. None of them may stop the others from loading, and none may be passed over in silence: what
cannot be read might be somebody's verdict.
"""

from __future__ import annotations

import contextlib
import gc
import os
import re
import stat
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from workbench.records.serialise import MOST_BYTES, ConflictMarkers, Unreadable, parse
from workbench.records.store import is_temporary, leftovers, shown_path

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from workbench.records.schema import Record

_RECORD_NAME = re.compile(r"([0-7][0-9A-HJKMNP-TV-Z]{25})-([a-z]+)\.json")
_CHUNK = 65536
_COARSE = 2.0
"""Seconds that the clock of a coarse file system takes for one tick (FAT)."""
_IN_PLACE = "Move it to the claim's folder, or delete it"

Stamp = tuple[int, int, int, int]
"""A file's times of modification and of change in nanoseconds, its size in bytes, its inode."""


@dataclass(frozen=True, slots=True)
class StoredRecord:
    """A record and its file.

    Attributes:
        path: Relative to the case, with forward slashes (see `store.shown_path`). Untrusted.
        folder: Name of the claim's folder. Untrusted.
        record: What the file says.
    """

    path: str
    folder: str
    record: Record


@dataclass(frozen=True, slots=True)
class RecordProblem:
    """A file that should be a record and is none.

    Attributes:
        path: As in `StoredRecord`. Untrusted.
        reason: What is wrong, a clause ("it has git conflict markers").
        remedy: What to do, one sentence without its full stop.
        has_conflict_markers: Whether it is a merge that git could not finish.
    """

    path: str
    reason: str
    remedy: str
    has_conflict_markers: bool = False


@dataclass(frozen=True, slots=True)
class Loaded:
    """What was found in the verdicts folder.

    Attributes:
        records: By folder, then by id.
        problems: By path.
        leftovers: Paths of temporary files of saves that were killed over an hour ago; harmless.
        unchanging: The records by path, each with what tells whether its file changed since.
    """

    records: tuple[StoredRecord, ...] = ()
    problems: tuple[RecordProblem, ...] = ()
    leftovers: tuple[str, ...] = ()
    unchanging: Mapping[str, tuple[Stamp, StoredRecord]] = field(
        default_factory=dict, repr=False, compare=False
    )


def load_records(
    case_root: Path,
    verdicts: Path,
    *,
    earlier: Loaded | None = None,
    is_cancelled: Callable[[], bool] = lambda: False,
) -> Loaded:
    """Read all records of a case; never raises for what is in the folder.

    Args:
        case_root: The case's folder.
        verdicts: The folder of the claims' folders; it need not exist.
        earlier: What was read before: records whose files did not change since are taken from it,
            the same objects.
        is_cancelled: Asked before each claim's folder; what was read until then is returned.
    """
    case_root, verdicts = case_root.absolute(), verdicts.absolute()
    reader = _Reader(case_root, earlier or Loaded())
    if not os.path.lexists(verdicts):
        return Loaded()
    if reader.is_folder(verdicts):
        with _no_garbage_collection():
            for folder in reader.claim_folders(verdicts):
                if is_cancelled():
                    break
                reader.read_folder(folder)
    return reader.loaded()


@contextlib.contextmanager
def _no_garbage_collection() -> Iterator[None]:
    """Keep the collector from searching a growing heap for circles that records do not have.

    It takes a third of the time of loading 20,000 records.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


class _Reader:
    """Collects records and problems; one life, one call of `load_records`."""

    def __init__(self, case_root: Path, earlier: Loaded) -> None:
        self._case_root = case_root
        self._earlier = earlier.unchanging
        self._unchanging: dict[str, tuple[Stamp, StoredRecord]] = {}
        self._now = time.time()
        self._records: list[StoredRecord] = []
        self._problems: list[RecordProblem] = []
        self._leftovers: list[str] = []
        self._path_of: dict[str, str] = {}

    def loaded(self) -> Loaded:
        self._problems.sort(key=lambda problem: problem.path)
        return Loaded(
            tuple(self._records), tuple(self._problems), tuple(self._leftovers), self._unchanging
        )

    def is_folder(self, path: Path) -> bool:
        mode = path.lstat().st_mode
        if stat.S_ISLNK(mode):
            self._report(path, "it is a symbolic link", "Put the folder itself in its place")
        elif not stat.S_ISDIR(mode):
            self._report(path, "it is a file, not a folder", "Move it elsewhere")
        else:
            return True
        return False

    def claim_folders(self, verdicts: Path) -> Iterator[Path]:
        for entry in self._entries(verdicts):
            if entry.name.startswith("."):
                continue
            path = verdicts / entry.name
            if entry.is_symlink():
                self._report(path, "it is a symbolic link", "Put the folder itself in its place")
            elif entry.is_dir(follow_symlinks=False):
                yield path
            elif entry.name.lower().endswith(".json"):
                self._report(path, "it lies outside the claims' folders", _IN_PLACE)

    def read_folder(self, folder: Path) -> None:
        has_temporary = False
        shown_folder = shown_path(folder, self._case_root)
        for entry in self._entries(folder):
            name = entry.name
            if name.startswith("."):
                has_temporary |= is_temporary(name)
            elif name.lower().endswith(".json"):
                try:
                    self._read(folder, shown_folder, entry)
                except ConflictMarkers as problem:
                    self._report(folder / name, problem.reason, problem.remedy, in_conflict=True)
                except Unreadable as problem:
                    self._report(folder / name, problem.reason, problem.remedy)
                except OSError as error:
                    self._report_refused(folder / name, error)
            elif entry.is_dir(follow_symlinks=False):
                self._report(
                    folder / name, "it is a folder within a claim's folder", "Move its files up"
                )
        if has_temporary:
            for path in leftovers(folder, self._now):
                self._leftovers.append(f"{shown_folder}/{path.name}")

    def _entries(self, folder: Path) -> list[os.DirEntry[str]]:
        try:
            with os.scandir(folder) as entries:
                return sorted(entries, key=lambda entry: entry.name)
        except OSError as error:
            self._report_refused(folder, error)
            return []

    def _read(self, folder: Path, shown_folder: str, entry: os.DirEntry[str]) -> None:
        path = f"{shown_folder}/{entry.name}"
        stamp = _stamp(entry)
        known = self._earlier.get(path)
        if known is not None and known[0] == stamp and known[1].record.id not in self._path_of:
            self._take(known[1], stamp)
            return
        data = _contents(entry)
        named = _RECORD_NAME.fullmatch(entry.name)
        record = parse(data)
        if named is None or named.groups() != (record.id, record.kind):
            raise Unreadable(
                "its name does not fit the id and kind in it",
                f"Rename it to {record.id}-{record.kind}.json, or delete it if it is a copy",
            )
        first = self._path_of.get(record.id)
        if first is not None:
            raise Unreadable(f"it has the same id as {first}", "Delete one of the two")
        self._take(StoredRecord(path, folder.name, record), stamp)

    def _take(self, stored: StoredRecord, stamp: Stamp) -> None:
        self._path_of[stored.record.id] = stored.path
        self._records.append(stored)
        # A file that was written just now may change again without its time telling.
        if self._now - stamp[0] / 1e9 > _COARSE:
            self._unchanging[stored.path] = (stamp, stored)

    def _report(self, path: Path, reason: str, remedy: str, *, in_conflict: bool = False) -> None:
        shown = shown_path(path, self._case_root)
        self._problems.append(RecordProblem(shown, reason, remedy, in_conflict))

    def _report_refused(self, path: Path, error: OSError) -> None:
        reason = (error.strerror or "the system refused").lower()
        self._report(path, f"it cannot be read, {reason}", "Check its permissions")


def _stamp(entry: os.DirEntry[str]) -> Stamp:
    about = entry.stat(follow_symlinks=False)
    return about.st_mtime_ns, about.st_ctime_ns, about.st_size, about.st_ino


def _contents(entry: os.DirEntry[str]) -> bytes:
    """A regular file's bytes, never more than a record may have; never waits on a FIFO."""
    if entry.is_symlink():
        raise Unreadable("it is a symbolic link", "Put the file itself in its place")
    if not entry.is_file(follow_symlinks=False):
        raise Unreadable("it is not a regular file", "Move it elsewhere")
    flags = os.O_RDONLY
    for system_flag in ("O_NOFOLLOW", "O_NONBLOCK", "O_CLOEXEC", "O_BINARY"):
        flags |= getattr(os, system_flag, 0)
    descriptor = os.open(entry.path, flags)
    try:
        data = chunk = os.read(descriptor, _CHUNK)
        while chunk and len(data) <= MOST_BYTES:
            chunk = os.read(descriptor, _CHUNK)
            data += chunk
    finally:
        os.close(descriptor)
    return data
