"""`workbench import`: saved pages into a case, feeds of checks into a library."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.cli.output import print_data, tell
from workbench.cli.progress import progress_bar
from workbench.library.filling import NotImported, fill_from_feed, fill_from_page
from workbench.library.library import is_case
from workbench.review.config import load_config
from workbench.review.errors import CaseError
from workbench.review.taking_in import NotTakenIn, read_page, take_in
from workbench.text.cleaning import clean_line

if TYPE_CHECKING:
    import argparse

    from workbench.library.filling import Filled

_FOUND = 1
"""Exit code: something of a feed was left out."""
_FAILED = 3
"""Exit code: a file was not imported."""

_FEEDS = frozenset({".json", ".jsonl", ".jsonld", ".ndjson"})
_JSON_STARTS = (b"{", b"[")


def import_files(arguments: argparse.Namespace) -> int:
    """Take in files one by one; returns the exit code, the gravest of all."""
    code = 0
    for file in arguments.files:
        try:
            if _is_feed(file):
                code = max(code, _take_feed(file, _library(arguments)))
            elif arguments.library is not None:
                filled = fill_from_page(read_page(file)[1], file, arguments.library)
                code = max(code, _tell(file, filled))
            else:
                _take_page(file, arguments.into)
        except (NotTakenIn, NotImported) as error:
            tell(str(error))
            code = _FAILED
    return code


def _take_page(file: Path, case: Path) -> None:
    taken = take_in(file, case, datetime.now().astimezone().date())
    print_data(f"imported {case / taken.article.relative_to(case.resolve())}")
    about = taken.metadata
    known = (about.title, about.author, about.publisher, str(about.date or ""), about.url)
    tell(f"  {clean_line(' · '.join(filter(None, known)))}")
    missing = [name for name in ("title", "publisher", "date", "url") if not getattr(about, name)]
    if missing:
        tell(f"  The page does not say its {', '.join(missing)}; add it at the top of the file.")
    for notice in taken.notices:
        tell(f"  {notice}")


def _take_feed(file: Path, library: Path) -> int:
    with progress_bar(f"Importing {clean_line(file.name, 40)}") as report:
        filled = fill_from_feed(file, library, report)
    return _tell(file, filled)


def _tell(file: Path, filled: Filled) -> int:
    if filled.path is not None:
        print_data(f"imported {filled.path}")
    shown = clean_line(str(file))
    known = f", {filled.known:,} known already" if filled.known else ""
    tell(f"{shown}: {filled.added:,} {_checks(filled.added)} added{known}.")
    for reason, count in sorted(filled.refused.items(), key=lambda one: -one[1]):
        tell(f"  {count:,} left out: {reason}.")
    if filled.problem:
        tell(f"  The rest could not be read: {filled.problem}.")
    if filled.problem and not filled.added and not filled.known:
        return _FAILED
    return _FOUND if filled.problem or filled.refused else 0


def _checks(count: int) -> str:
    return "check" if count == 1 else "checks"


def _is_feed(file: Path) -> bool:
    if file.suffix.lower() in _FEEDS:
        return True
    if not file.is_file():  # Opening a named pipe would wait for a writer.
        return False
    try:
        with file.open("rb") as opened:
            start = opened.read(100).lstrip(b"\xef\xbb\xbf \t\r\n")
    except OSError:
        return False
    return start.startswith(_JSON_STARTS) and not start.startswith(b"{\\rtf")


def _library(arguments: argparse.Namespace) -> Path:
    """Where checks go: as asked, else the first library folder of the case.

    Raises:
        CaseError: Nobody says where.
    """
    if arguments.library is not None:
        chosen: Path = arguments.library
        return chosen
    for named in load_config(arguments.into).libraries:
        folder: Path = arguments.into / Path(named).expanduser()
        if not is_case(folder):
            return folder
    raise CaseError(
        "A feed of checks goes into a library: say which with --library DIR, or name one in "
        'workbench.toml: libraries = ["../checked-before"].'
    )
