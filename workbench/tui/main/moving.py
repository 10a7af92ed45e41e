"""The keys that move from claim to claim and from sentence to sentence."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from workbench.tui.main.board import Board

if TYPE_CHECKING:
    from workbench.tui.widgets.article_view import ArticleView


class Moving(Board):
    """Movements of the place."""

    def action_next_claim(self) -> None:
        """Go one claim on."""
        self.move(partial(self.place.step, 1))

    def action_previous_claim(self) -> None:
        """Go one claim back."""
        self.move(partial(self.place.step, -1))

    def action_first_claim(self) -> None:
        """Go to the first claim."""
        self.move(partial(self.place.step, -len(self.place.listed)))

    def action_last_claim(self) -> None:
        """Go to the last claim."""
        self.move(partial(self.place.step, len(self.place.listed)))

    def action_next_unreviewed(self) -> None:
        """Go to the next claim without a verdict."""
        self.move(self.place.step_to_unreviewed)

    def action_next_sentence(self) -> None:
        """Put the cursor on the next sentence."""
        self.move(partial(self.place.step_sentence, 1))

    def action_previous_sentence(self) -> None:
        """Put the cursor on the previous sentence."""
        self.move(partial(self.place.step_sentence, -1))

    def action_next_appearance(self) -> None:
        """Go to the claim's next appearance."""
        self.move(partial(self.place.step_appearance, 1))

    def action_previous_appearance(self) -> None:
        """Go to the claim's previous appearance."""
        self.move(partial(self.place.step_appearance, -1))

    def action_go_to_sentence(self) -> None:
        """Make the claim under the cursor current."""
        claim = self.place.claim_under_cursor()
        if claim is not None:
            self.place.go_to(claim.id, self.place.column)
            self.show_all()

    def action_go_to_place(self, article: int, offset: int) -> None:
        """Go to a place of an article: to one of the claim's appearances, which was clicked."""
        self.place.put_at(article, offset)
        self.show_all(reveal=True)

    def on_article_view_sentence_clicked(self, message: ArticleView.SentenceClicked) -> None:
        """A sentence was clicked."""
        self.go_to_sentence(self.case.article_of(message.view), message.sentence)

    def go_to_sentence(self, article: int, sentence: int) -> None:
        """Put the cursor on a sentence, and make its claim current if it is lit."""
        self.place.put(article, sentence)
        claim = self.place.claim_under_cursor()
        if claim is not None and self.session.is_offered(claim):
            self.place.go_to(claim.id, self.place.column)
        self.show_all()
