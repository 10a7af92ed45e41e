"""Leaving and stopping in good order when somebody else says so.

A closed window or a dropped connection (SIGHUP), `kill` (SIGTERM), an interrupt from outside
(SIGINT; ctrl+c is a key here) and ctrl+z (SIGTSTP) would end or stop the program in the middle of a
word. Each of them first puts the drafts on disk; those that end it then let the running save
finish, restore the terminal and end with 128 and the signal's number, as a shell expects. Where a
system lacks a signal it is passed over.
"""

from __future__ import annotations

import asyncio
import os
import signal
from contextlib import contextmanager
from threading import Timer
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType

    from workbench.tui.app import WorkbenchApp

CAN_STOP = hasattr(signal, "SIGTSTP")
"""Whether there are shells here that stop programs and go on with them."""

_ENDING = ("SIGHUP", "SIGTERM", "SIGINT", "SIGBREAK")
_PATIENCE = 10.0
"""Seconds for leaving in good order, many for a busy machine: without it the terminal is not
restored. One that is gone may block whoever writes to it."""


class Signals:
    """What signals do to the app.

    Attributes:
        code: The exit code of the signal that ends the app; None as long as none does.
    """

    def __init__(self, app: WorkbenchApp) -> None:
        self._app = app
        self._loop: asyncio.AbstractEventLoop | None = None
        self.code: int | None = None

    @contextmanager
    def taken(self) -> Iterator[None]:
        """Have the app leave when a signal asks for it, as long as the block lasts."""
        numbers = [getattr(signal, name) for name in _ENDING if hasattr(signal, name)]
        before = {number: signal.signal(number, self._end) for number in numbers}
        try:
            yield
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)

    def take_up(self) -> None:
        """The app runs: Textual's handlers are in place, and there is somebody to leave."""
        self._loop = asyncio.get_running_loop()
        if self.code is not None:
            self._app.leave()
        if CAN_STOP:
            self._keep_before_stopping()

    def _end(self, number: int, _frame: FrameType | None) -> None:
        """Keep the drafts at once, and have the rest done where widgets may be touched."""
        self._app.drafts.keep_now()
        self._app.remember()
        self.code = 128 + number
        self._app.is_leaving = True
        hurry = Timer(_PATIENCE, self._end_at_once)
        hurry.daemon = True
        hurry.start()
        if self._loop is not None:
            self._loop.call_soon_threadsafe(self._app.leave)

    def _end_at_once(self) -> None:
        self._app.drafts.keep_now()
        os._exit(self.code or 0)

    def _keep_before_stopping(self) -> None:
        stop = signal.getsignal(signal.SIGTSTP)

        def keep_and_stop(number: int, frame: FrameType | None) -> None:
            self._app.drafts.keep_now()
            if callable(stop):
                stop(number, frame)

        signal.signal(signal.SIGTSTP, keep_and_stop)


def is_child_of_a_shell() -> bool:
    """Whether a shell would go on with the program once it is stopped.

    Without one (a window or a connection that runs the workbench alone) it would stand still for
    good: the parent must be in the same session, but in another process group.
    """
    if not CAN_STOP:
        return False
    parent = os.getppid()
    try:
        return os.getsid(parent) == os.getsid(0) and os.getpgid(parent) != os.getpgrp()
    except OSError:
        return False
