"""The number that a claim has on the screen, which must not change under a person's fingers.

At the start claims are numbered in the order in which they are worth reading. While the session
lasts a claim keeps its number whatever is saved; a claim that comes up later gets a new number at
the end. A claim whose id changed, because its first appearance went elsewhere, is the same claim to
a reader as long as an appearance of it is left.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from workbench.matching.model import Relation

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from workbench.review.model import Claim

_ORDER = {Relation.CONFLICTS: 0, Relation.DIFFERS: 1, Relation.AGREES: 2, None: 2}


class Numbering:
    """Gives numbers to claims and remembers them."""

    def __init__(self) -> None:
        self._number_of: dict[str, int] = {}
        self._last = 0
        self._numbered: dict[str, tuple[Claim, Claim]] = {}
        """For each claim shown: as it was handed in, and with its number."""

    def number(self, claims: Iterable[Claim]) -> tuple[Claim, ...]:
        """The claims with their numbers, in the order of the numbers."""
        claims = list(claims)
        self._inherit(claims)
        shown = [claim for claim in claims if claim.id in self._numbered]
        others = [claim for claim in claims if claim.id not in self._numbered]
        numbered: dict[str, tuple[Claim, Claim]] = {}
        taken: dict[int, Claim] = {}
        # Should an heir and an id that came back claim the same number, the one that is on the
        # screen keeps it.
        for claim in (*shown, *sorted(others, key=_reading_order)):
            number = self._number_of.get(claim.id)
            if number is None or number in taken:
                self._last += 1
                number = self._number_of[claim.id] = self._last
            before = self._numbered.get(claim.id)
            is_same = before is not None and before[0] is claim and before[1].number == number
            taken[number] = before[1] if before and is_same else replace(claim, number=number)
            numbered[claim.id] = claim, taken[number]
        self._numbered = numbered
        return tuple(taken[number] for number in sorted(taken))

    def _inherit(self, claims: Sequence[Claim]) -> None:
        """Let a new id take the number of a vanished claim that had one of its appearances."""
        present = {claim.id for claim in claims}
        vanished: dict[tuple[int, int, int], str] = {
            place: claim_id
            for claim_id, (former, _) in self._numbered.items()
            if claim_id not in present
            for place in _places(former)
        }
        for claim in claims if vanished else ():
            if claim.id in self._number_of:
                continue
            heirs = (vanished[place] for place in sorted(_places(claim)) if place in vanished)
            heir_of = next(heirs, None)
            if heir_of is not None:
                self._number_of[claim.id] = self._number_of[heir_of]
                vanished = {place: name for place, name in vanished.items() if name != heir_of}


def _places(claim: Claim) -> set[tuple[int, int, int]]:
    return {(a.article, a.start, a.end) for a in claim.appearances}


def _reading_order(claim: Claim) -> tuple[bool, int, float, tuple[int, int]]:
    """Shared claims by gravity and place; then those of one article by worth; then the lost."""
    first = claim.appearances[0] if claim.appearances else None
    place = (first.article, first.start) if first else (1 << 62, 0)
    if claim.is_shared:
        return False, _ORDER[claim.relation], 0.0, place
    return True, 0 if first else 1, -claim.worth, place
