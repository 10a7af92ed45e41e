"""Articles beside each other: moved, put away, alone, and the cursor that goes with them."""

import shutil
from pathlib import Path

import pytest

from tests.tui.conftest import OpenApp
from tests.tui.driving import screen_text, settle, shows
from workbench.review.session import ReviewSession
from workbench.tui.arranging import Arrangement
from workbench.tui.place import Place

SEEDS = Path(__file__).parents[2] / "seeds"
THREE = Arrangement((0, 1, 2))


@pytest.fixture
def place(case: Path) -> Place:
    place = Place(ReviewSession.open(case, reviewer="Ada"))
    place.fit(3)
    return place


async def press(app, pilot, *keys):
    await pilot.press(*keys)
    await settle(app, pilot)


def test_an_article_changes_places_with_its_neighbour():
    assert THREE.moved(0, 1).order == (1, 0, 2)
    assert THREE.moved(2, -1).order == (0, 2, 1)
    assert THREE.moved(0, -1) == THREE


def test_a_move_leaps_over_what_is_put_away():
    assert THREE.without(1).moved(0, 1).shown == (2, 0)


def test_the_last_article_stays():
    alone = THREE.without(0).without(1)

    assert alone.without(2) == alone
    assert alone.whole() == THREE


def test_the_column_beside_one_that_is_put_away_is_active(place: Place):
    place.put(1, 0)
    place.lay_out(place.arrangement.without(1))
    assert (place.column, list(place.columns)) == (2, [0, 2])

    place.lay_out(place.arrangement.without(2))
    assert (place.column, list(place.columns)) == (0, [0])


def test_a_claim_brings_no_article_back_but_a_place_found_does(place: Place):
    claim = next(c for c in place.session.claims if {a.article for a in c.appearances} == {2})
    place.put(0, 0)
    place.lay_out(place.arrangement.without(2))

    place.go_to(claim.id)
    assert list(place.columns) == [0, 1]

    place.put_at(2, claim.appearances[0].start)
    assert list(place.columns) == [0, 1, 2]


def test_one_article_alone_follows_the_claim(place: Place):
    place.lay_out(place.arrangement.zoomed(True))
    assert list(place.columns) == [place.column]
    place.step_column(1)

    assert list(place.columns) == [place.column] == [1]


def test_pages_count_only_what_is_not_put_away(place: Place):
    place.fit(1)
    place.lay_out(place.arrangement.without(1))
    assert place.turn(1)

    assert place.column == 2
    assert not place.turn(1)


def test_a_place_can_be_come_back_to(place: Place):
    spot = place.spot
    place.step(2)
    place.lay_out(place.arrangement.without(1))
    place.return_to(spot)

    assert place.spot == spot


async def test_plus_zooms_and_escape_or_plus_goes_back(open_app: OpenApp):
    async with open_app(size=(200, 50)) as (app, pilot):
        await press(app, pilot, "plus")
        assert "Evening paper" not in screen_text(app)
        await press(app, pilot, "plus")
        assert "Evening paper" in screen_text(app)
        await press(app, pilot, "plus", "escape")
        assert "Evening paper" in screen_text(app)


async def test_minus_puts_away_and_underscore_brings_back(open_app: OpenApp):
    async with open_app(size=(200, 50)) as (app, pilot):
        await press(app, pilot, "minus")
        assert "Morning paper" not in screen_text(app)
        await press(app, pilot, "minus", "minus")
        assert await shows(app, pilot, "There is one article only; _ brings back the others.")
        await press(app, pilot, "underscore")
        assert "Morning paper" in screen_text(app)


async def test_braces_move_the_article(open_app: OpenApp):
    async with open_app(size=(200, 50)) as (app, pilot):
        await press(app, pilot, "right_curly_bracket")
        text = screen_text(app)
        assert text.index("Evening paper") < text.index("Morning paper")
        await press(app, pilot, "left_curly_bracket", "left_curly_bracket")
        text = screen_text(app)
        assert text.index("Morning paper") < text.index("Evening paper")


def test_the_articles_that_contradict_each_other_come_beside_each_other(tmp_path: Path):
    shutil.copytree(SEEDS, tmp_path / "case" / "seeds")
    place = Place(ReviewSession.open(tmp_path / "case", reviewer="Ada"))
    place.fit(2)
    claim = next(c for c in place.listed if c.summary.startswith("figures differ: A"))
    place.go_to(claim.id)

    opposed = {(d.a_article, d.b_article) for d in claim.differences if d.difference.conflict}
    assert len({a.article for a in claim.appearances}) == 3
    assert tuple(place.columns) in opposed
