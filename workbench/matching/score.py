"""How likely two sentences make the same claim: a logistic function of a few plain features.

To change the score, change `FEATURES`: a name, a weight, how it is measured (0 to 1), and one
sentence that tells a reader why it counts. `benchmarks/fit_weights.py` fits the weights and prints
this table. The score ranks and groups; whether two sentences agree is for `relations` to say.
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

BIAS = -10.95


@dataclass(frozen=True, slots=True)
class ScoredView:
    """What a feature may look at.

    Attributes:
        pair: The two sentences, their cosine and their neighbours'.
        article_cosine: How much the two articles have in common.
    """

    pair: CandidatePair
    article_cosine: float


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
    return fuzz.ratio(view.pair.a.sorted_stems, view.pair.b.sorted_stems) / 100


def _shared_weight(view: ScoredView) -> float:
    pair = view.pair
    # The dot product of unit vectors times both lengths is the sum of squared shared weights.
    return min(pair.cosine * pair.a.length * pair.b.length / 6, 1.0)


def _position(view: ScoredView) -> float:
    pair = view.pair
    near_the_top = 1 / math.sqrt((1 + pair.a.place) * (1 + pair.b.place))
    return near_the_top * min(1.0, view.article_cosine / 0.4)


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


def _is_within(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    return f" {' '.join(short)} " in f" {' '.join(long)} "


FEATURES: tuple[Feature, ...] = (
    Feature("cosine", 8.8, _cosine, "They share words that are rare in this case and in the news."),
    Feature("token set", 6.1, _token_set, "The words of one are nearly all found in the other."),
    Feature("sorted ratio", 0.4, _sorted_ratio, "They are of much the same words and length."),
    Feature("shared weight", 2.9, _shared_weight, "They share much, not only a large part."),
    Feature("position", 6.9, _position, "Both stand near the top of reports of one event."),
    Feature("neighbours", 3.0, _neighbours, "The sentences before or after them match as well."),
    Feature("fewer terms", 5.3, _fewer_terms, "Neither is so short that anything would match."),
    Feature("quotation", 2.1, _shared_quotation, "They quote the same words."),
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
