"""Where a case asks for a blind second reader, no command that tells of it names the first verdict."""

import json
from pathlib import Path

import pytest

from workbench.review.session import ReviewSession

COMMANDS = (("status",), ("show", "--at", "1"), ("log",), ("match",))


@pytest.fixture
def judged(case: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (case / "workbench.toml").write_text("blind_second = true\nsecond_reader = true\n")
    session = ReviewSession.open(case, reviewer="Ada")
    session.rate(session.claims[0].id, "misleading", conclusion="Not quite so.")
    monkeypatch.setattr("workbench.review.reviewer._git_user", lambda _: "Ines")
    return case


def test_it_is_hidden_from_the_second_reader(workbench, judged: Path):
    for name, *more in COMMANDS:
        told = workbench(name, judged, *more)
        assert "misleading" not in told.out + told.err, name
        assert "Not quite so." not in told.out + told.err, name
    assert "second reader" in workbench("status", judged).out


def test_it_is_not_found_by_the_second_readers_search(
    workbench, judged: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("XDG_CACHE_HOME", str(judged.parent / "cache"))
    text = ReviewSession.open(judged).claims[0].text
    for command in (("search", text, "--case", judged), ("search", "--at", "2", "--case", judged)):
        for more in ((), ("--json",)):
            told = workbench(*command, *more)
            assert told.code == 0
            assert "misleading" not in told.out + told.err, command
    monkeypatch.setattr("workbench.review.reviewer._git_user", lambda _: "Ada")
    assert "misleading" in workbench("search", text, "--case", judged).out


def test_it_is_told_to_the_first(workbench, judged: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("workbench.review.reviewer._git_user", lambda _: "Ada")
    for name, *more in COMMANDS:
        assert "misleading" in workbench(name, judged, *more).out, name


def test_nothing_is_missing_from_exports_and_checks(workbench, judged: Path):
    assert "misleading" in workbench("export", judged, "--format", "csv", "--all").out
    assert workbench("check", judged).out.count("exact") or workbench("check", judged).code == 0


def test_the_verdict_of_the_second_says_that_it_was_blind(workbench, judged: Path):
    saved = workbench(
        "verdict", judged, "--at", "1", "--rating", "true", "--reviewer", "Ines", "--role", "second"
    )
    assert saved.code == 0
    record = json.loads((judged / saved.out.removeprefix("saved ").strip()).read_text("utf-8"))
    assert record["blind"] is True
    assert "misleading" in workbench("show", judged, "--at", "1").out
