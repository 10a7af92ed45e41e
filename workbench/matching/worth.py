"""Check-worthiness: which claims to offer first, and why.

A sum of plain signs, each with its points and the words that a reader is shown. It orders and never
hides. Figures carry most of it, as they do in the annotated data of the field (ClaimBuster, Hassan
et al. 2017). To change the order, change `SIGNS`.
"""

from __future__ import annotations

import math
import re
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

    from workbench.matching.facts import Facts

BASE = -1.2


class Sign(NamedTuple):
    """One sign of a claim worth checking, or (with points below 0) of one that is not.

    Attributes:
        points: What it adds to the log odds.
        holds: Whether a sentence shows it.
        reason: Shown to a reader; empty for what takes points away.
    """

    points: float
    holds: Callable[[Facts], bool]
    reason: str


def _words(listed: str) -> Callable[[Facts], bool]:
    wanted = frozenset(listed.split())
    return lambda facts: not wanted.isdisjoint(facts.words)


_NUMBER = re.compile(r"(\d(?<![\w.,:/-]\d)\d{0,17}(?:[.,]\d{1,18}){0,6})(?![\w:/])")
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_NUMBER_WORDS = frozenset(
    "three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "  # noqa: SIM905
    "seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred "
    "hundreds thousand thousands million millions billion billions dozen dozens half".split()
)
_HARMED = _words(
    "killed dead died deaths fatalities casualties injured wounded hurt injuries missing "
    "hostages displaced victims"
)
_DATED = re.compile(
    r"\b(?:(?:Jan|Febr)uary|March|April|June|July|August|(?:Septem|Octo|Novem|Decem)ber|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)"
    r"\.? \d|(?:in|since|until|by) (?:1[89]|20)\d\d)\b"
)
_DATED_WORDS = frozenset(
    "january february march april june july august september october november december "  # noqa: SIM905
    "monday tuesday wednesday thursday friday saturday sunday".split()
)
"""Without one of them, and without a digit, there is no such date."""
_SHORT_MONTHS = frozenset("jan feb mar apr may jun jul aug sep sept oct nov dec".split())  # noqa: SIM905
_MONTH_BEFORE = re.compile(r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.? $")
_MONTH_AFTER = re.compile(
    r"(?:st|nd|rd|th)? (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\b"
)
_MONTH_LENGTH = 11


def _has_figure(facts: Facts) -> bool:
    """A figure that tells something: "the two countries" counts nothing, a day or year neither.

    By a glance, not by `workbench.text.quantities`: this is asked of every sentence of a case.
    """
    if not _NUMBER_WORDS.isdisjoint(facts.words):
        return True
    if not facts.has_digit:
        return False
    text = facts.text
    return any(
        not _YEAR.fullmatch(found[1])
        and not _MONTH_AFTER.match(text, found.end())
        and not _MONTH_BEFORE.search(text[max(0, found.start() - _MONTH_LENGTH) : found.start()])
        for found in _NUMBER.finditer(text)
    )


def _has_harm(facts: Facts) -> bool:
    return _HARMED(facts) and (_has_figure(facts) or not _SMALL_COUNTS.isdisjoint(facts.words))


_SMALL_COUNTS = frozenset({"one", "two"})


def _has_date(facts: Facts) -> bool:
    if _DATED_WORDS.isdisjoint(facts.words) and not (
        facts.has_digit and (not _SHORT_MONTHS.isdisjoint(facts.words) or _YEAR.search(facts.text))
    ):
        return False
    return _DATED.search(facts.text) is not None


_NAME = re.compile(r"[A-Z](?<=[a-z,;] [A-Z])[a-z]+(?: [A-Z][a-z]+)+")


def _names_somebody(facts: Facts) -> bool:
    return _NAME.search(facts.text) is not None


_DENYING = _words(
    "not no never nobody none denied denies deny denying denial rejects rejected refutes refuted "
    "untrue false hoax fake"
)
_NOTHING_KNOWN = re.compile(
    r"(?:could not|couldn['’]t|did not|didn['’]t) (?:\w+ )?"
    r"(?:be reached|respond|confirm|verify|comment|be (?:\w+ )?(?:confirmed|verified|determined))"
    r"|(?:declined|refused) to (?:comment|say)"
)


def _negates(facts: Facts) -> bool:
    """A denial, as far as a glance tells; "could not be reached" denies nothing."""
    if not facts.has_cue or _NOTHING_KNOWN.search(facts.text):
        return False
    return _DENYING(facts) or facts.has_short_not


def _tells_of_no_answer(facts: Facts) -> bool:
    return facts.has_cue and _NOTHING_KNOWN.search(facts.text) is not None


def _is_question(facts: Facts) -> bool:
    return facts.text.rstrip(" \"'”’").endswith("?")


def _is_short(facts: Facts) -> bool:
    return len(facts.words) < 6


SIGNS: tuple[Sign, ...] = (
    Sign(1.6, _has_figure, "gives a figure"),
    Sign(0.6, _has_harm, "counts victims"),
    Sign(0.5, _has_date, "gives a date"),
    Sign(0.4, _names_somebody, "names somebody"),
    Sign(0.7, _negates, "denies something"),
    Sign(
        0.7,
        _words(
            "claimed claims claim alleged alleges accused accuses blamed blames responsible "
            "responsibility behind involved involvement role"
        ),
        "says who is to blame",
    ),
    Sign(0.6, _words("because caused cause causes led due resulted result"), "gives a cause"),
    Sign(
        0.5,
        _words("most least largest biggest highest lowest first never always every all record"),
        "makes a sweeping statement",
    ),
    Sign(
        0.4,
        _words(
            "killed died dead injured arrested detained warned attacked signed passed voted "
            "approved banned launched ordered confirmed admitted revealed found received shared "
            "issued"
        ),
        "reports an act",
    ),
    Sign(
        0.3, _words("secret secretly classified leaked confidential"), "tells of something secret"
    ),
    Sign(-2.0, _is_question, ""),
    Sign(-1.5, _tells_of_no_answer, ""),
    Sign(-1.5, _is_short, ""),
    Sign(-0.7, _words("i we my our feel hope hopes hearts believe think thoughts thank"), ""),
    Sign(-0.6, _words("will would should must may might could"), ""),
)


def worth(facts: Facts) -> tuple[float, tuple[str, ...]]:
    """Check-worthiness from 0 to 1, and the reasons for it, weightiest first."""
    found = [sign for sign in SIGNS if sign.holds(facts)]
    odds = BASE + sum([sign.points for sign in found])
    reasons = sorted([sign for sign in found if sign.reason], key=_points, reverse=True)
    return round(1 / (1 + math.exp(-odds)), 4), tuple([sign.reason for sign in reasons])


_points = attrgetter("points")
