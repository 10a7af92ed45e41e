"""The one thread that opens and changes the review session, so that the screen never waits.

Changes are done one after another in the order of the key presses; the screen hears of each when it
is on disk, or of why it is not.
"""

from __future__ import annotations

from dataclasses import dataclass
from queue import SimpleQueue
from threading import Event, Thread
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Outcome(Generic[T]):
    """What came of a piece of work: a value, or the error that it ended with."""

    value: T | None
    error: BaseException | None


class SessionThread:
    """A queue with one worker."""

    def __init__(self) -> None:
        self._queue: SimpleQueue[Callable[[], None] | None] = SimpleQueue()
        # Python waits at its end for any thread but a daemon, however long that goes on matching.
        self._thread = Thread(target=self._work_off, name="session", daemon=True)
        self._thread.start()
        self.pending = 0
        """Changes not yet reported; changed on the screen's thread only."""
        self._latest_done = Event()
        """Set when the latest change is done, and so all before it."""
        self._latest_done.set()

    def submit(self, work: Callable[[], T], report: Callable[[Outcome[T]], None]) -> None:
        """Make a change in its turn.

        Args:
            work: What to do; runs in the other thread.
            report: Called there with what came of it; it must only post a message.
        """
        self.pending += 1
        done = self._latest_done = Event()

        def change() -> T:
            try:
                return work()
            finally:
                done.set()

        self.submit_quietly(change, report)

    def submit_quietly(self, work: Callable[[], T], report: Callable[[Outcome[T]], None]) -> None:
        """Do something that is no change of the person's, so that nothing waits for it."""

        def run() -> None:
            try:
                outcome: Outcome[T] = Outcome(work(), None)
            except Exception as error:  # the screen says so; nothing is lost in silence
                outcome = Outcome(None, error)
            report(outcome)

        self._queue.put(run)

    def stop(self, *, wait: bool = True) -> None:
        """End after what was submitted.

        Args:
            wait: For the changes to be done, though not for what is no change; only where nothing
                can be lost may it be False.
        """
        self._queue.put(None)
        if wait:
            self._latest_done.wait()

    def _work_off(self) -> None:
        while (run := self._queue.get()) is not None:
            run()
