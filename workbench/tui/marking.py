"""A run of words that is being marked in an article: it grows and shrinks by words and sentences.

Pure functions over an article's text and sentences; the mark begins and ends at words, and never
reaches outside the sentences (so never into front matter or markup). Knows nothing of Textual.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.text.article import Article

_WORD = r"[\u3040-\u30ff\u3400-\u9fff]|[^\s\u3040-\u30ff\u3400-\u9fff]+"
"""What one key press goes over: what stands between blanks, or a character of a script without.
Compiled at the first use, so that the program opens sooner."""
_LOOSE = " \n\t,;:–—"
"""What is left out at the ends of the marked words."""


@dataclass(frozen=True, slots=True)
class Marked:
    """Marked words.

    Attributes:
        article: Index in the case's articles.
        start: Code points of the article.
        end: End exclusive.
    """

    article: int
    start: int
    end: int


def whole(article: Article, index: int, sentence: int) -> Marked:
    """A whole sentence, marked.

    Args:
        article: Which.
        index: Its index in the case.
        sentence: Index of the sentence in it.
    """
    found = article.sentences[sentence]
    return Marked(index, found.start, found.end)


def between(article: Article, index: int, one: int, other: int) -> Marked | None:
    """The words from one offset to another, in either order, each as a whole; None if none."""
    first, last = sorted((one, other))
    if not article.sentences:
        return None
    sentences = range(_sentence_at(article, first), _sentence_at(article, last) + 1)
    words = [(s, e) for n in sentences for s, e in _words(article, n) if e > first and s <= last]
    return Marked(index, words[0][0], words[-1][1]) if words else None


def end_moved(article: Article, marked: Marked, by: int) -> Marked:
    """The mark with its end a word further on (1) or back (-1); a word is left at least."""
    words = _near(article, marked)
    if by > 0:
        ends = (end for _, end in words if end > marked.end)
        return replace(marked, end=next(ends, marked.end))
    before = [end for start, end in words if end < marked.end and start >= marked.start]
    return replace(marked, end=before[-1]) if before else marked


def start_moved(article: Article, marked: Marked, by: int) -> Marked:
    """The mark with its start a word further on (1) or back (-1); a word is left at least."""
    words = _near(article, marked)
    if by < 0:
        before = [start for start, _ in words if start < marked.start]
        return replace(marked, start=before[-1]) if before else marked
    starts = (start for start, end in words if start > marked.start and end <= marked.end)
    return replace(marked, start=next(starts, marked.start))


def lengthened(article: Article, marked: Marked, by: int) -> Marked:
    """The mark with its end at the end of the next sentence (1), or of the one before (-1)."""
    last = _sentence_at(article, marked.end - 1)
    sentences = article.sentences
    if by > 0:
        last += marked.end >= sentences[last].end
        return replace(marked, end=sentences[min(last, len(sentences) - 1)].end)
    before = sentences[last - 1].end if last else 0
    return replace(marked, end=before) if before > marked.start else marked


def sentence_moved(article: Article, marked: Marked, by: int) -> Marked:
    """The whole sentence after the mark (1), or before it (-1)."""
    at = _sentence_at(article, marked.end - 1 if by > 0 else marked.start) + by
    return whole(article, marked.article, min(max(at, 0), len(article.sentences) - 1))


def count_words(article: Article, marked: Marked) -> int:
    """How many words are marked."""
    return sum(1 for _ in re.compile(_WORD).finditer(article.text, marked.start, marked.end))


def taken(article: Article, marked: Marked) -> tuple[int, int, int]:
    """The marked words as a place, without the punctuation that they end in by chance."""
    text = article.text[marked.start : marked.end]
    start = marked.start + len(text) - len(text.lstrip(_LOOSE))
    end = marked.end - (len(text) - len(text.rstrip(_LOOSE)))
    return marked.article, *((start, end) if start < end else (marked.start, marked.end))


def _sentence_at(article: Article, offset: int) -> int:
    """Index of the sentence that an offset is in, or of the next one, or of the last."""
    found = bisect_right(article.sentences, offset, key=lambda sentence: sentence.end)
    return min(found, len(article.sentences) - 1)


def _near(article: Article, marked: Marked) -> list[tuple[int, int]]:
    """The words of the marked sentences, of the one before and of the one after."""
    first = max(0, _sentence_at(article, marked.start) - 1)
    last = min(len(article.sentences) - 1, _sentence_at(article, marked.end - 1) + 1)
    return [word for number in range(first, last + 1) for word in _words(article, number)]


def _words(article: Article, sentence: int) -> list[tuple[int, int]]:
    found = article.sentences[sentence]
    words = re.compile(_WORD).finditer(article.text, found.start, found.end)
    return [word.span() for word in words]
