"""The keys of the articles: which are shown, where, how much of the screen they have."""

from __future__ import annotations

from functools import partial
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from workbench.text.cleaning import clean_line
from workbench.tui.main.board import Board
from workbench.tui.messages import Added

if TYPE_CHECKING:
    from workbench.tui.session_thread import Outcome
    from workbench.tui.widgets.article_view import ArticleView


class Reading(Board):
    """The columns."""

    def action_next_column(self) -> None:
        """Go to the next article."""
        self.move(partial(self.place.step_column, 1))

    def action_previous_column(self) -> None:
        """Go to the previous article."""
        self.move(partial(self.place.step_column, -1))

    def action_next_page(self) -> None:
        """Turn to the next articles."""
        self.move(partial(self.place.turn, 1))

    def action_previous_page(self) -> None:
        """Turn to the articles before."""
        self.move(partial(self.place.turn, -1))

    def action_page_down(self) -> None:
        """Scroll the active article down."""
        self.case.scroll_page(1)

    def action_page_up(self) -> None:
        """Scroll the active article up."""
        self.case.scroll_page(-1)

    def action_zoom(self) -> None:
        """Give one article the whole width, or put it back among the others."""
        arrangement = self.place.arrangement
        self.lay_out(arrangement.zoomed(not arrangement.is_zoomed))

    def action_hide_column(self) -> None:
        """Put the active article away."""
        self.lay_out(self.place.arrangement.without(self.place.column))

    def action_show_columns(self) -> None:
        """Bring back every article, side by side."""
        self.lay_out(self.place.arrangement.whole())

    def action_move_left(self) -> None:
        """Move the active article to the left."""
        self.lay_out(self.place.arrangement.moved(self.place.column, -1))

    def action_move_right(self) -> None:
        """Move the active article to the right."""
        self.lay_out(self.place.arrangement.moved(self.place.column, 1))

    def on_article_view_head_clicked(self, message: ArticleView.HeadClicked) -> None:
        """The head of a column was clicked: the keys act on it."""
        self.move(partial(self.place.step_to_column, self.case.article_of(message.view)))
        if message.is_twice and not message.is_source and len(self.place.arrangement.shown) > 1:
            self.action_zoom()

    def action_detail(self) -> None:
        """Make the strip larger or smaller."""
        self.case.detail_large = not self.case.detail_large
        self.fit()
        self.call_after_refresh(self.show_all, reveal=True)

    def action_articles(self) -> None:
        """Find an article by its title or file name and go to it."""
        from workbench.review.summary import article_letter
        from workbench.tui.dialogs.pick import Offer, PickDialog

        session = self.session
        offers = [
            Offer(a.source, article_letter(at), a.metadata.title, clean_line(a.source))
            for at, a in enumerate(session.articles)
        ]
        read = {article.source for article in session.articles}
        read.update(unreadable.source for unreadable in session.unreadable)
        offers += [
            Offer(source, "·", clean_line(PurePosixPath(source).name), "not read yet")
            for source in (*session.case.sources, *session.case.others)
            if source not in read
        ]
        pick = PickDialog("Go to which article?", offers, "go there")
        self.app.push_screen(pick, self._show_article)

    def _show_article(self, source: str | None) -> None:
        articles = self.session.articles
        at = next((at for at, article in enumerate(articles) if article.source == source), None)
        if at is not None:
            self.place.go_to_article(at)
            self.show_all(reveal=True)
        elif source is not None and not self.session.is_compared:
            said = "It can be read once the first articles have been compared."
            self.notify(said, markup=False, timeout=3)
        elif source is not None:
            work = partial(self.session.add, source)
            self.app.session_thread.submit_quietly(work, self._tell_added)

    def _tell_added(self, outcome: Outcome[int]) -> None:
        self.post_message(Added(outcome))

    def on_added(self, message: Added) -> None:
        """Show the article that was read, or say why it cannot be."""
        if message.outcome.value is None:
            said = str(message.outcome.error)
            self.notify(said, severity="error", markup=False, timeout=10)
            return
        self.place.take_in_articles()
        self.place.go_to_article(message.outcome.value)
        self.fit()
        self.call_after_refresh(self.show_all, reveal=True)
