"""A judged sentence whose article was edited: never moved silently, settled by a person."""

import json
from pathlib import Path

from tests.tui.conftest import OpenApp
from tests.tui.driving import screen_text, settle, shows
from workbench.review.model import Origin

BEFORE = "The ferry was built in 1987 and carried 214 passengers."
AFTER = "The ferry was built in 1987 and carried 241 passengers, the owners said."


async def judge(open_app: OpenApp, text: str) -> str:
    """Rate the claim that has a sentence; returns its id."""
    async with open_app() as (app, pilot):
        while app.board.place.claim.text != text:
            before = app.board.place.claim.id
            await pilot.press("j")
            assert app.board.place.claim.id != before, f"no claim is worded {text!r}"
        await pilot.press("5")
        await settle(app, pilot)
        return app.board.place.claim.id


def edit(case: Path) -> None:
    article = case / "articles" / "1-morning.txt"
    text = article.read_text(encoding="utf-8")
    assert BEFORE in text
    article.write_text(text.replace(BEFORE, AFTER), encoding="utf-8")


async def go_to(app, pilot, claim_id: str) -> None:
    app.board.place.go_to(claim_id)
    app.board.show_all(reveal=True)
    await pilot.pause()


async def test_an_edited_sentence_is_shown_and_carries_no_verdict(open_app: OpenApp, case: Path):
    claim_id = await judge(open_app, BEFORE)
    edit(case)

    async with open_app() as (app, pilot):
        await go_to(app, pilot, claim_id)
        assert await shows(app, pilot, "was edited")
        assert "1 text changed" in screen_text(app)
        claim = app.board.session.claim(claim_id)
        judged = [
            app.board.session.articles[a.article].text[a.start : a.end]
            for a in claim.appearances
            if a.origin is not Origin.MATCHED
        ]
        assert AFTER not in judged


async def test_a_person_says_where_it_is_now(open_app: OpenApp, case: Path):
    claim_id = await judge(open_app, BEFORE)
    edit(case)

    async with open_app() as (app, pilot):
        await go_to(app, pilot, claim_id)
        await pilot.press("a")
        await pilot.pause()
        assert await shows(app, pilot, "241 passengers")
        await pilot.press("y")
        await settle(app, pilot)

        claim = app.board.session.claim(claim_id)
        texts = [
            app.board.session.articles[a.article].text[a.start : a.end] for a in claim.appearances
        ]
        assert AFTER in texts
        assert claim.lost == ()
        records = [
            json.loads(p.read_text("utf-8")) for p in (case / "verdicts").rglob("*-link.json")
        ]
        assert records[0]["added"][0]["quote"]["exact"] == AFTER
        assert records[0]["rejected"][0]["quote"]["exact"] == BEFORE

    async with open_app() as (app, _):
        assert app.board.session.claim(claim_id).lost == ()


async def test_a_person_says_that_it_is_gone(open_app: OpenApp, case: Path):
    claim_id = await judge(open_app, BEFORE)
    edit(case)

    async with open_app() as (app, pilot):
        await go_to(app, pilot, claim_id)
        await pilot.press("a")
        await pilot.pause()
        await pilot.press("n")
        await settle(app, pilot)

        claim = app.board.session.claim(claim_id)
        assert claim.lost == ()
        assert [v.rating for v in claim.verdicts] == ["false"]


async def test_deciding_later_writes_nothing(open_app: OpenApp, case: Path):
    claim_id = await judge(open_app, BEFORE)
    edit(case)
    before = sorted(path.name for path in (case / "verdicts").rglob("*.json"))

    async with open_app() as (app, pilot):
        await go_to(app, pilot, claim_id)
        await pilot.press("a", "escape")
        await settle(app, pilot)

    assert sorted(path.name for path in (case / "verdicts").rglob("*.json")) == before
