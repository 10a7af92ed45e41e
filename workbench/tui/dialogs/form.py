"""What the dialogs with fields have in common: labels, saving, remarks, keeping what was typed.

A dialog stays open until its record is on disk. Nothing that ends it loses text, be it `Esc`, a
closed window or a crash: what was typed is a draft half a second later, and is there when the
dialog is opened again. What is wrong with a field is said below that field, when it is left.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Input, Static, TextArea

from workbench.text.cleaning import clean_line
from workbench.tui.dialogs.box import Box
from workbench.tui.dialogs.dialog import Dialog
from workbench.tui.dialogs.fields import Choice, Label
from workbench.tui.drafts import PAUSE
from workbench.tui.keymap import bind
from workbench.tui.widgets.bars import KeyBar

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from textual import events
    from textual.app import ComposeResult
    from textual.widget import Widget

    from workbench.review.model import Claim
    from workbench.review.session import Saved
    from workbench.tui.main.judging import Judging
    from workbench.tui.session_thread import Outcome

_FIELDS = "Input, TextArea, Choice"


class FormDialog(Dialog[str | None]):
    """A dialog on one claim, with fields that make one record.

    It is dismissed with None, or with a word for what the screen below is to do next.
    """

    CSS_PATH = "form.tcss"
    VERTICAL_BREAKPOINTS = [(0, "-low"), (32, "-tall")]  # noqa: RUF012 - as Textual has it
    LACKS: ClassVar[tuple[str, ...]] = ("reuse", "point")
    """Actions of dialogs that this one does not have."""
    AUTO_FOCUS = ""
    wants_words = True
    kind: ClassVar[str] = "record"
    """What it makes, in a word; also the name under which a draft is kept."""

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
        self._remarks: dict[str, str] = {}
        self._is_saving = False
        self._is_kept_soon = False
        self._actions = [a for a in board.app.keymap.dialog_actions if a.id not in self.LACKS]
        bind(self, self._actions)

    def heading(self) -> str:
        """What the dialog's head says."""
        raise NotImplementedError

    def fields(self) -> Iterable[tuple[str, Widget]]:
        """The fields with their labels, in the order of the tab key; each has an id."""
        raise NotImplementedError

    def faults(self, values: Mapping[str, str]) -> dict[str, str]:
        """For each field that cannot be saved so, by id, one sentence that says why."""
        raise NotImplementedError

    def save(self, values: dict[str, str]) -> Saved:
        """Save the record; called in the session's thread."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        """Head, claim, fields with room for a remark, what came of saving, keys."""
        with Box("form", gives="form-fields"):
            yield Static(Content(self.heading()), id="form-heading")
            yield Static(Content(self.claim.text.replace("\n", " ")), id="form-claim")
            with VerticalScroll(id="form-fields", can_focus=False):
                for label, field in self.fields():
                    apart = isinstance(field, TextArea) or field.id == "rating"
                    with Horizontal(classes="row -apart" if apart else "row"):
                        yield Label(label, str(field.id))
                        with Vertical(classes="cell"):
                            yield field
                            yield Static(Content(""), id=f"{field.id}-remark", classes="remark")
            yield Static(Content(""), id="form-complaint")
            yield KeyBar(self._actions)

    def on_descendant_focus(self) -> None:
        """There is a cursor now."""
        self.wants_words = False

    def on_mount(self) -> None:
        """Bring back what was typed before, and begin in the field that is wanted first."""
        self._at_first = self.values()
        self.app.clear_notifications()  # They would lie over the fields.
        draft = self.app.drafts.get(self.claim.id, self.kind)
        if draft:
            for name, value in self.brought_back(draft).items():
                self.put(name, value)
            self.complain("This is what you typed before; it is only a draft so far.")
        self.query_one(f"#{self.first_field()}").focus()

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

    def lets_leave(self) -> bool:
        """Not while something typed is not on disk."""
        if self.is_touched:
            said = "Save it with {save}, or go back with {cancel}, before you leave."
            self.complain(self.app.keymap.fill(said))
        return not self.is_touched

    def values(self) -> dict[str, str]:
        """What the fields hold, by id, as it will be saved."""
        return {str(field.id): _value(field).strip() for field in self.query(_FIELDS)}

    def complain(self, sentence: str) -> None:
        """Say something about the dialog as a whole, above its keys."""
        self.query_one("#form-complaint", Static).update(Content(sentence))

    def remark(self, name: str, sentence: str, *, is_fault: bool = False) -> None:
        """Say something below a field; nothing, if the sentence is empty."""
        if self._remarks.get(name, "") == sentence:
            return
        self._remarks[name] = sentence
        remark = self.query_one(f"#{name}-remark", Static)
        remark.update(Content(sentence))
        remark.set_class(bool(sentence), "-said")
        remark.set_class(is_fault, "-fault")

    def field_left(self, name: str) -> None:
        """A field was left: say what is wrong with it."""
        self._check(name)

    def _check(self, name: str) -> None:
        """Say what is wrong with a field, unless it is still empty."""
        if name in self._at_first:
            values = self.values()
            fault = self.faults(values).get(name, "") if values[name] else ""
            if fault or self._has_fault(name):
                self.remark(name, fault, is_fault=bool(fault))

    def on_descendant_blur(self, event: events.DescendantBlur) -> None:
        """A field was left."""
        if event.widget.id and self.is_current:
            self.field_left(event.widget.id)

    def action_save(self) -> None:
        """Save, and go back once it is on disk."""
        if self._is_saving:
            return
        if self.focused is not None and self.focused.id:
            self.field_left(self.focused.id)
        values = self.values()
        faults = self.faults(values)
        for name in values:
            if name in faults or self._has_fault(name):
                self.remark(name, faults.get(name, ""), is_fault=name in faults)
        if faults:
            self.complain("Not saved yet: see what is said below the field.")
            self.query_one(f"#{next(name for name in values if name in faults)}").focus()
            return
        self._is_saving = True
        self.note_draft()
        self.complain("saving…")

        def save() -> Saved:
            self.app.drafts.keep_now()  # So that the text outlives a crash in the middle of it.
            return self.save(values)

        self.board.change(save, self._saved)

    def action_cancel(self) -> None:
        """Go back; what was typed is kept."""
        self.leave()

    def leave(self, then: str | None = None) -> None:
        """Go back with what was typed kept.

        Args:
            then: What the screen below is to do next, if anything.
        """
        if self._is_saving:
            return
        self.note_draft()
        self.app.drafts.keep()
        self.dismiss(then)

    def action_next_field(self) -> None:
        """Go to the next field."""
        self.focus_next(_FIELDS)

    def action_previous_field(self) -> None:
        """Go to the field before."""
        self.focus_previous(_FIELDS)

    def action_undo_typing(self) -> None:
        """Undo in the field that has the cursor."""
        if isinstance(self.focused, TextArea):
            self.focused.undo()

    def action_editor(self) -> None:
        """Edit the field that has the cursor in the person's own editor."""
        from textual.app import SuspendNotSupported

        from workbench.tui.editor import edit

        field = self.focused
        if not isinstance(field, TextArea):
            self.complain(self.app.keymap.fill("{editor} edits a field of several lines."))
            return
        self.note_draft()
        self.app.drafts.keep_now()
        try:
            edited = edit(field.text, self.app.suspend)
        except SuspendNotSupported:
            self.complain("This terminal cannot be left to another program.")
            return
        if edited.text != field.text.rstrip():
            field.replace(edited.text, (0, 0), field.document.end)  # Undone as one step.
        self.complain(edited.trouble)

    @on(Input.Changed)
    @on(TextArea.Changed)
    @on(Choice.Picked)
    def _typed(self, event: Input.Changed | TextArea.Changed | Choice.Picked) -> None:
        """Keep what was typed, at once in memory and soon on disk."""
        if not self._at_first:  # The fields are only being filled.
            return
        control = event.control
        if control is not None and self._has_fault(str(control.id)):
            self._check(str(control.id))
        self.note_draft()
        if not self._is_kept_soon:
            self._is_kept_soon = True
            self.set_timer(PAUSE, self._keep_draft)

    def _has_fault(self, name: str) -> bool:
        return self.query_one(f"#{name}-remark").has_class("-fault")

    def note_draft(self) -> None:
        """Take in what was typed; it goes to disk with the other drafts."""
        drafts = self.app.drafts
        if not self._at_first:
            return  # There are no fields yet.
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
        self.dismiss(None)

    def put(self, name: str, value: str) -> None:
        """Put a value into a field."""
        for field in self.query(f"#{name}"):
            if isinstance(field, Input | Choice):
                field.value = value
            elif isinstance(field, TextArea):
                field.text = value


def _value(field: Widget) -> str:
    if isinstance(field, TextArea):
        return field.text
    return field.value if isinstance(field, Input | Choice) else ""
