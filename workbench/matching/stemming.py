"""The stem of an English word: Porter's second algorithm, written out.

Source: M. F. Porter, "The English (Porter2) stemming algorithm", snowballstem.org, as of Snowball
3.1. It stands here because the generated stemmer takes 24 microseconds a word and this one 4 (a
case of 20 articles has 2,000 different words), and because stems must be the same on every machine,
whatever release of a library is installed there. A test holds it against `snowballstemmer`.
"""

from __future__ import annotations

import re

_VOWELS = "aeiouy"
_VOWEL = re.compile(r"[aeiouy]")
_REGION = re.compile(r"[^aeiouy]*[aeiouy]+[^aeiouy]")
_IRREGULAR_REGION = (
    "arsen", "commun", "emerg", "gener", "inter", "later", "organ", "past", "univers",
)  # fmt: skip
_SHORT_END = re.compile(r"(?:[^aeiouy][aeiouy][^aeiouywxY]|^[aeiouy][^aeiouy]|past)$")
_EXCEPTIONS = {
    "skis": "ski", "skies": "sky", "idly": "idl", "gently": "gentl", "ugly": "ugli",
    "early": "earli", "only": "onli", "singly": "singl",
} | {
    word: word for word in ("andes", "atlas", "bias", "cosmos", "howe", "news", "sky")
}  # fmt: skip
_KEEPS_ING = frozenset({"even", "cann", "inn", "earr", "herr", "out"})
_KEEPS_EED = frozenset({"succ", "proc", "exc"})
_DOUBLES = frozenset({"bb", "dd", "ff", "gg", "mm", "nn", "pp", "rr", "tt"})

_Ending = tuple[str, str]


def _by_last(endings: dict[str, str]) -> dict[str, tuple[_Ending, ...]]:
    """Endings and what replaces them, longest first, by their last letter."""
    found: dict[str, list[_Ending]] = {}
    for ending in sorted(endings, key=lambda ending: (-len(ending), ending)):
        found.setdefault(ending[-1], []).append((ending, endings[ending]))
    return {last: tuple(listed) for last, listed in found.items()}


_SECOND = _by_last({
    "anci": "ance", "enci": "ence", "ogi": "og", "li": "", "bli": "ble", "abli": "able",
    "alli": "al", "fulli": "ful", "lessli": "less", "ousli": "ous", "entli": "ent", "aliti": "al",
    "biliti": "ble", "iviti": "ive", "tional": "tion", "ational": "ate", "alism": "al",
    "ation": "ate", "ization": "ize", "izer": "ize", "ator": "ate", "iveness": "ive",
    "fulness": "ful", "ousness": "ous", "ogist": "og",
})  # fmt: skip
_THIRD = _by_last({
    "icate": "ic", "ative": "", "alize": "al", "iciti": "ic", "ical": "ic", "tional": "tion",
    "ational": "ate", "ful": "", "ness": "",
})  # fmt: skip
_FOURTH = _by_last(
    dict.fromkeys(
        ("ic", "ance", "ence", "able", "ible", "ate", "ive", "ize", "iti", "al", "ism", "ion", "er",
         "ous", "ant", "ent", "ment", "ement"), "",
    )
)  # fmt: skip


def stem_of(word: str) -> str:
    """The stem of a word in lower case with straight apostrophes."""
    if len(word) < 3:
        return word
    if word in _EXCEPTIONS:
        return _EXCEPTIONS[word]
    word = word.removeprefix("'")
    has_y = "y" in word
    if has_y:
        word = _consonant_ys(word)
    first, second = _regions(word)
    word = _without_plural(word)
    word = _without_past(word, first)
    if word[-1:] in {"y", "Y"} and len(word) > 2 and word[-2] not in _VOWELS:
        word = word[:-1] + "i"
    word = _derived(word, first, second)
    word = _without_last(word, first, second)
    return word.replace("Y", "y") if has_y else word


def _consonant_ys(word: str) -> str:
    """Mark each y that is a consonant; one after a marked y is a vowel."""
    letters = list(word)
    for at, letter in enumerate(letters):
        if letter == "y" and (at == 0 or letters[at - 1] in _VOWELS):
            letters[at] = "Y"
    return "".join(letters)


def _regions(word: str) -> tuple[int, int]:
    """Where the regions R1 and R2 begin."""
    first = next((len(start) for start in _IRREGULAR_REGION if word.startswith(start)), 0)
    if not first:
        found = _REGION.match(word)
        if found is None:
            return len(word), len(word)
        first = found.end()
    found = _REGION.match(word, first)
    return first, found.end() if found else len(word)


def _without_plural(word: str) -> str:
    if word.endswith(("'", "'s")):
        word = word.removesuffix("'").removesuffix("'s")
    if word.endswith("sses"):
        return word[:-2]
    if word.endswith(("ied", "ies")):
        return word[:-2] if len(word) > 4 else word[:-1]
    if word.endswith("s") and not word.endswith(("us", "ss")) and _VOWEL.search(word[:-2]):
        return word[:-1]
    return word


def _without_past(word: str, first: int) -> str:
    if word.endswith(("eed", "eedly")):
        rest = word[:-3] if word[-1] == "d" else word[:-5]
        return rest + "ee" if len(rest) >= first and rest not in _KEEPS_EED else word
    ending = next((end for end in ("ingly", "edly", "ing", "ed") if word.endswith(end)), "")
    if not ending:
        return word
    rest = word[: -len(ending)]
    if ending == "ing":
        if len(rest) == 2 and rest[1] == "y" and rest[0] not in _VOWELS:
            return rest[0] + "ie"  # dying
        if rest in _KEEPS_ING:
            return word
    if not _VOWEL.search(rest):
        return word
    if rest.endswith(("at", "bl", "iz")):
        return rest + "e"
    if rest[-2:] in _DOUBLES:
        return rest if len(rest) == 3 and rest[0] in "aeo" else rest[:-1]
    return rest + "e" if len(rest) == first and _SHORT_END.search(rest) else rest


def _derived(word: str, first: int, second: int) -> str:
    """Steps 2 to 4: endings that make one word from another."""
    for ending, new in _SECOND.get(word[-1:], ()):
        if word.endswith(ending):
            rest = word[: -len(ending)]
            if len(rest) >= first and (
                (ending != "ogi" or rest[-1:] == "l")
                and (ending != "li" or rest[-1:] in {*"cdeghkmnrt"})
            ):
                word = rest + new
            break
    for ending, new in _THIRD.get(word[-1:], ()):
        if word.endswith(ending):
            rest = word[: -len(ending)]
            if len(rest) >= (second if ending == "ative" else first):
                word = rest + new
            break
    for ending, _ in _FOURTH.get(word[-1:], ()):
        if word.endswith(ending):
            rest = word[: -len(ending)]
            if len(rest) >= second and (ending != "ion" or rest[-1:] in {"s", "t"}):
                word = rest
            break
    return word


def _without_last(word: str, first: int, second: int) -> str:
    rest = word[:-1]
    if word.endswith("e"):
        is_long = len(rest) >= second or (len(rest) >= first and not _SHORT_END.search(rest))
        return rest if is_long else word
    return rest if word.endswith("ll") and len(rest) >= second else word
