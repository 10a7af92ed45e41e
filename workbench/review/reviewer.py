"""Whose records are made here: `--reviewer`, else git's user.name, else the login name."""

from __future__ import annotations

import getpass
import subprocess
from typing import TYPE_CHECKING

from workbench.text.cleaning import clean_line

if TYPE_CHECKING:
    from pathlib import Path

_PATIENCE = 2.0
"""Seconds to wait for git, which may hang on a network drive."""

_LENGTH = 100
"""Code points of a reviewer's name."""


def find_reviewer(root: Path, chosen: str | None = None) -> str:
    """The reviewer's name on one line; never empty.

    Args:
        root: The case's folder: a repository may have a name of its own.
        chosen: As given on the command line.
    """
    for name in (chosen or "", _git_user(root), _login()):
        if cleaned := clean_line(name, _LENGTH):
            return cleaned
    return "unknown"


def _git_user(root: Path) -> str:
    try:
        answer = subprocess.run(
            ["git", "config", "user.name"],
            cwd=root,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_PATIENCE,
            check=False,
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    return answer.stdout.decode("utf-8", "replace").strip()


def _login() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""
