"""The rules that read one figure: its range, unit and the words that bound it.

A rule looks at a bounded number of tokens before and after the number and notes on the `Draft` what
it found there. `workbench.text.quantities` makes the finished `Quantity` from it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from workbench.text.naming import counts_nothing
from workbench.text.numerals import NUMBER_WORDS, Reading, Token, low_at, ordinal, read_number
from workbench.text.units import (
    BOUNDS,
    CURRENCY_PREFIXES,
    CURRENCY_SIGNS,
    CURRENCY_WORDS,
    DURATIONS,
    MEASURES,
    POUNDS_OF_MONEY,
    ZERO_NOUNS,
)


class QuantityKind(StrEnum):
    """What a figure measures."""

    NUMBER = "number"
    ORDINAL = "ordinal"
    PERCENT = "percent"
    MONEY = "money"
    MEASURE = "measure"
    DURATION = "duration"
    AGE = "age"
    FRACTION = "fraction"
    MULTIPLE = "multiple"
    SCORE = "score"


class Bound(StrEnum):
    """How a figure bounds what is meant."""

    EXACT = "eq"
    AT_LEAST = "ge"
    MORE_THAN = "gt"
    AT_MOST = "le"
    LESS_THAN = "lt"
    NEARLY = "near"
    ABOUT = "approx"
    VAGUE = "vague"
    RANGE = "range"


@dataclass(slots=True)
class Draft:
    """A figure in the making: tokens `begin` to `end`, and what is known so far."""

    value: float
    begin: int
    end: int
    kind: QuantityKind = QuantityKind.NUMBER
    unit: str = ""
    bound: Bound = Bound.EXACT
    upper: float | None = None


FIRST_WORDS = NUMBER_WORDS | {"no", "nobody", "twice", "thrice"}
"""Words with which a figure can begin, if not with digits."""


def read_figure(tokens: list[Token], at: int) -> Draft | None:
    """The figure whose number begins at a token."""
    special = _read_zero(tokens, at) or _read_multiple(tokens, at) or _read_ordinal(tokens, at)
    if special:
        return special
    reading = read_number(tokens, at)
    if reading is None or counts_nothing(tokens, at, reading):
        return None
    draft = Draft(reading.value, at, reading.end)
    if reading.fraction:
        draft.kind = QuantityKind.FRACTION
    if reading.vague:
        draft.bound = Bound.VAGUE
    _take_currency_sign(tokens, draft)
    if not _read_range(tokens, draft):
        _read_share(tokens, draft)
    _read_unit(tokens, draft)
    _read_bound_before(tokens, draft)
    _read_bound_after(tokens, draft)
    return draft


def _read_zero(tokens: list[Token], at: int) -> Draft | None:
    low = tokens[at].low
    if low == "nobody" or (low == "no" and low_at(tokens, at + 1) in ZERO_NOUNS):
        return Draft(0.0, at, at + 1)
    if (
        low == "no"
        and low_at(tokens, at + 1) == "one"
        and low_at(tokens, at + 2) in {"was", "died"}
    ):
        return Draft(0.0, at, at + 2)
    return None


def _read_multiple(tokens: list[Token], at: int) -> Draft | None:
    value = {"twice": 2.0, "thrice": 3.0}.get(tokens[at].low)
    return None if value is None else Draft(value, at, at + 1, QuantityKind.MULTIPLE)


def _read_ordinal(tokens: list[Token], at: int) -> Draft | None:
    token = tokens[at]
    following = low_at(tokens, at + 1)
    if token.kind == "number" and following in {"st", "nd", "rd", "th"}:
        glued = tokens[at + 1].start == token.end
        if glued and token.text.isdecimal() and len(token.text) < 5:
            return Draft(float(token.text), at, at + 2, QuantityKind.ORDINAL)
    value = ordinal(token)
    # "first" and "second" mostly order the story, not what it is about.
    if value is None or value <= 2:
        return None
    return Draft(value, at, at + 1, QuantityKind.ORDINAL)


def _take_currency_sign(tokens: list[Token], draft: Draft) -> None:
    sign = tokens[draft.begin - 1] if draft.begin else None
    if sign is None or sign.text not in CURRENCY_SIGNS:
        return
    draft.kind, draft.unit = QuantityKind.MONEY, CURRENCY_SIGNS[sign.text]
    draft.begin -= 1
    prefix = tokens[draft.begin - 1] if draft.begin else None
    glued = prefix is not None and prefix.end == sign.start
    if prefix and glued and sign.text == "$" and prefix.low in CURRENCY_PREFIXES:
        draft.unit = CURRENCY_PREFIXES[prefix.low]
        draft.begin -= 1


def _read_range(tokens: list[Token], draft: Draft) -> bool:
    """The upper end: "between 50 and 60", "30 to 40", "£3,000-£5,000", and scores like "2–1"."""
    join = low_at(tokens, draft.end)
    opener = low_at(tokens, draft.begin - 1)
    if join not in {"to", "-", "–", "and"} or (join == "and" and opener != "between"):
        return False
    at = draft.end + 1
    if low_at(tokens, at) in CURRENCY_SIGNS and draft.kind is QuantityKind.MONEY:
        at += 1
    if at >= len(tokens):
        return False
    other = read_number(tokens, at)
    if other is None or other.fraction or other.vague:
        return False
    is_dash = join in {"-", "–"}
    if is_dash and draft.unit == "" and (other.value <= draft.value or _is_contest(tokens, draft)):
        draft.kind = QuantityKind.SCORE
    elif other.value < draft.value:
        if not _shares_scale(tokens, draft, other):
            return False
        draft.value *= other.value / _bare(tokens, at)
    elif not is_dash and join == "to" and opener in {"rose", "grew"}:
        return False
    if draft.kind is not QuantityKind.SCORE and _shares_scale(tokens, draft, other):
        scale = other.value / _bare(tokens, at)
        draft.value *= scale if draft.value < scale else 1.0
    if opener in {"between", "from"} and draft.kind is not QuantityKind.SCORE:
        draft.begin -= 1
    draft.upper, draft.end, draft.bound = other.value, other.end, Bound.RANGE
    return True


def _bare(tokens: list[Token], at: int) -> float:
    """The first token of a number alone: the 3 of "3 million"."""
    alone = read_number(tokens[at : at + 1], 0)
    return alone.value if alone and alone.value else 1.0


def _shares_scale(tokens: list[Token], draft: Draft, other: Reading) -> bool:
    """Whether "2 to 3 million" means millions both times."""
    at = next(i for i in range(draft.end + 1, other.end) if tokens[i].kind != "mark")
    return draft.end - draft.begin <= 2 and other.end - at == 2 and other.value >= 1000


def _is_contest(tokens: list[Token], draft: Draft) -> bool:
    before = {low_at(tokens, draft.begin - back) for back in (1, 2, 3)}
    return bool(before & {"voted", "vote", "won", "lost", "beat", "winning", "victory", "defeat"})


def _read_share(tokens: list[Token], draft: Draft) -> None:
    """Shares of a round number: "four in 10", "9 out of 10"."""
    at = draft.end
    if low_at(tokens, at) == "out" and low_at(tokens, at + 1) == "of":
        at += 1
    elif low_at(tokens, at) != "in":
        return
    whole = read_number(tokens, at + 1) if at + 1 < len(tokens) else None
    if whole is None or whole.value <= draft.value or not 2 <= whole.value <= 1e6:
        return
    if low_at(tokens, at) == "in" and (whole.value > 10 and whole.value % 10):
        return
    if low_at(tokens, whole.end) in DURATIONS or low_at(tokens, whole.end) in {"%", "percent"}:
        return  # "three in 10 years"
    draft.value, draft.end, draft.kind = draft.value / whole.value, whole.end, QuantityKind.FRACTION


_MEASURE_STARTS = frozenset(words[0] for words in MEASURES) | {"-", "–", ""}
_COMPARING = frozenset({"as", "more", "higher", "larger", "the", "less", "bigger", "greater"})


def _read_unit(tokens: list[Token], draft: Draft) -> None:
    if draft.kind in {QuantityKind.MONEY, QuantityKind.SCORE}:
        return
    if draft.kind is QuantityKind.FRACTION:
        _read_half_unit(tokens, draft)
        return
    at = draft.end
    if low_at(tokens, at) in {"-", "–"}:
        at += 1
    low = low_at(tokens, at)
    if low in {"year", "month", "week", "years"} and _is_age(tokens, draft, at):
        return
    if _read_measure(tokens, draft):
        return
    if low in DURATIONS and (low != "second"):
        draft.kind, draft.unit, draft.end = QuantityKind.DURATION, DURATIONS[low], at + 1
    elif low in CURRENCY_WORDS:
        draft.kind, draft.unit, draft.end = QuantityKind.MONEY, CURRENCY_WORDS[low], at + 1
    elif low == "times" and low_at(tokens, at + 1) in _COMPARING:
        draft.kind, draft.end = QuantityKind.MULTIPLE, at + 1
    elif "magnitude" in {low, low_at(tokens, draft.begin - 1), low_at(tokens, draft.begin - 2)}:
        draft.kind, draft.unit = QuantityKind.MEASURE, "magnitude"
    else:
        _read_bare_age(tokens, draft)


def _read_measure(tokens: list[Token], draft: Draft) -> bool:
    """Read "240,000 square meter" and, hyphens left out, "170,000-square-foot"."""
    if low_at(tokens, draft.end) not in _MEASURE_STARTS:
        return False
    places = [i for i in range(draft.end, draft.end + 6) if low_at(tokens, i) not in {"-", "–", ""}]
    for length in (3, 2, 1):
        words = tuple(tokens[i].low for i in places[:length])
        if len(words) == length and words in MEASURES:
            draft.unit, draft.end = MEASURES[words], places[length - 1] + 1
            if draft.unit == "lb" and draft.value >= POUNDS_OF_MONEY:
                draft.kind, draft.unit = QuantityKind.MONEY, "GBP"
                return True
            if draft.unit.startswith("deg"):
                _read_minus(tokens, draft)
            is_share = draft.unit in {"%", "pp"}
            draft.kind = QuantityKind.PERCENT if is_share else QuantityKind.MEASURE
            return True
    return False


def _read_minus(tokens: list[Token], draft: Draft) -> None:
    """The sign of degrees: "minus 5 degrees", "-5°C" (but "10-15°C")."""
    sign = tokens[draft.begin - 1] if draft.begin else None
    if sign is None or sign.low not in {"minus", "-", "−"} or draft.upper is not None:
        return
    before = tokens[draft.begin - 2] if draft.begin > 1 else None
    if sign.low != "minus" and before is not None and before.end == sign.start:
        return
    draft.value, draft.begin = -draft.value, draft.begin - 1


def _read_half_unit(tokens: list[Token], draft: Draft) -> None:
    """Units of a fraction: "half an hour", "a quarter of a mile"."""
    at = draft.end + (low_at(tokens, draft.end) == "of")
    if low_at(tokens, at) in {"a", "an"}:
        at += 1
    elif low_at(tokens, at) != "-":
        return
    low = low_at(tokens, at)
    if low in DURATIONS:
        draft.kind, draft.unit, draft.end = QuantityKind.DURATION, DURATIONS[low], at + 1
    elif (low,) in MEASURES:
        draft.kind, draft.unit, draft.end = QuantityKind.MEASURE, MEASURES[(low,)], at + 1


def _is_age(tokens: list[Token], draft: Draft, at: int) -> bool:
    """Read "17-year-old" and "17 years old"; `at` is the token of the unit."""
    after = at + 1 + (low_at(tokens, at + 1) in {"-", "–"})
    if low_at(tokens, after) not in {"old", "olds"}:
        return False
    unit = DURATIONS[tokens[at].low]
    draft.kind, draft.unit, draft.end = QuantityKind.AGE, unit, after + 1
    return True


def _read_bare_age(tokens: list[Token], draft: Draft) -> None:
    """Read "aged 7 to 12" and "Thomas Sam, 42, and"."""
    if not 0 < draft.value < 120:
        return
    before, name = low_at(tokens, draft.begin - 1), draft.begin - 2
    is_apposition = (
        before == ","
        and low_at(tokens, draft.end) in {",", ".", ""}
        and draft.end == draft.begin + 1
        and tokens[draft.begin].text.isdecimal()
        and tokens[name].kind == "word"
        and tokens[name].text[0].isupper()
    )
    if before in {"aged", "age"} or is_apposition:
        draft.kind, draft.unit = QuantityKind.AGE, "year"


def _read_bound_before(tokens: list[Token], draft: Draft) -> None:
    for length in (4, 3, 2, 1):
        first = draft.begin - length
        if first < 0:
            continue
        bound = BOUNDS.get(tuple(token.low for token in tokens[first : draft.begin]))
        if bound is None:
            continue
        if draft.bound is Bound.EXACT:
            draft.bound = Bound(bound)
        draft.begin = first
        return


def _read_bound_after(tokens: list[Token], draft: Draft) -> None:
    at = draft.end
    low, following = low_at(tokens, at), low_at(tokens, at + 1)
    if draft.bound is not Bound.EXACT:
        return
    if (low in {"-", "–"} and following == "plus") or (low == "or" and following == "more"):
        draft.bound, draft.end = Bound.AT_LEAST, at + 2
    elif low in {"+", "plus"}:
        draft.bound, draft.end = Bound.AT_LEAST, at + 1
    elif low == "or" and following == "so":
        draft.bound, draft.end = Bound.ABOUT, at + 2
    elif low == "or" and following in {"less", "fewer"}:
        draft.bound, draft.end = Bound.AT_MOST, at + 2
