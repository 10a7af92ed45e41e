"""What is on the main screen can be clicked, and does what its key does."""

from pathlib import Path

from textual.events import MouseScrollDown

from tests.tui.conftest import OpenApp
from tests.tui.driving import screen_text, settle, shows
from workbench.tui.filters import Filter
from workbench.tui.widgets.article_view import ArticleView


async def click_on(app, pilot, words: str, *, last: bool = False) -> None:
    """Click on the first, or last, place where some words stand on the screen."""
    rows = screen_text(app).split("\n")
    found = [(row.index(words), y) for y, row in enumerate(rows) if words in row]
    await pilot.click(offset=found[-1 if last else 0])
    await settle(app, pilot)


async def test_a_rating_in_the_strip_rates(open_app: OpenApp):
    async with open_app() as (app, pilot):
        await click_on(app, pilot, "mostly false")

        assert [v.rating for v in app.board.place.claim.verdicts] == ["mostly false"]


async def test_a_sentence_in_the_strip_is_gone_to(open_app: OpenApp):
    async with open_app() as (app, pilot):
        before = app.board.place.claim.id
        await click_on(app, pilot, "The captain received no warning", last=True)

        place = app.board.place
        assert place.claim.id == before
        assert "no warning" in place.session.articles[place.column].sentence_text(place.sentence)


async def test_the_verdict_opens_the_review(open_app: OpenApp):
    async with open_app() as (app, pilot):
        await pilot.press("5")
        await settle(app, pilot)
        await click_on(app, pilot, "you, ", last=True)

        assert type(app.screen).__name__ == "ReviewDialog"


async def test_the_evidence_line_opens_a_note(open_app: OpenApp):
    async with open_app() as (app, pilot):
        await click_on(app, pilot, "adds a note")

        assert type(app.screen).__name__ == "EvidenceDialog"


async def test_a_count_in_the_header_lists_what_it_counts(open_app: OpenApp):
    async with open_app() as (app, pilot):
        await click_on(app, pilot, "1 conflict")
        assert app.board.place.listing.filter is Filter.CONFLICTS
        await click_on(app, pilot, "1 conflict")
        assert app.board.place.listing.filter is Filter.ALL


async def test_the_keys_at_the_bottom_do_what_they_say(open_app: OpenApp):
    async with open_app() as (app, pilot):
        await click_on(app, pilot, "j k next", last=True)
        assert app.board.place.index == 1
        await click_on(app, pilot, "? help", last=True)
        assert "Keys and signs" in screen_text(app)


async def test_a_claim_and_a_sentence_are_clicked_on(open_app: OpenApp):
    async with open_app() as (app, pilot):
        last = app.board.place.listed[-1]
        await click_on(app, pilot, last.text[:15])
        assert app.board.place.claim.id == last.id


async def test_a_click_on_an_article_writes_nothing(open_app: OpenApp, case: Path):
    (case / "articles" / "0-sly.txt").write_text(
        "[@click=app.quit]A word[/] and do('rate', 1) stand here.", encoding="utf-8"
    )
    async with open_app(size=(250, 40)) as (app, pilot):
        await click_on(app, pilot, "do('rate', 1)")

        assert app.is_running
        assert not (case / "verdicts").exists()


async def test_the_wheel_scrolls_an_article(open_app: OpenApp, case: Path):
    text = "\n\n".join(f"The dam held on day {n} of the flood." for n in range(99))
    (case / "articles" / "0-long.txt").write_text(text, "utf-8")
    async with open_app(size=(250, 40)) as (app, pilot):
        view = app.board.query(ArticleView).first()
        view.post_message(
            MouseScrollDown(view, 5, 5, 0, 1, 0, False, False, False, screen_x=5, screen_y=5)
        )
        await pilot.pause(0.3)

        assert view.scroll_offset.y > 0


async def test_why_is_asked_by_a_click(open_app: OpenApp):
    async with open_app() as (app, pilot):
        await click_on(app, pilot, "W why?")

        assert await shows(app, pilot, "why the sentence in")
