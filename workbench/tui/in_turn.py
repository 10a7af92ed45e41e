"""Keys one after another: each is handed on once what the one before it did is done.

Over a slow line the key that opens a dialog and the words of the note arrive in one burst. Textual
hands each key to whatever has the cursor at that moment: of such words some would reach the main
screen, where letters are actions and digits rate, and the others would overtake them. So only one
key is on its way at a time, and none while a dialog or a line is opened that has no cursor yet. Nor
does one overtake a click: a digit after it must rate the claim that was clicked.
"""

from __future__ import annotations

from collections import deque
from time import monotonic
from typing import TYPE_CHECKING, Protocol, runtime_checkable

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from textual.app import App
    from textual.dom import DOMNode
    from textual.events import Key, Paste
    from textual.widget import Widget

LONGEST_WAIT = 2.0
"""In seconds. A key that has not come through by then is taken for lost, and those behind it go on:
a screen that was closed meanwhile may have taken it along."""
LOOK_AGAIN = 0.01
"""In seconds: how soon to look whether there is a cursor now."""


@runtime_checkable
class WantsWords(Protocol):
    """A screen that may be meant for words before its cursor is there."""

    @property
    def wants_words(self) -> bool:
        """Whether keys wait for that cursor."""


class InTurn:
    """The line in which keys and pastes wait for their turn."""

    def __init__(
        self,
        app: App[int],
        hand_on: Callable[[Key | Paste], Awaitable[None]],
    ) -> None:
        """Begin with nobody in line.

        Args:
            app: Whose keys.
            hand_on: Gives a key to what has the cursor.
        """
        self._app, self._hand_on = app, hand_on
        self._line: deque[Key | Paste] = deque()
        self._turn = 0
        self._is_under_way = False
        self._since = 0.0
        self._looks_again = False

    async def take(self, event: Key | Paste) -> None:
        """Hand a key or a paste on when it is its turn."""
        if not self._line and not self._is_under_way:
            self._since = monotonic()
        self._line.append(event)
        await self._go_on()

    def wait_for_click(self, widget: Widget) -> None:
        """Hold keys back until a click has been taken up, and what the widget told of it.

        Args:
            widget: What was clicked, just now.
        """
        self._turn += 1
        self._is_under_way = True
        self._since = monotonic()
        self._follow(widget, self._turn, behind=widget)

    async def _go_on(self) -> None:
        self._looks_again = False
        if not self._line:
            return
        must_wait = self._is_under_way or not self._is_ready
        if must_wait and monotonic() - self._since < LONGEST_WAIT:
            self._look_again()
            return
        self._turn += 1
        self._is_under_way = True
        self._since = monotonic()
        target: DOMNode = self._app.focused or self._app.screen
        await self._hand_on(self._line.popleft())
        self._follow(target, self._turn)

    @property
    def _is_ready(self) -> bool:
        """Whether words that are typed now have a place to go, if the screen wants words."""
        app = self._app
        if not app.screen_stack or not app.app_focus:  # Textual gives the cursor back itself.
            return True
        wants_words = isinstance(app.screen, WantsWords) and app.screen.wants_words
        return app.focused is not None or not wants_words

    def _look_again(self) -> None:
        if not self._looks_again:
            self._looks_again = True
            self._app.set_timer(LOOK_AGAIN, self._go_on)

    def _follow(self, node: DOMNode, turn: int, behind: DOMNode | None = None) -> None:
        """Go the way that the key goes, from widget to parent, always right behind it.

        Args:
            node: Where it is now.
            turn: Whose turn it is.
            behind: Where to begin once more: what a widget tells of a click comes behind that.
        """
        if node is self._app or not node.call_later(self._passed, node, turn, behind):
            self._app.call_later(self._arrived, turn)

    def _passed(self, node: DOMNode, turn: int, behind: DOMNode | None) -> None:
        parent = node.parent or self._app
        if parent is not self._app:
            self._follow(parent, turn, behind)
        elif behind is not None:
            self._follow(behind, turn)
        else:
            self._app.call_later(self._arrived, turn)

    async def _arrived(self, turn: int) -> None:
        if turn == self._turn:
            self._is_under_way = False
            self._since = monotonic()
            await self._go_on()
