"""What in a text may deceive its reader, in sentences for a person.

Some characters look like others or like nothing: a Cyrillic "е" in a Latin word, a control
character, the digits of another script. They are shown and compared as they are, never put right in
silence; this says that they are there, because nobody could see it.
"""

from __future__ import annotations

import re
from itertools import islice

from workbench.text.cleaning import clean_line, count_unsafe

_LATIN_LIKE = (
    "АВЕЅІЈКМНОРСТУХԌԚԜаеѕіјорсухһԁԛԝьɡ"  # Cyrillic
    "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧαινορυ"  # Greek
    "ՕՏօսհ"  # Armenian
)
_LATIN = "A-Za-zÀ-ÖØ-öø-ɏ"
_MIXED = re.compile(f"[{_LATIN}][{_LATIN_LIKE}]|[{_LATIN_LIKE}][{_LATIN}]")
_ARABIC_DIGITS = "0-9"
_FOREIGN_DIGITS = re.compile(rf"[^\D{_ARABIC_DIGITS}]+")
_LETTERS_AROUND = 30
"""Code points of a word that are looked at on either side."""
_LONGEST_SHOWN = 40


def suspicions(decoded: str, start: int) -> tuple[str, ...]:
    """Say what may deceive the reader of a text.

    Args:
        decoded: The file as decoded.
        start: Where its text begins.

    Returns:
        One sentence each, safe to show, to follow the file's name.
    """
    text = decoded[start:]
    if text.isascii() and text.isprintable():
        return ()
    return (*_unsafe(text), *_mixed_words(text), *_foreign_digits(text))


def _unsafe(text: str) -> tuple[str, ...]:
    count = count_unsafe(text)
    if not count:
        return ()
    what = "1 control or hidden character is"
    if count > 1:
        what = f"{count} control or hidden characters are"
    return (f"{what} shown as ␛, � and the like.",)


def _mixed_words(text: str) -> tuple[str, ...]:
    if text.isascii():
        return ()
    words = dict.fromkeys(_word_around(text, match) for match in islice(_MIXED.finditer(text), 999))
    if not words:
        return ()
    example = clean_line(next(iter(words)), _LONGEST_SHOWN)
    if len(words) == 1:
        return (f"The word “{example}” has letters of another script that look like Latin ones.",)
    return (
        f"{len(words)} words, such as “{example}”, have letters of another script that look like "
        "Latin ones.",
    )


def _word_around(text: str, match: re.Match[str]) -> str:
    before = text[max(0, match.start() - _LETTERS_AROUND) : match.start()]
    after = text[match.end() : match.end() + _LETTERS_AROUND]
    head = re.search(r"\w*\Z", before)
    tail = re.match(r"\w*", after)
    return (head[0] if head else "") + match[0] + (tail[0] if tail else "")


def _foreign_digits(text: str) -> tuple[str, ...]:
    """Digits of another script among Latin letters; in Arabic or Hindi they are no surprise."""
    found = None if text.isascii() else _FOREIGN_DIGITS.search(text)
    if found is None or not re.search("[A-Za-z]{3}", text):
        return ()
    shown = clean_line(found[0], _LONGEST_SHOWN)
    return (f"Figures like “{shown}” are in the digits of another script and are read as such.",)
