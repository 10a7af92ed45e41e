"""Whether two sentences give different figures for the same thing.

A figure is an interval of what a fair reader allows (`workbench.text.quantities`). Two are about
the same thing if they measure the same (a count, money, an age...) in the same unit, and what they
count meets: the same harm ("killed"), the same owner ("mother of 12"), or, in sentences on one
topic, the same noun. Ages must be of people with a name in common, where both have one. Of those:

- intervals that do not meet **conflict** ("12" and "17", "at least 60" and "47"), unless the one is
  the other rounded ("140" for "143", "6" for "6.2"), which is a detail;
- a lower bound and an exact figure above it ("at least 60", "143") differ in detail: both may hold;
- two lower bounds, or two upper ones, conflict if one is more than `FAR_APART` times the other:
  "at least 60 dead" and "more than 140 dead" may both be true in logic, but nobody who knew of 140
  would report 60, so as published they contradict each other. Nearer ones differ in detail.
- "dozens" and the like contradict nothing.

Sentences with several figures of one thing (two towns' tolls) agree as soon as one of each meet.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workbench.matching.lexicon import class_or_stem
from workbench.matching.model import Difference, Slot
from workbench.matching.stemming import stem
from workbench.text.quantities import Bound, Quantity, QuantityKind

if TYPE_CHECKING:
    from collections.abc import Sequence

FAR_APART = 1.5
ROUNDING = 0.05
"""How far apart, as a share, two figures may be of which one looks rounded."""
MAX_FIGURES = 12
"""Of a sentence no more figures are compared."""

_PEOPLE = (
    "people person persons concertgoers civilians victims others passengers residents lives "
    "fatalities casualties deaths dead citizens"
)
_PERSONS = frozenset(_PEOPLE.split())
"""Counted nouns that all mean people at large; "children" and "soldiers" are a part of them."""
_OWNER = re.compile(r"([^\W\d_]{2,25}) of $")
_OWNS_ANYTHING = frozenset(
    {"total", "number", "average", "minimum", "maximum", "one", "some", "all"}
)
_NAME = re.compile(r"[^\W\d_a-z][\w'’]+")
NAME_REACH = 30
"""Code points before an age in which its owner's name is looked for."""
_NEEDS_NO_NOUN = frozenset({QuantityKind.AGE})


def figure_differences(
    text_a: str,
    a: Sequence[Quantity],
    text_b: str,
    b: Sequence[Quantity],
    *,
    is_one_topic: bool,
) -> tuple[Difference, ...]:
    """Differences between the figures of two sentences, conflicts first, each figure once.

    Args:
        text_a: The first sentence.
        a: Its figures.
        text_b: The second sentence.
        b: Its figures.
        is_one_topic: Whether figures of a like noun ("six seats") are likely about one thing.
    """
    a, b = a[:MAX_FIGURES], b[:MAX_FIGURES]
    pairs = [
        (one, other)
        for one in a
        for other in b
        if _is_one_thing(text_a, one, text_b, other, is_one_topic)
        and not _has_match(one, b)
        and not _has_match(other, a)
    ]
    found: list[Difference] = []
    used: set[tuple[int, int]] = set()
    # Conflicts first, then the nearest values: each figure is set against one other.
    for one, other in sorted(pairs, key=lambda pair: (not _conflict(*pair), _distance(*pair))):
        spans = (one.start, -1), (other.start, -2)
        if used.intersection(spans):
            continue
        used.update(spans)
        a_span, b_span = (one.start, one.end), (other.start, other.end)
        found.append(
            Difference(
                slot=Slot.NUMBER,
                a=text_a[slice(*a_span)],
                b=text_b[slice(*b_span)],
                a_span=a_span,
                b_span=b_span,
                conflict=_conflict(one, other),
            )
        )
    return tuple(found)


def is_same_figure(a: Quantity, b: Quantity) -> bool:
    """Whether two figures give one value of one kind, whatever they count."""
    return (a.kind, a.unit) == (b.kind, b.unit) and a.value == b.value


def _is_comparable(a: Quantity, b: Quantity) -> bool:
    if _measured(a) != _measured(b) or Bound.VAGUE in (a.bound, b.bound):
        return False
    if a.kind in _NEEDS_NO_NOUN:
        return True
    if a.harm and b.harm:
        return a.harm == b.harm and _counts_whole(a) == _counts_whole(b)
    return bool(a.counts and b.counts) and a.harm == b.harm and _head(a) == _head(b)


def _is_one_thing(text_a: str, a: Quantity, text_b: str, b: Quantity, is_one_topic: bool) -> bool:
    if _is_owned_alike(text_a, a, text_b, b):
        return True
    if not _is_comparable(a, b):
        return False
    if a.kind is QuantityKind.AGE:
        names_a, names_b = _names(text_a, a), _names(text_b, b)
        return bool(names_a & names_b) if names_a and names_b else is_one_topic
    return is_one_topic or bool(a.harm)


def _is_owned_alike(text_a: str, a: Quantity, text_b: str, b: Quantity) -> bool:
    """Whether both figures belong to one word before them: "mother of 12", "crew of 12"."""
    owner = _owner(text_a, a)
    return bool(owner) and owner == _owner(text_b, b) and _measured(a) == _measured(b)


def _owner(text: str, quantity: Quantity) -> str:
    found = _OWNER.search(text[max(0, quantity.start - NAME_REACH) : quantity.start])
    if not found or found.group(1).lower() in _OWNS_ANYTHING:
        return ""
    return class_or_stem(found.group(1).lower())


def _names(text: str, age: Quantity) -> frozenset[str]:
    """Words with a capital just before an age: "Anna Lund, 59"."""
    return frozenset(_NAME.findall(text[max(0, age.start - NAME_REACH) : age.start]))


def _measured(quantity: Quantity) -> tuple[str, str]:
    """What a figure measures; a fraction is a percentage."""
    if quantity.kind is QuantityKind.FRACTION:
        return QuantityKind.PERCENT, "%"
    return quantity.kind, quantity.unit


def _interval(quantity: Quantity) -> tuple[float, float]:
    scale = 100.0 if quantity.kind is QuantityKind.FRACTION else 1.0
    low = float("-inf") if quantity.lo is None else quantity.lo * scale
    high = float("inf") if quantity.hi is None else quantity.hi * scale
    return low, high


def _head(quantity: Quantity) -> str:
    """The stem of the noun counted, one for all words that mean people."""
    noun = quantity.counts.rpartition(" ")[2]
    return "people" if noun in _PERSONS else stem(noun)


def _counts_whole(quantity: Quantity) -> str:
    """The part of people that a figure counts ("child"); empty for people at large."""
    head = _head(quantity)
    return "" if head == "people" else head


def _has_match(one: Quantity, others: Sequence[Quantity]) -> bool:
    """Whether a figure of the other sentence says the same."""
    return any(
        (is_same_figure(one, other) and _head(one) == _head(other))
        or (_is_comparable(one, other) and _agree(one, other))
        for other in others
    )


def _agree(a: Quantity, b: Quantity) -> bool:
    if {a.bound, b.bound} & {Bound.ABOUT, Bound.NEARLY}:
        return _overlap(a, b)
    if a.value == b.value and a.hi == b.hi:
        return True
    if a.kind is not b.kind:  # "a third" and "33 %"
        (low, _), (_, high) = sorted((_interval(a), _interval(b)))
        return high - low <= ROUNDING * abs(high)
    return _overlap(a, b) and not _is_bound(a) and not _is_bound(b)


def _overlap(a: Quantity, b: Quantity) -> bool:
    (a_low, a_high), (b_low, b_high) = _interval(a), _interval(b)
    return max(a_low, b_low) <= min(a_high, b_high)


def _is_bound(quantity: Quantity) -> bool:
    return quantity.lo is None or quantity.hi is None


def _conflict(a: Quantity, b: Quantity) -> bool:
    if _overlap(a, b):
        open_alike = _is_bound(a) and _is_bound(b)
        smaller, larger = sorted((abs(a.value), abs(b.value)))
        return open_alike and larger > FAR_APART * smaller
    return not _is_rounded(a, b)


def _is_rounded(a: Quantity, b: Quantity) -> bool:
    """Whether one figure may be the other with fewer digits; ages and small counts are exact."""
    if a.kind in {QuantityKind.AGE, QuantityKind.ORDINAL, QuantityKind.SCORE}:
        return False
    smaller, larger = sorted((abs(a.value), abs(b.value)))
    if larger == 0 or (larger - smaller) / larger > ROUNDING:
        return False
    return _digits(a.value) != _digits(b.value)


def _digits(value: float) -> int:
    """Significant digits of a value as written."""
    return len(f"{value:.10g}".replace(".", "").strip("0"))


def _distance(a: Quantity, b: Quantity) -> tuple[float, int, int]:
    return abs(a.value - b.value), a.start, b.start
