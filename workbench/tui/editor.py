"""Long text in the person's own editor, with the app out of the way meanwhile.

The text goes through a file that nobody else can read. Whatever the editor leaves in it comes back,
even if the editor ended with an error; what cannot be read again stays where it is, and is named.
"""

from __future__ import annotations

import os
import shlex
import shutil
import signal
import subprocess
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.text.cleaning import clean, clean_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager

_USUAL = ("sensible-editor", "nano", "vim", "vi", "notepad")
"""Tried in this order where no editor is named."""
MOST_BYTES = 500_000
"""Of what comes back; a record could hardly be larger."""


@dataclass(frozen=True, slots=True)
class Edited:
    """What came back.

    Attributes:
        text: The text, as it was if nothing came back.
        trouble: One sentence, if something went wrong.
    """

    text: str
    trouble: str = ""


def edit(text: str, out_of_the_way: Callable[[], AbstractContextManager[None]]) -> Edited:
    """Have a text edited; returns when the editor has ended.

    Args:
        text: What stands in the field.
        out_of_the_way: Leaves the terminal to the editor as long as its block lasts.
    """
    try:
        command = _command()
    except ValueError:
        return Edited(text, "The name of the editor in $EDITOR has an unclosed quotation mark.")
    if not command:
        return Edited(text, "No editor was found; put the name of yours into $EDITOR.")
    name = clean_line(command[0], 60)
    try:
        folder = Path(tempfile.mkdtemp(prefix="workbench-"))
        path = folder / "text.md"
        _write(path, text)
    except OSError as error:
        return Edited(text, f"The text could not be handed to {name}: {error.strerror}.")
    try:
        with out_of_the_way(), interrupts_left_to_it():
            code = subprocess.run([*command, os.fspath(path)], check=False).returncode
    except OSError as error:
        shutil.rmtree(folder, ignore_errors=True)
        return Edited(text, f"{name} could not be started: {error.strerror}.")
    try:
        back = _read(path)
    except (OSError, ValueError) as error:
        where = clean_line(os.fspath(path))
        return Edited(text, f"What {name} wrote is in {where}: {_why(error)}.")
    shutil.rmtree(folder, ignore_errors=True)
    trouble = f"{name} ended with an error ({code}); what it had saved is here." if code else ""
    return Edited(back, trouble)


def _command() -> list[str]:
    """The editor and its arguments; empty if there is none. Raises `ValueError`."""
    for variable in ("VISUAL", "EDITOR"):
        if named := os.environ.get(variable, "").strip():
            return shlex.split(named, posix=os.name == "posix")
    found = next((name for name in _USUAL if shutil.which(name)), None)
    return [found] if found else []


def _write(path: Path, text: str) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8", errors="replace", newline="\n") as file:
        file.write(f"{text}\n" if text else "")


def _read(path: Path) -> str:
    with path.open("rb") as file:
        data = file.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise ValueError(f"it is longer than {MOST_BYTES // 1000} kB")
    text = data.decode("utf-8", "replace").replace("\r\n", "\n")
    return clean(text.rstrip())


def _why(error: OSError | ValueError) -> str:
    return (error.strerror or "it cannot be read") if isinstance(error, OSError) else str(error)


@contextmanager
def interrupts_left_to_it() -> Iterator[None]:
    """Ctrl+c is meant for the other program; it inherits no handler, but would inherit ignoring."""
    before = signal.signal(signal.SIGINT, lambda *_: None)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
