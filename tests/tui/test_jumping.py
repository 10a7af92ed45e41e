"""Jumping: labels on what is in view, two letters go there."""

import pytest

from tests.tui.conftest import OpenApp
from tests.tui.driving import screen_text, settle
from workbench.tui.jumping import MOST, Target, labelled
from workbench.tui.widgets.article_view import ArticleView


async def press(app, pilot, *keys):
    await pilot.press(*keys)
    await settle(app, pilot)


@pytest.mark.parametrize("count", [0, 1, 25, 26, 200, MOST + 5])
def test_every_place_has_a_label_of_its_own(count: int):
    jump = labelled([Target(0, at) for at in range(count)])

    assert len(jump.targets) == min(count, MOST)
    assert {len(label) for label in jump.targets} <= {2}


def target_of(app, wanted) -> str:
    return next(label for label, t in app.board._jump.targets.items() if wanted(t))


async def test_three_keys_go_to_any_claim_of_the_list(open_app: OpenApp):
    async with open_app() as (app, pilot):
        last = app.board.place.listed[-1]
        await press(app, pilot, "s")
        label = target_of(app, lambda t: t.claim_id == last.id)
        assert f"▌{label}" in screen_text(app) or f" {label} " in screen_text(app)
        await press(app, pilot, *label)

        assert app.board.place.claim.id == last.id
        assert "Type the two letters" not in screen_text(app)


async def test_three_keys_go_to_any_sentence_in_view(open_app: OpenApp):
    async with open_app(size=(200, 50)) as (app, pilot):
        place = app.board.place
        await press(app, pilot, "s")
        column = place.columns[1]
        count = len(place.session.articles[column].sentences)
        label = target_of(app, lambda t: t.slot == 1 and t.sentence == count - 1)
        await press(app, pilot, *label)

        assert (place.column, place.sentence) == (column, count - 1)


async def test_a_claim_that_is_jumped_to_in_a_column_is_current(open_app: OpenApp):
    async with open_app() as (app, pilot):
        place = app.board.place
        other = place.listed[1]
        slot = next(
            s for s, article in enumerate(place.columns) if other.appearance_in(article) is not None
        )
        await press(app, pilot, "s")
        sentence = other.appearance_in(place.columns[slot]).sentence
        label = target_of(app, lambda t: (t.slot, t.sentence) == (slot, sentence))
        await press(app, pilot, *label)

        assert place.claim.id == other.id
        assert place.column == place.columns[slot]


async def test_every_sentence_in_view_has_a_label_also_far_down(open_app: OpenApp, case):
    text = "\n\n".join(f"The dam held on day {n}. Nobody was there." for n in range(60))
    (case / "articles" / "0-long.txt").write_text(text, "utf-8")
    async with open_app(size=(250, 40)) as (app, pilot):
        view = app.board.query(ArticleView).first()
        view.scroll_to(y=50, animate=False)
        await pilot.pause()
        sentences = [sentence for _, sentence in view.sentences_in_view()]
        shown = "\n".join(view.render_line(y).text for y in range(2, view.size.height))

        assert sentences == list(range(sentences[0], sentences[-1] + 1))
        assert len(sentences) == shown.count("day") + shown.count("Nobody")


async def test_another_key_takes_the_labels_away_and_does_nothing_else(open_app: OpenApp, case):
    async with open_app() as (app, pilot):
        before = app.board.place.spot
        for key in ("escape", "5", "enter", "down"):
            await press(app, pilot, "s", key)
            assert app.board._jump is None

        assert app.board.place.spot == before
        assert not (case / "verdicts").exists()


async def test_resizing_takes_the_labels_away(open_app: OpenApp):
    async with open_app() as (app, pilot):
        await press(app, pilot, "s")
        await pilot.resize_terminal(100, 30)
        await settle(app, pilot)

        assert app.board._jump is None
