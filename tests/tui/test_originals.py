"""Opening an article's original: the page where there is a browser, else its address or the file."""

import subprocess
from contextlib import nullcontext
from pathlib import Path

import pytest

from tests.tui.conftest import OpenApp
from tests.tui.driving import screen_text, settle, shows
from workbench.tui import originals

ADDRESSED = """\
---
title: Page paper
url: https://example.org/ferry
---

The ferry Astrid carried 214 passengers.
"""


async def press(app, pilot, *keys):
    await pilot.press(*keys)
    await settle(app, pilot)


@pytest.fixture
def far_away(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("SSH_CONNECTION", "10.0.0.1 1 10.0.0.2 22")


@pytest.mark.parametrize("url", ["https://example.org/a?b=c", "http://example.org"])
def test_addresses_of_pages_are_taken(url: str):
    assert originals.address(url) == url


@pytest.mark.parametrize(
    "url",
    [
        "",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "--new-window",
        "https://",
        "https://[broken",
        "https://example.org/a b",
        "https://example.org/\x1b]52;c;x\x07",
        "https://example.org/\u202ecod",
        "https://example.org/" + "a" * 3_000,
    ],
)
def test_other_addresses_are_not(url: str):
    assert originals.address(url) == ""


def test_over_ssh_there_is_no_display(far_away, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("DISPLAY", ":0")

    assert not originals.has_display()


def test_the_pager_gets_the_path_alone_and_may_run_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    file = tmp_path / "$(touch x); report.txt"
    file.write_text("Text.")
    said = tmp_path / "said"
    pager = tmp_path / "pager"
    pager.write_text(f'#!/bin/sh\nprintf "%s|%s|%s" "$1" "$LESSSECURE" "$LESSOPEN" > "{said}"\n')
    pager.chmod(0o700)
    monkeypatch.setenv("PAGER", str(pager))
    monkeypatch.setenv("LESSOPEN", "|evil %s")

    assert originals.read_file(file, nullcontext) == ""
    assert said.read_text() == f"{file}|1|"


def test_what_goes_wrong_with_the_pager_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    file = tmp_path / "report.txt"
    monkeypatch.setenv("PAGER", "no-such-pager")
    assert "no longer there" in originals.read_file(file, nullcontext)
    file.write_text("Text.")
    assert "could not be started" in originals.read_file(file, nullcontext)
    monkeypatch.setenv("PAGER", "'")
    assert "unclosed" in originals.read_file(file, nullcontext)


def test_a_browser_is_given_the_address_as_one_argument(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    said = tmp_path / "said"
    browser = tmp_path / "browser"
    browser.write_text(f'#!/bin/sh\nprintf "%s" "$1" > "{said}"\n')
    browser.chmod(0o700)
    monkeypatch.setenv("BROWSER", str(browser))

    assert originals.browse("https://example.org/a?b=c&d=$(x)")
    assert said.read_text() == "https://example.org/a?b=c&d=$(x)"


async def test_without_a_display_the_address_is_shown_and_can_be_copied(
    open_app: OpenApp, case: Path, far_away
):
    (case / "articles" / "0-page.txt").write_text(ADDRESSED, encoding="utf-8")
    async with open_app(size=(250, 40)) as (app, pilot):
        await press(app, pilot, "s", *"aa")
        assert app.board.place.column == 0
        await press(app, pilot, "o")
        assert "https://example.org/ferry" in screen_text(app)
        await press(app, pilot, "c")
        assert app.clipboard == "https://example.org/ferry"
        await press(app, pilot, "escape")

        assert app.screen is app.board


async def test_a_file_without_an_address_goes_to_the_pager(
    open_app: OpenApp, monkeypatch: pytest.MonkeyPatch
):
    asked: list[Path] = []
    monkeypatch.setattr(originals, "read_file", lambda path, _: asked.append(path) or "")
    async with open_app() as (app, pilot):
        await press(app, pilot, "o")

        name = app.board.session.articles[app.board.place.column].source
        assert [path.name for path in asked] == [Path(name).name]


async def test_a_browser_that_fails_leaves_the_address(
    open_app: OpenApp, case: Path, monkeypatch: pytest.MonkeyPatch
):
    (case / "articles" / "0-page.txt").write_text(ADDRESSED, encoding="utf-8")
    monkeypatch.setattr(originals, "has_display", lambda: True)
    monkeypatch.setattr(originals, "browse", lambda _: False)
    async with open_app(size=(250, 40)) as (app, pilot):
        await press(app, pilot, "s", *"aa")
        await press(app, pilot, "o")

        assert await shows(app, pilot, "Its address, as the file gives it")


def test_no_process_is_left_with_the_terminal(monkeypatch: pytest.MonkeyPatch):
    started: list[dict[str, object]] = []

    class Started:
        def __init__(self, _command: list[str], **options: object) -> None:
            started.append(options)

        def wait(self, patience: float) -> int:
            raise subprocess.TimeoutExpired("browser", patience)

    monkeypatch.setattr(subprocess, "Popen", Started)

    assert originals.browse("https://example.org")
    assert {started[0][name] for name in ("stdin", "stdout", "stderr")} == {subprocess.DEVNULL}
