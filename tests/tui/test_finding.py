"""Finding words in all articles and notes, and going from place to place."""

from tests.tui.conftest import OpenApp
from tests.tui.driving import screen_text, settle
from workbench.tui.searching import MOST_HITS, Hit, told


async def press(app, pilot, *keys):
    await pilot.press(*keys)
    await settle(app, pilot)


def test_the_count_says_which_of_how_many_and_where():
    hits = (Hit(0, 1, 2), Hit(0, 5, 6), Hit(2, 1, 2), Hit(None, claim_id="x"))

    assert told(hits, 1) == "2 of 4 in 2 articles and the notes on 1 claim"
    assert told(hits[:1], 0) == "1 of 1 in 1 article"
    assert told(hits[3:], 0) == "1 of 1 in the notes on 1 claim"
    assert told((), -1) == "nothing found"
    assert "10,000 or more" in told(hits[:1] * MOST_HITS, 0)


async def test_a_word_is_found_by_two_keys_besides_the_word(open_app: OpenApp):
    async with open_app() as (app, pilot):
        await press(app, pilot, "slash", *"skarholm", "enter")

        place = app.board.place
        text = place.session.articles[place.column].sentence_text(place.sentence)
        assert "Skarholm" in text
        assert "1 of 4 in 3 articles" in screen_text(app)


async def test_n_goes_through_all_places_and_round(open_app: OpenApp):
    async with open_app() as (app, pilot):
        await press(app, pilot, "slash", *"skarholm", "enter")
        seen = [(app.board.place.column, app.board.place.sentence)]
        for _ in range(3):
            await press(app, pilot, "n")
            seen.append((app.board.place.column, app.board.place.sentence))
        assert len(set(seen)) == 4
        await press(app, pilot, "n")
        assert (app.board.place.column, app.board.place.sentence) == seen[0]
        await press(app, pilot, "N")
        assert (app.board.place.column, app.board.place.sentence) == seen[-1]
        assert "4 of 4" in screen_text(app)


async def test_arrows_look_at_the_places_while_typing(open_app: OpenApp):
    async with open_app() as (app, pilot):
        await press(app, pilot, "slash", *"skarholm", "down", "down")

        assert "3 of 4 in 3 articles" in screen_text(app)


async def test_escape_goes_back_to_where_the_search_began(open_app: OpenApp):
    async with open_app() as (app, pilot):
        await press(app, pilot, "j")
        before = app.board.place.spot
        await press(app, pilot, "slash", *"lighthouse")
        assert app.board.place.spot != before
        await press(app, pilot, "escape")

        assert app.board.place.spot == before


async def test_an_article_that_was_put_away_comes_back_for_what_is_found(open_app: OpenApp):
    async with open_app(size=(200, 50)) as (app, pilot):
        await press(app, pilot, "l", "l")
        hidden = app.board.place.column
        await press(app, pilot, "minus")
        assert hidden not in app.board.place.columns
        word = app.board.session.articles[hidden].text.split()[-1].strip(".")
        await press(app, pilot, "slash", *word, "enter")
        while app.board.place.column != hidden:
            await press(app, pilot, "n")

        assert hidden in app.board.place.columns


async def test_words_in_a_note_are_found_with_the_claim(open_app: OpenApp):
    async with open_app() as (app, pilot):
        claim = app.board.place.listed[1]
        app.board.session.add_evidence(claim.id, note="Seen in the zebra log.")
        await press(app, pilot, "slash", *"zebra", "enter")

        assert app.board.place.claim.id == claim.id
        assert "1 of 1 in the notes on 1 claim" in screen_text(app)


async def test_resizing_keeps_the_place_and_what_is_read(open_app: OpenApp, case):
    text = "\n\n".join(f"The dam held on day {n} of the flood, they said." for n in range(99))
    (case / "articles" / "0-long.txt").write_text(text, "utf-8")
    async with open_app(size=(250, 40)) as (app, pilot):
        await press(app, pilot, "slash", *"day 77", "enter", "escape")
        before = app.board.place.spot
        for size in ((80, 24), (120, 35), (60, 16), (200, 50)):
            await pilot.resize_terminal(*size)
            await settle(app, pilot)
            assert "day 77" in screen_text(app), size
        after = app.board.place.spot

        assert (after.claim_id, after.column) == (before.claim_id, before.column)
        assert after.sentences == before.sentences
