"""The whole job by keyboard, with the installed command in a real terminal."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.terminal import Terminal

ROOT = Path(__file__).resolve().parent.parent
COMMAND = Path(sys.executable).with_name("workbench")
MOST_SECONDS = 60


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """The articles of `seeds/`, with no verdict on them yet."""
    shutil.copytree(ROOT / "seeds", tmp_path / "case" / "seeds")
    return tmp_path / "case"


def opened(case: Path, home: Path, *, lines: int = 35, columns: int = 120) -> Terminal:
    argv = [str(COMMAND), str(case), "--reviewer", "Ada"]
    return Terminal(argv, cwd=case, home=home, lines=lines, columns=columns)


def records(case: Path) -> list[dict[str, object]]:
    paths = sorted((case / "verdicts").rglob("*.json"), key=lambda path: path.name)
    return [json.loads(path.read_text(encoding="utf-8")) for path in paths]


def test_open_rate_note_leave_and_come_back(case: Path, tmp_path: Path):
    articles = {path: path.read_bytes() for path in (case / "seeds").iterdir()}
    with opened(case, tmp_path / "home") as terminal:
        terminal.wait_for("no changes yet", timeout=MOST_SECONDS)
        terminal.wait_for("Verdict", timeout=MOST_SECONDS)

        terminal.press("5")
        terminal.wait_for("● saved")
        (verdict,) = records(case)
        assert (verdict["kind"], verdict["rating"]) == ("verdict", "false")
        assert verdict["reviewer"] == "Ada"

        terminal.press("j")
        terminal.press("7")
        terminal.wait_for("2 of ")
        terminal.press("e")
        terminal.wait_for("What you found, in your words")
        terminal.send("Ask the hospital.")
        terminal.wait_for("Ask the hospital.")
        terminal.press("ctrl+s")
        terminal.wait_for("Evidence 1")
        terminal.press("q")
        assert terminal.wait_exit() == 0

    kinds = [(record["kind"], record.get("rating"), record.get("note")) for record in records(case)]
    assert kinds == [
        ("verdict", "false", None),
        ("verdict", "unproven", None),
        ("evidence", None, "Ask the hospital."),
    ]
    assert {path: path.read_bytes() for path in articles} == articles

    with opened(case, tmp_path / "home") as terminal:
        terminal.wait_for("7 unproven", timeout=MOST_SECONDS)  # The place that it was left at.
        terminal.wait_for("Ask the hospital.")
        terminal.press("k")
        terminal.wait_for("5 false")
        terminal.press("q")
        assert terminal.wait_exit() == 0


def test_ten_verdicts_are_ten_new_files_for_git(case: Path, tmp_path: Path):
    def git(*arguments: str) -> str:
        identity = ("-c", "user.name=Ada", "-c", "user.email=ada@example.org")
        done = subprocess.run(
            ["git", *identity, *arguments], cwd=case, check=True, capture_output=True, text=True
        )
        return done.stdout

    git("init", "-q")
    git("add", ".")
    git("commit", "-qm", "Articles")
    with opened(case, tmp_path / "home") as terminal:
        terminal.wait_for("Verdict", timeout=MOST_SECONDS)
        for number in range(1, 11):
            terminal.press("3")
            terminal.wait_for(f"{number} of ")
            terminal.wait_for("● saved")
            terminal.press("j")
        terminal.press("q")
        assert terminal.wait_exit() == 0

    changes = git("status", "--porcelain", "--untracked-files=all").splitlines()
    assert len(changes) == 10
    assert all(line.startswith("?? verdicts/") for line in changes)


@pytest.mark.parametrize(("columns", "lines"), [(80, 24), (120, 35), (200, 50)])
def test_conflicts_are_named_at_every_size(case: Path, tmp_path: Path, columns: int, lines: int):
    with opened(case, tmp_path / "home", columns=columns, lines=lines) as terminal:
        terminal.wait_for("B denies", timeout=MOST_SECONDS)
        terminal.press("j")
        terminal.wait_for("figures differ")
        terminal.press("q")
        assert terminal.wait_exit() == 0


def test_a_note_typed_in_one_burst_with_its_key_is_whole_and_rates_nothing(
    case: Path, tmp_path: Path
):
    with opened(case, tmp_path / "home") as terminal:
        terminal.wait_for("Verdict", timeout=MOST_SECONDS)
        terminal.send("e60 of 140 xmz\ts")
        terminal.wait_for("60 of 140 xmz")
        terminal.settle()
        terminal.press("ctrl+s")
        terminal.wait_for("Evidence 1")
        terminal.press("q")
        assert terminal.wait_exit() == 0

    (record,) = records(case)
    assert (record["note"], record["stance"]) == ("60 of 140 xmz", "supports")


def test_words_to_find_typed_in_one_burst_with_the_key_rate_nothing(case: Path, tmp_path: Path):
    with opened(case, tmp_path / "home") as terminal:
        terminal.wait_for("Verdict", timeout=MOST_SECONDS)
        terminal.send("/140 people")
        terminal.wait_for("1 of 1 in 1 article")
        terminal.press("enter")
        terminal.wait_for("j k next")
        terminal.press("q")
        assert terminal.wait_exit() == 0

    assert records(case) == []


def test_a_dialog_opened_and_left_in_one_burst_is_left(case: Path, tmp_path: Path):
    with opened(case, tmp_path / "home") as terminal:
        terminal.wait_for("Verdict", timeout=MOST_SECONDS)
        terminal.press("enter", "escape")
        terminal.settle(0.4)
        terminal.press("q")
        assert terminal.wait_exit() == 0

    assert records(case) == []
