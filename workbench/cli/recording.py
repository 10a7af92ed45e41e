"""`workbench verdict` and `workbench evidence`: one decision, saved before a word is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.cli.arguments import USAGE
from workbench.cli.output import print_data, tell
from workbench.review.at import claim_meant
from workbench.review.changes import EVIDENCE_SAYS
from workbench.review.session import ReviewSession

if TYPE_CHECKING:
    import argparse

    from workbench.review.session import Saved


def record_verdict(arguments: argparse.Namespace) -> int:
    """Rate a claim; returns the exit code."""
    if arguments.public_note and not arguments.correction:
        tell("workbench verdict: a public note needs --correction, which says why.")
        return USAGE
    session = _open(arguments)
    correction = (arguments.correction, arguments.public_note or "")
    saved = session.rate(
        claim_meant(session, arguments.at).id,
        arguments.rating,
        conclusion=arguments.conclusion,
        justification=arguments.justification,
        uncertainty=arguments.uncertainty,
        status=arguments.status,
        role=arguments.role,
        blind=arguments.blind,
        correction=correction if arguments.correction else None,
    )
    return _tell(saved)


def record_evidence(arguments: argparse.Namespace) -> int:
    """Add an evidence note; returns the exit code."""
    session = _open(arguments)
    fields = {name: getattr(arguments, name) for name in EVIDENCE_SAYS}
    return _tell(session.add_evidence(claim_meant(session, arguments.at).id, **fields))


def _open(arguments: argparse.Namespace) -> ReviewSession:
    session = ReviewSession.open(
        arguments.case, verdicts=arguments.verdicts, reviewer=arguments.reviewer
    )
    session.read_blind(session.case.blind_second)
    return session


def _tell(saved: Saved) -> int:
    if saved.path is None:
        tell(saved.message)
    else:
        print_data(f"saved {saved.path}")
    return 0
