"""A case on disk and a way to run `workbench` on it without a new process."""

import json
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.review.making import write_case
from workbench.cli.main import main

FLOOD = {
    "morning.txt": (
        "---\ntitle: Morning paper\ndate: 2025-05-13\n---\n\n"
        "12 people were injured when the ferry Astrid ran aground off Skarholm on Monday "
        "night.\n\nThe harbour office warned the captain of the ferry of the low tide.\n\n"
        "The ferry was built in 1987 and carried 214 passengers.\n"
    ),
    "evening.txt": (
        "---\ntitle: Evening paper\ndate: 2025-05-14\n---\n\n"
        "31 people were injured when the ferry Astrid ran aground off Skarholm on Monday night.\n\n"
        "The harbour office did not warn the captain of the ferry of the low tide.\n\n"
        "The ferry carried 214 passengers and was built in 1987.\n"
    ),
}


class Outcome(NamedTuple):
    code: int
    out: str
    err: str

    @property
    def json(self):
        return json.loads(self.out)


class Command:
    """Runs `workbench`; the case's folder is given as the first argument that is a path."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys

    def __call__(self, *argv: str | Path) -> Outcome:
        self._capsys.readouterr()
        code = main([str(argument) for argument in argv])
        captured = self._capsys.readouterr()
        return Outcome(code, captured.out, captured.err)


@pytest.fixture
def workbench(capsys: pytest.CaptureFixture[str]) -> Command:
    return Command(capsys)


@pytest.fixture
def case(tmp_path: Path) -> Path:
    return write_case(tmp_path / "ferry", FLOOD)
