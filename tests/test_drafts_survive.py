"""A half-typed note outlives whatever ends the program; in a real terminal."""

import os
import shutil
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.terminal import Terminal

ARTICLE = """\
The harbour office warned the captain of the low tide two hours before the accident.

At least 12 people were injured when the ferry Astrid ran aground off Skarholm on Monday.
"""
NOTE = "half a note"
RESTORED = b"\x1b[?1049l"  # The alternate screen is left.


@pytest.fixture
def workbench(tmp_path: Path) -> Callable[..., Terminal]:
    (tmp_path / "case").mkdir()
    (tmp_path / "case" / "a.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "home").mkdir()

    def terminal(*argv: str) -> Terminal:
        command = argv or (sys.executable, "-m", "workbench", "case", "--reviewer", "Ada")
        paths = {"PYTHONPATH": str(Path(__file__).parent.parent)}
        return Terminal(command, cwd=tmp_path, home=tmp_path / "home", env=paths)

    return terminal


def type_half_a_note(terminal: Terminal) -> None:
    terminal.wait_for(" reviewed")
    terminal.send("e")
    terminal.wait_for("Evidence on claim")
    terminal.send(NOTE)
    terminal.wait_for(NOTE)


def assert_it_is_offered_again(terminal: Terminal) -> None:
    with terminal:
        terminal.wait_for("is still here")
        terminal.wait_for("only a draft so far")
        terminal.send("e")
        terminal.wait_for(NOTE)


@pytest.mark.parametrize("ending", [signal.SIGHUP, signal.SIGTERM, signal.SIGINT])
def test_a_signal_keeps_it_restores_the_terminal_and_sets_the_exit_code(
    workbench: Callable[..., Terminal], ending: signal.Signals
) -> None:
    with workbench() as terminal:
        type_half_a_note(terminal)
        os.kill(terminal.process.pid, ending)
        assert terminal.wait_exit() == 128 + ending
        assert RESTORED in terminal.raw
    assert_it_is_offered_again(workbench())


def test_a_closed_window_keeps_it(workbench: Callable[..., Terminal]) -> None:
    with workbench() as terminal:
        type_half_a_note(terminal)
        terminal.hang_up()
        assert terminal.wait_exit() == 128 + signal.SIGHUP
    assert_it_is_offered_again(workbench())


def test_a_kill_a_second_after_typing_keeps_it(workbench: Callable[..., Terminal]) -> None:
    with workbench() as terminal:
        type_half_a_note(terminal)
        time.sleep(1)
        terminal.process.kill()
        terminal.wait_exit()
    assert_it_is_offered_again(workbench())


def test_leaving_without_saving_keeps_it(workbench: Callable[..., Terminal]) -> None:
    with workbench() as terminal:
        type_half_a_note(terminal)
        terminal.press("escape")
        terminal.wait_for("only a draft so far")
        terminal.send("q")
        assert terminal.wait_exit() == 0
    assert_it_is_offered_again(workbench())


def test_a_saved_note_is_no_draft_any_more(workbench: Callable[..., Terminal]) -> None:
    with workbench() as terminal:
        type_half_a_note(terminal)
        terminal.press("ctrl+s")
        terminal.wait_for("● saved")
        terminal.send("q")
        assert terminal.wait_exit() == 0
    assert list((terminal.home / ".local" / "state" / "workbench" / "drafts").rglob("*.json")) == []


@pytest.mark.skipif(shutil.which("bash") is None, reason="no shell with job control")
def test_ctrl_z_stops_it_and_keeps_it(workbench: Callable[..., Terminal]) -> None:
    with workbench("bash", "--norc", "-i") as terminal:
        terminal.send(f"{sys.executable} -m workbench case --reviewer Ada\r")
        type_half_a_note(terminal)
        terminal.press("ctrl+z")
        terminal.wait_for("Stopped")
        terminal.send("fg\r")
        terminal.wait_for(NOTE)
        terminal.press("ctrl+z")
        terminal.wait_for("Stopped")
        terminal.send("kill -9 %1; sleep 0.5\r")
        terminal.wait_for("Killed")
    assert_it_is_offered_again(workbench())


def test_ctrl_z_without_a_shell_does_not_freeze_the_window(
    workbench: Callable[..., Terminal],
) -> None:
    with workbench() as terminal:
        type_half_a_note(terminal)
        terminal.press("ctrl+z")
        terminal.wait_for("No shell is waiting")
        terminal.send(" and more")
        terminal.wait_for(f"{NOTE} and more")
