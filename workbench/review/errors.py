"""What can go wrong in a review, each as one sentence that a fact-checker understands.

The message names the file, says what is wrong and what to do; the screen and the command line show
it as it is.
"""

from __future__ import annotations


class ReviewError(Exception):
    """Something that a person has to know; `str()` of it is one sentence, safe to show."""


class CaseError(ReviewError):
    """The case cannot be read."""


class NotCompared(CaseError):  # noqa: N818
    """The articles could be read, but comparing them came to no end."""


class Cancelled(ReviewError):  # noqa: N818
    """Opening a case was cancelled."""


class NotSaved(ReviewError):  # noqa: N818
    """Nothing was written; the message says why."""


class UnknownRating(ReviewError):  # noqa: N818
    """The case's scale has no such rating; the message lists those that it has."""


class BadPlace(ReviewError):  # noqa: N818
    """A place in an article, or a claim's id or number, that means nothing in this case."""
