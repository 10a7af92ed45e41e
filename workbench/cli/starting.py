"""`workbench new`: a folder for a new case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.cli.output import print_data, tell
from workbench.review import starting

if TYPE_CHECKING:
    import argparse

_NEXT = """\
Next:
  1. Put the reports of one event into {case}/articles as .txt, .md or .html files,
     or import saved web pages: workbench import page.html --into {case}
  2. Read and judge them: workbench {case}
  3. Keep the case in git: git init {case}, then commit; pre-commit.example checks every commit.\
"""


def make_case(arguments: argparse.Namespace) -> int:
    """Make a case's folder and say what to do next; returns the exit code."""
    for file in starting.make_case(arguments.case):
        print_data(f"made {arguments.case / file}")
    tell(_NEXT.format(case=arguments.case))
    return 0
