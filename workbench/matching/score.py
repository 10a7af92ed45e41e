"""How likely two sentences make the same claim: a logistic function of a few plain features.

To change the score, change `FEATURES`: a name, a weight, how it is measured (0 to 1), and one
sentence that tells a reader why it counts. `benchmarks/fit_weights.py` fits the weights and prints
this table. The score ranks and groups; whether two sentences agree is for `relations` to say.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from math import sqrt
from typing import TYPE_CHECKING, NamedTuple

from workbench.matching.candidates import ONE_TERM, Candidate, nearest_beside
from workbench.matching.model import Strength

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from workbench.matching.candidates import Rows
    from workbench.matching.preparing import PreparedCase, PreparedSentence

STRONG_FROM = 0.5
MATCH_FROM = 0.4
POSSIBLE_FROM = 0.25

BIAS = -5.39
FULL_WEIGHT = 6.0
"""Shared weight beyond which more says nothing more: six rare words."""
MAX_BESIDE = 0.3
"""More shows only that the neighbour is the better match."""
ONE_EVENT = 0.4
"""Articles with such a cosine, or a higher one, tell of one event."""


class Feature(NamedTuple):
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

    Where one of them repeats no term, it is the longest run of rising places (Schensted 1961); else
    bit-parallel (Hyyrö 2004, "Bit-parallel LCS-length computation revisited").
    """
    place_in = dict(zip(a, range(len(a)), strict=True))
    if len(place_in) < len(a):
        a, b = b, a
        place_in = dict(zip(a, range(len(a)), strict=True))
        if len(place_in) < len(a):
            return _common_subsequence_of_repeats(a, b)
    ends: list[int] = []
    for term in b:
        if term in place_in:
            place = place_in[term]
            if not ends or place > ends[-1]:
                ends.append(place)
            else:
                ends[bisect_left(ends, place)] = place
    return len(ends)


def _common_subsequence_of_repeats(a: tuple[int, ...], b: tuple[int, ...]) -> int:
    places: dict[int, int] = {}
    for at, term in enumerate(a):
        places[term] = places.get(term, 0) | 1 << at
    state = full = (1 << len(a)) - 1
    for term in b:
        if term in places:
            hits = state & places[term]
            state = ((state + hits) | (state - hits)) & full
    return len(a) - state.bit_count()


FEATURES: tuple[Feature, ...] = (
    Feature("shared weight", 7.13, _shared_weight, "They share several words that are rare here."),
    Feature("cosine", 3.26, _cosine, "What they share is a large part of both."),
    Feature("overlap", 2.32, _overlap, "Neither says much that the other does not."),
    Feature("same order", 2.34, _same_order, "What they share stands in the same order."),
    Feature("position", 4.04, _position, "Both stand near the top of reports of one event."),
    Feature(
        "opening",
        -1.35,
        _opening,
        "Headlines share words with everything below, so they must share more.",
    ),
    Feature("ahead", 1.11, _ahead, "The sentences before or after both match as well."),
    Feature("beside", 4.89, _beside, "One has more in common with the other's neighbours."),
)


def measures(pair: Candidate) -> tuple[float, ...]:
    """The measure of each feature, in the order of `FEATURES`."""
    return tuple(feature.measure(pair) for feature in FEATURES)


_WEIGHT = {feature.name: feature.weight for feature in FEATURES}
_SHARED, _COSINE, _OVERLAP = _WEIGHT["shared weight"], _WEIGHT["cosine"], _WEIGHT["overlap"]
_POSITION, _OPENING = _WEIGHT["position"], _WEIGHT["opening"]
_AHEAD, _BESIDE, _ORDER = _WEIGHT["ahead"], _WEIGHT["beside"], _WEIGHT["same order"]


def log_odds(pair: Candidate) -> float:
    """The sum of the features: the table written out, because it is asked so often."""
    return _odds_of_wordings(pair) + _odds_of_places(pair)


def _odds_of_wordings(pair: Candidate) -> float:
    """What two sentences' words add to the log odds, wherever they stand."""
    return (
        BIAS
        + _SHARED * min(pair.shared / FULL_WEIGHT, 1.0)
        + _COSINE * pair.cosine
        + _OVERLAP * _overlap(pair)
        + _ORDER * _same_order(pair)
    )


def _odds_of_places(pair: Candidate) -> float:
    """What the places of two sentences add, and what stands beside them."""
    odds = (
        _POSITION * _position(pair) + _AHEAD * pair.ahead + _BESIDE * min(pair.beside, MAX_BESIDE)
    )
    return odds + _OPENING * _opening(pair) if pair.a.place == 0 or pair.b.place == 0 else odds


def likely(rows: Rows, least_cosine: float, least_odds: float) -> Iterator[tuple[Candidate, float]]:
    """The candidates of one article with their log odds, those below a floor left out.

    Of nearly every candidate the number of words that are shared, and the neighbours, show that it
    stays below the floor; only the others are measured. The bound follows the table above, with
    what is shared weighing at most `sqrt(words * dot product)` (Cauchy and Schwarz), and no more
    words in order than are shared. What hangs on the words alone is worked out once a wording.
    """
    case, measured = rows.case, rows.measured
    norms, sentences, wordings, spots = case.norms, case.sentences, case.wordings, case.spots
    position = {i: _POSITION * min(1.0, near / ONE_EVENT) for i, near in rows.likeness.items()}
    best_position = max(position.values(), default=0.0)
    floor = least_odds - BIAS - _MARGIN
    floor_ahead = floor - _BESIDE * MAX_BESIDE
    floor_alone = floor_ahead - _AHEAD
    for a in rows.sentences:
        one = a.number
        above, row, below = rows.row(one - 1), rows.row(one), rows.row(one + 1)
        norm_above, norm_below, a_top = norms[one - 1], norms[one + 1], spots[one][1]
        of_place = {i: top * a_top for i, top in position.items()}
        alike = _alike(rows, a, least_cosine, floor_alone - best_position * a_top)
        for wording, places, of_words in alike:
            known = measured.get((a.wording, wording))
            for other in places:
                article, b_top = spots[other]
                bound = of_words + of_place[article] * b_top
                if bound < floor_alone:
                    continue
                before, after = wordings[other - 1], wordings[other + 1]
                ahead = 0.0
                if before in above:
                    ahead = above[before] % ONE_TERM / (norm_above * norms[before])
                if after in below:
                    ahead = max(ahead, below[after] % ONE_TERM / (norm_below * norms[after]))
                bound += _AHEAD * ahead
                if bound < floor_ahead:
                    continue
                beside = nearest_beside(above, row, below, case, one, other)
                if bound + _BESIDE * min(beside, MAX_BESIDE) < floor:
                    continue
                b, likeness = sentences[other], rows.likeness[article]
                if known is None:
                    known = measured[a.wording, wording] = _measured(case, a, b, row[wording])
                cosine, common, shared, odds = known
                pair = Candidate(a, b, cosine, common, shared, ahead, beside, likeness)
                odds += _odds_of_places(pair)
                if odds >= least_odds:
                    yield pair, odds


def _alike(
    rows: Rows, a: PreparedSentence, least_cosine: float, floor: float
) -> Iterator[tuple[int, Sequence[int], float]]:
    """The wordings that may be likely, their sentences, and a bound on what their words add."""
    sketches, row = rows.case.sketches, rows.row(a.number)
    a_weight, norm, a_length, a_repeats = sketches[a.wording]
    shared_factor, of_cosine, two_terms = _SHARED / FULL_WEIGHT, _COSINE / norm, 2 * ONE_TERM
    for wording, places in rows.near(a, least_cosine):
        b_weight, b_norm, b_length, b_repeats = sketches[wording]
        value = row[wording]
        if value < two_terms:
            words, dot = 1.0, value - ONE_TERM
            shared = sqrt(dot)
        else:
            words, dot = divmod(value, ONE_TERM)
            shared = sqrt(words * dot)
        together = a_weight + b_weight - shared
        shorter = a_length if a_length < b_length else b_length
        bound = (
            shared_factor * shared
            + of_cosine * dot / b_norm
            + _OVERLAP * (shared / together if shared < together else 1.0)
            + _ORDER
            * (words / shorter if words < shorter and not (b_repeats and a_repeats) else 1.0)
        )
        if bound >= floor:
            yield wording, places, bound


def _measured(
    case: PreparedCase, a: PreparedSentence, b: PreparedSentence, value: float
) -> tuple[float, int, float, float]:
    """Cosine, words in common and their weight, and what they add to the log odds."""
    common = frozenset(a.terms).intersection(b.terms)
    shared, cosine = case.weight_of(common), value % ONE_TERM / (a.norm * b.norm)
    odds = _odds_of_wordings(Candidate(a, b, cosine, len(common), shared, 0.0, 0.0, 0.0))
    return cosine, len(common), shared, odds


_MARGIN = 1e-6
"""A bound is rounded, too."""


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
