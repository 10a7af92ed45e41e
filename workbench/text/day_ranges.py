"""What the words of a date mean in days: one function for each way of naming a day.

Each is handed a match of a pattern in `workbench.text.dates` and the day that the text was written,
if that is known, and gives the first and the last day that may be meant.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, time, timedelta
from enum import StrEnum

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


MONTHS = [
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
_MONTH_NUMBERS = {name: i for i, name in enumerate(MONTHS, 1)}
_MONTH_NUMBERS |= {name[:3]: i for name, i in _MONTH_NUMBERS.items()} | {"Sept": 9}
WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
COUNTS = {
    word: value
    for value, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve".split(),  # noqa: SIM905
        1,
    )
} | {"a": 1, "an": 1}
_PARTS = {"early": 0, "mid": 1, "middle": 1, "late": 2}
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
_QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4}

_SEPTEMBER_11 = re.compile(r"Sep\w{0,6}\.? 11 (?:attacks|terror|hijack|[Cc]ommission)")

Days = tuple[date, date, DateKind, bool] | time | None
Rule = Callable[[re.Match[str], date | None], Days]


def named_day(match: re.Match[str], reference: date | None) -> Days:
    """As in "March 5", "Mar. 5–7, 2024"."""
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


def day_first(match: re.Match[str], reference: date | None) -> Days:
    """As in "5 March", "5–7 March 2024"."""
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


def iso(match: re.Match[str], _: date | None) -> Days:
    """As in "2024-03-05"."""
    return _readings((match["year"], match["month"], match["day"]))


def numeric(match: re.Match[str], _: date | None) -> Days:
    """As in "05/03/2024", "5.3.2024"."""
    a, b, year = match["a"], match["b"], match["year"]
    return _readings((year, b, a), (year, a, b))


def _readings(*readings: tuple[str, str, str]) -> Days:
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


def month(match: re.Match[str], reference: date | None) -> Days:
    """As in "in March", "early March 2024"."""
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


def months(match: re.Match[str], reference: date | None) -> Days:
    """As in "between January and March", "in May and June 2024"."""
    first, last = (_MONTH_NUMBERS[match[name].rstrip(".")] for name in ("month", "month2"))
    middle = _on(match["year"], last, 15, reference)
    if middle is None or last < first:
        return None
    day, known = middle
    end = day.replace(day=monthrange(day.year, last)[1])
    return day.replace(month=first, day=1), end, DateKind.RANGE, known


def year(match: re.Match[str], _: date | None) -> Days:
    """As in "in 2024", "late 2024"."""
    year = int(match["year"])
    if match["part"]:
        part = _PARTS[match["part"].lower()]
        months = ((1, 4), (5, 8), (9, 12))[part]
        return _months(year, *months)
    return date(year, 1, 1), date(year, 12, 31), DateKind.YEAR, True


def _months(year: int, first: int, last: int) -> Days:
    end_year, last = (year + 1, last - 12) if last > 12 else (year, last)
    end = date(end_year, last, monthrange(end_year, last)[1])
    return date(year, first, 1), end, DateKind.RANGE, True


def years(match: re.Match[str], _: date | None) -> Days:
    """As in "2014–2016", "between 2014 and 2016"."""
    first, last = int(match["year"]), int(match["year2"])
    if last < 100:
        last += first // 100 * 100
    if last < first:
        return None
    return date(first, 1, 1), date(last, 12, 31), DateKind.RANGE, True


def decade(match: re.Match[str], _: date | None) -> Days:
    """As in "the 1990s", "the early 1990s"."""
    first = int(match["year"])
    years = (0, 9)
    if match["part"]:
        years = ((0, 3), (4, 6), (7, 9))[_PARTS[match["part"].lower()]]
    return date(first + years[0], 1, 1), date(first + years[1], 12, 31), DateKind.DECADE, True


def century(match: re.Match[str], _: date | None) -> Days:
    """As in "19th century"."""
    number = int(match["number"])
    if not 2 <= number <= 21:
        return None
    first = (number - 1) * 100
    return date(first, 1, 1), date(first + 99, 12, 31), DateKind.CENTURY, True


def season(match: re.Match[str], _: date | None) -> Days:
    """As in "spring of 2024"; winter runs into the next year."""
    first = SEASONS[match["season"].lower()]
    return _months(int(match["year"]), first, first + 2)


def quarter(match: re.Match[str], _: date | None) -> Days:
    """As in "first quarter of 2024"."""
    quarter = _QUARTERS[match["quarter"].lower()]
    return _months(int(match["year"]), 3 * quarter - 2, 3 * quarter)


def weekday(match: re.Match[str], reference: date | None) -> Days:
    """As in "Friday", "last Friday": the one that is meant, seen from the day of writing."""
    if reference is None:
        return None
    ahead = (WEEKDAYS.index(match["weekday"]) - reference.weekday()) % 7
    which = (match["which"] or "").lower()
    if which == "next":
        day = reference + timedelta(ahead or 7)
    elif which in {"last", "past"}:
        day = reference + timedelta(ahead - 7)
    else:
        day = reference + timedelta(ahead - 7 if ahead else 0)
    return day, day, DateKind.DAY, True


def relative_day(match: re.Match[str], reference: date | None) -> Days:
    """As in "yesterday", "tonight"."""
    if reference is None:
        return None
    days = {"yesterday": -1, "tomorrow": 1}.get(match["word"].lower(), 0)
    day = reference + timedelta(days)
    return day, day, DateKind.DAY, True


def relative_period(match: re.Match[str], reference: date | None) -> Days:
    """As in "last week", "next year"."""
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


def ago(match: re.Match[str], reference: date | None) -> Days:
    """As in "two days ago", "a decade earlier"."""
    if reference is None:
        return None
    word = match["count"].lower()
    count = int(word) if word.isdecimal() else COUNTS[word]
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


def clock(match: re.Match[str], _: date | None) -> Days:
    """As in "5:30", "5 p.m."."""
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    half = (match["half"] or "").lower()
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "p" else 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def named_time(match: re.Match[str], _: date | None) -> Days:
    """As in "noon", "midnight"."""
    return time(12 if match[0].lower() == "noon" else 0)
