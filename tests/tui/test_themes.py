"""A theme that is chosen while a dialog is open is on all of it at once."""

import shutil
from pathlib import Path

import pytest
from rich.style import Style

from tests.tui.conftest import OpenApp
from tests.tui.driving import screen_text, settle
from workbench.tui.palette import WORKBENCH_DARK, WORKBENCH_LIGHT

DIALOGS = {
    "main": [],
    "review": ["enter"],
    "evidence": ["e"],
    "export": ["X"],
    "help": ["question_mark"],
    "filter": ["f"],
    "join": ["M"],
    "why": ["W"],
    "hand over": ["R"],
    "history": ["5", "H"],
    "earlier": ["b"],
    "marking": ["v"],
    "search": ["slash", "f", "e", "r"],
}


def cells(app) -> list[list[tuple[str, Style | None]]]:
    """What is painted, with its colours, row by row."""
    strips = app.screen._compositor.render_strips()
    return [
        [(s.text, s.style and s.style.clear_meta_and_links()) for s in strip] for strip in strips
    ]


async def cells_at_rest(app, pilot) -> list[list[tuple[str, Style | None]]]:
    """What is painted once nothing moves any more: what a dialog searched for is laid out too."""
    await settle(app, pilot)
    seen, again = None, cells(app)
    while seen != again or "Searching" in screen_text(app):
        seen = again
        await pilot.pause(0.1)
        again = cells(app)
    return again


@pytest.mark.parametrize("keys", DIALOGS.values(), ids=DIALOGS)
async def test_it_looks_as_if_opened_in_that_theme(
    open_app: OpenApp, case: Path, tmp_path: Path, keys: list[str]
):
    painted = []
    for first in (WORKBENCH_DARK.name, WORKBENCH_LIGHT.name):
        folder = tmp_path / "as-it-was"
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(case, folder)
        async with open_app(folder, theme=first) as (app, pilot):
            for key in keys:
                await pilot.press(key)
                await settle(app, pilot)
            await cells_at_rest(app, pilot)
            app.clear_notifications()
            app.theme = WORKBENCH_LIGHT.name
            painted.append(await cells_at_rest(app, pilot))
            await pilot.press("escape")

    assert painted[0] == painted[1]
