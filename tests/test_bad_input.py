"""Input that is no case, or half of one: a clear sentence, the right exit code, the rest works.

The installed command is run as a person runs it, in a pseudo-terminal and in a pipe.
"""

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.terminal import Terminal

COMMAND = Path(sys.executable).with_name("workbench")
STARTED = 60.0
"""Seconds that the first screen may take on a busy machine."""

MORNING = (
    "Ferry runs aground off Skarholm\n\n"
    "At least 12 people were injured when the ferry Astrid ran aground on Monday night.\n\n"
    "The ferry was built in 1987 and carried 214 passengers.\n"
)
EVENING = (
    "Astrid accident: 31 hurt\n\n"
    "The ferry Astrid ran aground on Monday night and exactly 9 people were injured.\n"
)
BINARY = bytes(range(256)) * 16
BROKEN = '{"schema_version": 1,\n<<<<<<< HEAD\n  "rating": "true"\n=======\n'


class Outcome(NamedTuple):
    code: int
    out: str
    err: str


def run(*arguments: str | Path) -> Outcome:
    done = subprocess.run(
        [str(COMMAND), *map(str, arguments)],
        capture_output=True,
        encoding="utf-8",
        stdin=subprocess.DEVNULL,
        timeout=STARTED,
        check=False,
    )
    assert "Traceback" not in done.stderr
    return Outcome(done.returncode, done.stdout, done.stderr)


def make_case(folder: Path, **files: str | bytes) -> Path:
    """A case with two articles, and other files by name with "__" for a full stop."""
    folder.mkdir()
    for name, content in {"a__txt": MORNING, "b__txt": EVENING, **files}.items():
        data = content.encode() if isinstance(content, str) else content
        (folder / name.replace("__", ".")).write_bytes(data)
    return folder


def break_a_record(case: Path) -> None:
    folder = case / "verdicts" / "ferry-abc"
    folder.mkdir(parents=True)
    (folder / "01JD0000000000000000000000-verdict.json").write_text(BROKEN, encoding="utf-8")


def test_what_is_no_case_is_said_in_one_sentence_with_exit_code_3(tmp_path: Path):
    (tmp_path / "empty").mkdir()
    (tmp_path / "file.txt").write_text(MORNING)
    binary_only = tmp_path / "binary"
    binary_only.mkdir()
    (binary_only / "a.txt").write_bytes(BINARY)
    for place, said in {
        "empty": "holds no articles; put the reports",
        "nowhere": "does not exist; give the folder",
        "file.txt": "is no folder; give the folder",
        "binary": "it is a binary file; save it as plain",
    }.items():
        for command in ("match", "status"):
            outcome = run(command, tmp_path / place)
            assert outcome.code == 3, place
            assert said in outcome.err
            assert outcome.err.count("\n") == 1
            assert outcome.out == ""
        with Terminal([COMMAND, tmp_path / place], columns=200) as terminal:
            assert terminal.wait_exit(STARTED) == 3
            assert said in terminal.text


def test_one_article_alone_opens_and_says_that_another_is_wanted(tmp_path: Path):
    case = make_case(tmp_path / "case")
    (case / "b.txt").unlink()
    with Terminal([COMMAND, case]) as terminal:
        terminal.wait_for("There is one article only", STARTED)
        terminal.wait_for("214 passengers")
        terminal.press("5")
        terminal.wait_for("● saved")
        terminal.press("q")
        assert terminal.wait_exit() == 0
    outcome = run("match", case)
    assert outcome.code == 0
    assert "one article only" in outcome.err
    assert "214 passengers" in outcome.out


def test_a_binary_file_among_the_articles_is_named_and_the_others_work(tmp_path: Path):
    case = make_case(tmp_path / "case", c__txt=BINARY)
    with Terminal([COMMAND, case]) as terminal:
        terminal.wait_for("c.txt cannot be read: it is a binary file", STARTED)
        terminal.wait_for("1 file unreadable")
        terminal.press("5")
        terminal.wait_for("● saved")
        terminal.press("q")
        assert terminal.wait_exit() == 0
    assert "c.txt cannot be read" in run("match", case).err
    checked = run("check", case)
    assert checked.code == 1
    assert "c.txt cannot be read" in checked.out
    assert "1 article could not be read" in checked.err


def test_a_broken_record_is_named_kept_and_does_not_stop_the_others(tmp_path: Path):
    case = make_case(tmp_path / "case")
    break_a_record(case)
    with Terminal([COMMAND, case]) as terminal:
        terminal.wait_for("git conflict markers", STARTED)
        terminal.press("5")
        terminal.wait_for("● saved")
        terminal.press("q")
        assert terminal.wait_exit() == 0
    checked = run("check", case)
    assert checked.code == 1
    assert "git conflict markers" in checked.out
    assert run("status", case).code == 0
    (broken,) = case.glob("verdicts/ferry-abc/*.json")
    assert broken.read_text(encoding="utf-8") == BROKEN


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may write anywhere"
)
def test_a_read_only_folder_is_told_at_the_start_and_nothing_counts_as_saved(tmp_path: Path):
    case = make_case(tmp_path / "case")
    case.chmod(0o555)
    try:
        with Terminal([COMMAND, case]) as terminal:
            terminal.wait_for("Nothing can be saved: you may not write", STARTED)
            terminal.wait_for("214 passengers")
            terminal.press("5")
            terminal.wait_for("NOT SAVED")
            terminal.press("q")
            assert terminal.wait_exit() == 0
        assert run("match", case).code == 0
        outcome = run("verdict", case, "--at", "1", "--rating", "false")
        assert outcome.code == 3
        assert outcome.err.startswith("NOT SAVED: ")
        assert outcome.out == ""
    finally:
        case.chmod(0o755)


def test_a_terminal_that_is_too_small_says_how_large_it_must_be(tmp_path: Path):
    case = make_case(tmp_path / "case", c__txt=BINARY)
    with Terminal([COMMAND, case], columns=40, lines=10) as terminal:
        terminal.wait_for("This window has 40 columns and 10", STARTED)
        terminal.wait_for("larger")
        terminal.press("5")
        terminal.settle(1)
        assert not (case / "verdicts").exists()  # Nothing is judged that cannot be seen.
        terminal.resize(120, 35)
        terminal.wait_for("214 passengers")
        terminal.press("5")
        terminal.wait_for("● saved")
        terminal.press("q")
        assert terminal.wait_exit() == 0


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ("title = [", "not valid TOML"),
        ("editor = 'touch x'", "unknown setting “editor”"),
        ("sources = '../elsewhere'", "must be a folder inside the case"),
        ("x" * 20_000, "larger than 16 kB"),
        ("a" + ".a" * 5000 + " = 1", "dots"),
    ],
)
def test_wrong_settings_are_said_with_the_file_and_the_reason(tmp_path: Path, settings, said):
    case = make_case(tmp_path / "case", workbench__toml=settings)
    outcome = run("match", case)
    assert outcome.code == 3
    assert outcome.err.startswith("workbench.toml: ")
    assert said in outcome.err


def test_leaving_does_not_wait_for_a_case_that_takes_long(tmp_path: Path):
    often = "The minister resigned on Tuesday after an audit of her office. " * 3000
    case = make_case(tmp_path / "case", c__txt=often, d__txt=often)
    with Terminal([COMMAND, case]) as terminal:
        terminal.wait_for(re.compile("Reading the|Comparing"), STARTED)
        terminal.press("q")
        assert terminal.wait_exit() == 0
