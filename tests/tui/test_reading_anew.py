"""Articles that were added or edited while the case is open come up when they are asked for."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.tui.conftest import OpenApp
from tests.tui.driving import screen_text, settle, shows
from workbench.tui import watching
from workbench.tui.app import WorkbenchApp

NIGHT = """\
---
title: A first report
date: 2025-05-14
---

The company has offered every passenger a refund of 40 euros.

Fifty people were injured when the ferry Astrid ran aground off Skarholm.
"""


@pytest.fixture(autouse=True)
def look_often(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watching, "PAUSE", 0.02)
    monkeypatch.setattr(watching, "ARTICLES_EVERY", 1)


async def read_anew(app: WorkbenchApp, pilot: Pilot[int]) -> None:
    before = app.board.session
    await pilot.press("A")
    for _ in range(300):
        await pilot.pause(0.02)
        if app.board.is_open and app.board.session is not before:
            break
    await settle(app, pilot)


def add(case: Path) -> None:
    """A file that comes before all others, so that every article has another letter."""
    (case / "articles" / "0-night.txt").write_text(NIGHT, encoding="utf-8")


async def test_an_article_that_was_added_is_said_and_comes_up(open_app: OpenApp, case: Path):
    async with open_app() as (app, pilot):
        add(case)
        assert await shows(app, pilot, "Articles: 1 was added. A reads them anew.")
        assert "A first report" not in screen_text(app)
        await read_anew(app, pilot)
        assert app.board.session.articles[0].metadata.title == "A first report"
        assert await shows(app, pilot, "1 new or edited, 0 gone")
        shared = [c for c in app.board.session.claims if c.is_shared and c.appearance_in(0)]
        assert ["40", "90"] in [
            sorted(difference.difference.a[:2] for difference in claim.differences)
            + sorted(difference.difference.b[:2] for difference in claim.differences)
            for claim in shared
        ]


async def test_the_reader_is_where_they_were(open_app: OpenApp, case: Path):
    async with open_app() as (app, pilot):
        await pilot.press("j", "J")
        await settle(app, pilot)
        place = app.board.place
        claim, words = place.claim.text, place.words
        source = app.board.session.articles[place.column].source
        add(case)
        await read_anew(app, pilot)
        place = app.board.place
        assert (place.claim.text, place.words) == (claim, words)
        assert app.board.session.articles[place.column].source == source


async def test_verdicts_stay_and_can_be_undone(open_app: OpenApp, case: Path):
    async with open_app() as (app, pilot):
        await pilot.press("5")
        await settle(app, pilot)
        add(case)
        await read_anew(app, pilot)
        assert [v.rating for v in app.board.place.claim.verdicts] == ["false"]
        await pilot.press("z")
        await settle(app, pilot)
        assert not app.board.place.claim.verdicts


async def test_an_article_that_is_gone_or_edited_is_said(open_app: OpenApp, case: Path):
    async with open_app() as (app, pilot):
        (case / "articles" / "3-radio.txt").unlink()
        path = case / "articles" / "2-evening.txt"
        path.write_text(path.read_text("utf-8").replace("90 euros", "900 euros"), "utf-8")
        assert await shows(app, pilot, "1 is gone, 1 was edited")
        await read_anew(app, pilot)
        assert await shows(app, pilot, "1 new or edited, 1 gone")
        assert "900 euros" in app.board.session.articles[1].text


async def test_if_nothing_can_be_read_the_case_stays_as_it_is(open_app: OpenApp, case: Path):
    async with open_app() as (app, pilot):
        before = app.board.session
        for path in (case / "articles").iterdir():
            path.unlink()
        await pilot.press("A")
        assert await shows(app, pilot, "no articles")
        assert app.board.session is before
        assert "Morning paper" in screen_text(app)
