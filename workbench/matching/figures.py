"""Whether two sentences give different figures for the same thing.

A figure is an interval of what a fair reader allows (`workbench.text.quantities`). Two are about
the same thing if they measure the same (a count, money, an age...) in the same unit, and what they
count meets: the same harm ("killed"), the same owner ("mother of 12"), or, in sentences on one
topic, the same noun. Ages must be of people with a name in common, where both have one.
Scores, and measures that count no noun ("peaked at 7.2 metres", "turnout was 71 percent"), are
compared where each sentence has just one and both state nearly the same. Of those:

- intervals that do not meet **conflict** ("12" and "17", "at least 60" and "47"), unless the one is
  the other rounded ("140" for "143", "6" for "6.2"), which is a detail;
- what is given in two units ("5 miles" and "8 km", "a third" and "33 %") agrees if the one is the
  other, converted and rounded; other currencies are never compared;
- a lower bound and an exact figure above it ("at least 60", "143") differ in detail: both may hold;
- two lower bounds, or two upper ones, conflict if one is more than `FAR_APART` times the other:
  "at least 60 dead" and "more than 140 dead" may both be true in logic, but nobody who knew of 140
  would report 60, so as published they contradict each other. Nearer ones differ in detail.
- "dozens" and the like contradict nothing.

Sentences with several figures of one thing (two towns' tolls) agree as soon as one of each meet.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from workbench.matching.lexicon import class_or_stem, lexicon
from workbench.matching.model import Difference, Slot
from workbench.matching.stemming import stem
from workbench.text.quantities import Bound, Quantity, QuantityKind
from workbench.text.units import DIMENSIONS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

FAR_APART = 1.5
ROUNDING = 0.05
"""How far apart, as a share, two figures may be of which one looks rounded."""
ROUNDED = 0.1
"""The same where the one rounds to just the other ("6 million" for "6.4 million")."""
EXACT_BELOW = 1000
"""A smaller count is not rounded to so few digits: 10 dead are not 11."""
DEGREES = 1.0
"""How far apart degrees Celsius and Fahrenheit may be, in Celsius."""
_SIDE = 1000.0
"""What one more goal of the winner adds to the number that stands for a score."""
OF_ONE_ORDER = 30.0
"""Figures of a like noun that are more times apart count two things."""
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
_NAME = re.compile(r"((?:\b[^\W\d_a-z][\w'’.-]{0,25} ?){1,4}),? ?(?:aged )?$")
_NAME_AFTER = re.compile(r" ((?:[^\W\d_a-z][\w'’.-]{0,25} ?){1,4})")
_TITLES = frozenset({"Mr", "Mrs", "Ms", "Miss", "Dr", "Mr.", "Mrs.", "Ms.", "Dr.", "Sir"})
NAME_REACH = 30
"""Code points before an age in which its owner's name is looked for."""
_NEEDS_NO_NOUN = frozenset({QuantityKind.AGE})
_MAY_STAND_ALONE = frozenset(
    {
        QuantityKind.PERCENT,
        QuantityKind.MEASURE,
        QuantityKind.MONEY,
        QuantityKind.DURATION,
        QuantityKind.SCORE,
    }
)
_HOMES = frozenset({"home", "house", "household"})


class Figure(NamedTuple):
    """A figure as it is compared, in the unit of its dimension.

    Attributes:
        given: As its sentence gives it.
        measures: Kind and unit, or dimension: what must be alike for two to be compared.
        value: In that unit.
        low: The least value allowed; minus infinity if there is none.
        high: The greatest.
        head: The stem of the noun counted, one for all words that mean people.
        owner: What the word before it stands for ("mother of 12"); mostly empty.
    """

    given: Quantity
    measures: tuple[str, str]
    value: float
    low: float
    high: float
    head: str
    owner: str


def read_figures(text: str, quantities: Iterable[Quantity]) -> tuple[Figure, ...]:
    """The figures of a sentence, made ready to be compared."""
    return tuple([_figure(text, quantity) for quantity in quantities])


def _figure(text: str, quantity: Quantity) -> Figure:
    """A figure in the unit of its dimension: a fraction in percent, miles in metres."""
    kind, unit = quantity.kind, quantity.unit
    factor, offset = 1.0, 0.0
    if kind is QuantityKind.FRACTION:
        kind, unit, factor = QuantityKind.PERCENT, "%", 100.0
    if unit in DIMENSIONS:
        unit, factor = DIMENSIONS[unit]
    elif unit == "degF":
        unit, factor, offset = "degC", 1 / 1.8, -32 / 1.8
    low = float("-inf") if quantity.lo is None else quantity.lo * factor + offset
    high = float("inf") if quantity.hi is None else quantity.hi * factor + offset
    value = quantity.value * factor + offset
    if kind is QuantityKind.SCORE and quantity.lo is not None and quantity.hi is not None:
        # "3-2" is "2-3", and no interval.
        value = low = high = max(quantity.lo, quantity.hi) * _SIDE + min(quantity.lo, quantity.hi)
    return Figure(quantity, (kind, unit), value, low, high, _head(quantity), _owner(text, quantity))


def figure_differences(
    text_a: str,
    a: Sequence[Figure],
    text_b: str,
    b: Sequence[Figure],
    *,
    is_one_topic: bool,
    is_one_statement: Callable[[], bool] = lambda: False,
) -> tuple[Difference, ...]:
    """Differences between the figures of two sentences, conflicts first, each figure once.

    Args:
        text_a: The first sentence.
        a: Its figures.
        text_b: The second sentence.
        b: Its figures.
        is_one_topic: Whether figures of a like noun ("six seats") are likely about one thing.
        is_one_statement: Whether figures that count no noun are; asked only where there are any.
    """
    pairs = [
        (one, other)
        for one in a
        for other in b
        if one.measures == other.measures
        and (
            _is_one_thing(text_a, one, text_b, other, is_one_topic)
            or (_is_alone(text_a, one, a) and _is_alone(text_b, other, b) and is_one_statement())
        )
        and not _has_match(one, b)
        and not _has_match(other, a)
    ]
    if not pairs:
        return ()
    found: list[Difference] = []
    used: set[tuple[int, int]] = set()
    # Conflicts first, then the nearest values: each figure is set against one other.
    for one, other in sorted(pairs, key=lambda pair: (not _conflict(*pair), _distance(*pair))):
        a_span = one.given.start, one.given.end
        b_span = other.given.start, other.given.end
        spans = (a_span[0], -1), (b_span[0], -2)
        if used.intersection(spans):
            continue
        used.update(spans)
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


def is_same_figure(a: Figure, b: Figure) -> bool:
    """Whether two figures give one value, whatever they count and in whatever unit."""
    return a.measures == b.measures and _is_same_value(a, b)


def _is_same_value(a: Figure, b: Figure) -> bool:
    if _is_in_one_unit(a, b):
        return a.value == b.value
    return _is_converted_and_rounded(a, b)


def _is_in_one_unit(a: Figure, b: Figure) -> bool:
    return (a.given.kind, a.given.unit) == (b.given.kind, b.given.unit)


def _is_converted_and_rounded(a: Figure, b: Figure) -> bool:
    """Whether two figures in other units are one: "5 miles" and "8 km", "86°F" and "30°C"."""
    if a.measures[1] == "degC":
        return abs(a.value - b.value) <= DEGREES
    smaller, larger = sorted((abs(a.value), abs(b.value)))
    return larger - smaller <= ROUNDING * larger and a.value * b.value >= 0


def _is_comparable(a: Figure, b: Figure) -> bool:
    one, other = a.given, b.given
    if a.measures != b.measures or Bound.VAGUE in (one.bound, other.bound):
        return False
    if one.kind in _NEEDS_NO_NOUN:
        return True
    if one.harm and other.harm:
        return one.harm == other.harm and _counts_whole(a) == _counts_whole(b)
    return bool(one.counts and other.counts) and one.harm == other.harm and a.head == b.head


def _is_one_thing(text_a: str, a: Figure, text_b: str, b: Figure, is_one_topic: bool) -> bool:
    if a.owner and a.owner == b.owner:  # "mother of 12", "crew of 12"
        return True
    if not _is_comparable(a, b):
        return False
    if a.given.kind is QuantityKind.AGE:
        names_a, names_b = _names(text_a, a.given), _names(text_b, b.given)
        if names_a and names_b:  # "Anna Lund" may be "Mrs Lund", but is not "Karin Lund"
            return names_a <= names_b or names_b <= names_a
        return is_one_topic
    if not a.given.harm and not _is_of_one_order(a, b):
        return False
    return is_one_topic or bool(a.given.harm)


def _is_alone(text: str, figure: Figure, figures: Sequence[Figure]) -> bool:
    """Whether a figure counts no noun and is the only one of its sentence that measures this.

    What stands in brackets is another figure in another unit, or a score of before.
    """
    given = figure.given
    if text[max(0, given.start - 1) : given.start] == "(":
        return False
    return (
        given.kind in _MAY_STAND_ALONE
        and given.bound is not Bound.VAGUE
        and (not given.counts or given.kind is QuantityKind.SCORE)
        and sum([other.measures == figure.measures for other in figures]) == 1
    )


def _is_of_one_order(a: Figure, b: Figure) -> bool:
    """Whether two figures may count one thing: nine points and a record of 2,290 do not."""
    smaller, larger = sorted((abs(a.value), abs(b.value)))
    return smaller == 0 or larger <= OF_ONE_ORDER * smaller


def _owner(text: str, quantity: Quantity) -> str:
    if " of " not in text[max(0, quantity.start - len(" of \n")) : quantity.start]:
        return ""  # nearly always
    found = _OWNER.search(text[max(0, quantity.start - NAME_REACH) : quantity.start])
    if not found or found.group(1).lower() in _OWNS_ANYTHING:
        return ""
    return class_or_stem(found.group(1).lower())


def _names(text: str, age: Quantity) -> frozenset[str]:
    """The words of the name beside an age: "Anna Lund, 59", "59-year-old Anna Lund"."""
    name = _NAME_AFTER.match(text, age.end) or _NAME.search(
        text[max(0, age.start - NAME_REACH) : age.start]
    )
    return frozenset(name[1].split()) - _TITLES if name else frozenset()


def _head(quantity: Quantity) -> str:
    """The stem of the noun counted, one for all words that mean people."""
    noun = quantity.counts.rpartition(" ")[2]
    if noun in _PERSONS:
        return "people"
    found = stem(noun)
    return "home" if found in _HOMES else lexicon().classes.get(found, found)


def _counts_whole(figure: Figure) -> str:
    """The part of people that a figure counts ("child"); empty for people at large."""
    return "" if figure.head == "people" else figure.head


def _has_match(one: Figure, others: Sequence[Figure]) -> bool:
    """Whether a figure of the other sentence says the same."""
    return any(
        (one.measures == other.measures and _is_same_value(one, other) and one.head == other.head)
        or (_is_comparable(one, other) and _agree(one, other))
        for other in others
    )


def _agree(a: Figure, b: Figure) -> bool:
    if {a.given.bound, b.given.bound} & {Bound.ABOUT, Bound.NEARLY}:
        return _overlap(a, b)
    if _is_in_one_unit(a, b):
        if a.value == b.value and _overlap(a, b):  # "at least three" and "3"
            return True
    elif _is_converted_and_rounded(a, b):
        return True
    return _overlap(a, b) and not _is_bound(a) and not _is_bound(b)


def _overlap(a: Figure, b: Figure) -> bool:
    return max(a.low, b.low) <= min(a.high, b.high)


def _is_bound(figure: Figure) -> bool:
    return figure.given.lo is None or figure.given.hi is None


def _conflict(a: Figure, b: Figure) -> bool:
    if _overlap(a, b):
        open_alike = _is_bound(a) and _is_bound(b)
        smaller, larger = sorted((abs(a.value), abs(b.value)))
        return open_alike and larger > FAR_APART * smaller
    return not _is_rounded(a, b)


def _is_rounded(a: Figure, b: Figure) -> bool:
    """Whether one figure may be the other with fewer digits; ages and small counts are exact."""
    if a.given.kind in {QuantityKind.AGE, QuantityKind.ORDINAL, QuantityKind.SCORE}:
        return False
    if not _is_in_one_unit(a, b):
        return _is_converted_and_rounded(a, b)
    one, other = sorted((a.given.value, b.given.value), key=_digits)
    apart = abs(one - other) / (max(abs(one), abs(other)) or 1.0)
    if _digits(one) == _digits(other):
        return False
    is_exact = other.is_integer() and abs(other) < EXACT_BELOW
    rounds_to_it = not is_exact and float(f"{other:.{_digits(one)}g}") == one
    return apart <= (ROUNDED if rounds_to_it else ROUNDING)


def _digits(value: float) -> int:
    """Significant digits of a value as written."""
    return len(f"{value:.10g}".replace(".", "").strip("0"))


def _distance(a: Figure, b: Figure) -> tuple[float, int, int]:
    return abs(a.value - b.value), a.given.start, b.given.start
