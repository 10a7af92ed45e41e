"""The terminal app: the session's thread, keys in their turn, and leaving in good order."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.binding import Binding
from textual.errors import NoWidget
from textual.notifications import Notify

from workbench.text.cleaning import clean_line
from workbench.tui import signals
from workbench.tui.actions import SUSPEND
from workbench.tui.dialogs.dialog import Dialog
from workbench.tui.drafts import Drafts
from workbench.tui.in_turn import InTurn
from workbench.tui.listing import Listing
from workbench.tui.main.screen import MainScreen
from workbench.tui.opening import open_session
from workbench.tui.remembering import Memory
from workbench.tui.session_thread import SessionThread
from workbench.tui.settings import Settings
from workbench.tui.themed import ThemedApp
from workbench.tui.toasts import action_of, hint

if TYPE_CHECKING:
    from pathlib import Path

    from textual.command import Provider
    from textual.notifications import SeverityLevel

    from workbench.tui.filters import Filter


def _claim_commands() -> type[Provider]:
    from workbench.tui.commands import WorkbenchCommands

    return WorkbenchCommands


class WorkbenchApp(ThemedApp):
    """The workbench on one case."""

    TITLE = "workbench"
    CSS_PATH = "app.tcss"
    COMMANDS: ClassVar = {_claim_commands}
    ENABLE_COMMAND_PALETTE = False  # Textual would bind a key that a user may want otherwise.
    BINDINGS: ClassVar = (
        [Binding(key, SUSPEND.id, show=False, priority=True) for key in SUSPEND.keys]
        if signals.CAN_STOP
        else []
    )

    def __init__(
        self,
        folder: Path,
        *,
        verdicts: Path | None = None,
        reviewer: str | None = None,
        theme: str | None = None,
        filter_: Filter | None = None,
        settings: Settings | None = None,
    ) -> None:
        """Prepare the app; nothing is read before the first frame.

        Args:
            folder: The case's folder.
            verdicts: Where the records are, if not where the case says.
            reviewer: Whose records are made; by default git's user.name, else the login.
            theme: A theme's name; if None, the one that the case was left with.
            filter_: Which claims are listed first; if None, those that were.
            settings: The user's; the usual ones if None.
        """
        super().__init__()
        self.use_command_palette = True
        self.settings = settings or Settings()
        self.keymap = self.settings.keymap
        self._folder, self._verdicts, self._reviewer = folder, verdicts, reviewer
        self._filter = filter_
        self.session_thread = SessionThread()
        self.drafts = Drafts(folder)
        self.case_name = clean_line(folder.resolve().name)
        self.is_leaving = False
        self.has_opened = False  # Is there a case that something could be saved in?
        self._was_warned = False
        self.failure: BaseException | None = None
        """Why the case could not be opened; the command line tells it."""
        self.signals = signals.Signals(self)
        self._keys = InTurn(self, super().on_event)
        self.memory = Memory(folder)
        self.wear(theme or self.memory.theme)

    def get_default_screen(self) -> MainScreen:
        """The main screen."""
        chosen = self._filter
        listing = self.memory.listing() if chosen is None else Listing(chosen)
        return MainScreen(listing, self.keymap)

    @property
    def board(self) -> MainScreen:
        """The main screen."""
        screen = self.screen_stack[0]
        assert isinstance(screen, MainScreen)
        return screen

    def open_session(self) -> None:
        """Read the case in the session's thread; the main screen hears how far it is."""
        open_session(self, self._folder, self._verdicts, self._reviewer)

    async def action_quit(self) -> None:
        """Leave as soon as everything is on disk; a dialog with something typed comes first."""
        if isinstance(self.screen, Dialog) and not self.screen.lets_leave():
            return
        self.drafts.keep_now()
        if self.drafts.trouble and not self._was_warned:
            self._was_warned = True
            said = f"{self.drafts.trouble} Press {{leave}} again to leave without it."
            self.say(said, severity="error", timeout=10)
            return
        self.is_leaving = True
        if not (self.has_opened and self.session_thread.pending):
            self.leave()

    async def on_event(self, event: events.Event) -> None:
        """Let keys and pastes in one after another, and after the clicks before them."""
        if event.is_forwarded:
            await super().on_event(event)
        elif isinstance(event, events.Key | events.Paste):
            await self._keys.take(event)
        else:
            await super().on_event(event)
            if isinstance(event, events.MouseUp):
                with suppress(NoWidget):  # The button may be let go outside the window.
                    self._keys.wait_for_click(self.get_widget_at(event.x, event.y)[0])

    def action_help_quit(self) -> None:
        """Ctrl+c copies in a field; elsewhere it says how to leave."""
        self.say("Press {leave} to leave.")

    def say(
        self,
        sentence: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float = 3,
    ) -> None:
        """Say something in a toast; actions are named in braces, and a click does the first."""
        self.post_message(Notify(hint(self.keymap, sentence, title, severity, timeout)))

    @on(events.Click)
    async def _do_what_was_said(self, event: events.Click) -> None:
        if (action := action_of(event.widget)) and self.screen is self.board:
            await self.board.action_do(action)

    def on_mount(self) -> None:
        """Take up the signals that Textual has handlers of its own for; paint all after a stop."""
        self.signals.take_up()
        self.app_resume_signal.subscribe(self, lambda _app: self.screen.refresh())

    def action_suspend(self) -> None:
        """Stop until the shell goes on with it; what is typed is on disk before."""
        if not signals.is_child_of_a_shell():
            self.notify("No shell is waiting behind this window.", markup=False, timeout=3)
            return
        self.drafts.keep_now()
        self.remember()
        self.action_suspend_process()

    def leave(self) -> None:
        """End the app; the next time begins where this one ends.

        A signal may come before the last key in a field has been told of.
        """
        for screen in self.screen_stack:
            if isinstance(screen, Dialog):
                screen.note_draft()
        self.remember()
        self.exit(0)

    def remember(self) -> None:
        """Put on disk where the case is left."""
        if self.screen_stack and self.board.is_open and self.board.session.is_compared:
            self.memory.keep(self.board.case, self.theme)

    def leave_with(self, error: BaseException | None) -> None:
        """End the app because the case could not be opened."""
        self.failure = error
        self.exit(3)
