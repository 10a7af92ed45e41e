"""Whatever is painted as an offer, on every screen, is clicked where it stands, and acts."""

import re
from collections.abc import Iterator

import pytest
from rich.segment import Segment

from tests.tui.conftest import OpenApp
from tests.tui.driving import SIZES, screen_text, settle
from workbench.tui.app import WorkbenchApp

SCREENS = {
    "main": [],
    "found": ["slash", *"ferry", "enter"],
    "marking": ["v"],
    "nothing listed": ["f", "d"],
    "review": ["enter"],
    "evidence": ["e"],
    "export": ["X"],
    "filter": ["f"],
    "join": ["M"],
    "articles": ["i"],
    "why": ["W"],
    "hand over": ["R"],
    "history": ["5", "H"],
    "earlier": ["b"],
    "split": ["right_square_bracket", "S"],
    "help": ["question_mark"],
}
SAID = re.compile(r" *(Mark \d+ words|New here\?) *")
"""What a bar says besides its keys."""


async def opened(app, pilot, keys: list[str]) -> None:
    """Press some keys, one after the other is done."""
    for key in keys:
        await pilot.press(key)
        await settle(app, pilot)
    app.clear_notifications()
    await pilot.pause(0.1)


def painted(app: WorkbenchApp) -> Iterator[tuple[int, int, Segment]]:
    """Every piece of what is on the screen, with the cell that it begins in."""
    for y, strip in enumerate(app.screen._compositor.render_strips()):
        x = 0
        for segment in strip:
            yield x, y, segment
            x += segment.cell_length


def action_at(segment: Segment) -> str:
    return segment.style.meta.get("do", "") if segment.style else ""


@SIZES
@pytest.mark.parametrize("keys", SCREENS.values(), ids=SCREENS)
async def test_what_is_painted_as_an_offer_acts_where_it_is_clicked(
    open_app: OpenApp, habits, keys: list[str], size: tuple[int, int]
):
    habits.unlink()  # So that the hint for beginners is there.
    async with open_app(size=size) as (app, pilot):
        await opened(app, pilot, keys)
        assert dead_keys(app) == []
        places = {
            action: (x, y) for x, y, segment in painted(app) if (action := action_at(segment))
        }
        assert places
        screen, done = app.screen, []

        async def run_action(action: str) -> None:
            done.append(action)

        screen.run_action = run_action
        for action, place in places.items():
            name = action.partition("(")[0]
            assert hasattr(screen, f"action_{name}"), action
            if name == "do":
                assert action.split("'")[1] in app.keymap.by_id
            await pilot.click(offset=place)
            assert done == [action], screen_text(app)
            done.clear()
        del screen.run_action


def dead_keys(app: WorkbenchApp) -> list[str]:
    """What the bars say that does nothing when it is clicked."""
    bars = [bar for bar in app.screen.query("KeyBar, KeyLine, Hint") if bar.display]
    assert bars, "no keys are told at all"
    return [
        segment.text
        for x, y, segment in painted(app)
        if segment.text.strip()
        and any(bar.region.contains(x, y) for bar in bars)
        and not action_at(segment)
        and not SAID.fullmatch(segment.text)
    ]
