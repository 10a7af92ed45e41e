"""The articles side by side: as many columns as fit, each with its head and its text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Horizontal, Vertical

from workbench.review.summary import article_letter
from workbench.tui.article_layout import Mark
from workbench.tui.widgets.article_view import ArticleView, Focus, Span
from workbench.tui.widgets.bars import ColumnHead

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from textual.app import ComposeResult

    from workbench.review.model import Claim
    from workbench.tui.palette import Palette
    from workbench.tui.place import Place

NARROWEST = 28
"""Cells that a column needs at least; where there are fewer, fewer columns are shown."""
MOST_COLUMNS = 6


class Column(Vertical):
    """One column."""

    def __init__(self, palette: Palette) -> None:
        super().__init__(classes="column")
        self.head = ColumnHead(palette)
        self.view = ArticleView(palette)
        self.article = -1

    def compose(self) -> ComposeResult:
        """Head above text."""
        yield self.head
        yield self.view


class Columns(Horizontal):
    """All columns; which articles they show is decided by the place."""

    def __init__(self, palette: Palette, count: int) -> None:
        super().__init__(id="columns")
        self._palette = palette
        self.columns = [Column(palette) for _ in range(min(count, MOST_COLUMNS))]
        self._shown_claims: object = None

    def compose(self) -> ComposeResult:
        """The columns from left to right."""
        yield from self.columns

    def slots(self, width: int) -> int:
        """How many columns fit in so many cells."""
        return max(1, min(len(self.columns), width // NARROWEST))

    def show(
        self,
        place: Place,
        lit: Mapping[int, tuple[Span, ...]],
        conflicts: Mapping[int, tuple[Span, ...]],
        hits: Mapping[int, Sequence[Span]],
        palette: Palette,
    ) -> None:
        """Show the articles of the page with the current claim lit.

        Args:
            place: Where the person is.
            lit: For each article, the words of the current claim that tell the articles apart.
            conflicts: For each article, its words that contradict another article.
            hits: For each article, what a search found.
            palette: The colours.
        """
        session = place.session
        page = list(place.shown())
        claim = place.claim
        new = (session.claims, tuple(page), palette)
        stale = new != self._shown_claims
        self._shown_claims = new
        for slot, column in enumerate(self.columns):
            column.display = slot < len(page)
            if slot >= len(page):
                continue
            article = page[slot]
            if stale or column.article != article:
                marks, loud = self._marks(place, article)
                column.article = article
                column.view.show(session.articles[article], marks, loud, palette)
            column.head.show(
                article_letter(article),
                session.articles[article].metadata.title,
                self._note(place, article),
                article == place.column and len(session.articles) > 1,
                palette,
            )
            focus = Focus(
                claim.number if claim else 0,
                lit.get(article, ()),
                conflicts.get(article, ()),
                place.sentence if article == place.column else None,
            )
            column.view.show_focus(focus)
            column.view.show_hits(hits.get(article, ()))

    def reveal(self, place: Place) -> None:
        """Scroll every column to the current claim, the active one to its cursor."""
        claim = place.claim
        for column in self.columns:
            if not column.display or column.article < 0:
                continue
            appearance = claim.appearance_in(column.article) if claim else None
            if column.article == place.column and place.sentence is not None:
                article = place.session.articles[column.article]
                sentence = article.sentences[place.sentence]
                column.view.reveal(sentence.start, sentence.end)
            elif appearance is not None:
                column.view.reveal(appearance.start, appearance.end)

    def view_of(self, article: int) -> ArticleView | None:
        """The view that shows an article, if it is on the page."""
        return next((c.view for c in self.columns if c.display and c.article == article), None)

    def article_of(self, view: ArticleView) -> int:
        """Index of the article that a view shows."""
        return next(column.article for column in self.columns if column.view is view)

    def _marks(self, place: Place, article: int) -> tuple[list[Mark], frozenset[int]]:
        marks: list[Mark] = []
        loud: set[int] = set()
        for claim in place.session.claims:
            if not (place.session.is_offered(claim) or claim.id == _id_of(place.claim)):
                continue
            for appearance in claim.appearances:
                if appearance.article == article:
                    marks.append(Mark(appearance.start, appearance.end, claim.number))
                    if claim.is_shared:
                        loud.add(claim.number)
        return marks, frozenset(loud)

    def _note(self, place: Place, article: int) -> str:
        count = sum(
            claim.is_shared and claim.appearance_in(article) is not None
            for claim in place.session.claims
        )
        return f"{count} shared"


def _id_of(claim: Claim | None) -> str | None:
    return claim.id if claim else None
