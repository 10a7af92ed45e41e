"""Half-typed text on the screen: kept, offered again, and never given up without a word."""

import errno
import os
from pathlib import Path

import pytest

from tests.tui.conftest import OpenApp
from tests.tui.driving import screen_text, settle, shows


async def test_what_was_typed_is_offered_at_the_next_start(open_app: OpenApp):
    async with open_app() as (app, pilot):
        await pilot.press("e")
        await pilot.pause()
        await pilot.press(*"half")
        await pilot.press("escape")
        await settle(app, pilot)
        app.drafts.stop()

    async with open_app() as (app, pilot):
        assert await shows(app, pilot, "What you typed on claim 1 is still here")
        assert "a note is typed, only a draft so far" in screen_text(app)
        await pilot.press("e")
        await pilot.pause()
        assert app.screen.values()["note"] == "half"


async def test_text_that_was_taken_out_again_is_no_draft(open_app: OpenApp):
    async with open_app() as (app, pilot):
        await pilot.press("e")
        await pilot.pause()
        await pilot.press("a", "backspace", "escape")
        await settle(app, pilot)
        assert app.drafts.keys == ()


async def test_a_draft_of_a_claim_that_is_gone_is_pointed_to(open_app: OpenApp, case: Path):
    async with open_app() as (app, pilot):
        app.drafts.note("no-such-claim", "note", {"note": "half"}, "Something.")
        app.drafts.stop()

    async with open_app() as (app, pilot):
        assert await shows(app, pilot, "What you typed on a claim")


async def test_a_draft_that_cannot_be_kept_is_said_and_not_left_at_once(
    open_app: OpenApp, monkeypatch: pytest.MonkeyPatch
):
    async with open_app() as (app, pilot):

        def full(*_: object) -> int:
            raise OSError(errno.ENOSPC, "full")

        monkeypatch.setattr(os, "fsync", full)
        await pilot.press("e")
        await pilot.pause()
        await pilot.press(*"half")
        app.drafts.keep_now()
        await pilot.press("escape", "q")
        assert await shows(app, pilot, "The draft could not be kept: the disk is full")
        assert not app.is_leaving
        await pilot.press("q")
        await pilot.pause()
        assert app.is_leaving
