"""How long matching takes and how much memory, at 5 to 2,000 articles of 30 sentences.

    python benchmarks/scale.py [--sizes 5 20 200 2000] [--added 200 2000] [--write FILE]

The articles are made up (see reports.py), ten of one event. Each size runs in a process of its own,
on one core. Time is processor time of `match_articles`, the best of a few runs for small cases;
memory is what the process has grown to, articles included. The last column is what a million steps
of a plain loop took in the same process, so that machines, and busy hours, can be compared.

What a run leaves is kept while a case is open. So when one article is added to an event, changed or
taken away, only its own words and those blocks of articles are worked out again that it is in or
was in; the result is that of a full run, which the measurement checks. Finding which articles
belong together, and putting all results in order, is done anew. Two hundred made-up articles share
so many words that they are one block, as the reports of one real event are: in it all words weigh
otherwise with one article more, so all pairs are scored again, and only what differs is kept.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from reports import SENTENCES, reports

SMALL = 50
"""Up to so many articles a case is matched several times."""
RUNS = 5


def measure(count: int) -> dict[str, float]:
    """Match so many articles in this process."""
    from workbench.matching.engine import match_articles

    articles = reports(count)
    times = []
    for _ in range(RUNS if count <= SMALL else 1):
        start = time.process_time()
        matching = match_articles(articles)
        times.append(time.process_time() - start)
    return {
        "seconds": min(times),
        "loop": min(loop() for _ in range(3)),
        "memory": peak_megabytes(),
        "matches": len(matching.matches),
        "claims": len(matching.claims),
    }


def measure_added(count: int) -> dict[str, float]:
    """Match so many articles in this process, and again with one more before them."""
    from workbench.matching.engine import match_articles
    from workbench.matching.keeping import Kept

    one, *articles = reports(count + 1)
    kept = Kept()
    match_articles(articles, kept=kept)
    start = time.process_time()
    again = match_articles([one, *articles], kept=kept)
    added = time.process_time() - start
    memory = peak_megabytes()
    start = time.process_time()
    whole = match_articles([one, *articles])
    full = time.process_time() - start
    if again != whole:
        raise SystemExit("What was kept changed the result.")
    return {"added": added, "full": full, "memory": memory}


def loop() -> float:
    """Seconds for a million dictionary operations."""
    start = time.process_time()
    table: dict[int, int] = {}
    for i in range(1_000_000):
        table[i & 1023] = table.get(i & 1023, 0) + i
    return time.process_time() - start


def peak_megabytes() -> float:
    """The most memory that this process has held; 0 where the system does not say."""
    try:
        import resource
    except ImportError:
        return 0.0
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1024 * 1024 if sys.platform == "darwin" else 1024)


def import_milliseconds(statement: str) -> float:
    """Processor time of an interpreter that runs a statement, the least of twenty.

    As installed, that is, with modules compiled beforehand.
    """
    program = f"import time\n{statement}\nprint(time.process_time())"
    with tempfile.TemporaryDirectory() as folder:
        compiled = {**os.environ, "PYTHONPYCACHEPREFIX": folder, "PYTHONDONTWRITEBYTECODE": ""}
        runs = [
            subprocess.run(
                [sys.executable, "-c", program], capture_output=True, check=True, env=compiled
            )
            for _ in range(20)
        ]
    return 1000 * min(float(run.stdout) for run in runs)


def table_of_added(rows: dict[int, dict[str, float]]) -> str:
    """What one article more costs, as Markdown."""
    lines = [
        "| articles | everything anew | one added to the run before | of it | memory |",
        "|---:|---:|---:|---:|---:|",
    ]
    lines += [
        f"| {count:,} + 1 | {row['full']:.2f} s | {row['added']:.2f} s "
        f"| {100 * row['added'] / row['full']:.0f} % | {row['memory']:.0f} MB |"
        for count, row in rows.items()
    ]
    return "\n".join(lines)


def table_of(rows: dict[int, dict[str, float]]) -> str:
    """The measurements as Markdown."""
    lines = [
        "| articles | sentences | matches | claims | processor time | µs a sentence | memory "
        "| a million steps |",
        "|---:|---:|---:|---:|---:|---:|---:|---:|",
    ]
    for count, row in rows.items():
        sentences = count * SENTENCES
        lines.append(
            f"| {count:,} | {sentences:,} | {row['matches']:,} | {row['claims']:,} "
            f"| {row['seconds']:.2f} s | {1e6 * row['seconds'] / sentences:.0f} "
            f"| {row['memory']:.0f} MB | {1000 * row['loop']:.0f} ms |"
        )
    start = import_milliseconds("pass")
    layer = import_milliseconds("import workbench.matching.engine")
    lines += [
        "",
        f"Import of the matching layer: {layer - start:.0f} ms more than the interpreter.",
    ]
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=[5, 20, 200, 2000])
    parser.add_argument("--added", type=int, nargs="*", default=[200, 2000])
    parser.add_argument("--write", type=Path, help="a Markdown file to write the tables into")
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    parser.add_argument("--one-more", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one or options.one_more:
        measured = measure(options.one) if options.one else measure_added(options.one_more)
        print(json.dumps(measured))
        return
    table = table_of({count: in_a_process("--one", count) for count in options.sizes})
    print(table)
    added = table_of_added({count: in_a_process("--one-more", count) for count in options.added})
    print(added)
    if options.write:
        command = "python benchmarks/scale.py --write " + options.write.as_posix()
        head = f"# Speed and memory of matching\n\nWritten by `{command}`; do not edit.\n\n"
        *_, about, kept = (__doc__ or "").split("\n\n")
        text = f"{head}{about}\n\n{table}\n\n## One article more\n\n{kept}\n{added}\n"
        options.write.write_text(text, encoding="utf-8")


def in_a_process(option: str, count: int) -> dict[str, float]:
    """What a measurement in a process of its own printed."""
    argv = [sys.executable, __file__, option, str(count)]
    found = subprocess.run(argv, stdout=subprocess.PIPE, check=True)
    measured: dict[str, float] = json.loads(found.stdout)
    return measured


if __name__ == "__main__":
    main()
