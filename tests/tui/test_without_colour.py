"""Each state is told by a sign or an underline, for those who see no colours and for `NO_COLOR`."""

import re
from collections.abc import Callable

import pytest
from rich.style import Style

from tests.tui.conftest import OpenApp
from tests.tui.driving import screen_text, settle
from workbench.tui.palette import Palette

UNDERLINED: dict[str, tuple[tuple[str, ...], Callable[[Palette], Style]]] = {
    "a claim that is not the current one": ((), lambda p: p.hue(2)),
    "words that contradict another article": ((), lambda p: p.current_conflict),
    "the same words in the strip": ((), lambda p: p.conflict_chip),
    "words found": (("slash", *"captain", "enter"), lambda p: p.hit),
    "words shared, where it is told why": (("W",), lambda p: p.lit),
}
"""What is pressed to see a state, and the colours in which it is painted."""

SIGNS: dict[str, tuple[tuple[str, ...], str]] = {
    "the current claim of the list": ((), r"▌ 1 [⚠!]"),
    "the current claim in an article": ((), r"▌[ ›]1\S"),
    "the sentence of the keys": (("J",), r"›\S"),
    "the column of the keys": ((), r"━━ "),
    "another column": ((), r"── "),
    "the current claim on the map": ((), r"◂"),
    "a conflict": ((), r"⚠ \w"),
    "a claim of one article": ((), r"\d · \w"),
    "saved": (("5",), r"● saved"),
    "the line of a menu": (("f",), r"▌ a  All claims"),
    "the entry of a list": (("i",), r"▌ A  Morning"),
    "the sentence that leaves a claim": (("S",), r"✓ leaves"),
    "labels to jump by": (("s",), r"▌[ ›]\w\w"),
    "a passage of which one article's words are marked": (("J", "v"), r"Mark \d+ words"),
}
"""What is pressed to see a state, and the sign by which it is told."""


@pytest.mark.parametrize("theme", ["workbench-dark", "ansi-dark"])
@pytest.mark.parametrize("state", UNDERLINED)
async def test_words_that_mean_something_are_underlined(open_app: OpenApp, state: str, theme: str):
    keys, of = UNDERLINED[state]
    async with open_app(size=(130, 44), theme=theme) as (app, pilot):
        await pilot.press(*keys)
        await settle(app, pilot)
        await pilot.pause(0.2)
        wanted = of(app.palette)

        found = [
            segment
            for strip in app.screen._compositor.render_strips()
            for segment in strip
            if segment.style is not None
            and (segment.style.color, segment.style.bgcolor) == (wanted.color, wanted.bgcolor)
            and re.search(r"\w{2}", segment.text)
        ]

        assert found
        assert all(segment.style.underline for segment in found)


@pytest.mark.parametrize("state", SIGNS)
async def test_a_state_has_a_sign(open_app: OpenApp, state: str):
    keys, sign = SIGNS[state]
    async with open_app(size=(130, 44)) as (app, pilot):
        await pilot.press(*keys)
        await settle(app, pilot)
        await pilot.pause(0.2)

        assert re.search(sign, screen_text(app))


async def test_the_chosen_option_of_a_form_is_underlined(open_app: OpenApp):
    async with open_app() as (app, pilot):
        await pilot.press("e")
        await pilot.pause(0.2)

        strips = app.screen._compositor.render_strips()
        words = {s.text.strip(): s.style for strip in strips for s in strip if s.style}
        assert words["context"].underline
        assert not any(style.underline for text, style in words.items() if "refutes" in text)
