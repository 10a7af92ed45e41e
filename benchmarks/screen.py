"""What the screen costs, in this repository's own case and in one of three huge articles.

    python -m benchmarks.screen [--presses 100] [--write docs/speed.md]

The program runs in a pseudo-terminal. *First frame* is a ratio: the time until something is seen,
by that of a Textual app that does nothing, both run by turns. *First paint* is the processor time
from the first frame to the first words of an article. A *move* is a press of `j`, measured as
`keypress.py` says. Memory is what the program holds (resident) once the claims are there, and after
the moves; a large case is compared in a process apart, whose memory is given back. All processor
times are user and system time of all threads of the program itself.

The huge case is made by `huge.py`: three articles of 100,000 words, which make 5,000 claims or so.
Linux only: other systems do not tell the processor time of another process so finely.
"""

from __future__ import annotations

import argparse
import re
import statistics
import sys
import tempfile
from pathlib import Path

from benchmarks import huge, keypress, scale, startup
from tests.terminal import Terminal

RUNS = 9
"""Starts of each app for the first frame."""
OPEN = re.compile(r"^(?!.*comparing \d).*no changes yet", re.MULTILINE)
"""Nothing is left to compare: of a large case some claims come before the others."""
WORDS = re.compile("embassy|left alone")
"""Words that stand near the top of an article of each case."""
COMPARED_WITHIN = 900.0
"""Seconds that matching may take."""


def first_frame_ratio(case: Path) -> float:
    """How much longer the first frame takes than a bare Textual app's."""
    apps = ([sys.executable, "-c", startup.BARE_APP], _program(case))
    times: tuple[list[float], list[float]] = [], []
    for _ in range(RUNS):
        for argv, found in zip(apps, times, strict=True):
            found.append(startup.measure(argv)[0])
    bare, own = map(statistics.median, times)
    return own / bare


def measure(case: Path, presses: int, columns: int, lines: int) -> dict[str, str]:
    """Open a case and go through its claims."""
    with Terminal(_program(case), columns=columns, lines=lines) as terminal:
        terminal.wait_for(startup.VISIBLE)
        frame = keypress.cpu_seconds(terminal)
        terminal.wait_for(WORDS, timeout=COMPARED_WITHIN)
        paint = keypress.cpu_seconds(terminal)
        terminal.wait_for(OPEN, timeout=COMPARED_WITHIN)
        terminal.settle(keypress.LOADED)
        opened, before = keypress.cpu_seconds(terminal), resident_megabytes(terminal)
        moves = [cpu for cpu, _ in keypress.measure(terminal, presses)]
        after = resident_megabytes(terminal)
    p95 = statistics.quantiles(moves, n=20)[-1]
    return {
        "first paint": f"{paint - frame:.2f} s",
        "until the claims are there": f"{opened:.1f} s",
        "a move, median": f"{statistics.median(moves):.1f} ms",
        "a move, 95th percentile": f"{p95:.1f} ms",
        "memory": f"{before:.0f} MB, {after:.0f} MB after the moves",
    }


def resident_megabytes(terminal: Terminal) -> float:
    """What the program holds of the machine's memory."""
    status = Path(f"/proc/{terminal.process.pid}/status").read_text(encoding="ascii")
    found = re.search(r"VmRSS:\s+(\d+) kB", status)
    assert found is not None
    return int(found[1]) / 1024


def _program(case: Path) -> list[str]:
    return [sys.executable, "-m", "workbench", str(case)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--presses", type=int, default=100, help="of j, in each (default 100)")
    parser.add_argument("--write", type=Path, help="a Markdown file to write the table into")
    options = parser.parse_args()
    own = Path()
    columns: dict[str, dict[str, str]] = {}
    with tempfile.TemporaryDirectory() as folder:
        large = Path(folder) / "huge"
        huge.write_case(large)
        columns["3 articles, 180x50"] = measure(own, options.presses, 180, 50)
        columns["the same, 80x24"] = measure(own, options.presses, 80, 24)
        columns["3 huge articles, 180x50"] = measure(large, options.presses, 180, 50)
    ratio, step = first_frame_ratio(own), 1000 * min(scale.loop() for _ in range(3))
    lines = [
        f"| | {' | '.join(columns)} |",
        f"|---|{'---:|' * len(columns)}",
        *(
            f"| {name} | {' | '.join(column[name] for column in columns.values())} |"
            for name in next(iter(columns.values()))
        ),
        "",
        f"First frame: {ratio:.2f} times that of a bare Textual app. A million steps of a plain "
        f"loop took {step:.0f} ms, so that machines, and busy hours, can be compared.",
    ]
    table = "\n".join(lines)
    print(table)
    if options.write:
        command = f"python -m benchmarks.screen --write {options.write.as_posix()}"
        about = (__doc__ or "").split("\n\n", 2)[2]
        head = f"# What the screen costs\n\nWritten by `{command}`; do not edit.\n\n"
        options.write.write_text(f"{head}{about}\n{table}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
