"""Labels to jump by: two letters stand on each place in view, and typing them goes there.

The letters are those that lie under the hands first. As few first letters as can be are used, so
that after one letter most labels are gone.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_LETTERS = "asdfjklghweruioptynmcvbxzq"
MOST = len(_LETTERS) ** 2
"""Places that can be labelled at a time."""


@dataclass(frozen=True, slots=True)
class Target:
    """A place that can be jumped to.

    Attributes:
        slot: Which column shows it, from 0; -1 for the list of claims.
        at: Where the label stands: in a column the display offset, in the list the line.
        sentence: Index of the sentence in the article; 0 in the list.
        claim_id: The claim, in the list.
    """

    slot: int
    at: int
    sentence: int = 0
    claim_id: str = ""


@dataclass(frozen=True, slots=True)
class Jump:
    """The labels that are on the screen.

    Attributes:
        targets: What each label stands for.
        typed: What has been typed of one.
    """

    targets: dict[str, Target]
    typed: str = ""

    def labels(self, slot: int) -> dict[int, str]:
        """The labels of a column, or of the list, that what is typed can still become."""
        return {
            target.at: label
            for label, target in self.targets.items()
            if target.slot == slot and label.startswith(self.typed)
        }


def labelled(targets: Sequence[Target]) -> Jump:
    """Give each of some places a label; those that are too many get none."""
    letters = _LETTERS[: next(n for n in range(5, 27) if n * n >= min(len(targets), MOST))]
    pairs = (first + second for first in letters for second in letters)
    return Jump(dict(zip(pairs, targets, strict=False)))
