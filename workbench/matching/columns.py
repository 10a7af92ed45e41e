"""Matches in columns of numbers: what a large case keeps, and what one process hands to another.

A match is a dozen objects, and three articles of 100,000 words make seventeen thousand of them: in
columns they take three megabytes and a half less of the program's memory, as long as it is open.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from typing import TYPE_CHECKING, overload

from workbench.matching.model import Match, Relation, SentenceRef, Strength

if TYPE_CHECKING:
    from collections.abc import Iterable

    from workbench.matching.model import Difference

_STRENGTHS = (None, *Strength)
_RELATIONS = tuple(Relation)
_REF = 4
"""Numbers that name the two sentences of a match."""


class MatchColumns(Sequence[Match]):
    """A sequence of matches, each made when it is asked for."""

    def __init__(self, matches: Iterable[Match]) -> None:
        self._refs = array("I")
        self._scores = array("d")
        self._strengths = bytearray()
        self._relations = bytearray()
        self._differences: dict[int, tuple[Difference, ...]] = {}
        """Of the matches that have some, by their place."""
        for at, match in enumerate(matches):
            self._refs.extend((*match.a, *match.b))
            self._scores.append(match.score)
            self._strengths.append(_STRENGTHS.index(match.strength))
            self._relations.append(_RELATIONS.index(match.relation))
            if match.differences:
                self._differences[at] = match.differences

    def __len__(self) -> int:
        return len(self._scores)

    @overload
    def __getitem__(self, at: int) -> Match: ...

    @overload
    def __getitem__(self, at: slice) -> tuple[Match, ...]: ...

    def __getitem__(self, at: int | slice) -> Match | tuple[Match, ...]:
        if isinstance(at, slice):
            return tuple(self[i] for i in range(*at.indices(len(self))))
        at = range(len(self))[at]
        a, a_sentence, b, b_sentence = self._refs[at * _REF : (at + 1) * _REF]
        return Match(
            SentenceRef(a, a_sentence),
            SentenceRef(b, b_sentence),
            self._scores[at],
            _STRENGTHS[self._strengths[at]],
            _RELATIONS[self._relations[at]],
            self._differences.get(at, ()),
        )

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    __hash__ = None  # type: ignore[assignment]
