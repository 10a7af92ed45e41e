"""Words that a text gives as somebody's own: what stands between quotation marks.

Only the marks are read. A closing mark must fit its opening one, within one paragraph and a bounded
distance, so that a mark that is never closed swallows nothing. Apostrophes open nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

_LONGEST = 2000
"""Code points; a quotation that is longer was not closed."""
_CLOSING = {"“": '”"', "„": "“”", "«": "»", "»": "«", '"': '"”', "‘": "’", "「": "」", "『": "』"}
_DOUBLE = re.compile(r"[“”„«»\"「」『』]|\n[ \t]*(?=\n)")
_SINGLE = re.compile(r"[‘’]|\n[ \t]*(?=\n)")
_MAY_STAY_OPEN = frozenset("“«„")
"""Marks that a quotation of several paragraphs or sentences opens without closing."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """Quoted words.

    Attributes:
        start: First code point between the marks.
        end: One past the last.
        closed: Whether a closing mark was found; otherwise it ends with its paragraph.
    """

    start: int
    end: int
    closed: bool = True


def find_quotations(text: str) -> tuple[Quotation, ...]:
    """Find the outermost quotations of a text.

    Args:
        text: A sentence or more. A sentence of a longer quotation may begin inside it: what comes
            before a closing mark without an opening one is then no quotation here.

    Returns:
        In order, not overlapping, none empty.
    """
    double = _scan(text, _DOUBLE)
    single = [one for one in _scan(text, _SINGLE) if not _overlaps(one, double)]
    return tuple(sorted(double + single, key=lambda quotation: quotation.start))


def _overlaps(quotation: Quotation, others: list[Quotation]) -> bool:
    """Whether it overlaps any of the others, which are in order."""
    last = bisect_right(others, quotation.end, key=lambda other: other.start) - 1
    return last >= 0 and others[last].end >= quotation.start


def _scan(text: str, marks: re.Pattern[str]) -> list[Quotation]:
    """One pass over the marks of one level, with at most one quotation open at a time."""
    found: list[Quotation] = []
    opened, start = "", 0
    for match in marks.finditer(text):
        mark, at = match[0][0], match.start()
        if opened and at - start > _LONGEST:
            opened = ""
        if opened and mark in _CLOSING[opened] and _closes(text, opened, at):
            _keep(found, text, start, at, closed=True)
            opened = ""
        elif mark == "\n":
            if opened in _MAY_STAY_OPEN:
                _keep(found, text, start, at, closed=False)
            opened = ""
        elif mark in _CLOSING and _opens(text, at):
            if opened in _MAY_STAY_OPEN:
                continue  # A quotation inside it, or a mark repeated.
            opened, start = mark, at + 1
    if opened in _MAY_STAY_OPEN and len(text) - start <= _LONGEST:
        _keep(found, text, start, len(text), closed=False)
    return found


def _opens(text: str, at: int) -> bool:
    """Whether a mark opens: a word follows it, and none stands right before it."""
    following = text[at + 1 : at + 2]
    if not following or (following.isspace() and text[at] not in "«»"):
        return False
    before = text[at - 1] if at else " "
    if text[at] == "»":
        return not before.isalnum() and before not in ".,!?…\u00a0\u202f " and following.isalnum()
    return not (text[at] in '"‘' and before.isalnum())


def _closes(text: str, mark: str, at: int) -> bool:
    """Whether a mark closes: ’ between letters is an apostrophe, a straight mark may open."""
    following = text[at + 1 : at + 2]
    if text[at] in '’"' or mark == '"':
        return not following.isalnum()
    return True


def _keep(found: list[Quotation], text: str, start: int, end: int, *, closed: bool) -> None:
    """Add a quotation, without the blanks that French typography puts inside the marks."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        found.append(Quotation(start, end, closed))
