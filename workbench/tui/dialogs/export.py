"""The dialog that writes the case in a format for others, and says what is not in it.

The export is made in the session's thread, after every change before it. The dialog stays open and
tells how it went; a file that is there already is replaced only when the key is pressed again.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from textual import on
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from workbench.publish.formats import FORMATS, export_case, find_format
from workbench.publish.saving import save_export
from workbench.publish.selecting import PUBLIC, STATUSES
from workbench.text.cleaning import clean_line
from workbench.tui.dialogs.box import Box
from workbench.tui.dialogs.dialog import Dialog
from workbench.tui.dialogs.fields import Choice, Label, Option
from workbench.tui.dialogs.text_fields import Line
from workbench.tui.keymap import bind
from workbench.tui.widgets.bars import KeyBar

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from workbench.publish.selecting import Export
    from workbench.review.session import ReviewSession
    from workbench.tui.session_thread import Outcome

_FIRST = "html"
_KEYS = {"html": "h", "markdown": "m", "csv": "t", "claimreview": "r", "annotations": "a"}
_KEYS["averitec"] = "v"
_CALLED = {
    "html": "web page",
    "markdown": "Markdown",
    "csv": "table",
    "claimreview": "ClaimReview",
    "averitec": "AVeriTeC",
}
"""Formats that are called otherwise than by their name."""
_WHICH = {"usual": (), "public": PUBLIC, "all": STATUSES}
_ACTIONS = ("save", "cancel", "next_field", "previous_field")


class ExportDialog(Dialog[None]):
    """Format, statuses and file."""

    CSS_PATH = "export.tcss"
    VERTICAL_BREAKPOINTS = [(0, "-low"), (32, "-tall")]  # noqa: RUF012 - as Textual has it

    @dataclass
    class Exported(Message):
        """The file is there, or it is known why not."""

        outcome: Outcome[Export]
        path: Path

    def __init__(self, session: ReviewSession) -> None:
        """Open the dialog on the case as it is."""
        super().__init__()
        self._session = session
        self._is_busy = False
        self._may_replace: Path | None = None
        self._offered = _offered(session, _FIRST)

    def compose(self) -> ComposeResult:
        """Fields, what came of the export, keys."""
        formats = [
            Option(f.name, _CALLED.get(f.name, f.name), _KEYS[f.name])
            for f in sorted(FORMATS, key=lambda f: list(_KEYS).index(f.name))
        ]
        which = [
            Option("usual", "as usual", "u"),
            Option("public", "approved and published", "p"),
            Option("all", "every one", "e"),
        ]
        actions = [a for a in self.app.keymap.dialog_actions if a.id in _ACTIONS]
        bind(self, actions)
        with Box("export", gives="export-told"):
            yield Static(Content("Export"), id="export-heading")
            for label, field in (
                ("As", Choice(formats, _FIRST, id="format")),
                ("Verdicts", Choice(which, "usual", id="which")),
                ("Into", Line("path", self._offered, "a file")),
            ):
                with Horizontal(classes="row"):
                    yield Label(label, str(field.id))
                    yield field
            yield Static(Content(""), id="export-about")
            with VerticalScroll(id="export-told"):
                yield Static(Content(""), id="export-lines")
            yield KeyBar(actions)

    def on_mount(self) -> None:
        """Begin with the format."""
        self.query_one("#format").focus()
        self._explain()

    @on(Choice.Picked)
    def _picked(self) -> None:
        """Offer a file of the format, unless the person has named one."""
        path = self.query_one("#path", Input)
        offered = _offered(self._session, self._format)
        if path.value == self._offered:
            path.value = offered
        self._offered = offered
        self._explain()
        self._say("#export-lines", "")

    @property
    def _format(self) -> str:
        return self.query_one("#format", Choice).value

    def _explain(self) -> None:
        chosen = find_format(self._format)
        which = self.query_one("#which", Choice).value
        statuses = _WHICH[which] or chosen.statuses
        all_of_them = "every status" if len(statuses) == len(STATUSES) else " or ".join(statuses)
        self._say("#export-about", f"{chosen.about}; verdicts of {all_of_them}")

    def action_save(self) -> None:
        """Export; a file that is there is replaced at the second press."""
        written = self.query_one("#path", Input).value.strip()
        if self._is_busy:
            return
        if not written:
            self._say("#export-lines", "Name a file.")
            return
        path = Path(written).expanduser()
        if path.is_file() and self._may_replace != path:
            self._may_replace = path
            ask = "{save} again replaces it."
            self._say("#export-lines", f"There is such a file. {self.app.keymap.fill(ask)}")
            return
        self._is_busy = True
        self._say("#export-lines", "exporting…")
        session, name = self._session, self._format
        statuses = _WHICH[self.query_one("#which", Choice).value]

        def export() -> Export:
            exported = export_case(session, name, statuses)
            save_export(session.case, path, exported.data)
            return exported

        def report(outcome: Outcome[Export]) -> None:
            self.post_message(self.Exported(outcome, path))

        self.app.session_thread.submit_quietly(export, report)

    @on(Exported)
    def _done(self, message: Exported) -> None:
        self._is_busy = False
        exported = message.outcome.value
        if exported is None:
            self._say("#export-lines", str(message.outcome.error))
            return
        self._may_replace = None
        where = f"{exported.counted} written to {message.path}."
        left_out = [str(left) for left in exported.left_out]
        heading = [f"Not in it ({len(left_out)}):"] if left_out else []
        sentences = [where, *exported.warnings, *heading, *left_out]
        self._say("#export-lines", *sentences)
        self.query_one("#export-told").focus()

    def action_next_field(self) -> None:
        """Go to the next field."""
        self.focus_next()

    def action_previous_field(self) -> None:
        """Go to the field before."""
        self.focus_previous()

    def action_cancel(self) -> None:
        """Go back."""
        self.dismiss()

    def _say(self, where: str, *sentences: str) -> None:
        told = "\n".join(clean_line(sentence) for sentence in sentences)
        self.query_one(where, Static).update(Content(told))


def _offered(session: ReviewSession, name: str) -> str:
    """A file to write: in the case, but not where the next start would take it for an article."""
    case = session.case
    file = find_format(name).file
    if case.sources_dir == case.root:
        return str(case.root.parent / f"{case.root.name}-{file}")
    return str(case.root / file)
