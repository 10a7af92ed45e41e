"""Reading feeds of checks: JSON-LD, a list, one object a line, or the Data Commons dump.

A feed may have hundreds of megabytes and come from anybody, so it is read value by value: no more
than one is in memory at a time, none may be larger than a few megabytes or nested without end, and
what is wrong with one does not stop the others where the form lets one tell where the next begins.

Forms: https://www.datacommons.org/factcheck/download (a `DataFeed` whose `dataFeedElement` holds
`DataFeedItem`s whose `item` holds reviews), https://json-ld.org (`@graph`), https://jsonlines.org.
"""

from __future__ import annotations

import codecs
import json
import re
from typing import IO, TYPE_CHECKING, Any

from workbench.library.claim_review import is_claim_review

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

LARGEST_VALUE = 4_000_000
"""Code points of one value of a feed; a check has about 1,000."""

_CHUNK = 1 << 20
_DEEPEST = 8
_HOLDERS = ("dataFeedElement", "item", "@graph", "itemListElement", "review", "hasPart")
_FEED = re.compile(r'"dataFeedElement"\s{0,100}:\s{0,100}\[')
_BLANK = re.compile(r"[ \t\r\n,]*")


class BrokenFeed(ValueError):  # noqa: N818
    """From here on a feed cannot be read; the message is a clause for a person."""


def read_feed(path: Path, told: Callable[[int], None]) -> Iterator[Any]:
    """The values of a feed, one after another.

    Args:
        path: A file of JSON.
        told: Called now and then with the bytes that are read.

    Raises:
        BrokenFeed: What follows is no JSON. What came before was.
        OSError: The file cannot be read.
    """
    with path.open("rb") as file:
        yield from _Values(file, told)


def reviews_in(value: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    """The ClaimReviews in a value, wherever feeds and pages are known to put them."""
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for one in value:
            yield from reviews_in(one, depth + 1)
    elif is_claim_review(value):
        yield value
    elif isinstance(value, dict):
        for name in _HOLDERS:
            yield from reviews_in(value.get(name), depth + 1)


class _Values:
    """The values of a JSON text, without having all of it in memory."""

    def __init__(self, file: IO[bytes], told: Callable[[int], None]) -> None:
        self._file = file
        self._told = told
        self._decode = codecs.getincrementaldecoder("utf-8-sig")()
        self._parse = json.JSONDecoder(strict=False).raw_decode
        self._text, self._at, self._is_all = "", 0, False

    def __iter__(self) -> Iterator[Any]:
        self._fill()
        self._skip_blank()
        feed = _FEED.search(self._text, self._at)
        if self._text[self._at : self._at + 1] == "[":
            self._at += 1
        elif self._text[self._at : self._at + 1] == "{" and feed is not None:
            self._at = feed.end()
        while self._skip_blank() and self._text[self._at] != "]":
            yield self._value()

    def _value(self) -> Any:
        while True:
            try:
                value, end = self._parse(self._text, self._at)
            except RecursionError:
                raise BrokenFeed("a value in it is nested too deeply") from None
            except ValueError as error:
                # It may be cut off where the text ends so far: a number too, which parses.
                if self._is_all or len(self._text) - self._at > LARGEST_VALUE:
                    raise BrokenFeed(_in_words(error)) from None
                self._fill()
                continue
            if end < len(self._text) or self._is_all:
                self._at = end
                return value
            self._fill()

    def _skip_blank(self) -> bool:
        """Go to the next value; whether there is something."""
        while True:
            blank = _BLANK.match(self._text, self._at)
            self._at = blank.end() if blank else self._at
            if self._at < len(self._text):
                return True
            if self._is_all:
                return False
            self._fill()

    def _fill(self) -> None:
        data = self._file.read(_CHUNK)
        self._is_all = not data
        try:
            more = self._decode.decode(data, final=self._is_all)
        except UnicodeDecodeError:
            raise BrokenFeed("it is not UTF-8; save it as UTF-8") from None
        self._text, self._at = self._text[self._at :] + more, 0
        self._told(self._file.tell())


def _in_words(error: ValueError) -> str:
    if isinstance(error, json.JSONDecodeError):
        return "from there on it is not JSON"
    return "it has a number that no check has"
