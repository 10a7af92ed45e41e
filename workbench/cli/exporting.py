"""`workbench export`: a case in a format for others, and a word on what is not in it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from workbench.cli.output import tell
from workbench.publish.formats import export_case
from workbench.publish.saving import save_export
from workbench.publish.selecting import STATUSES
from workbench.review.session import ReviewSession

if TYPE_CHECKING:
    import argparse

_FINDINGS = 1
"""Exit code: something that was asked for could not be exported."""


def export(arguments: argparse.Namespace) -> int:
    """Write a case in a format to a file or to stdout; returns the exit code."""
    session = ReviewSession.open(arguments.case, verdicts=arguments.verdicts)
    statuses = STATUSES if arguments.all else tuple(arguments.status or ())
    exported = export_case(session, arguments.format, statuses)
    if arguments.output is None:
        _print_bytes(exported.data)
    else:
        save_export(session.case, arguments.output, exported.data)
    for sentence in (*session.problems, *exported.warnings, *map(str, exported.left_out)):
        tell(sentence)
    where = f" in {arguments.output}" if arguments.output is not None else ""
    left_out = f", {len(exported.left_out)} left out" if exported.left_out else ""
    tell(f"{exported.counted}{where}{left_out}.")
    missing = any(left.asked_for for left in exported.left_out) or session.loaded.problems
    return _FINDINGS if missing else 0


def _print_bytes(data: bytes) -> None:
    """Print an export as it would be in a file; its makers took out what acts on a terminal."""
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()
