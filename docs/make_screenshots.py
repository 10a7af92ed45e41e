"""Makes the pictures in the documentation by running the program on `seeds/`.

    .venv/bin/python docs/make_screenshots.py

Writes `docs/images/*.svg`. The pictures name no font that has to be fetched: a browser shows them
in whatever fixed-width font it has. `report.webp` shows the exported web page and needs Chromium.
"""

from __future__ import annotations

import asyncio
import importlib
import re
import shutil
import sys
import tempfile
from pathlib import Path

from workbench.publish.formats import export_case
from workbench.review.session import ReviewSession
from workbench.tui.app import WorkbenchApp

ROOT = Path(__file__).resolve().parent.parent
IMAGES = ROOT / "docs" / "images"
FONTS = "'DejaVu Sans Mono', Menlo, Consolas, 'Liberation Mono', monospace"

PICTURES = {
    "main-dark": ((160, 46), "workbench-dark", ()),
    "main-light": ((160, 46), "workbench-light", ()),
    "small": ((80, 24), "workbench-dark", ()),
    "evidence": ((120, 35), "workbench-dark", ("e",)),
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
    svg = re.sub(r"@font-face\s*\{[^}]*\}", "", svg)
    return re.sub(r"font-family:[^;]+;", f"font-family: {FONTS};", svg)


def report(case: Path, image: Path) -> None:
    """The exported web page as Chromium shows it."""
    sys.path.insert(0, str(ROOT))
    browser = importlib.import_module("tests.publish.browser")
    page = case / "report.html"
    page.write_bytes(export_case(ReviewSession.open(case), "html").data)
    if browser.CHROMIUM is None:
        print(f"no Chromium: {image.name} is left as it was")
        return
    with browser.Browser() as window:
        window.open(page, width=1400, height=1000)
        window.screenshot(image)
    print(f"docs/images/{image.name}")


def main() -> None:
    """Make all pictures on a copy of the case, so that nothing is written into it."""
    IMAGES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        case = Path(folder) / "case"
        for part in ("seeds", "verdicts"):
            shutil.copytree(ROOT / part, case / part)
        shutil.copy(ROOT / "workbench.toml", case)
        for name, (size, theme, keys) in PICTURES.items():
            svg = asyncio.run(picture(case, size, theme, keys))
            (IMAGES / f"{name}.svg").write_text(svg, encoding="utf-8")
            print(f"docs/images/{name}.svg")
        report(case, IMAGES / "report.webp")


if __name__ == "__main__":
    main()
