"""One line for people who see the program for the first time; it goes away for ever."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.tui.keymap import keys_in_bar
from workbench.tui.paint import Run, clickable, strip_of
from workbench.tui.widgets.drawn import Drawn

if TYPE_CHECKING:
    from textual.strip import Strip

    from workbench.tui.keymap import Keymap

_SAID = (
    ("rate", "rates it"),
    ("evidence", "adds evidence"),
    ("next_claim", "goes on"),
    ("leave", "leaves, all is saved"),
)


class Hint(Drawn, can_focus=False):
    """How to begin, above the keys."""

    DEFAULT_CSS = "Hint { height: 1; background: $panel; }"

    def __init__(self, keymap: Keymap) -> None:
        super().__init__()
        self._keymap = keymap

    def render_line(self, y: int) -> Strip:
        """The one row."""
        palette = self.palette
        runs: list[Run] = [(" New here?  ", palette.bar_strong)]
        for action, does in _SAID:
            key, _ = keys_in_bar(self._keymap.by_id[action])[0]
            entry: list[Run] = [(key, palette.bar_accent), (f" {does}  ", palette.bar)]
            runs += clickable(entry, f"do('{action}')")
        return strip_of(runs, self.size.width, palette.bar)
