"""Which claim a person means by `--at`: a place in an article, a claim's id, or its number."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING

from workbench.review.errors import BadPlace
from workbench.text.cleaning import clean_line

if TYPE_CHECKING:
    from workbench.review.model import Claim
    from workbench.review.session import ReviewSession

_SPAN = re.compile(r"([0-9]{1,15})-([0-9]{1,15})")
_NUMBER = re.compile(r"[0-9]{1,9}")
_SHOWN = 60


def claim_meant(session: ReviewSession, at: str) -> Claim:
    """The claim that an AT means.

    A place means the claim that has an appearance there (half of the shorter of both spans is
    enough); a place that belongs to no claim becomes a claim of its own, of exactly that span.

    Args:
        session: The case.
        at: `FILE:START-END` in code points of the decoded file, end exclusive, FILE relative to
            the case; or a claim's id; or its number.

    Raises:
        BadPlace: It means nothing in this case.
    """
    at = at.strip()
    file, colon, span = at.rpartition(":")
    found = _SPAN.fullmatch(span)
    if colon and found:
        return session.claim_of(_article(session, file), int(found[1]), int(found[2]))
    for claim in session.claims:
        if claim.id == at:
            return claim
    if _NUMBER.fullmatch(at):
        number = int(at)
        for claim in session.claims:
            if claim.number == number:
                return claim
        raise BadPlace(f"There is no claim {number}; `workbench match` lists the claims.")
    raise BadPlace(
        f"“{clean_line(at, _SHOWN)}” is no place in an article (FILE:START-END), "
        "and no claim has that id or number."
    )


def _article(session: ReviewSession, file: str) -> int:
    wanted = posixpath.normpath(file)
    for index, article in enumerate(session.articles):
        if article.source in {file, wanted}:
            return index
    shown = clean_line(file, _SHOWN)
    for unreadable in session.unreadable:
        if unreadable.source == clean_line(wanted):
            raise BadPlace(f"Nothing can be said about {shown}: {unreadable.reason}")
    some = ", ".join(clean_line(article.source) for article in session.articles[:3])
    more = ", …" if len(session.articles) > 3 else ""
    raise BadPlace(f"The case has no article “{shown}”; it has {some}{more}.")
