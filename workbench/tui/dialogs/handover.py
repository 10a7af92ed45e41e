"""The dialog that hands a verdict on: where it is on its way, what is next, and why not yet."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from workbench.text.cleaning import clean_line
from workbench.tui.dialogs.box import Box
from workbench.tui.dialogs.dialog import Dialog
from workbench.tui.dialogs.lists import Hanging
from workbench.tui.widgets.key_line import KeyLine, Offered

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.app import ComposeResult

    from workbench.records.schema import VerdictRecord
    from workbench.review.model import Claim
    from workbench.review.session import ReviewSession
    from workbench.review.signing import Step

_WAY = ("draft", "ready", "approved", "published")
_DOES = {
    "ready": "hand it over as ready for a second reader",
    "approved": "approve it",
    "published": "call it published",
}

NEXT, WITHDRAW, ADJUDICATE, BLIND, WRITE = "next", "withdraw", "adjudicate", "blind", "write"
"""What the dialog is dismissed with."""


class HandOverDialog(Dialog[str | None]):
    """The way of a verdict, who waits for whom, and the steps that can be taken now."""

    CSS_PATH = "handover.tcss"
    BINDINGS: ClassVar = [
        Binding("enter,n", f"take('{NEXT}')", show=False),
        Binding("w", f"take('{WITHDRAW}')", show=False),
        Binding("a", f"take('{ADJUDICATE}')", show=False),
        Binding("b", f"take('{BLIND}')", show=False),
        Binding("r", f"take('{WRITE}')", show=False),
        Binding("escape,q,R", "dismiss(None)", show=False),
    ]

    def __init__(self, session: ReviewSession, claim: Claim) -> None:
        """Show where a claim stands."""
        super().__init__()
        self._session = session
        self._claim = claim
        mine = [v for v in claim.verdicts if v.reviewer == session.reviewer]
        self._mine: VerdictRecord | None = mine[-1] if mine else None
        self._step: Step | None = session.next_step(claim)
        self._takes = dict(self._possible())

    def compose(self) -> ComposeResult:
        """Claim, way, who waits, what is in the way, what can be done."""
        with Box("handover", gives="handover-said"):
            yield Static(Content(f"Hand over claim {self._claim.number}"), id="handover-heading")
            with VerticalScroll(id="handover-said"):
                yield Static(Content(self._claim.text), classes="words")
                yield Static(self._way())
                for sentence in self._standing():
                    yield Static(Content(sentence))
                for obstacle in self._step.obstacles if self._step else ():
                    yield Static(Hanging(Content("  · "), Content(clean_line(obstacle))))
            yield KeyLine(self._keys(), is_list=True, id="handover-keys")

    def action_take(self, what: str) -> None:
        """Do one of the things, if it can be done."""
        if what in self._takes:
            self.dismiss(what)

    def _possible(self) -> list[tuple[str, tuple[str, str]]]:
        """What can be done now: its key and its words, by its name."""
        found: list[tuple[str, tuple[str, str]]] = []
        if self._step is not None and not self._step.obstacles:
            found.append((NEXT, ("Enter", _DOES[self._step.status])))
        if self._claim.is_disputed and self._mine is None:
            found.append((ADJUDICATE, ("a", "decide between the reviewers")))
        found.append((WRITE, ("r", "write the verdict out")))
        if self._mine is not None and self._mine.status not in ("draft", "withdrawn"):
            found.append((WITHDRAW, ("w", "withdraw it")))
        blind = "hide each first verdict until you have given yours"
        if self._session.is_blind:
            blind = "show first verdicts again"
        found.append((BLIND, ("b", blind)))
        return found

    def _way(self) -> Content:
        status = self._mine.status if self._mine else ""
        steps = _WAY if status != "withdrawn" else (*_WAY, "withdrawn")
        return Content(" → ").join(
            Content.styled(
                f"[{step}]" if step == status else step, "bold" if step == status else ""
            )
            for step in steps
        )

    def _standing(self) -> list[str]:
        """Whose turn it is, and what is missing, each a sentence."""
        said: list[str] = []
        if self._claim.hides_verdict:
            said.append("Somebody has judged it; their verdict is hidden until you give yours.")
        elif self._mine is None:
            said.append("You have no verdict on it yet.")
        others = [v for v in self._claim.verdicts if v.reviewer != self._session.reviewer]
        said += [
            f"{clean_line(v.reviewer, 60)}: {clean_line(v.rating, 60)}, {v.status}." for v in others
        ]
        if self._claim.is_disputed and self._mine is not None:
            said.append("You disagree: change your verdict, or let somebody else decide.")
        waiting = self._session.waits_for(self._claim)
        if waiting is not None:
            said.append(f"It waits for {waiting}.")
        if self._step is not None and self._step.obstacles:
            said.append(f"Before it can be {self._step.status}:")
        return said

    def _keys(self) -> Iterator[Offered]:
        for name, (key, words) in self._takes.items():
            yield Offered(key, words, f"take('{name}')")
        yield Offered("Esc", "back", "dismiss")
