"""What can be typed after `workbench search`, `import`, `new` and `log`."""

from __future__ import annotations

import argparse
from pathlib import Path

COMMANDS = {
    "search": "has this been checked before? search earlier checks",
    "import": "take in a saved web page, or a feed of earlier checks",
    "new": "make a folder for a new case",
    "log": "tell who decided what and when",
}

EXAMPLES = {
    "search": """\
Searched are the verdicts of the case, the folders that its workbench.toml names under `libraries`,
and those given with --library: folders of checks that `workbench import` filled, or other cases.

examples:
  workbench search "the flood wall was opened on purpose"
  workbench search --library ../checked-before "free ferries for pensioners" --limit 3
  workbench search --at 3                           was claim 3 of this case checked before?
  workbench search --json "free ferries" | jq .results[0].url
""",
    "import": """\
A saved web page becomes an article of the case: its text with what is known of it on top, and the
page itself beside it, untouched. Nothing that is there is overwritten. With --library, the checks
(schema.org ClaimReview) in pages, JSON-LD, JSON lists and the Data Commons dump go into a folder
for `workbench search`.

examples:
  workbench import saved.html                       into the case in the current folder
  workbench import *.html --into reports/flood
  workbench import feed.json --library ../checked-before
""",
    "new": """\
example:
  workbench new reports/flood
""",
    "log": """\
examples:
  workbench log                          all decisions, the latest first
  workbench log --at 3                   those about one claim
  workbench log --json
""",
}


def add_search(parser: argparse.ArgumentParser) -> None:
    """Options of `workbench search`."""
    parser.add_argument("text", metavar="TEXT", nargs="*", help="a claim, a headline, a post")
    parser.add_argument(
        "--at",
        metavar="AT",
        help="instead of TEXT a claim of the case: FILE:START-END, its id or its number; the "
        "sentences around it count too",
    )
    parser.add_argument(
        "--case",
        metavar="CASE",
        type=Path,
        help="the case's folder (default: the current folder, if it is a case)",
    )
    parser.add_argument(
        "--library",
        metavar="DIR",
        type=Path,
        action="append",
        default=[],
        help="a folder of earlier checks, or another case; can be given several times",
    )
    parser.add_argument(
        "--limit", metavar="N", type=count, default=10, help="how many to list (default: 10)"
    )
    parser.add_argument("--json", action="store_true", help="print JSON")


def add_import(parser: argparse.ArgumentParser) -> None:
    """Options of `workbench import`."""
    parser.add_argument("files", metavar="FILE", nargs="+", type=Path, help="what to take in")
    parser.add_argument(
        "--into",
        metavar="CASE",
        type=Path,
        default=Path(),
        help="the case that pages go into (default: the current folder)",
    )
    parser.add_argument(
        "--library",
        metavar="DIR",
        type=Path,
        help="the folder that checks go into; made if there is none (default: the first library "
        "of the case)",
    )


def add_new(parser: argparse.ArgumentParser) -> None:
    """Options of `workbench new`."""
    parser.add_argument("case", metavar="CASE", type=Path, help="the folder to make")


def count(written: str) -> int:
    """A number of results, 1 to 1,000. Raises `argparse.ArgumentTypeError`."""
    number = int(written) if written.isdecimal() and len(written) < 5 else 0
    if not 1 <= number <= 1000:
        raise argparse.ArgumentTypeError(f"{written} is no number from 1 to 1,000")
    return number


OF_THEIR_OWN = {"search": add_search, "import": add_import, "new": add_new}
"""Commands whose first argument is not the case, and what adds their options."""
