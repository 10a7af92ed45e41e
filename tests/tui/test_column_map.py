"""The map at a column's edge, and the columns it belongs to."""

from tests.tui.conftest import OpenApp
from tests.tui.driving import screen_text, settle
from tests.tui.test_article_layout import article_of
from workbench.tui.article_layout import ArticleLayout, Mark
from workbench.tui.palette import WORKBENCH_DARK, palette_of
from workbench.tui.widgets.article_view import ArticleView
from workbench.tui.widgets.column_map import ColumnMap, Spot

PALETTE = palette_of(WORKBENCH_DARK)
HUNDRED = article_of(*(f"Sentence number {n}." for n in range(100)))


def mark(sentence: int, number: int) -> Mark:
    span = HUNDRED.sentences[sentence]
    return Mark(span.start, span.end, number)


def map_of(*marks: Mark, height: int = 20, **kinds: Spot) -> ColumnMap:
    layout = ArticleLayout(HUNDRED, 60, marks)
    return ColumnMap(
        layout, height, {int(number[1:]): kind for number, kind in kinds.items()}, PALETTE
    )


def shapes(lies: ColumnMap, top: int = 0) -> str:
    return "".join(lies.paint(cell, top).text for cell in range(lies.height))


def test_claims_lie_where_they_are_in_the_article():
    lies = map_of(mark(0, 1), mark(50, 2), mark(99, 3), n2=Spot.MATCH, n3=Spot.CONFLICT)

    drawn = shapes(lies, top=1_000)
    assert (drawn[0], drawn[10], drawn[19]) == ("·", "╴", "╸")
    assert drawn.count(" ") == 17


def test_the_current_claim_is_an_arrow_wherever_it_appears():
    lies = map_of(mark(10, 7), mark(90, 7), n7=Spot.MATCH)
    lies.show_current(7)

    assert shapes(lies).count("◂") == 2
    lies.show_current(0)
    assert shapes(lies).count("╴") == 2


def test_the_part_in_view_is_a_line():
    assert shapes(map_of(), top=0).startswith("││  ")
    assert shapes(map_of(), top=180).endswith("  ││")


def test_an_article_that_fits_has_no_line():
    assert shapes(map_of(height=300)).strip() == ""


def test_a_cell_hands_back_the_weightiest_claim_in_it():
    lies = map_of(mark(50, 1), mark(51, 2), n1=Spot.MATCH, n2=Spot.CONFLICT)

    assert lies.claim_at(10).number == 2
    assert lies.claim_at(3) is None


def test_what_is_found_is_on_the_map():
    lies = map_of()
    lies.show_hits([0])

    assert shapes(lies)[0] == "•"


def test_a_map_of_nothing_is_nothing():
    assert shapes(ColumnMap(ArticleLayout(article_of(), 10, []), 0, {}, PALETTE)) == ""


async def press(app, pilot, *keys):
    await pilot.press(*keys)
    await settle(app, pilot)


async def test_a_click_on_the_map_goes_to_the_claim_there(open_app: OpenApp):
    async with open_app(size=(100, 24)) as (app, pilot):
        await press(app, pilot, "G")
        view = app.board.query(ArticleView).first()
        cell = next(y for y in range(2, view.size.height) if view.render_line(y).text[-1] in "╴╸")
        before = app.board.place.claim.id
        await pilot.click(view, offset=(view.size.width - 1, cell))
        await settle(app, pilot)

        assert app.board.place.claim.id != before
        assert app.board.place.claim.is_shared


async def test_a_click_beside_wide_characters_hits_the_right_sentence(open_app: OpenApp, case):
    (case / "articles" / "0-wide.txt").write_text("漢字漢字。 The dam broke in May.", "utf-8")
    async with open_app(size=(250, 40)) as (app, pilot):
        view = app.board.query(ArticleView).first()
        row = next(y for y in range(24) if "The dam" in view.render_line(y).text)
        await pilot.click(view, offset=(14, row))
        await settle(app, pilot)

        assert app.board.place.sentence == 1


async def test_a_wide_column_keeps_its_rows_short_and_in_the_middle(open_app: OpenApp):
    async with open_app(size=(200, 50)) as (app, pilot):
        await press(app, pilot, "plus", "c")
        rows = [line for line in screen_text(app).splitlines() if "ran aground" in line]

        assert rows
        assert rows[0].startswith(" " * 60)
        assert len(rows[0].rstrip(" ◂╸╴│·")) <= 60 + 2 + 76


async def test_the_head_names_the_file_and_its_encoding(open_app: OpenApp):
    async with open_app(size=(200, 50)) as (app, _):
        assert "articles/1-morning.txt · utf-8" in screen_text(app)


async def test_a_click_on_a_head_makes_the_keys_act_there(open_app: OpenApp):
    async with open_app(size=(200, 50)) as (app, pilot):
        before = app.board.place.column
        view = next(
            v for v in app.board.query(ArticleView) if app.board.case.article_of(v) != before
        )
        await pilot.click(view, offset=(5, 0))
        await settle(app, pilot)

        assert app.board.place.column == app.board.case.article_of(view)


async def test_the_articles_of_the_claim_come_beside_each_other(open_app: OpenApp, case):
    for letter in "abcd":
        (case / "articles" / f"2-{letter}.txt").write_text("Nothing of note today.", "utf-8")
    async with open_app(size=(80, 24)) as (app, _):
        claim = app.board.place.claim

        assert len(app.board.place.columns) == 2
        assert set(app.board.place.columns) <= {a.article for a in claim.appearances}
