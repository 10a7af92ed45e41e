"""Rows that are painted once and kept: they must still change whenever what they show does."""

import gc

from rich.segment import Segment
from textual.app import App, ComposeResult
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from workbench.tui.paint import Row
from workbench.tui.safety import SafeText
from workbench.tui.widgets.drawn import Drawn


class Lines(ScrollView, Drawn, can_focus=False):
    """Twenty rows of a letter each."""

    letter = "a"
    painted = 0

    def on_mount(self) -> None:
        self.virtual_size = Size(self.size.width, 20)

    def render_line(self, y: int) -> Strip:
        self.painted += 1
        return Strip([Segment(f"{self.letter}{y + self.scroll_offset.y}")])


class LinesApp(App[None]):
    def compose(self) -> ComposeResult:
        yield Lines()

    def get_line_filters(self):
        return [SafeText()]

    @property
    def rows(self) -> list[str]:
        return [strip.text.split()[0] for strip in self.screen._compositor.render_strips()]


async def test_a_row_is_painted_once():
    app = LinesApp()
    async with app.run_test(size=(10, 5)) as pilot:
        before = app.query_one(Lines).painted
        app.screen.refresh()
        await pilot.pause()
        assert app.rows == ["a0", "a1", "a2", "a3", "a4"]
        assert app.query_one(Lines).painted == before


async def test_only_rows_marked_dirty_are_painted_again():
    app = LinesApp()
    async with app.run_test(size=(10, 5)) as pilot:
        lines = app.query_one(Lines)
        lines.letter = "b"
        lines.refresh(Region(0, 1, 10, 2))
        await pilot.pause()
        assert app.rows == ["a0", "b1", "b2", "a3", "a4"]


async def test_scrolling_and_another_size_paint_everything_again():
    app = LinesApp()
    async with app.run_test(size=(10, 5)) as pilot:
        app.query_one(Lines).scroll_to(y=3, animate=False)
        await pilot.pause()
        assert app.rows == ["a3", "a4", "a5", "a6", "a7"]
        await pilot.resize_terminal(12, 3)
        await pilot.pause()
        assert app.rows == ["a3", "a4", "a5"]
        assert {strip.cell_length for strip in app.screen._compositor.render_strips()} == {12}


async def test_what_a_terminal_might_act_upon_is_stopped():
    app = LinesApp()
    async with app.run_test(size=(10, 5)):
        lines = app.query_one(Lines)
        lines.letter = "\x1b"
        lines.refresh()
        assert "\x1b" not in "".join(app.rows)


async def test_rows_that_are_shown_no_more_are_gone_without_the_garbage_collector():
    app = LinesApp()
    async with app.run_test(size=(10, 5)) as pilot:
        lines = app.query_one(Lines)
        gc.collect()
        gc.disable()
        try:
            for letter in "wxyz":
                lines.letter = letter
                lines.refresh()
                await pilot.pause()
                assert app.rows[0] == f"{letter}0"
            rows = [kept.text for kept in gc.get_objects() if isinstance(kept, Row)]
            assert sum(text[:1] in set("wxyz") and text[1:2].isdigit() for text in rows) == 5
        finally:
            gc.enable()
