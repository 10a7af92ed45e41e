"""The keys that move: claim, column, sentence, page, filter, and what is folded away."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from workbench.tui.main.board import Board

if TYPE_CHECKING:
    from collections.abc import Callable

    from workbench.tui.filters import Filter
    from workbench.tui.widgets.article_view import ArticleView
    from workbench.tui.widgets.claim_list import ClaimList


class Moving(Board):
    """Movements of the place."""

    def _move(self, step: Callable[[], bool]) -> None:
        if self.is_open and step():
            self.show_all(reveal=True)

    def action_next_claim(self) -> None:
        """Go one claim on."""
        self._move(partial(self.place.step, 1))

    def action_previous_claim(self) -> None:
        """Go one claim back."""
        self._move(partial(self.place.step, -1))

    def action_first_claim(self) -> None:
        """Go to the first claim."""
        self._move(partial(self.place.step, -len(self.place.listed)))

    def action_last_claim(self) -> None:
        """Go to the last claim."""
        self._move(partial(self.place.step, len(self.place.listed)))

    def action_next_unreviewed(self) -> None:
        """Go to the next claim without a verdict."""
        self._move(self.place.step_to_unreviewed)

    def action_next_column(self) -> None:
        """Go to the next article."""
        self._move(partial(self.place.step_column, 1))

    def action_previous_column(self) -> None:
        """Go to the previous article."""
        self._move(partial(self.place.step_column, -1))

    def action_next_sentence(self) -> None:
        """Put the cursor on the next sentence."""
        self._move(partial(self.place.step_sentence, 1))

    def action_previous_sentence(self) -> None:
        """Put the cursor on the previous sentence."""
        self._move(partial(self.place.step_sentence, -1))

    def action_next_appearance(self) -> None:
        """Go to the claim's next appearance."""
        self._move(partial(self.place.step_appearance, 1))

    def action_previous_appearance(self) -> None:
        """Go to the claim's previous appearance."""
        self._move(partial(self.place.step_appearance, -1))

    def action_next_page(self) -> None:
        """Turn to the next articles."""
        self._move(partial(self.place.turn, 1))

    def action_previous_page(self) -> None:
        """Turn to the articles before."""
        self._move(partial(self.place.turn, -1))

    def action_page_down(self) -> None:
        """Scroll the active article down."""
        self.case.scroll_page(1)

    def action_page_up(self) -> None:
        """Scroll the active article up."""
        self.case.scroll_page(-1)

    def action_go_to_sentence(self) -> None:
        """Make the claim under the cursor current."""
        claim = self.place.claim_under_cursor()
        if claim is not None:
            self.place.go_to(claim.id, self.place.column)
            self.show_all()

    def on_claim_list_chosen(self, message: ClaimList.Chosen) -> None:
        """A claim was clicked."""
        self.place.go_to(message.claim_id)
        self.show_all(reveal=True)

    def on_article_view_sentence_clicked(self, message: ArticleView.SentenceClicked) -> None:
        """A sentence was clicked: put the cursor there, and make its claim current if it is lit."""
        self.place.put(self.case.article_of(message.view), message.sentence)
        claim = self.place.claim_under_cursor()
        if claim is not None and self.session.is_offered(claim):
            self.place.go_to(claim.id, self.place.column)
        self.show_all()

    def action_filter(self) -> None:
        """List other claims."""
        self._show_filter(self.place.filter.next)

    def _show_filter(self, filter_: Filter) -> None:
        self.place.show_filter(filter_)
        self.show_all(reveal=True)
        if not self.case.shows_list:
            count = len(self.place.listed)
            self.notify(f"Claims {filter_.words}: {count}", markup=False, timeout=2)

    def action_toggle_list(self) -> None:
        """Show or fold away the list."""
        self.case.list_wanted = not self.case.shows_list
        self.fit()
        self.call_after_refresh(self.show_all, reveal=True)

    def action_detail(self) -> None:
        """Make the strip larger or smaller."""
        self.case.detail_large = not self.case.detail_large
        self.fit()
        self.call_after_refresh(self.show_all, reveal=True)
