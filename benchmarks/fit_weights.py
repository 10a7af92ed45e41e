"""Fits the weights of `workbench.matching.score` and prints its table.

    python benchmarks/fit_weights.py --data DIR [--name full_dev]

A logistic regression (Newton's method, L2 penalty) on labelled events in the format of quality.py.
Each event is left out once, to say what the weights are worth on events that they were not fitted
on: how pairs are ranked, and how they are grouped (by score alone, without what relations add). The
table printed last is fitted on all events.
"""

from __future__ import annotations

import argparse
import math
from itertools import chain
from pathlib import Path

from quality import (
    Event,
    average_precision,
    load_events,
    precision_at_recall,
    precision_recall,
)

from workbench.matching.candidates import compare
from workbench.matching.claims import group
from workbench.matching.preparing import prepare, read_terms
from workbench.matching.score import FEATURES, POSSIBLE_FROM, measures

PENALTY = 0.3
ROUNDS = 12

Row = tuple[tuple[float, ...] | None, bool]
"""Measures with a leading 1 (None if the pair is no candidate), and whether it matches."""


def rows_of(event: Event) -> list[Row]:
    """All labelled pairs of an event."""
    case = prepare([read_terms(article) for article in event.articles])
    found: dict[frozenset[str], tuple[float, ...]] = {}
    for rows in compare(case):
        for pair in rows.candidates(floor=0.0):
            ids = (event.ids[one.article][one.sentence] for one in (pair.a, pair.b))
            found[frozenset(ids)] = (1.0, *measures(pair))
    return [(found.get(frozenset(pair)), label) for pair, label in event.pairs.items()]


def together(event: Event, scores: list[float]) -> list[bool]:
    """Whether the sentences of each labelled pair come into one claim by these scores."""
    node_of = {name: node for node, name in enumerate(chain.from_iterable(event.ids))}
    articles = [article for article, ids in enumerate(event.ids) for _ in ids]
    nodes = [tuple(sorted((node_of[a], node_of[b]))) for a, b in event.pairs]
    known = {
        (a, b): score for (a, b), score in zip(nodes, scores, strict=True) if score >= POSSIBLE_FROM
    }
    claim_of = {
        node: name for name, members in enumerate(group(articles, known)) for node in members
    }
    return [claim_of[a] == claim_of[b] for a, b in nodes]


def fit(rows: list[Row]) -> list[float]:
    """Bias and weights."""
    known = [(measured, label) for measured, label in rows if measured]
    size = len(FEATURES) + 1
    weights = [0.0] * size
    for _ in range(ROUNDS):
        gradient = [-PENALTY * weight for weight in weights]
        hessian = [[PENALTY * (i == j) for j in range(size)] for i in range(size)]
        gradient[0], hessian[0][0] = 0.0, 1e-6  # the bias is not penalised
        for measured, label in known:
            p = predict(weights, measured)
            for i, x in enumerate(measured):
                gradient[i] += (label - p) * x
                for j, y in enumerate(measured):
                    hessian[i][j] += p * (1 - p) * x * y
        step = solve(hessian, gradient)
        weights = [weight + change for weight, change in zip(weights, step, strict=True)]
    return weights


def predict(weights: list[float], measured: tuple[float, ...] | None) -> float:
    """Probability of a match; -1 for no candidate."""
    if measured is None:
        return -1.0
    odds = sum(weight * x for weight, x in zip(weights, measured, strict=True))
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, odds))))


def solve(matrix: list[list[float]], vector: list[float]) -> list[float]:
    """Gauss-Jordan elimination with pivoting."""
    rows = [[*row, value] for row, value in zip(matrix, vector, strict=True)]
    for i in range(len(rows)):
        pivot = max(range(i, len(rows)), key=lambda r: abs(rows[r][i]))
        rows[i], rows[pivot] = rows[pivot], rows[i]
        for r in range(len(rows)):
            if r != i:
                factor = rows[r][i] / rows[i][i]
                rows[r] = [x - factor * y for x, y in zip(rows[r], rows[i], strict=True)]
    return [row[-1] / row[i] for i, row in enumerate(rows)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--data", type=Path, required=True, help="folder of labelled events")
    parser.add_argument("--name", default="full_dev", help="NAME of NAME.input.json")
    options = parser.parse_args()
    events = load_events(options.data, options.name)
    rows = {event.name: rows_of(event) for event in events}
    left_out: list[tuple[float, bool]] = []
    grouped: list[tuple[bool, bool]] = []
    for event in events:
        others = [row for name, known in rows.items() if name != event.name for row in known]
        weights = fit(others)
        scores = [predict(weights, measured) for measured, _ in rows[event.name]]
        labels = [label for _, label in rows[event.name]]
        left_out += zip(scores, labels, strict=True)
        grouped += zip(together(event, scores), labels, strict=True)
    print("each event left out of the fit:")
    print(f"  average precision   {average_precision(left_out):.3f}")
    print(f"  precision at R .60  {precision_at_recall(left_out, 0.6):.3f}")
    print("  claims              P {:.3f} R {:.3f} F1 {:.3f}".format(*precision_recall(grouped)))
    weights = fit([row for known in rows.values() for row in known])
    print(f"BIAS = {weights[0]:.2f}")
    for feature, weight in zip(FEATURES, weights[1:], strict=True):
        print(f"  {feature.name:14} {weight:5.2f}")


if __name__ == "__main__":
    main()
