"""Every step of docs/tour.md, taken in the real program."""

import re
import shutil
import sys
from pathlib import Path

import pytest

from tests.terminal import Terminal

ROOT = Path(__file__).parent.parent


@pytest.mark.slow
def test_each_step_of_the_tour_does_what_it_says(tmp_path: Path):
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    command = (sys.executable, "-m", "workbench", str(tmp_path), "--reviewer", "Ada")
    env = {"PYTHONPATH": str(ROOT)}
    with Terminal(command, columns=140, lines=44, env=env) as terminal:
        terminal.wait_for("0 of 13", timeout=60)
        terminal.wait_for("B denies")
        terminal.press("5")
        terminal.wait_for("● saved")
        terminal.press("z")
        terminal.wait_for("0 of 13")
        terminal.press("Z")
        terminal.wait_for("1 of 13 claims")

        terminal.press("e")
        terminal.wait_for("Evidence on claim 1")
        terminal.send("The alert itself. ")
        terminal.wait_for("The alert itself.")
        terminal.send("\x1b[200~https://example.org/alert\x1b[201~")
        terminal.wait_for(re.compile("Address +https://example.org/alert"))
        terminal.press("ctrl+s")
        terminal.wait_while("Evidence on claim")
        terminal.wait_for("The alert itself.")

        terminal.press("j")
        terminal.wait_for("figures differ")
        terminal.press("]", "x")
        terminal.wait_while("saving…")
        terminal.press("W")
        terminal.settle(0.5)
        terminal.press("escape")

        terminal.press("enter")
        terminal.wait_for("Conclusion")
        terminal.press("8", "tab")
        terminal.send("Both were true when they were written.")
        terminal.press("ctrl+s")
        terminal.wait_while("Conclusion")
        terminal.wait_for("2 of 14 claims")  # The sentence that is out is a claim of its own.

        terminal.settle(0.5)
        terminal.press("/")
        terminal.wait_for("find in all")
        terminal.send("blackmail")
        terminal.wait_for("in 3 articles")
        terminal.press("enter", "n", "escape")
        terminal.press("s")
        terminal.settle(0.5)
        terminal.press("escape")

        terminal.press("f", "u")
        terminal.wait_for("unreviewed")
        terminal.press("f", "a")
        terminal.wait_for("to check")
        terminal.settle(0.5)
        terminal.press("?")
        terminal.wait_for("Keys and signs")
        terminal.press("escape", "q")
        assert terminal.wait_exit() == 0
    assert len(list((tmp_path / "verdicts").rglob("*.json"))) >= 4
