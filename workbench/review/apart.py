"""Matching in a process apart: the screen stays quick meanwhile, and all memory is given back.

Matching three articles of 100,000 words takes a gigabyte for a minute and leaves five megabytes of
result. In the program's own process that would double the memory for as long as it is open, and
each key press would wait for the interpreter's lock.

What is to be matched goes to the child's standard input, and so does every change of what is wanted
first; how far it is, what it found of that, and the result come from its standard output, all as
pickles, which only these two see. What the run leaves to the next one comes last, packed, for this
process only keeps it. The child ends when its input is closed, so it never outlives the program,
however that ends. If no child can be started, the caller matches in its own process; if one dies at
its work, most likely for want of memory, nobody should try that.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
import zlib
from contextlib import suppress
from dataclasses import dataclass
from errno import ENOMEM
from threading import Thread
from time import monotonic
from typing import IO, TYPE_CHECKING

from workbench.matching.model import Matching
from workbench.review.errors import Cancelled, NotCompared

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from workbench.matching.early import Audience
    from workbench.text.article import Article

_PROGRAM = (
    "import sys; sys.path[:] = sys.argv[1:]; from workbench.review.apart import serve; serve()"
)
"""With the parent's own search path, and never with the working folder, which may be anybody's."""

SECONDS_BETWEEN = 0.2
"""The child tells how far it is at least so often, where it can."""
_SECONDS_TO_END = 5.0
"""How long a child that no longer answers has to be gone before it is killed."""


@dataclass(slots=True)
class Packed:
    """What the latest run leaves to the next (`matching.keeping.Kept`), packed; empty at first."""

    kept: bytes = b""


@dataclass(frozen=True, slots=True)
class _Progress:
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class _Part:
    matching: Matching
    articles: frozenset[int]


def match_apart(
    articles: Sequence[Article],
    report: Callable[[int, int], None],
    is_cancelled: Callable[[], bool],
    packed: Packed,
    audience: Audience | None = None,
) -> Matching | None:
    """Match articles in a process apart; None if that cannot be done here.

    Args:
        articles: In the order in which the results are to name them.
        report: Told how far it is.
        is_cancelled: Asked whenever the child says how far it is, several times a second.
        packed: What an earlier run left; changed to what this one leaves.
        audience: Who wants the results of some articles before those of the others.

    Raises:
        Cancelled: `is_cancelled` said so.
        NotCompared: The process began and did not get to its end.
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
    has_begun = False
    try:
        has_begun = pickle.load(child.stdout) == _Progress(0, 0)
        wanted = tuple(audience.wanted()) if audience else ()
        _send((tuple(articles), packed.kept, wanted), child.stdin)
        while True:
            message = pickle.load(child.stdout)
            if isinstance(message, Matching):
                packed.kept = pickle.load(child.stdout)
                return message
            if isinstance(message, _Part):
                if audience:
                    audience.share(message.matching, message.articles)
            else:
                report(message.done, message.total)
            if is_cancelled():
                raise Cancelled("Matching was stopped.")
            if audience and wanted != (wanted := tuple(audience.wanted())):
                _send(wanted, child.stdin)
    except (OSError, EOFError, pickle.PickleError) as error:
        with suppress(subprocess.TimeoutExpired):
            child.wait(_SECONDS_TO_END)
        if not has_begun and (child.returncode or 0) >= 0:
            return None
        raise NotCompared(_why_it_ended(child.returncode)) from error
    finally:
        child.kill()
        with suppress(OSError):  # of what could not be sent
            child.stdin.close()
        child.stdout.close()
        child.wait()


def _why_it_ended(code: int | None) -> str:
    if code == ENOMEM:
        how = "ran out of memory"
    elif code is not None and code < 0:
        how = "was ended by the system, most likely because memory ran out"
    else:
        how = "ended before it was done"
    return (
        f"The articles could not be compared: the process that compares them {how}. Take articles "
        "out of the case, or open it where there is more memory; nothing that is recorded is lost."
    )


def _send(message: object, to: IO[bytes]) -> None:
    pickle.dump(message, to, pickle.HIGHEST_PROTOCOL)
    to.flush()


def serve() -> None:
    """What the child does: match what comes in, and tell."""
    from workbench.matching import engine
    from workbench.matching.early import Audience
    from workbench.matching.keeping import Kept

    parent = sys.stdout.buffer
    _send(_Progress(0, 0), parent)
    articles, packed, first = pickle.load(sys.stdin.buffer)
    wanted: list[int] = [*first]
    Thread(target=_listen, args=[wanted], daemon=True).start()

    sentences = sum(len(article.sentences) for article in articles)
    told, last = monotonic(), _Progress(0, sentences)

    def tell(done: int, total: int) -> None:
        nonlocal told, last
        told, last = monotonic(), _Progress(done, total)
        _send(last, parent)

    def tell_again() -> bool:
        """Give the parent a chance to stop, also where an article takes long."""
        if monotonic() - told > SECONDS_BETWEEN:
            tell(last.done, last.total)
        return False

    def share(matching: Matching, of: frozenset[int]) -> None:
        _send(_Part(matching, of), parent)

    try:
        kept = pickle.loads(zlib.decompress(packed)) if packed else Kept()
        matching = engine.match_articles(
            articles,
            report=tell,
            is_cancelled=tell_again,
            kept=kept,
            audience=Audience(lambda: tuple(wanted), share),
        )
        _send(matching, parent)
        _send(zlib.compress(pickle.dumps(kept, pickle.HIGHEST_PROTOCOL), 1), parent)
    except MemoryError:
        os._exit(ENOMEM)


def _listen(wanted: list[int]) -> None:
    """Hear what is wanted first, and end with the parent."""
    try:
        while True:
            wanted[:] = pickle.load(sys.stdin.buffer)
    except Exception:
        os._exit(1)
