"""The dialog in which one of many is chosen: typed words narrow the list, Enter takes the first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from workbench.text.cleaning import clean_line
from workbench.tui.dialogs.dialog import Dialog
from workbench.tui.dialogs.lists import Hanging, Offers
from workbench.tui.widgets.key_line import KeyLine, Offered

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual.app import ComposeResult

_MOST_SHOWN = 200
"""Offers in the list at a time; more words find the others."""


@dataclass(frozen=True, slots=True)
class Offer:
    """One of those that can be chosen.

    Attributes:
        id: What the dialog is dismissed with.
        lead: A number or a word or two before it. Safe to show, as all of it.
        words: What it is.
        aside: What else is to know, in a line below.
    """

    id: str
    lead: str
    words: str
    aside: str = ""

    def fits(self, words: Sequence[str]) -> bool:
        """Whether every one of some words, in small letters, stands in it."""
        text = f"{self.lead} {self.words} {self.aside}".casefold()
        return all(word in text for word in words)


class PickDialog(Dialog[str | None]):
    """A line to type in, and below it what fits."""

    CSS_PATH = "pick.tcss"
    BINDINGS: ClassVar = [
        Binding("down", "step('down')", show=False, priority=True),
        Binding("up", "step('up')", show=False, priority=True),
        Binding("pagedown", "step('pagedown')", show=False, priority=True),
        Binding("pageup", "step('pageup')", show=False, priority=True),
        Binding("escape", "dismiss(None)", show=False),
    ]

    wants_words = True

    def __init__(self, heading: str, offers: Iterable[Offer], verb: str) -> None:
        """Offer something.

        Args:
            heading: What is to be chosen.
            offers: Among what, the likeliest first.
            verb: What Enter does with it, in a word.
        """
        super().__init__()
        self._heading = heading
        self._offers = tuple(offers)
        self._verb = verb

    def compose(self) -> ComposeResult:
        """Heading, line, list, keys."""
        with Vertical(id="pick"):
            yield Static(Content(self._heading), id="pick-heading")
            yield Input(placeholder="type a number or words", id="pick-words", compact=True)
            yield Offers(id="pick-list", compact=True)
            yield KeyLine(
                (
                    Offered("↑", "", "step('up')"),
                    Offered("↓", "choose", "step('down')"),
                    Offered("Enter", self._verb, "take"),
                    Offered("Esc", "back", "dismiss"),
                ),
                id="pick-keys",
            )

    def on_descendant_focus(self) -> None:
        """There is a cursor now."""
        self.wants_words = False

    def on_mount(self) -> None:
        """Type at once."""
        options = self.query_one(OptionList)
        options.can_focus = False
        self._show("")
        self.query_one(Input).focus()
        self.call_after_refresh(self._keep_height)

    def _keep_height(self) -> None:
        """The dialog keeps the height that it begins with while the list gets shorter."""
        options = self.query_one(OptionList)
        most = self.app.size.height * 6 // 10
        options.styles.height = max(3, min(options.virtual_size.height, most))

    def on_input_changed(self, event: Input.Changed) -> None:
        """Narrow the list."""
        event.stop()
        self._show(event.value)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Take the one that is lit."""
        event.stop()
        self.action_take()

    def action_take(self) -> None:
        """Take the one that is lit."""
        options = self.query_one(OptionList)
        if options.highlighted is not None:
            self.dismiss(options.get_option_at_index(options.highlighted).id)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Take the one that was clicked."""
        event.stop()
        self.dismiss(event.option.id)

    def action_step(self, where: str) -> None:
        """Go up or down the list."""
        options = self.query_one(OptionList)
        at = -1 if options.highlighted is None else options.highlighted
        by = {"down": 1, "up": -1, "pagedown": options.size.height, "pageup": -options.size.height}
        if options.option_count:
            options.highlighted = min(max(at + by[where], 0), options.option_count - 1)

    def _show(self, typed: str) -> None:
        words = clean_line(typed).casefold().split()
        found = [offer for offer in self._offers if offer.fits(words)]
        if len(words) == 1:  # A number means the claim of that number, not every year in the text.
            found.sort(key=lambda offer: offer.lead.strip() != words[0])
        options = self.query_one(OptionList)
        options.clear_options()
        shown = found[:_MOST_SHOWN]
        widest = max((cell_len(offer.lead) for offer in shown), default=0)
        options.add_options(Option(_content(offer, widest), id=offer.id) for offer in shown)
        if found:
            options.highlighted = 0
        more = len(found) - _MOST_SHOWN
        count = f"{len(found)} fit" if words else str(len(found))
        said = f"{count}; type more words to see the others" if more > 0 else count
        heading = Content(self._heading) if found else Content(f"{self._heading}: nothing fits")
        self.query_one("#pick-heading", Static).update(
            Content.assemble(heading, "  ", (said if found else "", "$text-muted"))
        )


def _content(offer: Offer, cells: int) -> Hanging:
    """An entry, its number set right in so many cells."""
    lead = " " * (cells - cell_len(offer.lead)) + offer.lead
    words = Content(offer.words)
    if offer.aside:
        words = Content.assemble(words, "\n", Content.styled(offer.aside, "$text-muted"))
    return Hanging(Content.styled(f"  {lead}  ", "bold $text-accent"), words)
