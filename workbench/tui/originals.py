"""The original of an article: its address in the browser, else its file in the person's pager.

Addresses and files are untrusted. An address is only ever an argument, of the schemes http and
https; a browser is started apart from the terminal, whose screen it would write over. A pager gets
the file's path and no say in what it does with it: `less` is told not to run what it would run.
"""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from workbench.text.cleaning import clean, clean_line
from workbench.tui.editor import interrupts_left_to_it

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager
    from pathlib import Path

_MOST = 2_000
"""Code points of an address."""
_BROWSE = "import sys, webbrowser; sys.exit(not webbrowser.open(sys.argv[1]))"
_PATIENCE = 10.0
"""Seconds until a browser that has not said that it failed counts as there."""


def address(written: str) -> str:
    """An address that a browser may be given, or nothing.

    Args:
        written: As it stands in the article's front matter.
    """
    is_safe = clean(written) == written and not any(map(str.isspace, written))
    if not is_safe or len(written) > _MOST:
        return ""
    try:
        parts = urlsplit(written)
    except ValueError:
        return ""
    return written if parts.scheme in ("http", "https") and parts.hostname else ""


def has_display() -> bool:
    """Whether a browser would come up where the person sits."""
    if any(os.environ.get(name) for name in ("SSH_CONNECTION", "SSH_CLIENT", "SSH_TTY")):
        return False
    if sys.platform in ("darwin", "win32"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))


def browse(url: str) -> bool:
    """Open an address in the browser; whether that seems to have worked.

    Args:
        url: From `address`.
    """
    nothing = subprocess.DEVNULL
    command = [sys.executable, "-I", "-c", _BROWSE, url]
    started = subprocess.Popen(
        command, stdin=nothing, stdout=nothing, stderr=nothing, start_new_session=True
    )
    try:
        return started.wait(_PATIENCE) == 0
    except subprocess.TimeoutExpired:
        return True


def read_file(path: Path, out_of_the_way: Callable[[], AbstractContextManager[None]]) -> str:
    """Show a file in the pager until that is left; returns what went wrong, in a sentence.

    Args:
        path: Of the file.
        out_of_the_way: Leaves the terminal to the pager as long as its block lasts.
    """
    try:
        command = shlex.split(os.environ.get("PAGER", ""), posix=os.name == "posix")
    except ValueError:
        return "The name of the pager in $PAGER has an unclosed quotation mark."
    if not command:
        usual = next((name for name in ("less", "more") if shutil.which(name)), None)
        if usual is None:
            return "No pager was found; put the name of yours into $PAGER."
        command = [usual]
    if not path.is_file():
        return f"{clean_line(path.name)} is no longer there."
    kept = {name: value for name, value in os.environ.items() if name != "LESSOPEN"}
    # Secure: no shell, no editor, no preprocessor. Without the variable LESS, no raw characters.
    env = {**kept, "LESSSECURE": "1", "LESS": ""}
    name = clean_line(command[0], 60)
    try:
        with out_of_the_way(), interrupts_left_to_it():
            code = subprocess.run([*command, os.fspath(path)], check=False, env=env).returncode
    except OSError as error:
        return f"{name} could not be started: {error.strerror}."
    return f"{name} ended with an error ({code})." if code else ""
