"""The dialog in which a verdict is written out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from workbench.text.cleaning import clean_line
from workbench.tui.dialogs.fields import Choice, Option
from workbench.tui.dialogs.form import FormDialog
from workbench.tui.dialogs.text_fields import Line, Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from textual.widget import Widget

    from workbench.records.schema import VerdictRecord
    from workbench.review.model import Claim
    from workbench.review.session import Saved
    from workbench.tui.main.judging import Judging

_STATUSES = ("draft", "ready", "approved", "published", "withdrawn")
_SAYS = ("rating", "conclusion", "justification", "uncertainty", "status", "role")
_ROLES = ("checker", "second", "adjudicator")


class ReviewDialog(FormDialog):
    """Rating, conclusion, justification, status."""

    kind: ClassVar[str] = "verdict"

    def __init__(self, board: Judging, claim: Claim, preset: str = "") -> None:
        """Open the dialog.

        Args:
            board: The screen that it lies over.
            claim: Which claim.
            preset: A role or a status to begin with, in place of the one that is usual.
        """
        super().__init__(board, claim)
        self._preset = preset

    def heading(self) -> str:
        """Which claim, and whose verdict."""
        return f"Verdict on claim {self.claim.number}"

    def fields(self) -> Iterable[tuple[str, Widget]]:
        """What the reviewer's verdict in force says, or nothing."""
        mine = self._mine()
        scale = self.board.session.case.scale
        ratings = [Option(r.name, clean_line(r.name), r.key) for r in scale]
        yield "Rating", Choice(ratings, mine.rating if mine else "", id="rating")
        yield (
            "Conclusion",
            Words(
                "conclusion",
                mine.conclusion if mine else "",
                rows=2,
                hint="The sentence that would be published",
            ),
        )
        yield (
            "Justification",
            Words(
                "justification",
                mine.justification if mine else "",
                rows=4,
                hint=self.app.keymap.fill("Why, for colleagues; {editor} opens your editor"),
            ),
        )
        yield (
            "Not known",
            Words(
                "uncertainty",
                mine.uncertainty if mine else "",
                rows=1,
                hint="What could still change the verdict",
            ),
        )
        statuses = [Option(name, name) for name in _STATUSES]
        status = self._preset if self._preset in _STATUSES else mine.status if mine else "draft"
        yield "Status", Choice(statuses, status, id="status")
        roles = [Option(name, name) for name in _ROLES]
        yield "You are", Choice(roles, self._role(mine), id="role")
        if mine is not None and mine.status == "published":
            yield "Changed why", Line("reason", "", "Readers have seen it: why is it changed?")
            yield "For readers", Line("public_note", "", "What they are told of it")

    def first_field(self) -> str:
        """The rating, or the conclusion once there is a rating."""
        return "conclusion" if self.values()["rating"] else "rating"

    def faults(self, values: Mapping[str, str]) -> dict[str, str]:
        """A verdict needs a rating, and what its status asks for."""
        if not values["rating"]:
            return {"rating": "Choose a rating first: a digit, or the arrow keys."}
        is_plain = values["status"] == "draft" and values["role"] != "adjudicator"
        if is_plain and "reason" not in values:
            return {}  # Nothing can be in the way, and asking takes a while in a long article.
        if reason := self.board.session.why_not_rated(self.claim.id, **self._says(values)):
            said = f"{reason[0].upper()}{reason[1:]}."
            return {"reason" if "reason" in values else "status": said}
        return {}

    def save(self, values: dict[str, str]) -> Saved:
        """Save the verdict."""
        return self.board.session.rate(self.claim.id, **self._says(values))

    def _says(self, values: Mapping[str, str]) -> dict[str, Any]:
        """What the fields say, as the session takes it."""
        reason = values.get("reason", "")
        return {
            **{name: values[name] for name in _SAYS},
            "correction": (reason, values["public_note"]) if reason else None,
        }

    def _mine(self) -> VerdictRecord | None:
        reviewer = self.board.session.reviewer
        mine = [v for v in self.claim.verdicts if v.reviewer == reviewer]
        return mine[-1] if mine else None

    def _role(self, mine: VerdictRecord | None) -> str:
        if self._preset in _ROLES:
            return self._preset
        if mine is not None:
            return mine.role
        if self.claim.is_disputed:
            return "adjudicator"
        return "second" if self.claim.verdicts or self.claim.hides_verdict else "checker"
