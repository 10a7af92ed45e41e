"""A case's own verdicts as earlier checks: what was found once is found again in the next case.

Only records are read, no article: words that were judged once were judged, whatever became of the
report that they stood in.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from threading import Lock
from typing import TYPE_CHECKING

from workbench.library.check import EarlierCheck, searched_text
from workbench.library.index import Index
from workbench.library.terms import terms_of
from workbench.records.fold import fold
from workbench.records.loading import load_records
from workbench.records.watching import FolderWatch
from workbench.text.cleaning import clean_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from workbench.records.loading import Loaded, StoredRecord
    from workbench.records.schema import VerdictRecord


@dataclass(frozen=True, slots=True)
class _Checks:
    """A case's checks at one moment."""

    checks: tuple[EarlierCheck, ...]
    index: Index

    def check(self, number: int) -> EarlierCheck:
        """A check by its number."""
        return self.checks[number]


class CaseShelf:
    """The verdicts in force of a case, one check for each claim and rating; kept up to date.

    Attributes:
        problems: None; `workbench check` tells of a case's own.
    """

    problems: tuple[str, ...] = ()

    def __init__(
        self, root: Path, verdicts: Path, *, is_open: bool, blind_second: bool = False
    ) -> None:
        """Nothing is read yet.

        Args:
            root: The case's folder.
            verdicts: The folder of its records; it need not exist.
            is_open: It is the case that is worked on: its checks tell their claims' ids.
            blind_second: Its second reader judges before they see the first verdict.
        """
        self._root, self._verdicts, self._is_open = root, verdicts, is_open
        self._blind_second = blind_second
        self._watch = FolderWatch(verdicts)
        self._loaded: Loaded | None = None
        self._current = _Checks((), _indexed(()))
        self._lock = Lock()

    def current(self) -> _Checks:
        """The checks as they are on disk now."""
        with self._lock:
            if self._watch.look():
                self._loaded = load_records(self._root, self._verdicts, earlier=self._loaded)
                where = "" if self._is_open else f"{self._root}/"
                checks = tuple(
                    replace(check, judge="") if where and not self._blind_second else check
                    for check in checks_of_records(self._loaded.records, where)
                )
                self._current = _Checks(checks, _indexed(checks))
            return self._current


def _indexed(checks: Iterable[EarlierCheck]) -> Index:
    index = Index()
    index.build(terms_of(searched_text(check)) for check in checks)
    return index


def checks_of_records(stored: Iterable[StoredRecord], where: str) -> Iterator[EarlierCheck]:
    """The verdicts in force among records, one check for each claim and rating.

    Args:
        stored: All records of the case.
        where: What stands before the records' paths; "" for the case that is worked on.
    """
    folders: defaultdict[str, list[StoredRecord]] = defaultdict(list)
    for one in stored:
        folders[one.folder].append(one)
    for folder in folders.values():
        paths = {one.record.id: one.path for one in folder}
        by_rating: defaultdict[str, list[VerdictRecord]] = defaultdict(list)
        in_force = fold(one.record for one in folder).verdicts
        for verdict in in_force:
            by_rating[verdict.rating].append(verdict)
        judges = {verdict.reviewer for verdict in in_force}
        judge = judges.pop() if len(judges) == 1 else ""
        for verdicts in by_rating.values():
            yield _check(verdicts, where + paths[verdicts[-1].id], judge, is_open=not where)


def _check(verdicts: list[VerdictRecord], path: str, judge: str, *, is_open: bool) -> EarlierCheck:
    latest = verdicts[-1]
    reviewers = dict.fromkeys(verdict.reviewer for verdict in verdicts)
    conclusions = [verdict.conclusion for verdict in verdicts if verdict.conclusion.strip()]
    return EarlierCheck(
        claim=clean_line(latest.claim.text),
        rating=clean_line(latest.rating),
        conclusion=clean_line(conclusions[-1]) if conclusions else "",
        checker=clean_line(", ".join(reviewers)),
        date=latest.created_at[:10],
        speaker=clean_line(latest.claim.speaker),
        place=clean_line(path),
        status=latest.status,
        claim_id=latest.claim.id if is_open else "",
        judge=judge,
    )
