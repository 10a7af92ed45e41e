"""`workbench check` and `workbench schema`: are the records sound, and what is a sound record?"""

from __future__ import annotations

import sys
from dataclasses import asdict
from typing import TYPE_CHECKING

from workbench.cli.output import print_data, print_json, tell
from workbench.records.json_schema import json_schema
from workbench.records.repairing import repair
from workbench.review.case import find_case
from workbench.review.checking import Findings, check

if TYPE_CHECKING:
    import argparse

FOUND = 1
"""Exit code: there are findings."""


def check_case(arguments: argparse.Namespace) -> int:
    """Print what is wrong with a case's records; returns the exit code."""
    case = find_case(arguments.case, verdicts=arguments.verdicts)
    repairs = repair(case.root, case.verdicts_dir) if arguments.repair else ()
    for each in repairs:
        tell(f"{each.path}: {each.said}.")
    findings = check(case)
    if arguments.json:
        print_json(
            {
                "repairs": [asdict(each) for each in repairs],
                "records": [asdict(record) for record in findings.records],
                "unreadable": [asdict(article) for article in findings.unreadable],
                "ok": findings.is_sound,
            }
        )
    else:
        _print(findings)
    for path in findings.leftovers:
        tell(f"{path} is left of a save that was stopped; workbench check --repair deals with it.")
    return 0 if findings.is_sound else FOUND


def print_schema(arguments: argparse.Namespace) -> int:
    """Print the JSON Schema of the records; returns the exit code."""
    del arguments  # It has none.
    sys.stdout.write(json_schema())
    return 0


def _print(findings: Findings) -> None:
    for article in findings.unreadable:
        print_data(article.reason)
    for record in findings.records:
        for problem in record.problems:
            print_data(f"{record.path}: {problem}")
    problems = sum(len(record.problems) for record in findings.records)
    count, unread = len(findings.records), len(findings.unreadable)
    said = (
        f"{count} {'record' if count == 1 else 'records'} checked: "
        f"{'all sound' if not problems else f'{problems} to look at'}"
    )
    if unread:
        said += f"; {unread} {'article' if unread == 1 else 'articles'} could not be read"
    tell(f"{said}.")
