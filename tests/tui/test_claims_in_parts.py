"""Of a large case the claims in view come first, can be judged at once, and stay where they are."""

from pathlib import Path
from threading import Event

import pytest
from textual.pilot import Pilot
from textual.widgets import TextArea

from tests.tui.conftest import EVENING, MORNING, RADIO
from tests.tui.driving import screen_text, settle, shows
from workbench.matching import candidates, early, engine
from workbench.matching.early import Audience
from workbench.review import apart, opening
from workbench.review.errors import NotCompared
from workbench.review.session import ReviewSession
from workbench.review.spans import span_of
from workbench.tui.app import WorkbenchApp
from workbench.tui.widgets.article_view import ArticleView

SIZE = (160, 40)
"""Three columns and the list."""

MILL = """\
A blaze destroyed the cotton mill in Morham and {} weavers lost their looms.

Insurers accused landlord Vera Quint of blocking the fire exits.

Sprinklers had failed an inspection last winter.

{}
"""
OWN = ("Pigeons nested behind the chimney.", "Bakers gave away bread.", "Trams stood idle.")


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """Three reports of a ferry and three of a mill, of which the ferry's come first by name."""
    folder = tmp_path / "two"
    (folder / "articles").mkdir(parents=True)
    for name, text in (("1-morning", MORNING), ("2-evening", EVENING), ("3-radio", RADIO)):
        (folder / "articles" / f"{name}.txt").write_text(text, encoding="utf-8")
    for number, own in enumerate(OWN):
        text = MILL.format(12 + number, own)
        (folder / "articles" / f"{number + 4}-mill.txt").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Event:
    """Each time something was told early, the comparing waits for the gate to open."""
    gate = Event()

    def in_parts(articles, report, is_cancelled, packed, audience):
        del packed
        if audience is None:
            return engine.match_articles(articles)
        look = Event()
        while not audience.wanted():  # Until articles are on the screen.
            look.wait(0.01)

        def share(*part):
            audience.share(*part)
            gate.wait(10)

        return engine.match_articles(
            articles, report=report, audience=Audience(audience.wanted, share)
        )

    monkeypatch.setattr(candidates, "BLOCK_FROM_ARTICLES", 3)
    monkeypatch.setattr(opening, "APART_FROM", 1)
    monkeypatch.setattr(apart, "match_apart", in_parts)
    return gate


async def opened(app: WorkbenchApp, pilot: Pilot[int]) -> None:
    """Wait until the claims of the ferry are there, and no others."""
    await settle(app, pilot)
    assert await shows(app, pilot, "claims reviewed")
    assert app.board.session.is_partial
    assert app.board.session.uncompared == {3, 4, 5}


async def complete(app: WorkbenchApp, pilot: Pilot[int], gate: Event) -> None:
    """Let all claims come."""
    gate.set()
    for _ in range(500):
        await pilot.pause(0.01)
        if not app.board.session.is_partial:
            break
    await pilot.pause()
    assert not app.board.session.is_partial


async def test_claims_in_view_are_judged_while_other_articles_are_compared(case: Path, gate: Event):
    app = WorkbenchApp(case, reviewer="Ada")
    async with app.run_test(size=SIZE) as pilot:
        await opened(app, pilot)
        judged = app.board.place.claim
        await pilot.press("5")
        assert await shows(app, pilot, "● saved")
        assert len([*(case / "verdicts").rglob("*.json")]) == 1

        await complete(app, pilot, gate)
        claim = app.board.place.claim
        assert claim.id == judged.id
        assert [*map(span_of, claim.appearances)] == [*map(span_of, judged.appearances)]
        assert [verdict.rating for verdict in claim.verdicts] == ["false"]


async def test_claims_bear_the_numbers_of_the_whole_case_once_all_are_there(
    case: Path, gate: Event
):
    app = WorkbenchApp(case, reviewer="Ada")
    async with app.run_test(size=SIZE) as pilot:
        await opened(app, pilot)
        await complete(app, pilot, gate)
        whole = type(app.board.session).open(case, reviewer="Ada")
        assert app.board.session.claims == whole.claims


async def test_the_screen_says_what_is_still_to_come(case: Path, gate: Event):
    app = WorkbenchApp(case, reviewer="Ada")
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await opened(app, pilot)
        assert await shows(app, pilot, "comparing ")
        await pilot.press("full_stop")
        assert await shows(app, pilot, "being compared")
        await pilot.press("X")
        assert await shows(app, pilot, "Wait until all articles have been compared")
        await complete(app, pilot, gate)
        assert await shows(app, pilot, "numbered anew")
        assert "being compared" not in screen_text(app)


async def test_a_note_that_is_being_typed_is_not_disturbed(case: Path, gate: Event):
    app = WorkbenchApp(case, reviewer="Ada")
    async with app.run_test(size=SIZE) as pilot:
        await opened(app, pilot)
        judged, before = app.board.place.claim.id, app.board.session.claims
        await pilot.press("e", *"The log")
        gate.set()
        await pilot.press(*" says so")
        await pilot.pause(0.3)
        assert app.board.session.claims is before
        assert app.screen.query(TextArea).first().text == "The log says so"

        await pilot.press("ctrl+s")
        await complete(app, pilot, gate)
        claim = app.board.session.claim(judged)
        assert [note.note for note in claim.evidence] == ["The log says so"]
        assert app.board.place.claim == claim


@pytest.mark.parametrize("keys", ["/", "v", "s"], ids=["searching", "marking", "jumping"])
async def test_what_one_is_in_the_middle_of_comes_first(case: Path, gate: Event, keys: str):
    app = WorkbenchApp(case, reviewer="Ada")
    async with app.run_test(size=SIZE) as pilot:
        await opened(app, pilot)
        await pilot.press(keys)
        await pilot.pause()
        assert app.board.is_busy
        gate.set()
        await pilot.pause(0.3)
        assert app.board.session.is_partial
        await pilot.press("escape")
        await complete(app, pilot, gate)


async def test_the_reader_stays_at_the_same_words(case: Path, gate: Event):
    filler = "".join(f"Nobody counted the gulls of pier {n}.\n\n" for n in range(200))
    article = case / "articles" / "2-evening.txt"
    article.write_text(article.read_text("utf-8") + filler, "utf-8")
    app = WorkbenchApp(case, reviewer="Ada")
    async with app.run_test(size=SIZE) as pilot:
        await opened(app, pilot)
        await pilot.press("tab", "pagedown", "pagedown", "pagedown")
        await pilot.pause()
        tops, spot = [view.top for view in app.board.query(ArticleView)], app.board.place.spot
        assert any(tops)
        await complete(app, pilot, gate)
        assert [view.top for view in app.board.query(ArticleView)] == tops
        assert app.board.place.spot == spot


async def test_the_current_claim_stays_in_its_row_of_the_list(case: Path, gate: Event):
    article = case / "articles" / "2-evening.txt"
    paid = "The ministry paid {0} million euros to {0} owners in May 20{0}, the auditor said.\n\n"
    filler = "".join(paid.format(n) for n in range(10, 60))
    article.write_text(article.read_text("utf-8") + filler, "utf-8")

    def row_of(claim_text: str) -> int:
        rows = [row[:44] for row in screen_text(app).splitlines()]
        return next(at for at, row in enumerate(rows) if claim_text[:20] in row and "▌" in row)

    app = WorkbenchApp(case, reviewer="Ada")
    async with app.run_test(size=SIZE) as pilot:
        await opened(app, pilot)
        await pilot.press(*["j"] * 25)
        await pilot.pause()
        text = app.board.place.claim.text
        index, row = app.board.place.index, row_of(text)
        await complete(app, pilot, gate)
        assert app.board.place.index > index
        assert row_of(text) == row


async def test_articles_that_are_turned_to_come_next(case: Path, gate: Event):
    app = WorkbenchApp(case, reviewer="Ada")
    async with app.run_test(size=SIZE) as pilot:
        await opened(app, pilot)
        assert app.board.in_view == (0, 1, 2)
        await pilot.press("full_stop")
        await pilot.pause()
        assert app.board.in_view == (3, 4, 5)
        await complete(app, pilot, gate)


async def test_claims_of_a_large_block_can_be_judged_before_it_is_compared(
    case: Path, gate: Event, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(early, "LARGE_BLOCK", 1)
    app = WorkbenchApp(case, reviewer="Ada")
    async with app.run_test(size=SIZE) as pilot:
        await settle(app, pilot)
        assert await shows(app, pilot, "claims reviewed")
        assert app.board.session.uncompared == {0, 1, 2, 3, 4, 5}
        assert "being compared" in screen_text(app)
        judged = app.board.place.claim
        assert judged.is_shared
        await pilot.press("5")
        assert await shows(app, pilot, "● saved")

        await complete(app, pilot, gate)
        claim = app.board.place.claim
        assert (claim.id, claim.text) == (judged.id, judged.text)
        assert {*map(span_of, judged.appearances)} <= {*map(span_of, claim.appearances)}
        assert [verdict.rating for verdict in claim.verdicts] == ["false"]


async def test_leaving_waits_for_nobody(case: Path, gate: Event):
    app = WorkbenchApp(case, reviewer="Ada")
    async with app.run_test(size=SIZE) as pilot:
        await opened(app, pilot)
        await pilot.press("q")
        await pilot.pause()
        assert app.return_code == 0
    app.session_thread.stop()
    assert not gate.is_set()
    gate.set()


async def test_of_a_case_that_could_not_be_compared_the_verdicts_are_there(
    case: Path, gate: Event, monkeypatch: pytest.MonkeyPatch
):
    gate.set()
    session = ReviewSession.open(case, reviewer="Ada")
    session.rate(next(c.id for c in session.claims if c.is_shared), "false")

    def die(*_):
        raise NotCompared("The articles could not be compared: no memory.")

    monkeypatch.setattr(apart, "match_apart", die)
    app = WorkbenchApp(case, reviewer="Ada")
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await settle(app, pilot)
        assert await shows(app, pilot, "The articles could not be compared: no memory.")
        assert [len(claim.verdicts) for claim in app.board.session.claims] == [1]
        assert "not compared" in screen_text(app)
        await pilot.press("9")
        assert await shows(app, pilot, "● saved")
