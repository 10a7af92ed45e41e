"""What of a case git does not have yet, by asking git; without git or repository nothing is said.

Only asked, never changed: no lock is taken, and no program that the repository's settings name is
run to find out faster, as a case may come from another hand.
"""

from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from workbench.review.config import CONFIG_NAME

if TYPE_CHECKING:
    from pathlib import Path

    from workbench.review.case import Case

_PATIENCE = 10.0
"""Seconds to wait for git, which may be slow on a network drive."""

_NAMED = 6
"""Files that a sentence names; more is a list."""


class FileState(StrEnum):
    """What happened to a file since the last commit."""

    NEW = "new"
    CHANGED = "changed"
    DELETED = "deleted"


@dataclass(frozen=True, slots=True)
class Uncommitted:
    """A file of the case that is not in git as it is on disk.

    Attributes:
        path: Relative to the case, with forward slashes. Untrusted.
        state: What happened to it.
        is_record: Whether it lies among the verdicts.
    """

    path: str
    state: FileState
    is_record: bool


def uncommitted(case: Case) -> tuple[Uncommitted, ...] | None:
    """The case's records, articles and settings that are not committed, by path.

    Returns:
        None if that cannot be told: there is no git, or the case is in no repository.
    """
    inside = case.verdicts_dir.is_relative_to(case.root)
    verdicts = _relative(case.verdicts_dir, case.root) if inside else ""
    asked = [*filter(None, [verdicts]), _relative(case.sources_dir, case.root), CONFIG_NAME]
    prefix = _git(case.root, "rev-parse", "--show-prefix")
    listed = _git(
        case.root, "status", "--porcelain=v1", "-z", "--untracked-files=all", "--no-renames",
        "--", *asked,
    )  # fmt: skip
    if prefix is None or listed is None:
        return None
    found = []
    for entry in listed.split("\0"):
        code, path = entry[:2], entry[3:].removeprefix(prefix.rstrip("\n"))
        if path:
            is_record = bool(verdicts) and path.startswith(f"{verdicts}/")
            found.append(Uncommitted(path, _state(code), is_record))
    return tuple(sorted(found, key=lambda one: one.path))


def in_words(files: tuple[Uncommitted, ...]) -> str:
    """What is not committed in one sentence; empty if all is. Untrusted.

    A record that was changed or deleted is named, because nobody should ever do that.
    """
    new = sum(one.is_record and one.state is FileState.NEW for one in files)
    parts = [f"{new} {'record' if new == 1 else 'records'}"] if new else []
    parts += [
        f"{one.path} ({one.state})"
        for one in files
        if not (one.is_record and one.state is FileState.NEW)
    ]
    more = f" and {len(parts) - _NAMED} more" if len(parts) > _NAMED else ""
    return f"Not committed to git: {', '.join(parts[:_NAMED])}{more}." if parts else ""


def _state(code: str) -> FileState:
    if "D" in code:
        return FileState.DELETED
    return FileState.NEW if code == "??" or "A" in code else FileState.CHANGED


def _relative(folder: Path, root: Path) -> str:
    return folder.relative_to(root).as_posix()


def _git(root: Path, *arguments: str) -> str | None:
    try:
        answer = subprocess.run(
            ["git", "-c", "core.fsmonitor=false", "--literal-pathspecs", *arguments],
            cwd=root,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_PATIENCE,
            check=False,
            env={**os.environ, "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"},
        )
    except (OSError, subprocess.SubprocessError):
        return None
    if answer.returncode:
        return None
    return answer.stdout.decode("utf-8", "surrogateescape")
