"""What the main screen is made of, and how it shows the present state.

Claims, articles side by side, the strip with the details, the bars. What can be decided without a
terminal stands elsewhere: movements in `tui/place.py`, which words are lit in `tui/lighting.py`,
what a change does in `workbench.review`. The keys are taken up in the modules beside this one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Horizontal
from textual.screen import Screen

from workbench.tui import lighting
from workbench.tui.actions import ACTIONS
from workbench.tui.filters import Filter
from workbench.tui.place import Place
from workbench.tui.reasons import why_not
from workbench.tui.widgets.article_view import Span
from workbench.tui.widgets.bars import KeyBar, SaveState, Standing, TopBar
from workbench.tui.widgets.claim_list import ClaimList
from workbench.tui.widgets.columns import Columns
from workbench.tui.widgets.detail import Detail, Shown
from workbench.tui.widgets.notice import Notice

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult

    from workbench.review.model import Claim
    from workbench.review.session import ReviewSession
    from workbench.tui.app import WorkbenchApp
    from workbench.tui.messages import Opened, Reading
    from workbench.tui.searching import Hit

_LIST_WIDTHS = (28, 44)
"""Cells of the list of claims, least and most; in between, a fifth of the width."""
_SMALLEST = (60, 16)
"""Columns and rows below which nothing could be judged: a claim has to be read to be rated."""
_ROOM_FOR_LIST = 100
"""Cells below which the list of claims is folded away unless it is asked for."""


class Board(Screen[None]):
    """The parts of the main screen and its cursor values."""

    app: WorkbenchApp

    def __init__(self, filter_: Filter) -> None:
        super().__init__()
        self._filter = filter_
        self._opened: Place | None = None
        self.saved_once = False
        self.failure = ""
        """Why the latest change is not on disk; empty if it is."""
        self.list_wanted: bool | None = None
        self.detail_large = False
        self.hits: tuple[Hit, ...] = ()
        self.hit = -1
        self.query_words = ""
        self.columns: Columns | None = None
        self.drafts: dict[tuple[str, str], dict[str, str]] = {}
        """What was typed and not saved, by claim id and kind of record."""

    # -- what is on it ----------------------------------------------------------------

    def compose(self) -> ComposeResult:
        """Bars above and below, the rest while the case is read."""
        palette = self.app.palette
        yield TopBar(palette, self._standing())
        with Horizontal(id="body"):
            yield Notice(palette)
        yield KeyBar(palette, ACTIONS, "do")

    def on_mount(self) -> None:
        """Open the case in the session's thread once the first frame is on the screen."""
        self.call_after_refresh(self.app.open_session)

    def on_reading(self, message: Reading) -> None:
        """Show how far it is."""
        self.query_one(Notice).show(message.stage, message.done, message.total)

    async def on_opened(self, message: Opened) -> None:
        """The case is there: put the articles side by side; or leave with the reason why not."""
        self.app.session_thread.pending -= 1
        session = message.outcome.value
        if session is None:
            self.app.leave_with(message.outcome.error)
            return
        self._opened = Place(session, self._filter)
        palette = self.app.palette
        self.columns = Columns(palette, len(session.articles))
        body = self.query_one("#body")
        await body.mount(ClaimList(palette), self.columns)
        await self.mount(Detail(palette), before=self.query_one(KeyBar))
        self.fit()
        self.call_after_refresh(self.show_all, reveal=True)
        if session.problems:
            count = len(session.problems)
            said = (
                session.problems[0] if count == 1 else f"{count} files could not be read: press !"
            )
            self.notify(said, severity="warning", markup=False, timeout=10)

    @property
    def is_open(self) -> bool:
        """Whether the case has been read."""
        return self._opened is not None

    @property
    def place(self) -> Place:
        """Where the person is; only once the case is open."""
        assert self._opened is not None
        return self._opened

    @property
    def session(self) -> ReviewSession:
        """The case; only once it is open."""
        return self.place.session

    # -- showing ----------------------------------------------------------------------

    def show_all(self, *, reveal: bool = False) -> None:
        """Show the present state everywhere; a part that has not changed costs next to nothing."""
        if self._opened is None or self.columns is None:
            self.show_standing()
            return
        place, palette = self._opened, self.app.palette
        claim = place.claim
        details: dict[int, tuple[Span, ...]] = {}
        conflicts: dict[int, tuple[Span, ...]] = {}
        if claim is not None:
            # In the running text only what is named: a paraphrase differs in every other word.
            details = lighting.by_article(claim, lighting.detail_words(self.session, claim))
            conflicts = lighting.by_article(claim, lighting.conflicting_words(self.session, claim))
        self.columns.show(place, details, conflicts, self.hits_by_article(), palette)
        if reveal:
            self.columns.reveal(place)
        claims = place.listed
        self.query_one(ClaimList).show(
            claims, claim.id if claim else None, place.filter.words, palette
        )
        self.query_one(Detail).show(self._shown(claim), palette, self._nothing())
        self.query_one(TopBar).show(self._standing(), palette)
        self.query_one(KeyBar).show(why_not(place, self.hits), palette)

    def _shown(self, claim: Claim | None) -> Shown | None:
        if claim is None:
            return None
        drafts = [kind for (claim_id, kind) in self.drafts if claim_id == claim.id]
        return Shown(
            claim,
            lighting.sentences_of(self.session, claim),
            self.session.reviewer,
            self.session.case.scale,
            f"{self.place.index + 1} of {len(self.place.listed)}",
            " and ".join(f"a {kind} is typed, only a draft so far" for kind in drafts),
        )

    def _nothing(self) -> str:
        if self.place.filter in (Filter.ALL, Filter.EVERYTHING):
            return "No sentence of these articles makes a claim that could be checked."
        return f"No claim is {self.place.filter.words}. Press f for another filter, Esc for all."

    def _standing(self) -> Standing:
        if self._opened is None:
            return Standing(self.app.case_name, None, SaveState.UNTOUCHED)
        session = self.place.session
        return Standing(
            session.case.title,
            session.progress,
            self._save_state(),
            self.failure,
            len(session.problems),
        )

    def _save_state(self) -> SaveState:
        if self.app.session_thread.pending:
            return SaveState.SAVING
        if self.failure:
            return SaveState.FAILED
        return SaveState.SAVED if self.saved_once else SaveState.UNTOUCHED

    def show_standing(self) -> None:
        """Show the header alone."""
        self.query_one(TopBar).show(self._standing(), self.app.palette)

    def hits_by_article(self) -> dict[int, list[Span]]:
        """What the search found, by the index of the article."""
        found: dict[int, list[Span]] = {}
        for hit in self.hits:
            if hit.article is not None:
                found.setdefault(hit.article, []).append(Span(hit.start, hit.end))
        return found

    # -- size -------------------------------------------------------------------------

    def on_resize(self, event: events.Resize) -> None:
        """Fit the columns to the width and the strip to the height."""
        self.fit()
        self.call_after_refresh(self.show_all)

    @property
    def is_too_small(self) -> bool:
        """Whether the window has no room for an article and the strip."""
        width, height = self.app.size
        return width < _SMALLEST[0] or height < _SMALLEST[1]

    def fit(self) -> None:
        """Share out the width and the height."""
        if self._opened is None or self.columns is None:
            return
        width, height = self.app.size
        claims = self.query_one(ClaimList)
        small = self.is_too_small
        notice = self.query_one(Notice)
        notice.display = small
        self.columns.display = self.query_one(Detail).display = not small
        if small:
            claims.display = False
            notice.say(
                f"This window has {width} columns and {height} rows; the workbench needs "
                f"{_SMALLEST[0]} and {_SMALLEST[1]}. Make it larger. Nothing is lost; q leaves."
            )
            return
        wanted = width >= _ROOM_FOR_LIST if self.list_wanted is None else self.list_wanted
        list_width = min(max(width // 5, _LIST_WIDTHS[0]), _LIST_WIDTHS[1])
        claims.display = wanted
        claims.styles.width = min(list_width, width)
        room = width - (list_width if wanted else 0)
        self.place.fit(self.columns.slots(room))
        tall = height * 6 // 10 if self.detail_large else max(9, min(12, height // 4))
        self.query_one(Detail).styles.height = min(tall, height // 2)
