"""Was a claim of a case checked before? Asked with the sentences around it, not for its own checks.

A claim is often half of what was said ("They vote twice."); the sentences that it stands between
say whom and what it means.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.library.check import Found
    from workbench.library.library import Library
    from workbench.review.model import Claim
    from workbench.review.session import ReviewSession

_BESIDE = 2
"""Sentences before a claim that are asked for with it, and after."""


def earlier_checks(
    library: Library, session: ReviewSession, claim: Claim, limit: int
) -> tuple[Found, ...]:
    """The earlier checks that are most like a claim of the case, the likest first.

    Args:
        library: Where to look.
        session: The case; what is hidden from its reviewer is not found.
        claim: The claim as the reviewer sees it; its own verdicts are left out.
        limit: How many to return at the most.
    """
    own = {claim.id, *(record.claim.id for record in claim.history)}
    return library.search(
        claim.text,
        limit,
        around=_around(session, claim),
        without=own,
        reviewer=session.reviewer,
        reads_blind=session.is_blind,
    )


def _around(session: ReviewSession, claim: Claim) -> str:
    """The sentences beside the claim where its wording is from; nothing if that is lost."""
    headline = next((a for a in claim.appearances if a.relation is None), None)
    if headline is None:
        return ""
    article = session.articles[headline.article]
    last = headline.sentence
    while last + 1 < len(article.sentences) and article.sentences[last + 1].start < headline.end:
        last += 1
    beside = (
        *article.sentences[max(0, headline.sentence - _BESIDE) : headline.sentence],
        *article.sentences[last + 1 : last + 1 + _BESIDE],
    )
    return " ".join(article.text[sentence.start : sentence.end] for sentence in beside)
