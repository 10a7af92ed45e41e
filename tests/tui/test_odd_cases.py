"""Cases that explain themselves, and articles in every script, readable at every size."""

from pathlib import Path

import pytest

from tests.tui.conftest import OpenApp
from tests.tui.driving import screen_text, settle, shows

SCRIPTS = {
    "wide": (
        "渡し船は月曜の夜に座礁し、12人が負傷したと港湾当局が発表した。船長は警告を受けていた。"
    ),
    "combining": (
        "The cafe\u0301 owner Zoe\u0308 said that 12 people were hurt on Monday n\u0303ight."
    ),
    "emoji": ("The ferry 🚢 carried 214 passengers 👩‍👩‍👧 and 3 dogs 🐕‍🦺 on Monday ⛴️, he said."),
    "right to left": "قالت سلطة الميناء إن العبّارة جنحت مساء الاثنين وأصيب 12 شخصًا.",
}
SIZES = [(60, 16), (80, 24), (120, 35)]


def case_of(tmp_path: Path, *texts: str) -> Path:
    folder = tmp_path / "odd"
    folder.mkdir()
    for number, text in enumerate(texts):
        (folder / f"{number}.txt").write_text(f"{text}\n", encoding="utf-8")
    return folder


@pytest.mark.parametrize("script", SCRIPTS)
async def test_text_in_every_script_is_shown_whole(open_app: OpenApp, tmp_path: Path, script: str):
    text = SCRIPTS[script]
    folder = case_of(tmp_path, text, "The ferry carried 214 passengers on Monday, 12 were hurt.")
    async with open_app(folder, size=SIZES[0]) as (app, pilot):
        app.board.place.put(0, 0)
        app.board.show_all(reveal=True)
        for size in SIZES:
            await pilot.resize_terminal(*size)
            await settle(app, pilot)
            await pilot.pause()
            rows = app.screen._compositor.render_strips()
            assert {row.cell_length for row in rows} == {size[0]}
            column = app.screen.query("ArticleView").first()
            shown = "".join(
                "".join(segment.text for segment in row.crop(*column.region.column_span)).rstrip()
                for row in rows
            )
            unshown = {c for c in text if not c.isspace()} - set(shown)
            assert not unshown, f"{unshown} at {size}"


async def test_one_article_says_that_there_is_nothing_to_compare(open_app: OpenApp, tmp_path: Path):
    async with open_app(case_of(tmp_path, "The ferry carried 214 passengers on Monday.")) as (
        app,
        pilot,
    ):
        assert await shows(app, pilot, "There is one article only")
        assert "0 of 1" in screen_text(app)


async def test_articles_without_a_claim_say_so_and_what_can_be_done(
    open_app: OpenApp, tmp_path: Path
):
    async with open_app(case_of(tmp_path, "Hello?\n\nWhat now?", "Yes?")) as (app, _):
        text = " ".join(screen_text(app).split())
        assert "No sentence of these articles makes a claim that could be checked" in text
        assert "Shift+↓" not in text
        assert "J goes to a sentence, v marks it as a claim" in text


async def test_a_filter_that_lets_nothing_through_says_how_to_get_back(open_app: OpenApp):
    async with open_app() as (app, pilot):
        await pilot.press("f", "d")
        await settle(app, pilot)
        text = " ".join(screen_text(app).split())
        assert "f lists others, Esc lists all." in text


async def test_a_column_without_a_sentence_can_be_gone_to(open_app: OpenApp, tmp_path: Path):
    case = case_of(tmp_path, "Twelve boats sank in the storm off Lindvik on Monday.\n", "")
    async with open_app(case) as (app, pilot):
        for key in ("l", "j", "]", "J", "pagedown", "u"):
            await pilot.press(key)
            await settle(app, pilot)
        assert app.is_running
        assert app.board.place.sentence is None or app.board.place.column == 0
