"""Keys that arrive in one packet, as they do over a slow line: none may mean something else."""

from pathlib import Path

import pytest

from tests.test_whole_job import MOST_SECONDS, case, opened, records

__all__ = ["case"]


@pytest.mark.parametrize(
    ("keys", "shown"),
    [
        ("F60\r", "“60”"),
        ("fc", "conflicts"),
        ("f\x1bfm", "yours"),
        ("rr", "strongest matches first"),
        ("/140 people\r", "1 of 1 in 1 article"),
        ("/140 people\x1b", "conflicts first"),
    ],
)
def test_what_is_typed_into_a_line_or_menu_rates_nothing(
    case: Path,
    tmp_path: Path,
    keys: str,
    shown: str,
):
    with opened(case, tmp_path / "home") as terminal:
        terminal.wait_for("Verdict", timeout=MOST_SECONDS)
        terminal.send(keys)
        terminal.wait_for(shown)
        terminal.settle()
        terminal.press("q")
        assert terminal.wait_exit() == 0

    assert records(case) == []


def test_a_digit_after_a_click_in_one_burst_rates_what_was_clicked(case: Path, tmp_path: Path):
    with opened(case, tmp_path / "home") as terminal:
        terminal.wait_for("Verdict", timeout=MOST_SECONDS)
        terminal.settle()
        row = next(y for y, line in enumerate(terminal.screen) if line.startswith("  4 "))
        words = terminal.screen[row][6:20]
        terminal.send(f"\x1b[<0;12;{row + 1}M\x1b[<0;12;{row + 1}m5")
        terminal.wait_for("saved")
        terminal.press("q")
        assert terminal.wait_exit() == 0

    (record,) = records(case)
    assert record["claim"]["text"].startswith(words)


def test_a_jump_in_one_burst_goes_there_and_does_nothing_else(
    case: Path,
    tmp_path: Path,
):
    with opened(case, tmp_path / "home") as terminal:
        terminal.wait_for("Verdict", timeout=MOST_SECONDS)
        terminal.send("sas")
        terminal.settle()
        assert "Type the two letters" not in terminal.text
        terminal.send("s5")
        terminal.settle()
        assert "Type the two letters" not in terminal.text
        terminal.press("q")
        assert terminal.wait_exit() == 0

    assert records(case) == []
