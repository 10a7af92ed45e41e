"""Dates in a sentence, as closed ranges of days.

"early March", "Friday night" and "the 2000s" each say that something happened between two days, so
each mention becomes a first and a last day, and two mentions contradict each other only if their
ranges do not meet. What depends on the day of writing ("Friday", "last week") is resolved only when
that day is known; a date without a year is then put into the year that brings it nearest.

Each rule is a pattern of bounded length and a function that turns a match into days; the longest
match wins where rules overlap. Month names count only with a capital and only where a number or a
preposition makes them a date, so that "may", "march" and "April Ryan" are none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, time
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from workbench.text import day_ranges as days
from workbench.text.day_ranges import (
    COUNTS,
    MONTHS,
    SEASONS,
    WEEKDAYS,
    Rule,
)
from workbench.text.day_ranges import DateKind as DateKind

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date or time of day as a text gives it.

    Attributes:
        lo: The first day it may mean. None for a time of day.
        hi: The last day, included. None for a time of day.
        kind: How precise it is.
        start: First code point of the mention.
        end: One past its last.
        year_known: Whether the year was given or follows from the reference. If not, `lo` and
            `hi` lie in the year 2000 and only month and day may be compared.
        time: The time of day, for `DateKind.TIME`.
    """

    lo: date | None
    hi: date | None
    kind: DateKind
    start: int
    end: int
    year_known: bool = True
    time: time | None = None


def find_dates(text: str, reference: date | None = None) -> tuple[DateMention, ...]:
    """Find the dates and times of day that a text mentions.

    Args:
        text: A sentence, or a few.
        reference: The day it was written; without it, mentions relative to that day are left out.

    Returns:
        Mentions in order, not overlapping.
    """
    return tuple(m for _, _, m in _longest(text, reference) if m is not None)


def date_spans(text: str) -> list[tuple[int, int]]:
    """Spans of everything worded as a date, resolved or not: figures in there count nothing."""
    return [(start, end) for start, end, _ in _longest(text, None)]


_S = r"[\s,]{1,3}"
_MONTH = rf"(?:(?:{'|'.join(MONTHS)})\b|(?:Sept|{'|'.join(month[:3] for month in MONTHS)})\b\.?)"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?!\d|[.,]\d)(?:st|nd|rd|th)?"
_YEAR = r"(?:1\d{3}|20\d{2})(?![\d%]|[.,]\d|\sB\.?C|\s(?:GMT|UTC|h|hrs|hours)\b)"
_WEEKDAY = "(?:" + "|".join(WEEKDAYS) + r")\b"
_DASH = r"\s?(?:[-–—]|to|through|until|and)\s?"
_PART = r"(?:early|mid|late)(?:[\s-]{1,2}(?:in\s)?)"
_NO_COUNT = (
    r"(?!\s(?:people|dead|dollars|euros|times|percent|per cent|men|women|soldiers|troops|homes|"
    r"jobs|deaths|cases|miles|kilomet|met)|-strong)"
)

_IN = (
    r"(?:(?i:in|since|by|until|till|from|of|during|before|after|throughout|to|last|next|this|late|"
    r"early|for|between|around|through|mid)[\s-]{1,2})"
)
_WORDS = {
    "day": ("day",),
    "near": ("day", "night", "morrow"),
    "period": ("week", "month", "year"),
    "ago": ("ago", "earlier"),
    "season": tuple(SEASONS),
    "quarter": ("quarter",),
    "noon": ("midnight", "noon"),
}
_FIGURES = {
    "year": re.compile(r"[12]\d{3}"),
    "century": re.compile(r"\d[a-z]{2}[\s-]century"),
    "era": re.compile(r"\d\sB"),
    "clock": re.compile(r"\d\s?[:.aApP]"),
}
"""What a rule cannot do without, found by quick scans: most sentences hold little of it."""

_RULES: tuple[tuple[set[str], str, Rule], ...] = tuple(
    (set(needs.split()), pattern, rule)
    for needs, pattern, rule in (
        (
            "month digit",
            rf"\b(?:{_WEEKDAY}{_S})?(?P<month>{_MONTH})\s{{1,2}}(?P<day>{_DAY})"
            rf"(?:{_DASH}(?:(?P<month2>{_MONTH})\s)?(?P<day2>{_DAY}))?(?:{_S}(?P<year>{_YEAR}))?",
            days.named_day,
        ),
        (
            "month digit",
            rf"\b(?:{_WEEKDAY}{_S})?(?:the\s)?(?:(?P<day0>{_DAY}){_DASH})?(?<![\d.,])(?P<day>{_DAY})"
            rf"\.?\s(?:of\s)?(?P<month>{_MONTH})(?:{_S}(?P<year>{_YEAR}))?",
            days.day_first,
        ),
        ("year", r"(?<!\d)(?P<year>[12]\d{3})-(?P<month>\d{2})-(?P<day>\d{2})(?!\d)", days.iso),
        (
            "year",
            r"(?<![\d/.])(?P<a>\d{1,2})(?P<mark>[/.])(?P<b>\d{1,2})(?P=mark)(?P<year>[12]\d{3})"
            r"(?!\d)",
            days.numeric,
        ),
        ("month", rf"\b(?P<part>){_IN}(?P<month>{_MONTH})(?P<year>)(?![\s-]\d)", days.month),
        (
            "month",
            rf"\b{_IN}(?P<month>{_MONTH})\s(?:and|to|until)\s(?P<month2>{_MONTH})"
            rf"(?:{_S}(?P<year>{_YEAR}))?(?!\s\d)",
            days.months,
        ),
        ("month year", rf"\b(?P<part>)(?P<month>{_MONTH}){_S}(?P<year>{_YEAR})", days.month),
        (
            "month",
            rf"\b(?P<part>(?i:early|mid|late))[\s-]{{1,2}}(?:in\s)?(?P<month>{_MONTH})"
            rf"(?:{_S}(?P<year>{_YEAR}))?(?!\s\d)",
            days.month,
        ),
        (
            "year",
            rf"\b(?P<part>){_IN}(?:the\syear\s)?(?P<year>{_YEAR})(?!s\b|[-–/]\d){_NO_COUNT}",
            days.year,
        ),
        (
            "year",
            rf"\b(?P<part>(?i:early|mid|late))[\s-]{{1,2}}(?P<year>{_YEAR})(?!s\b)",
            days.year,
        ),
        (
            "year",
            r"(?:(?<=[Tt]he )|(?<=['’]s )|(?<=[Hh]is )|(?<=[Hh]er )|(?<=[Ii]ts )|(?<=\())"
            rf"(?P<part>)(?P<year>{_YEAR})(?!s\b|[-–/]\d)"
            rf"{_NO_COUNT}",
            days.year,
        ),
        (
            "year",
            rf"\b(?:(?i:between|from)\s)?(?P<year>{_YEAR}){_DASH}"
            rf"(?P<year2>{_YEAR}|\d{{2}}(?!\d|[.,]\d)){_NO_COUNT}",
            days.years,
        ),
        (
            "year",
            r"\b(?:(?i:the)\s)?(?:(?P<part>(?i:early|mid|late))[\s-]{1,2})?(?P<year>[12]\d\d0)['’]?s\b",
            days.decade,
        ),
        ("era", r"\b\d{1,4}\sB\.?C", lambda *_: None),  # A year that `date` cannot hold.
        ("century", r"\b(?P<number>\d{1,2})(?:st|nd|rd|th)[\s-]century\b", days.century),
        (
            "season year",
            rf"\b(?P<season>(?i:spring|summer|autumn|fall|winter))\s(?:of\s)?(?P<year>{_YEAR})",
            days.season,
        ),
        (
            "quarter year",
            rf"\b(?P<quarter>(?i:first|second|third|fourth))\squarter\sof\s(?P<year>{_YEAR})",
            days.quarter,
        ),
        (
            "day",
            rf"\b(?:(?P<which>(?i:last|next|this|past))\s)?(?:early\s|late\s)?(?P<weekday>{_WEEKDAY})"
            r"(?:\s(?:morning|afternoon|evening|night))?",
            days.weekday,
        ),
        ("near", r"\b(?P<word>(?i:yesterday|today|tonight|tomorrow))\b", days.relative_day),
        (
            "period",
            r"\b(?P<which>(?i:last|this|next))\s(?P<unit>week|month|year)\b(?!-)",
            days.relative_period,
        ),
        (
            "ago",
            r"\b(?P<count>\d{1,3}|(?i:" + "|".join(COUNTS) + r"))\s"
            r"(?P<unit>day|week|month|year|decade)s?\s(?:ago|earlier)\b",
            days.ago,
        ),
        (
            "clock",
            r"(?<![\d:.,])(?P<hour>\d{1,2})(?:[:.]\s?(?P<minute>\d{2}))?\s?(?P<half>[aApP])\.?\s?[mM]\b\.?",
            days.clock,
        ),
        (
            "clock",
            r"(?<![\d:.,])(?P<hour>\d{1,2}):(?P<minute>\d{2})(?P<half>)(?![\d:]|\s?[ap]\.?m)",
            days.clock,
        ),
        ("noon", r"\b(?i:midnight|noon)\b", days.named_time),
    )
)

_Found = tuple[int, int, DateMention | None]


_WORD_LIST = tuple((name, word) for name, words in _WORDS.items() for word in words)
_DIGIT = re.compile(r"\d")
_ANY_FIGURE = re.compile("|".join(figure.pattern for figure in _FIGURES.values()))
_MONTH_START = re.compile("|".join(month[:3] for month in MONTHS))


@lru_cache(maxsize=64)
def _present(text: str) -> frozenset[str]:
    """Which of the things that rules need a text holds."""
    low = text.lower()
    present = {name for name, word in _WORD_LIST if word in low}
    if _MONTH_START.search(text):
        present.add("month")
    if _DIGIT.search(text):
        present.add("digit")
        if _ANY_FIGURE.search(text):
            present |= {name for name, figure in _FIGURES.items() if figure.search(text)}
    return frozenset(present)


@lru_cache(maxsize=1000)
def _rules(present: frozenset[str]) -> tuple[tuple[str, Rule], ...]:
    """The rules for which a text holds all that they need."""
    return tuple((pattern, rule) for needs, pattern, rule in _RULES if needs <= present)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """A rule's pattern, compiled when a text first needs it: all of them take 10 ms."""
    return re.compile(pattern)


def _candidates(text: str, reference: date | None) -> Iterator[_Found]:
    for pattern, rule in _rules(_present(text)):
        for match in _compiled(pattern).finditer(text):
            start, end = _trimmed(match)
            meant = rule(match, reference)
            if meant is None:
                yield start, end, None
            elif isinstance(meant, time):
                yield start, end, DateMention(None, None, DateKind.TIME, start, end, time=meant)
            else:
                lo, hi, kind, known = meant
                yield start, end, DateMention(lo, hi, kind, start, end, known)


def _trimmed(match: re.Match[str]) -> tuple[int, int]:
    """The mention without the preposition that only shows that it is one."""
    groups = match.re.groupindex
    if "part" in groups and not match["part"]:
        return match.start("month" if "month" in groups else "year"), match.end()
    return match.span()


@lru_cache(maxsize=64)  # Figures, speakers and dates of a sentence are looked for in turn.
def _longest(text: str, reference: date | None) -> list[_Found]:
    kept: list[_Found] = []
    for found in sorted(_candidates(text, reference), key=lambda f: (f[0], -f[1], f[2] is None)):
        if not kept or found[0] >= kept[-1][1]:
            kept.append(found)
    return kept
