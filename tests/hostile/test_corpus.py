"""Each hostile case is opened in a terminal and by commands: nothing crashes, hangs, leaks or runs.

What is promised is that each is opened, or refused with the reason, and that nothing of it is
touched; speed is measured elsewhere.
"""

import hashlib
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.hostile.canaries import controls, leaks
from tests.terminal import Terminal

pytestmark = pytest.mark.skipif(os.name != "posix", reason="made of POSIX files")

if os.name == "posix":
    from tests.hostile.corpus import ARTICLE, CASES, OTHER
else:
    CASES = {}

COMMAND = Path(sys.executable).with_name("workbench")
MOST_SECONDS = 60.0
"""Far more than it may take, as tests share a machine: only an endless wait should fail here."""


@pytest.fixture(params=CASES)
def case(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    folder = tmp_path / "case"
    folder.mkdir()
    (folder / "a.txt").write_text(ARTICLE)
    (folder / "b.txt").write_text(OTHER)
    CASES[request.param](folder)
    return folder


def snapshot(folder: Path) -> dict[str, str]:
    """Every file's content and every link's target, by path."""
    found = {}
    for place, folders, files in os.walk(folder):
        for name in [*files, *folders]:
            path = Path(place) / name
            if path.is_symlink():
                found[str(path)] = str(path.readlink())
            elif path.is_file():
                found[str(path)] = hashlib.sha256(path.read_bytes()).hexdigest()
    return found


def unchanged(before: dict[str, str], folder: Path) -> bool:
    """Whether all that was there is there as it was, and nothing hostile has run."""
    after = snapshot(folder)
    return before.items() <= after.items() and not any(
        "/PWN" in path for path in after.keys() - before
    )


def opens(terminal: Terminal) -> bool:
    """Wait until the case is on the screen; False if the program ended before with a reason."""
    try:
        terminal.wait_for("no changes yet", MOST_SECONDS)
    except AssertionError:
        if terminal.process.poll() is None:
            raise
        return False
    return True


@pytest.mark.slow
def test_the_app_survives(case: Path):
    before = snapshot(case)
    with Terminal([COMMAND, case], columns=100, lines=30, cwd=case) as terminal:
        if opens(terminal):
            terminal.press("j", "j", "]", "]", "l", "!", "escape", "enter", "escape", "pagedown")
            terminal.settle(0.2)
            terminal.press("q")
        assert terminal.wait_exit(MOST_SECONDS) in {0, 3}
        assert "Traceback" not in terminal.text
        assert leaks(terminal.raw) == []
        assert terminal.raw.rfind(b"\x1b[?1049l") >= terminal.raw.rfind(b"\x1b[?1049h")
    assert unchanged(before, case)


COMMANDS = (
    ("match", "--json"),
    ("match",),
    ("check",),
    ("show", "--at", "1"),
    ("verdict", "--at", "1", "--rating", "false"),
)
ONE_AFTER_ANOTHER = """
import sys
from workbench.cli.main import main
for command in sys.argv[1].split("|"):
    name, *options = command.split(",")
    print(f"\\n{name}=", main([name, ".", *options]))
"""


@pytest.mark.slow
def test_commands_survive(case: Path):
    before = snapshot(case)
    done = subprocess.run(
        [sys.executable, "-P", "-c", ONE_AFTER_ANOTHER, "|".join(map(",".join, COMMANDS))],
        capture_output=True,
        cwd=case,
        stdin=subprocess.DEVNULL,
        timeout=MOST_SECONDS,
        check=False,
    )
    out, err = done.stdout.decode("utf-8"), done.stderr.decode("utf-8")
    assert done.returncode == 0, err
    codes = re.findall(r"^(\w+)= (\d+)$", out, re.MULTILINE)
    assert [name for name, _ in codes] == [command[0] for command in COMMANDS]
    assert {code for _, code in codes} <= {"0", "1", "3"}
    assert controls(out) == []
    assert controls(err) == []
    assert unchanged(before, case)
