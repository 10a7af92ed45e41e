"""The keys that find: search, the next hit, help, palette, problems, and the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.tui.filters import Filter
from workbench.tui.main.board import Board
from workbench.tui.widgets.bars import KeyBar

if TYPE_CHECKING:
    from textual import events

    from workbench.tui.widgets.search_bar import SearchBar


class Finding(Board):
    """Search and the pages that explain."""

    search_bar: SearchBar | None = None
    """Where words are typed, while they are."""

    async def action_search(self) -> None:
        """Open the search bar."""
        from workbench.tui.widgets.search_bar import SearchBar

        if self.search_bar is None:
            self.query_one(KeyBar).display = False
            self.search_bar = SearchBar(self.query_words, self.app.palette, self.app.keymap)
            await self.mount(self.search_bar)

    def type_into_search(self, event: events.Key) -> None:
        """A key that came in one burst with the one that opened the search belongs to it."""
        if self.search_bar is not None:
            self.search_bar.type_ahead(event)

    def on_search_bar_typed(self, message: SearchBar.Typed) -> None:
        """Search as it is typed, and go to the first place found."""
        from workbench.tui.searching import find

        self.query_words = message.words
        self.hits = find(message.words, self.session.articles, self.session.claims)
        self.hit = -1
        message.bar.show_count(len(self.hits), self._claims_hit())
        if self.hits:
            self._go_to_hit(1)
        else:
            self.show_all()

    async def on_search_bar_closed(self, message: SearchBar.Closed) -> None:
        """Back to the articles, with what was found lit."""
        self.search_bar = None
        await message.bar.remove()
        self.query_one(KeyBar).display = True
        if message.found and not self.hits:
            self.notify(f"Nothing found for “{self.query_words}”.", markup=False, timeout=3)
        if not message.found:
            self._forget_hits()
        self.show_all()

    def action_next_hit(self) -> None:
        """Go to the next place found, round and round."""
        self._go_to_hit(1)

    def action_previous_hit(self) -> None:
        """Go to the place found before."""
        self._go_to_hit(-1)

    def _go_to_hit(self, by: int) -> None:
        if not self.hits:
            return
        if self.hit < 0 and by < 0:
            by = 0
        self.hit = (self.hit + by) % len(self.hits)
        hit = self.hits[self.hit]
        if hit.article is None:
            self.place.go_to(hit.claim_id)
        else:
            self.place.put_at(hit.article, hit.start)
        self.show_all(reveal=True)
        self.case.reveal_hit(hit)

    def _claims_hit(self) -> int:
        return sum(hit.article is None for hit in self.hits)

    def _forget_hits(self) -> None:
        self.hits, self.hit, self.query_words = (), -1, ""

    def action_back(self) -> None:
        """One step back: leave the search, then the filter."""
        if self.hits:
            self._forget_hits()
            self.show_all()
        elif self.is_open and self.place.filter is not Filter.ALL:
            self.place.show_filter(Filter.ALL)
            self.show_all(reveal=True)
        else:
            said = self.app.keymap.fill("Press {leave} to leave, {help} for all keys.")
            self.notify(said, markup=False, timeout=3)

    def action_help(self) -> None:
        """Show all keys."""
        from workbench.tui.dialogs.reading import help_page

        self.app.push_screen(help_page(self.app.keymap))

    def action_palette(self) -> None:
        """Find an action by its name."""
        self.app.action_command_palette()

    def action_problems(self) -> None:
        """List the files that could not be read, and what is to know of the others."""
        from workbench.tui.dialogs.reading import files_page

        self.app.push_screen(files_page(self.session.problems, self.session.notices))

    def action_toggle_theme(self) -> None:
        """Change between dark and light."""
        self.app.toggle_theme()

    def action_suspend(self) -> None:
        """Stop until the shell goes on with it."""
        self.app.action_suspend()

    async def action_leave(self) -> None:
        """Leave, as soon as everything is on disk."""
        await self.app.action_quit()
