"""A second reader who is to judge unseen: the first verdict is kept from them until they have.

What is hidden is taken out of the claim itself, so that no list, bar, search or page can show it by
oversight. Evidence stays: it is what a second reader reads.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.review.model import Claim


def veiled(claim: Claim, reviewer: str) -> Claim:
    """The claim as a blind second reader sees it; the claim itself where nothing is to hide.

    Only where one other person has judged it: who comes to two verdicts is there to decide.

    Args:
        claim: As it is.
        reviewer: Who reads.
    """
    judges = {verdict.reviewer for verdict in claim.verdicts}
    if len(judges) != 1 or reviewer in judges:
        return claim
    history = tuple(
        record
        for record in claim.history
        if record.kind != "verdict" or record.reviewer == reviewer
    )
    return replace(claim, verdicts=(), history=history, hides_verdict=True)
