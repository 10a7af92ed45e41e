"""A case opens as it was left: place, list, columns, colours; and nothing of that is in the case."""

import json
from pathlib import Path

import pytest

from tests.tui.conftest import RADIO, OpenApp
from tests.tui.driving import screen_text, settle
from workbench.records.own_state import file_about, keep_state, load_state
from workbench.tui.filters import Filter
from workbench.tui.orders import Order


async def left_by(open_app: OpenApp, *keys: str, **kwargs):
    """Open, press keys, leave; returns where the cursor was."""
    async with open_app(**kwargs) as (app, pilot):
        for key in keys:
            await pilot.press(key)
            await settle(app, pilot)
        place = app.board.place
        was = (place.claim and place.claim.id, place.column, place.sentence)
        await pilot.press("q")
        await pilot.pause()
    return was


async def test_the_place_is_the_same_again(open_app: OpenApp, case: Path):
    was = await left_by(open_app, "j", "j", "l", "J")
    async with open_app() as (app, _):
        place = app.board.place
        assert (place.claim.id, place.column, place.sentence) == was
    assert sorted(path.name for path in case.iterdir()) == ["articles"]


async def test_filter_and_order_are_the_same_again(open_app: OpenApp):
    await left_by(open_app, "f", Filter.CONFLICTS.key, "r")
    async with open_app() as (app, _):
        assert app.board.place.listing.filter is Filter.CONFLICTS
        assert app.board.place.listing.order is Order.DOCUMENT


async def test_a_filter_asked_for_comes_before_the_one_remembered(open_app: OpenApp):
    await left_by(open_app, "f", Filter.CONFLICTS.key)
    async with open_app(filter_=Filter.ALL) as (app, _):
        assert app.board.place.listing.filter is Filter.ALL


async def test_columns_list_and_strip_are_the_same_again(open_app: OpenApp):
    await left_by(open_app, "}", "l", "minus", "c", "d")
    async with open_app() as (app, _):
        arrangement = app.board.place.arrangement
        assert arrangement.order != tuple(range(3))
        assert len(arrangement.hidden) == 1
        assert not app.board.case.shows_list
        assert app.board.case.detail_large


async def test_the_theme_is_the_same_again_also_in_another_case(open_app: OpenApp, tmp_path: Path):
    await left_by(open_app, "t")
    other = tmp_path / "other"
    other.mkdir()
    (other / "a.txt").write_text(RADIO, encoding="utf-8")
    for kwargs in ({}, {"folder": other}):
        async with open_app(**kwargs) as (app, _):
            assert app.theme == "workbench-light"
    async with open_app(theme="nord") as (app, _):
        assert app.theme == "nord"


async def test_what_is_no_longer_there_is_passed_over(open_app: OpenApp, case: Path):
    await left_by(open_app, "j", "l", "l", "minus")
    (case / "articles" / "3-radio.txt").unlink()
    (case / "articles" / "1-morning.txt").write_text("Another text altogether.\n", "utf-8")
    async with open_app() as (app, pilot):
        await pilot.press("j", "l")
        assert len(app.board.place.arrangement.order) == 2


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        '{"claim": 5, "article": [], "start": "x", "columns": {}, "hidden": [1], "filter": 7}',
        '{"theme": "no such theme", "order": "sideways", "list": "yes", "start": -5}',
        '{"article": "articles/1-morning.txt", "start": 99999999}',
        '{"hidden": ["articles/1-morning.txt", "articles/2-evening.txt", "articles/3-radio.txt"]}',
        "[" * 50_000,
        '"' + "x" * 200_000 + '"',
    ],
)
async def test_a_state_file_that_is_broken_counts_as_none(open_app: OpenApp, case: Path, text: str):
    path = file_about(case)
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    async with open_app() as (app, pilot):
        assert app.board.place.claim is not None
        await pilot.press("j", "l")
        await pilot.press("q")
        await pilot.pause()
    assert load_state(path)["claim"]


async def test_a_state_folder_that_cannot_be_written_keeps_nobody_from_leaving(
    open_app: OpenApp, case: Path
):
    path = file_about(case)
    path.parent.parent.mkdir(parents=True, exist_ok=True)
    path.parent.write_text("a file in the way", encoding="utf-8")
    async with open_app() as (app, pilot):
        await pilot.press("q")
        await pilot.pause()
        assert app.return_code == 0 or not app.is_running


async def test_newcomers_are_told_how_to_begin_until_they_have(open_app: OpenApp, habits: Path):
    keep_state(habits, {})
    async with open_app(size=(80, 24)) as (app, pilot):
        assert "New here?" in screen_text(app)
        await pilot.press("5")
        await settle(app, pilot)
        assert "New here?" in screen_text(app)
        await pilot.press("e")
        await pilot.pause()
        await pilot.press("escape")
        await settle(app, pilot)
        assert "New here?" not in screen_text(app)
    assert json.loads(habits.read_text(encoding="utf-8"))["used"] == ["evidence", "rate"]
    async with open_app(size=(80, 24)) as (app, _):
        assert "New here?" not in screen_text(app)


async def test_the_hint_is_gone_after_many_keys_whatever_they_were(open_app: OpenApp, habits: Path):
    keep_state(habits, {"actions": 38})
    async with open_app() as (app, pilot):
        await pilot.press("j", "k")
        await settle(app, pilot)
        assert "New here?" not in screen_text(app)


async def test_the_place_stays_through_every_size(open_app: OpenApp):
    async with open_app(size=(160, 45)) as (app, pilot):
        await pilot.press("j", "l", "J")
        place = app.board.place
        was = (place.claim.id, place.column, place.sentence)
        for size in ((80, 24), (30, 8), (200, 50), (60, 16), (100, 30)):
            await pilot.resize_terminal(*size)
            await settle(app, pilot)
            assert (place.claim.id, place.column, place.sentence) == was
        span = place.session.articles[place.column].sentences[place.sentence]
        words = place.session.articles[place.column].text[span.start : span.end].split()
        assert words[0] in screen_text(app)
