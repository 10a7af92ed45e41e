"""A change in a few words, for messages and for the history of a claim."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.text.cleaning import clean_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.records.schema import Appearance, Record


def describe(record: Record, number: int | None) -> str:
    """What a record did, safe to show: "rating claim 3 false".

    Args:
        record: The change.
        number: Of its claim on the screen, or None if the claim is not shown.
    """
    claim = "a claim that is no longer there" if number is None else f"claim {number}"
    if record.kind == "verdict":
        rating = clean_line(record.rating, 60)
        return (
            f"taking back the verdict on {claim}"
            if record.retracted
            else f"rating {claim} {rating}"
        )
    if record.kind == "evidence":
        return f"{'taking back ' if record.retracted else ''}evidence on {claim}"
    if number is None and record.added:
        return "making a claim by hand"
    if record.rejected and record.added:
        return f"saying which words belong to {claim}"
    if record.rejected:
        return f"taking {_sentences(record.rejected)} out of {claim}"
    return f"linking {_sentences(record.added or record.confirmed)} to {claim}"


def _sentences(appearances: Sequence[Appearance]) -> str:
    return "a sentence" if len(appearances) == 1 else f"{len(appearances)} sentences"
