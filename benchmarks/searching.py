"""How good and how fast the search in earlier checks is.

    .venv/bin/python benchmarks/searching.py --data DIR     ranking, on sets of queries in DIR
    .venv/bin/python benchmarks/searching.py --checks N     time and memory, on N made-up checks

DIR holds pairs of files, `retrieval_NAME.input.json` with `docs` (id -> text, its parts set apart
by " || ") and `queries` (`qid`, `text`), and `retrieval_NAME.gold.json` with `queries` (`qid`,
`rel`: the ids of the checks that belong to it). With --out the rankings are written for other
scorers, a JSON object a set: qid -> ids, best first. A set whose name has "politifact" in it is of
speeches, and its qids end in "-LINE": it is searched again with the queries of up to two lines
before and after as what stands around, as the app and `workbench search --at` do with an article.
Times are CPU times of one core.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import tempfile
import time
from collections import defaultdict
from pathlib import Path
from typing import Any

from workbench.library.check import LIKE, VERY_LIKE, EarlierCheck, Found
from workbench.library.claim_review import write_claim_review
from workbench.library.library import Library
from workbench.matching import lists as background

QUERIES = 300
LISTED = 50
SHOWN = 20
WORDS = Path(background.__file__).parent / "data" / "background_idf.json"
SPEECHES = "politifact"
BESIDE = 2


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--data", type=Path)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--checks", type=int)
    arguments = parser.parse_args()
    if arguments.data is not None:
        for path in sorted(arguments.data.glob("retrieval_*.input.json")):
            rank(path, arguments.out)
    if arguments.checks is not None:
        scale(arguments.checks)


def write_library(folder: Path, checks: list[EarlierCheck]) -> None:
    lines = (json.dumps(write_claim_review(check), ensure_ascii=False) for check in checks)
    (folder / "checks.jsonl").write_text("\n".join([*lines, ""]), encoding="utf-8")


def rank(path: Path, out: Path | None) -> None:
    """Print the mean reciprocal rank of one set, by query and by pair of query and check."""
    given = json.loads(path.read_text("utf-8"))
    gold = json.loads(Path(str(path).replace(".input.", ".gold.")).read_text("utf-8"))["queries"]
    queries = {query["qid"]: query["text"] for query in given["queries"]}
    with tempfile.TemporaryDirectory() as folder:
        checks = []
        for name, text in given["docs"].items():
            claim, _, title = text.partition(" || ")
            address = f"https://example.org/{name}"
            checks.append(EarlierCheck(claim, "?", title=title, url=address))
        write_library(Path(folder), checks)
        library = Library.of(None, [Path(folder)], cache=Path(folder) / "cache")
        ways = {"": dict.fromkeys(queries, "")}
        if SPEECHES in path.name:
            ways["around"] = _beside(queries)
        for way, around in ways.items():
            start = time.process_time()
            found = {
                qid: library.search(queries[qid], LISTED, around=around[qid]) for qid in queries
            }
            spent = time.process_time() - start
            name = path.name.removesuffix(".input.json") + f" {way}".rstrip()
            listed = {
                qid: [one.check.url.rpartition("/")[2] for one in results]
                for qid, results in found.items()
            }
            _tell(name, listed, gold)
            print(f"    among {len(checks)} checks, {1000 * spent / len(queries):.1f} ms a query")
            _tell_scores(found, gold)
            if out is not None:
                written = name.replace(" ", ".")
                (out / f"{written}.found.json").write_text(json.dumps(listed))


def _beside(queries: dict[str, str]) -> dict[str, str]:
    """For each query of a speech those of the lines before and after."""
    lines = {tuple(qid.rpartition("-")[::2]): text for qid, text in queries.items()}
    return {
        qid: " ".join(
            lines.get((qid.rpartition("-")[0], str(int(qid.rpartition("-")[2]) + step)), "")
            for step in range(-BESIDE, BESIDE + 1)
            if step
        )
        for qid in queries
    }


def _tell(name: str, found: dict[str, list[str]], gold: list[dict[str, Any]]) -> None:
    wanted: defaultdict[str, set[str]] = defaultdict(set)
    for one in gold:
        wanted[one["qid"]].update(one["rel"])
    by_query = [_reciprocal(found[qid], rel) for qid, rel in wanted.items()]
    by_pair = [_reciprocal(found[one["qid"]], set(one["rel"])) for one in gold]
    print(
        f"{name}: mean reciprocal rank {_mean(by_query):.4f} by query ({len(by_query)}), "
        f"{_mean(by_pair):.4f} by line of the gold file ({len(by_pair)}); "
        f"first {sum(one == 1 for one in by_query) / len(by_query):.3f}"
    )


def _tell_scores(found: dict[str, tuple[Found, ...]], gold: list[dict[str, Any]]) -> None:
    """Print how many of the results with a score are right: what a panel's marks can promise."""
    wanted: defaultdict[str, set[str]] = defaultdict(set)
    for one in gold:
        wanted[one["qid"]].update(one["rel"])
    bands = {(VERY_LIKE, 1.1): "very like", (LIKE, VERY_LIKE): "like", (0.0, LIKE): "little like"}
    for (low, high), name in bands.items():
        listed = [
            one.check.url.rpartition("/")[2] in wanted[qid]
            for qid, results in found.items()
            for one in results[:SHOWN]
            if low <= one.score < high
        ]
        print(f"    {name} ({low} or more): {sum(listed)} of {len(listed)} results are right")


def _reciprocal(found: list[str], wanted: set[str]) -> float:
    return next((1 / place for place, name in enumerate(found, start=1) if name in wanted), 0.0)


def _mean(values: list[float]) -> float:
    return sum(values) / len(values)


def scale(count: int) -> None:
    """Print what a library of made-up checks costs to index, to hold and to search."""
    maker = random.Random(1)
    # As in a language, the n-th commonest word is about 1/n as common as the first.
    known = json.loads(WORDS.read_text("utf-8"))["idf"]
    words = [*sorted(known, key=known.__getitem__), *(_word(maker) for _ in range(110_000))]
    weights = [1 / (place + 10) for place in range(len(words))]
    drawn = iter(maker.choices(words, weights, k=count * 34 + QUERIES * 30))

    def sentence(length: int) -> str:
        return " ".join(next(drawn) for _ in range(length))

    with tempfile.TemporaryDirectory() as folder:
        checks = [
            EarlierCheck(
                sentence(maker.randint(10, 24)),
                "False",
                title=sentence(maker.randint(5, 9)),
                url=f"https://example.org/{number}",
            )
            for number in range(count)
        ]
        write_library(Path(folder), checks)
        asked = [_changed(maker, checks, sentence(8)) for _ in range(QUERIES)]
        del checks
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        cache = Path(folder) / "cache"
        start = time.process_time()
        library = Library.of(None, [Path(folder)], cache=cache)
        built = time.process_time() - start
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        start = time.process_time()
        library = Library.of(None, [Path(folder)], cache=cache)
        opened = time.process_time() - start
        taken = []
        for query in asked:
            start = time.process_time()
            library.search(query)
            taken.append(1000 * (time.process_time() - start))
        size = sum(path.stat().st_size for path in cache.iterdir()) / 1e6
    taken.sort()
    print(
        f"{count:,} checks: indexed in {built:.1f} s of CPU, opened again in {opened:.2f} s; "
        f"index {size:.0f} MB on disk; memory {peak / 1024:.0f} MB at the most "
        f"(before indexing {before / 1024:.0f} MB); a query {taken[len(taken) // 2]:.1f} ms, "
        f"95th percentile {taken[int(len(taken) * 0.95)]:.1f} ms, slowest {taken[-1]:.1f} ms"
    )


def _word(maker: random.Random) -> str:
    return "".join(maker.choices("bcdfghklmnprstvw", k=1) + maker.choices("aeiou", k=1)) + "".join(
        maker.choices("abcdefghiklmnoprstuvw", k=maker.randint(2, 7))
    )


def _changed(maker: random.Random, checks: list[EarlierCheck], more: str) -> str:
    """A post about a check: most of its words, in another order, among others."""
    words = maker.choice(checks).claim.split()
    maker.shuffle(words)
    return " ".join([*words[: len(words) * 2 // 3], more])


if __name__ == "__main__":
    main()
