"""The page that tells why a sentence is matched."""

import pytest

from tests.tui.conftest import OpenApp
from tests.tui.driving import screen_text, settle, shows


async def press(app, pilot, *keys):
    await pilot.press(*keys)
    await settle(app, pilot)


async def test_it_shows_what_both_share_and_what_differs(open_app: OpenApp):
    async with open_app() as (app, pilot):
        assert app.board.place.claim.has_conflict
        await press(app, pilot, "right_square_bracket", "W")

        assert await shows(app, pilot, "why the sentence in")
        text = screen_text(app)
        assert "conflicts" in text
        assert "Differ in" in text
        assert "score 0." in text
        await press(app, pilot, "escape")
        assert app.screen is app.board


async def test_unlink_works_there(open_app: OpenApp):
    async with open_app() as (app, pilot):
        claim = app.board.place.claim
        await press(app, pilot, "W")
        assert await shows(app, pilot, "why the sentence in")
        await press(app, pilot, "x")

        assert app.screen is app.board
        after = app.board.session.claim(claim.id)
        assert len(after.appearances) == len(claim.appearances) - 1


async def test_a_claim_of_one_article_says_that_nothing_is_matched(open_app: OpenApp):
    async with open_app() as (app, pilot):
        await press(app, pilot, "G")
        assert not app.board.place.claim.is_shared
        await press(app, pilot, "W")

        assert await shows(app, pilot, "Only one article makes this claim")


@pytest.mark.parametrize("size", [(80, 24), (200, 50)])
async def test_the_keys_are_in_view_at_every_size(open_app: OpenApp, size):
    async with open_app(size=size) as (app, pilot):
        await press(app, pilot, "W")

        assert await shows(app, pilot, "m it belongs to the claim")
