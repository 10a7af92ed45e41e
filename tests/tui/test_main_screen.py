"""The main job on the screen: go to a claim, rate it, note evidence, undo, find."""

import json
from pathlib import Path

import pytest

from tests.tui.conftest import OpenApp
from tests.tui.driving import screen_text, settle, shows
from workbench.review.errors import NotSaved
from workbench.tui.filters import Filter


def records(case: Path) -> list[dict[str, object]]:
    paths = sorted((case / "verdicts").rglob("*.json"), key=lambda path: path.name)
    return [json.loads(path.read_text(encoding="utf-8")) for path in paths]


async def press(app, pilot, *keys):
    await pilot.press(*keys)
    await settle(app, pilot)


async def test_a_conflict_comes_first_and_says_so(open_app: OpenApp):
    async with open_app() as (app, _):
        assert app.board.place.claim.has_conflict
        text = screen_text(app)
        assert "⚠" in text
        assert "Morning paper" in text
        assert "Evening paper" in text


async def test_one_key_rates_the_claim_and_saves_it(open_app: OpenApp, case: Path):
    async with open_app() as (app, pilot):
        assert "no changes yet" in screen_text(app)

        await press(app, pilot, "5")

        (record,) = records(case)
        assert (record["kind"], record["rating"], record["reviewer"]) == ("verdict", "false", "Ada")
        assert "● saved" in screen_text(app)
        assert "false" in screen_text(app)


async def test_the_same_rating_twice_writes_one_record(open_app: OpenApp, case: Path):
    async with open_app() as (app, pilot):
        await press(app, pilot, "5")
        await press(app, pilot, "5")

        assert len(records(case)) == 1


async def test_every_further_claim_takes_two_keys(open_app: OpenApp, case: Path):
    async with open_app() as (app, pilot):
        await press(app, pilot, "1", "j", "2", "j", "3")

        assert len({record["claim"]["id"] for record in records(case)}) == 3


async def test_what_was_saved_is_there_after_a_restart(open_app: OpenApp):
    async with open_app() as (app, pilot):
        await press(app, pilot, "4")
        first = app.board.place.claim.id
    async with open_app() as (app, _):
        assert [v.rating for v in app.board.session.claim(first).verdicts] == ["mostly false"]
        assert "mostly false" in screen_text(app)


async def test_a_note_is_three_keys_besides_its_text(open_app: OpenApp, case: Path):
    async with open_app() as (app, pilot):
        await pilot.press("e")
        await pilot.pause()
        await pilot.press(*"logbook")
        await press(app, pilot, "ctrl+s")

        (record,) = records(case)
        assert (record["kind"], record["note"]) == ("evidence", "logbook")
        assert app.screen is app.board


async def test_leaving_a_dialog_keeps_what_was_typed(open_app: OpenApp, case: Path):
    async with open_app() as (app, pilot):
        await pilot.press("e")
        await pilot.pause()
        await pilot.press(*"half a")
        await press(app, pilot, "escape")
        assert records(case) == []
        assert "only a draft so far" in screen_text(app)

        await pilot.press("e")
        await pilot.pause()
        assert app.screen.values()["note"] == "half a"
        await press(app, pilot, "ctrl+s")

        assert records(case)[0]["note"] == "half a"
        assert "only a draft so far" not in screen_text(app)


async def test_a_verdict_is_written_out_in_the_dialog(open_app: OpenApp, case: Path):
    async with open_app() as (app, pilot):
        await pilot.press("enter")
        await pilot.pause()
        await pilot.press("5", "tab")
        await pilot.press(*"No.")
        await press(app, pilot, "ctrl+s")

        (record,) = records(case)
        assert (record["rating"], record["conclusion"]) == ("false", "No.")


async def test_a_verdict_without_a_rating_is_not_saved(open_app: OpenApp, case: Path):
    async with open_app() as (app, pilot):
        await press(app, pilot, "enter")
        await press(app, pilot, "ctrl+s")

        assert "Choose a rating first" in screen_text(app)
        assert records(case) == []


async def test_undo_and_redo_are_records_too(open_app: OpenApp, case: Path):
    async with open_app() as (app, pilot):
        await press(app, pilot, "5")
        await press(app, pilot, "z")
        assert app.board.place.claim.verdicts == ()
        await press(app, pilot, "Z")

        assert [v.rating for v in app.board.place.claim.verdicts] == ["false"]
        assert len(records(case)) == 3


async def test_nothing_to_undo_is_said(open_app: OpenApp):
    async with open_app() as (app, pilot):
        await press(app, pilot, "z")

        assert await shows(app, pilot, "nothing of yours to undo")


async def test_an_unlinked_sentence_leaves_the_claim(open_app: OpenApp):
    async with open_app() as (app, pilot):
        claim = app.board.place.claim
        before = len(claim.appearances)
        await press(app, pilot, "x")

        assert len(app.board.session.claim(claim.id).appearances) == before - 1


async def test_a_linked_sentence_joins_the_claim(open_app: OpenApp):
    async with open_app() as (app, pilot):
        place = app.board.place
        claim = place.claim
        last = len(place.session.articles[place.column].sentences) - 1
        while place.sentence != last:
            await pilot.press("J")
        await press(app, pilot, "m")

        spans = {(a.article, a.sentence) for a in app.board.session.claim(claim.id).appearances}
        assert (place.column, last) in spans


async def test_a_claim_can_be_worded_as_another_article_words_it(open_app: OpenApp):
    async with open_app() as (app, pilot):
        before = app.board.place.claim
        while app.board.place.appearance is None or (
            app.board.session.articles[app.board.place.column].sentence_text(
                app.board.place.sentence
            )
            == before.text
        ):
            await pilot.press("right_square_bracket")
        await press(app, pilot, "w")

        after = app.board.place.claim
        assert (after.number, after.text != before.text) == (before.number, True)
        assert app.board.session.articles[app.board.place.column].text.count(after.text) == 1


async def test_a_verdict_keeps_its_wording(open_app: OpenApp):
    async with open_app() as (app, pilot):
        before = app.board.place.claim
        await press(app, pilot, "5", "right_square_bracket")
        await press(app, pilot, "w")

        assert app.board.place.claim.text == before.text
        assert await shows(app, pilot, "There is a verdict")


async def test_a_failed_save_is_said_and_changes_nothing(
    open_app: OpenApp, case: Path, monkeypatch: pytest.MonkeyPatch
):
    async with open_app() as (app, pilot):

        def fail(*_arguments: object, **_fields: object) -> None:
            raise NotSaved("NOT SAVED: the disk is full.")

        monkeypatch.setattr(app.board.session, "rate", fail)
        await press(app, pilot, "5")

        assert "NOT SAVED: the disk is full." in screen_text(app)
        assert records(case) == []
        assert app.board.place.claim.verdicts == ()


async def test_a_dialog_stays_open_until_its_text_is_on_disk(
    open_app: OpenApp, monkeypatch: pytest.MonkeyPatch
):
    async with open_app() as (app, pilot):

        def fail(*_arguments: object, **_fields: object) -> None:
            raise NotSaved("NOT SAVED: the disk is full.")

        monkeypatch.setattr(app.board.session, "add_evidence", fail)
        await pilot.press("e")
        await pilot.pause()
        await pilot.press(*"note")
        await press(app, pilot, "ctrl+s")

        assert "Your text is still here" in screen_text(app)
        assert app.screen.values()["note"] == "note"


async def test_the_filter_shows_conflicts_only(open_app: OpenApp):
    async with open_app() as (app, pilot):
        await pilot.press("f")
        await pilot.pause()
        await press(app, pilot, "c")

        assert app.board.place.listing.filter is Filter.CONFLICTS
        assert all(claim.has_conflict for claim in app.board.place.listed)


async def test_escape_leaves_the_filter(open_app: OpenApp):
    async with open_app(filter_=Filter.CONFLICTS) as (app, pilot):
        await press(app, pilot, "escape")

        assert app.board.place.listing.filter is Filter.ALL


async def test_words_are_found_in_all_articles(open_app: OpenApp):
    async with open_app() as (app, pilot):
        await pilot.press("slash")
        await pilot.pause()
        await pilot.press(*"1987")
        await pilot.pause()
        assert "1 of 2 in 2 articles" in screen_text(app)

        await press(app, pilot, "enter")
        first = app.board.place.column
        await press(app, pilot, "n")
        assert app.board.place.column != first


async def test_a_key_that_cannot_act_says_why(open_app: OpenApp):
    async with open_app() as (app, pilot):
        await press(app, pilot, "n")

        assert await shows(app, pilot, "Search first")


async def test_every_claim_can_be_reached_and_left_again(open_app: OpenApp):
    async with open_app() as (app, pilot):
        claims = app.board.place.listed
        for claim in claims[1:]:
            await pilot.press("down")
            assert app.board.place.claim.id == claim.id
        await pilot.press("g")
        assert app.board.place.claim.id == claims[0].id


async def test_space_makes_the_sentence_under_the_cursor_current(open_app: OpenApp):
    async with open_app() as (app, pilot):
        before = app.board.place.claim.id
        while app.board.place.claim_under_cursor().id == before:
            await pilot.press("J")
        await pilot.press("space")

        assert app.board.place.claim.id != before


@pytest.mark.parametrize("size", [(80, 24), (120, 35), (200, 50)])
async def test_the_current_claim_is_on_the_screen_at_every_size(open_app: OpenApp, size):
    async with open_app(size=size) as (app, _):
        text = screen_text(app)
        assert "▌" in text
        assert "Verdict" in text
        assert "? help" in text
        assert "q leave" in text


async def test_a_window_that_is_too_small_says_so_and_rates_nothing(open_app: OpenApp, case: Path):
    async with open_app(size=(40, 10)) as (app, pilot):
        assert "Make it larger" in " ".join(screen_text(app).split())
        await press(app, pilot, "5")
        assert records(case) == []


async def test_resizing_keeps_the_claim(open_app: OpenApp):
    async with open_app() as (app, pilot):
        await pilot.press("j", "j")
        before = app.board.place.claim.id
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        await pilot.resize_terminal(200, 50)
        await pilot.pause()

        assert app.board.place.claim.id == before
        assert "▌" in screen_text(app)


async def test_help_lists_every_key(open_app: OpenApp):
    async with open_app(size=(120, 140)) as (app, pilot):
        await press(app, pilot, "question_mark")

        text = screen_text(app)
        for sentence in ("Go to the next claim.", "Show all keys.", "Save and go back."):
            assert sentence in text


@pytest.mark.parametrize("theme", ["workbench-light", "ansi-dark", "nord"])
async def test_it_opens_in_other_themes(open_app: OpenApp, theme):
    async with open_app(theme=theme) as (app, pilot):
        await press(app, pilot, "t")

        assert "Verdict" in screen_text(app)


async def test_what_is_odd_in_an_article_is_said_and_listed(open_app: OpenApp, case: Path):
    (case / "articles" / "4-odd.txt").write_text("The m\u0430yor s\u202eaid so.", encoding="utf-8")
    async with open_app() as (app, pilot):
        assert await shows(app, pilot, "2 things to know of the articles: press !")

        await press(app, pilot, "!")

        assert "“m\u0430yor”" in screen_text(app)
        assert "1 control or hidden character" in screen_text(app)


async def test_a_quotation_comes_into_a_note_that_was_begun(open_app: OpenApp, case: Path):
    async with open_app() as (app, pilot):
        await pilot.press("e")
        await pilot.pause()
        await pilot.press(*"begun")
        await press(app, pilot, "escape")
        await pilot.press("E")
        await pilot.pause()

        quoted = app.board.session.articles[app.board.place.column].sentence_text(
            app.board.place.sentence
        )
        assert app.screen.values()["note"] == "begun"
        assert app.screen.values()["quote"] == quoted


async def test_keys_after_the_one_that_leaves_do_nothing_more(open_app: OpenApp, case: Path):
    async with open_app() as (app, pilot):
        app.is_leaving = True
        await pilot.press("e", "5")
        await settle(app, pilot)

        assert app.screen is app.board
        assert records(case) == []


async def test_why_a_key_does_nothing_is_said_once_however_often_it_is_pressed(
    open_app: OpenApp,
):
    async with open_app() as (app, pilot):
        await pilot.press("n", "n", "n")
        assert await shows(app, pilot, "Search first")
        await pilot.pause(0.2)

        assert screen_text(app).count("Search first") == 1
