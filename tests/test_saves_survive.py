"""Whole commands, broken at every file-system call: what was said to be saved is there, whole.

Each run is a process of its own (a fork, so that nothing has to be imported again) in which one
call dies, tears, falls short or fails. `pytest -s` prints how many runs there were.
"""

import contextlib
import errno
import json
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from workbench.cli.main import main
from workbench.review.case import find_case
from workbench.review.checking import check

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")

CALLS = ("open", "write", "fsync", "close", "link", "replace", "mkdir", "unlink")
KILLED = 137
REPORTS = {
    "a.txt": "The harbour office warned the captain of the low tide before the accident.\n",
    "b.txt": "The captain received no warning of the low tide, the company said.\n",
}
COMMANDS = {
    "verdict": ("--rating", "false", "--conclusion", "MARKED"),
    "evidence": ("--note", "MARKED", "--stance", "refutes"),
}
MODES = ("kill", "torn", "ENOSPC+", "EIO")
MORE_MODES = ("short", "ENOSPC", "EACCES", "EROFS", "EDQUOT")


class Run(NamedTuple):
    code: int
    out: str
    calls: int


def broken(mode: str, step: int, calls: list[str], name: str, real: Callable[..., Any]) -> Any:
    """A call that counts itself, and breaks if its turn has come; step -1 never comes."""

    def call(*arguments: Any, **options: Any) -> Any:
        calls.append(name)
        turn = len(calls) - 1
        if turn == step or (mode.endswith("+") and turn > step >= 0):
            if mode == "torn" and name == "write":
                os_write(arguments[0], arguments[1][: len(arguments[1]) // 2])
            if mode == "short" and name == "write":
                return os_write(arguments[0], arguments[1][: len(arguments[1]) // 2])
            if mode in ("kill", "torn"):
                os._exit(KILLED)
            if mode != "short":
                raise OSError(getattr(errno, mode.removesuffix("+")), mode)
        return real(*arguments, **options)

    return call


os_write = os.write


def run(case: Path, argv: tuple[str, ...], mode: str = "", step: int = -1) -> Run:
    """Run a command in a process of its own, with one of its calls broken."""
    told, tell = os.pipe()
    child = os.fork()
    if child == 0:
        calls: list[str] = []
        out = os.fdopen(tell, "w", encoding="utf-8", buffering=1)
        sys.stdout = sys.stderr = out
        code = 99
        for name in CALLS:
            setattr(os, name, broken(mode, step, calls, name, getattr(os, name)))
        with contextlib.suppress(BaseException):
            code = main([argv[0], str(case), *argv[1:]])
        out.write(f"\n{len(calls)}")
        out.flush()
        os._exit(code)
    os.close(tell)
    with os.fdopen(told, encoding="utf-8") as pipe:
        said = pipe.read()
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    out, _, count = said.rpartition("\n")
    return Run(code, out, int(count) if count.isdigit() else -1)


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case in which Ines has already rated and noted; only copies of it are broken."""
    folder = tmp_path_factory.mktemp("case")
    (folder / "articles").mkdir()
    for name, text in REPORTS.items():
        (folder / "articles" / name).write_text(text, encoding="utf-8")
    for command in (("verdict", "--rating", "true"), ("evidence", "--note", "Seen.")):
        assert run(folder, (*command, "--at", "1", "--reviewer", "Ines")).code == 0
    return folder


def records(case: Path) -> Iterator[str]:
    for path in (case / "verdicts").rglob("[!.]*"):
        if path.is_file():
            yield json.dumps(json.loads(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize(
    "mode", [*MODES, *(pytest.param(mode, marks=pytest.mark.slow) for mode in MORE_MODES)]
)
def test_whatever_call_breaks_what_was_acknowledged_is_there_and_whole(
    case: Path, tmp_path: Path, command: str, mode: str
) -> None:
    argv = (command, *COMMANDS[command], "--at", "1", "--reviewer", "Ada")
    before = set(records(case))
    steps = run(shutil.copytree(case, tmp_path / "whole"), argv).calls
    assert steps > 8
    for step in range(steps):
        broken_case = shutil.copytree(case, tmp_path / str(step))
        done = run(broken_case, argv, mode, step)
        after = list(records(broken_case))
        acknowledged = "saved verdicts/" in done.out
        assert before <= set(after)
        assert acknowledged <= sum("MARKED" in record for record in after) <= 1
        assert acknowledged or done.code == KILLED or (done.code == 3 and done.out)
        assert check(find_case(broken_case)).is_sound
    print(f"{command}, {mode}: {steps} runs, nothing lost")
