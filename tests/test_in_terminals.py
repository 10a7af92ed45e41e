"""The real program in real terminals: sizes, suspending, mouse, pastes, colours, tmux."""

import json
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.terminal import Terminal

ROOT = Path(__file__).parent.parent
TRUE_COLOUR = re.compile(rb"\x1b\[[0-9;]*[34]8;2;")
PALETTE_256 = re.compile(rb"\x1b\[[0-9;]*[34]8;5;")
SIXTEEN = re.compile(rb"\x1b\[(?:[0-9;]*;)?(?:3[0-7]|4[0-7]|9[0-7]|10[0-7])(?:;[0-9;]*)?m")


@pytest.fixture
def case(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "seeds", tmp_path / "case" / "seeds")
    return tmp_path / "case"


@pytest.fixture
def workbench(case: Path) -> Callable[..., Terminal]:
    def opened(*argv: str, columns: int = 120, lines: int = 35, env=None, **kwargs) -> Terminal:
        command = argv or (sys.executable, "-m", "workbench", str(case), "--reviewer", "Ada")
        path = {"PYTHONPATH": str(ROOT), **(env or {})}
        return Terminal(command, columns=columns, lines=lines, env=path, **kwargs)

    return opened


def is_there(terminal: Terminal) -> None:
    terminal.wait_for("0 of 13", timeout=60)
    terminal.settle(0.2)


def test_every_size_shows_the_same_place(workbench):
    with workbench() as terminal:
        is_there(terminal)
        terminal.press("j", "j")
        terminal.wait_for(re.compile("━  3 "))
        for columns, lines in ((80, 24), (200, 50), (60, 16), (120, 35)):
            terminal.resize(columns, lines)
            terminal.wait_for(re.compile("━  3 "))
            terminal.settle(0.2)
            assert "leave" in terminal.screen[-1]
        terminal.resize(40, 10)
        terminal.wait_for("Make it larger")
        terminal.resize(80, 24)
        terminal.wait_for(re.compile("━  3 "))
        terminal.press("q")
        assert terminal.wait_exit() == 0


@pytest.mark.skipif(shutil.which("bash") is None, reason="no shell with job control")
def test_suspended_and_resumed_it_shows_what_it_showed(workbench, case: Path):
    with workbench("bash", "--norc", "-i") as terminal:
        terminal.send(f"{sys.executable} -m workbench {case} --reviewer Ada\r")
        is_there(terminal)
        terminal.press("j")
        terminal.wait_for(re.compile("━  2 "))
        terminal.press("ctrl+z")
        terminal.wait_for("Stopped")
        terminal.send("echo the sh''ell\r")
        terminal.wait_for("the shell")
        terminal.send("fg\r")
        terminal.wait_for(re.compile("━  2 "))
        terminal.press("5")
        terminal.wait_for("● saved")
        terminal.press("q")
        terminal.wait_while("claims reviewed")
        terminal.send("echo left with $?\r")
        terminal.wait_for("left with 0")


def test_a_click_chooses_a_claim_and_a_key_of_the_bar_acts(workbench):
    def click(terminal: Terminal, words: str, times: int = 1) -> None:
        terminal.settle(0.2)
        row = next(y for y, line in enumerate(terminal.screen) if words in line)
        column = terminal.screen[row].index(words)
        for final in "Mm" * times:
            terminal.send(f"\x1b[<0;{column + 1};{row + 1}{final}")

    with workbench() as terminal:
        is_there(terminal)
        click(terminal, "Islamic State claimed")
        terminal.wait_for(re.compile("━  4 "))
        click(terminal, "evidence   Enter")
        terminal.wait_for("Evidence on claim 4")
        terminal.press("escape")
        terminal.wait_while("Evidence on claim 4")
        click(terminal, " 5 = ", times=2)
        terminal.wait_for("Verdict on claim 5")
        click(terminal, "Esc back")
        terminal.wait_while("Verdict on claim 5")
        click(terminal, "? help")
        terminal.wait_for("Keys and signs")


def test_a_long_text_is_pasted_whole(workbench, case: Path):
    text = "\n".join(f"Line {number} of the logbook, noted by hand." for number in range(2_000))
    with workbench() as terminal:
        is_there(terminal)
        terminal.press("e")
        terminal.wait_for("Evidence on claim")
        terminal.send(f"\x1b[200~{text}\x1b[201~")
        terminal.wait_for("Line 1999", timeout=30)
        terminal.press("ctrl+s")
        terminal.wait_for("● saved", timeout=30)
    (record,) = [json.loads(path.read_text("utf-8")) for path in case.rglob("*-evidence.json")]
    assert record["note"] == text


def test_a_paste_that_would_act_on_the_terminal_does_not(workbench):
    with workbench() as terminal:
        is_there(terminal)
        terminal.press("e")
        terminal.wait_for("Evidence on claim")
        terminal.send("\x1b[200~before\x9b31m\x07\u202eafter\x1b[201~")
        terminal.wait_for("after")
        assert b"\x9b31m" not in terminal.raw
        assert "\u202e".encode() not in terminal.raw


@pytest.mark.parametrize(
    ("env", "some", "none"),
    [
        ({"COLORTERM": "truecolor"}, TRUE_COLOUR, None),
        ({"COLORTERM": "", "TERM": "xterm-256color"}, PALETTE_256, TRUE_COLOUR),
        ({"COLORTERM": "", "TERM": "xterm-16color"}, SIXTEEN, TRUE_COLOUR),
    ],
    ids=["true colour", "256 colours", "16 colours"],
)
def test_the_terminals_colours_are_the_ones_used(workbench, env, some, none):
    with workbench(env=env) as terminal:
        is_there(terminal)
        assert some.search(terminal.raw)
        assert none is None or not none.search(terminal.raw)
        assert "▌" in terminal.text
        assert "⚠" in terminal.text


def test_the_terminals_own_sixteen_colours_can_be_had(workbench, case: Path):
    command = (sys.executable, "-m", "workbench", str(case), "--theme", "ansi-dark")
    with workbench(*command) as terminal:
        is_there(terminal)
        terminal.press("j", "e")
        terminal.wait_for("Evidence on claim 2")
        assert SIXTEEN.search(terminal.raw)
        assert not TRUE_COLOUR.search(terminal.raw)


def test_without_colour_every_state_is_told_by_a_sign(workbench):
    with workbench(env={"NO_COLOR": "1"}) as terminal:
        is_there(terminal)
        for sign in ("▌ 1 ⚠", "4 =", "10 ·", "›", "0 of 13"):
            assert sign in terminal.text
        for match in re.finditer(rb"8;2;(\d+);(\d+);(\d+)", terminal.raw):
            assert len(set(match.groups())) == 1, "a colour that is no grey"


def tmux(socket: Path, *argv: str) -> str:
    command = ["tmux", "-S", str(socket), "-f", "/dev/null", *argv]
    return subprocess.run(command, capture_output=True, text=True, timeout=30, check=False).stdout


@pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux is not installed")
def test_in_tmux_it_reads_judges_copies_and_leaves(tmp_path: Path, case: Path):
    socket = tmp_path / "tmux"
    home = f"HOME={tmp_path} XDG_STATE_HOME={tmp_path}/state XDG_CONFIG_HOME={tmp_path}/config"
    command = f"{home} PYTHONPATH={ROOT} {sys.executable} -m workbench {case} --reviewer Ada"

    def shows(words: str) -> bool:
        for _ in range(300):
            if words in tmux(socket, "capture-pane", "-p"):
                return True
            time.sleep(0.1)
        return False

    try:
        tmux(socket, "new-session", "-d", "-x", "100", "-y", "30", command)
        assert shows("0 of 13")
        tmux(socket, "send-keys", "5")
        assert shows("● saved")
        tmux(socket, "send-keys", "j")
        assert shows("━  2 ")
        tmux(socket, "resize-window", "-x", "80", "-y", "24")
        assert shows("━  2 ")
        tmux(socket, "send-keys", "y")
        assert shows("set-clipboard on")
        tmux(socket, "send-keys", "e")
        assert shows("Evidence on claim 2")
        tmux(socket, "send-keys", "Escape")
        time.sleep(1)
        tmux(socket, "send-keys", "q")
        for _ in range(100):
            if not tmux(socket, "list-sessions"):
                break
            time.sleep(0.1)
        assert not tmux(socket, "list-sessions")
    finally:
        tmux(socket, "kill-server")
    assert len(list(case.rglob("*-verdict.json"))) == 1
