"""The keys that find: search, the next hit, help, palette, problems, and the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.tui.main.board import Board
from workbench.tui.searching import number_of, told

if TYPE_CHECKING:
    from workbench.tui.place import Spot
    from workbench.tui.widgets.typing_bar import SearchBar


class Finding(Board):
    """Search and the pages that explain."""

    _before: Spot | None = None
    """Where the person was when the search began."""

    async def action_search(self) -> None:
        """Open the line in which words to find are typed."""
        from workbench.tui.widgets.typing_bar import SearchBar

        self._before = self.place.spot
        await self.open_bar(SearchBar(self.query_words))

    def on_search_bar_typed(self, message: SearchBar.Typed) -> None:
        """Search as it is typed, and go to the first place found."""
        from workbench.tui.searching import find

        if self.typing_bar is None:
            return  # It was left in one burst with the words.
        self.query_words = message.words
        self.hits = find(message.words, self.session.articles, self.session.claims)
        self.hit = -1
        if self.hits:
            self._go_to_hit(1)
        else:
            self.show_all()
        self._say_hits()

    def on_search_bar_stepped(self, message: SearchBar.Stepped) -> None:
        """Look at the next place found, or the one before, and type on."""
        self._go_to_hit(message.by)
        self._say_hits()

    async def on_search_bar_closed(self, message: SearchBar.Closed) -> None:
        """Back to the articles, with what was found lit."""
        await self.close_bar()
        if message.kept and self.query_words and not self.hits:
            self.notify(f"Nothing found for “{self.query_words}”.", markup=False, timeout=3)
        if not message.kept:
            self._forget_hits()
            if self._before is not None:
                self.place.return_to(self._before)
        self.show_all(reveal=True)

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

    def _say_hits(self) -> None:
        if self.typing_bar is not None:
            where = told(self.hits, self.hit) if self.query_words else ""
            if not self.hits:
                self.typing_bar.say(where)
                return
            which = number_of(self.hits, self.hit)
            keys = "↑ ↓ look · Enter stay · Esc back"
            self.typing_bar.say(f"{where} · {keys}", f"{which} · {keys}", which)

    def _forget_hits(self) -> None:
        self.hits, self.hit, self.query_words = (), -1, ""

    def action_back(self) -> None:
        """One step back: leave the search, the narrowed list, the filter, the single article."""
        if self.hits:
            self._forget_hits()
            self.show_all()
        elif self.is_open and self.place.listing.is_partial:
            self.place.show(self.place.listing.wider)
            self.show_all(reveal=True)
        elif self.is_open and self.place.arrangement.is_zoomed:
            self.lay_out(self.place.arrangement.zoomed(False))
        else:
            self.app.say("Press {help} for all keys, {leave} to leave.")

    def action_help(self) -> None:
        """Show all keys."""
        from workbench.tui.dialogs.reading import help_page

        self.app.push_screen(help_page(self.app.keymap))

    def action_palette(self) -> None:
        """Find an action, an article or a claim by its name."""
        from textual.command import CommandPalette

        self.app.push_screen(CommandPalette(placeholder="what to do, an article, a claim"))

    def action_problems(self) -> None:
        """List the files that could not be read, and what is to know of the others."""
        from workbench.tui.dialogs.reading import files_page

        self.app.clear_notifications()
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
