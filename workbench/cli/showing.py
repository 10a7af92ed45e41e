"""`workbench show` and `workbench status`: one claim in full, and the case at a glance."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from typing import TYPE_CHECKING, Any

from workbench.cli.describing import (
    claim_facts,
    claim_title,
    describe_appearances,
    describe_evidence,
    describe_verdict,
    ratings,
    wording_source,
)
from workbench.cli.explaining import describe_why, why_document
from workbench.cli.output import print_heading, print_json, print_text, tell
from workbench.records.serialise import serialise
from workbench.review.at import claim_meant
from workbench.review.progress import Need
from workbench.review.session import ReviewSession
from workbench.review.uncommitted import in_words, uncommitted
from workbench.review.wording import describe

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from workbench.records.schema import Record
    from workbench.review.model import Claim
    from workbench.review.progress import Waiting


def show_claim(arguments: argparse.Namespace) -> int:
    """Print one claim; returns the exit code."""
    session = ReviewSession.open(arguments.case, verdicts=arguments.verdicts)
    session.read_blind(session.case.blind_second)
    claim = claim_meant(session, arguments.at)
    if arguments.blind:
        claim = replace(claim, verdicts=(), evidence=(), history=())
    if arguments.json:
        print_json({"schema_version": 1, "claim": _claim(session, claim)})
    else:
        _print_claim(session, claim)
    return 0


def show_status(arguments: argparse.Namespace) -> int:
    """Print how far a case is; returns the exit code."""
    session = ReviewSession.open(arguments.case, verdicts=arguments.verdicts)
    session.read_blind(session.case.blind_second)
    if arguments.json:
        print_json(_status(session))
    else:
        _print_status(session)
    return 0


def _claim(session: ReviewSession, claim: Claim) -> dict[str, Any]:
    sources = [article.source for article in session.articles]
    return {
        **claim_facts(claim),
        "appearances": [
            {
                "source": sources[a.article],
                "start": a.start,
                "end": a.end,
                "text": session.articles[a.article].decoded[a.start : a.end],
                "relation": a.relation,
                "origin": a.origin,
                "disputed": a.disputed,
                "same_wording_as": wording_source(session, a),
            }
            for a in claim.appearances
        ],
        "differences": [
            {
                "slot": pair.difference.slot,
                "a": {"source": sources[pair.a_article], "value": pair.difference.a},
                "b": {"source": sources[pair.b_article], "value": pair.difference.b},
                "conflict": pair.difference.conflict,
            }
            for pair in claim.differences
        ],
        "why": why_document(session, claim),
        "lost": [
            {"source": lost.source, "text": lost.exact, "state": lost.state} for lost in claim.lost
        ],
        "verdicts": [_record(record) for record in claim.verdicts],
        "evidence": [_record(record) for record in claim.evidence],
        "history": [
            {"path": session.record_paths[record.id], "record": _record(record)}
            for record in claim.history
        ],
    }


def _record(record: Record) -> Any:
    return json.loads(serialise(record))


def _print_claim(session: ReviewSession, claim: Claim) -> None:
    print_text(claim_title(claim))
    print_text(f"Claim id {claim.id}.{f' Said by {claim.speaker}.' if claim.speaker else ''}")
    if claim.reasons:
        print_text(f"Worth checking: {', '.join(claim.reasons)}.")
    print_heading("Appearances")
    describe_appearances(session, claim)
    if claim.is_shared:
        print_heading("Why these are matched")
        describe_why(session, claim)
    print_heading("Verdicts" if claim.verdicts else "No verdict")
    for verdict in claim.verdicts:
        describe_verdict(verdict)
    print_heading("Evidence" if claim.evidence else "No evidence")
    for note in claim.evidence:
        describe_evidence(note)
    if claim.history:
        print_heading("History")
    for record in claim.history:
        what = describe(record, claim.number)
        when = f"{record.created_at} {record.reviewer}"
        undo = " (undone or redone)" if record.undoes else ""
        path = session.record_paths[record.id]
        print_text(f"{when}: {what}{undo}. {path}", indent=2, hanging=2)


def _status(session: ReviewSession) -> dict[str, Any]:
    progress = session.progress
    files = uncommitted(session.case)
    return {
        "schema_version": 1,
        "title": session.case.title,
        "articles": len(session.articles),
        "progress": {
            "offered": progress.offered,
            "reviewed": progress.reviewed,
            "conflicts": progress.conflicts,
            "disagreements": progress.disagreements,
            "waiting": progress.waiting,
            "lost": progress.lost,
        },
        "disagreements": _briefly(session, _waiting(session, Need.ADJUDICATOR)),
        "waiting": _briefly(session, _waiting(session, Need.SECOND_READER)),
        "approval": _briefly(session, _waiting(session, Need.APPROVAL)),
        "publication": _briefly(session, _waiting(session, Need.PUBLICATION)),
        "lost": _briefly(session, _lost(session)),
        "uncommitted": None if files is None else [asdict(file) for file in files],
        "problems": list(session.problems),
    }


def _briefly(session: ReviewSession, claims: Sequence[Claim]) -> list[dict[str, Any]]:
    return [
        {
            "id": claim.id,
            "number": claim.number,
            "text": claim.text,
            "verdicts": [
                {"reviewer": v.reviewer, "rating": v.rating, "status": v.status}
                for v in claim.verdicts
            ],
            "waits_for": _need(session.waits_for(claim)),
        }
        for claim in claims
    ]


def _need(waiting: Waiting | None) -> dict[str, Any] | None:
    if waiting is None:
        return None
    return {"need": waiting.need, "reviewers": list(waiting.reviewers)}


def _print_status(session: ReviewSession) -> None:
    progress = session.progress
    count = len(session.articles)
    print_text(f"{session.case.title}: {count} {'article' if count == 1 else 'articles'}")
    conflicts = f"{progress.conflicts} {'conflict' if progress.conflicts == 1 else 'conflicts'}"
    print_text(f"{progress.reviewed} of {progress.offered} claims reviewed, {conflicts}")
    for heading, claims in (
        ("Reviewers disagree", _waiting(session, Need.ADJUDICATOR)),
        ("Waiting for a second reader", _waiting(session, Need.SECOND_READER)),
        ("Waiting for approval", _waiting(session, Need.APPROVAL)),
        ("Approved, not published yet", _waiting(session, Need.PUBLICATION)),
        ("Judged words no longer found for sure", _lost(session)),
    ):
        if claims:
            print_heading(heading)
        for claim in claims:
            rated = f" {ratings(claim)}:" if claim.verdicts else ""
            print_text(f"{claim.number}.{rated} {claim.text}", indent=2, hanging=3)
            if waiting := session.waits_for(claim):
                print_text(f"Waits for {waiting}.", indent=5)
    if said := in_words(uncommitted(session.case) or ()):
        print()
        print_text(said, hanging=2)
    for sentence in (*session.notices, *session.problems):
        tell(sentence)


def _waiting(session: ReviewSession, need: Need) -> list[Claim]:
    return [c for c in session.claims if (w := session.waits_for(c)) and w.need is need]


def _lost(session: ReviewSession) -> list[Claim]:
    return [claim for claim in session.claims if claim.lost]
