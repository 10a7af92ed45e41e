"""The words that a check is searched by: stems, with names that are written as one taken apart.

What people search for is often a post: `#AustralianFires`, `@BillGates`, a link glued to the last
word. Taking such names apart finds more than any other single rule here (docs/searching.md).
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from workbench.matching.tokens import plain_terms, stems

if TYPE_CHECKING:
    from collections.abc import Sequence

MAX_CHARS = 4000
"""Code points of a text that are searched by or for."""

GRAM = 4
"""Letters of the pieces of words that are compared where whole words differ."""

_ADDRESS = re.compile(r"(?:https?://|www\.|pic\.twitter\.com/)[^\s<>]{0,2000}")
_SEAM = re.compile(r"(?<=[a-z])(?=[A-Z0-9])|(?<=[A-Z])(?=[A-Z][a-z])|(?<=[0-9])(?=[A-Za-z])")
_TAG = re.compile(r"[#@](\w{2,100})")
_GLUED = re.compile(r"(?<=[a-z])(?=[A-Z])")
_ANY_WORD = re.compile(r"\w+")
_SIGNATURE = re.compile(r"\s[—–][^—–\n]{1,80}\(@\w{1,30}\)[^—–\n]{0,40}\Z")
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")


def plain_words(text: str) -> str:
    """A text without addresses, its tags and handles as words: "#MeToo" as "Me Too"."""
    text = _ADDRESS.sub(" ", text[:MAX_CHARS])
    text = _TAG.sub(lambda tag: f" {_SEAM.sub(' ', tag[1]).replace('_', ' ')} ", text)
    return _GLUED.sub(" ", text)


def terms_of(text: str) -> Sequence[str]:
    """The stems of a text in order, stop words left out.

    Of a script that is written without blanks, each two characters that follow one another.
    """
    return _terms(plain_words(text))


def terms_and_words(text: str) -> tuple[Sequence[str], list[str]]:
    """The stems as `terms_of` has them, and all words as they stand, in lower case, in order."""
    words = plain_words(text)
    return _terms(words), _ANY_WORD.findall(words.lower())


def _terms(words: str) -> Sequence[str]:
    return plain_terms(words) if _UNSPACED.search(words) else stems(words)


def signed_by(text: str) -> str:
    """Who a post says it is by: what follows the dash in "… — Ann Reporter (@ann) May 3, 2021"."""
    signature = _SIGNATURE.search(text[:MAX_CHARS])
    return signature[0] if signature else ""


@lru_cache(200_000)
def grams_of(stem: str) -> tuple[str, ...]:
    """The overlapping pieces of a stem, its edges marked; a short one is a piece itself."""
    edged = f"^{stem}$"
    return tuple([edged[at : at + GRAM] for at in range(max(1, len(edged) - GRAM + 1))])
