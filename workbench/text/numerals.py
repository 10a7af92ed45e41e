"""Numbers as they are written, in digits and in English words, read token by token.

This module owns the tokens of a sentence and the reading of one number from them: "6,200",
"1.5 billion", "one hundred and forty-three", "half a million", "dozens", "several hundred". What
the number measures and how exactly it is meant is for `workbench.text.quantities`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

_TOKEN = re.compile(
    r"(?P<number>\d{1,3}(?:,\d{2,3}){0,5},\d{3}(?!\d)(?:\.\d+)?"
    r"|\d{1,3}(?:[\u00a0\u202f\u2009 ]\d{3})+(?!\d)"
    r"|\d{1,18},\d{1,2}(?![\d,])|\d+(?:\.\d+)?)"
    r"|(?P<word>[\u3040-\u30ff\u3400-\u9fff]|[^\W\d_]+(?:['’][^\W\d_]+)*)"
    r"|(?P<mark>\S)"
)
_DECIMAL_COMMA = re.compile(r"\d+,\d{1,2}")
_MOST_DIGITS = 18
"""A longer run of digits is a reference of some kind, not a count."""


class Token(NamedTuple):
    """A number in digits, a word or a mark, `start` to `end` in code points."""

    kind: str
    text: str
    low: str
    start: int
    end: int


class Reading(NamedTuple):
    """A number read from tokens.

    Attributes:
        value: Its value.
        end: Index of the token after it.
        vague: A word such as "dozens" that gives only a magnitude.
        fraction: A part of something ("a third", "half").
    """

    value: float
    end: int
    vague: bool = False
    fraction: bool = False


def is_unspaced(token: Token) -> bool:
    """Whether a word is a character of a script that is written without blanks."""
    return "\u3040" <= token.text[0] <= "\u9fff"


def tokenise(text: str) -> list[Token]:
    """Split a sentence into numbers, words and marks; blanks are dropped.

    In Chinese and Japanese, where nothing parts the words, each character is a word.
    """
    return [
        Token(match.lastgroup or "", match[0], match[0].lower(), match.start(), match.end())
        for match in _TOKEN.finditer(text)
    ]


_ONES = {
    word: float(value)
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "  # noqa: SIM905
        "fifteen sixteen seventeen eighteen nineteen".split()
    )
}
_TENS = {
    word: 10.0 * value
    for value, word in enumerate(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 2
    )
}
_SCALES = {
    "hundred": 1e2,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
    "dozen": 12.0,
    "lakh": 1e5,
    "crore": 1e7,
}
_SCALES_ELSEWHERE = dict.fromkeys("tausend mille mil tys тыс тысяч тысячи".split(), 1e3)  # noqa: SIM905
_SCALES_ELSEWHERE |= dict.fromkeys(
    "mio millionen millions millones milioni milhões mln млн миллион миллиона миллионов".split(),  # noqa: SIM905
    1e6,
)
_SCALES_ELSEWHERE |= dict.fromkeys(
    "mrd milliarden milliards miliardi млрд миллиард миллиарда миллиардов".split(),  # noqa: SIM905
    1e9,
)
"""Words of other languages that multiply digits before them."""
_SHORT_SCALES = {"k": 1e3, "m": 1e6, "mn": 1e6, "bn": 1e9, "b": 1e9, "tn": 1e12}
_SHORT_SCALES |= {"千": 1e3, "万": 1e4, "萬": 1e4, "亿": 1e8, "億": 1e8}
_VAGUE_SCALES = {
    "dozens": 12.0,
    "scores": 20.0,
    "hundreds": 1e2,
    "thousands": 1e3,
    "millions": 1e6,
    "billions": 1e9,
    "trillions": 1e12,
}
_ORDINALS = {
    word: float(value)
    for value, word in enumerate(
        "third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "  # noqa: SIM905
        "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(),
        3,
    )
}
_ORDINALS |= {"first": 1.0, "second": 2.0}
_FRACTIONS = {word: 1 / value for word, value in _ORDINALS.items() if value > 2}
_FRACTIONS |= {"half": 0.5, "quarter": 0.25}

NUMBER_WORDS = frozenset(
    {"a", "an", "half", "several", "few", "many", "tens"}.union(
        _ONES, _TENS, _SCALES, _VAGUE_SCALES, _ORDINALS
    )
)
"""Words with which a number can begin."""


def ordinal(token: Token) -> float | None:
    """The value of an ordinal in words ("sixth"), or None."""
    return _ORDINALS.get(token.low)


def low_at(tokens: list[Token], at: int) -> str:
    """The token's text in lower case; empty outside the sentence."""
    return tokens[at].low if 0 <= at < len(tokens) else ""


def read_number(tokens: list[Token], at: int) -> Reading | None:
    """Read the number that begins at a token.

    Args:
        tokens: From `tokenise`.
        at: Index of the first token of the number.

    Returns:
        The number with the index of the token after it, or None if none begins there.
    """
    token = tokens[at]
    if token.kind == "number":
        return _read_digits(tokens, at)
    if token.kind != "word":
        return None
    return _read_part(tokens, at) or _read_vague(tokens, at) or _read_words(tokens, at)


def _read_digits(tokens: list[Token], at: int) -> Reading | None:
    token = tokens[at]
    text = token.text.replace(",", ".") if _DECIMAL_COMMA.fullmatch(token.text) else token.text
    plain = re.sub(r"[^\d.]", "", text)
    if len(plain) > _MOST_DIGITS:
        return None
    value, at = float(plain), at + 1
    following = low_at(tokens, at)
    if following in _SHORT_SCALES and tokens[at].start == token.end:
        return Reading(value * _SHORT_SCALES[following], at + 1)
    if following == "-" and low_at(tokens, at + 1) in _SCALES:  # "1.5-billion"
        at, following = at + 1, low_at(tokens, at + 1)
    while following in _SCALES:  # "2 hundred thousand"
        value, at = value * _SCALES[following], at + 1
        following = low_at(tokens, at)
    if following in _SCALES_ELSEWHERE:
        return Reading(value * _SCALES_ELSEWHERE[following], at + 1)
    return Reading(value, at)


def _read_part(tokens: list[Token], at: int) -> Reading | None:
    """Fractions: "a third", "two-thirds", "half", "half a million", "a quarter of a million"."""
    count, place = 1.0, at
    low = tokens[at].low
    if low in {"a", "an", "one"} or (low in _ONES and 1 <= _ONES[low] <= 9):
        count, place = _ONES.get(low, 1.0), at + 1
        if low_at(tokens, place) == "-":
            place += 1
    elif low != "half":
        return None
    word = low_at(tokens, place)
    part = _FRACTIONS.get(word) or (_FRACTIONS.get(word[:-1]) if word.endswith("s") else None)
    if part is None:
        return None
    place += 1
    scale = place + (low_at(tokens, place) == "of")
    if low_at(tokens, scale) in {"a", "an"} and low_at(tokens, scale + 1) in _SCALES:
        return Reading(count * part * _SCALES[low_at(tokens, scale + 1)], scale + 2)
    followed = low_at(tokens, place)
    if word in {"half", "halves"} and followed in {"a", "an"}:
        return Reading(count * part, place, fraction=True)
    if followed in {"of", "the", "its", "their", "all", "-"} or count > 1:
        return Reading(count * part, place, fraction=True)
    return None


def _read_vague(tokens: list[Token], at: int) -> Reading | None:
    """Magnitudes only: "dozens", "hundreds of thousands", "several hundred", "a few dozen"."""
    low, place = tokens[at].low, at
    if low == "a" and low_at(tokens, at + 1) == "few":
        place, low = at + 1, "few"
    if low in {"several", "few", "many"}:
        scale = _SCALES.get(low_at(tokens, place + 1))
        return Reading(scale, place + 2, vague=True) if scale else None
    if low == "tens" and low_at(tokens, at + 1) == "of":
        scale = _VAGUE_SCALES.get(low_at(tokens, at + 2))
        return Reading(10 * scale, at + 3, vague=True) if scale else None
    if low not in _VAGUE_SCALES:
        return None
    value = _VAGUE_SCALES[low]
    if low_at(tokens, at + 1) == "of" and low_at(tokens, at + 2) in _VAGUE_SCALES:
        return Reading(value * _VAGUE_SCALES[low_at(tokens, at + 2)], at + 3, vague=True)
    return Reading(value, at + 1, vague=True)


@dataclass(slots=True)
class _Sum:
    """The value of number words so far: whole thousands, and what is below the next one."""

    total: float = 0.0
    current: float = 0.0

    def scale(self, factor: float) -> None:
        if factor > 100:
            self.total += max(self.current, 1.0) * factor
            self.current = 0.0
        else:
            self.current = max(self.current, 1.0) * factor


def _read_words(tokens: list[Token], at: int) -> Reading | None:
    """Cardinals in words: "a hundred", "twenty-one", "one hundred and forty-three"."""
    number, place = _Sum(), at
    if tokens[at].low in {"a", "an"}:
        if low_at(tokens, at + 1) not in _SCALES:
            return None
        place += 1
    end = at
    previous = ""
    while place < len(tokens):
        low = tokens[place].low
        if low in _ONES and previous not in _ONES and not (previous in _TENS and _ONES[low] > 9):
            number.current += _ONES[low]
        elif low in _TENS and previous not in _ONES and previous not in _TENS:
            number.current += _TENS[low]
        elif low in _SCALES:
            number.scale(_SCALES[low])
        elif end > at and low in {"-", "and"} and _continues(tokens, place, previous):
            place += 1
            continue
        else:
            break
        place += 1
        end, previous = place, low
    if end == at:
        return None
    value = number.total + number.current
    if [low_at(tokens, end + i) for i in range(3)] == [
        "and",
        "a",
        "half",
    ]:  # "two and a half hours"
        return Reading(value + 0.5, end + 3)
    return Reading(value, end)


def _continues(tokens: list[Token], place: int, previous: str) -> bool:
    """Whether a hyphen or "and" goes on with the number: "twenty-one", "hundred and six"."""
    low, mark = low_at(tokens, place + 1), tokens[place].low
    if mark == "-":
        return (previous in _TENS and low in _ONES) or low in _SCALES
    return previous in _SCALES and previous != "dozen" and (low in _ONES or low in _TENS)
