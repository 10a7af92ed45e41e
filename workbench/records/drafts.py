"""Half-typed text, kept outside git until it becomes a record.

A draft is nobody's judgement yet, so it has no place in the case: it lies in the user's own state
folder, readable by that user only, one small file for each claim and kind of record. Unlike a
record it is replaced as the person types on. Each window writes files of its own, so that two
windows with text on one claim do not overwrite each other; the newest is offered, an older one
when that is gone.
"""

from __future__ import annotations

import contextlib
import json
import os
import secrets
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from workbench.records import disk
from workbench.records.own_state import digest, state_folder
from workbench.text.cleaning import clean_line

if TYPE_CHECKING:
    from pathlib import Path

MOST_BYTES = 1_000_000
"""Of a draft's file; a record could not be larger."""
MOST_FILES = 1_000
"""Files looked at for one case."""

Key = tuple[str, str]
"""A claim's id and what is made of it ("verdict", "note")."""


@dataclass(frozen=True, slots=True)
class _Draft:
    path: Path
    key: Key
    values: dict[str, str]
    kept_at: float


class DraftStore:
    """The drafts of one case. No method raises for what the disk does.

    Attributes:
        folder: Where they are.
    """

    def __init__(self, case_root: Path, folder: Path | None = None) -> None:
        """Find the place of a case's drafts; nothing is read or written yet.

        Args:
            case_root: The case's folder.
            folder: Where the drafts of all cases are, if not in the user's state folder.
        """
        self._case = os.path.realpath(case_root)
        self._name = secrets.token_hex(4)
        self._older: dict[Key, list[Path]] = {}
        self.folder = (folder or state_folder() / "drafts") / digest(self._case)

    def load(self) -> dict[Key, dict[str, str]]:
        """The newest draft for each claim and kind: what the fields held, by name."""
        newest: dict[Key, _Draft] = {}
        for draft in self._drafts():
            other = newest.get(draft.key)
            if other is None or other.kept_at < draft.kept_at:
                newest[draft.key] = draft
        self._older = {key: [draft.path] for key, draft in newest.items()}
        return {key: draft.values for key, draft in newest.items()}

    def keep(self, claim_id: str, kind: str, values: dict[str, str], about: str = "") -> str:
        """Put a draft on disk in place of the last one.

        Args:
            claim_id: Which claim.
            kind: What is made of it.
            values: What the fields hold, by name.
            about: The claim's words, for whoever looks into the file.

        Returns:
            Empty once it is on disk, else one sentence that says why it is not.
        """
        path = self._path(claim_id, kind)
        fields = {
            "case": self._case,
            "claim": claim_id,
            "about": about,
            "kind": kind,
            "kept_at": time.time(),
            "values": values,
        }
        data = f"{json.dumps(fields, indent=2)}\n".encode()
        if len(data) > MOST_BYTES:
            return "This is too long to be kept as a draft; shorten it."
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            disk.replace_file(path, data)
        except OSError as error:
            where = clean_line(str(self.folder))
            return f"The draft could not be kept: {disk.in_words(error)} ({where})."
        self._forget_older((claim_id, kind))
        return ""

    def drop(self, claim_id: str, kind: str) -> None:
        """Delete a draft, as it became a record or its text was taken out."""
        disk.remove(self._path(claim_id, kind))
        self._forget_older((claim_id, kind))

    def _forget_older(self, key: Key) -> None:
        for path in self._older.pop(key, ()):
            disk.remove(path)

    def _path(self, claim_id: str, kind: str) -> Path:
        return self.folder / f"{digest(f'{claim_id} {kind}')}-{self._name}.json"

    def _drafts(self) -> list[_Draft]:
        found: list[_Draft] = []
        with contextlib.suppress(OSError):
            for path in sorted(self.folder.glob("*.json"))[:MOST_FILES]:
                with contextlib.suppress(OSError, ValueError, RecursionError):
                    if draft := self._read(path):
                        found.append(draft)
        return found

    def _read(self, path: Path) -> _Draft | None:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
        fields: Any = json.loads(data) if len(data) <= MOST_BYTES else None
        match fields:
            case {
                "case": self._case,
                "claim": str(claim_id),
                "kind": str(kind),
                "kept_at": float(kept_at),
                "values": dict(values),
            } if all(isinstance(value, str) for value in values.values()):
                return _Draft(path, (claim_id, kind), values, kept_at)
        return None
