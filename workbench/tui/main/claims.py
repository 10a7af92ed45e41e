"""The keys of the list of claims: which are listed, in which order, narrowed to which words."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from workbench.tui.filters import Filter
from workbench.tui.main.board import Board

if TYPE_CHECKING:
    from workbench.tui.listing import Listing
    from workbench.tui.place import Spot
    from workbench.tui.widgets.claim_list import ClaimList
    from workbench.tui.widgets.typing_bar import NarrowingBar


class Claims(Board):
    """What the list shows."""

    _unnarrowed: Spot | None = None
    """Where the person was when the list was narrowed."""

    def action_filter(self) -> None:
        """Choose which claims are listed."""
        from workbench.tui.dialogs.menu import Choice, Menu

        session = self.session
        counts = dict.fromkeys(Filter, 0)
        for claim in session.claims:
            for filter_ in Filter:
                counts[filter_] += filter_.lets_through(claim, session)
        choices = [Choice(f, f.key, f.meaning, str(counts[f])) for f in Filter]
        menu = Menu("Which claims", choices, self.place.listing.filter)
        self.app.push_screen(menu, self._choose_filter)

    def _choose_filter(self, value: str | None) -> None:
        if value is not None:
            self._list(replace(self.place.listing, filter=Filter(value), words=""))

    def action_list_only(self, name: str) -> None:
        """List the claims of a count that was clicked; again all of them at the second click."""
        listing = self.place.listing
        filter_ = Filter.ALL if listing.filter == name else Filter(name)
        self._list(replace(listing, filter=filter_, words=""))

    def action_order(self) -> None:
        """List the claims in another order; the current one stays."""
        listing = self.place.listing
        self._list(replace(listing, order=listing.order.next))

    def _list(self, listing: Listing) -> None:
        self.place.show(listing)
        self.show_all(reveal=True)
        if not self.case.shows_list:
            said = f"Listed: {listing.filter.words} ({len(self.place.listed)}), {listing.order}"
            self.notify(said, markup=False, timeout=2)

    async def action_narrow(self) -> None:
        """Open the line whose words narrow the list at every key."""
        from workbench.tui.widgets.typing_bar import NarrowingBar

        self._unnarrowed = self.place.spot
        self.case.is_narrowing = True
        self.fit()
        await self.open_bar(NarrowingBar(self.place.listing.words))
        self.call_after_refresh(self.show_all)

    def on_narrowing_bar_typed(self, message: NarrowingBar.Typed) -> None:
        """Narrow the list; the claim nearest to the one of before is current."""
        before = self._unnarrowed
        if before is None:
            return
        self.place.return_to(before)
        self.place.show(replace(before.listing, words=message.words))
        self.show_all(reveal=True)
        if self.typing_bar is not None:
            count = len(self.place.listed)
            found = f"{count} claim{'s' if count != 1 else ''}" if count else "no claim"
            self.typing_bar.say(f"{found} · ↑ ↓ choose · Enter go · Esc as before", found)

    def on_narrowing_bar_stepped(self, message: NarrowingBar.Stepped) -> None:
        """Go through the narrowed list, and type on."""
        self.place.step(message.by)
        self.show_all(reveal=True)

    async def on_narrowing_bar_closed(self, message: NarrowingBar.Closed) -> None:
        """Go to the claim that is current now, or back."""
        before, self._unnarrowed = self._unnarrowed, None
        if before is not None and not (message.kept and self.place.listed):
            self.place.return_to(before)
        self.case.is_narrowing = False
        self.fit()
        await self.close_bar()
        self.call_after_refresh(self.show_all, reveal=True)

    def action_toggle_list(self) -> None:
        """Show or fold away the list."""
        self.case.list_wanted = not self.case.shows_list
        self.fit()
        self.call_after_refresh(self.show_all, reveal=True)

    async def on_claim_list_chosen(self, message: ClaimList.Chosen) -> None:
        """A claim was clicked; twice, and it is to be written on."""
        self.place.go_to(message.claim_id)
        self.show_all(reveal=True)
        if message.is_twice:
            await self.run_action("do('review')")
