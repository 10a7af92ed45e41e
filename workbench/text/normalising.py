"""Text as it is compared, not as it is shown: spellings that look alike made the same.

Two copies of one sentence differ in the form of their accents, the shape of their quotation marks
and dashes, the width of their blanks and in characters that nobody sees. `normalise` removes those
differences and says where each character came from, so that what was found in the normalised text
can be pointed at in the original. Case, punctuation and words are left alone.
"""

from __future__ import annotations

import re
from array import array
from typing import TypeAlias
from unicodedata import category, combining, is_normalized, normalize

_SINGLE_QUOTES = "‘’‚‛′‹›`´"
_DOUBLE_QUOTES = "“”„‟″«»"
_DASHES = "‐‑‒–—―−﹘﹣－"
_SAME: dict[int, str] = (
    dict.fromkeys(map(ord, _SINGLE_QUOTES), "'")
    | dict.fromkeys(map(ord, _DOUBLE_QUOTES), '"')
    | dict.fromkeys(map(ord, _DASHES), "-")
)
_SAME_CHARACTERS = re.compile(f"[{_SINGLE_QUOTES}{_DOUBLE_QUOTES}{_DASHES}]")

# Soft hyphen, zero-width blanks and joiners, bidi controls, invisible operators, variation
# selectors, BOM, tag characters.
INVISIBLE = (
    "\u00ad\u034f\u061c\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\ufe00-\ufe0f\ufeff\U000e0000-\U000e01ef"
)
"""What nobody sees, as the inside of a character class."""
_TO_COLLAPSE = re.compile(rf"[\s{INVISIBLE}]{{2,}}|[^\S ]|[{INVISIBLE}]")
_BLANK = re.compile(r"\s")

_MOST_MARKS = 32
"""On one base character; `unicodedata.normalize` takes quadratic time to sort a run of marks."""

Offsets: TypeAlias = "array[int]"
"""Maps an offset in normalised text to one in the original; one longer than the text."""


def normalise(text: str) -> tuple[str, Offsets]:
    r"""Make spellings that look alike the same: NFC, quotes, dashes, blanks, invisibles.

    A run of blanks (line ends and no-break spaces among them) becomes one blank; soft hyphens,
    zero-width characters and bidi controls go.

    >>> normalise("“a\n b”")[0]
    '"a b"'

    Args:
        text: Any text.

    Returns:
        The normalised text, and for each of its offsets (its length included) the offset in
        `text`, both in code points. The span `start` to `end` of the normalised text stands at
        `offsets[start]` to `offsets[end]` of `text`.
    """
    composed, origins = compose(text)
    if _SAME_CHARACTERS.search(composed):
        composed = composed.translate(_SAME)
    if _TO_COLLAPSE.search(composed) is None:
        return composed, origins
    pieces: list[str] = []
    offsets: Offsets = array("I")
    done = 0
    for match in _TO_COLLAPSE.finditer(composed):
        start, end = match.span()
        pieces.append(composed[done:start])
        offsets.extend(origins[done:start])
        if _BLANK.search(match[0]):
            pieces.append(" ")
            offsets.append(origins[start])
        done = end
    pieces.append(composed[done:])
    offsets.extend(origins[done:])
    return "".join(pieces), offsets


def compose(text: str) -> tuple[str, Offsets]:
    """NFC, with offsets as `normalise` gives them: a character and its marks at a time (UAX 15).

    Args:
        text: Any text.
    """
    if is_normalized("NFC", text):
        return text, array("I", range(len(text) + 1))
    pieces: list[str] = []
    offsets: Offsets = array("I")
    start = 0
    while start < len(text):
        end = start + 1
        limit = min(len(text), end + _MOST_MARKS)
        while end < limit and _attaches(text[end]):
            end += 1
        piece = normalize("NFC", text[start:end])
        pieces.append(piece)
        # Marks may be reordered, so only the place of the first is certain; all that is left
        # over stands where the last original character does.
        offsets.extend(min(start + i, end - 1) for i in range(len(piece)))
        start = end
    offsets.append(len(text))
    return "".join(pieces), offsets


def _attaches(character: str) -> bool:
    """Whether a character may compose with the one before it: marks, and vowel or final jamo."""
    return character > "\u02ff" and (
        combining(character) != 0
        or category(character)[0] == "M"
        or "\u1160" <= character <= "\u11ff"
    )
