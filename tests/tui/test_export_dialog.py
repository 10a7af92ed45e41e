"""The dialog that exports: the file that the command would write, and nothing over people's work."""

import pytest

from tests.tui.driving import settle, shows
from workbench.publish.formats import FORMATS, export_case
from workbench.tui.dialogs.export import ExportDialog


@pytest.fixture
async def dialog(open_app):
    """The dialog over an open case with one verdict, and the pilot that presses its keys."""
    async with open_app(size=(100, 30)) as (app, pilot):
        await pilot.press("1")
        await settle(app, pilot)
        await pilot.press("X")
        await pilot.pause()
        assert isinstance(app.screen, ExportDialog)
        yield app, pilot


async def test_it_writes_what_the_command_writes(dialog, case):
    app, pilot = dialog

    await pilot.press("t", "ctrl+s")

    assert await shows(app, pilot, "written to")
    written = (case / "claims.csv").read_bytes()
    assert written == export_case(app.board.session, "csv").data


async def test_a_file_that_is_there_is_replaced_at_the_second_press_only(dialog, case):
    app, pilot = dialog
    (case / "report.html").write_text("mine", encoding="utf-8")

    await pilot.press("ctrl+s")
    assert await shows(app, pilot, "There is such a file")
    assert (case / "report.html").read_text(encoding="utf-8") == "mine"

    await pilot.press("ctrl+s")
    assert await shows(app, pilot, "written to")
    assert (case / "report.html").read_bytes().startswith(b"<!doctype html>")


async def test_what_is_left_out_is_said_with_its_reason(dialog):
    app, pilot = dialog

    await pilot.press("r", "ctrl+s")

    assert await shows(app, pilot, "Not in it (1):")
    assert await shows(app, pilot, "is draft")


async def test_an_article_is_never_written_over(dialog, case):
    app, pilot = dialog
    article = case / "articles" / "1-morning.txt"
    before = article.read_bytes()

    app.screen.query_one("#path").value = str(article)
    await pilot.press("ctrl+s", "ctrl+s")

    assert await shows(app, pilot, "is an article of the case")
    assert article.read_bytes() == before


async def test_another_format_offers_another_file(dialog):
    app, _ = dialog

    for known in FORMATS:
        app.screen.query_one("#format").value = known.name
        app.screen._picked()
        assert app.screen.query_one("#path").value.endswith(known.file)


async def test_escape_goes_back(dialog):
    app, pilot = dialog

    await pilot.press("escape")

    assert app.screen is app.board
