"""What the session's thread tells the screen. Messages are posted, widgets are never touched."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from collections.abc import Callable

    from workbench.review.model import Claim
    from workbench.review.session import ReviewSession, Saved
    from workbench.review.why import Why
    from workbench.tui.session_thread import Outcome
    from workbench.tui.watching import News


@dataclass
class Reading(Message):
    """How far the case has been read.

    Attributes:
        stage: "reading", "matching" or "records".
        done: How much of it.
        total: Of how much.
    """

    stage: str
    done: int
    total: int


@dataclass
class Begun(Message):
    """Some of the articles have been read; others are to come, and then the claims."""

    session: ReviewSession


@dataclass
class Opened(Message):
    """The case is there, or it is known why it could not be read."""

    outcome: Outcome[ReviewSession]


@dataclass
class Come(Message):
    """More claims of a large case are there to be shown, once nobody is in the middle of a word.

    Attributes:
        take_in: What the session's thread has to do to show them.
    """

    take_in: Callable[[], None]


@dataclass
class Grown(Message):
    """Claims have come to those that are shown, or it is known why not."""

    outcome: Outcome[None]


@dataclass
class Added(Message):
    """An article that was left out has been read, or it is known why not; its index."""

    outcome: Outcome[int]


@dataclass
class Changed(Message):
    """A change is on disk, or it is known why not.

    Attributes:
        outcome: What it did; a value of None means that there was nothing to change.
        done: What to do about it on the screen's side.
    """

    outcome: Outcome[Saved | None]
    done: Callable[[Outcome[Saved | None]], None]


@dataclass
class Stirred(Message):
    """Somebody else changed the records on the disk."""


@dataclass
class Edited(Message):
    """Article files are other than those that were read; what is other, in words."""

    said: str


@dataclass
class ReadAnew(Message):
    """The case has been read anew, or it is known why not."""

    outcome: Outcome[ReviewSession]


@dataclass
class CaughtUp(Message):
    """The records have been read anew."""

    outcome: Outcome[News]


@dataclass
class Explained(Message):
    """It is known why an appearance belongs to a claim."""

    claim: Claim
    outcome: Outcome[tuple[Why, ...]]
