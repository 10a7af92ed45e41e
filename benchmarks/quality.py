"""How well the engine matches, groups and tells contradictions, in numbers.

    python benchmarks/quality.py                 on the small cases in benchmarks/cases
    python benchmarks/quality.py --data DIR      on labelled events in DIR
    python benchmarks/quality.py --write FILE    and write what is printed into a page

DIR holds pairs of files `NAME.input.json` and `NAME.gold.json`:

- sentences: `{"sentences": [{"id", "doc", "group", "text"}]}` in reading order, a `group` being one
  case, with `{"pairs": [{"a", "b", "label"}]}` where a label is `same`, `partly`, `conflict` (they
  match), `none` or `ignore`; or with `loose` (0 or 1) in place of `label`;
- conflicts: `{"items": [{"id", "a", "b"}]}` (two texts) with `{"items": [{"id", "label"}]}`, where
  `conflict` is what must be found.
"""

from __future__ import annotations

import argparse
import contextlib
import hashlib
import io
import json
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from workbench.matching.engine import match_articles
from workbench.matching.facts import read_facts
from workbench.matching.relations import differences
from workbench.matching.score import MATCH_FROM, POSSIBLE_FROM, STRONG_FROM
from workbench.text.article import Article, Sentence

MATCHING_LABELS = frozenset({"same", "partly", "conflict"})
SMALL_CASES = Path(__file__).parent / "cases"


@dataclass(frozen=True)
class Event:
    """One case with its gold labels.

    Attributes:
        name: Of the event.
        articles: As the engine takes them.
        ids: Of each article's sentences.
        pairs: Whether two sentences match, by their ids; ignored pairs left out.
    """

    name: str
    articles: list[Article]
    ids: list[list[str]]
    pairs: dict[tuple[str, str], bool]


def load_events(data: Path, name: str) -> list[Event]:
    """Read the events of `NAME.input.json`, by name."""
    sentences = json.loads((data / f"{name}.input.json").read_text("utf-8"))["sentences"]
    gold = json.loads((data / f"{name}.gold.json").read_text("utf-8"))["pairs"]
    group_of = {item["id"]: str(item["group"]) for item in sentences}
    labels: defaultdict[str, dict[tuple[str, str], bool]] = defaultdict(dict)
    for pair in gold:
        label = pair.get("label")
        if label != "ignore":
            matches = label in MATCHING_LABELS if label else bool(pair["loose"])
            labels[group_of[pair["a"]]][pair["a"], pair["b"]] = matches
    by_doc: defaultdict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    for item in sentences:
        by_doc[str(item["group"]), item["doc"]].append(item)
    events: dict[str, Event] = {}
    for (group, doc), items in sorted(by_doc.items()):
        event = events.setdefault(group, Event(group, [], [], labels[group]))
        event.articles.append(article_of(doc, [item["text"] for item in items]))
        event.ids.append([item["id"] for item in items])
    return list(events.values())


def article_of(source: str, texts: list[str]) -> Article:
    """An article with one sentence a line."""
    text = "\n".join(texts)
    spans = []
    start = 0
    for index, sentence in enumerate(texts):
        spans.append(Sentence(index, start, start + len(sentence), 0, claimable=True))
        start += len(sentence) + 1
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Article(source, text, text, digest, "utf-8", sentences=tuple(spans))


def average_precision(scored: list[tuple[float, bool]]) -> float:
    """Average precision; pairs of one score count as found together."""
    positives = sum(label for _, label in scored) or 1
    by_score: defaultdict[float, list[bool]] = defaultdict(list)
    for value, label in scored:
        by_score[value].append(label)
    found = seen = 0
    total = 0.0
    for value in sorted(by_score, reverse=True):
        hits = sum(by_score[value])
        found, seen = found + hits, seen + len(by_score[value])
        total += hits / positives * found / seen
    return total


def precision_at_recall(scored: list[tuple[float, bool]], recall: float) -> float:
    """The best precision of all floors that find at least such a part of what matches."""
    positives = sum(label for _, label in scored) or 1
    best = 0.0
    found = seen = 0
    ranked = sorted(scored, key=lambda pair: -pair[0])
    for at, (value, label) in enumerate(ranked):
        found, seen = found + label, seen + 1
        is_last_of_score = at + 1 == len(ranked) or ranked[at + 1][0] != value
        if is_last_of_score and found >= recall * positives:
            best = max(best, found / seen)
    return best


def precision_recall(decided: list[tuple[bool, bool]]) -> tuple[float, float, float]:
    """Precision, recall and F1 of (said, true) pairs."""
    hits = sum(said and true for said, true in decided)
    precision = hits / (sum(said for said, _ in decided) or 1)
    recall = hits / (sum(true for _, true in decided) or 1)
    return precision, recall, 2 * precision * recall / ((precision + recall) or 1)


def measure_events(events: list[Event]) -> None:
    """Print how pairs are ranked and how claims are grouped."""
    scored: list[tuple[float, bool]] = []
    grouped: list[tuple[bool, bool]] = []
    for event in events:
        matching = match_articles(event.articles, all_pairs=True)
        score_of: dict[frozenset[str], float] = {}
        for match in matching.matches:
            a = event.ids[match.a.article][match.a.sentence]
            b = event.ids[match.b.article][match.b.sentence]
            score_of[frozenset((a, b))] = match.score
        claim_of = {
            event.ids[ref.article][ref.sentence]: number
            for number, claim in enumerate(matching.claims)
            for ref in claim.members
        }
        for (a, b), label in event.pairs.items():
            scored.append((score_of.get(frozenset((a, b)), -1.0), label))
            grouped.append((claim_of[a] == claim_of[b], label))
    print(f"  average precision {average_precision(scored):.3f} of {len(scored)} pairs")
    print(f"  precision at recall .60 {precision_at_recall(scored, 0.6):.3f}")
    for name, floor in (
        ("strong", STRONG_FROM),
        ("match", MATCH_FROM),
        ("possible", POSSIBLE_FROM),
    ):
        at_floor = precision_recall([(value >= floor, label) for value, label in scored])
        print("  {:9} P {:.3f} R {:.3f} F1 {:.3f}".format(name, *at_floor))
    print("  {:9} P {:.3f} R {:.3f} F1 {:.3f}".format("claims", *precision_recall(grouped)))


def measure_conflicts(data: Path, name: str) -> None:
    """Print how well contradictions are told, by the source of the items."""
    items = json.loads((data / f"{name}.input.json").read_text("utf-8"))["items"]
    gold = json.loads((data / f"{name}.gold.json").read_text("utf-8"))["items"]
    labelled = {item["id"]: item for item in gold}
    decided: defaultdict[str, list[tuple[bool, bool]]] = defaultdict(list)
    flagged: defaultdict[str, list[bool]] = defaultdict(list)
    for item in items:
        truth = labelled[item["id"]]
        found = differences(read_facts(item["a"]), read_facts(item["b"]))
        said = any(difference.conflict for difference in found)
        if truth["label"] == "same":
            flagged[truth.get("source", "")].append(said)
        decided[truth.get("source", "")].append((said, truth["label"] == "conflict"))
    for source, pairs in sorted(decided.items()):
        agreeing = flagged[source]
        print(
            "  {:16} P {:.3f} R {:.3f} F1 {:.3f}".format(source, *precision_recall(pairs)),
            f"flagged of those that say the same {sum(agreeing)} of {len(agreeing)}",
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--data", type=Path, default=SMALL_CASES, help="folder of labelled events")
    parser.add_argument("--write", type=Path, help="a Markdown file to write the figures into")
    options = parser.parse_args()
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        measure_all(options.data)
    print(printed.getvalue(), end="")
    if options.write:
        command = f"python benchmarks/quality.py --write {options.write.as_posix()}"
        head = f"# Quality of matching on the small cases\n\nWritten by `{command}`; do not edit."
        page = f"{head}\n\n```\n{printed.getvalue()}```\n"
        options.write.write_text(page, encoding="utf-8")


def measure_all(data: Path) -> None:
    """Print the figures of every labelled set in a folder."""
    for path in sorted(data.glob("*.input.json")):
        name = path.name.removesuffix(".input.json")
        if not (data / f"{name}.gold.json").exists():
            continue
        kind = json.loads(path.read_text("utf-8"))
        if "sentences" in kind:
            print(name)
            measure_events(load_events(data, name))
        elif "items" in kind:
            print(f"{name} (contradictions)")
            measure_conflicts(data, name)


if __name__ == "__main__":
    main()
