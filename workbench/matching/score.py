"""How likely two sentences make the same claim: a logistic function of a few plain features.

To change the score, change `FEATURES`: a name, a weight, how it is measured (0 to 1), and one
sentence that tells a reader why it counts. `benchmarks/fit_weights.py` fits the weights and prints
this table. The score ranks and groups; whether two sentences agree is for `relations` to say.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.matching.model import Strength

if TYPE_CHECKING:
    from collections.abc import Callable

    from workbench.matching.candidates import Candidate

STRONG_FROM = 0.5
MATCH_FROM = 0.4
POSSIBLE_FROM = 0.25

BIAS = -5.38
FULL_WEIGHT = 6.0
"""Shared weight beyond which more says nothing more: six rare words."""
MAX_BESIDE = 0.3
"""More shows only that the neighbour is the better match."""
ONE_EVENT = 0.4
"""Articles with such a cosine, or a higher one, tell of one event."""


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
    measure: Callable[[Candidate], float]
    why: str


def _cosine(pair: Candidate) -> float:
    return pair.cosine


def _shared_weight(pair: Candidate) -> float:
    return min(pair.shared / FULL_WEIGHT, 1.0)


def _overlap(pair: Candidate) -> float:
    together = pair.a.weight + pair.b.weight - pair.shared
    return pair.shared / together if together else 0.0


def _same_order(pair: Candidate) -> float:
    a, b = pair.a.in_order, pair.b.in_order
    return _common_subsequence(a, b) / min(len(a), len(b))


def _most_in_order(pair: Candidate) -> float:
    """What `_same_order` cannot exceed."""
    a, b = pair.a, pair.b
    if len(a.in_order) > len(a.terms) and len(b.in_order) > len(b.terms):
        return 1.0  # both repeat words
    return min(1.0, pair.common / min(len(a.in_order), len(b.in_order)))


def _position(pair: Candidate) -> float:
    near_the_top = 1 / math.sqrt((1 + pair.a.place) * (1 + pair.b.place))
    return near_the_top * min(1.0, pair.article_cosine / ONE_EVENT)


def _opening(pair: Candidate) -> float:
    return ((pair.a.place == 0) + (pair.b.place == 0)) / 2


def _ahead(pair: Candidate) -> float:
    return pair.ahead


def _beside(pair: Candidate) -> float:
    return min(pair.beside, MAX_BESIDE)


def _common_subsequence(a: tuple[int, ...], b: tuple[int, ...]) -> int:
    """Length of the longest common subsequence of two sentences' terms.

    Bit-parallel (Hyyrö 2004, "Bit-parallel LCS-length computation revisited"): one machine-word
    step a shared term.
    """
    places: dict[int, int] = {}
    shared = {*a}.intersection(b)
    for at, term in enumerate(a):
        if term in shared:
            places[term] = places.get(term, 0) | 1 << at
    state = full = (1 << len(a)) - 1
    for term in b:
        if term in shared:
            hits = state & places[term]
            state = ((state + hits) | (state - hits)) & full
    return len(a) - state.bit_count()


FEATURES: tuple[Feature, ...] = (
    Feature("shared weight", 7.19, _shared_weight, "They share several words that are rare here."),
    Feature("cosine", 3.19, _cosine, "What they share is a large part of both."),
    Feature("overlap", 2.26, _overlap, "Neither says much that the other does not."),
    Feature("same order", 2.38, _same_order, "What they share stands in the same order."),
    Feature("position", 4.08, _position, "Both stand near the top of reports of one event."),
    Feature(
        "opening",
        -1.37,
        _opening,
        "Headlines share words with everything below, so they must share more.",
    ),
    Feature("ahead", 1.06, _ahead, "The sentences before or after both match as well."),
    Feature("beside", 4.90, _beside, "One has more in common with the other's neighbours."),
)


def measures(pair: Candidate) -> tuple[float, ...]:
    """The measure of each feature, in the order of `FEATURES`."""
    return tuple(feature.measure(pair) for feature in FEATURES)


_WEIGHT = {feature.name: feature.weight for feature in FEATURES}
_SHARED, _COSINE, _OVERLAP = _WEIGHT["shared weight"], _WEIGHT["cosine"], _WEIGHT["overlap"]
_POSITION, _OPENING = _WEIGHT["position"], _WEIGHT["opening"]
_AHEAD, _BESIDE, _ORDER = _WEIGHT["ahead"], _WEIGHT["beside"], _WEIGHT["same order"]


def log_odds(pair: Candidate, floor: float = -math.inf) -> float:
    """The sum of the features.

    This is the table written out, because it is asked of every candidate. The order of words is
    the one measure that takes long: it is left out where the sum stays below `floor` anyway.
    """
    a, b = pair.a, pair.b
    near_the_top = 1 / math.sqrt((1 + a.place) * (1 + b.place))
    odds = (
        BIAS
        + _SHARED * min(pair.shared / FULL_WEIGHT, 1.0)
        + _COSINE * pair.cosine
        + _OVERLAP * _overlap(pair)
        + _POSITION * near_the_top * min(1.0, pair.article_cosine / ONE_EVENT)
        + _AHEAD * pair.ahead
        + _BESIDE * min(pair.beside, MAX_BESIDE)
    )
    if a.place == 0 or b.place == 0:
        odds += _OPENING * _opening(pair)
    if odds + _ORDER * _most_in_order(pair) >= floor:
        odds += _ORDER * _same_order(pair)
    return odds


def probability(odds: float) -> float:
    """Of log odds: 0 to 1, rounded to 6 places."""
    return round(1 / (1 + math.exp(-odds)), 6)


def strength(value: float) -> Strength | None:
    """The name of a score on the screen; None below the floor for `possible`."""
    if value >= STRONG_FROM:
        return Strength.STRONG
    if value >= MATCH_FROM:
        return Strength.MATCH
    return Strength.POSSIBLE if value >= POSSIBLE_FROM else None
