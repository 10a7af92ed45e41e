"""The scale on which claims are rated unless a case brings its own.

The names go into records, so they are never changed; the keys are those on the keyboard. Values
follow schema.org's `reviewRating` (5 best); the last column is the label of the AVeriTeC data set
(Schlichtkrull et al. 2023), where it has one.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rating:
    """A step of a rating scale.

    Attributes:
        key: The digit that gives it, "1" to "9".
        name: What a record says, and the screen.
        value: From 1 (worst) to 5 (best); None where the rating is no degree of truth.
        averitec: The AVeriTeC label, or "" if it has none.
    """

    key: str
    name: str
    value: int | None
    averitec: str


DEFAULT_SCALE: tuple[Rating, ...] = (
    Rating("1", "true", 5, "Supported"),
    Rating("2", "mostly true", 4, "Supported"),
    Rating("3", "mixed", 3, "Conflicting Evidence/Cherrypicking"),
    Rating("4", "mostly false", 2, "Refuted"),
    Rating("5", "false", 1, "Refuted"),
    Rating("6", "misleading", None, "Conflicting Evidence/Cherrypicking"),
    Rating("7", "unproven", None, "Not Enough Evidence"),
    Rating("8", "outdated", None, ""),
    Rating("9", "not checkable", None, ""),
)
