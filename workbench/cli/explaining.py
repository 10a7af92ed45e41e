"""Why the appearances of a claim are matched, as text and as data for `workbench show`."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any

from workbench.cli.output import print_facts, print_text
from workbench.matching.sharing import Common
from workbench.review.summary import article_letter

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbench.matching.sharing import Shared
    from workbench.review.model import Appearance, Claim
    from workbench.review.session import ReviewSession
    from workbench.review.why import Why


def why_document(session: ReviewSession, claim: Claim) -> list[dict[str, Any]]:
    """Every two appearances of different articles: score, reasons and what they share."""

    def place(appearance: Appearance) -> dict[str, Any]:
        source = session.articles[appearance.article].source
        return {"source": source, "start": appearance.start, "end": appearance.end}

    return [
        {
            "a": place(why.one),
            "b": place(why.other),
            "score": why.explanation.score,
            "strength": why.explanation.strength,
            "relation": why.explanation.relation,
            "reasons": [
                {"name": r.name, "sentence": r.sentence, "measure": r.measure, "points": r.points}
                for r in why.explanation.reasons
            ],
            "shared": {
                kind.name: [[one.a, one.b] for one in getattr(why.explanation.common, kind.name)]
                for kind in fields(Common)
            },
            "neighbours": len(why.explanation.neighbours),
        }
        for why in _pairs(session, claim)
    ]


def describe_why(session: ReviewSession, claim: Claim) -> None:
    """Print for each appearance why it is matched with the one that it matches best."""
    best: dict[Appearance, Why] = {}
    for why in _pairs(session, claim):
        for appearance in (why.one, why.other):
            known = best.get(appearance)
            if known is None or _score(why) > _score(known):
                best[appearance] = why
    told: list[Why] = []
    for why in best.values():
        if why not in told:
            told.append(why)
            _describe(why)


def _pairs(session: ReviewSession, claim: Claim) -> Iterator[Why]:
    """Each two appearances once, the earlier article first."""
    for appearance in claim.appearances:
        for why in session.why(claim, appearance):
            if why.one.article < why.other.article:
                yield why


def _score(why: Why) -> float:
    return why.explanation.score or 0.0


def _describe(why: Why) -> None:
    found = why.explanation
    letters = " and ".join(
        f"{article_letter(one.article)}:{one.start}-{one.end}" for one in (why.one, why.other)
    )
    if found.score is None:
        print_text(f"{letters}: not matched by the program, {found.relation}", indent=2, hanging=2)
    else:
        said = f"{letters}: {found.strength}, {found.score:.2f}, {found.relation}"
        print_text(said, indent=2, hanging=2)
    told = " ".join(reason.sentence for reason in found.reasons)
    if told:
        print_text(told, indent=4)
    shared = [
        (kind.name.capitalize(), _listed(getattr(found.common, kind.name)))
        for kind in fields(Common)
    ]
    print_facts(shared, indent=4)


def _listed(shared: tuple[Shared, ...]) -> str:
    words = [one.a if one.a == one.b else f"{one.a} / {one.b}" for one in shared]
    return ", ".join(words)
