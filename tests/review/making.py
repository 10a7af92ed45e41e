"""Small cases on disk, and sessions whose matches are written by hand.

With `scripted` a test says which sentences make one claim, so that it tests how claims and records
are joined and not how well the engine matches.
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from workbench.matching.model import (
    ClaimGroup,
    Difference,
    Match,
    Matching,
    Relation,
    SentenceRef,
    Strength,
)
from workbench.review.case import find_case
from workbench.review.reporting import tell_nobody
from workbench.review.session import ReviewSession

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from workbench.review.model import Claim

A, B, C = 0, 1, 2
"""Articles of the harbour case by index."""

HARBOUR = {
    "a.txt": (
        "The harbour of Lindvik was closed for nine hours.\n\n"
        "Twelve boats sank in the storm.\n\n"
        "The mayor promised help to every owner.\n\n"
        "A crane fell on the fish market.\n"
    ),
    "b.txt": (
        "For nine hours no ship could enter Lindvik.\n\n"
        "Fifteen boats went down in the storm.\n\n"
        "Owners will be helped, said the mayor.\n\n"
        "Schools stayed shut on Friday.\n"
    ),
    "c.txt": (
        "Lindvik harbour reopened after nine hours.\n\n"
        "About a dozen boats were lost.\n\n"
        "The lighthouse keeper slept through the night.\n"
    ),
}
"""Three reports, four, four and three sentences of one line each."""


def write_case(root: Path, files: dict[str, str] = HARBOUR, folder: str = "articles") -> Path:
    """Put articles into a case; returns its folder."""
    (root / folder).mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (root / folder / name).write_text(text, encoding="utf-8", newline="")
    return root


def ref(article: int, sentence: int) -> SentenceRef:
    return SentenceRef(article, sentence)


def group(*members: tuple[int, int], relation: Relation | None = None, worth: float = 0.5):
    refs = tuple(sorted(ref(*member) for member in members))
    several = len({r.article for r in refs}) > 1
    return ClaimGroup(
        headline=ref(*members[0]),
        members=refs,
        relation=(relation or Relation.AGREES) if several else None,
        speaker="",
        worth=worth,
        reasons=("a figure",),
    )


def match(
    a: tuple[int, int],
    b: tuple[int, int],
    relation: Relation = Relation.AGREES,
    *differences: Difference,
) -> Match:
    return Match(ref(*a), ref(*b), 0.9, Strength.STRONG, relation, differences)


NINE_HOURS = ((A, 0), (B, 0), (C, 0))
BOATS = ((A, 1), (B, 1), (C, 1))
HELP = ((A, 2), (B, 2))


def matching(groups: Sequence[Sequence[tuple[int, int]]], sizes: Sequence[int] = (4, 4, 3)):
    """A matching in which the given groups agree and every other sentence stands alone."""
    grouped = {member for members in groups for member in members}
    alone = [
        (article, sentence)
        for article, size in enumerate(sizes)
        for sentence in range(size)
        if (article, sentence) not in grouped
    ]
    matches = [
        match(*sorted(pair))
        for members in groups
        for pair in itertools.combinations(members, 2)
        if pair[0][0] != pair[1][0]
    ]
    claims = [group(*members) for members in groups] + [group(member) for member in alone]
    return Matching(tuple(matches), tuple(claims))


def scripted(
    root: Path,
    *groups: Sequence[tuple[int, int]],
    reviewer: str = "Ada",
    found: Matching | None = None,
    verdicts: Path | None = None,
) -> ReviewSession:
    """A session on the case in `root` in which exactly these groups of sentences match."""
    session = ReviewSession(find_case(root, verdicts=verdicts), reviewer)
    session.read(tell_nobody, lambda: False)
    sizes = [len(article.sentences) for article in session.articles]
    session.take_in(found or matching(groups, sizes), lambda: False)
    return session


def span(session: ReviewSession, article: int, sentence: int) -> tuple[int, int, int]:
    """Article, start and end of a sentence, as the session's methods take them."""
    found = session.articles[article].sentences[sentence]
    return article, found.start, found.end


def claim_at(session: ReviewSession, article: int, sentence: int) -> Claim:
    claim = session.claim_at(*span(session, article, sentence))
    assert claim is not None
    return claim


def members(session: ReviewSession, claim: Claim) -> set[tuple[int, int]]:
    """The sentences in which a claim appears, by article and sentence index."""
    return {(a.article, a.sentence) for a in session.claim(claim.id).appearances}


def records(root: Path) -> list[Path]:
    return sorted((root / "verdicts").rglob("*.json"))
