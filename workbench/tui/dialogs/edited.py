"""The dialog that asks where a judged sentence is now, after its article was edited.

A verdict is never moved to other words by the program: it shows the words that were judged beside
the likeliest ones, with what differs lit, and a person says. The answer is a record.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from workbench.review.summary import article_letter
from workbench.text.cleaning import clean_line
from workbench.tui.dialogs.box import Box
from workbench.tui.dialogs.dialog import Dialog
from workbench.tui.widgets.key_line import KeyLine, Offered

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual.app import ComposeResult

    from workbench.review.model import Claim, LostAnchor
    from workbench.review.session import Saved
    from workbench.tui.main.judging import Judging
    from workbench.tui.session_thread import Outcome

Where = tuple[int, int, int]
"""Article index, start and end in code points."""


class EditedDialog(Dialog[None]):
    """The judged words, the likeliest ones now, and what can be said of them."""

    CSS_PATH = "edited.tcss"
    BINDINGS: ClassVar = [
        Binding("y", "take('suggestion')", show=False),
        Binding("c", "take('cursor')", show=False),
        Binding("n", "gone", show=False),
        Binding("escape,q", "dismiss", show=False),
    ]

    def __init__(self, board: Judging, claim: Claim) -> None:
        """Ask about the first appearance that the claim has lost.

        Args:
            board: The screen that it lies over, which saves for it.
            claim: A claim with something lost.
        """
        super().__init__()
        self._board = board
        self._claim = claim
        self._lost: LostAnchor = claim.lost[0]
        self._places: dict[str, Where] = {}
        if self._lost.suggestion is not None:
            self._places["suggestion"] = self._lost.suggestion
        cursor = self._cursor()
        if cursor is not None and cursor not in self._places.values():
            self._places["cursor"] = cursor

    def compose(self) -> ComposeResult:
        """Old words, new words, the answers."""
        old = self._lost.exact
        new = self._text(self._places.get("suggestion"))
        old_content, new_content = _compared(old, new) if new else (Content(old), Content(""))
        count = len(self._claim.lost)
        more = f" (1 of {count})" if count > 1 else ""
        with Box("edited", gives="edited-words"):
            yield Static(Content(f"Edited since it was judged{more}"), id="edited-heading")
            with VerticalScroll(id="edited-words"):
                yield Static(Content(f"In {self._lost.source} was judged:"), classes="said")
                yield Static(old_content, classes="words")
                if new:
                    letter = article_letter(self._places["suggestion"][0])
                    likeliest = Content(f"The likeliest sentence in {letter} now:")
                    yield Static(likeliest, classes="said")
                    yield Static(new_content, classes="words")
                else:
                    yield Static(Content("No sentence there is like it now."), classes="said")
                if "cursor" in self._places:
                    letter = article_letter(self._places["cursor"][0])
                    yield Static(Content(f"Under the cursor in {letter}:"), classes="said")
                    yield Static(Content(self._text(self._places["cursor"])), classes="words")
            complaint = Static(Content(""), id="edited-complaint")
            complaint.display = False
            yield complaint
            yield KeyLine(self._answers(), id="edited-answers")

    def action_take(self, which: str) -> None:
        """The claim's verdicts stand on these words now."""
        if which in self._places:
            self._settle(self._places[which])

    def action_gone(self) -> None:
        """The words are gone from the article."""
        self._settle(None)

    def _settle(self, place: Where | None) -> None:
        session = self._board.session
        self._board.change(partial(session.settle, self._claim.id, self._lost, place), self._done)

    def _done(self, outcome: Outcome[Saved | None]) -> None:
        if outcome.error is not None:
            complaint = self.query_one("#edited-complaint", Static)
            complaint.display = True
            complaint.update(Content(clean_line(str(outcome.error))))
            return
        self._board.follow(self._claim.id, outcome)
        self.dismiss()

    def _cursor(self) -> Where | None:
        place = self._board.place
        if place.sentence is None:
            return None
        sentence = place.session.articles[place.column].sentences[place.sentence]
        return place.column, sentence.start, sentence.end

    def _text(self, place: Where | None) -> str:
        if place is None:
            return ""
        article, start, end = place
        return clean_line(self._board.session.articles[article].text[start:end])

    def _answers(self) -> Iterator[Offered]:
        if "suggestion" in self._places:
            yield Offered("y", "it is this one", "take('suggestion')")
        if "cursor" in self._places:
            yield Offered("c", "it is the one under the cursor", "take('cursor')")
        yield Offered("n", "it is gone", "gone")
        yield Offered("Esc", "decide later", "dismiss")


def _compared(old: str, new: str) -> tuple[Content, Content]:
    """Both wordings with the words lit that the other does not have."""
    from workbench.matching.differing import differing_words

    old_spans, new_spans = differing_words((old, new))
    return _lit(old, old_spans), _lit(new, new_spans)


def _lit(text: str, spans: Sequence[tuple[int, int]]) -> Content:
    content = Content(text)
    for start, end in spans:
        content = content.stylize("bold underline $text-warning", start, end)
    return content
