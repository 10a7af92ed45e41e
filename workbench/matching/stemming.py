"""The stem of an English word: Porter's second algorithm, by the Snowball project's own library.

The pure Python class is named, not the library's choice of implementation, so that stems do not
depend on what else is installed. It keeps its word in itself while it works, so one thread at a
time uses it; and as it takes some 20 microseconds a word, each word is stemmed once.
"""

from __future__ import annotations

from functools import cache, lru_cache
from threading import Lock
from typing import Protocol

_KEPT = 200_000
"""Words whose stems are remembered: more than a language has in the news."""
_LOCK = Lock()


class _Stemmer(Protocol):
    def stemWord(self, word: str) -> str:  # noqa: N802 - the library's name
        """The stem of one word."""


@lru_cache(_KEPT)
def stem_of(word: str) -> str:
    """The stem of a lower-case word.

    Source: M. F. Porter, "The English (Porter2) stemming algorithm", snowballstem.org.
    """
    with _LOCK:
        return _stemmer().stemWord(word)


@cache
def _stemmer() -> _Stemmer:
    # Imported when the first word is stemmed: the library loads all of its languages.
    from snowballstemmer.english_stemmer import (  # type: ignore[import-untyped]
        EnglishStemmer,
    )

    stemmer: _Stemmer = EnglishStemmer()
    return stemmer
