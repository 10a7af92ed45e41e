"""`workbench log`: who decided what and when, out of the records."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from workbench.cli.output import print_json, print_text, tell
from workbench.records.serialise import serialise
from workbench.review.at import claim_meant
from workbench.review.session import ReviewSession
from workbench.review.wording import describe

if TYPE_CHECKING:
    import argparse

    from workbench.records.schema import Record
    from workbench.review.model import Claim

_CLAIM = 70
"""Code points of a claim's wording in a line of the log."""


def print_log(arguments: argparse.Namespace) -> int:
    """Print the decisions on one claim or on all, the latest first; returns the exit code."""
    session = ReviewSession.open(arguments.case, verdicts=arguments.verdicts)
    session.read_blind(session.case.blind_second)
    claims = session.claims
    if arguments.at is not None:
        claims = (claim_meant(session, arguments.at),)
    decided = [(record, claim) for claim in claims for record in claim.history]
    decided.sort(key=lambda one: one[0].id, reverse=True)
    if arguments.json:
        entries = [_entry(session, record, claim) for record, claim in decided]
        print_json({"schema_version": 1, "log": entries})
    else:
        for record, claim in decided:
            _print(session, record, claim)
    for problem in session.problems:
        tell(problem)
    if not decided:
        tell("Nobody has decided anything yet.")
    return 0


def _entry(session: ReviewSession, record: Record, claim: Claim) -> dict[str, Any]:
    return {
        "created_at": record.created_at,
        "reviewer": record.reviewer,
        "kind": record.kind,
        "what": describe(record, claim.number),
        "is_undo": record.undoes is not None,
        "claim": {"id": claim.id, "number": claim.number, "text": claim.text},
        "path": session.record_paths[record.id],
        "record": json.loads(serialise(record)),
    }


def _print(session: ReviewSession, record: Record, claim: Claim) -> None:
    undo = " (undone or redone)" if record.undoes else ""
    what = describe(record, claim.number)
    print_text(f"{record.created_at} {record.reviewer}: {what}{undo}", hanging=2)
    text = claim.text if len(claim.text) <= _CLAIM else f"{claim.text[: _CLAIM - 1].rstrip()}…"
    print_text(text, indent=2, hanging=2)
    print_text(session.record_paths[record.id], indent=2)
