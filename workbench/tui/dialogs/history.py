"""The page with everything that happened to a claim."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.review.timeline import timeline
from workbench.tui.dialogs.reading import Entry, Page

if TYPE_CHECKING:
    from workbench.review.model import Claim


def history_page(claim: Claim, reviewer: str) -> Page:
    """Who did what on a claim and when; what no longer holds is quiet, and says so.

    Args:
        claim: The claim, without what is kept from the reader.
        reviewer: Who is called "you".
    """
    entries = [Entry(claim.text)]
    if claim.hides_verdict:
        entries.append(Entry("The first verdict is hidden until you have given yours."))
    for event in timeline(claim):
        entries.append(Entry(""))
        who = "You" if event.who == reviewer else event.who
        later = "" if event.holds else "  — holds no longer"
        is_quiet = not event.holds
        entries.append(Entry(f"{who} {event.what}{later}", event.when, is_quiet=is_quiet))
        entries += [Entry(detail, " ", is_quiet=is_quiet) for detail in event.details]
    return Page(f"History of claim {claim.number}", entries)
