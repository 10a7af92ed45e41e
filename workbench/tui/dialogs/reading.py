"""Pages to read and leave: all keys, and the files that could not be read."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from workbench.tui.actions import ACTIONS, DIALOG_ACTIONS, Group

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult


class Page(ModalScreen[None]):
    """Something to read, scrolled by the arrow keys; most keys leave it."""

    CSS_PATH = "reading.tcss"
    BINDINGS: ClassVar = [
        Binding("escape,q,question_mark,f1,enter,exclamation_mark", "dismiss", show=False)
    ]

    def __init__(self, title: str, text: Content) -> None:
        """Show a text under a title; neither is read as markup."""
        super().__init__()
        self._title = title
        self._text = text

    def compose(self) -> ComposeResult:
        """Title, text, the way back."""
        with Vertical(id="page"):
            yield Static(Content(self._title), id="page-title")
            with VerticalScroll(id="page-text"):
                yield Static(self._text)
            yield Static(Content("↑ ↓ scroll   Esc back"), id="page-keys")


def help_page() -> Page:
    """All keys, from the one table of them."""
    lines: list[Content] = []
    actions = (*ACTIONS, *DIALOG_ACTIONS)
    column = max(len(action.all_keys_text) for action in actions) + 2
    for group in Group:
        lines.append(Content.styled(group.value, "bold $accent"))
        lines += [
            Content.assemble(("  " + action.all_keys_text.ljust(column), "bold"), action.help)
            for action in actions
            if action.group is group
        ]
        lines.append(Content(""))
    lines += [Content.styled("Signs", "bold $accent"), *(_sign(*sign) for sign in _SIGNS)]
    return Page("Keys and signs", Content("\n").join(lines))


def files_page(problems: Sequence[str], notices: Sequence[str]) -> Page:
    """The files that could not be read, each with the reason, and notices on the others."""
    parts: list[Content] = []
    for heading, sentences in (("Not read", problems), ("To know", notices)):
        if sentences:
            parts.append(Content.styled(heading, "bold $accent"))
            parts += [Content(sentence) for sentence in sentences]
    return Page("The case’s files", Content("\n\n").join(parts))


def _sign(sign: str, meaning: str) -> Content:
    return Content.assemble((f"  {sign:<4}", "bold"), meaning)


_SIGNS = (
    ("⚠", "The articles contradict each other."),
    ("≠", "They differ in a detail."),
    ("=", "They agree. That alone makes nothing true: they may share a source."),
    ("·", "Only one article makes this claim."),
    ("!", "Reviewers disagree."),
    ("?", "The judged sentence is no longer in the article."),
    ("A", "An article. The amber letter marks the wording that a verdict is about."),
    ("▌", "The current claim."),
    ("›", "The sentence that the keys act on."),
)
