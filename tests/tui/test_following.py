"""What others do while the case is open comes up on the screen and is said; nothing is lost by it."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.tui.conftest import OpenApp
from tests.tui.driving import screen_text, settle, shows
from workbench.review.session import ReviewSession
from workbench.tui import watching
from workbench.tui.app import WorkbenchApp


@pytest.fixture(autouse=True)
def look_often(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watching, "PAUSE", 0.02)
    monkeypatch.setattr(watching, "_SETTLING", 0.02)


async def press(app: WorkbenchApp, pilot: Pilot[int], key: str) -> None:
    await pilot.press(key)
    await settle(app, pilot)


async def test_a_record_of_somebody_else_comes_up(open_app: OpenApp, case: Path):
    async with open_app() as (app, pilot):
        other = ReviewSession.open(case, reviewer="Ines")
        other.rate(app.board.place.claim.id, "true")

        assert await shows(app, pilot, "1 new record by Ines.")
        assert "Ines" in screen_text(app)
        assert [v.rating for v in app.board.place.claim.verdicts] == ["true"]


async def test_ones_own_changes_are_no_news(open_app: OpenApp, case: Path):
    async with open_app() as (app, pilot):
        await press(app, pilot, "5")
        await pilot.pause(0.3)

        assert "new record" not in screen_text(app)
        assert "● saved" in screen_text(app)


async def test_what_somebody_else_says_of_the_same_claim_is_a_disagreement(
    open_app: OpenApp, case: Path
):
    async with open_app() as (app, pilot):
        await press(app, pilot, "5")
        claim = app.board.place.claim.id
        ReviewSession.open(case, reviewer="Ines").rate(claim, "true")

        assert await shows(app, pilot, "reviewers disagree")
        assert app.board.session.claim(claim).is_disputed


async def test_a_record_that_is_gone_is_said(open_app: OpenApp, case: Path):
    async with open_app() as (app, pilot):
        await press(app, pilot, "5")
        (path,) = (case / "verdicts").rglob("*.json")
        path.unlink()

        assert await shows(app, pilot, "1 record gone from the disk, 1 of them yours.")
        assert app.board.place.claim.verdicts == ()


async def test_what_is_typed_stays_while_records_come_and_go(open_app: OpenApp, case: Path):
    async with open_app() as (app, pilot):
        await press(app, pilot, "5")
        await pilot.press("e")
        await pilot.pause()
        await pilot.press(*"half")
        (path,) = (case / "verdicts").rglob("*.json")
        path.unlink()
        assert await shows(app, pilot, "gone from the disk")
        await pilot.press(*"way")
        await press(app, pilot, "ctrl+s")

        (record,) = (case / "verdicts").rglob("*-evidence.json")
        assert '"note": "halfway"' in record.read_text(encoding="utf-8")


async def test_a_record_that_cannot_be_read_is_said(open_app: OpenApp, case: Path):
    async with open_app() as (app, pilot):
        await press(app, pilot, "5")
        (path,) = (case / "verdicts").rglob("*.json")
        (path.parent / "01HZZZZZZZZZZZZZZZZZZZZZZZ-verdict.json").write_text("<<<<<<< HEAD\n")

        assert await shows(app, pilot, "A record cannot be read, see !")


async def test_a_hand_edit_comes_up(open_app: OpenApp, case: Path):
    async with open_app() as (app, pilot):
        await press(app, pilot, "5")
        (path,) = (case / "verdicts").rglob("*.json")
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace('"false"', '"true"'), encoding="utf-8")

        assert await shows(app, pilot, "A record was changed on the disk.")
        assert [v.rating for v in app.board.place.claim.verdicts] == ["true"]
