"""Pictures of screens as readable text: what stands where, and in which style.

A file has the rows of the screen once, and for each look the runs of its styles, row by row: `a12 b3`
is twelve cells in style `a`, then three in `b`; a legend says what the letters mean. Dates are masked,
so that a picture does not depend on the day.
"""

import itertools
import re
from pathlib import Path

from rich.segment import Segment
from rich.style import Style

from workbench.tui.app import WorkbenchApp

FOLDER = Path(__file__).parent / "snapshots"
_DATE = re.compile(r"\d{4}-\d\d-\d\d(?P<hour> \d\d:\d\d)?")


def painted(app: WorkbenchApp) -> list[list[Segment]]:
    """Every row of the screen as it goes to the terminal, after the filters for its colours."""
    rows = []
    ground = app.screen.background_colors[1]
    for strip in app.screen._compositor.render_strips():
        segments = list(strip)
        for line_filter in app.get_line_filters():
            segments = line_filter.apply(segments, ground)
        rows.append(list(Segment.simplify(segments)))
    return rows


def text_of(rows: list[list[Segment]]) -> str:
    """The rows as text."""
    lines = ("".join(segment.text for segment in row).rstrip() for row in rows)
    return _DATE.sub(
        lambda found: "YYYY-MM-DD HH:MM" if found["hour"] else "YYYY-MM-DD", "\n".join(lines)
    )


def styles_of(rows: list[list[Segment]]) -> str:
    """The runs of styles, row by row, and their legend."""
    letters: dict[str, str] = {}
    names = (
        "".join(letters)
        for length in (1, 2)
        for letters in itertools.product("abcdefghijklmnopqrstuvwxyz", repeat=length)
    )
    lines = []
    for row in rows:
        runs = []
        for said, group in itertools.groupby(row, key=lambda segment: _said(segment.style)):
            if said not in letters:
                letters[said] = next(names)
            runs.append(f"{letters[said]}{sum(segment.cell_length for segment in group)}")
        lines.append(" ".join(runs))
    legend = [f"{letter}: {said}" for said, letter in letters.items()]
    return "\n".join([*lines, "", *legend])


def _said(style: Style | None) -> str:
    """A style in words, without what is no look (links and actions)."""
    if style is None:
        return "plain"
    return str(style.clear_meta_and_links())


def as_file(text: str, looks: dict[str, str]) -> str:
    """The contents of a picture's file."""
    parts = [text, *(f"=== {name}\n{styles}" for name, styles in looks.items())]
    return "\n\n".join(parts) + "\n"
