"""The list of claims, two rows each, drawn line by line: thousands cost what a screenful does."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from workbench.tui.filters import Filter
from workbench.tui.jumping import Target
from workbench.tui.listing import Listing
from workbench.tui.orders import Order
from workbench.tui.paint import Run, cut, laid_over, spread, strip_of
from workbench.tui.widgets.drawn import Drawn
from workbench.tui.wording import GLYPH_WORDS, articles_text, glyph_of, verdicts_text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from rich.style import Style
    from textual import events

    from workbench.review.model import Claim
    from workbench.review.session import ReviewSession
    from workbench.tui.palette import Palette
    from workbench.tui.place import Place
    from workbench.tui.wording import Glyph

_ROWS = 2
"""Rows a claim."""
_HEAD = 3
"""Rows above the first claim: which, in which order, and a blank."""


class ClaimList(ScrollView, Drawn, can_focus=False):
    """The claims that the filter lets through."""

    DEFAULT_CSS = """
    ClaimList {
        overflow-x: hidden;
        overflow-y: auto;
        scrollbar-size-vertical: 1;
        scrollbar-color: $foreground 16%;
        scrollbar-background: $surface;
        scrollbar-background-hover: $surface;
        scrollbar-background-active: $surface;
        background: $surface;
    }
    """

    @dataclass
    class Chosen(Message):
        """A claim was clicked.

        Attributes:
            claim_id: Which.
            is_twice: Whether for the second time in a row.
        """

        claim_id: str
        is_twice: bool

    def __init__(self, palette: Palette) -> None:
        super().__init__()
        self._palette = palette
        self._claims: Sequence[Claim] = ()
        self._current = -1
        self._listing = Listing()
        self._session: ReviewSession | None = None
        self._labels: Mapping[int, str] = {}

    def show(self, place: Place, palette: Palette) -> None:
        """Show the claims that a place lists.

        Args:
            place: Where the person is.
            palette: The colours.
        """
        before, shown = self._current, (self._claims, self._listing, self._palette)
        self._claims, self._listing, self._palette = place.listed, place.listing, palette
        self._session, self._current = place.session, place.index
        if shown != (self._claims, self._listing, palette):
            self.virtual_size = Size(self.size.width, _HEAD + _ROWS * len(self._claims))
            if shown[1] == self._listing and len(shown[0]) != len(self._claims):
                self._stay_with(shown[0], before)
            self.refresh()
        else:
            for index in {before, self._current}:
                self.refresh_lines(_HEAD + index * _ROWS, _ROWS)
        self._reveal()

    def targets(self) -> list[Target]:
        """The claims in view, by their line."""
        first = max(0, (self.scroll_offset.y - _HEAD + _ROWS - 1) // _ROWS)
        bottom = self.scroll_offset.y + self.scrollable_content_region.height
        last = (bottom - _HEAD + _ROWS - 1) // _ROWS
        shown = range(first, min(max(last, 0), len(self._claims)))
        return [Target(-1, index, claim_id=self._claims[index].id) for index in shown]

    def show_labels(self, labels: Mapping[int, str]) -> None:
        """Put labels in the place of some claims' numbers, by their line; or take them away."""
        if labels != self._labels:
            self._labels = labels
            self.refresh()

    def on_resize(self) -> None:
        """Keep the current claim in view."""
        self.virtual_size = Size(self.size.width, _HEAD + _ROWS * len(self._claims))
        self._reveal()

    async def on_click(self, event: events.Click) -> None:
        """Tell which claim was clicked, write on it at the second click; the head lists others."""
        row = event.y + self.scroll_offset.y
        index = (row - _HEAD) // _ROWS
        if row < _HEAD:
            below = "narrow" if self._listing.words else "order"
            await self.screen.run_action(f"do('{below if row == 1 else 'filter'}')")
        elif index < len(self._claims):
            self.post_message(self.Chosen(self._claims[index].id, is_twice=event.chain == 2))

    def render_line(self, y: int) -> Strip:
        """One row of the list."""
        palette = self._palette
        width = self.room.width
        row = y + self.scrolled
        if row < _HEAD:
            return self._head(row, width)
        index, part = divmod(row - _HEAD, _ROWS)
        if index >= len(self._claims):
            return Strip.blank(width, palette.side)
        claim = self._claims[index]
        is_current = index == self._current
        ground = palette.selected if is_current else palette.side
        if part == 0:
            runs = self._wording(claim, is_current, ground)
            if index in self._labels:
                label = self._labels[index].ljust(len(str(claim.number)))
                runs = laid_over(runs, 1, label, palette.chip)
            words = cut(runs, width - 1)
            return strip_of(words, width, ground)
        quiet = palette.selected_muted if is_current else palette.side_muted
        right: list[Run] = [(self._signs(claim), quiet)]
        return spread(self._standing(claim, is_current, quiet), right, width, ground)

    def _head(self, row: int, width: int) -> Strip:
        """Which claims, how many; in which order, narrowed to which words."""
        palette, listing = self._palette, self._listing
        if row == 0:
            is_all = listing.filter is Filter.ALL
            filtered = palette.side_muted if is_all else palette.over(palette.accent, palette.side)
            left: list[Run] = [(" CLAIMS ", palette.side_strong), (listing.filter.words, filtered)]
            is_known = self._session is not None and self._session.is_compared
            count = f" {len(self._claims):,} " if is_known else ""
            return spread(left, [(count, palette.side_muted)], width, palette.side)
        if row == 1:
            said: list[Run] = [(f" {listing.order}", palette.side_muted)]
            if listing.words:
                said = [(f" “{listing.words}”", palette.over(palette.accent, palette.side))]
            return strip_of(said, width, palette.side)
        return Strip.blank(width, palette.side)

    def _wording(self, claim: Claim, is_current: bool, ground: Style) -> list[Run]:
        palette = self._palette
        number = palette.hue(claim.number) if claim.is_shared else palette.side_muted
        bar = ("▌", palette.over(palette.accent, ground)) if is_current else (" ", ground)
        glyph = glyph_of(claim)
        text = ground if is_current else palette.side
        return [
            bar,
            (f"{claim.number:>2} ", palette.over(palette.accent if is_current else number, ground)),
            (f"{glyph.value} ", palette.over(glyph_style(glyph, palette), ground)),
            (claim.text, text),
        ]

    def _standing(self, claim: Claim, is_current: bool, quiet: Style) -> list[Run]:
        """Who makes the claim, what it was rated, or what is the matter with it."""
        palette = self._palette
        bar = ("▌", palette.over(palette.accent, quiet)) if is_current else (" ", quiet)
        runs: list[Run] = [bar, ("     ", quiet), (articles_text(claim), quiet)]
        verdicts = verdicts_text(claim)
        glyph = glyph_of(claim)
        if claim.lost:
            runs.append(("  text edited", palette.over(palette.differs, quiet)))
        elif verdicts:
            style = palette.conflict if claim.is_disputed else palette.good
            runs.append((f"  {verdicts}", palette.over(style, quiet)))
        elif GLYPH_WORDS[glyph]:
            runs.append((f"  {GLYPH_WORDS[glyph]}", quiet))
        if self._listing.order is Order.STRENGTH and claim.is_shared and self._session:
            runs.append((f"  {self._session.strength(claim):.2f}", quiet))
        elif claim.reasons and (self._listing.order is Order.WORTH or not claim.is_shared):
            runs.append((f"  {claim.reasons[0]}", quiet))
        return runs

    def _signs(self, claim: Claim) -> str:
        """How many notes there are, and whether a second reader is waited for."""
        notes = f" +{len(claim.evidence)}" if claim.evidence else ""
        waits = self._session and Filter.WAITING.lets_through(claim, self._session)
        return f"{notes}{' ◷' if waits else ''} " if notes or waits else ""

    def _stay_with(self, before: Sequence[Claim], current: int) -> None:
        """Keep what is in view where it is, as claims came above it or went.

        Args:
            before: The claims that were listed.
            current: The current one's place among them.
        """
        top, height = self.scroll_offset.y, self.scrollable_content_region.height
        first = max(0, (top - _HEAD) // _ROWS)
        is_in_view = first <= current < first + height // _ROWS
        at = current if is_in_view else first
        if (top or is_in_view) and at < len(before):
            looked_at = before[at].id
            now = next((n for n, claim in enumerate(self._claims) if claim.id == looked_at), at)
            self.scroll_to(y=max(0, top + (now - at) * _ROWS), animate=False)

    def _reveal(self) -> None:
        """Bring the current claim into view: half a page at once, as scrolling repaints it all."""
        height = self.scrollable_content_region.height
        if self._current < 0 or not height:
            return
        first = _HEAD + self._current * _ROWS
        top = self.scroll_offset.y
        if self._current == 0:
            self.scroll_to(y=0, animate=False)
        elif first < top + _ROWS or first + 2 * _ROWS > top + height:
            self.scroll_to(y=max(0, first - height // 2), animate=False)


def glyph_style(glyph: Glyph, palette: Palette) -> Style:
    """The colour of a claim's glyph: red and orange for conflicts alone."""
    return {
        "CONFLICT": palette.conflict,
        "DISPUTED": palette.conflict,
        "DIFFERS": palette.differs,
        "REVIEWED": palette.good,
    }.get(glyph.name, palette.side_muted)
