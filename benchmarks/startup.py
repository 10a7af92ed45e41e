"""How long until `workbench` shows something, next to a Textual app that does nothing.

Both run in a pseudo-terminal of 180x50, by turns, so that whatever else the machine does hits both.
Two moments are taken, from the start of the process: the *first frame* (the arrival of the first
bytes that leave a visible character on the alternate screen) and *ready* (the last byte before
nothing has come for half a second).

    python -m benchmarks.startup [CASE] [--runs N]
"""

from __future__ import annotations

import argparse
import re
import statistics
import sys
from pathlib import Path

from tests.terminal import Terminal

BARE_APP = """
from textual.app import App
from textual.widgets import Static

class Bare(App):
    def compose(self):
        yield Static("bare")

Bare().run()
"""
VISIBLE = re.compile(r"\S")
QUIET = 0.5
"""Seconds without output after which an app counts as ready."""


def measure(argv: list[str]) -> tuple[float, float]:
    """Milliseconds from the start of a program to its first frame, and until it is ready."""
    with Terminal(argv, columns=180, lines=50) as terminal:
        terminal.wait_for(VISIBLE)
        if b"\x1b[?1049h" not in terminal.raw:
            raise SystemExit(f"{argv[-1]} did not open:\n{terminal.text}")
        first_frame = terminal.last_output - terminal.started
        terminal.settle(QUIET)
        ready = terminal.last_output - terminal.started
    return first_frame * 1000, ready * 1000


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("case", nargs="?", type=Path, default=Path(), metavar="CASE")
    parser.add_argument("--runs", type=int, default=15, help="of each app (default 15)")
    arguments = parser.parse_args()

    apps = {
        "bare Textual app": [sys.executable, "-c", BARE_APP],
        "workbench": [sys.executable, "-m", "workbench", str(arguments.case)],
    }
    for argv in apps.values():
        measure(argv)  # Compiles what has changed, fills the disk cache; not counted.

    times: dict[str, list[tuple[float, float]]] = {name: [] for name in apps}
    for _ in range(arguments.runs):
        for name, argv in apps.items():
            times[name].append(measure(argv))

    print(f"medians of {arguments.runs} runs, in ms")
    print(f"{'':18} {'first frame':>12} {'(least–most)':>14} {'ready':>8}")
    medians = []
    for name, pairs in times.items():
        first, ready = (list(column) for column in zip(*pairs, strict=True))
        medians.append(statistics.median(first))
        spread = f"({min(first):.0f}–{max(first):.0f})"
        print(f"{name:18} {medians[-1]:12.0f} {spread:>14} {statistics.median(ready):8.0f}")
    print(f"first frame, workbench / bare: {medians[1] / medians[0]:.2f}")


if __name__ == "__main__":
    main()
