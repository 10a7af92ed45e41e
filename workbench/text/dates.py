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
from calendar import monthrange
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta
from enum import StrEnum
from functools import lru_cache

_UNKNOWN_YEAR = 2000
"""Stands in for a year that nothing tells; a leap year, so that February 29 exists."""


class DateKind(StrEnum):
    """How precise a mention is."""

    DAY = "date"
    RANGE = "daterange"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    TIME = "time"


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


_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_MONTH_NUMBERS = {name: i for i, name in enumerate(_MONTHS, 1)}
_MONTH_NUMBERS |= {name[:3]: i for name, i in _MONTH_NUMBERS.items()} | {"Sept": 9}
_WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
_COUNTS = {
    word: value
    for value, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve".split(),  # noqa: SIM905
        1,
    )
} | {"a": 1, "an": 1}
_PARTS = {"early": 0, "mid": 1, "middle": 1, "late": 2}
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
_QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4}

_S = r"[\s,]{1,3}"
_MONTH = rf"(?:(?:{'|'.join(_MONTHS)})\b|(?:Sept|{'|'.join(month[:3] for month in _MONTHS)})\b\.?)"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?!\d|[.,]\d)(?:st|nd|rd|th)?"
_YEAR = r"(?:1\d{3}|20\d{2})(?![\d%]|[.,]\d|\sB\.?C)"
_WEEKDAY = "(?:" + "|".join(_WEEKDAYS) + r")\b"
_DASH = r"\s?(?:[-–—]|to|through|until|and)\s?"
_PART = r"(?:early|mid|late)(?:[\s-]{1,2}(?:in\s)?)"
_NO_COUNT = (
    r"(?!\s(?:people|dead|dollars|euros|times|percent|per cent|men|women|soldiers|troops|homes|"
    r"jobs|deaths|cases|miles|kilomet|met)|-strong)"
)

_SEPTEMBER_11 = re.compile(r"Sep\w{0,6}\.? 11 (?:attacks|terror|hijack|[Cc]ommission)")

_Days = tuple[date, date, DateKind, bool] | time | None
_Rule = Callable[[re.Match[str], date | None], _Days]


def _named_day(match: re.Match[str], reference: date | None) -> _Days:
    month = _MONTH_NUMBERS[match["month"].rstrip(".")]
    if _SEPTEMBER_11.match(match.string, match.start()):
        return date(2001, 9, 11), date(2001, 9, 11), DateKind.DAY, True
    first = _on(match["year"], month, _number(match["day"]), reference)
    if first is None or not match["day2"]:
        return first and (first[0], first[0], DateKind.DAY, first[1])
    month2 = _MONTH_NUMBERS[match["month2"].rstrip(".")] if match["month2"] else month
    last = _on(str(first[0].year), month2, _number(match["day2"]), reference)
    if last is None or last[0] < first[0]:
        return None
    return first[0], last[0], DateKind.RANGE, first[1]


def _day_first(match: re.Match[str], reference: date | None) -> _Days:
    month = _MONTH_NUMBERS[match["month"].rstrip(".")]
    last = _on(match["year"], month, _number(match["day"]), reference)
    if last is None:
        return None
    if not match["day0"]:
        return last[0], last[0], DateKind.DAY, last[1]
    day = _number(match["day0"])
    if day > last[0].day:
        return None
    return last[0].replace(day=day), last[0], DateKind.RANGE, last[1]


def _number(day: str) -> int:
    return int(day.rstrip("sthndr"))


def _on(year: str | None, month: int, day: int, near: date | None) -> tuple[date, bool] | None:
    """A day of a year, or of the year that brings it nearest; news looks back more than ahead."""
    try:
        if year:
            return date(int(year), month, day), True
        if near is None:
            return date(_UNKNOWN_YEAR, month, day), False
    except ValueError:
        return None
    found: list[tuple[float, date]] = []
    for candidate in (near.year - 1, near.year, near.year + 1):
        try:
            days = (date(candidate, month, day) - near).days
        except ValueError:
            continue
        found.append((days * 1.05 if days > 0 else -days, date(candidate, month, day)))
    return (min(found)[1], True) if found else None


def _iso(match: re.Match[str], _: date | None) -> _Days:
    return _readings((match["year"], match["month"], match["day"]))


def _numeric(match: re.Match[str], _: date | None) -> _Days:
    a, b, year = match["a"], match["b"], match["year"]
    return _readings((year, b, a), (year, a, b))


def _readings(*readings: tuple[str, str, str]) -> _Days:
    """The days that a numeric date may mean: 03/04/2024 has two readings, and both must do."""
    days = []
    for year, month, day in readings:
        try:
            days.append(date(int(year), int(month), int(day)))
        except ValueError:
            continue
    if not days:
        return None
    return min(days), max(days), DateKind.DAY if len(set(days)) == 1 else DateKind.RANGE, True


def _month(match: re.Match[str], reference: date | None) -> _Days:
    number = _MONTH_NUMBERS[match["month"].rstrip(".")]
    middle = _on(match["year"], number, 15, reference)
    if middle is None:
        return None
    day, known = middle
    first, last = 1, monthrange(day.year, day.month)[1]
    if match["part"]:
        part = _PARTS[match["part"].lower()]
        first, last = ((1, 10), (11, 20), (21, last))[part]
    return day.replace(day=first), day.replace(day=last), DateKind.RANGE, known


def _year(match: re.Match[str], _: date | None) -> _Days:
    year = int(match["year"])
    if match["part"]:
        part = _PARTS[match["part"].lower()]
        months = ((1, 4), (5, 8), (9, 12))[part]
        return _months(year, *months)
    return date(year, 1, 1), date(year, 12, 31), DateKind.YEAR, True


def _months(year: int, first: int, last: int) -> _Days:
    end_year, last = (year + 1, last - 12) if last > 12 else (year, last)
    end = date(end_year, last, monthrange(end_year, last)[1])
    return date(year, first, 1), end, DateKind.RANGE, True


def _years(match: re.Match[str], _: date | None) -> _Days:
    first, last = int(match["year"]), int(match["year2"])
    if last < 100:
        last += first // 100 * 100
    if last < first:
        return None
    return date(first, 1, 1), date(last, 12, 31), DateKind.RANGE, True


def _decade(match: re.Match[str], _: date | None) -> _Days:
    first = int(match["year"])
    years = (0, 9)
    if match["part"]:
        years = ((0, 3), (4, 6), (7, 9))[_PARTS[match["part"].lower()]]
    return date(first + years[0], 1, 1), date(first + years[1], 12, 31), DateKind.DECADE, True


def _century(match: re.Match[str], _: date | None) -> _Days:
    number = int(match["number"])
    if not 2 <= number <= 21:
        return None
    first = (number - 1) * 100
    return date(first, 1, 1), date(first + 99, 12, 31), DateKind.CENTURY, True


def _season(match: re.Match[str], _: date | None) -> _Days:
    first = _SEASONS[match["season"].lower()]
    return _months(int(match["year"]), first, first + 2)


def _quarter(match: re.Match[str], _: date | None) -> _Days:
    quarter = _QUARTERS[match["quarter"].lower()]
    return _months(int(match["year"]), 3 * quarter - 2, 3 * quarter)


def _weekday(match: re.Match[str], reference: date | None) -> _Days:
    if reference is None:
        return None
    ahead = (_WEEKDAYS.index(match["weekday"]) - reference.weekday()) % 7
    which = (match["which"] or "").lower()
    if which == "next":
        day = reference + timedelta(ahead or 7)
    elif which in {"last", "past"}:
        day = reference + timedelta(ahead - 7)
    else:
        day = reference + timedelta(ahead - 7 if ahead else 0)
    return day, day, DateKind.DAY, True


def _relative_day(match: re.Match[str], reference: date | None) -> _Days:
    if reference is None:
        return None
    days = {"yesterday": -1, "tomorrow": 1}.get(match["word"].lower(), 0)
    day = reference + timedelta(days)
    return day, day, DateKind.DAY, True


def _relative_period(match: re.Match[str], reference: date | None) -> _Days:
    if reference is None:
        return None
    step = {"last": -1, "this": 0, "next": 1}[match["which"].lower()]
    unit = match["unit"]
    if unit == "week":
        monday = reference - timedelta(reference.weekday()) + timedelta(7 * step)
        return monday, monday + timedelta(6), DateKind.RANGE, True
    if unit == "month":
        year, month = divmod(reference.year * 12 + reference.month - 1 + step, 12)
        return _months(year, month + 1, month + 1)
    year = reference.year + step
    return date(year, 1, 1), date(year, 12, 31), DateKind.RANGE, True


def _ago(match: re.Match[str], reference: date | None) -> _Days:
    if reference is None:
        return None
    word = match["count"].lower()
    count = int(word) if word.isdecimal() else _COUNTS[word]
    unit = match["unit"]
    if unit in {"day", "week"}:
        day = reference - timedelta(count * (7 if unit == "week" else 1))
    else:
        months = count * {"month": 1, "year": 12, "decade": 120}[unit]
        year, month = divmod(reference.year * 12 + reference.month - 1 - months, 12)
        if year < 1:
            return None
        last = monthrange(year, month + 1)[1]
        day = date(year, month + 1, min(reference.day, last))
    return day, day, DateKind.DAY, True


def _clock(match: re.Match[str], _: date | None) -> _Days:
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    half = (match["half"] or "").lower()
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "p" else 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def _named_time(match: re.Match[str], _: date | None) -> _Days:
    return time(12 if match[0].lower() == "noon" else 0)


_IN = (
    r"(?:(?i:in|since|by|until|till|from|of|during|before|after|throughout|to|last|next|this|late|"
    r"early|for|between|around|through|mid)[\s-]{1,2})"
)
_WORDS = {
    "day": ("day",),
    "near": ("day", "night", "morrow"),
    "period": ("week", "month", "year"),
    "ago": ("ago", "earlier"),
    "season": tuple(_SEASONS),
    "quarter": ("quarter",),
    "noon": ("midnight", "noon"),
}
_FIGURES = {
    "digit": re.compile(r"\d"),
    "year": re.compile(r"[12]\d{3}"),
    "century": re.compile(r"\d[a-z]{2}[\s-]century"),
    "era": re.compile(r"\d\sB"),
    "clock": re.compile(r"\d\s?[:.aApP]"),
}
"""What a rule cannot do without, found by quick scans: most sentences hold little of it."""

_RULES: tuple[tuple[set[str], re.Pattern[str], _Rule], ...] = tuple(
    (set(needs.split()), re.compile(pattern), rule)
    for needs, pattern, rule in (
        (
            "month digit",
            rf"\b(?:{_WEEKDAY}{_S})?(?P<month>{_MONTH})\s{{1,2}}(?P<day>{_DAY})"
            rf"(?:{_DASH}(?:(?P<month2>{_MONTH})\s)?(?P<day2>{_DAY}))?(?:{_S}(?P<year>{_YEAR}))?",
            _named_day,
        ),
        (
            "month digit",
            rf"\b(?:{_WEEKDAY}{_S})?(?:the\s)?(?:(?P<day0>{_DAY}){_DASH})?(?<![\d.,])(?P<day>{_DAY})"
            rf"\.?\s(?:of\s)?(?P<month>{_MONTH})(?:{_S}(?P<year>{_YEAR}))?",
            _day_first,
        ),
        ("year", r"(?<!\d)(?P<year>[12]\d{3})-(?P<month>\d{2})-(?P<day>\d{2})(?!\d)", _iso),
        (
            "year",
            r"(?<![\d/.])(?P<a>\d{1,2})(?P<mark>[/.])(?P<b>\d{1,2})(?P=mark)(?P<year>[12]\d{3})"
            r"(?!\d)",
            _numeric,
        ),
        ("month", rf"\b(?P<part>){_IN}(?P<month>{_MONTH})(?P<year>)(?![\s-]\d)", _month),
        ("month year", rf"\b(?P<part>)(?P<month>{_MONTH}){_S}(?P<year>{_YEAR})", _month),
        (
            "month",
            rf"\b(?P<part>(?i:early|mid|late))[\s-]{{1,2}}(?:in\s)?(?P<month>{_MONTH})"
            rf"(?:{_S}(?P<year>{_YEAR}))?(?!\s\d)",
            _month,
        ),
        (
            "year",
            rf"\b(?P<part>){_IN}(?:the\syear\s)?(?P<year>{_YEAR})(?!s\b|[-–/]\d){_NO_COUNT}",
            _year,
        ),
        ("year", rf"\b(?P<part>(?i:early|mid|late))[\s-]{{1,2}}(?P<year>{_YEAR})(?!s\b)", _year),
        (
            "year",
            r"(?:(?<=[Tt]he )|(?<=['’]s )|(?<=[Hh]is )|(?<=[Hh]er )|(?<=[Ii]ts )|(?<=\())"
            rf"(?P<part>)(?P<year>{_YEAR})(?!s\b|[-–/]\d)"
            rf"{_NO_COUNT}",
            _year,
        ),
        (
            "year",
            rf"\b(?:(?i:between|from)\s)?(?P<year>{_YEAR}){_DASH}"
            rf"(?P<year2>{_YEAR}|\d{{2}}(?!\d|[.,]\d)){_NO_COUNT}",
            _years,
        ),
        (
            "year",
            r"\b(?:(?i:the)\s)?(?:(?P<part>(?i:early|mid|late))[\s-]{1,2})?(?P<year>[12]\d\d0)['’]?s\b",
            _decade,
        ),
        ("era", r"\b\d{1,4}\sB\.?C", lambda *_: None),  # A year that `date` cannot hold.
        ("century", r"\b(?P<number>\d{1,2})(?:st|nd|rd|th)[\s-]century\b", _century),
        (
            "season year",
            rf"\b(?P<season>(?i:spring|summer|autumn|fall|winter))\s(?:of\s)?(?P<year>{_YEAR})",
            _season,
        ),
        (
            "quarter year",
            rf"\b(?P<quarter>(?i:first|second|third|fourth))\squarter\sof\s(?P<year>{_YEAR})",
            _quarter,
        ),
        (
            "day",
            rf"\b(?:(?P<which>(?i:last|next|this|past))\s)?(?:early\s|late\s)?(?P<weekday>{_WEEKDAY})"
            r"(?:\s(?:morning|afternoon|evening|night))?",
            _weekday,
        ),
        ("near", r"\b(?P<word>(?i:yesterday|today|tonight|tomorrow))\b", _relative_day),
        (
            "period",
            r"\b(?P<which>(?i:last|this|next))\s(?P<unit>week|month|year)\b(?!-)",
            _relative_period,
        ),
        (
            "ago",
            r"\b(?P<count>\d{1,3}|(?i:" + "|".join(_COUNTS) + r"))\s"
            r"(?P<unit>day|week|month|year|decade)s?\s(?:ago|earlier)\b",
            _ago,
        ),
        (
            "clock",
            r"(?<![\d:.,])(?P<hour>\d{1,2})(?:[:.]\s?(?P<minute>\d{2}))?\s?(?P<half>[aApP])\.?\s?[mM]\b\.?",
            _clock,
        ),
        (
            "clock",
            r"(?<![\d:.,])(?P<hour>\d{1,2}):(?P<minute>\d{2})(?P<half>)(?![\d:]|\s?[ap]\.?m)",
            _clock,
        ),
        ("noon", r"\b(?i:midnight|noon)\b", _named_time),
    )
)

_Found = tuple[int, int, DateMention | None]


def _present(text: str) -> set[str]:
    """Which of the things that rules need a text holds."""
    low = text.lower()
    present = {name for name, words in _WORDS.items() if any(word in low for word in words)}
    if any(month[:3] in text for month in _MONTHS):
        present.add("month")
    if _FIGURES["digit"].search(text):
        present |= {name for name, figure in _FIGURES.items() if figure.search(text)}
    return present


def _candidates(text: str, reference: date | None) -> Iterator[_Found]:
    present = _present(text)
    for needs, pattern, rule in _RULES:
        if not needs <= present:
            continue
        for match in pattern.finditer(text):
            start, end = _trimmed(match)
            days = rule(match, reference)
            if days is None:
                yield start, end, None
            elif isinstance(days, time):
                yield start, end, DateMention(None, None, DateKind.TIME, start, end, time=days)
            else:
                lo, hi, kind, known = days
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
