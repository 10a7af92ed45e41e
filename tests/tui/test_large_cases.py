"""A large case can be read before its sentences have been compared, and stays where it was."""

import re
from pathlib import Path
from threading import Event

import pytest
from textual.pilot import Pilot

from tests.tui.driving import screen_text, settle, shows
from workbench.review import apart, opening
from workbench.review import case as case_module
from workbench.tui.app import WorkbenchApp


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Event:
    """Every case counts as large, and is not compared before the gate is open."""
    gate = Event()

    def wait(*_):
        gate.wait(10)

    monkeypatch.setattr(opening, "APART_FROM", 1)
    monkeypatch.setattr(apart, "match_apart", wait)
    return gate


async def opened(app: WorkbenchApp, pilot: Pilot[int]) -> None:
    assert await shows(app, pilot, "Morning paper")
    await pilot.pause()


def first_pier(app: WorkbenchApp) -> tuple[int, str]:
    """The first pier on the screen, and its row."""
    rows = screen_text(app).splitlines()
    piers = (re.search(r"gulls of pier (\d+)", row) for row in rows)
    return next((row, pier[1]) for row, pier in enumerate(piers) if pier)


async def test_articles_are_shown_before_there_are_claims(case: Path, gate: Event):
    app = WorkbenchApp(case, reviewer="Ada")
    async with app.run_test(size=(140, 40)) as pilot:
        await opened(app, pilot)
        text = screen_text(app)
        assert "The ferry was built in 1987" in text
        assert "Claims come when all sentences have been compared" in text
        assert "no changes yet" not in text

        gate.set()
        await settle(app, pilot)
        assert await shows(app, pilot, "0 of 4 claims reviewed")
        assert app.board.place.claim.number == 1


async def test_what_needs_claims_says_that_they_are_to_come(case: Path, gate: Event):
    app = WorkbenchApp(case, reviewer="Ada")
    async with app.run_test(size=(140, 40), notifications=True) as pilot:
        await opened(app, pilot)
        await pilot.press("5")
        assert await shows(app, pilot, "Wait until all sentences have been compared")
        assert not (case / "verdicts").exists()
        gate.set()
        await settle(app, pilot)


async def test_a_reader_stays_in_their_place_when_the_claims_come(case: Path, gate: Event):
    filler = "".join(f"Nobody counted the gulls of pier {n}.\n\n" for n in range(200))
    article = case / "articles" / "1-morning.txt"
    article.write_text(article.read_text("utf-8") + filler, "utf-8")
    app = WorkbenchApp(case, reviewer="Ada")
    async with app.run_test(size=(140, 40)) as pilot:
        await opened(app, pilot)
        await pilot.press(*["pagedown"] * 3)
        await pilot.pause()
        row, pier = first_pier(app)

        gate.set()
        await settle(app, pilot)
        assert await shows(app, pilot, "claims reviewed")
        assert first_pier(app) == (row, pier)


async def test_leaving_does_not_wait_for_the_claims(case: Path, gate: Event):
    app = WorkbenchApp(case, reviewer="Ada")
    async with app.run_test(size=(140, 40)) as pilot:
        await opened(app, pilot)
        await pilot.press("q")
        await pilot.pause()
        assert app.return_code == 0
    gate.set()


async def test_an_article_beyond_so_many_is_read_when_it_is_asked_for(
    case: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(case_module, "MAX_ARTICLES", 2)
    app = WorkbenchApp(case, reviewer="Ada")
    async with app.run_test(size=(160, 40), notifications=True) as pilot:
        await settle(app, pilot)
        assert await shows(app, pilot, "The case has 3 articles")
        assert "Radio bulletin" not in screen_text(app)

        await pilot.press("i", *"radio")
        assert await shows(app, pilot, "not read yet")
        await pilot.press("enter")
        assert await shows(app, pilot, "Radio bulletin")
        await pilot.pause()


async def test_an_article_is_found_by_its_title(case: Path):
    app = WorkbenchApp(case, reviewer="Ada")
    async with app.run_test(size=(80, 30)) as pilot:
        await settle(app, pilot)
        await pilot.press("i", *"radio", "enter")
        assert await shows(app, pilot, "C  Radio bulletin")
