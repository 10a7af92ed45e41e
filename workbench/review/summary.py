"""A claim's differences in a few words: which slot, both values, each with its article's letter."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workbench.matching.model import Slot
from workbench.text.cleaning import clean_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.matching.model import Difference
    from workbench.review.model import Claim, PairDifference

_LENGTH = 100
"""Code points of a summary: what fits one line of a terminal beside the claim's number."""

_VALUE = 36
_QUOTED = 24
"""Of a quotation less, so that both stand in a terminal of 80 columns; the words are below it."""
_GRAVITY = (Slot.NUMBER, Slot.NEGATION, Slot.DATE, Slot.NAME, Slot.QUOTATION, Slot.ATTRIBUTION)
_LABELS = {
    Slot.NUMBER: ("figures differ", "figures"),
    Slot.NEGATION: ("opposed", "worded otherwise"),
    Slot.DATE: ("dates differ", "dates"),
    Slot.NAME: ("names differ", "names"),
    Slot.QUOTATION: ("quoted differently", "quotations"),
    Slot.ATTRIBUTION: ("sources differ", "sources"),
}
"""What the screen calls a difference that is a conflict, and one that is a detail."""

_IN_QUOTES = (Slot.NEGATION, Slot.QUOTATION)
_DENIES = re.compile(
    r"\b(?:no|not|never|none|neither|nor|without|den(?:y|ies|ied|ying)|reject\w*|refut\w*)\b|n['’]t\b",
    re.IGNORECASE,
)


def article_letter(index: int) -> str:
    """How an article is called on the screen: A to Z, then AA, AB and so on."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def listed(names: Sequence[str]) -> str:
    """Names in a sentence: "A, B and C"."""
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def copied_text(claim: Claim) -> str:
    """How many of a claim's articles only print a wording again; empty if none does.

    "3 articles, 2 independent": two of them print one wording, and count as one.
    """
    articles = len({appearance.article for appearance in claim.appearances})
    if claim.independent == articles:
        return ""
    return f"{articles} articles, {claim.independent} independent"


def summarise(differences: Sequence[PairDifference]) -> str:
    """The gravest differences of a claim in a line; empty if it has none.

    Args:
        differences: Of all pairs of the claim's appearances.

    Returns:
        At most 100 code points, safe to show: "figures differ: A at least 60 · C more than 140".
    """
    summary = ""
    rest = sorted(differences, key=_gravity)
    while rest:
        gravest = rest[0].difference
        values, rest = _of_one_kind(rest)
        part = _worded(gravest, values)
        longer = f"{summary}; {part}" if summary else part
        if summary and len(longer) > _LENGTH:
            break
        summary = longer
    return clean_line(summary, _LENGTH)


def _gravity(pair: PairDifference) -> tuple[bool, int]:
    return not pair.difference.conflict, _GRAVITY.index(pair.difference.slot)


def _of_one_kind(
    pairs: Sequence[PairDifference],
) -> tuple[dict[int, str], list[PairDifference]]:
    """What each article has in the first pair's slot, and the pairs that say something else."""
    first = pairs[0]
    values = {first.a_article: first.difference.a, first.b_article: first.difference.b}
    rest = []
    for pair in pairs[1:]:
        sides = {pair.a_article: pair.difference.a, pair.b_article: pair.difference.b}
        known = [article for article in sides if article in values]
        same_kind = _gravity(pair) == _gravity(first)
        if same_kind and known and all(values[article] == sides[article] for article in known):
            values |= sides
        else:
            rest.append(pair)
    return values, rest


def _worded(difference: Difference, values: dict[int, str]) -> str:
    slot = difference.slot
    most = _QUOTED if slot is Slot.QUOTATION else _VALUE
    shown = {
        article: f"“{value}”" if slot in _IN_QUOTES else value
        for article in sorted(values)
        if (value := clean_line(values[article], most).strip("“”\"'"))
    }
    label = _LABELS[slot][0 if difference.conflict else 1]
    sides = [f"{article_letter(article)} {value}" for article, value in shown.items()]
    if slot is Slot.NEGATION and difference.conflict:
        denying = [article for article, value in shown.items() if _DENIES.search(value)]
        if len(denying) == 1 and len(shown) > 1:
            (denies,) = denying
            others = [f"{article_letter(a)} {v}" for a, v in shown.items() if a != denies]
            return f"{article_letter(denies)} denies: {' · '.join([shown[denies], *others])}"
    if len(sides) == 1:
        return f"{label}: only {sides[0]}"
    return f"{label}: {' · '.join(sides)}" if sides else label
