"""The user's own state folder: what belongs to one person and one machine, never to the case.

Small JSON files, each replaced as a whole, readable by that user only. Nothing in them is anybody's
judgement, so one that is missing, broken or of another shape counts as empty.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
from typing import TYPE_CHECKING, Any

from workbench.records import disk

if TYPE_CHECKING:
    from pathlib import Path

_MOST_BYTES = 100_000
"""Of a file; places and counts are far smaller."""


def state_folder() -> Path:
    """Where all of it is; nothing is made yet."""
    from platformdirs import user_state_path

    return user_state_path("workbench", appauthor=False)


def digest(words: str) -> str:
    """A short name for a file about something with a longer one, such as a case's path."""
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def file_about(case_root: Path) -> Path:
    """The file with what is remembered of a case."""
    return state_folder() / "places" / f"{digest(os.path.realpath(case_root))}.json"


def load_state(path: Path) -> dict[str, Any]:
    """What a file holds; empty for whatever is wrong with it."""
    with contextlib.suppress(OSError, ValueError, RecursionError):
        with path.open("rb") as file:
            data = file.read(_MOST_BYTES + 1)
        state = json.loads(data) if len(data) <= _MOST_BYTES else None
        if isinstance(state, dict):
            return state
    return {}


def keep_state(path: Path, state: dict[str, Any]) -> None:
    """Put a file in place of the last one; a disk that refuses is no reason to say a word."""
    keep_text(path, f"{json.dumps(state, indent=2)}\n")


def keep_text(path: Path, text: str) -> bool:
    """Put a text in place of the last one; returns whether it is on disk."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        disk.replace_file(path, text.encode("utf-8", "replace"))
    except OSError:
        return False
    return True
