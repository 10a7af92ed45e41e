"""The main screen put together: the board with all its keys."""

from __future__ import annotations

from inspect import isawaitable
from time import monotonic
from typing import TYPE_CHECKING

from workbench.tui.keymap import bind
from workbench.tui.main.citing import Citing
from workbench.tui.main.claims import Claims
from workbench.tui.main.explaining import Explaining
from workbench.tui.main.exporting import Exporting
from workbench.tui.main.finding import Finding
from workbench.tui.main.following import Following
from workbench.tui.main.jumping import Jumping
from workbench.tui.main.marking import Marking
from workbench.tui.main.reading import Reading
from workbench.tui.widgets.hint import Hint

if TYPE_CHECKING:
    from workbench.tui.keymap import Keymap
    from workbench.tui.listing import Listing

_WHILE_SEEN = 3.0
"""Seconds that a reason stays on the screen."""


class MainScreen(
    Jumping, Claims, Reading, Marking, Citing, Finding, Explaining, Exporting, Following
):
    """Reading and judging."""

    _told = ("", "")
    """Why a key did nothing, and which action it was; said once, however often it is pressed."""
    _told_at = 0.0

    def __init__(self, listing: Listing, keymap: Keymap) -> None:
        super().__init__(listing)
        bind(self, keymap.actions, "do")

    async def action_do(self, action: str, *arguments: object) -> None:
        """Do what a key stands for, or say why it cannot be done now.

        Args:
            action: An id of the table.
            arguments: For `rate`, the digit.
        """
        if self.app.is_leaving:
            return  # What is typed on belongs to the shell.
        reason = self.reasons().get(action)
        if reason is not None:
            if (reason, action) != self._told or monotonic() - self._told_at > _WHILE_SEEN:
                self._told, self._told_at = (reason, action), monotonic()
                self.app.say(reason, title=self.app.keymap.by_id[action].label, timeout=_WHILE_SEEN)
            return
        self._learn(action)
        result = getattr(self, f"action_{action}")(*arguments)
        if isawaitable(result):
            await result

    def _learn(self, action: str) -> None:
        """The hint goes for ever once it is needed no more."""
        habits = self.app.memory.habits
        if habits.needs_hint:
            habits.use(action)
            if not habits.needs_hint:
                self.app.memory.keep_habits(self.app.theme)
                self.query(Hint).remove()
