"""The articles side by side: as many columns as fit, each with its head and its text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.review.summary import article_letter
from workbench.text.cleaning import clean_line
from workbench.tui.article_layout import Layouts, Mark
from workbench.tui.jumping import Target
from workbench.tui.widgets.article_row import Focus, Span
from workbench.tui.widgets.article_view import ArticleView, Top
from workbench.tui.widgets.column_head import Head
from workbench.tui.widgets.column_map import Spot

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from textual.widget import Widget

    from workbench.review.model import Claim
    from workbench.text.article import Article
    from workbench.tui.jumping import Jump
    from workbench.tui.keymap import Pieces
    from workbench.tui.palette import Palette
    from workbench.tui.place import Place

NARROWEST = 34
"""Cells that a column needs at least; where there are fewer, fewer columns are shown."""
MOST_COLUMNS = 6


class Columns:
    """The columns; which articles they show is decided by the place.

    Attributes:
        views: One widget a column, from left to right, as many as there can ever be.
    """

    def __init__(self, palette: Palette, count: int) -> None:
        """Make the columns for so many articles."""
        layouts = Layouts()
        self.views = [ArticleView(palette, layouts) for _ in range(min(count, MOST_COLUMNS))]
        self._page: list[int] = []
        self._notes: list[str] = []
        self._tops: dict[int, Top | None] = {}
        """What was at the top of each article's column when it was last in one."""
        self._shown: tuple[object, ...] = ()

    def slots(self, width: int) -> int:
        """How many columns fit in so many cells."""
        return max(1, min(len(self.views), width // NARROWEST))

    def show(
        self,
        place: Place,
        lit: Mapping[int, tuple[Span, ...]],
        conflicts: Mapping[int, tuple[Span, ...]],
        hits: Mapping[int, Sequence[Span]],
        palette: Palette,
        keys: Pieces,
    ) -> None:
        """Show the articles of the page with the current claim lit.

        Args:
            place: Where the person is.
            lit: For each article, the words of the current claim that differ in a detail.
            conflicts: For each article, its words that contradict another article.
            hits: For each article, what a search found.
            palette: The colours.
            keys: What brings the articles that are not on the page, from `Keymap.pieces`.
        """
        claim = place.claim
        extra = claim if claim and not place.session.is_offered(claim) else None
        self._show_articles(place, extra, palette)
        for view, article, note in zip(self.views, self._page, self._notes, strict=False):
            is_active = article == place.column
            title = place.session.articles[article].metadata.title
            several = len(place.session.articles) > 1
            source = _source(place.session.articles[article])
            more = self._more(place, keys) if article == self._page[-1] else ()
            letter = article_letter(article)
            view.show_head(Head(letter, title, note, source, is_active and several, more))
            view.show_focus(
                Focus(
                    claim.number if claim else 0,
                    lit.get(article, ()),
                    conflicts.get(article, ()),
                    place.sentence if is_active else None,
                    _marked_in(place, article),
                )
            )
            view.show_hits(hits.get(article, ()))

    def reveal(self, place: Place) -> None:
        """Scroll every column to the current claim, the active one to its cursor."""
        claim = place.claim
        for view, article in zip(self.views, self._page, strict=False):
            appearance = claim.appearance_in(article) if claim else None
            if article == place.column and place.sentence is not None:
                sentence = place.session.articles[article].sentences[place.sentence]
                view.reveal(sentence.start, sentence.end)
            elif appearance is not None:
                view.reveal(appearance.start, appearance.end)

    def targets(self) -> list[Target]:
        """Every sentence in view."""
        return [
            Target(slot, at, sentence)
            for slot in range(len(self._page))
            for at, sentence in self.views[slot].sentences_in_view()
        ]

    def show_labels(self, jump: Jump | None) -> None:
        """Put labels on sentences, or take them away."""
        for slot, view in enumerate(self.views):
            view.show_labels(jump.labels(slot) if jump else {})

    def view_of(self, article: int) -> ArticleView | None:
        """The view that shows an article, if it is on the page."""
        return self.views[self._page.index(article)] if article in self._page else None

    def article_of(self, view: Widget) -> int:
        """Index of the article that a view shows."""
        return next(i for i, shown in zip(self._page, self.views, strict=False) if shown is view)

    def _show_articles(self, place: Place, extra: Claim | None, palette: Palette) -> None:
        """Show the page's articles with their numbers, if anything about them has changed.

        Args:
            place: Where the person is.
            extra: A claim to number although it is not offered.
            palette: The colours.
        """
        session, page = place.session, list(place.columns)
        shown = (session.claims, session.is_partial, page, extra and extra.id, palette)
        if shown == self._shown:
            return
        for view, article in zip(self.views, self._page, strict=False):
            self._tops[article] = view.top
        self._shown, self._page = shown, page
        self._notes = [self._note(place, article) for article in page]
        for slot, view in enumerate(self.views):
            view.display = slot < len(page)
            if slot < len(page):
                marks, kinds = self._marks(place, page[slot], extra)
                shown_now = session.articles[page[slot]]
                view.show(shown_now, marks, kinds, palette, self._tops.get(page[slot]))

    def _marks(
        self, place: Place, article: int, extra: Claim | None
    ) -> tuple[list[Mark], dict[int, Spot]]:
        """The appearances to number in an article, and for each number what the claim is."""
        marks: list[Mark] = []
        kinds: dict[int, Spot] = {}
        for claim in place.session.claims:
            if not (place.session.is_offered(claim) or claim is extra):
                continue
            for appearance in claim.appearances:
                if appearance.article == article:
                    marks.append(Mark(appearance.start, appearance.end, claim.number))
                    if claim.is_shared:
                        kinds[claim.number] = Spot.CONFLICT if claim.has_conflict else Spot.MATCH
        return marks, kinds

    def _more(self, place: Place, keys: Pieces) -> tuple[tuple[str, str], ...]:
        """How many of the case's articles are on the page; nothing, if all are."""
        shown, count = len(self._page), len(place.session.articles)
        return ((f"{shown} of {count:,}  ", "articles"), *keys) if shown < count else ()

    def _note(self, place: Place, article: int) -> str:
        if len(place.session.articles) < 2 or not place.session.is_compared:
            return ""
        if article in place.session.uncompared:
            return "being compared" if place.session.is_partial else "not compared"
        count = sum(
            claim.is_shared and claim.appearance_in(article) is not None
            for claim in place.session.claims
        )
        return f"{count} shared"


def _source(article: Article) -> str:
    """The file, how its characters are encoded, and what took the text out of a page."""
    return " · ".join(
        filter(None, (clean_line(article.source), article.encoding, article.extractor))
    )


def _marked_in(place: Place, article: int) -> Span | None:
    """The words of an article that are being marked."""
    marked = place.marked
    if marked is None or marked.article != article:
        return None
    return Span(marked.start, marked.end)
