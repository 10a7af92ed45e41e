"""Checked before? Earlier checks of the current claim are shown, and one is cited as evidence."""

import json
from pathlib import Path

import pytest

from tests.tui.conftest import OpenApp
from tests.tui.driving import screen_text, settle, shows
from workbench.library.library import Library


async def press(app, pilot, *keys):
    await pilot.press(*keys)
    await settle(app, pilot)


@pytest.fixture
def library(case: Path) -> Path:
    """A folder of earlier checks that the case names."""
    folder = case.parent / "checked"
    folder.mkdir()
    review = {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "claimReviewed": "12 people were injured when the ferry Astrid ran aground off Skarholm",
        "url": "https://desk.example/astrid",
        "datePublished": "2025-05-20",
        "author": {"@type": "Organization", "name": "The Desk"},
        "reviewRating": {"@type": "Rating", "alternateName": "Mostly [b]wrong[/b]"},
    }
    (folder / "feed.jsonl").write_text(json.dumps(review) + "\n", encoding="utf-8")
    (case / "workbench.toml").write_text('libraries = ["../checked"]\n', encoding="utf-8")
    return folder


async def go_to_the_injured(app):
    claim = next(c for c in app.board.place.listed if "injured" in c.text)
    app.board.place.go_to(claim.id)
    app.board.show_all()
    return claim


async def test_earlier_checks_are_shown_and_one_key_cites_one(open_app: OpenApp, library: Path):
    async with open_app() as (app, pilot):
        claim = await go_to_the_injured(app)
        await pilot.press("b")
        assert await shows(app, pilot, "The Desk · 2025-05-20")
        assert "Mostly [b]wrong[/b]" in screen_text(app)
        await press(app, pilot, "B")

        (note,) = app.board.session.claim(claim.id).evidence
        assert (note.stance, note.url) == ("context", "https://desk.example/astrid")
        assert note.publisher == "The Desk"
        assert "Mostly [b]wrong[/b]" in note.note
        assert app.screen is app.board


@pytest.mark.parametrize("size", [(80, 24), (200, 50)])
async def test_where_nothing_is_like_it_that_is_said(open_app: OpenApp, size):
    async with open_app(size=size) as (app, pilot):
        await pilot.press("b")
        assert await shows(app, pilot, "Nothing like it")
        await press(app, pilot, "enter", "b")
        assert app.screen is app.board
        assert not app.board.session.record_paths


async def test_what_cannot_be_searched_is_said(open_app: OpenApp, monkeypatch: pytest.MonkeyPatch):
    def broken(*_: object) -> Library:
        raise OSError("the disk is gone")

    monkeypatch.setattr(Library, "of", broken)
    async with open_app() as (app, pilot):
        await pilot.press("b")
        assert await shows(app, pilot, "could not be searched: the disk is gone")


async def test_a_hidden_verdict_is_not_found_as_an_earlier_check(open_app: OpenApp, case: Path):
    (case / "workbench.toml").write_text("blind_second = true\n")
    async with open_app() as (app, pilot):
        await press(app, pilot, "6")
        judged = app.board.place.claim
    async with open_app(reviewer="Ines") as (app, pilot):
        other = next(
            c
            for c in app.board.session.claims
            if c.id != judged.id and any(w in c.text for w in judged.text.split() if len(w) > 5)
        )
        app.board.place.go_to(other.id)
        await pilot.press("b")
        assert await shows(app, pilot, "among 1 earlier check")
        assert "misleading" not in screen_text(app).replace("6 misleading", "")
