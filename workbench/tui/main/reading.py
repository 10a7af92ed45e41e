"""The keys of the articles: which are shown, where, how much of the screen they have."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from workbench.tui.main.board import Board

if TYPE_CHECKING:
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

    def action_detail(self) -> None:
        """Make the strip larger or smaller."""
        self.case.detail_large = not self.case.detail_large
        self.fit()
        self.call_after_refresh(self.show_all, reveal=True)
