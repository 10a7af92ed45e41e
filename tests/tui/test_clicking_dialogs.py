"""The dialogs by the mouse alone: each part is clicked where it is painted, and does its work."""

from pathlib import Path

from textual.events import MouseScrollDown

from tests.tui.conftest import EVENING, OpenApp
from tests.tui.driving import SIZES, click_on, dialog, screen_text, settle, shows
from tests.tui.test_edited import BEFORE, edit, judge
from workbench.tui.filters import Filter


async def opened(app, pilot, *keys: str) -> None:
    """Press some keys, one after the other is done."""
    for key in keys:
        await pilot.press(key)
        await settle(app, pilot)
    app.clear_notifications()
    await pilot.pause(0.1)


@SIZES
async def test_a_verdict_is_written_by_the_mouse(open_app: OpenApp, size):
    async with open_app(size=size) as (app, pilot):
        await opened(app, pilot, "enter")
        await click_on(app, pilot, "mostly false")
        await click_on(app, pilot, "Conclusion")
        assert app.focused.id == "conclusion"
        await pilot.press(*"No")
        await click_on(app, pilot, "second")
        await click_on(app, pilot, "Ctrl+s save")
        await settle(app, pilot)

        (verdict,) = app.board.place.claim.verdicts
        said = (verdict.rating, verdict.conclusion, verdict.role)
        assert said == ("mostly false", "No", "second")
        assert dialog(app) == ""


@SIZES
async def test_a_note_is_written_and_left_by_the_mouse(open_app: OpenApp, size):
    async with open_app(size=size) as (app, pilot):
        await opened(app, pilot, "e")
        await click_on(app, pilot, "refutes")
        await click_on(app, pilot, "Address")
        assert app.focused.id == "url"
        await click_on(app, pilot, "Note ")
        await pilot.press(*"So")
        await click_on(app, pilot, "Esc back")
        assert dialog(app) == ""
        assert app.drafts.get(app.board.place.claim.id, "note")["stance"] == "refutes"


async def test_the_editor_gets_the_field_that_has_the_cursor_when_its_key_is_clicked(
    open_app: OpenApp,
):
    async with open_app(size=(120, 35)) as (app, pilot):
        await opened(app, pilot, "e")
        before = app.focused
        await click_on(app, pilot, "Ctrl+o editor")
        assert app.focused is before
        assert await shows(app, pilot, "cannot be left to another program")


@SIZES
async def test_a_menu_is_gone_through_by_the_mouse(open_app: OpenApp, size):
    async with open_app(size=size) as (app, pilot):
        await opened(app, pilot, "f")
        await click_on(app, pilot, "↓ choose")
        await click_on(app, pilot, "Enter take")
        assert app.board.place.listing.filter is Filter.UNREVIEWED
        await opened(app, pilot, "f")
        await click_on(app, pilot, "contradict each other")
        assert app.board.place.listing.filter is Filter.CONFLICTS
        await opened(app, pilot, "f")
        await click_on(app, pilot, "Esc back")
        assert dialog(app) == ""


@SIZES
async def test_one_of_many_is_picked_by_the_mouse(open_app: OpenApp, size):
    async with open_app(size=size) as (app, pilot):
        await opened(app, pilot, "i")
        await click_on(app, pilot, "Radio bulletin", last=True)
        assert app.board.place.column == 2
        await opened(app, pilot, "i")
        await click_on(app, pilot, "↓ choose")
        await click_on(app, pilot, "Enter go there")
        assert app.board.place.column == 1


@SIZES
async def test_a_claim_is_split_by_the_mouse(open_app: OpenApp, size):
    async with open_app(size=size) as (app, pilot):
        await opened(app, pilot, "right_square_bracket", "S")
        assert dialog(app) == "SplitDialog"
        leaving = screen_text(app).count("leaves")
        await click_on(app, pilot, "stays")
        assert screen_text(app).count("leaves") == leaving + 1
        await click_on(app, pilot, "Space check")
        await click_on(app, pilot, "Enter split")
        assert await shows(app, pilot, "saved")
        assert dialog(app) == ""


@SIZES
async def test_a_verdict_is_handed_on_by_the_mouse(open_app: OpenApp, size):
    async with open_app(size=size) as (app, pilot):
        await opened(app, pilot, "5", "R")
        await click_on(app, pilot, "r write the verdict out")
        assert dialog(app) == "ReviewDialog"
        await click_on(app, pilot, "Esc back")
        await opened(app, pilot, "R")
        await click_on(app, pilot, "Esc back")
        assert dialog(app) == ""


@SIZES
async def test_an_edited_sentence_is_settled_by_the_mouse(open_app: OpenApp, case: Path, size):
    claim_id = await judge(open_app, BEFORE)
    edit(case)
    async with open_app(size=size, filter_=Filter.EDITED) as (app, pilot):
        await click_on(app, pilot, "was edited", last=True)
        assert dialog(app) == "EditedDialog"
        await click_on(app, pilot, "y it is this one")
        await settle(app, pilot)
        assert dialog(app) == ""
        assert not app.board.session.claim(claim_id).lost


@SIZES
async def test_the_case_is_exported_by_the_mouse(open_app: OpenApp, case: Path, size):
    async with open_app(size=size) as (app, pilot):
        await opened(app, pilot, "5", "X")
        await click_on(app, pilot, "Markdown")
        await click_on(app, pilot, "Into")
        assert app.focused.id == "path"
        await click_on(app, pilot, "Ctrl+s")
        assert await shows(app, pilot, "written to")
        assert list(case.glob("*.md"))


@SIZES
async def test_a_line_of_the_help_does_what_it_tells(open_app: OpenApp, size):
    async with open_app(size=size) as (app, pilot):
        await opened(app, pilot, "question_mark")
        await click_on(app, pilot, "Go to the next claim.")
        assert dialog(app) == ""
        assert app.board.place.index == 1


@SIZES
async def test_a_page_is_scrolled_by_the_wheel_and_by_its_keys(open_app: OpenApp, size):
    async with open_app(size=size) as (app, pilot):
        await opened(app, pilot, "question_mark")
        text = app.screen.query_one("#page-text")
        await click_on(app, pilot, "↓ scroll")
        assert text.scroll_offset.y == 1
        await click_on(app, pilot, "↑ ↓")
        assert text.scroll_offset.y == 0
        x, y = text.region.x + 5, text.region.y + 3
        app.post_message(
            MouseScrollDown(None, x, y, 0, 1, 0, False, False, False, screen_x=x, screen_y=y)
        )
        await pilot.pause(0.3)
        assert text.scroll_offset.y > 0


@SIZES
async def test_a_match_is_rejected_on_the_page_that_explains_it(open_app: OpenApp, size):
    async with open_app(size=size) as (app, pilot):
        await opened(app, pilot, "right_square_bracket")
        before = len(app.board.place.claim.appearances)
        await opened(app, pilot, "W")
        assert await shows(app, pilot, "why the sentence in B")
        await click_on(app, pilot, "x it does not")
        await settle(app, pilot)
        assert len(app.board.place.claim.appearances) == before - 1


@SIZES
async def test_an_address_is_copied_by_the_mouse(open_app: OpenApp, case: Path, monkeypatch, size):
    monkeypatch.setenv("SSH_TTY", "/dev/pts/9")  # No browser would come up.
    article = EVENING.replace("---\n\n", "url: https://paper.example/astrid\n---\n\n", 1)
    (case / "articles" / "2-evening.txt").write_text(article, encoding="utf-8")
    async with open_app(size=size) as (app, pilot):
        await click_on(app, pilot, "2-evening.txt")
        assert dialog(app) == "AddressPage"
        await click_on(app, pilot, "c copy")
        assert app.clipboard == "https://paper.example/astrid"
        await click_on(app, pilot, "Esc back")
        assert dialog(app) == ""
