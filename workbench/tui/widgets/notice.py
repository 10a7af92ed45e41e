"""What stands where the articles would be: how far the reading is, or why they cannot be shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.strip import Strip

from workbench.tui.paint import flow, offering, strip_of
from workbench.tui.widgets.drawn import Drawn

if TYPE_CHECKING:
    from collections.abc import Sequence

_WORDS = {
    "reading": "Reading the articles",
    "matching": "Comparing sentences",
    "records": "Reading verdicts and evidence",
}
_BAR = 40


def activity(stage: str, done: int, total: int) -> str:
    """What is being done and how far it is, in a few words."""
    count = f" · {done:,} of {total:,}" if total > 1 else ""
    return f"{_WORDS.get(stage, stage)}{count}"


class Notice(Drawn, can_focus=False):
    """A progress bar in the middle, or a sentence that says why there is nothing to show."""

    DEFAULT_CSS = "Notice { width: 1fr; height: 1fr; background: $background; }"

    def __init__(self) -> None:
        super().__init__()
        self._stage = "reading"
        self._done = self._total = 0
        self._message: Sequence[tuple[str, str]] = ()

    def show(self, stage: str, done: int, total: int) -> None:
        """Show how far it is; `done` of `total`."""
        self._stage, self._done, self._total = stage, done, total
        self.refresh()

    def say(self, message: Sequence[tuple[str, str]]) -> None:
        """Show a sentence instead of the bar.

        Args:
            message: In pieces, each with the action that a click on it does, if any.
        """
        self._message = message
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """A row: the words in the middle, the bar under them."""
        palette, width = self.palette, self.size.width
        top = max(0, self.size.height // 2 - 2)
        if self._message:
            lines = flow(offering(self._message, palette.text), min(width - 4, 76), palette.text)
            row = y - top
            if 0 <= row < len(lines):
                margin = " " * max(2, (width - 76) // 2)
                return strip_of([(margin, palette.text), *lines[row]], width, palette.text)
            return Strip.blank(width, palette.text)
        cells = min(_BAR, max(4, width - 4))
        pad = (" " * max(0, (width - cells) // 2), palette.text)
        if y == top:
            words = activity(self._stage, self._done, self._total)
            return strip_of([pad, (words, palette.text)], width, palette.text)
        if y == top + 1:
            done = cells * self._done // self._total if self._total else 0
            bar = [("━" * done, palette.accent), ("━" * (cells - done), palette.faint)]
            return strip_of([pad, *bar], width, palette.text)
        return Strip.blank(width, palette.text)
