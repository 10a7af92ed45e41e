"""Noticing what others did to the verdicts folder: a second workbench, git, an editor, a sync.

By looking, not by the system's notifications: those say nothing of what another machine did on a
network drive or through a mounted SSH folder, which is where people share a case, and run out of
handles on folders with many others in them. A look costs one `stat` for each claim's folder; only
folders whose time has changed are listed. A file that is edited in place does not change that time,
so every few looks all files are compared.
"""

from __future__ import annotations

import contextlib
import os
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

FULL_EVERY = 5
"""Looks of which one compares every file."""
_COARSE = 2_000_000_000
"""Nanoseconds within which two changes may have the same time on a coarse file system (FAT)."""

_ANY_TIME = -1
"""No folder has this time, so it is listed at the next look."""

Stamp = tuple[int, int, int]
"""A file's modification time in nanoseconds, its size in bytes, its inode."""
_Listing = tuple[int, dict[str, Stamp]]
"""A folder's modification time in nanoseconds, and its files."""


@dataclass(frozen=True, slots=True)
class Changes:
    """What is other than at the last look; paths relative to the verdicts folder, sorted."""

    appeared: tuple[str, ...] = ()
    vanished: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.appeared or self.vanished or self.changed)


class FolderWatch:
    """What the verdicts folder held when it was last looked at; nothing at first."""

    def __init__(self, verdicts: Path) -> None:
        """Prepare to watch.

        Args:
            verdicts: The folder of the claims' folders; it need not exist.
        """
        self._verdicts = os.fspath(verdicts)
        self._folders: dict[str, _Listing] = {}
        self._looks = 0

    def look(self) -> Changes:
        """What changed since the last look; never raises, and reads no file.

        Only files that would be read as records count. At the first look all of them have appeared.
        """
        everything = self._looks % FULL_EVERY == 0
        self._looks += 1
        before, self._folders = self._folders, {}
        with contextlib.suppress(OSError), os.scandir(self._verdicts) as entries:
            for entry in entries:
                with contextlib.suppress(OSError):
                    if not entry.name.startswith(".") and entry.is_dir(follow_symlinks=False):
                        self._look_into(entry, before.get(entry.name), everything)
        return _compare(before, self._folders)

    def _look_into(
        self,
        folder: os.DirEntry[str],
        before: _Listing | None,
        everything: bool,
    ) -> None:
        # Not the entry's own `stat`, which Windows answers from what the listing said.
        changed_at = os.stat(folder.path).st_mtime_ns  # noqa: PTH116
        if before is not None and before[0] == changed_at and not everything:
            self._folders[folder.name] = before
            return
        files: dict[str, Stamp] = {}
        with os.scandir(folder.path) as entries:
            for entry in entries:
                if entry.name.lower().endswith(".json") and not entry.name.startswith("."):
                    with contextlib.suppress(OSError):
                        about = entry.stat(follow_symlinks=False)
                        files[entry.name] = (about.st_mtime_ns, about.st_size, about.st_ino)
        # A folder that changed just now may change again without its time telling.
        is_fresh = time.time_ns() - changed_at < _COARSE
        self._folders[folder.name] = (_ANY_TIME if is_fresh else changed_at, files)


def _compare(before: dict[str, _Listing], now: dict[str, _Listing]) -> Changes:
    appeared: list[str] = []
    vanished: list[str] = []
    changed: list[str] = []
    for folder in before.keys() | now.keys():
        old, new = before.get(folder), now.get(folder)
        if old is new:
            continue
        had, has = (old[1] if old else {}), (new[1] if new else {})
        appeared += [f"{folder}/{name}" for name in has.keys() - had.keys()]
        vanished += [f"{folder}/{name}" for name in had.keys() - has.keys()]
        changed += [
            f"{folder}/{name}" for name in has.keys() & had.keys() if has[name] != had[name]
        ]
    return Changes(tuple(sorted(appeared)), tuple(sorted(vanished)), tuple(sorted(changed)))
