"""What an action is: an entry of the table of keys."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

DIGITS = tuple("123456789")
"""The keys that rate."""


class Group(StrEnum):
    """The headings of the help page, in its order."""

    CLAIMS = "Claims"
    JUDGE = "Judging"
    READ = "Reading"
    MARK = "Matching by hand"
    MARKING = "While words are marked"
    FIND = "Finding"
    PROGRAM = "Program"
    DIALOG = "In a dialog"


@dataclass(frozen=True, slots=True)
class Action:
    """Something that a person can do.

    Attributes:
        id: Unique; the screen's method is `action_<id>`.
        keys: In Textual's names; the first is the one that is shown.
        label: Two words at most, for the key bar and the palette.
        help: One sentence.
        group: Where it stands on the help page.
        rank: Place in the key bar, the smallest first; 0 keeps it out.
        shown: What the key bar prints, where the keys of one entry are too many to name.
        pair: The actions whose keys its entry in the key bar names, from left to right, where it
            stands for two of them.
    """

    id: str
    keys: tuple[str, ...]
    label: str
    help: str
    group: Group
    rank: int = 0
    shown: str = ""
    pair: tuple[str, ...] = ()
