"""The main screens and dialogs look as they did: at three sizes, in dark, light and without colour.

After a change that is meant: `pytest tests/tui/test_snapshots.py -m "" --update-snapshots`, then look
at what git shows.
"""

from pathlib import Path
from shutil import rmtree

import pytest
from textual.widgets import Input, TextArea

from tests.tui.conftest import OpenApp
from tests.tui.driving import settle, shows
from tests.tui.snapshots import FOLDER, as_file, painted, styles_of, text_of

SIZES = [(80, 24), (120, 35), (200, 50)]
USUAL = (120, 35)
SCREENS: dict[str, tuple[str, ...]] = {
    "main": (),
    "judged": ("5", "j"),
    "found": ("slash", *"captain", "enter"),
    "searching": ("slash", *"captain"),
    "narrowed": ("F", *"captain"),
    "marking": ("J", "v"),
    "jumping": ("s",),
    "evidence": ("e",),
    "verdict": ("enter",),
    "filters": ("f",),
    "why": ("W",),
    "history": ("5", "H"),
    "handing-over": ("5", "R"),
    "earlier": ("5", "j", "b"),
    "export": ("X",),
    "join": ("M",),
    "split": ("S",),
    "help": ("question_mark",),
    "zoomed": ("plus",),
}
FOUND = {"earlier": "check is like it"}
"""What comes up only after a while."""
LOOKS = {"dark": "workbench-dark", "light": "workbench-light", "no colour": "workbench-dark"}


@pytest.fixture
def is_update(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--update-snapshots"))


@pytest.mark.parametrize(
    "size",
    [pytest.param(size, marks=() if size == USUAL else pytest.mark.slow) for size in SIZES],
    ids=lambda size: f"{size[0]}x{size[1]}",
)
@pytest.mark.parametrize("screen", SCREENS)
async def test_the_screen_looks_as_it_did(
    open_app: OpenApp,
    monkeypatch: pytest.MonkeyPatch,
    screen: str,
    size: tuple[int, int],
    is_update: bool,
    case: Path,
):
    text, looks = "", {}
    for look, theme in LOOKS.items():
        if look == "no colour":
            monkeypatch.setenv("NO_COLOR", "1")
        async with open_app(size=size, theme=theme) as (app, pilot):
            for key in SCREENS[screen]:
                await pilot.press(key)
                await settle(app, pilot)
            await pilot.pause(0.3)
            assert await shows(app, pilot, FOUND.get(screen, ""))
            await pilot.pause(0.1)
            for field in app.screen.query("Input, TextArea"):
                assert isinstance(field, Input | TextArea)
                field.cursor_blink = False
                if field.id == "path":
                    field.value = "report.html"  # Not in a folder of this run.
            await pilot.pause()
            rows = painted(app)
            text = text or text_of(rows)
            assert text_of(rows) == text, f"{look} shows other words than dark"
            looks[look] = styles_of(rows)
        rmtree(case / "verdicts", ignore_errors=True)  # The next look begins as this one did.
    path = FOLDER / f"{screen}-{size[0]}x{size[1]}.txt"
    if is_update:
        path.parent.mkdir(exist_ok=True)
        path.write_text(as_file(text, looks), encoding="utf-8")
    assert path.read_text(encoding="utf-8") == as_file(text, looks)
