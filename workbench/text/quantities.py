"""Figures in a sentence: how much, of what, and how exactly it is meant.

Two sentences contradict each other over a figure only if what they allow does not overlap: "at
least 60" leaves room for 143, "143" and "137" leave room for nothing. So a figure is read into the
closed interval of values that a fair reader would allow, together with its unit, with the noun that
it counts, and with what became of those counted ("killed"), because "60 killed" and "145 injured"
are no contradiction either.

Rules over tokens, each looking a bounded number of tokens around: linear in the text. Numbers in
dates and times (`workbench.text.dates`) and in names ("MH17", "No. 10", "Route 66") count nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise

from workbench.text.counting import find_harm, find_noun
from workbench.text.dates import date_spans
from workbench.text.figures import FIRST_WORDS, Bound, Draft, QuantityKind, read_figure
from workbench.text.numerals import Token, tokenise

__all__ = ["Bound", "Quantity", "QuantityKind", "find_quantities"]

_APPROXIMATELY = 0.1
"""How far off, as a share, "about" may be; for "nearly", below only."""
_COUNTING = frozenset({QuantityKind.NUMBER, QuantityKind.FRACTION, QuantityKind.PERCENT})
_VAGUELY = 20.0
"""How many times "dozens" a fair reader still calls dozens."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure as a text gives it.

    Attributes:
        lo: The least value that it allows, in `unit`; None if there is none.
        hi: The greatest; None if there is none. For a score, `lo` and `hi` are its two sides.
        bound: How it was bounded in words.
        value: The figure itself; the first of a range.
        unit: "%", "USD", "km", "year"…; empty for a plain count.
        kind: What it measures.
        start: First code point, the bounding words included ("at least 60").
        end: One past its last.
        counts: The noun counted, lower case, one or two words ("people"); may be empty.
        harm: What became of those counted: killed, injured, missing, held, rescued, displaced, or
            empty.
    """

    lo: float | None
    hi: float | None
    bound: Bound
    value: float
    unit: str
    kind: QuantityKind
    start: int
    end: int
    counts: str = ""
    harm: str = ""


_MOST_BEFORE_WHOLE = 6
"""Words and marks between a part and its whole: "of the city's"."""


def find_quantities(text: str) -> tuple[Quantity, ...]:
    """Find the figures that a sentence gives.

    Args:
        text: A sentence, or a few.

    Returns:
        Figures in order, not overlapping, in code points of `text`.
    """
    tokens = tokenise(text)
    dates = date_spans(text)
    found: list[Draft] = []
    place = day = 0
    while place < len(tokens):
        token = tokens[place]
        if token.kind != "number" and token.low not in FIRST_WORDS:
            place += 1  # nearly every token
            continue
        while day < len(dates) and dates[day][1] <= token.start:
            day += 1
        if day < len(dates) and dates[day][0] <= token.start:
            place += 1
            continue
        draft = read_figure(tokens, place)
        if draft is None:
            place += 1
            continue
        found.append(draft)
        place = draft.end
    return _with_nouns(tokens, found)


def _interval(draft: Draft) -> tuple[float | None, float | None]:
    value, upper = draft.value, draft.upper
    if upper is not None:
        return value, upper
    if draft.bound is Bound.EXACT:
        return value, value
    slack = abs(value) * _APPROXIMATELY
    intervals: dict[Bound, tuple[float | None, float | None]] = {
        Bound.AT_LEAST: (value, None),
        Bound.MORE_THAN: (value, None),
        Bound.AT_MOST: (None, value),
        Bound.LESS_THAN: (None, value),
        Bound.NEARLY: (value - slack, value),
        Bound.ABOUT: (value - slack, value + slack),
        Bound.VAGUE: (value, value * _VAGUELY),
    }
    return intervals.get(draft.bound, (value, value))


def _with_nouns(tokens: list[Token], drafts: list[Draft]) -> tuple[Quantity, ...]:
    quantities = []
    for i, draft in enumerate(drafts):
        earliest = drafts[i - 1].end if i else 0
        latest = drafts[i + 1].begin if i + 1 < len(drafts) else len(tokens)
        noun_at = find_noun(tokens, draft, latest)
        lo, hi = _interval(draft)
        quantities.append(
            Quantity(
                lo,
                hi,
                draft.bound,
                draft.value,
                draft.unit,
                draft.kind,
                tokens[draft.begin].start,
                tokens[draft.end - 1].end,
                " ".join(token.low for token in tokens[noun_at[0] : noun_at[1]]),
                find_harm(tokens, earliest, draft, noun_at[1], latest)
                if draft.kind in _COUNTING
                else "",
            )
        )
    return tuple(_inherit_nouns(_count_parts(tokens, drafts, quantities)))


def _count_parts(
    tokens: list[Token], drafts: list[Draft], quantities: list[Quantity]
) -> list[Quantity]:
    """Let "88 of the 150 seats" count seats both times."""
    for i, (one, other) in enumerate(pairwise(quantities)):
        if one.counts and not one.counts.endswith(("'s", "’s")):
            continue
        if not one.kind is other.kind is QuantityKind.NUMBER:
            continue
        between = [token.low for token in tokens[drafts[i].end : drafts[i + 1].begin]]
        if between[:1] == ["of"] and len(between) <= _MOST_BEFORE_WHOLE:
            quantities[i] = replace(one, counts=other.counts)
    return quantities


def _inherit_nouns(quantities: list[Quantity]) -> list[Quantity]:
    """Let "killed 60 people and injured 145" count people both times."""
    for i, quantity in enumerate(quantities):
        before = quantities[i - 1] if i else None
        if (
            before
            and before.counts
            and quantity.harm
            and quantity.kind is before.kind is QuantityKind.NUMBER
            and not quantity.counts
        ):
            quantities[i] = replace(quantity, counts=before.counts)
    return quantities
