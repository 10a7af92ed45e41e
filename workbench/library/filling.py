"""Putting checks from feeds and pages into a library folder: what is kept, what is not, and why.

A library only grows: a feed that was taken in before adds what is new in it, in a file of its own.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
import secrets
import stat
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from workbench.library.claim_review import NoCheck, read_claim_review, write_claim_review
from workbench.library.feeds import BrokenFeed, read_feed, reviews_in
from workbench.library.shelf import SUFFIX, checks_in
from workbench.records import disk
from workbench.review.errors import ReviewError
from workbench.text.cleaning import clean_line, escape_json
from workbench.text.page_facts import linked_data

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from workbench.library.check import EarlierCheck
    from workbench.review.reporting import Report

MOST_BYTES = 2 << 30
"""Of a feed; all of the world's fact-checks take a quarter of it."""

_NO_REVIEW = "it holds no ClaimReview"
_PLAIN = re.compile(r"[^\w.-]+")


class NotImported(ReviewError):  # noqa: N818
    """Nothing was taken in; the message says why."""


@dataclass(frozen=True, slots=True)
class Filled:
    """What became of a feed.

    Attributes:
        path: The new file in the library; None if there was nothing new.
        added: Checks that are in it.
        known: Checks that the library had already, or that the feed has twice.
        refused: For each reason how many values were left out.
        problem: Why the rest of the feed could not be read, or "".
    """

    path: Path | None
    added: int
    known: int
    refused: dict[str, int]
    problem: str = ""


def fill_from_feed(feed: Path, library: Path, report: Report) -> Filled:
    """Take the checks of a feed into a library.

    Args:
        feed: A file of JSON.
        library: The folder; made if there is none.
        report: Told "importing", how many bytes are read, and of how many.

    Raises:
        NotImported: The feed cannot be read at all, or the library not be written.
    """
    size = _size(feed)
    values = read_feed(feed, lambda done: report("importing", done, size))
    return _fill(values, feed, library)


def fill_from_page(page: str, source: Path, library: Path) -> Filled:
    """Take the checks that a web page holds as JSON-LD into a library.

    Args:
        page: Its source, decoded.
        source: Its file, for its name.
        library: The folder; made if there is none.

    Raises:
        NotImported: The library cannot be written.
    """
    return _fill(linked_data(page), source, library)


def _fill(values: Iterable[Any], source: Path, library: Path) -> Filled:
    reader = _Reader(values)
    try:
        library.mkdir(parents=True, exist_ok=True)
        known = {_key(check) for check in checks_in(library)}
        temporary = library / f".{secrets.token_hex(8)}.tmp"
        try:
            with os.fdopen(disk.open_new(temporary, 0o666), "wb") as file:
                added = _write(reader, known, file.write)
                file.flush()
                os.fsync(file.fileno())
            path = _named(temporary, source, library) if added else None
        finally:
            disk.remove(temporary)
        disk.sync_folder(library)
    except OSError as error:
        shown = clean_line(str(library))
        raise NotImported(f"Nothing was imported into {shown}: {disk.in_words(error)}.") from error
    return Filled(path, added, reader.read - added, dict(reader.refused), reader.problem)


def _write(reader: _Reader, known: set[Any], write: Any) -> int:
    added = 0
    for check in reader:
        if (key := _key(check)) not in known:
            known.add(key)
            line = json.dumps(write_claim_review(check), ensure_ascii=False)
            write(f"{escape_json(line)}\n".encode())
            added += 1
    return added


def _named(temporary: Path, source: Path, library: Path) -> Path:
    """Give a complete file the feed's name, or the next one that is free."""
    stem = _PLAIN.sub("-", source.stem).strip("-.")[:80] or "feed"
    for number in range(1, 10_000):
        path = library / f"{stem}{f'-{number}' if number > 1 else ''}{SUFFIX}"
        with contextlib.suppress(FileExistsError):
            disk.name_new(temporary, path)
            return path
    raise FileExistsError(stem)


class _Reader:
    """The checks in a feed's values; counts what is none."""

    def __init__(self, values: Iterable[Any]) -> None:
        self._values = values
        self.read = 0
        self.refused: Counter[str] = Counter()
        self.problem = ""

    def __iter__(self) -> Iterator[EarlierCheck]:
        try:
            for value in self._values:
                found = False
                for review in reviews_in(value):
                    found = True
                    try:
                        check = read_claim_review(review, "")
                    except NoCheck as error:
                        self.refused[str(error)] += 1
                        continue
                    self.read += 1
                    yield check
                if not found:
                    self.refused[_NO_REVIEW] += 1
        except BrokenFeed as error:
            self.problem = str(error)


def _key(check: EarlierCheck) -> tuple[str, str, str]:
    return check.url or check.checker, check.claim, check.rating


def _size(feed: Path) -> int:
    shown = clean_line(str(feed))
    try:
        about = feed.stat()
        if not stat.S_ISREG(about.st_mode):  # Opening a named pipe would wait for a writer.
            raise NotImported(f"{shown} is no regular file; give the file of the feed.")
        feed.open("rb").close()
    except OSError as error:
        reason = (error.strerror or "the system refused").lower()
        raise NotImported(f"{shown} cannot be read: {reason}.") from error
    if about.st_size > MOST_BYTES:
        raise NotImported(f"{shown} is larger than {MOST_BYTES >> 30} GB; split it.")
    return about.st_size
