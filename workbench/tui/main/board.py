"""What the main screen holds, and how it shows the present state.

The bars are there from the first frame; the case comes between them once it has been read. What can
be decided without a terminal stands elsewhere: movements in `tui/place.py`, which words are lit in
`tui/lighting.py`, what a change does in `workbench.review`. The keys are taken up in the modules
beside this one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.screen import Screen

from workbench.text.cleaning import clean_line
from workbench.tui.reasons import why_not
from workbench.tui.searching import number_of, told
from workbench.tui.widgets.bars import KeyBar, SaveState, Standing, TopBar
from workbench.tui.widgets.hint import Hint
from workbench.tui.widgets.notice import Notice, activity

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual import events
    from textual.app import ComposeResult
    from textual.notifications import SeverityLevel
    from textual.theme import Theme

    from workbench.review.session import ReviewSession
    from workbench.tui.app import WorkbenchApp
    from workbench.tui.arranging import Arrangement
    from workbench.tui.listing import Listing
    from workbench.tui.main.open_case import OpenCase
    from workbench.tui.messages import Begun, Come, Grown, Opened, Reading
    from workbench.tui.place import Place
    from workbench.tui.searching import Hit
    from workbench.tui.widgets.typing_bar import TypingBar

_WITHOUT_LOOKING = ("leave", "help", "toggle_theme")
"""What can be done where there is no room for a claim."""
_SMALLEST = (60, 16)
"""Columns and rows below which nothing could be judged: a claim has to be read to be rated."""


class Board(Screen[None]):
    """The main screen without its keys."""

    BLANK = True  # What is on it covers it; Textual would paint it row by row underneath.

    app: WorkbenchApp

    def __init__(self, listing: Listing) -> None:
        super().__init__()
        self._listing = listing
        self._open_case: OpenCase | None = None
        self.saved_once = False
        self.failure = ""
        """Why the latest change is not on disk; empty if it is."""
        self.hits: tuple[Hit, ...] = ()
        self.hit = -1
        self.query_words = ""
        self.typing_bar: TypingBar | None = None
        """Where words are typed, while they are."""
        self._activity = ""
        """What is being done to articles that are shown and have no claims yet."""
        self._percent = 0
        """How much of the articles has been compared."""
        self.in_view: tuple[int, ...] = ()
        """The articles in view; replaced and never changed, as another thread reads it."""
        self._to_come: Callable[[], None] | None = None
        """What brings more claims, while somebody is in the middle of something."""

    def compose(self) -> ComposeResult:
        """Bars above and below, between them how far the reading is."""
        yield TopBar(self._standing())
        yield Notice()
        if self.app.memory.habits.needs_hint:
            yield Hint(self.app.keymap)
        yield KeyBar(self.app.keymap.actions, "do")

    def on_mount(self) -> None:
        """Open the case in the session's thread once the first frame is on the screen."""
        self.app.theme_changed_signal.subscribe(self, self._repaint)
        self.call_after_refresh(self.app.open_session)

    def _repaint(self, _theme: Theme) -> None:
        for widget in self.query("*"):
            widget.refresh()
        self.show_all()

    def on_reading(self, message: Reading) -> None:
        """Show how far it is: in the middle, or in the header once there is something to read."""
        if self.is_open:
            self._activity = activity(message.stage, message.done, message.total)
            if message.stage == "matching" and message.total:
                self._percent = 100 * message.done // message.total
            self.show_standing()
        else:
            self.query_one(Notice).show(message.stage, message.done, message.total)

    async def on_begun(self, message: Begun) -> None:
        """Show what has been read of a large case; its claims come later."""
        if not self.is_open:
            await self._put_up(message.session)
        elif not self.session.is_compared:
            self.place.take_in_articles()
            self.fit()
            self.call_after_refresh(self.show_all)

    async def on_opened(self, message: Opened) -> None:
        """The case is there: put the articles side by side; or leave with the reason why not."""
        self.app.session_thread.pending -= 1
        session = message.outcome.value
        if session is None:
            if not self.app.is_leaving:  # Otherwise the reading was only stopped.
                self.app.leave_with(message.outcome.error)
            return
        self.app.has_opened = True
        if not self.is_open:
            await self._put_up(session)
        else:
            is_reading = self.case.is_scrolled or self.place.sentence is not None
            self.place.take_in_claims(stay=is_reading)
            if not is_reading:
                self.app.memory.restore(self.case)
            self.fit()
            self.call_after_refresh(self.show_all, reveal=not is_reading)
        self._tell_of_files(session)
        if not session.is_partial:
            self._tell_that_all_is_there(session)

    def on_come(self, message: Come) -> None:
        """More claims are there: let them come as soon as nobody is in the middle of something."""
        self._to_come = message.take_in
        self._take_in_more()

    def on_screen_resume(self) -> None:
        """A dialog was closed."""
        self._take_in_more()

    def _take_in_more(self) -> None:
        """Let come what is to come; a form, a line or a label in view must not be disturbed."""
        work = self._to_come
        if work is not None and not self.is_busy:
            from workbench.tui.opening import take_in_more

            self._to_come = None
            take_in_more(self.app, work)

    @property
    def is_busy(self) -> bool:
        """Whether something is being typed, marked or chosen."""
        in_dialog = len(self.app.screen_stack) > 1
        return in_dialog or self.wants_words or (self.is_open and self.place.marked is not None)

    def on_grown(self, message: Grown) -> None:
        """Show the claims that came; cursor, current claim and what is in view stay."""
        if message.outcome.error is not None:
            self.notify(str(message.outcome.error), severity="error", markup=False, timeout=15)
            return
        session = self.session
        if self.place.claim is None:
            self.place.take_in_claims(stay=True)
        self.show_all()
        if not session.is_partial:
            self._tell_that_all_is_there(session)
            if not session.not_compared:
                said = f"All articles are compared: {len(session.claims):,} claims, numbered anew."
                self.notify(said, markup=False, timeout=6)

    def _tell_that_all_is_there(self, session: ReviewSession) -> None:
        """Say what can be said once no more claims will come."""
        if session.not_compared:
            self.notify(session.not_compared, severity="error", markup=False, timeout=20)
        self._offer_drafts(session)

    async def _put_up(self, session: ReviewSession) -> None:
        """Put the articles side by side."""
        from workbench.tui.main.open_case import OpenCase
        from workbench.tui.place import Place

        case = OpenCase(Place(session, self._listing), self.app.palette, self.app.keymap)
        if session.is_compared:
            self.app.memory.restore(case)
        await self.mount(case, after=self.query_one(Notice))
        self._open_case = case
        self.fit()
        self.call_after_refresh(self.show_all, reveal=True)

    async def put_up_instead(self, session: ReviewSession) -> None:
        """Show another session of the case in place of the one that is shown, at its place."""
        self.app.remember()
        self._listing = self.place.listing
        self.hits, self.hit = (), -1
        before, self._open_case = self.case, None
        await before.remove()
        await self._put_up(session)

    def _tell_of_files(self, session: ReviewSession) -> None:
        """Say what could not be read, and what should be known of what was."""
        if self.is_too_small:
            return  # It would hide what has to be said first.
        from workbench.review.case import why_unwritable

        for wrong in (why_unwritable(session.case), self.app.settings.complaint):
            if wrong:
                self.notify(wrong, severity="error", markup=False, timeout=15)
        told: tuple[tuple[tuple[str, ...], str, SeverityLevel], ...] = (
            (session.problems, "files could not be read", "warning"),
            (session.notices, "things to know of the articles", "information"),
        )
        for sentences, what, severity in told:
            if sentences:
                several = f"{len(sentences)} {what}: press {{problems}}"
                if len(sentences) == 1:
                    self.notify(sentences[0], severity=severity, markup=False, timeout=10)
                else:
                    self.app.say(several, severity=severity, timeout=10)

    def _offer_drafts(self, session: ReviewSession) -> None:
        """Say what was typed before the program last ended."""
        ids = {claim_id for claim_id, _ in self.app.drafts.keys}
        numbers = sorted(claim.number for claim in session.claims if claim.id in ids)
        if numbers:
            claims = f"claim{'s' if len(numbers) > 1 else ''} {', '.join(map(str, numbers))}"
            said = f"What you typed on {claims} is still here; open the dialog to go on."
            self.notify(said, markup=False, timeout=10)
        if len(numbers) < len(ids):
            where = clean_line(str(self.app.drafts.folder))
            said = f"What you typed on a claim that is no longer in the articles is in {where}."
            self.notify(said, severity="warning", markup=False, timeout=20)

    @property
    def is_open(self) -> bool:
        """Whether articles are on the screen; `session.is_compared` says whether claims are."""
        return self._open_case is not None

    @property
    def case(self) -> OpenCase:
        """The case on the screen; only once it has been read."""
        assert self._open_case is not None
        return self._open_case

    @property
    def place(self) -> Place:
        """Where the person is; only once the case has been read."""
        return self.case.place

    @property
    def session(self) -> ReviewSession:
        """The case's session; only once it has been read."""
        return self.place.session

    async def open_bar(self, bar: TypingBar) -> None:
        """Put a line to type in where the keys are."""
        if self.typing_bar is None:
            self.query_one(KeyBar).display = False
            self.typing_bar = bar
            await self.mount(bar)

    async def close_bar(self) -> None:
        """Put the keys back."""
        bar, self.typing_bar = self.typing_bar, None
        if bar is not None:
            await bar.remove()
            self.query_one(KeyBar).display = True
            self._take_in_more()

    @property
    def wants_words(self) -> bool:
        """Whether what is typed is meant for the line that is open."""
        return self.typing_bar is not None

    def show_all(self, *, reveal: bool = False) -> None:
        """Show the present state everywhere; a part that has not changed costs next to nothing."""
        self.show_standing()
        if not self.is_open:
            return
        self.in_view = tuple(self.place.columns)
        self._take_in_more()
        claim = self.place.claim
        drafts = [kind for claim_id, kind in self.app.drafts.keys if claim and claim_id == claim.id]
        self.case.show(self.hits, drafts, self.app.palette)
        if reveal:
            self.case.reveal()
        self.show_keys()

    def show_keys(self) -> None:
        """Show which keys can act now, and before them what a search found."""
        notes: list[list[tuple[str, str]]] = []
        if self.hits:
            keys = self.app.keymap.pieces("{next_hit} {previous_hit} next   {back} back")
            which = f"{number_of(self.hits, self.hit)}   "
            where = f"{told(self.hits, self.hit)}   "
            query = f"/{self.query_words}  "
            notes = [[(found, "search"), *keys] for found in (query + where, query + which, which)]
        self.query_one(KeyBar).show(self.reasons(), notes)

    def reasons(self) -> dict[str, str]:
        """For each action that cannot act now, why not; keys by ids, in braces."""
        reasons = why_not(self.place if self.is_open else None, self.hits)
        if self.is_too_small:
            larger = "Make the window larger first: a claim has to be seen to be judged."
            ids = self.app.keymap.by_id.keys() - _WITHOUT_LOOKING
            reasons |= dict.fromkeys(ids, larger)
        return reasons

    def move(self, step: Callable[[], bool]) -> None:
        """Show where a step leads, if it leads anywhere."""
        if self.is_open and step():
            self.show_all(reveal=True)

    def lay_out(self, arrangement: Arrangement) -> None:
        """Lay the articles out otherwise."""
        self.place.lay_out(arrangement)
        self.show_all(reveal=True)

    def show_standing(self) -> None:
        """Show the header alone."""
        self.query_one(TopBar).show(self._standing())

    def _standing(self) -> Standing:
        if not self.is_open:
            return Standing(self.app.case_name, None, SaveState.UNTOUCHED)
        session = self.session
        if not session.is_compared:
            state = SaveState.UNTOUCHED
            return Standing(session.case.title, None, state, activity=self._activity)
        return Standing(
            session.case.title,
            session.progress,
            self._save_state(),
            self.failure,
            len(session.problems),
            f"comparing {self._percent} %" if session.is_partial else "",
        )

    def _save_state(self) -> SaveState:
        if self.app.session_thread.pending:
            return SaveState.SAVING
        if self.failure:
            return SaveState.FAILED
        return SaveState.SAVED if self.saved_once else SaveState.UNTOUCHED

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
        """Share out the width and the height, or say that there is too little of it."""
        if not self.is_open:
            return
        small = self.is_too_small
        notice = self.query_one(Notice)
        notice.display, self.case.display = small, not small
        if small:
            width, height = self.app.size
            notice.say(
                self.app.keymap.pieces(
                    f"This window has {width} columns and {height} rows; the workbench needs "
                    f"{_SMALLEST[0]} and {_SMALLEST[1]}. Make it larger. "
                    "Nothing is lost; {leave} leaves."
                )
            )
        else:
            self.case.fit(self.app.size)
