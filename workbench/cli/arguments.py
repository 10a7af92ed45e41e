"""What can be typed after `workbench`, and the help that teaches it."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from workbench import __version__
from workbench.cli import library_arguments
from workbench.cli.output import tell
from workbench.text.cleaning import clean_line

if TYPE_CHECKING:
    from collections.abc import Sequence

USAGE = 2
"""Exit code: the command was not understood."""

_AT = (
    "a place FILE:START-END (code points, end exclusive, FILE relative to the case), "
    "or a claim's id or number"
)

_STATUSES = ("draft", "ready", "approved", "published", "withdrawn")
_EXPORT_FORMATS = ("claimreview", "annotations", "averitec", "markdown", "html", "csv")
"""As in `workbench.publish.formats`, which takes a while to import; a test compares them."""

COMMANDS = {
    "match": "list claims, matches and relations",
    "verdict": "rate a claim",
    "evidence": "add an evidence note to a claim",
    "show": "show one claim: appearances, verdicts, evidence, history",
    "status": "show progress, disagreements, what waits for a second reader",
    "check": "check every record: readable, valid, anchored, complete",
    "export": "write claims and verdicts in a format for others",
    "keys": "print the keys of the terminal app, and your own",
    "schema": "print the JSON Schema of the records",
} | library_arguments.COMMANDS

_APP_TEXT = """\
Read several reports of one event side by side, see what they claim, where they agree and where
they contradict each other, and record verdicts and evidence as JSON files for git.

CASE is a folder with articles (.txt, .md, .html) in it, or in CASE/articles, CASE/sources or
CASE/seeds. Verdicts go to CASE/verdicts. Articles are never changed.
"""

_APP_EXAMPLES = """\
commands (workbench COMMAND --help says more):
{commands}

to begin:
  workbench new reports/flood            make a folder for a case
  workbench import page.html --into reports/flood
  workbench reports/flood                open it; ? shows all keys, q leaves
  workbench                              open the case in the current folder

to judge without the screen:
  workbench status                       how far is it, where do reviewers disagree?
  workbench match                        the claims with their numbers
  workbench show --at 3                  what stands in which article, who judged it how
  workbench verdict --at 3 --rating false --conclusion "No warning was given."
  workbench evidence --at 3 --stance refutes --note "The alert itself." --url https://example.org

to hand on:
  workbench check                        is every record sound? before a commit
  workbench export --format html -o report.html
  workbench search "a warning was given" --library ../checked-before

A folder that is called like a command is opened with a path: workbench ./match

exit codes: 0 sound, 1 findings, 2 not understood, 3 the case cannot be read or written
"""

_EXAMPLES = {
    "match": """\
examples:
  workbench match                        the claims, for people
  workbench match --json > claims.json   articles, sentences, matches and claims, for programs
  workbench match --json --all-pairs     every pair that was compared, with its score
""",
    "verdict": """\
Your earlier verdict on the claim is replaced by a new record; what you leave out stays as it was.
Nothing is written if nothing is new. On success stdout has one line: saved PATH

examples:
  workbench verdict --at 3 --rating false
  workbench verdict --at 3 --rating 5 --conclusion "A warning was given." --status ready
  workbench verdict --at articles/a.txt:120-188 --rating "mostly true"
  workbench verdict --at 3 --rating false --role second --status approved
  workbench verdict --at 3 --rating false --status withdrawn --correction "The source recanted." \\
      --public-note "We have withdrawn this check."

ready asks for a conclusion and a note with a quotation and an address or a locator; approved asks
for another reviewer too, who came to the same rating of the same appearances.
""",
    "evidence": """\
On success stdout has one line: saved PATH

examples:
  workbench evidence --at 3 --stance refutes --note "The embassy published the warning itself." \\
      --url https://example.org/alert --title "Security alert" --publisher "The embassy"
  workbench evidence --at 3 --quote "avoid large gatherings" --locator "paragraph 2" --primary
""",
    "show": """\
examples:
  workbench show --at 3
  workbench show --at articles/a.txt:120-188 --json
  workbench show --at 3 --blind          for a second reader: without what others decided
""",
    "status": """\
examples:
  workbench status
  workbench status reports/flood --json
""",
    "check": """\
One line for each problem, with the file and what to do. Exit code 1 if there is any.

examples:
  workbench check
  workbench check reports/flood --json
  workbench check --repair               make two records of one with git conflict markers
""",
    "export": """\
What cannot be exported is listed on stderr with its reason; exit code 1 if it was asked for.
claimreview holds verdicts that are approved or published, the others all, unless you say which.

examples:
  workbench export --format html -o report.html
  workbench export --format claimreview > checks.jsonld
  workbench export reports/flood --format csv --status ready --status approved -o flood.csv
""",
    "keys": """\
Keys of your own stand in config.toml in your settings folder (its path is printed on stderr), one
line an action. Exit code 1 if the file cannot be used; the app takes the usual keys then.

example of config.toml:
  [keys]
  next_claim = "i"
  next_hit = ["ctrl+n", "f3"]

example:
  workbench keys
""",
    "schema": """\
example:
  workbench schema > record.schema.json
""",
} | library_arguments.EXAMPLES


class _Parser(argparse.ArgumentParser):
    """Says what was not understood in one sentence, safe to show."""

    def error(self, message: str) -> NoReturn:
        tell(f"{self.prog}: {clean_line(message)}. See {self.prog} --help.")
        sys.exit(USAGE)


def read_arguments(argv: Sequence[str]) -> argparse.Namespace:
    """The arguments, with the command's name in `command` (empty for the terminal app).

    Raises:
        SystemExit: With 0 after `--help` and `--version`, with 2 for what is not understood.
    """
    if argv and argv[0] in COMMANDS:
        name = argv[0]
        parsed = _command_parser(name).parse_args(argv[1:])
    else:
        name = ""
        parser = _app_parser()
        meant = _command_meant(argv)
        if meant:
            parser.error(f"there is no command or folder {argv[0]}; perhaps you mean {meant}")
        parsed = parser.parse_args(argv)
    parsed.command = name
    return parsed


def _command_meant(argv: Sequence[str]) -> str:
    """The command that was mistyped as the name of a folder that does not exist, or nothing."""
    if not argv or argv[0].startswith("-") or Path(argv[0]).exists():
        return ""
    from difflib import get_close_matches

    return next(iter(get_close_matches(argv[0], COMMANDS, n=1, cutoff=0.75)), "")


def _app_parser() -> argparse.ArgumentParser:
    listed = "\n".join(f"  {name:<10} {what}" for name, what in COMMANDS.items())
    parser = _Parser(
        prog="workbench",
        usage="workbench [CASE] [options]\n       workbench COMMAND [CASE] [options]",
        description=_APP_TEXT,
        epilog=_APP_EXAMPLES.format(commands=listed),
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    _add_case(parser)
    _add_reviewer(parser)
    parser.add_argument("--theme", metavar="NAME", help="colours, for example workbench-light")
    parser.add_argument(
        "--filter",
        metavar="NAME",
        dest="filter_name",
        help="which claims to list first: all, unreviewed, conflicts, shared, single, mine, "
        "disagreements, waiting, edited, everything",
    )
    parser.add_argument("--version", action="version", version=f"workbench {__version__}")
    return parser


def _command_parser(name: str) -> argparse.ArgumentParser:
    parser = _Parser(
        prog=f"workbench {name}",
        description=f"{COMMANDS[name].capitalize()}.",
        epilog=_EXAMPLES[name],
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    if name in {"schema", "keys"}:
        return parser
    if name in library_arguments.OF_THEIR_OWN:
        library_arguments.OF_THEIR_OWN[name](parser)
        return parser
    _add_case(parser)
    if name in {"verdict", "evidence", "show", "log"}:
        parser.add_argument("--at", required=name != "log", metavar="AT", help=_AT)
    if name in {"verdict", "evidence"}:
        _add_reviewer(parser)
    if name == "show":
        parser.add_argument(
            "--blind", action="store_true", help="leave out the verdicts, notes and history"
        )
    if name in {"match", "show", "status", "check", "log"}:
        parser.add_argument("--json", action="store_true", help="print JSON")
    if name == "match":
        parser.add_argument(
            "--all-pairs",
            action="store_true",
            help="list every compared pair, however low it scored",
        )
    elif name == "check":
        parser.add_argument(
            "--repair",
            action="store_true",
            help="first mend what can be mended without dropping a record: conflict markers, "
            "unfinished saves",
        )
    elif name == "verdict":
        _add_verdict(parser)
    elif name == "evidence":
        _add_evidence(parser)
    elif name == "export":
        _add_export(parser)
    return parser


def _add_case(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "case",
        metavar="CASE",
        nargs="?",
        type=Path,
        default=Path(),
        help="the case's folder (default: the current folder)",
    )
    parser.add_argument(
        "--verdicts",
        metavar="DIR",
        type=Path,
        help="where the records are, if not in CASE/verdicts; may lie outside the case",
    )


def _add_reviewer(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--reviewer",
        metavar="NAME",
        help="whose records are made (default: git's user.name, else your login)",
    )


def _add_verdict(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--rating",
        required=True,
        metavar="R",
        help="a rating's name or digit; usually 1 true, 2 mostly true, 3 mixed, 4 mostly false, "
        "5 false, 6 misleading, 7 unproven, 8 outdated, 9 not checkable",
    )
    parser.add_argument("--conclusion", metavar="T", help="the sentence that would be published")
    parser.add_argument("--justification", metavar="T", help="why")
    parser.add_argument("--uncertainty", metavar="T", help="what is not known")
    parser.add_argument(
        "--status",
        choices=_STATUSES,
        help="how far it is (default: as before, else draft)",
    )
    parser.add_argument(
        "--role",
        choices=("checker", "second", "adjudicator"),
        help="as whom you judge; an adjudicator settles all other verdicts (default: as before, "
        "else checker)",
    )
    parser.add_argument(
        "--blind",
        action="store_true",
        help="others' verdicts were hidden from you until now (see show --blind)",
    )
    parser.add_argument(
        "--correction", metavar="T", help="why a published verdict is changed or withdrawn"
    )
    parser.add_argument(
        "--public-note", metavar="T", help="what readers are told of it; with --correction"
    )


def _add_evidence(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--note", metavar="T", help="what it says about the claim")
    parser.add_argument(
        "--stance",
        choices=("supports", "refutes", "context"),
        help="how it bears on the claim (default: context)",
    )
    for option, meaning in (
        ("--question", "the question that it answers"),
        ("--url", "address of the source"),
        ("--archived-url", "address of an archived copy"),
        ("--title", "title of the source"),
        ("--publisher", "who published it"),
        ("--medium", "text, video, photo, interview …"),
        ("--quote", "the words that matter"),
        ("--locator", "where they are: page, paragraph, minute, FILE:START-END"),
        ("--accessed-at", "when it was read, for example 2026-03-29"),
        ("--withheld-reason", "why the note is to stay in the case: no export will hold it"),
    ):
        parser.add_argument(option, metavar="T", help=meaning)
    parser.add_argument(
        "--primary", action="store_true", default=None, help="it is a primary source"
    )


def _add_export(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--format",
        required=True,
        choices=_EXPORT_FORMATS,
        help="which format",
    )
    parser.add_argument(
        "-o",
        "--output",
        metavar="PATH",
        type=Path,
        help="the file to write, in place of an earlier export (default: stdout)",
    )
    which = parser.add_mutually_exclusive_group()
    which.add_argument(
        "--status",
        action="append",
        choices=_STATUSES,
        help="export verdicts of this status; can be given several times",
    )
    which.add_argument("--all", action="store_true", help="export verdicts of every status")
