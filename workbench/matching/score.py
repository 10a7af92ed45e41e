"""How likely two sentences make the same claim: a logistic function of a few plain features.

To change the score, change `FEATURES`: a name, a weight, how it is measured (0 to 1), and one
sentence that tells a reader why it counts. `benchmarks/fit_weights.py` fits the weights and prints
this table; `denial` is too rare in the data to be fitted and was set by hand. The score ranks and
groups; whether two sentences agree is for `relations` to say.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from workbench.matching.model import Strength

if TYPE_CHECKING:
    from collections.abc import Callable

    from workbench.matching.candidates import CandidatePair

STRONG_FROM = 0.5
MATCH_FROM = 0.4
POSSIBLE_FROM = 0.25

BIAS = -7.80


@dataclass(frozen=True, slots=True)
class ScoredView:
    """What a feature may look at.

    Attributes:
        pair: The two sentences, their cosine and their neighbours'.
        article_cosine: How much the two articles have in common.
        is_denied: Whether one denies what the other affirms (`polarity`).
    """

    pair: CandidatePair
    article_cosine: float
    is_denied: bool


@dataclass(frozen=True, slots=True)
class Feature:
    """One line of the table.

    Attributes:
        name: For the table and for `fit_weights`.
        weight: What a full measure adds to the log odds.
        measure: From 0 to 1.
        why: One sentence for a person.
    """

    name: str
    weight: float
    measure: Callable[[ScoredView], float]
    why: str


def _cosine(view: ScoredView) -> float:
    return view.pair.cosine


def _token_set(view: ScoredView) -> float:
    return fuzz.token_set_ratio(view.pair.a.in_order, view.pair.b.in_order) / 100


def _sorted_ratio(view: ScoredView) -> float:
    return fuzz.ratio(view.pair.a.sorted_terms, view.pair.b.sorted_terms) / 100


def _shared_weight(view: ScoredView) -> float:
    a, b = view.pair.a, view.pair.b
    shared = math.fsum(weight for term, weight in a.vector.items() if term in b.vector)
    return min(shared * a.length / 6, 1.0)  # times the length: the weights before normalising


def _position(view: ScoredView) -> float:
    pair = view.pair
    near_the_top = 1 / math.sqrt((1 + pair.a.place) * (1 + pair.b.place))
    return near_the_top * min(1.0, view.article_cosine / 0.4)


def _opening(view: ScoredView) -> float:
    return ((view.pair.a.place == 0) + (view.pair.b.place == 0)) / 2


def _neighbours(view: ScoredView) -> float:
    return view.pair.neighbour


def _fewer_terms(view: ScoredView) -> float:
    return math.log1p(min(len(view.pair.a.vector), len(view.pair.b.vector))) / 4


def _shared_quotation(view: ScoredView) -> float:
    return float(
        any(
            _is_within(a, b) or _is_within(b, a)
            for a in view.pair.a.quotations
            for b in view.pair.b.quotations
        )
    )


def _denial(view: ScoredView) -> float:
    return float(view.is_denied)


def _is_within(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    return f" {' '.join(short)} " in f" {' '.join(long)} "


FEATURES: tuple[Feature, ...] = (
    Feature(
        "cosine", 3.80, _cosine, "They share words that are rare in this case and in the news."
    ),
    Feature("token set", 4.00, _token_set, "The words of one are nearly all found in the other."),
    Feature("sorted ratio", 1.82, _sorted_ratio, "They are of much the same words and length."),
    Feature("shared weight", 6.57, _shared_weight, "They share much, not only a large part."),
    Feature("position", 4.66, _position, "Both stand near the top of reports of one event."),
    Feature(
        "opening",
        -1.55,
        _opening,
        "Headlines share words with everything below, so they must share more.",
    ),
    Feature("neighbours", 1.46, _neighbours, "The sentences before or after them match as well."),
    Feature("fewer terms", 1.37, _fewer_terms, "Neither is so short that anything would match."),
    Feature("quotation", 0.69, _shared_quotation, "They quote the same words."),
    Feature("denial", 1.50, _denial, "One denies what the other says."),
)


def measures(view: ScoredView) -> tuple[float, ...]:
    """The measure of each feature, in the order of `FEATURES`."""
    return tuple(feature.measure(view) for feature in FEATURES)


def score(view: ScoredView) -> float:
    """Probability-like, 0 to 1, rounded to 6 places."""
    odds = BIAS
    for feature in FEATURES:
        odds += feature.weight * feature.measure(view)
    return round(1 / (1 + math.exp(-odds)), 6)


def strength(value: float) -> Strength | None:
    """The name of a score on the screen; None below the floor for `possible`."""
    if value >= STRONG_FROM:
        return Strength.STRONG
    if value >= MATCH_FROM:
        return Strength.MATCH
    return Strength.POSSIBLE if value >= POSSIBLE_FROM else None
