"""`workbench search`: has this been checked before?"""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workbench.cli.arguments import USAGE
from workbench.cli.output import print_facts, print_json, print_text, tell
from workbench.cli.progress import progress_bar
from workbench.library.asking import earlier_checks
from workbench.library.library import Library
from workbench.review.at import claim_meant
from workbench.review.case import find_case
from workbench.review.errors import CaseError
from workbench.review.reviewer import find_reviewer
from workbench.review.session import ReviewSession
from workbench.text.cleaning import clean_line

if TYPE_CHECKING:
    import argparse

    from workbench.library.check import Found
    from workbench.review.case import Case


def search(arguments: argparse.Namespace) -> int:
    """Print the earlier checks that are most like a text or a claim; returns the exit code."""
    text = " ".join(arguments.text)
    if bool(text.strip()) == (arguments.at is not None):
        tell("workbench search: give either the words to search for or a claim with --at.")
        return USAGE
    for folder in arguments.library:
        if not folder.is_dir():
            shown = clean_line(str(folder))
            raise CaseError(f"There is no folder {shown}; give the folder that holds the checks.")
    query: dict[str, Any] = {"query": text}
    if arguments.at is not None:
        session = ReviewSession.open(arguments.case or Path())
        session.read_blind(session.case.blind_second)
        claim = claim_meant(session, arguments.at)
        query = {"query": claim.text, "claim": {"id": claim.id, "number": claim.number}}
        library = _library(session.case, arguments.library)
        found = earlier_checks(library, session, claim, arguments.limit)
    else:
        case = _case(arguments)
        library = _library(case, arguments.library)
        found = library.search(
            text,
            arguments.limit,
            reviewer=find_reviewer(case.root if case else Path()),
            reads_blind=case is not None and case.blind_second,
        )
    if arguments.json:
        results = [{"score": round(one.score, 4), **asdict(one.check)} for one in found]
        for result in results:
            del result["claim_id"], result["judge"]
        print_json(
            {
                "schema_version": 1,
                **query,
                "searched": library.size,
                "results": results,
                "problems": list(library.problems),
            }
        )
    else:
        for number, one in enumerate(found, start=1):
            _print(number, one)
    for problem in library.problems:
        tell(problem)
    if not found:
        tell(f"Nothing like it among {library.size:,} earlier checks.")
    return 0


def _library(case: Case | None, folders: list[Path]) -> Library:
    with progress_bar("Indexing") as report:
        return Library.of(case, folders, report=report)


def _case(arguments: argparse.Namespace) -> Case | None:
    """The case to search in; none if a library was named and this folder is no case."""
    try:
        return find_case(arguments.case or Path())
    except CaseError as error:
        if arguments.case is None and arguments.library:
            return None
        raise CaseError(
            f"{error} To search without a case, name a library with --library."
        ) from error


def _print(number: int, found: Found) -> None:
    check = found.check
    print_text(f"{number}. {check.rating}: {check.claim}", hanging=3)
    who = ", ".join(filter(None, (check.checker, check.date, check.status)))
    facts = [
        ("Checked by", who),
        ("Claimed by", check.speaker),
        ("Conclusion", check.conclusion),
        ("Title", check.title),
        ("Address", check.url),
        ("In", check.place),
    ]
    print_facts(facts, indent=3)
