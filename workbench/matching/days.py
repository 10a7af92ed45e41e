"""Whether two dates may be the same day: ranges of days that meet, as far as each is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.text.dates import DateKind

if TYPE_CHECKING:
    from datetime import date

    from workbench.text.dates import DateMention

COMPARED = frozenset({DateKind.DAY, DateKind.RANGE, DateKind.YEAR})
"""Kinds that are precise enough to contradict one another."""


def dates_meet(one: DateMention, other: DateMention) -> bool:
    """Whether one day may be meant by both; a time of day, or no date, meets everything."""
    if one.lo is None or one.hi is None or other.lo is None or other.hi is None:
        return True
    if one.year_known and other.year_known:
        return max(one.lo, other.lo) <= min(one.hi, other.hi)
    if DateKind.YEAR in (one.kind, other.kind):
        return True
    return max(_in_year(one.lo), _in_year(other.lo)) <= min(_in_year(one.hi), _in_year(other.hi))


def _in_year(day: date) -> tuple[int, int]:
    return day.month, day.day
