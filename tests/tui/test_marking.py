"""Marking by hand, with keys and with the mouse; joining and splitting; nothing is lost by it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual import events

from tests.tui.conftest import OpenApp
from tests.tui.driving import screen_text, settle, shows
from tests.tui.test_article_layout import article_of
from workbench.tui import marking
from workbench.tui.marking import Marked, taken
from workbench.tui.widgets.article_view import ArticleView

TEXT = article_of("One two three. Four five, six seven.", "Eight nine.")


def words(marked: Marked | None) -> str:
    assert marked is not None
    return TEXT.text[marked.start : marked.end]


class TestMarked:
    def test_it_begins_with_a_sentence(self):
        assert words(marking.whole(TEXT, 0, 1)) == "Four five, six seven."

    def test_its_ends_move_by_words_over_sentences(self):
        marked = marking.whole(TEXT, 0, 0)
        assert words(marking.end_moved(TEXT, marked, -1)) == "One two"
        assert words(marking.end_moved(TEXT, marked, 1)) == "One two three. Four"
        assert words(marking.start_moved(TEXT, marked, 1)) == "two three."
        later = marking.whole(TEXT, 0, 1)
        assert words(marking.start_moved(TEXT, later, -1)) == "three. Four five, six seven."

    def test_a_word_is_left_at_least(self):
        marked = marking.whole(TEXT, 0, 0)
        for _ in range(9):
            marked = marking.end_moved(TEXT, marked, -1)
        assert words(marked) == "One"
        assert words(marking.start_moved(TEXT, marked, 1)) == "One"

    def test_it_grows_by_sentences(self):
        marked = marking.whole(TEXT, 0, 0)
        longer = marking.lengthened(TEXT, marked, 1)
        assert words(longer) == "One two three. Four five, six seven."
        assert marking.lengthened(TEXT, longer, -1) == marked
        assert marking.lengthened(TEXT, marked, -1) == marked

    def test_punctuation_at_its_ends_is_left_out(self):
        marked = Marked(0, TEXT.text.index("five"), TEXT.text.index(" six"))
        assert TEXT.text[slice(*taken(TEXT, marked)[1:])] == "five"

    def test_the_mouse_marks_whole_words_in_either_direction(self):
        one, other = TEXT.text.index("wo three"), TEXT.text.index("our five")
        assert words(marking.between(TEXT, 0, one, other)) == "two three. Four"
        assert words(marking.between(TEXT, 0, other, one)) == "two three. Four"

    @given(st.lists(st.sampled_from(["end", "start", "long", "sentence"]), max_size=30), st.data())
    def test_it_stays_in_the_sentences_and_never_is_empty(self, steps, data):
        marked = marking.whole(TEXT, 0, 1)
        moves = {
            "end": marking.end_moved,
            "start": marking.start_moved,
            "long": marking.lengthened,
            "sentence": marking.sentence_moved,
        }
        for step in steps:
            marked = moves[step](TEXT, marked, data.draw(st.sampled_from([1, -1])))
            assert 0 <= marked.start < marked.end <= len(TEXT.text)
            assert words(marked).strip() == words(marked)


async def press(app, pilot, *keys):
    await pilot.press(*keys)
    await settle(app, pilot)


def spans(app, claim):
    articles = app.board.session.articles
    return [
        articles[a.article].text[a.start : a.end]
        for a in app.board.session.claim(claim.id).appearances
    ]


async def test_a_part_of_a_sentence_becomes_a_claim_of_its_own(open_app: OpenApp):
    async with open_app() as (app, pilot):
        before = len(app.board.session.claims)
        await press(app, pilot, "v", "h", "h", "h")
        assert "Mark" in screen_text(app)
        assert "new claim" in screen_text(app)
        await press(app, pilot, "c")

        claim = app.board.place.claim
        assert len(app.board.session.claims) == before + 1
        assert spans(app, claim) == [claim.text]
        assert app.board.place.marked is None
        await press(app, pilot, "5", "z", "z")
        assert len(app.board.session.claims) == before
        assert app.board.place.claim is not None

    async with open_app() as (app, pilot):
        await press(app, pilot, "Z")
        assert len(app.board.session.claims) == before + 1


async def test_marked_words_become_an_appearance_of_the_claim(open_app: OpenApp):
    async with open_app() as (app, pilot):
        claim = app.board.place.claim
        article = app.board.session.articles[app.board.place.column]
        app.board.place.put(app.board.place.column, len(article.sentences) - 1)
        await press(app, pilot, "v", "L", "h", "enter")

        last = article.sentence_text(len(article.sentences) - 1)
        (added,) = [text for text in spans(app, claim) if text in last]
        assert added == " ".join(last.split()[1:-1])
        assert app.board.place.claim.id == claim.id


async def test_esc_marks_nothing_and_no_other_key_acts_meanwhile(open_app: OpenApp):
    async with open_app() as (app, pilot):
        before = app.board.place.claim
        await press(app, pilot, "v", "5", "0", "x", "z")
        assert not app.board.session.record_paths
        await press(app, pilot, "escape")

        assert app.board.place.marked is None
        assert app.board.place.claim is before
        assert "j k" in screen_text(app)
        await press(app, pilot, "5")
        assert len(app.board.session.record_paths) == 1


async def test_words_are_marked_with_the_mouse(open_app: OpenApp):
    async with open_app() as (app, pilot):
        view = next(iter(app.board.query(ArticleView)))
        row = next(
            y
            for y in range(3, view.size.height)
            if "injured" in "".join(s.text for s in view.render_line(y))
        )
        for kind, x in ((events.MouseDown, 3), (events.MouseMove, 14), (events.MouseUp, 14)):
            x += view.region.x
            y = row + view.region.y
            app.post_message(kind(None, x, y, 0, 0, 1, False, False, False, screen_x=x, screen_y=y))
            await pilot.pause()
        marked = app.board.place.marked
        assert marked is not None
        assert " " in app.board.session.articles[marked.article].text[marked.start : marked.end]
        current = app.board.place.claim
        await press(app, pilot, "c")
        assert app.board.place.claim is not current


async def test_a_quotation_is_pointed_at_from_the_dialog(open_app: OpenApp):
    async with open_app() as (app, pilot):
        await press(app, pilot, "e")
        await pilot.press(*"begun")
        await press(app, pilot, "ctrl+t")
        assert "Quote" in screen_text(app)
        await press(app, pilot, "j", "h")
        marked = app.board.place.marked
        await press(app, pilot, "enter")

        values = app.screen.values()
        article = app.board.session.articles[marked.article]
        assert values["note"] == "begun"
        assert values["quote"] == article.text[marked.start : marked.end].rstrip(",")
        assert values["title"] == article.metadata.title
        assert values["locator"].startswith(f"{article.source}:{marked.start}-")


async def test_pointing_can_be_given_up(open_app: OpenApp):
    async with open_app() as (app, pilot):
        await press(app, pilot, "e")
        await pilot.press(*"begun")
        await press(app, pilot, "ctrl+t", "escape")

        assert app.screen.values()["note"] == "begun"


async def test_two_claims_are_joined_by_a_number(open_app: OpenApp):
    async with open_app() as (app, pilot):
        claim, other = app.board.place.listed[0], app.board.place.listed[2]
        await press(app, pilot, "M")
        await pilot.press(*str(other.number))
        await press(app, pilot, "enter")

        joined = app.board.place.claim
        assert set(spans(app, joined)) == {
            text
            for c in (claim, other)
            for a in c.appearances
            for text in [app.board.session.articles[a.article].text[a.start : a.end]]
        }
        assert await shows(app, pilot, "are one")
        await press(app, pilot, "z")
        assert len(app.board.session.claim(claim.id).appearances) == len(claim.appearances)


async def test_two_judged_claims_are_not_joined(open_app: OpenApp):
    async with open_app() as (app, pilot):
        other = app.board.place.listed[2]
        await press(app, pilot, "1")
        app.board.place.go_to(other.id)
        await press(app, pilot, "2", "g", "M")
        await pilot.press(*str(other.number))
        await press(app, pilot, "enter")

        assert await shows(app, pilot, "a verdict each")
        assert len(app.board.session.record_paths) == 2


@pytest.mark.parametrize("judged", [False, True])
async def test_a_sentence_is_split_off(open_app: OpenApp, judged: bool):
    async with open_app() as (app, pilot):
        claim = next(c for c in app.board.place.listed if len(c.appearances) == 2)
        app.board.place.go_to(claim.id)
        await press(app, pilot, *(["5"] if judged else []), "S")

        session = app.board.session
        parts = {session.claim_at(a.article, a.start, a.end).id for a in claim.appearances}
        assert len(parts) == 2
        for name in parts:
            part = session.claim(name)
            assert bool(part.verdicts) == (judged and claim.text in spans(app, part))


async def test_of_several_sentences_those_that_leave_are_checked(open_app: OpenApp):
    async with open_app() as (app, pilot):
        claim = next(c for c in app.board.place.listed if len(c.appearances) > 2)
        app.board.place.go_to(claim.id)
        await press(app, pilot, "S")
        assert f"leave claim {claim.number}" in screen_text(app)
        await press(app, pilot, "j", "space", "enter")

        assert len(app.board.place.claim.appearances) == len(claim.appearances) - 2


async def test_the_judged_words_are_not_taken_out(open_app: OpenApp):
    async with open_app() as (app, pilot):
        claim = app.board.place.claim
        await press(app, pilot, "5")
        while app.board.place.words != claim.text:
            await press(app, pilot, "right_square_bracket")
        await press(app, pilot, "x")

        assert await shows(app, pilot, "about these very words")
        assert len(app.board.session.claim(claim.id).appearances) == len(claim.appearances)


async def test_a_rejected_match_stays_rejected(open_app: OpenApp):
    async with open_app() as (app, pilot):
        claim = app.board.place.claim
        here = app.board.place.appearance
        await press(app, pilot, "x")
        rest = spans(app, claim)
        assert len(rest) == len(claim.appearances) - 1

    async with open_app() as (app, pilot):
        texts = app.board.session.articles[here.article].text[here.start : here.end]
        holding = app.board.session.claim_at(here.article, here.start, here.end)
        assert holding.text == texts
        assert len(holding.appearances) == 1


async def test_a_match_is_confirmed_with_one_press(open_app: OpenApp):
    async with open_app() as (app, pilot):
        here = app.board.place.appearance
        await press(app, pilot, "m")

        after = app.board.place.appearance
        assert (after.start, after.origin) == (here.start, "confirmed")
