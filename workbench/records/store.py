"""Saving a record so that it is either wholly on disk or not there at all.

Each record is a new file. Its bytes go into a temporary file beside it, are synced, and get their
name by a hard link, which never overwrites; the folder is synced before anyone is told that it is
saved. A kill or a power cut at any step leaves at most a temporary file, which reading ignores.
Nothing is ever tried twice on a file whose sync failed: the kernel may have dropped its pages and
would call the second sync a success.
"""

from __future__ import annotations

import contextlib
import os
import re
import secrets
import stat
import time
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.records import disk
from workbench.records.serialise import Unreadable, parse, serialise
from workbench.text.cleaning import clean_line

if TYPE_CHECKING:
    from workbench.records.schema import Record

LEFTOVER_AGE = 3600
"""Seconds after which a temporary file cannot belong to a save that is still running."""

_TEMPORARY = re.compile(r"\.[0-9A-Za-z-]+\.json\.[0-9a-f]{8}\.tmp")


class NotSaved(Exception):  # noqa: N818
    """A record was not saved and nothing of it is left on disk.

    Attributes:
        reason: Why, in a few words ("the disk is full").
        path: Where it was to be saved, safe to show.
    """

    def __init__(self, reason: str, path: str) -> None:
        self.reason = reason
        self.path = clean_line(path)
        super().__init__(f"NOT SAVED: {reason} ({self.path})")


class RecordStore:
    """Writes new records into a case.

    Attributes:
        case_root: The case's folder; paths are told relative to it.
        verdicts: The folder of the claims' folders, usually `case_root / "verdicts"`.
    """

    def __init__(self, case_root: Path, verdicts: Path) -> None:
        self.case_root = case_root.absolute()
        self.verdicts = verdicts.absolute()

    def save(self, record: Record, folder: str) -> str:
        """Write a record that does not exist yet; when this returns, it survives a power cut.

        Args:
            record: Its id and kind give the file its name.
            folder: Name of the claim's folder, made if there is none.

        Returns:
            The file's path, as `shown_path` gives it.

        Raises:
            NotSaved: Nothing was written.
        """
        claim_folder = self.verdicts / folder
        shown = shown_path(claim_folder, self.case_root)
        if not _is_plain_name(folder):
            raise NotSaved("a claim's folder must be a plain name", shown)
        try:
            data = serialise(record)
            if parse(data) != record:
                raise NotSaved("the record does not read back as it was written", shown)
        except (Unreadable, ValueError) as error:
            raise NotSaved(f"the record would be unreadable, {error}", shown) from error
        final = claim_folder / f"{record.id}-{record.kind}.json"
        made: list[Path] = []
        try:
            temporary, descriptor = self._open_temporary(final, made)
            _publish(data, temporary, descriptor, final, self._folders_to_sync(claim_folder))
        except BaseException as error:
            for new_folder in reversed(made):
                with contextlib.suppress(OSError):
                    new_folder.rmdir()
            if isinstance(error, OSError):
                raise NotSaved(_in_words(error), shown) from error
            raise
        _remove_leftovers(claim_folder)
        return shown_path(final, self.case_root)

    def _open_temporary(self, final: Path, made: list[Path]) -> tuple[Path, int]:
        temporary = final.with_name(f".{final.name}.{secrets.token_hex(4)}.tmp")
        for attempt in range(3):
            try:
                self._make_folders(final.parent, made)
                return temporary, disk.open_new(temporary, 0o666)
            except FileNotFoundError:
                # Another process has just taken back the folder that it made for a failed save.
                if attempt == 2:
                    raise
        raise AssertionError("unreachable")

    def _make_folders(self, claim_folder: Path, made: list[Path]) -> None:
        for folder in reversed(self._folders_to_sync(claim_folder)[:-1]):
            if not os.path.lexists(folder):
                with contextlib.suppress(FileExistsError):  # Another process was faster.
                    folder.mkdir()
                    made.append(folder)
            mode = folder.lstat().st_mode
            shown = shown_path(folder, self.case_root)
            if stat.S_ISLNK(mode):
                raise NotSaved("it is a symbolic link, not a folder", shown)
            if not stat.S_ISDIR(mode):
                raise NotSaved("there is a file where a folder should be", shown)

    def _folders_to_sync(self, claim_folder: Path) -> list[Path]:
        """From the claim's folder up to the one that is above the verdicts.

        All are synced each time, not only new ones: an earlier save may have been killed between
        making a folder and syncing the one above.
        """
        top = self.case_root if self.verdicts.is_relative_to(self.case_root) else None
        top = top if top is not None and top != self.verdicts else self.verdicts.parent
        folders = [claim_folder]
        while folders[-1] != top:
            folders.append(folders[-1].parent)
        return folders


def _publish(
    data: bytes, temporary: Path, descriptor: int, final: Path, folders: list[Path]
) -> None:
    """Fill the temporary file and give it its final name; undo everything on any error."""
    is_named = False
    try:
        disk.write_synced(descriptor, data)
        disk.name_new(temporary, final)
        is_named = True
        disk.remove(temporary)
        for folder in folders:
            disk.sync_folder(folder)
        final.lstat()  # A checkout or a stash may have taken it away meanwhile.
    except BaseException:
        disk.remove(temporary)
        if is_named:
            disk.remove(final)
        raise


def _remove_leftovers(claim_folder: Path) -> None:
    """Take away what killed saves left, but not a whole record: `repairing` saves that."""
    for path in leftovers(claim_folder, time.time()):
        with contextlib.suppress(OSError):
            try:
                record = parse(path.read_bytes())
                is_saved = path.with_name(f"{record.id}-{record.kind}.json").exists()
            except Unreadable:
                is_saved = True
            if is_saved:
                path.unlink()


def is_temporary(name: str) -> bool:
    """Whether a file of that name is the unfinished file of a save."""
    return _TEMPORARY.fullmatch(name) is not None


def leftovers(claim_folder: Path, now: float) -> tuple[Path, ...]:
    """Temporary files of saves that were killed, more than `LEFTOVER_AGE` seconds ago.

    Args:
        claim_folder: Where to look, not deeper.
        now: Seconds since 1970.
    """
    found: list[Path] = []
    with contextlib.suppress(OSError), os.scandir(claim_folder) as entries:
        for entry in entries:
            if is_temporary(entry.name) and entry.is_file(follow_symlinks=False):
                with contextlib.suppress(OSError):
                    if now - entry.stat(follow_symlinks=False).st_mtime > LEFTOVER_AGE:
                        found.append(Path(entry.path))
    return tuple(sorted(found))


def shown_path(path: Path, case_root: Path) -> str:
    """A path as messages and output name it: relative to the case where it lies in it."""
    if path.is_relative_to(case_root):
        return path.relative_to(case_root).as_posix()
    return path.as_posix()


def _is_plain_name(name: str) -> bool:
    return name not in {"", ".", ".."} and not any(letter in name for letter in "/\\:\0")


def _in_words(error: OSError) -> str:
    if isinstance(error, FileExistsError):
        return "a record of that name is there already"
    return disk.in_words(error)
