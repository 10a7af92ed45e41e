"""A day's work in key presses, counted on the real program in a pseudo-terminal.

Typing a text, a word or a paste is not counted; every other key is.
"""

import json
import re
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.terminal import Terminal

ROOT = Path(__file__).parent.parent
ADDRESS = "https://example.org/alert-of-7-march"


class Counted(Terminal):
    """A terminal that counts keys.

    Attributes:
        presses: How many there were.
    """

    presses = 0

    def press(self, *keys: str) -> None:
        self.presses += len(keys)
        super().press(*keys)

    def paste(self, text: str) -> None:
        """One press: what the terminal sends for the key that pastes."""
        self.presses += 1
        self.send(f"\x1b[200~{text}\x1b[201~")


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """The seeds, with nothing decided."""
    shutil.copytree(ROOT / "seeds", tmp_path / "case" / "seeds")
    return tmp_path / "case"


@pytest.fixture
def workbench(case: Path) -> Callable[[], Counted]:
    def opened() -> Counted:
        command = (sys.executable, "-m", "workbench", str(case), "--reviewer", "Ada")
        return Counted(command, columns=140, lines=40, env={"PYTHONPATH": str(ROOT)})

    return opened


def records(case: Path) -> list[dict[str, object]]:
    paths = sorted((case / "verdicts").rglob("*.json"), key=lambda path: path.name)
    return [json.loads(path.read_text(encoding="utf-8")) for path in paths]


def is_saved(terminal: Terminal) -> None:
    terminal.wait_while("saving…")
    terminal.wait_for("● saved")


def test_ten_claims_are_rated_in_twenty_and_undone_in_ten(workbench, case: Path):
    with workbench() as terminal:
        terminal.wait_for("claims reviewed", timeout=60)
        for number in range(1, 11):
            terminal.press("5")
            terminal.wait_for(f"{number} of 13 claims reviewed")
            if number < 10:
                terminal.press("j")
                terminal.wait_for(re.compile(rf" {number + 1} of 13$", re.MULTILINE))
        is_saved(terminal)
        assert len({record["claim"]["id"] for record in records(case)}) == 10
        assert terminal.presses <= 20

        terminal.presses = 0
        for left in range(9, -1, -1):
            terminal.press("z")
            terminal.wait_for(f"{left} of 13 claims reviewed")
        assert terminal.presses == 10


@pytest.mark.parametrize(("key", "field"), [("m", "confirmed"), ("x", "rejected")])
def test_a_match_is_confirmed_or_rejected_in_one(workbench, case: Path, key: str, field: str):
    with workbench() as terminal:
        terminal.wait_for("claims reviewed", timeout=60)
        terminal.press(key)
        is_saved(terminal)
        assert terminal.presses == 1
    (record,) = records(case)
    assert len(record[field]) == 1


def test_a_note_with_a_pasted_address_takes_four_besides_its_text(workbench, case: Path):
    with workbench() as terminal:
        terminal.wait_for("claims reviewed", timeout=60)
        terminal.press("e")
        terminal.wait_for("Evidence on claim")
        terminal.send("The alert itself.")
        terminal.wait_for("The alert itself.")
        terminal.paste(ADDRESS)
        terminal.wait_for(ADDRESS)
        terminal.press("ctrl+s")
        is_saved(terminal)
        assert terminal.presses <= 4
    (record,) = records(case)
    assert (record["kind"], record["note"], record["url"]) == (
        "evidence",
        "The alert itself.",
        ADDRESS,
    )


def test_a_word_is_found_in_all_articles_in_two_besides_the_word(workbench):
    with workbench() as terminal:
        terminal.wait_for("claims reviewed", timeout=60)
        terminal.press("/")
        terminal.wait_for("find in all")
        terminal.send("blackmail")
        terminal.wait_for("1 of 3 in")
        terminal.press("enter")
        terminal.wait_while("Enter stay")
        terminal.wait_for("blackmail")
        assert terminal.presses == 2


def test_a_visible_claim_is_jumped_to_in_three(workbench):
    with workbench() as terminal:
        terminal.wait_for("claims reviewed", timeout=60)
        terminal.press("s")
        terminal.settle(0.3)
        # The label before the fourth claim of the list: two letters in the row of its number.
        row = next(line for line in terminal.screen if "Islamic State claimed" in line[:45])
        label = re.search(r"\b([a-z]{2})\b", row[:8])
        assert label, row
        terminal.press(*label[1])
        terminal.wait_for(re.compile(r" 4 of 13$", re.MULTILINE))
        assert terminal.presses == 3
