"""Keys are handed on one after another, and none before there is a cursor for the words."""

import asyncio

from textual.app import App, ComposeResult
from textual.events import Event, Key, Paste
from textual.screen import ModalScreen, Screen
from textual.widgets import Input

from workbench.tui import in_turn
from workbench.tui.in_turn import InTurn


class Slow(Screen[None]):
    """Letters are actions here; `o` opens a dialog, and takes its time."""

    async def on_key(self, event: Key) -> None:
        self.app.done.append(event.key)
        if event.key == "o":
            await asyncio.sleep(0.05)
            self.app.push_screen(Words())


class Words(ModalScreen[None]):
    """A dialog whose field has the cursor only a while after it came up."""

    wants_words = True

    def compose(self) -> ComposeResult:
        yield Input()

    AUTO_FOCUS = ""

    def on_mount(self) -> None:
        self.set_timer(0.05, self.query_one(Input).focus)


class Keyed(App[int]):
    """An app that lets keys in one after another, and writes down what came of them."""

    def __init__(self) -> None:
        super().__init__()
        self.done: list[str] = []
        self.keys = InTurn(self, super().on_event)

    def get_default_screen(self) -> Screen[None]:
        return Slow()

    async def on_event(self, event: Event) -> None:
        if isinstance(event, Key | Paste) and not event.is_forwarded:
            await self.keys.take(event)
        else:
            await super().on_event(event)


def burst(app: Keyed, *events: str) -> None:
    """Keys in one packet; what is longer than a key is a paste."""
    for event in events:
        if len(event) > 1:
            app.post_message(Paste(event))
        else:
            app.post_message(Key(event, event))


async def until(condition) -> None:
    """Wait for a condition; the test fails after some seconds without it."""
    async with asyncio.timeout(10):
        while not condition():
            await asyncio.sleep(0.01)


async def test_words_wait_for_the_cursor_of_the_dialog_that_the_key_before_them_opens():
    app = Keyed()
    async with app.run_test():
        burst(app, "o", "5", "pasted", "q")
        await until(lambda: isinstance(app.screen, Words))
        await until(lambda: app.screen.query_one(Input).value == "5pastedq")

    assert app.done == ["o"]


async def test_a_key_that_a_closed_screen_took_along_holds_up_the_others_for_a_while_only(
    monkeypatch,
):
    monkeypatch.setattr(in_turn, "LONGEST_WAIT", 0.1)
    app = Keyed()
    async with app.run_test():
        app.keys._is_under_way = True  # As if it were still on its way.
        burst(app, "b")
        await until(lambda: app.done == ["b"])


async def test_keys_go_on_where_no_cursor_ever_comes(monkeypatch):
    monkeypatch.setattr(in_turn, "LONGEST_WAIT", 0.1)
    monkeypatch.setattr(Words, "on_mount", lambda _: None)
    app = Keyed()
    async with app.run_test():
        burst(app, "o", "x")
        await until(lambda: isinstance(app.screen, Words))
        await until(lambda: not app.keys._line)

    assert app.done == ["o"]
