"""The case on the screen: list of claims, articles side by side, the strip with the details.

Put together only when the case has been read: none of it is needed for the first frame, and its
modules are imported by the session's thread meanwhile.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Horizontal, Vertical

from workbench.tui import lighting
from workbench.tui.filters import Filter
from workbench.tui.widgets.article_row import Span
from workbench.tui.widgets.claim_list import ClaimList
from workbench.tui.widgets.columns import Columns
from workbench.tui.widgets.detail import Detail, Shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual.app import ComposeResult
    from textual.geometry import Size
    from textual.widget import Widget

    from workbench.review.model import Claim
    from workbench.tui.jumping import Jump, Target
    from workbench.tui.keymap import Keymap
    from workbench.tui.palette import Palette
    from workbench.tui.place import Place
    from workbench.tui.searching import Hit

_LIST_WIDTHS = (28, 48)
"""Cells of the list of claims, least and most; in between, so much of the width:"""
_LIST_SHARE = 0.28
_ROOM_FOR_LIST = 100
"""Cells below which the list of claims is folded away unless it is asked for."""


class OpenCase(Vertical):
    """Everything between the bars.

    Attributes:
        place: Where the person is.
        list_wanted: Whether the list is shown; None leaves it to the width.
        is_narrowing: Whether words are typed that narrow the list, which is shown meanwhile.
        detail_large: Whether the strip takes more than half of the height.

    It and the row of columns are covered by what is in them, and not painted: that would cost a
    quarter of every key press.
    """

    # Here and not in a file of the screen's: Textual never reads that of an app's first screen.
    DEFAULT_CSS = """
    OpenCase, OpenCase > #body {
        visibility: hidden;
    }
    OpenCase ClaimList, OpenCase ArticleView, OpenCase Detail {
        visibility: visible;
    }
    """

    def __init__(self, place: Place, palette: Palette, keymap: Keymap) -> None:
        super().__init__(id="case")
        self._keymap = keymap
        self.place = place
        self.list_wanted: bool | None = None
        self.is_narrowing = False
        self.detail_large = False
        self._claims = ClaimList(palette)
        session = place.session
        expected = len(session.articles) if session.is_compared else len(session.case.sources)
        self._columns = Columns(palette, expected)
        self._detail = Detail(palette, keymap)

    def compose(self) -> ComposeResult:
        """List and columns above, the strip below."""
        with Horizontal(id="body"):
            yield self._claims
            yield from self._columns.views
        yield self._detail

    @property
    def shows_list(self) -> bool:
        """Whether the list of claims is on the screen."""
        return bool(self._claims.display)

    def fit(self, size: Size) -> None:
        """Share out the cells of the whole screen."""
        width, height = size
        wanted = width >= _ROOM_FOR_LIST if self.list_wanted is None else self.list_wanted
        list_width = min(max(int(width * _LIST_SHARE), _LIST_WIDTHS[0]), _LIST_WIDTHS[1])
        wanted = wanted or self.is_narrowing
        self._claims.display = wanted
        self._claims.styles.width = list_width
        self.place.fit(self._columns.slots(width - (list_width if wanted else 0)))
        tall = height * 6 // 10 if self.detail_large else max(9, min(12, height // 4))
        self._detail.styles.height = min(tall, height // 2 + 2)

    def show(self, hits: Sequence[Hit], drafts: Iterable[str], palette: Palette) -> None:
        """Show the present state; a part that has not changed costs next to nothing.

        Args:
            hits: What a search found.
            drafts: What is typed for the current claim and not recorded, in a word each.
            palette: The colours.
        """
        place = self.place
        claim = place.claim
        details: dict[int, tuple[Span, ...]] = {}
        conflicts: dict[int, tuple[Span, ...]] = {}
        if claim is not None:
            # In the running text only what is named: a paraphrase differs in every other word.
            details = lighting.by_article(claim, lighting.detail_words(place.session, claim))
            conflicts = lighting.by_article(claim, lighting.conflicting_words(place.session, claim))
        more = self._keymap.pieces(self._key_for_others())
        self._columns.show(place, details, conflicts, _by_article(hits), palette, more)
        self._claims.show(place, palette)
        self._detail.show(self._shown(claim, drafts), palette, self._nothing())

    def _key_for_others(self) -> str:
        """What brings the articles that are not on the screen."""
        place = self.place
        if place.arrangement.is_zoomed:
            return "{zoom}"
        if len(place.columns) < len(place.arrangement.shown):
            return "{previous_page} {next_page}"
        return "{show_columns}"

    def reveal(self) -> None:
        """Scroll every column to the current claim, the active one to its cursor."""
        self._columns.reveal(self.place)

    def reveal_hit(self, hit: Hit) -> None:
        """Scroll to what a search found in an article."""
        view = None if hit.article is None else self._columns.view_of(hit.article)
        if view is not None:
            view.reveal(hit.start, hit.end)

    def scroll_page(self, direction: int) -> None:
        """Scroll the active article by a page: down (1) or up (-1)."""
        view = self._columns.view_of(self.place.column)
        if view is not None:
            view.scroll_relative(y=direction * max(1, view.size.height - 3), animate=False)

    def article_of(self, view: Widget) -> int:
        """Index of the article that a view shows."""
        return self._columns.article_of(view)

    def targets(self) -> list[Target]:
        """Every claim of the list and every sentence in view, the articles' first."""
        return [*self._columns.targets(), *(self._claims.targets() if self.shows_list else ())]

    def show_labels(self, jump: Jump | None) -> None:
        """Put labels on what is in view, or take them away."""
        self._columns.show_labels(jump)
        self._claims.show_labels(jump.labels(-1) if jump else {})

    @property
    def is_scrolled(self) -> bool:
        """Whether some article is not at its top."""
        return any(view.scroll_offset.y for view in self._columns.views)

    def _shown(self, claim: Claim | None, drafts: Iterable[str]) -> Shown | None:
        if claim is None:
            return None
        session = self.place.session
        return Shown(
            claim,
            lighting.sentences_of(session, claim, self.place.appearance),
            session.reviewer,
            session.case.scale,
            f"{self.place.index + 1} of {len(self.place.listed)}",
            tuple(drafts),
        )

    def _nothing(self) -> str:
        """What is said where there is no claim; actions are named in braces."""
        if not self.place.session.is_compared:
            return "Claims come when all sentences have been compared. Read on meanwhile."
        if self.place.session.is_partial and not self.place.session.claims:
            return "Claims of the other articles come when they have been compared."
        if self.place.session.not_compared and not self.place.session.claims:
            by_hand = "{next_sentence} goes to a sentence, {mark} marks it as a claim."
            return f"{self.place.session.not_compared} {self._keymap.fill(by_hand)}"
        listing = self.place.listing
        if listing.words:
            what = f"No claim that is listed ({listing.filter.words}) has “{listing.words}”."
            return f"{what} {{back}} shows the others again."
        if listing.filter in (Filter.ALL, Filter.EVERYTHING):
            by_hand = "{next_sentence} goes to a sentence, {mark} marks it as a claim all the same."
            return f"{listing.filter.none} {by_hand}"
        return f"{listing.filter.none} {{filter}} lists others, {{back}} lists all."


def _by_article(hits: Sequence[Hit]) -> dict[int, list[Span]]:
    found: dict[int, list[Span]] = {}
    for hit in hits:
        if hit.article is not None:
            found.setdefault(hit.article, []).append(Span(hit.start, hit.end))
    return found
