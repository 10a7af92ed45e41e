"""What finding recorded words again can say. Light to import, for the screen's sake."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class AnchorState(StrEnum):
    """Where a recorded quote is now. Only `EXACT` and `MOVED` are in force without a person."""

    EXACT = "exact"
    MOVED = "moved"
    CHANGED = "changed"
    AMBIGUOUS = "ambiguous"
    ORPHAN = "orphan"


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a recorded appearance is now.

    Attributes:
        state: How sure that is.
        start: First code point of the decoded file; None unless the state is in force.
        end: End exclusive; None unless the state is in force.
        suggestion: Start and end of the likeliest place if the state is not in force, or None.
    """

    state: AnchorState
    start: int | None = None
    end: int | None = None
    suggestion: tuple[int, int] | None = None

    @property
    def is_in_force(self) -> bool:
        """Whether the words are there for sure."""
        return self.state in {AnchorState.EXACT, AnchorState.MOVED}
