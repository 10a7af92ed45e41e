"""The last lines of a dialog: which keys do what in it. Each of them can be clicked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from workbench.tui.paint import Run, cells_of, clickable
from workbench.tui.widgets.lines import Lines

if TYPE_CHECKING:
    from collections.abc import Iterable

_GAP = 3
"""Cells between two offers."""


class Offered(NamedTuple):
    """Something that can be done.

    Attributes:
        key: As a person reads it; a sign that stands for a key.
        does: What it does, in a few words that are safe to show; empty if the next offer says it.
        action: The screen's action, as Textual writes them.
    """

    key: str
    does: str
    action: str


class KeyLine(Lines):
    """What can be done, side by side as far as there is room, or one below the other."""

    def __init__(self, offers: Iterable[Offered], *, is_list: bool = False, **options: Any) -> None:
        """Offer something.

        Args:
            offers: What can be done.
            is_list: Whether each has a line of its own.
            options: Those of every widget.
        """
        super().__init__(**options)
        self._is_list = is_list
        self.offer(offers)

    def offer(self, offers: Iterable[Offered]) -> None:
        """Offer something else."""
        self._offers = tuple(offers)
        self.forget()

    def lines(self, width: int) -> list[list[Run]]:
        """As few lines as can be."""
        palette = self.palette
        key_style = palette.over(palette.accent, palette.side)
        widest = max((len(offer.key) for offer in self._offers), default=0)
        lines: list[list[Run]] = []
        for offer in self._offers:
            key = offer.key.rjust(widest + 2) if self._is_list else offer.key
            does = f" {offer.does}" if offer.does else ""
            runs = clickable([(key, key_style), (does, palette.side_muted)], offer.action)
            gap = [(" " * (_GAP if offer.does else 1), palette.side)]
            if not lines or self._is_list or cells_of([*lines[-1], *runs]) > width:
                lines.append([])
            lines[-1] += [*runs, *gap]
        return lines
