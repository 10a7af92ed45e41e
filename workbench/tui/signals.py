"""Leaving and stopping in good order when somebody else says so.

A closed window or a dropped connection (SIGHUP), `kill` (SIGTERM), an interrupt from outside
(SIGINT; ctrl+c is a key here) and ctrl+z (SIGTSTP) would end or stop the program in the middle of a
word. Each of them first puts the drafts on disk; those that end it then let the running save
finish, restore the terminal and end with 128 and the signal's number, as a shell expects. Where a
system lacks a signal it is passed over.
"""

from __future__ import annotations

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
_PATIENCE = 3.0
"""Seconds for leaving in good order; a terminal that is gone may block whoever writes to it."""


@contextmanager
def leaving_in_order(app: WorkbenchApp) -> Iterator[None]:
    """Have the app leave when a signal asks for it, as long as the block lasts."""

    def leave(number: int, _frame: FrameType | None) -> None:
        app.drafts.keep_now()
        code = 128 + number
        hurry = Timer(_PATIENCE, _end_at_once, (app, code))
        hurry.daemon = True
        hurry.start()
        app.ended_by = code
        app.leave_soon()

    numbers = [getattr(signal, name) for name in _ENDING if hasattr(signal, name)]
    before = {number: signal.signal(number, leave) for number in numbers}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def keep_drafts_when_stopped(app: WorkbenchApp) -> None:
    """Have the drafts on disk before the program is stopped; once Textual has its own handler."""
    if not CAN_STOP:
        return
    stop = signal.getsignal(signal.SIGTSTP)

    def keep_and_stop(number: int, frame: FrameType | None) -> None:
        app.drafts.keep_now()
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


def _end_at_once(app: WorkbenchApp, code: int) -> None:
    app.drafts.keep_now()
    os._exit(code)
