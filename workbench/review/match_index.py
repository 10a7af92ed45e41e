"""A case's matches by pair of sentences, in a twentieth of the memory that a dictionary takes."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from workbench.matching.model import Match, SentenceRef

if TYPE_CHECKING:
    from collections.abc import Sequence

Pair = tuple[SentenceRef, SentenceRef]
"""Two sentences, the one that sorts before the other first."""


class MatchIndex(Mapping[Pair, Match]):
    """The matches that have a strength, by their pair."""

    def __init__(self, matches: Sequence[Match]) -> None:
        self._matches = matches
        found = sorted(
            (_number(match.a), _number(match.b), at)
            for at, match in enumerate(matches)
            if match.strength is not None
        )
        self._firsts = array("Q", (first for first, _, _ in found))
        self._seconds = array("Q", (second for _, second, _ in found))
        self._order = array("I", (at for _, _, at in found))

    def __getitem__(self, pair: Pair) -> Match:
        first, second = map(_number, pair)
        start = bisect_left(self._firsts, first)
        end = bisect_right(self._firsts, first, start)
        at = bisect_left(self._seconds, second, start, end)
        if at < end and self._seconds[at] == second:
            return self._matches[self._order[at]]
        raise KeyError(pair)

    def __iter__(self) -> Iterator[Pair]:
        pairs = zip(self._firsts, self._seconds, strict=True)
        return ((_sentence(first), _sentence(second)) for first, second in pairs)

    def __len__(self) -> int:
        return len(self._order)


def _number(ref: SentenceRef) -> int:
    """One number for a sentence, in the order of sentences."""
    return ref.article << 32 | ref.sentence


def _sentence(number: int) -> SentenceRef:
    return SentenceRef(number >> 32, number & 0xFFFF_FFFF)
