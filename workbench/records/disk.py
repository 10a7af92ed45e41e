"""What every durable write needs: whole writes, synced folders, errors in words.

Nothing is ever tried twice on a file whose sync failed: the kernel may have dropped its pages and
would call the second sync a success.
"""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_NO_FOLDER_SYNC = {errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EBADF}
_NO_HARD_LINKS = {
    errno.EPERM,
    errno.EACCES,  # Android refuses links in folders that can be written.
    errno.ENOSYS,
    errno.ENOTSUP,
    errno.EOPNOTSUPP,
    errno.EXDEV,
    errno.EMLINK,
    errno.EINVAL,  # What Windows says of FAT.
}
_IN_WORDS = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "your share of the disk is used up",
    errno.EROFS: "the disk is read-only",
    errno.EACCES: "you may not write there",
    errno.EPERM: "you may not write there",
    errno.EIO: "the disk reports an error",
    errno.ENOENT: "another program took it away",
    errno.EMFILE: "too many files are open",
    errno.ENFILE: "too many files are open",
    errno.ENAMETOOLONG: "the name is too long for this disk",
    errno.ELOOP: "it is a symbolic link",
}


def in_words(error: OSError) -> str:
    """Why something could not be written, in a few words ("the disk is full")."""
    known = _IN_WORDS.get(error.errno) if error.errno is not None else None
    return known or (error.strerror or "the system refused").lower()


def open_new(path: Path, mode: int) -> int:
    """Open a file that does not exist yet for writing; returns its descriptor.

    Args:
        path: Its folder must exist.
        mode: Permissions, before the umask.

    Raises:
        OSError: `FileExistsError` if there is anything of that name, a link to nothing included.
    """
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
    for system_flag in ("O_NOFOLLOW", "O_CLOEXEC", "O_BINARY"):
        flags |= getattr(os, system_flag, 0)
    return os.open(path, flags, mode)


def write_synced(descriptor: int, data: bytes) -> None:
    """Write all of the data, sync it and close the descriptor, whatever happens.

    Raises:
        OSError: Not all of it is on disk.
    """
    try:
        rest = memoryview(data)
        while rest:
            written = os.write(descriptor, rest)
            if written <= 0:
                raise OSError(errno.EIO, "nothing was written")
            rest = rest[written:]
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync_folder(folder: Path) -> None:
    """Make the names in a folder survive a power cut.

    Raises:
        OSError: They may not.
    """
    if sys.platform == "win32":  # It cannot open a folder to sync it, and orders its own metadata.
        return
    try:
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    except PermissionError:
        os.sync()  # A folder that can be written but not listed is synced with all else.
        return
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in _NO_FOLDER_SYNC:
            raise
        os.sync()
    finally:
        os.close(descriptor)


def remove(path: Path) -> None:
    """Delete a file if it is there, in two tries; never raises."""
    for _ in range(2):
        with contextlib.suppress(OSError):
            path.unlink(missing_ok=True)
            return


def name_new(temporary: Path, final: Path) -> None:
    """Name a complete file without ever overwriting one.

    Where there are no hard links (FAT, some network and phone file systems) the name is first
    taken with an empty file, then replaced in one step: a kill in between leaves a file that is
    reported as empty, never half a record.
    """
    try:
        os.link(temporary, final)
    except OSError as error:
        if error.errno not in _NO_HARD_LINKS:
            raise
        os.close(open_new(final, 0o666))
        try:
            os.replace(temporary, final)  # noqa: PTH105
        except BaseException:
            remove(final)
            raise


def replace_file(path: Path, data: bytes, mode: int = 0o600) -> None:
    """Put data in the place of a file, which is at any moment wholly the old or the new one.

    Not for saving records, which are never replaced.

    Args:
        path: Its folder must exist; the file need not.
        data: What it will hold.
        mode: Permissions, before the umask; nobody else may read it if nothing is said.

    Raises:
        OSError: The old file stands, or the new one without being sure to survive a power cut.
    """
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(4)}.tmp")
    try:
        write_synced(open_new(temporary, mode), data)
        os.replace(temporary, path)  # noqa: PTH105
        sync_folder(path.parent)
    except BaseException:
        remove(temporary)
        raise
