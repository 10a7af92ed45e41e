"""A claim with its sources on the clipboard, and in a file where no clipboard can be had."""

from pathlib import Path

import pytest

from tests.tui.conftest import OpenApp
from tests.tui.driving import settle, shows
from workbench.records.own_state import state_folder


async def test_a_claim_is_copied_with_its_verdict_its_evidence_and_its_sources(open_app: OpenApp):
    async with open_app() as (app, pilot):
        await pilot.press("5", "e")
        await pilot.pause()
        await pilot.press(*"logbook", "ctrl+s")
        await settle(app, pilot)
        await pilot.press("y")
        await settle(app, pilot)

        text = app.clipboard
        claim = app.board.place.claim
        assert text.startswith(f"### {claim.number}. {claim.text}")
        for part in ("**false** (Ada", "logbook", "received no warning", "Evening paper"):
            assert part in text
        assert (state_folder() / "copied.md").read_text(encoding="utf-8") == text
        assert await shows(app, pilot, "copied.md")


async def test_what_an_article_says_is_no_markdown_of_ours(open_app: OpenApp, tmp_path: Path):
    folder = tmp_path / "odd"
    folder.mkdir()
    (folder / "a.txt").write_text(
        "The [ferry](http://x.example) carried *214* passengers <b>on Monday</b>.\n", "utf-8"
    )
    async with open_app(folder) as (app, pilot):
        await pilot.press("y")
        await settle(app, pilot)
        assert "\\[ferry\\](http" in app.clipboard


async def test_a_copy_in_tmux_says_what_tmux_needs(
    open_app: OpenApp, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("TMUX", "/tmp/tmux,1,0")
    async with open_app() as (app, pilot):
        await pilot.press("y")
        assert await shows(app, pilot, "set-clipboard on")


async def test_a_disk_that_refuses_leaves_the_clipboard(open_app: OpenApp):
    async with open_app() as (app, pilot):
        state_folder().mkdir(parents=True, exist_ok=True)
        (state_folder() / "copied.md").mkdir()
        await pilot.press("y")
        assert await shows(app, pilot, "is copied as Markdown")
        assert app.clipboard
