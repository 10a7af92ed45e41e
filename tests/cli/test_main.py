"""What every command has in common: finding the command, help, errors and exit codes."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.review.making import write_case
from workbench import __version__
from workbench.cli import main as main_module
from workbench.cli.arguments import COMMANDS


def test_help_lists_the_commands_with_examples(workbench):
    outcome = workbench("--help")
    assert outcome.code == 0
    assert all(f"\n  {name} " in outcome.out for name in COMMANDS)
    assert "to begin:" in outcome.out


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_teaches_with_an_example(workbench, name):
    outcome = workbench(name, "--help")
    assert outcome.code == 0
    assert f"\n  workbench {name}" in outcome.out


def test_version(workbench):
    assert workbench("--version").out == f"workbench {__version__}\n"


@pytest.mark.parametrize(
    "argv",
    [
        ["verdict"],
        ["verdict", "--at", "1"],
        ["match", "--nonsense"],
        ["match", "a", "b"],
        ["--nonsense"],
        ["evidence", "--at", "1", "--stance", "maybe"],
        ["verdict", "--at", "1", "--rating", "1", "--status", "\x1b]0;x\x07"],
    ],
)
def test_what_is_not_understood_is_one_safe_sentence_and_exit_code_2(workbench, argv):
    outcome = workbench(*argv)
    assert outcome.code == 2
    assert outcome.out == ""
    assert outcome.err.count("\n") == 1
    assert "\x1b" not in outcome.err


@pytest.mark.parametrize("command", [[], ["match"], ["status"], ["check"], ["show", "--at", "1"]])
def test_a_case_that_cannot_be_read_is_one_sentence_and_exit_code_3(workbench, tmp_path, command):
    for folder in (tmp_path / "gone", tmp_path):
        outcome = workbench(*command, folder)
        assert (outcome.code, outcome.out) == (3, "")
        assert outcome.err.count("\n") == 1
        assert str(folder) in outcome.err


def test_the_app_needs_a_terminal(workbench, case):
    outcome = workbench(case)
    assert (outcome.code, outcome.out) == (2, "")
    assert "needs a terminal" in outcome.err


def test_a_command_that_is_mistyped_as_a_case_is_explained(workbench):
    outcome = workbench("--reviewer", "Ada", "status")
    assert outcome.code == 3
    assert "workbench status" in outcome.err


@pytest.mark.parametrize("argv", [["matc"], ["verdcit", "--at", "1", "--rating", "true"]])
def test_a_mistyped_command_is_answered_with_the_one_that_is_meant(workbench, case, argv):
    outcome = workbench(*argv)
    assert (outcome.code, outcome.out) == (2, "")
    assert f"you mean {'match' if argv[0] == 'matc' else 'verdict'}." in outcome.err
    assert outcome.err.count("\n") == 1


def test_a_folder_that_is_nearly_called_like_a_command_is_a_folder(
    workbench, tmp_path, monkeypatch
):
    write_case(tmp_path / "matc")
    monkeypatch.chdir(tmp_path)
    assert "needs a terminal" in workbench("matc").err


def test_the_current_folder_is_the_default_case(workbench, case, monkeypatch):
    monkeypatch.chdir(case)
    assert workbench("status").code == 0


def test_a_folder_called_like_a_command_is_opened_by_its_path(workbench, tmp_path, monkeypatch):
    write_case(tmp_path / "match")
    monkeypatch.chdir(tmp_path)
    assert "needs a terminal" in workbench("./match").err


def test_ctrl_c_is_quiet(monkeypatch, capsys):
    def interrupted(argv):
        raise KeyboardInterrupt

    monkeypatch.setattr(main_module, "main", interrupted)
    with pytest.raises(SystemExit) as leaving:
        main_module.run()
    assert leaving.value.code == 130
    assert capsys.readouterr().err == ""


def test_a_fault_of_the_program_is_one_sentence_with_the_traceback_in_a_file(monkeypatch, capsys):
    def faulty(argv):
        raise ZeroDivisionError

    monkeypatch.setattr(main_module, "main", faulty)
    with pytest.raises(SystemExit) as leaving:
        main_module.run()
    said = capsys.readouterr().err
    assert leaving.value.code == 70
    assert "Traceback" not in said
    path = Path(re.search(r"with (.*\.txt)\.$", said.strip())[1])
    assert "ZeroDivisionError" in path.read_text(encoding="utf-8")
    path.unlink()


@pytest.mark.skipif(sys.platform == "win32", reason="needs a shell with pipes")
def test_a_reader_that_stops_reading_is_met_in_silence(case):
    run = subprocess.run(
        f'"{sys.executable}" -m workbench match "{case}" --json | head -c 10',
        shell=True,
        capture_output=True,
        text=True,
        check=True,
    )
    assert run.stderr == ""


def test_a_terminal_without_unicode_does_not_stop_it(case):
    run = subprocess.run(
        [sys.executable, "-m", "workbench", "match", str(case), "--json"],
        capture_output=True,
        env={**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"},
        check=True,
    )
    assert run.stdout.isascii()
    assert run.stderr == b""


needs_full = pytest.mark.skipif(
    not Path("/dev/full").exists(), reason="needs a device that is always full"
)


def full(program: str, *, both: bool) -> subprocess.CompletedProcess[str]:
    """Run a Python program whose stdout, or stdout and stderr, cannot be written."""
    command = f'"{sys.executable}" {program} >/dev/full{" 2>&1" if both else ""}'
    env = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    return subprocess.run(command, shell=True, capture_output=True, text=True, env=env, check=False)


@needs_full
@pytest.mark.parametrize("both", [False, True])
@pytest.mark.parametrize("command", ["schema", "--version"])
def test_output_that_cannot_be_written_is_told_where_that_can_be(command, both):
    run = full(f"-m workbench {command}", both=both)

    assert run.returncode == 3
    assert both or run.stderr.startswith("The output could not be written")
    assert run.stderr.count("\n") == (0 if both else 1)


@needs_full
def test_the_exit_code_of_a_signal_outlives_a_terminal_that_is_gone():
    program = "; ".join(
        (
            "from workbench.cli import main",
            "main.main = lambda argv: print('left unsaid') or 128 + 1",
            "main.run()",
        )
    )
    assert full(f'-c "{program}"', both=True).returncode == 129
