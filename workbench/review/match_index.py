"""A case's matches by pair of sentences, in a twentieth of the memory that a dictionary takes."""

from __future__ import annotations

from array import array
from bisect import bisect_left
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
        strong = (at for at, match in enumerate(matches) if match.strength is not None)
        self._order = array("I", sorted(strong, key=self._pair))

    def __getitem__(self, pair: Pair) -> Match:
        at = bisect_left(self._order, pair, key=self._pair)
        if at < len(self._order) and self._pair(self._order[at]) == pair:
            return self._matches[self._order[at]]
        raise KeyError(pair)

    def __iter__(self) -> Iterator[Pair]:
        return map(self._pair, self._order)

    def __len__(self) -> int:
        return len(self._order)

    def _pair(self, at: int) -> Pair:
        match = self._matches[at]
        return match.a, match.b
