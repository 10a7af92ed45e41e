"""The panel that asks "checked before?": earlier checks like the current claim, and citing one.

Folders of earlier checks may be large and on a slow disk, so they are read in a thread of their
own; the panel says so meanwhile, and can be left at any time.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import partial
from threading import Thread
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding
from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.widgets import OptionList, Static

from workbench.library.check import LIKE, VERY_LIKE
from workbench.text.cleaning import clean_line
from workbench.tui.dialogs.box import Box
from workbench.tui.dialogs.dialog import Dialog
from workbench.tui.dialogs.lists import Hanging, Offers
from workbench.tui.keymap import bind
from workbench.tui.widgets.key_line import KeyLine, Offered

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from workbench.library.check import EarlierCheck, Found
    from workbench.library.library import Library
    from workbench.review.model import Claim
    from workbench.review.session import Saved
    from workbench.tui.main.judging import Judging
    from workbench.tui.session_thread import Outcome

_MOST = 20
_MARKS = "●●● likely the same, ●●○ may be"
_BACK = Offered("Esc", "back", "dismiss")


class LibraryLoader:
    """Opens the case's library once, in whichever thread asks for it first."""

    def __init__(self) -> None:
        self._library: Library | None = None

    def load(self, board: Judging) -> Library:
        """The library; takes seconds where a large folder is new. Not from the screen's thread."""
        if self._library is None:
            from workbench.library.library import Library

            self._library = Library.of(board.session.case)
        return self._library


class EarlierPanel(Dialog[None]):
    """Earlier checks of the current claim, the likest first."""

    CSS_PATH = "earlier.tcss"
    BINDINGS: ClassVar = [
        Binding("enter", "cite", show=False, priority=True),
        Binding("j", "step(1)", show=False),
        Binding("k", "step(-1)", show=False),
        Binding("escape,q", "dismiss(None)", show=False),
    ]

    @dataclass
    class Searched(Message):
        """What the search found, or why it could not be made.

        Attributes:
            found: The likest first.
            size: Among how many.
            trouble: Sentences on what could not be read.
        """

        found: tuple[Found, ...]
        size: int
        trouble: tuple[str, ...]

    def __init__(self, board: Judging, claim: Claim, loader: LibraryLoader) -> None:
        """Ask about a claim.

        Args:
            board: The screen that it lies over, which saves for it.
            claim: Which claim.
            loader: Where the library comes from.
        """
        super().__init__()
        self._board = board
        self._claim = claim
        self._loader = loader
        self._found: tuple[Found, ...] = ()
        actions = board.app.keymap.by_id
        bind(self, [actions["cite"]])
        self._closed_by = actions["earlier"].keys

    def compose(self) -> ComposeResult:
        """Heading, claim, what was found, keys."""
        with Box("earlier", gives="earlier-list"):
            yield Static(Content("Checked before?"), id="earlier-heading")
            yield Static(Content(self._claim.text), id="earlier-claim")
            yield Static(Content("Searching the earlier checks…"), id="earlier-said")
            yield Offers(id="earlier-list", compact=True)
            yield KeyLine([_BACK], id="earlier-keys")

    def on_mount(self) -> None:
        """Search in a thread; Python does not wait for it at the end."""
        for key in self._closed_by:
            self._bindings.bind(key, "dismiss(None)", show=False)
        self.query_one(OptionList).focus()
        Thread(target=self._search, name="earlier checks", daemon=True).start()

    def _search(self) -> None:
        try:
            from workbench.library.asking import earlier_checks

            library = self._loader.load(self._board)
            found = earlier_checks(library, self._board.session, self._claim, _MOST)
            message = self.Searched(found, library.size, library.problems)
        except Exception as error:  # the panel says so; nothing else depends on it
            said = f"The earlier checks could not be searched: {clean_line(str(error), 200)}."
            message = self.Searched((), 0, (said,))
        self.post_message(message)

    def on_earlier_panel_searched(self, message: Searched) -> None:
        """Show what was found."""
        session = self._board.session
        self._found = message.found
        options = self.query_one(OptionList)
        options.add_options(_content(found) for found in self._found)
        if self._found:
            options.highlighted = 0
            cite = self.app.keymap.fill("{cite} or Enter")
            self.query_one(KeyLine).offer(
                (
                    Offered("↑", "", "step(-1)"),
                    Offered("↓", "choose", "step(1)"),
                    Offered(cite, "cite as evidence", "cite"),
                    _BACK,
                )
            )
        many = "earlier check" if message.size == 1 else "earlier checks"
        are = "is" if len(self._found) == 1 else "are"
        said = f"{len(self._found)} of {message.size:,} {many} {are} like it. {_MARKS}"
        if not self._found:
            said = f"Nothing like it among {message.size:,} {many}."
            if message.trouble and not message.size:
                said = ""
            elif not session.case.libraries:
                said += " Name folders of earlier checks under “libraries” in workbench.toml."
        self.query_one("#earlier-said", Static).update(
            Content(" ".join((said, *message.trouble)).strip())
        )

    def action_step(self, by: int) -> None:
        """Go to the next check, or the one before."""
        options = self.query_one(OptionList)
        (options.action_cursor_down if by > 0 else options.action_cursor_up)()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """A click only chooses: citing is a record."""
        event.stop()

    @on(Click, "#earlier-list")
    def _clicked(self, event: Click) -> None:
        """The second of two clicks on a check cites it."""
        if event.chain == 2:
            self.action_cite()

    def action_cite(self) -> None:
        """Cite the chosen check as evidence."""
        index = self.query_one(OptionList).highlighted
        if index is None or index >= len(self._found):
            return
        from workbench.library.check import citation

        fields = citation(self._found[index].check, date.today().isoformat())
        work = partial(self._board.session.add_evidence, self._claim.id, **fields)
        self._board.change(work, self._cited)

    def _cited(self, outcome: Outcome[Saved | None]) -> None:
        if outcome.error is not None:
            said = clean_line(str(outcome.error))
            self.query_one("#earlier-said", Static).update(Content(said))
            return
        self._board.follow(self._claim.id, outcome)
        self._board.notify(
            f"Cited as evidence on claim {self._claim.number}.", markup=False, timeout=3
        )
        self.dismiss(None)


def _content(found: Found) -> Hanging:
    """How like it is, and a check in two lines or three: rating and who, the claim, the finding."""
    check = found.check
    like = "●●●" if found.score >= VERY_LIKE else "●●○" if found.score >= LIKE else "●○○"
    lines = [
        Content.assemble(
            Content.styled(check.rating, "bold $text-accent"),
            Content.styled(f"  {_from(check)}", "$text-muted"),
        ),
        Content(check.claim),
    ]
    if check.conclusion:
        lines.append(Content.styled(check.conclusion, "$text-muted"))
    return Hanging(Content.styled(f"  {like}  ", "$text-muted"), Content("\n").join(lines))


def _from(check: EarlierCheck) -> str:
    status = f"{check.status} in this case" if check.claim_id else check.status
    return " · ".join(part for part in (check.checker, check.date, status, check.url) if part)
