"""An article prepared for finding recorded words again: built once, asked a thousand times.

All comparing is done on normalised text (one spelling of quotes, dashes and blanks), sentence by
sentence; offsets that go in and out are code points of the decoded file as everywhere.
"""

from __future__ import annotations

import hashlib
from functools import cached_property
from typing import TYPE_CHECKING

from workbench.text.normalising import normalise

if TYPE_CHECKING:
    from workbench.text.article import Article
    from workbench.text.normalising import Offsets

CONTEXT = 64
"""Code points of context on either side of a quote."""
_HASH_DIGITS = 10


def plain(text: str) -> str:
    """Text as it is compared."""
    return normalise(text)[0].strip()


def sentence_hash(plain_text: str) -> str:
    """What a record remembers of a sentence: 10 hex digits of the SHA-256 of its plain text."""
    digest = hashlib.sha256(plain_text.encode("utf-8", "surrogatepass"))
    return digest.hexdigest()[:_HASH_DIGITS]


class ArticleIndex:
    """An article with its normalised text, computed when first needed.

    Attributes:
        article: As it is now.
    """

    def __init__(self, article: Article) -> None:
        self.article = article
        self._new: dict[str, tuple[int, ...]] = {}

    @cached_property
    def sentences(self) -> tuple[str, ...]:
        """The plain text of each sentence."""
        decoded = self.article.decoded
        return tuple(plain(decoded[s.start : s.end]) for s in self.article.sentences)

    @cached_property
    def hashes(self) -> tuple[str, ...]:
        """The hash of each sentence."""
        return tuple(map(sentence_hash, self.sentences))

    @cached_property
    def _body(self) -> tuple[str, Offsets]:
        return normalise(self.article.decoded[self.article.body_start :])

    def count(self, plain_text: str) -> int:
        """How often some plain text stands in the body, as a sentence or within one."""
        return self._body[0].count(plain_text) if plain_text else 0

    def find(self, plain_text: str, most: int) -> list[tuple[int, int]]:
        """Where some plain text stands in the body, up to `most` places, not overlapping."""
        text, offsets = self._body
        first = self.article.body_start
        places: list[tuple[int, int]] = []
        at = text.find(plain_text)
        while plain_text and at >= 0 and len(places) < most:
            end = at + len(plain_text)
            places.append((first + offsets[at], first + offsets[end]))
            at = text.find(plain_text, end)
        return places

    def covering(self, start: int, end: int) -> range:
        """Indices of the sentences that share a code point with a span."""
        sentences = self.article.sentences
        low, high = 0, len(sentences)
        while low < high:
            middle = (low + high) // 2
            if sentences[middle].end <= start:
                low = middle + 1
            else:
                high = middle
        last = low
        while last < len(sentences) and sentences[last].start < end:
            last += 1
        return range(low, last)

    def is_sentence(self, start: int, end: int) -> bool:
        """Whether a span is exactly one sentence, invisible characters and blanks aside."""
        covering = self.covering(start, end)
        words = plain(self.article.decoded[start:end])
        return len(covering) == 1 and self.sentences[covering.start] == words

    def before(self, start: int) -> str:
        """Plain text of the context before an offset."""
        return plain(self.article.decoded[max(0, start - CONTEXT) : start])

    def after(self, end: int) -> str:
        """Plain text of the context after an offset."""
        return plain(self.article.decoded[end : end + CONTEXT])

    def new_since(self, hashes: str) -> tuple[int, ...]:
        """Indices of the sentences whose hash is not among those recorded.

        Args:
            hashes: As in a record, separated by blanks. Records of one version of the article
                share them, so the latest answers are kept.
        """
        known = self._new.get(hashes)
        if known is None:
            then = frozenset(hashes.split())
            known = tuple(i for i, digits in enumerate(self.hashes) if digits not in then)
            if len(self._new) >= 64:
                self._new.clear()
            self._new[hashes] = known
        return known
