"""What the dialogs with fields have in common: labels, saving, complaints, keeping what was typed.

A dialog stays open until its record is on disk. Nothing that ends it loses text, be it `Esc`, a
closed window or a crash: what was typed is a draft half a second later, and is there when the
dialog is opened again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static, TextArea

from workbench.text.cleaning import clean, clean_line
from workbench.tui.dialogs.fields import Choice
from workbench.tui.dialogs.type_ahead import TypeAhead
from workbench.tui.drafts import PAUSE
from workbench.tui.keymap import bind
from workbench.tui.widgets.bars import KeyBar

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual import events
    from textual.app import ComposeResult
    from textual.widget import Widget

    from workbench.review.model import Claim
    from workbench.review.session import Saved
    from workbench.tui.app import WorkbenchApp
    from workbench.tui.main.judging import Judging
    from workbench.tui.session_thread import Outcome


class FormDialog(ModalScreen[None]):
    """A dialog on one claim, with fields that make one record."""

    CSS_PATH = "form.tcss"
    BINDINGS: ClassVar = [
        # Before any field sees the next key, which may come in the same packet.
        Binding("tab", "app.focus_next", show=False, priority=True),
        Binding("shift+tab", "app.focus_previous", show=False, priority=True),
    ]
    kind: ClassVar[str] = "record"
    """What it makes, in a word; also the name under which a draft is kept."""
    app: WorkbenchApp

    def __init__(self, board: Judging, claim: Claim) -> None:
        """Open a dialog.

        Args:
            board: The screen that it lies over, which saves for it.
            claim: What the record is about.
        """
        super().__init__()
        self.board = board
        self.claim = claim
        self._at_first: dict[str, str] = {}
        self._is_saving = False
        self._is_kept_soon = False
        self.type_ahead = TypeAhead()
        bind(self, board.app.keymap.dialog_actions)

    def heading(self) -> str:
        """What the dialog's head says."""
        raise NotImplementedError

    def fields(self) -> Iterable[tuple[str, Widget]]:
        """The fields with their labels, in the order of the tab key; each has an id."""
        raise NotImplementedError

    def complaint(self, values: dict[str, str]) -> tuple[str, str] | None:
        """The id of a field that cannot be saved so, and why; None if all can."""
        raise NotImplementedError

    def save(self, values: dict[str, str]) -> Saved:
        """Save the record; called in the session's thread."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        """Head, claim, fields, complaint, keys."""
        with Vertical(id="form"):
            yield Static(Content(self.heading()), id="form-heading")
            yield Static(Content(self.claim.text.replace("\n", " ")), id="form-claim")
            with VerticalScroll(id="form-fields", can_focus=False):
                for label, field in self.fields():
                    with Horizontal(classes="row"):
                        yield Static(Content(label), classes="label")
                        yield field
            yield Static(Content(""), id="form-complaint")
            yield KeyBar(self.app.palette, self.app.keymap.dialog_actions)

    def on_mount(self) -> None:
        """Bring back what was typed before, and begin in the field that is wanted first."""
        self._at_first = self.values()
        draft = self.app.drafts.get(self.claim.id, self.kind)
        if draft:
            for name, value in self.brought_back(draft).items():
                self._put(name, value)
            self.complain("This is what you typed before; it is only a draft so far.")
        fields = list(self.query("Input, TextArea, Choice"))
        first = next(i for i, field in enumerate(fields) if field.id == self.first_field())
        ends = {"cancel": self.action_cancel, "save": self.action_save}
        actions = self.app.keymap.by_id
        ending = {key: does for name, does in ends.items() for key in actions[name].keys}
        self.call_after_refresh(self.type_ahead.give_on, fields, first, ending)

    def on_key(self, event: events.Key) -> None:
        """Hold what is typed before there are fields."""
        self.type_ahead.hold(event)

    def brought_back(self, draft: dict[str, str]) -> dict[str, str]:
        """What of a draft goes into the fields, by id."""
        return draft

    def first_field(self) -> str:
        """The id of the field to begin in."""
        return next(iter(self._at_first))

    @property
    def is_touched(self) -> bool:
        """Whether something was typed that is not on disk."""
        return self.values() != self._at_first

    def values(self) -> dict[str, str]:
        """What the fields hold, by id, as it will be saved."""
        found: dict[str, str] = {}
        for field in self.query("Input, TextArea, Choice"):
            if isinstance(field, Input):
                found[str(field.id)] = field.value.strip()
            elif isinstance(field, TextArea):
                found[str(field.id)] = field.text.strip()
            elif isinstance(field, Choice):
                found[str(field.id)] = field.value
        return found

    def complain(self, sentence: str) -> None:
        """Say something in the dialog's last line."""
        self.query_one("#form-complaint", Static).update(Content(sentence))

    def action_save(self) -> None:
        """Save, and go back once it is on disk."""
        if self._is_saving:
            return
        values = self.values()
        wrong = self.complaint(values)
        if wrong is not None:
            field, sentence = wrong
            self.complain(sentence)
            self.query_one(f"#{field}").focus()
            return
        self._is_saving = True
        self._note_draft()
        self.complain("saving…")

        def save() -> Saved:
            self.app.drafts.keep_now()  # So that the text outlives a crash in the middle of it.
            return self.save(values)

        self.board.change(save, self._saved)

    def action_cancel(self) -> None:
        """Go back; what was typed is kept."""
        if self._is_saving:
            return
        self._note_draft()
        self.app.drafts.keep()
        self.dismiss()

    def action_undo_typing(self) -> None:
        """Undo in the field that has the cursor."""
        if isinstance(self.focused, TextArea):
            self.focused.undo()

    @on(Input.Changed)
    @on(TextArea.Changed)
    @on(Choice.Picked)
    def _typed(self) -> None:
        """Keep what was typed, at once in memory and soon on disk."""
        if not self._at_first:  # The fields are only being filled.
            return
        self._note_draft()
        if not self._is_kept_soon:
            self._is_kept_soon = True
            self.set_timer(PAUSE, self._keep_draft)

    def _note_draft(self) -> None:
        drafts = self.app.drafts
        if self.is_touched:
            drafts.note(self.claim.id, self.kind, self.values(), self.claim.text)
        else:
            drafts.drop(self.claim.id, self.kind)

    def _keep_draft(self) -> None:
        self._is_kept_soon = False
        self.app.drafts.keep()
        if self.app.drafts.trouble:
            self.complain(self.app.drafts.trouble)

    def _saved(self, outcome: Outcome[Saved | None]) -> None:
        self._is_saving = False
        if outcome.error is not None:
            is_gone = isinstance(outcome.error, KeyError)
            why = "This claim is no longer there." if is_gone else clean_line(str(outcome.error))
            self.complain(f"{why} Your text is still here.")
            return
        self.app.drafts.drop(self.claim.id, self.kind)
        self.app.drafts.keep()
        self.board.follow(self.claim.id, outcome)
        self.dismiss()

    def _put(self, name: str, value: str) -> None:
        for field in self.query(f"#{name}"):
            if isinstance(field, Input | Choice):
                field.value = value
            elif isinstance(field, TextArea):
                field.text = value


def line_field(name: str, value: str = "", hint: str = "") -> Input:
    """A field for one line, with a hint that goes away when something is typed."""
    return Input(clean_line(value), placeholder=hint, id=name, compact=True)


def text_field(name: str, value: str = "", *, rows: int = 3, hint: str = "") -> TextArea:
    """A field for several lines, `rows` rows high; tab leaves it."""
    area = TextArea(clean(value), id=name, tab_behavior="focus", compact=True, placeholder=hint)
    area.styles.height = rows
    return area
