"""The dialog in which the sentences are chosen that leave a claim."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.content import Content
from textual.widgets import OptionList, Static

from workbench.review.summary import article_letter
from workbench.text.cleaning import clean_line
from workbench.tui.dialogs.box import Box
from workbench.tui.dialogs.dialog import Dialog
from workbench.tui.dialogs.lists import Hanging, Offers
from workbench.tui.widgets.key_line import KeyLine, Offered

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from workbench.review.model import Claim
    from workbench.review.session import ReviewSession

_KEYS = (
    Offered("↑", "", "step(-1)"),
    Offered("↓", "choose", "step(1)"),
    Offered("Space", "check", "check"),
    Offered("Enter", "split", "split"),
    Offered("Esc", "back", "dismiss"),
)


class SplitDialog(Dialog[tuple[int, ...] | None]):
    """The claim's sentences, those that leave checked; dismissed with their indices."""

    CSS_PATH = "split.tcss"
    BINDINGS: ClassVar = [
        Binding("enter", "split", show=False, priority=True),
        Binding("space", "check", show=False, priority=True),
        Binding("j", "step(1)", show=False),
        Binding("k", "step(-1)", show=False),
        Binding("escape,q", "dismiss(None)", show=False),
    ]

    def __init__(self, session: ReviewSession, claim: Claim, first: int) -> None:
        """Offer the sentences of a claim.

        Args:
            session: The case.
            claim: With three appearances or more.
            first: Index of the one that leaves if nothing else is chosen.
        """
        super().__init__()
        self._session = session
        self._claim = claim
        self._leaving = {first}

    def compose(self) -> ComposeResult:
        """Heading, sentences, keys."""
        with Box("split", gives="split-list"):
            heading = f"Which sentences leave claim {self._claim.number}?"
            yield Static(Content(heading), id="split-heading")
            lines = map(self._line, range(len(self._claim.appearances)))
            yield Offers(*lines, id="split-list", compact=True)
            if self._claim.verdicts:
                said = "The verdict stays with the words that it is about."
                yield Static(Content(said), id="split-said")
            yield KeyLine(_KEYS, id="split-keys")

    def on_mount(self) -> None:
        """Begin at the sentence that was pointed at."""
        sentences = self.query_one(OptionList)
        sentences.highlighted = next(iter(self._leaving))
        sentences.focus()

    def action_step(self, by: int) -> None:
        """Go to the next sentence, or the one before."""
        sentences = self.query_one(OptionList)
        (sentences.action_cursor_down if by > 0 else sentences.action_cursor_up)()

    def action_check(self) -> None:
        """Let the sentence leave, or stay."""
        index = self.query_one(OptionList).highlighted
        if index is not None:
            self._leaving ^= {index}
            self.query_one(OptionList).replace_option_prompt_at_index(index, self._line(index))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """A click checks."""
        self.action_check()

    def action_split(self) -> None:
        """Split as checked."""
        if 0 < len(self._leaving) < len(self._claim.appearances):
            self.dismiss(tuple(sorted(self._leaving)))
        else:
            self.notify("Some sentences must leave, and some stay.", markup=False, timeout=3)

    def _line(self, index: int) -> Hanging:
        appearance = self._claim.appearances[index]
        text = self._session.articles[appearance.article].text
        words = clean_line(text[appearance.start : appearance.end])
        letter = article_letter(appearance.article)
        leaves = index in self._leaving
        sign = "  ✓ leaves" if leaves else "    stays "
        style = "bold $text-accent" if leaves else "$text-muted"
        return Hanging(Content.styled(f"{sign}  {letter}  ", style), Content(words))
