"""`workbench [CASE]`: opens the terminal app, after what can be said without it has been said."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from workbench.cli.arguments import COMMANDS, USAGE
from workbench.cli.output import tell
from workbench.review.case import find_case
from workbench.review.errors import CaseError, ReviewError

if TYPE_CHECKING:
    import argparse


def open_app(arguments: argparse.Namespace) -> int:
    """Open a case in the terminal app; returns the exit code."""
    try:
        find_case(arguments.case, verdicts=arguments.verdicts)
    except CaseError as error:
        if str(arguments.case) in COMMANDS:
            raise CaseError(f"{error} For the command: workbench {arguments.case} …") from error
        raise
    # Textual reads from stdin and writes to stderr: a redirected one would leave a blank screen.
    if not all(stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr)):
        tell("workbench needs a terminal; for output without one, see workbench --help.")
        return USAGE
    from workbench.tui.running import run_app
    from workbench.tui.settings import load_settings

    settings = load_settings()
    if settings.complaint:
        tell(settings.complaint)
    try:
        return run_app(
            arguments.case,
            verdicts=arguments.verdicts,
            reviewer=arguments.reviewer,
            theme=arguments.theme,
            filter_name=arguments.filter_name,
            settings=settings,
        )
    except CaseError:
        raise
    except ReviewError as error:
        tell(str(error))
        return USAGE
