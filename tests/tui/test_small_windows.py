"""Where there is little room, what matters most is still to be seen: what is typed, and the keys."""

from pathlib import Path

import pytest

from tests.tui.conftest import OpenApp
from tests.tui.driving import screen_text, settle, shows
from workbench.tui.widgets.bars import KeyBar

SMALL = (80, 24)


def rows(app) -> list[str]:
    return screen_text(app).splitlines()


async def test_the_words_to_find_are_seen_beside_what_they_found(open_app: OpenApp):
    async with open_app(size=SMALL) as (app, pilot):
        await pilot.press("slash", *"captain")
        await settle(app, pilot)

        last = rows(app)[-1]
        assert last.strip().startswith("/  captain")
        assert "1 of " in last
        assert "Esc back" in last


async def test_how_to_leave_stays_in_the_bar_after_a_search(open_app: OpenApp):
    async with open_app(size=SMALL) as (app, pilot):
        await pilot.press("slash", *"captain", "enter")
        await settle(app, pilot)

        assert "Esc back" in rows(app)[-1]
        assert rows(app)[-1].rstrip().endswith("q leave")


@pytest.mark.parametrize("width", range(60, 140, 7))
async def test_no_key_of_a_bar_is_cut(open_app: OpenApp, width: int):
    async with open_app(size=(width, 24)) as (app, pilot):
        for keys in ((), ("J", "v"), ("escape", "s")):
            await pilot.press(*keys)
            await settle(app, pilot)
            assert "…" not in rows(app)[-1]


async def test_a_form_keeps_its_keys_in_view_under_long_faults(open_app: OpenApp):
    async with open_app(size=SMALL) as (app, pilot):
        await pilot.press("enter", "5", *["tab"] * 4, "right", "right", "ctrl+s")
        await settle(app, pilot)
        await pilot.pause(0.2)

        text = screen_text(app)
        assert "let a second reviewer rate" in text
        assert "Not saved yet" in text
        assert "Ctrl+s save" in text


async def test_a_long_list_leaves_the_keys_below_it_in_view(open_app: OpenApp, case: Path):
    same = "The captain of the ferry Astrid received no warning of the low tide off Skarholm, {}.\n"
    for number, who in enumerate(("he said", "she says", "they said", "it is said", "one hears")):
        (case / "articles" / f"{number}.txt").write_text(same.format(who), encoding="utf-8")
    async with open_app(size=(80, 18)) as (app, pilot):
        claim = max(app.board.session.claims, key=lambda c: len(c.appearances))
        assert len(claim.appearances) >= 5
        app.board.place.go_to(claim.id)
        app.board.show_all()
        await pilot.press("S")

        assert await shows(app, pilot, "Enter split")


async def test_the_whole_reason_is_told_why_something_is_not_saved(
    open_app: OpenApp, case: Path, monkeypatch: pytest.MonkeyPatch
):
    async with open_app(size=SMALL) as (app, pilot):

        def fail(*_: object, **__: object) -> None:
            raise OSError("NOT SAVED: " + "a folder of a long name " * 3 + "is full to the brim")

        monkeypatch.setattr(app.board.session, "rate", fail)
        await pilot.press("5")

        assert await shows(app, pilot, "the brim")


async def test_it_is_said_how_many_articles_are_not_on_the_screen(open_app: OpenApp):
    async with open_app(size=SMALL) as (app, pilot):
        assert "2 of 3  < >" in screen_text(app)
        await pilot.press("plus")
        await settle(app, pilot)
        assert "1 of 3  +" in screen_text(app)
    async with open_app(size=(160, 40)) as (app, pilot):
        assert " of 3" not in rows(app)[1]
        await pilot.press("minus")
        await settle(app, pilot)
        assert "2 of 3  _" in screen_text(app)


async def test_a_form_says_how_to_get_to_the_next_field(open_app: OpenApp):
    async with open_app(size=SMALL) as (app, pilot):
        await pilot.press("e")
        await pilot.pause(0.1)

        assert app.screen.query_one(KeyBar).region.height == 1
        assert "Tab next" in screen_text(app)


async def test_keys_that_need_a_larger_window_are_grey(open_app: OpenApp):
    async with open_app(size=(60, 12)) as (app, pilot):
        await pilot.pause()

        strips = app.screen.query_one(KeyBar).render_line(0)
        style = {segment.text.strip(): segment.style for segment in strips}
        assert style["rate"].color == app.palette.bar_off.color
        assert style["leave"].color == app.palette.bar_muted.color
