"""A real pseudo-terminal with a program in it, for tests and benchmarks of what a person sees.

Pilot drives an app from the inside; this drives the installed command from the outside, through
the same bytes as a terminal: keys go in, escape sequences come out, and `pyte` draws them. It owns
the child process, its size, its environment and its home folder.

Everything runs in the caller's thread: output is read while a method waits, and not otherwise.
"""

from __future__ import annotations

import os
import re
import select
import shutil
import signal
import struct
import subprocess
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Self

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

_REASON = "a pseudo-terminal needs a POSIX system"
fcntl = pytest.importorskip("fcntl", reason=_REASON)
termios = pytest.importorskip("termios", reason=_REASON)
pyte = pytest.importorskip("pyte", reason=_REASON)

KEYS = {
    "enter": "\r",
    "tab": "\t",
    "shift+tab": "\x1b[Z",
    "escape": "\x1b",
    "space": " ",
    "backspace": "\x7f",
    "delete": "\x1b[3~",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "home": "\x1b[H",
    "end": "\x1b[F",
    "pageup": "\x1b[5~",
    "pagedown": "\x1b[6~",
    "f1": "\x1bOP",
    "f2": "\x1bOQ",
    "f3": "\x1bOR",
    "f4": "\x1bOS",
}
"""What xterm sends for the keys that are no character."""

ESCAPE_PAUSE = 0.15
"""Seconds to wait after a lone escape: within 0.1 s Textual takes ESC and a key for alt+key."""

_UNKNOWN_TO_PYTE = re.compile(
    rb"\x1b\[[<=>][0-9:;]*[ -/]*[@-~]"  # kitty keyboard protocol and its like
    rb"|\x1b\[\?[0-9;]*\$p"  # "do you know this mode?"
    rb"|\x1b\[\?(?:1004|1016|2004|2026|2048)[hl]"
    rb"|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)"  # OSC: title, clipboard, links
    rb"|\x1b[P^_X][^\x1b]*\x1b\\"  # DCS, PM, APC, SOS
)
_UNFINISHED = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*|[\]P^_X][^\x07\x1b]*\x1b?)?\Z")
_ALTERNATE_SCREEN = 1049


def key_bytes(key: str) -> bytes:
    """What a terminal sends for a key, named as Textual names it (`"j"`, `"ctrl+s"`, `"f1"`)."""
    if len(key) == 1:
        return key.encode()
    if re.fullmatch(r"ctrl\+[a-z]", key):
        return bytes([ord(key[-1]) & 0x1F])
    return KEYS[key].encode()


class _Screen(pyte.Screen):
    """A screen that is blank again after the alternate screen was entered or left."""

    def set_mode(self, *modes: int, **kwargs: object) -> None:
        super().set_mode(*modes, **kwargs)
        self._blank_if_switched(modes)

    def reset_mode(self, *modes: int, **kwargs: object) -> None:
        super().reset_mode(*modes, **kwargs)
        self._blank_if_switched(modes)

    def _blank_if_switched(self, modes: tuple[int, ...]) -> None:
        if _ALTERNATE_SCREEN in modes:
            self.reset()


class Terminal:
    """A program in a pseudo-terminal, from `with` to the end of its block.

    Attributes:
        process: The child, for its pid and for signals. Its group is killed at the end.
        raw: Every byte that it has written so far.
        home: Its home folder, with the XDG folders in it: never the user's own.
        started: `time.perf_counter()` when the child was started.
        last_output: The same clock when the latest bytes arrived; `started` before the first.
    """

    def __init__(
        self,
        argv: Sequence[str | Path],
        *,
        columns: int = 120,
        lines: int = 35,
        cwd: Path | None = None,
        env: Mapping[str, str] | None = None,
        home: Path | None = None,
    ) -> None:
        """Describe the terminal; `with` starts the program.

        Args:
            argv: The command.
            columns: Width in cells.
            lines: Height in cells.
            cwd: Where it runs; the current folder if None.
            env: Set in addition to a terminal's usual variables.
            home: A home folder to keep between runs; None makes one and removes it at the end.
        """
        self._argv = [str(argument) for argument in argv]
        self._size = (columns, lines)
        self._cwd = cwd
        self._env = dict(env or {})
        self._removes_home = home is None
        self.home = home or Path(tempfile.mkdtemp(prefix="home-"))
        self.raw = b""
        self._unfinished = b""
        self._screen = _Screen(columns, lines)
        self._stream = pyte.ByteStream(self._screen)

    def __enter__(self) -> Self:
        self._master: int | None
        self._master, slave = os.openpty()
        self._set_size()
        self.started = self.last_output = time.perf_counter()
        try:
            self.process = subprocess.Popen(
                self._argv,
                stdin=slave,
                stdout=slave,
                stderr=slave,
                cwd=self._cwd,
                env=self._environment(),
                start_new_session=True,
                # The new session needs a terminal of its own, or resizing sends no signal.
                preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),
            )
        except BaseException:
            os.close(self._master)
            raise
        finally:
            os.close(slave)
        return self

    def __exit__(self, *exception: object) -> None:
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
        if self._master is not None:
            os.close(self._master)
        if self._removes_home:
            shutil.rmtree(self.home, ignore_errors=True)

    @property
    def screen(self) -> list[str]:
        """The lines as shown, blanks at their ends left out."""
        return [line.rstrip() for line in self._screen.display]

    @property
    def text(self) -> str:
        """The screen as one string."""
        return "\n".join(self.screen)

    def send(self, text: str | bytes) -> None:
        """Type text, or send bytes as they are."""
        data = text.encode() if isinstance(text, str) else text
        while data:
            data = data[os.write(self._master, data) :]

    def press(self, *keys: str) -> None:
        """Press keys by name: characters, `ctrl+` and a letter, or one of `KEYS`."""
        for key in keys:
            self.send(key_bytes(key))
            if key == "escape":
                self._read_for(ESCAPE_PAUSE)

    def resize(self, columns: int, lines: int) -> None:
        """Change the size in cells; the program gets SIGWINCH."""
        self._size = (columns, lines)
        self._screen.resize(lines, columns)
        self._set_size()

    def wait_for(self, wanted: str | re.Pattern[str], timeout: float = 15.0) -> None:
        """Read until the screen shows a text, or something that a pattern finds.

        Raises:
            AssertionError: It did not within `timeout` seconds, or the program ended before.
        """
        self._wait_until(lambda: self._shows(wanted), f"to show {wanted!r}", timeout)

    def wait_while(self, unwanted: str | re.Pattern[str], timeout: float = 15.0) -> None:
        """Read until the screen shows a text no more; raises as `wait_for` does."""
        self._wait_until(lambda: not self._shows(unwanted), f"to drop {unwanted!r}", timeout)

    def wait_exit(self, timeout: float = 15.0) -> int:
        """Read until the program has ended, and return its exit code (minus a signal's number).

        Raises:
            AssertionError: It was still running after `timeout` seconds.
        """
        deadline = time.monotonic() + timeout
        while self._read(deadline - time.monotonic()):
            pass
        try:
            return self.process.wait(max(0.0, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            raise AssertionError(self._complaint("to end", timeout)) from None

    def settle(self, quiet: float = 0.1, timeout: float = 15.0) -> None:
        """Read until nothing has come for `quiet` seconds, or for `timeout` seconds in all."""
        deadline = time.monotonic() + timeout
        while time.monotonic() < deadline and self._read(quiet):
            pass

    def hang_up(self) -> None:
        """Close the terminal's window: the program gets SIGHUP, and what it writes goes nowhere."""
        os.close(self._master)
        self._master = None

    def _shows(self, wanted: str | re.Pattern[str]) -> bool:
        if isinstance(wanted, str):
            return wanted in self.text
        return wanted.search(self.text) is not None

    def _wait_until(self, is_true: Callable[[], bool], what: str, timeout: float) -> None:
        deadline = time.monotonic() + timeout
        while not is_true():
            if not self._read(deadline - time.monotonic()):
                # The last bytes before the end may have brought it.
                if is_true():
                    return
                raise AssertionError(self._complaint(what, timeout))

    def _complaint(self, what: str, timeout: float) -> str:
        try:
            # Its output ends a moment before the program does.
            state = f"ended with {self.process.wait(0.5)}"
        except subprocess.TimeoutExpired:
            state = "still running"
        rule = "-" * self._size[0]
        return f"waited {timeout:g} s for {self._argv[0]} ({state}) {what}:\n{rule}\n{self.text}\n{rule}"

    def _read_for(self, seconds: float) -> None:
        deadline = time.monotonic() + seconds
        while self._read(deadline - time.monotonic()):
            pass

    def _read(self, timeout: float) -> bool:
        """Take in what the program writes next; False if nothing came in time or ever will."""
        if self._master is None:
            return False
        ready, _, _ = select.select([self._master], [], [], max(0.0, timeout))
        if not ready:
            return False
        try:
            data = os.read(self._master, 65536)
        except OSError:  # Linux says EIO when the last program has let go of the terminal.
            return False
        if not data:
            return False
        self.last_output = time.perf_counter()
        self.raw += data
        data = self._unfinished + data
        unfinished = _UNFINISHED.search(data)
        cut = unfinished.start() if unfinished else len(data)
        self._unfinished = data[cut:]
        self._stream.feed(_UNKNOWN_TO_PYTE.sub(b"", data[:cut]))
        return True

    def _set_size(self) -> None:
        columns, lines = self._size
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))

    def _environment(self) -> dict[str, str]:
        # What would change how the program looks or which files it uses must come from the test.
        inherited = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("XDG_", "LC_", "GIT_", "TEXTUAL", "COLUMNS", "LINES"))
            and name not in {"NO_COLOR", "FORCE_COLOR", "CLICOLOR", "COLORFGBG", "TERM_PROGRAM"}
        }
        return {
            **inherited,
            "TERM": "xterm-256color",
            "COLORTERM": "truecolor",
            "LANG": "C.UTF-8",
            "HOME": str(self.home),
            "XDG_CONFIG_HOME": str(self.home / ".config"),
            "XDG_DATA_HOME": str(self.home / ".local" / "share"),
            "XDG_STATE_HOME": str(self.home / ".local" / "state"),
            "XDG_CACHE_HOME": str(self.home / ".cache"),
            "GIT_CONFIG_NOSYSTEM": "1",
            **self._env,
        }
