"""What is on the main screen can be clicked, and does what its key does."""

from pathlib import Path

from textual.events import MouseScrollDown

from tests.tui.conftest import OpenApp
from tests.tui.driving import SIZES, click_on, dialog, screen_text, settle, shows
from workbench.tui.filters import Filter
from workbench.tui.orders import Order
from workbench.tui.widgets.article_view import ArticleView


async def test_a_rating_in_the_strip_rates(open_app: OpenApp):
    async with open_app() as (app, pilot):
        await click_on(app, pilot, "mostly false")

        assert [v.rating for v in app.board.place.claim.verdicts] == ["mostly false"]


async def test_a_sentence_in_the_strip_is_gone_to(open_app: OpenApp):
    async with open_app() as (app, pilot):
        before = app.board.place.claim.id
        await click_on(app, pilot, "The captain received no warning", last=True)

        place = app.board.place
        assert place.claim.id == before
        assert "no warning" in place.session.articles[place.column].sentence_text(place.sentence)


async def test_the_verdict_opens_the_review(open_app: OpenApp):
    async with open_app() as (app, pilot):
        await pilot.press("5")
        await settle(app, pilot)
        await click_on(app, pilot, "you, ", last=True)

        assert type(app.screen).__name__ == "ReviewDialog"


async def test_the_evidence_line_opens_a_note(open_app: OpenApp):
    async with open_app() as (app, pilot):
        await click_on(app, pilot, "adds a note")

        assert type(app.screen).__name__ == "EvidenceDialog"


async def test_a_count_in_the_header_lists_what_it_counts(open_app: OpenApp):
    async with open_app() as (app, pilot):
        await click_on(app, pilot, "1 conflict")
        assert app.board.place.listing.filter is Filter.CONFLICTS
        await click_on(app, pilot, "1 conflict")
        assert app.board.place.listing.filter is Filter.ALL


async def test_the_keys_at_the_bottom_do_what_they_say(open_app: OpenApp):
    async with open_app() as (app, pilot):
        await click_on(app, pilot, "j k next", last=True)
        assert app.board.place.index == 1
        await click_on(app, pilot, "? help", last=True)
        assert "Keys and signs" in screen_text(app)


async def test_a_claim_and_a_sentence_are_clicked_on(open_app: OpenApp):
    async with open_app() as (app, pilot):
        last = app.board.place.listed[-1]
        await click_on(app, pilot, last.text[:15])
        assert app.board.place.claim.id == last.id


async def test_a_click_on_an_article_writes_nothing(open_app: OpenApp, case: Path):
    (case / "articles" / "0-sly.txt").write_text(
        "[@click=app.quit]A word[/] and do('rate', 1) stand here.", encoding="utf-8"
    )
    async with open_app(size=(250, 40)) as (app, pilot):
        await click_on(app, pilot, "do('rate', 1)")

        assert app.is_running
        assert not (case / "verdicts").exists()


async def test_the_wheel_scrolls_an_article(open_app: OpenApp, case: Path):
    text = "\n\n".join(f"The dam held on day {n} of the flood." for n in range(99))
    (case / "articles" / "0-long.txt").write_text(text, "utf-8")
    async with open_app(size=(250, 40)) as (app, pilot):
        view = app.board.query(ArticleView).first()
        view.post_message(
            MouseScrollDown(view, 5, 5, 0, 1, 0, False, False, False, screen_x=5, screen_y=5)
        )
        await pilot.pause(0.3)

        assert view.scroll_offset.y > 0


async def test_why_is_asked_by_a_click(open_app: OpenApp):
    async with open_app() as (app, pilot):
        await click_on(app, pilot, "W why?")

        assert await shows(app, pilot, "why the sentence in")


@SIZES
async def test_each_of_two_keys_in_one_entry_does_its_own(open_app: OpenApp, size):
    async with open_app(size=size) as (app, pilot):
        row, place = size[1] - 1, app.board.place
        await pilot.click(offset=(1, row))
        assert place.index == 1
        await pilot.click(offset=(3, row))
        assert place.index == 0
        await pilot.click(offset=(6, row))
        assert place.index == 1
        await click_on(app, pilot, "1-9 rate", last=True)
        assert dialog(app) == "ReviewDialog"


@SIZES
async def test_the_header_opens_the_palette_and_lists_what_is_left(open_app: OpenApp, size):
    async with open_app(size=size) as (app, pilot):
        await click_on(app, pilot, "0 of 4")
        assert app.board.place.listing.filter is Filter.UNREVIEWED
        await click_on(app, pilot, "workbench")
        assert dialog(app) == "CommandPalette"


@SIZES
async def test_the_head_of_the_list_chooses_what_is_listed_and_how(open_app: OpenApp, size):
    async with open_app(size=size) as (app, pilot):
        app.board.case.list_wanted = True
        app.board.fit()
        app.board.show_all()
        await settle(app, pilot)
        await click_on(app, pilot, "conflicts first")
        assert app.board.place.listing.order is Order.CONFLICTS.next
        await click_on(app, pilot, "CLAIMS")
        assert dialog(app) == "Menu"
        await click_on(app, pilot, "Esc back")
        await pilot.press("F", *"ferry", "enter")
        await settle(app, pilot)
        await click_on(app, pilot, "“ferry”")
        assert app.board.typing_bar is not None


@SIZES
async def test_a_claim_is_chosen_by_a_click_and_written_on_by_two(open_app: OpenApp, size):
    async with open_app(size=size) as (app, pilot):
        app.board.case.list_wanted = True
        app.board.fit()
        app.board.show_all()
        await settle(app, pilot)
        last = app.board.place.listed[-1]
        await click_on(app, pilot, f" {last.number} · ")
        assert app.board.place.claim.id == last.id
        await click_on(app, pilot, f" {last.number} · ", times=2)
        assert await shows(app, pilot, f"Verdict on claim {last.number}")


@SIZES
async def test_a_columns_title_makes_it_active_and_twice_gives_it_the_width(
    open_app: OpenApp, size
):
    async with open_app(size=size) as (app, pilot):
        await click_on(app, pilot, "Evening paper")
        assert app.board.place.column == 1
        await click_on(app, pilot, "Evening paper", times=2)
        assert app.board.place.arrangement.is_zoomed
        await click_on(app, pilot, "Evening paper", times=2)
        assert not app.board.place.arrangement.is_zoomed


async def test_the_count_in_a_columns_head_lists_what_it_counts(open_app: OpenApp):
    async with open_app(size=(200, 40)) as (app, pilot):
        await click_on(app, pilot, "3 shared")
        assert app.board.place.listing.filter is Filter.SHARED


async def test_the_other_articles_are_turned_to_where_it_says_how_many_there_are(
    open_app: OpenApp,
):
    async with open_app(size=(80, 24)) as (app, pilot):
        assert list(app.board.place.columns) == [0, 1]
        await click_on(app, pilot, "> ")
        assert list(app.board.place.columns) == [1, 2]
        await click_on(app, pilot, "< >")
        assert list(app.board.place.columns) == [0, 1]
        await click_on(app, pilot, "2 of 3")
        assert dialog(app) == "PickDialog"


@SIZES
async def test_a_sentence_is_gone_to_by_a_click_and_its_word_marked_by_two(open_app: OpenApp, size):
    async with open_app(size=size) as (app, pilot):
        await click_on(app, pilot, "Divers will")
        place = app.board.place
        article = place.session.articles[place.column]
        assert article.sentence_text(place.sentence).startswith("Divers")
        await click_on(app, pilot, "Divers will", times=2)
        assert article.text[place.marked.start : place.marked.end] == "Divers"
        await click_on(app, pilot, "Esc leave", last=True)
        assert place.marked is None


@SIZES
async def test_what_is_the_matter_with_a_claim_is_explained_by_a_click(open_app: OpenApp, size):
    async with open_app(size=size) as (app, pilot):
        await click_on(app, pilot, "B denies")
        assert await shows(app, pilot, "why the sentence in")
        await pilot.press("escape", "right_square_bracket", "W")
        assert await shows(app, pilot, "why the sentence in B")
        await pilot.click("Pairs", offset=(8, 1))
        await settle(app, pilot)
        assert dialog(app) == ""
        assert app.board.place.column == 0


@SIZES
async def test_the_place_in_the_list_shows_the_list(open_app: OpenApp, size):
    async with open_app(size=size) as (app, pilot):
        before = app.board.case.shows_list
        await click_on(app, pilot, "1 of 4")
        assert app.board.case.shows_list is not before


@SIZES
async def test_evidence_in_the_strip_is_told_in_full_and_its_label_adds_more(
    open_app: OpenApp, size
):
    async with open_app(size=size) as (app, pilot):
        place = app.board.place
        place.session.add_evidence(place.claim.id, note="The log of the harbour says so.")
        app.board.show_all()
        await settle(app, pilot)
        await click_on(app, pilot, "The log of the harbour")
        assert await shows(app, pilot, "History of claim")
        await click_on(app, pilot, "Esc back")
        await click_on(app, pilot, "Evidence 1")
        assert dialog(app) == "EvidenceDialog"


@SIZES
async def test_a_draft_in_the_strip_is_gone_on_with(open_app: OpenApp, size):
    async with open_app(size=size) as (app, pilot):
        await pilot.press("e", *"half", "escape")
        await settle(app, pilot)
        await click_on(app, pilot, "a note is typed")
        assert dialog(app) == "EvidenceDialog"


@SIZES
async def test_what_is_said_where_nothing_is_listed_offers_the_way_on(open_app: OpenApp, size):
    async with open_app(size=size, filter_=Filter.DISAGREEMENTS) as (app, pilot):
        await click_on(app, pilot, "f lists others")
        assert dialog(app) == "Menu"
        await click_on(app, pilot, "Esc back")
        await click_on(app, pilot, "Esc lists all")
        assert app.board.place.listing.filter is Filter.ALL


@SIZES
async def test_more_sentences_than_fit_are_shown_by_a_click(open_app: OpenApp, size):
    async with open_app(size=size) as (app, pilot):
        place = app.board.place
        before = app.board.case.detail_large
        for column, sentence in ((0, 0), (0, 1), (0, 3), (1, 0), (1, 3), (2, 1)):
            span = place.session.articles[column].sentences[sentence]
            place.session.link(place.claim.id, column, span.start, span.end)
        app.board.show_all()
        await settle(app, pilot)
        await click_on(app, pilot, "d shows", last=True)
        assert app.board.case.detail_large is not before


@SIZES
async def test_a_toast_that_names_a_key_does_what_the_key_does(open_app: OpenApp, size):
    async with open_app(size=size) as (app, pilot):
        await pilot.press("n")
        assert await shows(app, pilot, "Search first")
        await pilot.click("Toast", offset=(4, 1))
        await settle(app, pilot)
        assert app.board.typing_bar is not None


@SIZES
async def test_keys_beside_the_words_to_find_can_be_clicked(open_app: OpenApp, size):
    async with open_app(size=size) as (app, pilot):
        await pilot.press("slash", *"captain")
        assert await shows(app, pilot, "Esc back")
        first = app.board.hit
        await click_on(app, pilot, "↓")
        assert app.board.hit == first + 1
        await click_on(app, pilot, "↑")
        assert app.board.hit == first
        await click_on(app, pilot, "Enter stay")
        assert app.board.typing_bar is None
        await click_on(app, pilot, "n N next")
        assert app.board.hit == first + 1
        await click_on(app, pilot, "Esc back", last=True)
        assert not app.board.hits


async def test_the_hint_for_beginners_can_be_clicked(open_app: OpenApp, habits: Path):
    habits.unlink()
    async with open_app(size=(80, 24)) as (app, pilot):
        await click_on(app, pilot, "adds evidence")
        assert dialog(app) == "EvidenceDialog"


async def test_too_small_a_window_is_left_by_a_click(open_app: OpenApp):
    async with open_app(size=(50, 12)) as (app, pilot):
        await click_on(app, pilot, "q leaves")
        assert app.is_leaving
