"""Makes the pictures in the documentation by running the program on `seeds/`.

    .venv/bin/python docs/make_screenshots.py

Writes `docs/images/*.svg`; a test says when they show another screen than the program does. The
pictures name no font that has to be fetched: a browser shows them in whatever fixed-width font it
has.
"""

from __future__ import annotations

import asyncio
import html
import os
import re
import shutil
import tempfile
from pathlib import Path

from workbench.records.own_state import keep_state, state_folder
from workbench.tui.app import WorkbenchApp

ROOT = Path(__file__).resolve().parent.parent
IMAGES = ROOT / "docs" / "images"
FONTS = "'DejaVu Sans Mono', Menlo, Consolas, 'Liberation Mono', monospace"

PICTURES: dict[str, tuple[tuple[int, int], str, tuple[str, ...]]] = {
    "main-dark": ((160, 46), "workbench-dark", ()),
    "main-light": ((160, 46), "workbench-light", ()),
    "contrast": ((120, 35), "workbench-contrast", ()),
    "small": ((80, 24), "workbench-dark", ()),
    "evidence": ((120, 35), "workbench-dark", ("e",)),
    "review": ((120, 35), "workbench-light", ("j", "j", "enter")),
    "filters": ((120, 35), "workbench-dark", ("f",)),
    "search": ((120, 35), "workbench-light", ("slash", *"blackmail")),
    "jump": ((120, 35), "workbench-dark", ("s",)),
}
"""For each picture: size in cells, theme, keys to press first."""


async def picture(case: Path, size: tuple[int, int], theme: str, keys: tuple[str, ...]) -> str:
    """The screen as SVG after some keys."""
    app = WorkbenchApp(case, reviewer="Ada", theme=theme)
    async with app.run_test(size=size) as pilot:
        while not app.board.is_open or app.session_thread.pending:
            await pilot.pause(0.05)
        await pilot.pause(0.2)
        for key in keys:
            await pilot.press(key)
            await pilot.pause(0.2)
        svg = app.export_screenshot(title="workbench")
    app.session_thread.stop()
    svg = re.sub(r"@font-face\s*\{[^}]*\}", "", svg)
    svg = re.sub(r"terminal-\d+", "terminal", svg)
    svg = re.sub(r"\d{4}-\d\d-\d\d(?=</text>)", "2026-11-22", svg)
    return re.sub(r"font-family:[^;]+;", f"font-family: {FONTS};", svg)


def pictures() -> dict[str, str]:
    """All pictures by name, made on a copy of the case, so that nothing is written into it."""
    made: dict[str, str] = {}
    with tempfile.TemporaryDirectory() as folder:
        case = Path(folder) / "case"
        for part in ("seeds", "verdicts"):
            shutil.copytree(ROOT / part, case / part)
        shutil.copy(ROOT / "workbench.toml", case)
        for name, (size, theme, keys) in PICTURES.items():
            made[name] = asyncio.run(picture(case, size, theme, keys))
    return made


def words(svg: str) -> list[str]:
    """What a picture says, piece by piece."""
    pieces = re.findall(r"<text[^>]*>([^<]*)</text>", svg)
    return [said for piece in pieces if (said := html.unescape(piece).replace("\xa0", " ").strip())]


def main() -> None:
    """Make all pictures as somebody sees them who has used the program before."""
    IMAGES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as home:
        os.environ |= {"XDG_STATE_HOME": home, "LOCALAPPDATA": home, "HOME": home}
        keep_state(state_folder() / "habits.json", {"actions": 1_000})
        for name, svg in pictures().items():
            (IMAGES / f"{name}.svg").write_text(svg, encoding="utf-8")
            print(f"docs/images/{name}.svg")


if __name__ == "__main__":
    main()
