"""Numbers that count nothing: those in names and codes, parts of dates, and the pronoun "one".

What is left is for `workbench.text.figures` to read.
"""

from __future__ import annotations

from workbench.text.numerals import Reading, Token, is_unspaced, low_at
from workbench.text.units import (
    BOUNDS,
    CURRENCY_PREFIXES,
    CURRENCY_WORDS,
    HARM_WORDS,
    MEASURES,
    NAMING_WORDS,
    NO_NOUNS,
)


def counts_nothing(tokens: list[Token], at: int, reading: Reading) -> bool:
    """Whether a number is no figure.

    Args:
        tokens: Of the sentence.
        at: Index of the number's first token.
        reading: The number.
    """
    return (
        _is_name(tokens, at, reading)
        or _is_pronoun(tokens, at, reading)
        or _is_code(tokens, reading)
    )


_PARTS_OF_DATES = frozenset("年月日时時分秒号號")
"""Characters that make a number of Chinese or Japanese a part of a date or time."""


def _is_code(tokens: list[Token], reading: Reading) -> bool:
    """Whether letters follow the digits that are no unit: "5G", "76ers"."""
    if reading.end >= len(tokens):
        return False
    digits, letters = tokens[reading.end - 1], tokens[reading.end]
    if is_unspaced(letters):
        return letters.text in _PARTS_OF_DATES
    return (
        digits.kind == "number"
        and letters.kind == "word"
        and letters.start == digits.end
        and (letters.low,) not in MEASURES
        and letters.low not in CURRENCY_WORDS
    )


def _is_name(tokens: list[Token], at: int, reading: Reading) -> bool:
    """Whether the number belongs to a name or a code: "MH17", "No. 10", "COVID-19"."""
    token = tokens[at]
    before = tokens[at - 1] if at else None
    if before is None:
        return False
    if before.text == "第":  # "the 3rd"
        return True
    glued = before.end == token.start and not is_unspaced(before)
    if glued and (before.kind == "word" or before.text in {"#", "№", "/", "_", "@", "="}):
        return before.low not in CURRENCY_PREFIXES or token.kind != "number"
    if glued and before.text in "-–" and at >= 2 and tokens[at - 2].kind == "word":
        name = tokens[at - 2]
        return name.end == before.start and (name.text[-1].isupper() or len(name.text) == 1)
    if before.text == "." and at >= 2 and tokens[at - 2].low in {"no", "nos", "art", "vol", "pp"}:
        return True
    if before.low in NAMING_WORDS and before.low not in {"no", "number"}:
        return True
    if before.low == "of" and at >= 2 and tokens[at - 2].text == "Group":
        return True
    follower = tokens[reading.end] if reading.end < len(tokens) else None
    if follower is not None and follower.text in "-–" and follower.start == token.end:
        return False  # "beat United 3-1"
    return (
        at >= 2
        and before.kind == "word"
        and before.text[0].isupper()
        and not before.text.isupper()
        and before.low not in HARM_WORDS
        and (before.low,) not in BOUNDS
        and reading.end == at + 1
        and reading.value < 1000
        and (follower is None or not follower.text[0].islower())
        and (follower is None or follower.text != "%")
    )


_BEFORE_PRONOUN = frozenset({"no", "any", "every", "some", "this", "that", "which", "the", "each"})


def _is_pronoun(tokens: list[Token], at: int, reading: Reading) -> bool:
    """Whether "one" stands for somebody instead of counting."""
    if tokens[at].low != "one" or reading.end != at + 1:
        return False
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if low_at(tokens, at - 1) in _BEFORE_PRONOUN:
        return True
    if after is not None and after.low in {"in", "out"}:
        return False  # "one in five"; read_share decides
    return after is None or (
        after.text not in {"-", "%"} and (after.kind == "mark" or after.low in NO_NOUNS)
    )
