"""How the articles are laid beside each other: in which order, which are put away."""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Arrangement:
    """The articles from left to right.

    Attributes:
        order: Every article of the case, by index.
        hidden: Those that are put away.
        is_zoomed: Whether one article has the whole width.
    """

    order: tuple[int, ...]
    hidden: frozenset[int] = frozenset()
    is_zoomed: bool = False

    @property
    def shown(self) -> tuple[int, ...]:
        """The articles that are not put away, from left to right."""
        return tuple(article for article in self.order if article not in self.hidden)

    def without(self, article: int) -> Arrangement:
        """With one article put away; the last one stays."""
        if self.shown == (article,):
            return self
        return replace(self, hidden=self.hidden | {article})

    def including(self, article: int) -> Arrangement:
        """With one article brought back."""
        return replace(self, hidden=self.hidden - {article})

    def whole(self) -> Arrangement:
        """With every article brought back, side by side."""
        return replace(self, hidden=frozenset(), is_zoomed=False)

    def zoomed(self, on: bool) -> Arrangement:
        """With one article alone, or not."""
        return replace(self, is_zoomed=on)

    def moved(self, article: int, by: int) -> Arrangement:
        """With an article in the place of its neighbour to the left (-1) or right (1)."""
        shown = self.shown
        target = shown.index(article) + by
        if not 0 <= target < len(shown):
            return self
        order = list(self.order)
        here, there = order.index(article), order.index(shown[target])
        order.insert(there, order.pop(here))
        return replace(self, order=tuple(order))
