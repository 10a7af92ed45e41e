"""A folder of earlier checks: files of ClaimReviews, one a line, with an index made of them.

`workbench import` fills such a folder; nothing here writes to it. The index lies in the user's own
cache folder and is made anew whenever a file of the folder is another one than when it was made.
"""

from __future__ import annotations

import bisect
import contextlib
import hashlib
import json
import os
import secrets
import sqlite3
import stat
from array import array
from typing import TYPE_CHECKING, Any

from workbench.library.check import EarlierCheck, searched_text
from workbench.library.claim_review import NoCheck, read_claim_review
from workbench.library.index import Index
from workbench.library.terms import terms_of
from workbench.text.cleaning import clean_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from workbench.review.reporting import Report

SUFFIX = ".jsonl"
LONGEST_LINE = 100_000
"""Bytes; a ClaimReview has about 1,000."""

_MOST_FILES = 10_000
_FORMAT = "1"
"""Of the index; another number makes all indexes anew."""

_TOLD_EVERY = 2_000


class Shelf:
    """The checks of one folder, numbered from 0.

    Attributes:
        folder: Where they are.
        index: Finds their numbers.
        problems: One sentence each on what could not be read, safe to show.
    """

    def __init__(self, folder: Path, cache: Path, report: Report) -> None:
        """Open a folder; its index is made if there is none that is up to date.

        Args:
            folder: The folder; one that does not exist is an empty one with a problem.
            cache: The folder that indexes are kept in.
            report: Told "indexing", how many bytes are done, and of how many.
        """
        self.folder = folder
        self._names: list[str] = []
        self._starts = array("Q")
        self._firsts = array("Q")
        found, self.problems = _files(folder)
        self._names = [name for name, _, _ in found]
        stamp = json.dumps([_FORMAT, str(folder), found]).encode()
        kept = _open_index(_index_path(cache, folder), stamp)
        if kept is None:
            kept = self._indexed(cache, found, stamp, report)
        self.index = kept
        self._starts.frombytes(kept.fact("starts"))
        self._firsts.frombytes(kept.fact("firsts"))
        told = kept.fact("problems")
        self.problems += tuple(json.loads(told)) if told else ()

    def current(self) -> Shelf:
        """The shelf as it is searched: as it was opened."""
        return self

    def check(self, number: int) -> EarlierCheck | None:
        """A check by its number; None if its file is another one by now."""
        which = bisect.bisect_right(self._firsts, number) - 1
        name = self._names[which]
        try:
            with (self.folder / name).open("rb") as file:
                file.seek(self._starts[number])
                return _read(file.readline(LONGEST_LINE), self._shown(name))
        except (OSError, ValueError, RecursionError):
            return None

    def _shown(self, name: str) -> str:
        return clean_line(os.fspath(self.folder / name))

    def _indexed(
        self, cache: Path, found: Sequence[tuple[str, int, int]], stamp: bytes, report: Report
    ) -> Index:
        facts: dict[str, bytes] = {"stamp": stamp}
        path = _index_path(cache, self.folder)
        temporary = path.with_name(f"{path.name}.{secrets.token_hex(4)}.tmp")
        try:
            cache.mkdir(parents=True, exist_ok=True)
            index = Index(temporary)
            index.build(self._read_all(found, facts, report), facts)
            index.close()
            os.replace(temporary, path)  # noqa: PTH105
            return Index(path)
        except (OSError, sqlite3.Error):  # No place to keep it: it serves from memory.
            with contextlib.suppress(OSError):
                temporary.unlink()
            index = Index()
            index.build(self._read_all(found, facts, report), facts)
            return index

    def _read_all(
        self, found: Sequence[tuple[str, int, int]], facts: dict[str, bytes], report: Report
    ) -> Iterator[Sequence[str]]:
        """The words of every check; what else the shelf has to know goes into the facts."""
        starts, firsts = array("Q"), array("Q")
        problems: list[str] = []
        total, before = sum(size for _, size, _ in found), 0
        for name, size, _ in found:
            firsts.append(len(starts))
            shown = self._shown(name)
            refused, reason = 0, ""
            for at, line in _lines(self.folder / name):
                try:
                    check = _read(line, shown)
                except (ValueError, RecursionError) as error:
                    refused, reason = refused + 1, reason or _why(error)
                    continue
                starts.append(at)
                if len(starts) % _TOLD_EVERY == 0:
                    report("indexing", before + at, total)
                yield terms_of(searched_text(check))
            before += size
            if refused:
                lines = "line" if refused == 1 else "lines"
                problems.append(f"{shown}: {refused} {lines} left out, the first as {reason}.")
        report("indexing", total, total)
        facts["starts"], facts["firsts"] = starts.tobytes(), firsts.tobytes()
        facts["problems"] = json.dumps(problems).encode()


def checks_in(folder: Path) -> Iterator[EarlierCheck]:
    """All checks of a folder, without an index; lines that are none are passed over."""
    for name, _, _ in _files(folder)[0]:
        for _, line in _lines(folder / name):
            with contextlib.suppress(ValueError, RecursionError):
                yield _read(line, name)


def _read(line: bytes, shown: str) -> EarlierCheck:
    if len(line) >= LONGEST_LINE:
        raise NoCheck("it is longer than any check")
    value: Any = json.loads(line.decode("utf-8"))
    if not isinstance(value, dict):
        raise NoCheck("it is no JSON object")
    return read_claim_review(value, shown)


def _why(error: Exception) -> str:
    return str(error) if isinstance(error, NoCheck) else "it is no JSON"


def _lines(path: Path) -> Iterator[tuple[int, bytes]]:
    """Each line that is not blank with where it starts, in bytes; of an endless one its start."""
    with contextlib.suppress(OSError), path.open("rb") as file:
        at = 0
        while line := file.readline(LONGEST_LINE):
            start, at = at, at + len(line)
            if len(line) == LONGEST_LINE and not line.endswith(b"\n"):
                while (rest := file.readline(LONGEST_LINE)) and not rest.endswith(b"\n"):
                    at += len(rest)
                at += len(rest)
            if line.strip():
                yield start, line


def _files(folder: Path) -> tuple[list[tuple[str, int, int]], tuple[str, ...]]:
    """Name, size and time in nanoseconds of each file of checks, and what is wrong."""
    found: list[tuple[str, int, int]] = []
    shown = clean_line(os.fspath(folder))
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                about = entry.stat(follow_symlinks=False)
                if entry.name.lower().endswith(SUFFIX) and stat.S_ISREG(about.st_mode):
                    found.append((entry.name, about.st_size, about.st_mtime_ns))
    except FileNotFoundError:
        return [], (f"The library {shown} does not exist; make the folder or correct its name.",)
    except (OSError, ValueError) as error:
        said = error.strerror if isinstance(error, OSError) and error.strerror else "a wrong name"
        return [], (f"The library {shown} cannot be read ({said.lower()}).",)
    if len(found) > _MOST_FILES:
        return [], (f"The library {shown} has more than {_MOST_FILES:,} files; join some.",)
    return sorted(found), ()


def _index_path(cache: Path, folder: Path) -> Path:
    digest = hashlib.sha256(os.fsencode(folder.absolute())).hexdigest()
    return cache / f"{digest[:24]}.index"


def _open_index(path: Path, stamp: bytes) -> Index | None:
    """A kept index, if it is of the same files."""
    if not path.is_file():
        return None
    try:
        index = Index(path)
        if index.fact("stamp") == stamp:
            return index
        index.close()
    except sqlite3.Error:
        pass
    return None
