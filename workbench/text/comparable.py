"""An article as it is compared: words are whole, whatever invisible characters stand in them.

A zero-width blank in "min|ister", a soft hyphen or an accent written as a character of its own
looks like nothing on the screen, and must not hide that two reports say the same. What is compared
has the same length as what is shown: a word that gets shorter is filled up with blanks, so that
every offset still points at the word that it pointed at.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING
from unicodedata import is_normalized

from workbench.text.cleaning import clean
from workbench.text.normalising import INVISIBLE, compose

if TYPE_CHECKING:
    from workbench.text.article import Article

_INVISIBLE = re.compile(f"[{INVISIBLE}]")
_LEADING = re.compile(f"[{INVISIBLE}]*")
# No blank and no mark that may end a sentence, so that no run reaches into the next one.
_RUN = re.compile(r"[^\s.!?…‼⁇⁈⁉。！？｡؟۔।॥]+")


def comparable(article: Article) -> Article:
    """An article with a `text` that is to be compared and not to be shown.

    Args:
        article: As read.

    Returns:
        The same article if there is nothing to change, as in nearly all.
    """
    decoded = article.decoded
    if decoded.isascii():
        return article
    if is_normalized("NFC", decoded) and _INVISIBLE.search(decoded) is None:
        return article
    return replace(article, text=clean(_RUN.sub(_whole, decoded)))


def _whole(run: re.Match[str]) -> str:
    """A run of characters without the invisible ones, filled up to the same length."""
    word = run[0]
    if word.isascii():
        return word
    leading = _LEADING.match(word)
    margin = leading.end() if leading else 0
    plain = _INVISIBLE.sub("", compose(word[margin:])[0])
    if len(plain) > len(word) - margin:  # A few characters get longer by being composed.
        return word
    return " " * margin + plain + " " * (len(word) - margin - len(plain))
