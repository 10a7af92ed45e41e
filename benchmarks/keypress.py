"""What a move to the next claim costs: processor time and delay of a press of `j`.

The program runs in a pseudo-terminal; a press is over when nothing has come for 80 ms after its
first byte. Processor time is that of all threads of the program, user and system, from the
process's own clock, which counts nanoseconds (`/proc/PID/stat` counts hundredths of a second, about
as long as a press takes). Such a clock is read by its number, which is Linux's way.

    python -m benchmarks.keypress [CASE] [--presses N] [--size COLUMNSxLINES]
"""

from __future__ import annotations

import argparse
import re
import statistics
import sys
import time
from pathlib import Path

from tests.terminal import Terminal

QUIET = 0.08
"""Seconds without output after which a press is over."""
IN_VAIN = 1.0
"""Seconds without output after which a press has done nothing: the list is at its end."""
LOADED = 1.0
"""Seconds without output after which a case counts as loaded."""
WARM_UP = 20
"""First presses, which are not counted."""


def cpu_seconds(terminal: Terminal) -> float:
    """Processor time that the program has used, all threads, user and system."""
    # CPUCLOCK_SCHED of a process, as the C library's clock_getcpuclockid() puts it together.
    return time.clock_gettime((~terminal.process.pid << 3) | 2)


def press(terminal: Terminal, key: str) -> tuple[float, float] | None:
    """Press a key.

    Returns:
        Milliseconds of processor time, and until the last byte that it brought; None if none came.
    """
    cpu = cpu_seconds(terminal)
    written = len(terminal.raw)
    start = time.perf_counter()
    terminal.press(key)
    while not terminal.raw[written:].strip(b"\a"):  # A bell alone says that there is no next.
        if time.perf_counter() - start > IN_VAIN:
            return None
        terminal.settle(QUIET)
    if terminal.process.poll() is not None:
        raise SystemExit(f"workbench ended when {key} was pressed:\n{terminal.text}")
    delay = terminal.last_output - start
    return (cpu_seconds(terminal) - cpu) * 1000, delay * 1000


def measure(terminal: Terminal, presses: int) -> list[tuple[float, float]]:
    """Press `j` until it has moved on so often, with `g` from the end of the list to its top."""
    moves: list[tuple[float, float]] = []
    while len(moves) < WARM_UP + presses:
        move = press(terminal, "j")
        if move is not None:
            moves.append(move)
        elif press(terminal, "g") is None:
            raise SystemExit(f"neither j nor g changes anything here:\n{terminal.text}")
    return moves[WARM_UP:]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("case", nargs="?", type=Path, default=Path(), metavar="CASE")
    parser.add_argument("--presses", type=int, default=100, help="of j (default 100)")
    parser.add_argument("--size", default="180x50", help="of the terminal (default 180x50)")
    arguments = parser.parse_args()
    columns, lines = map(int, arguments.size.split("x"))

    argv = [sys.executable, "-m", "workbench", str(arguments.case)]
    with Terminal(argv, columns=columns, lines=lines) as terminal:
        terminal.wait_for(re.compile(r"\S"))
        terminal.settle(LOADED)
        moves = measure(terminal, arguments.presses)

    print(f"{len(moves)} presses of j in {columns}x{lines}, in ms")
    print(f"{'':24} {'median':>8} {'p95':>8}")
    cpu, delay = zip(*moves, strict=True)
    for name, values in (("processor time", cpu), ("until the last byte", delay)):
        p95 = statistics.quantiles(values, n=20)[-1]
        print(f"{name:24} {statistics.median(values):8.1f} {p95:8.1f}")


if __name__ == "__main__":
    main()
