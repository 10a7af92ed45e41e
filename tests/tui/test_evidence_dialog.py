"""The form for evidence: what is pasted finds its field, what is known is filled in."""

import json
from contextlib import nullcontext
from datetime import date
from pathlib import Path

import pytest
from textual import events

from tests.tui.conftest import MORNING, OpenApp
from tests.tui.driving import screen_text, settle
from workbench.tui.app import WorkbenchApp

URL = "https://port.example/log/7"


def records(case: Path) -> list[dict[str, object]]:
    paths = sorted((case / "verdicts").rglob("*.json"), key=lambda path: path.name)
    return [json.loads(path.read_text(encoding="utf-8")) for path in paths]


async def press(app: WorkbenchApp, pilot, *keys: str) -> None:
    await pilot.press(*keys)
    await settle(app, pilot)


async def paste(app: WorkbenchApp, pilot, text: str) -> None:
    app.post_message(events.Paste(text))
    await pilot.pause()


async def test_a_note_with_a_pasted_address_takes_three_presses(open_app: OpenApp, case: Path):
    async with open_app() as (app, pilot):
        await press(app, pilot, "e")
        await pilot.press(*"log")
        await paste(app, pilot, URL)
        await press(app, pilot, "ctrl+s")

        (record,) = records(case)
        assert (record["note"], record["url"]) == ("log", URL)
        assert record["accessed_at"] == date.today().isoformat()


async def test_what_is_pasted_in_one_burst_with_the_key_is_not_lost(open_app: OpenApp, case: Path):
    async with open_app() as (app, pilot):
        app.post_message(events.Key("e", "e"))
        app.post_message(events.Paste(URL))
        await settle(app, pilot)
        assert app.screen.values()["url"] == URL


async def test_a_quotation_with_its_address_goes_into_both_fields(open_app: OpenApp):
    async with open_app() as (app, pilot):
        await press(app, pilot, "e")
        await paste(app, pilot, f"“Low tide at four.”\n{URL}")

        values = app.screen.values()
        assert (values["note"], values["quote"], values["url"]) == ("", "Low tide at four.", URL)


async def test_an_address_that_was_typed_into_the_note_moves_when_it_is_left(open_app: OpenApp):
    async with open_app() as (app, pilot):
        await press(app, pilot, "e")
        await pilot.press(*f"log {URL}")
        await press(app, pilot, "tab")

        values = app.screen.values()
        assert (values["note"], values["url"]) == ("log", URL)
        assert "taken from the note" in screen_text(app)


async def test_a_second_address_stays_where_it_was_pasted(open_app: OpenApp):
    async with open_app() as (app, pilot):
        await press(app, pilot, "e")
        await paste(app, pilot, URL)
        await paste(app, pilot, "https://other.example")

        values = app.screen.values()
        assert (values["note"], values["url"]) == ("https://other.example", URL)


async def test_ordinary_text_is_pasted_as_it_is(open_app: OpenApp):
    async with open_app() as (app, pilot):
        await press(app, pilot, "e")
        await paste(app, pilot, "two\nlines")

        assert app.screen.values()["note"] == "two\nlines"


async def test_a_wrong_address_is_said_below_it_when_it_is_left(open_app: OpenApp, case: Path):
    async with open_app() as (app, pilot):
        await press(app, pilot, "e", "tab", "tab")
        await pilot.press(*"ftp://x")
        await press(app, pilot, "tab")
        assert "An address begins with" in screen_text(app)

        await press(app, pilot, "ctrl+s")
        assert records(case) == []
        assert app.screen.focused.id == "url"

        app.screen.focused.value = ""
        await pilot.press(*"www.port.example")
        await press(app, pilot, "tab")
        assert "An address begins with" not in screen_text(app)
        assert app.screen.values()["url"] == "https://www.port.example"


@pytest.mark.parametrize("day", ["soon", "2999-01-01"])
async def test_a_day_that_never_was_is_refused(open_app: OpenApp, case: Path, day: str):
    async with open_app() as (app, pilot):
        await press(app, pilot, "e")
        await pilot.press(*"log")
        app.screen.query_one("#accessed_at").value = day
        await press(app, pilot, "ctrl+s")

        assert records(case) == []
        assert "Give the day" in screen_text(app)


async def test_what_the_case_knows_of_a_page_is_filled_in(open_app: OpenApp, case: Path):
    article = case / "articles" / "1-morning.txt"
    published = f"publisher: The Morning\nurl: {URL}\n---\n\nFerry"
    article.write_text(MORNING.replace("---\n\nFerry", published), encoding="utf-8")
    async with open_app() as (app, pilot):
        await press(app, pilot, "e")
        await paste(app, pilot, URL)
        values = app.screen.values()
        assert (values["title"], values["publisher"]) == ("Morning paper", "The Morning")

    async with open_app() as (app, pilot):
        await press(app, pilot, "j", "e")
        await paste(app, pilot, "https://port.example/another")
        values = app.screen.values()
        assert (values["title"], values["publisher"]) == ("", "The Morning")


async def test_a_note_on_another_claim_is_used_again(open_app: OpenApp, case: Path):
    async with open_app() as (app, pilot):
        session = app.board.session
        claims = app.board.place.listed
        session.add_evidence(claims[0].id, note="Port log.", url=URL, publisher="The port")
        session.add_evidence(claims[0].id, note="A photo.", stance="refutes")
        app.board.show_all()
        await press(app, pilot, "j", "e", "ctrl+r")
        assert "A photo." in screen_text(app)
        await pilot.press(*"port")
        await press(app, pilot, "enter")
        values = app.screen.values()
        assert (values["note"], values["url"], values["publisher"]) == (
            "Port log.",
            URL,
            "The port",
        )
        assert app.screen.focused.id == "stance"

        await press(app, pilot, "s", "ctrl+s")
        note = app.board.place.claim.evidence[0]
        assert (note.stance, note.note) == ("supports", "Port log.")
        assert note.claim.id == claims[1].id


async def test_there_may_be_no_note_to_use_again(open_app: OpenApp):
    async with open_app() as (app, pilot):
        await press(app, pilot, "e", "ctrl+r")

        assert "No other claim has evidence yet." in screen_text(app)


async def test_a_field_is_edited_in_the_persons_own_editor(
    open_app: OpenApp, case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    script = tmp_path / "edit"
    script.write_text('#!/bin/sh\necho "a long note" > "$1"\n')
    script.chmod(0o755)
    monkeypatch.setenv("VISUAL", str(script))
    async with open_app() as (app, pilot):
        monkeypatch.setattr(app, "suspend", nullcontext)
        await press(app, pilot, "e", "x", "ctrl+o")
        assert app.screen.values()["note"] == "a long note"
        await press(app, pilot, "ctrl+underscore")
        assert app.screen.values()["note"] == "x"


async def test_where_the_terminal_cannot_be_left_the_text_stays(open_app: OpenApp):
    async with open_app() as (app, pilot):
        await press(app, pilot, "e", "x", "ctrl+o")

        assert "cannot be left" in screen_text(app)
        assert app.screen.values()["note"] == "x"
