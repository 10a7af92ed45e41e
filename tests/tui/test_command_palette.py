"""The palette finds actions, claims and articles."""

from tests.tui.conftest import OpenApp
from tests.tui.driving import settle, shows


async def find(app, pilot, words: str) -> None:
    await pilot.press("ctrl+p")
    await pilot.pause()
    await pilot.press(*words)
    await shows(app, pilot, words)
    await pilot.pause(0.3)
    await pilot.press("enter")
    await settle(app, pilot)


async def test_an_article_is_found_by_its_title(open_app: OpenApp):
    async with open_app() as (app, pilot):
        await find(app, pilot, "radio")

        assert app.board.place.column == 2


async def test_a_claim_is_found_by_its_words(open_app: OpenApp):
    async with open_app() as (app, pilot):
        await find(app, pilot, "lighthouse")

        assert "lighthouse" in app.board.place.claim.text


async def test_a_claim_is_found_by_its_number(open_app: OpenApp):
    async with open_app() as (app, pilot):
        await find(app, pilot, "2")

        assert app.board.place.claim.number == 2


async def test_an_action_is_found_by_its_name(open_app: OpenApp):
    async with open_app() as (app, pilot):
        await find(app, pilot, "unreviewed")

        assert app.board.place.claim.number == 2


async def test_a_theme_is_found_by_its_name(open_app: OpenApp):
    async with open_app() as (app, pilot):
        await find(app, pilot, "nord")

        assert app.theme == "nord"


async def test_letters_that_are_only_strewn_over_a_name_find_nothing(open_app: OpenApp):
    async with open_app() as (app, pilot):
        await pilot.press("ctrl+p", *"mrng")

        assert await shows(app, pilot, "No matches found")
