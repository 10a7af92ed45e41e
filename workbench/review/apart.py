"""Matching in a process apart: the screen stays quick meanwhile, and all memory is given back.

Matching three articles of 100,000 words takes a gigabyte for a minute and leaves five megabytes of
result. In the program's own process that would double the memory for as long as it is open, and
each key press would wait for the interpreter's lock.

The articles go to the child's standard input; how far it is and the result come from its standard
output, all as pickles, which only these two see. The child ends when its input is closed, so it
never outlives the program, however that ends. Whatever goes wrong, the caller matches in its own
process: slower, and right all the same.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from threading import Thread
from time import monotonic
from typing import TYPE_CHECKING

from workbench.matching.model import Matching
from workbench.review.errors import Cancelled

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from workbench.text.article import Article

_PROGRAM = (
    "import sys; sys.path[:] = sys.argv[1:]; from workbench.review.apart import serve; serve()"
)
"""With the parent's own search path, and never with the working folder, which may be anybody's."""

SECONDS_BETWEEN = 0.2
"""The child tells how far it is at least so often, where it can."""


def match_apart(
    articles: Sequence[Article],
    report: Callable[[int, int], None],
    is_cancelled: Callable[[], bool],
) -> Matching | None:
    """Match articles in a process apart; None if that cannot be done here.

    Args:
        articles: In the order in which the results are to name them.
        report: Told how far it is.
        is_cancelled: Asked whenever the child says how far it is, several times a second.

    Raises:
        Cancelled: `is_cancelled` said so.
    """
    try:
        child = subprocess.Popen(
            [sys.executable, "-P", "-c", _PROGRAM, *sys.path],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
    except (OSError, ValueError):
        return None
    assert child.stdin is not None
    assert child.stdout is not None
    try:
        pickle.dump(tuple(articles), child.stdin, pickle.HIGHEST_PROTOCOL)
        child.stdin.flush()
        while True:
            message = pickle.load(child.stdout)
            if isinstance(message, Matching):
                return message
            report(*message)
            if is_cancelled():
                raise Cancelled("Matching was stopped.")
    except (OSError, EOFError, pickle.PickleError):
        return None
    finally:
        child.kill()
        child.stdin.close()
        child.stdout.close()
        child.wait()


def serve() -> None:
    """What the child does: match what comes in, and tell."""
    from workbench.matching import engine

    articles = pickle.load(sys.stdin.buffer)
    Thread(target=_end_with_parent, daemon=True).start()

    told: tuple[float, tuple[int, ...]] = 0.0, (0, len(articles))

    def tell(*message: int) -> None:
        nonlocal told
        told = monotonic(), message
        pickle.dump(message, sys.stdout.buffer, pickle.HIGHEST_PROTOCOL)
        sys.stdout.buffer.flush()

    def tell_again() -> bool:
        """Give the parent a chance to stop, also where an article takes long."""
        last, message = told
        if monotonic() - last > SECONDS_BETWEEN:
            tell(*message)
        return False

    matching = engine.match_articles(articles, report=tell, is_cancelled=tell_again)
    pickle.dump(matching, sys.stdout.buffer, pickle.HIGHEST_PROTOCOL)
    sys.stdout.buffer.flush()


def _end_with_parent() -> None:
    os.read(sys.stdin.fileno(), 1)
    os._exit(1)
