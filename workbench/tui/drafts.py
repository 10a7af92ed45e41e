"""What is typed in the dialogs and is no record yet: at hand for the screen, and soon on disk.

The screen only notes what was typed. Half a second later it is on disk, written by a thread of its
own, because a disk may take its time; a signal that ends or stops the program writes at once.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from functools import cached_property
from threading import RLock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from workbench.records.drafts import DraftStore, Key

PAUSE = 0.5
"""Seconds between a key press and the moment at which it goes to the disk."""


class Drafts:
    """The drafts of the case that is open.

    Attributes:
        trouble: Why the latest draft is not on disk, one sentence; empty if it is.
    """

    def __init__(self, case_root: Path) -> None:
        self._case_root = case_root
        self._values: dict[Key, dict[str, str]] = {}
        self._about: dict[Key, str] = {}
        self._waiting: dict[Key, None] = {}
        # A signal's handler may come in between in the same thread.
        self._lock = RLock()
        self._writer = ThreadPoolExecutor(1, thread_name_prefix="drafts")
        self.trouble = ""

    @cached_property
    def _store(self) -> DraftStore:
        # Not before the first frame is on the screen.
        from workbench.records.drafts import DraftStore

        return DraftStore(self._case_root)

    @property
    def folder(self) -> Path:
        """Where the files are."""
        return self._store.folder

    def load(self) -> None:
        """Find what was typed before the program last ended; called in the session's thread."""
        with self._lock:
            self._values = {**self._store.load(), **self._values}

    @property
    def keys(self) -> tuple[Key, ...]:
        """The claims and kinds of record that have a draft."""
        return tuple(self._values)

    def get(self, claim_id: str, kind: str) -> dict[str, str] | None:
        """What the fields held, by id; None if there is no draft."""
        return self._values.get((claim_id, kind))

    def note(self, claim_id: str, kind: str, values: dict[str, str], about: str) -> None:
        """Take in what the fields hold now; `keep` puts it on disk."""
        key = (claim_id, kind)
        if self._values.get(key) != values:
            self._values[key] = values
            self._about[key] = about
            self._waiting[key] = None

    def drop(self, claim_id: str, kind: str) -> None:
        """There is no draft any more: it became a record, or its text was taken out."""
        key = (claim_id, kind)
        if self._values.pop(key, None) is not None:
            self._waiting[key] = None

    def keep(self) -> None:
        """Put on disk what is not there yet, in the thread that writes."""
        if self._waiting:
            self._writer.submit(self.keep_now)

    def keep_now(self) -> None:
        """Put on disk what is not there yet, before this returns."""
        with self._lock:
            failed: dict[Key, None] = {}
            trouble = ""
            while self._waiting:
                key = next(iter(self._waiting))
                del self._waiting[key]
                values = self._values.get(key)
                if values is None:
                    self._store.drop(*key)
                elif said := self._store.keep(*key, values, self._about.get(key, "")):
                    trouble = said
                    failed[key] = None  # Tried again with the next key press, and at the end.
            self._waiting.update(failed)
            self.trouble = trouble

    def stop(self) -> None:
        """Put everything on disk, and end."""
        self._writer.shutdown(wait=True)
        self.keep_now()
