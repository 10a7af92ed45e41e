"""Waiting for the app, and reading its screen."""

import pytest
from rich.cells import cell_len
from textual.pilot import Pilot

from workbench.tui.app import WorkbenchApp

LARGER = pytest.param((120, 35), marks=pytest.mark.slow, id="120x35")
SIZES = pytest.mark.parametrize("size", [pytest.param((80, 24), id="80x24"), LARGER])
"""Where things are clicked: in the smallest window that people use, and in a larger one."""


async def settle(app: WorkbenchApp, pilot: Pilot[int]) -> None:
    """Wait until nothing is being read or saved, and what came of it is on the screen."""
    for _ in range(500):
        await pilot.pause(0.01)
        if not app.session_thread.pending and (app.board.is_open or app.failure):
            break
    await pilot.pause()


async def opened(app: WorkbenchApp, pilot: Pilot[int]) -> None:
    """Wait until all of a case is open: its articles, and the claims that come after them."""
    await settle(app, pilot)
    for _ in range(500):
        if app.failure or (app.board.session.is_compared and not app.board.session.is_partial):
            break
        await pilot.pause(0.01)
    await settle(app, pilot)


def dialog(app: WorkbenchApp) -> str:
    """What lies over the main screen, by the name of its class."""
    return "" if app.screen is app.board else type(app.screen).__name__


def screen_text(app: WorkbenchApp) -> str:
    """What is on the screen, row by row."""
    lines = app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in line) for line in lines)


async def click_on(
    app: WorkbenchApp, pilot: Pilot[int], words: str, *, last: bool = False, times: int = 1
) -> None:
    """Click on the first, or last, place where some words stand on the screen."""
    rows = screen_text(app).split("\n")
    places = [(cell_len(row[: row.index(words)]), y) for y, row in enumerate(rows) if words in row]
    assert places, f"{words!r} is not on the screen"
    await pilot.click(offset=places[-1 if last else 0], times=times)
    await settle(app, pilot)


async def shows(app: WorkbenchApp, pilot: Pilot[int], text: str) -> bool:
    """Whether a text comes up on the screen within a second or two; toasts take a moment."""
    for _ in range(100):
        if text in screen_text(app):
            return True
        await pilot.pause(0.02)
    return False
