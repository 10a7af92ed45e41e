"""The way of a verdict on the screen: history, handing over, second reader, adjudication."""

import json
from pathlib import Path

import pytest

from tests.tui.conftest import OpenApp
from tests.tui.driving import screen_text, settle, shows


async def press(app, pilot, *keys):
    await pilot.press(*keys)
    await settle(app, pilot)


def newest(case: Path) -> dict[str, object]:
    path = max((case / "verdicts").rglob("*-verdict.json"), key=lambda path: path.name)
    return json.loads(path.read_text(encoding="utf-8"))


async def judge(open_app: OpenApp, reviewer: str = "Ada", key: str = "5") -> None:
    async with open_app(reviewer=reviewer) as (app, pilot):
        await press(app, pilot, key)


async def test_ten_claims_take_ten_keys_where_the_case_goes_on_by_itself(
    open_app: OpenApp, case: Path
):
    (case / "workbench.toml").write_text("advance = true\n")
    async with open_app() as (app, pilot):
        claims = app.board.place.listed
        count = min(10, len(claims))
        await pilot.press(*"1234512345"[:count])
        await settle(app, pilot)

        rated = [c for c in app.board.session.claims if c.is_reviewed]
        assert [c.id for c in rated] == [c.id for c in claims[:count]]


async def test_the_history_of_a_claim_is_told(open_app: OpenApp):
    async with open_app(size=(120, 35)) as (app, pilot):
        await press(app, pilot, "H")
        assert await shows(app, pilot, "Nobody has decided anything")
        await press(app, pilot, "5")
        await press(app, pilot, "1")
        await press(app, pilot, "H")

        text = screen_text(app)
        assert "You rated it false (draft)  — holds no longer" in text
        assert "You changed false to true (draft)" in text


async def test_a_verdict_is_handed_over_once_nothing_is_missing(open_app: OpenApp, case: Path):
    async with open_app() as (app, pilot):
        await press(app, pilot, "5")
        await press(app, pilot, "R")
        assert "Before it can be ready" in screen_text(app)
        await press(app, pilot, "enter")
        assert app.screen is not app.board
        await press(app, pilot, "escape")

        session, claim = app.board.session, app.board.place.claim
        session.rate(claim.id, "false", conclusion="No.")
        session.add_evidence(claim.id, note="Log.", quote="Shut.", url="https://port.example")
        app.board.show_all()
        await press(app, pilot, "R")
        await press(app, pilot, "enter")
        assert newest(case)["status"] == "ready"
        assert await shows(app, pilot, "is ready now")


async def test_a_status_that_cannot_be_is_said_beside_it(open_app: OpenApp, case: Path):
    async with open_app() as (app, pilot):
        await press(app, pilot, "enter", "5")
        app.screen.query_one("#status").value = "ready"
        await press(app, pilot, "ctrl+s")

        assert "has no conclusion" in " ".join(screen_text(app).split())
        assert not (case / "verdicts").exists()


async def test_a_second_reader_is_called_one(open_app: OpenApp, case: Path):
    await judge(open_app)
    await judge(open_app, "Ines", "1")

    record = newest(case)
    assert (record["role"], record.get("blind", False)) == ("second", False)


@pytest.mark.parametrize("size", [(80, 24), (140, 40)])
async def test_a_blind_second_reader_does_not_see_the_first_verdict(
    open_app: OpenApp, case: Path, size
):
    (case / "workbench.toml").write_text("blind_second = true\n")
    await judge(open_app, key="6")
    async with open_app(reviewer="Ines", size=size) as (app, pilot):
        await press(app, pilot, "f", "escape")
        text = screen_text(app)
        assert "the first is hidden until you give yours" in " ".join(text.split())
        assert "misleading" not in text.replace("6 misleading", "")
        await press(app, pilot, "H")
        assert "misleading" not in screen_text(app).replace("6 misleading", "")
        await press(app, pilot, "escape", "R")
        assert "Ada" not in screen_text(app)
        await press(app, pilot, "escape", "1")

        record = newest(case)
        assert (record["blind"], record["role"]) == (True, "second")
        assert "6 misleading" in screen_text(app)
        assert "Ada" in screen_text(app)


async def test_blind_reading_is_turned_on_and_off(open_app: OpenApp):
    await judge(open_app)
    async with open_app(reviewer="Ines") as (app, pilot):
        assert app.board.place.claim.verdicts
        await press(app, pilot, "R", "b")
        assert app.board.place.claim.hides_verdict
        await press(app, pilot, "X")
        assert await shows(app, pilot, "would be missing")
        await press(app, pilot, "R", "b")
        assert app.board.place.claim.verdicts


async def test_a_disagreement_is_decided_by_a_third(open_app: OpenApp, case: Path):
    await judge(open_app)
    await judge(open_app, "Ines", "1")
    async with open_app(reviewer="Bo") as (app, pilot):
        assert app.board.place.claim.is_disputed
        await press(app, pilot, "R")
        assert "an adjudicator" in screen_text(app)
        await press(app, pilot, "a")
        await press(app, pilot, "3", "ctrl+s")

        assert newest(case)["role"] == "adjudicator"
        assert [v.rating for v in app.board.place.claim.verdicts] == ["mixed"]


async def test_what_was_published_is_changed_with_a_reason(open_app: OpenApp, case: Path):
    async with open_app() as (app, pilot):
        session, claim = app.board.session, app.board.place.claim
        session.add_evidence(claim.id, note="Log.", quote="Shut.", url="https://port.example")
        session.rate(claim.id, "false", conclusion="No.", status="published")
        app.board.show_all()
        await press(app, pilot, "enter")
        app.screen.query_one("#rating").value = "true"
        await press(app, pilot, "ctrl+s")
        assert "correction" in screen_text(app)
        app.screen.query_one("#reason").value = "A second log."
        await press(app, pilot, "ctrl+s")

        assert newest(case)["correction"]["reason"] == "A second log."
