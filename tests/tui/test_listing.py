"""The list of claims: which are in it, in which order, and how a person chooses."""

from pathlib import Path

import pytest

from tests.tui.conftest import OpenApp
from tests.tui.driving import screen_text, settle
from workbench.review.session import ReviewSession
from workbench.tui.filters import Filter
from workbench.tui.listing import Listing
from workbench.tui.orders import Order
from workbench.tui.place import Place


@pytest.fixture
def session(case: Path) -> ReviewSession:
    return ReviewSession.open(case, reviewer="Ada")


async def press(app, pilot, *keys):
    await pilot.press(*keys)
    await settle(app, pilot)


def numbers(claims) -> list[int]:
    return [claim.number for claim in claims]


def test_every_filter_has_a_letter_of_its_own_that_moves_nothing():
    keys = [filter_.key for filter_ in Filter]

    assert len(set(keys)) == len(keys)
    assert not {"j", "k", "q"} & set(keys)


def test_filters_tell_claims_apart(session: ReviewSession):
    shared, single = Listing(Filter.SHARED).of(session), Listing(Filter.SINGLE).of(session)
    both = Listing(Filter.ALL).of(session)

    assert shared
    assert single
    assert sorted(numbers((*shared, *single))) == sorted(numbers(both))


def test_mine_are_those_that_one_judged_or_noted_something_on(session: ReviewSession):
    first, second, third = session.claims[:3]
    session.rate(first.id, "false")
    session.add_evidence(second.id, note="Logbook.")

    assert numbers(Listing(Filter.MINE).of(session)) == sorted([first.number, second.number])
    assert third.number not in numbers(Listing(Filter.MINE).of(session))


def test_a_ready_verdict_waits_for_a_second_reader(session: ReviewSession):
    claim = session.claims[0]
    session.add_evidence(claim.id, note="Log.", quote="She sailed at nine.", locator="Page 4")
    session.rate(claim.id, "false", status="ready", conclusion="She sailed on time.")

    assert numbers(Listing(Filter.WAITING).of(session)) == [claim.number]


@pytest.mark.parametrize("order", Order)
def test_every_order_lists_the_same_claims(session: ReviewSession, order: Order):
    listed = Listing(Filter.EVERYTHING, order).of(session)

    assert sorted(numbers(listed)) == numbers(session.claims)
    keys = [order.key(claim, session) for claim in listed]
    assert keys == sorted(keys)


def test_conflicts_come_first_and_strong_matches_and_worthy_claims(session: ReviewSession):
    conflicts = Listing(Filter.EVERYTHING, Order.CONFLICTS).of(session)
    strong = Listing(Filter.EVERYTHING, Order.STRENGTH).of(session)
    worthy = Listing(Filter.EVERYTHING, Order.WORTH).of(session)

    assert conflicts[0].has_conflict
    assert session.strength(strong[0]) >= session.strength(strong[1]) > 0
    assert session.strength(strong[-1]) == 0
    assert worthy[0].worth == max(claim.worth for claim in session.claims)


def test_a_rating_moves_no_claim_in_any_order(session: ReviewSession):
    for order in Order:
        before = numbers(Listing(order=order).of(session))
        session.rate(Listing(order=order).of(session)[0].id, "true")

        assert numbers(Listing(order=order).of(session)) == before


def test_words_narrow_the_list_whatever_their_order(session: ReviewSession):
    claim = next(c for c in session.claims if "refund" in c.text)

    assert Listing(Filter.EVERYTHING, words="euros REFUND").of(session) == (claim,)
    assert claim in Listing(Filter.EVERYTHING, words=str(claim.number)).of(session)
    assert Listing(Filter.EVERYTHING, words="zebra").of(session) == ()
    assert Listing(Filter.EVERYTHING, words="[").of(session) == ()


@pytest.mark.parametrize("order", Order)
def test_a_claim_that_the_filter_keeps_out_stays_in_its_place_until_it_is_left(
    session: ReviewSession, order: Order
):
    place = Place(session, Listing(order=order))
    wanted = place.listed[1]
    place.go_to(wanted.id)
    place.show(Listing(Filter.UNREVIEWED, order))
    session.rate(wanted.id, "true")

    assert numbers(place.listed) == numbers(Listing(order=order).of(session))
    assert place.listed[place.index].id == wanted.id
    place.step(1)
    assert wanted.id not in {claim.id for claim in place.listed}


async def test_the_filter_is_chosen_by_a_letter_with_counts_in_sight(open_app: OpenApp):
    async with open_app() as (app, pilot):
        await press(app, pilot, "f")
        assert "Waiting for a second reader" in screen_text(app)
        await press(app, pilot, "o")

        assert app.board.place.listing.filter is Filter.SINGLE
        assert not any(claim.is_shared for claim in app.board.place.listed)
        assert "only in one article" in screen_text(app)


async def test_the_filter_is_chosen_with_the_arrows_too(open_app: OpenApp):
    async with open_app() as (app, pilot):
        await press(app, pilot, "f")
        await press(app, pilot, "down", "down", "enter")

        assert app.board.place.listing.filter is Filter.CONFLICTS


async def test_the_filter_is_chosen_by_a_click(open_app: OpenApp):
    async with open_app() as (app, pilot):
        await pilot.click("ClaimList", offset=(12, 0))
        await pilot.pause()
        await pilot.click("Choices", offset=(5, 4))
        await settle(app, pilot)

        assert app.board.place.listing.filter is Filter.SINGLE


async def test_the_order_goes_round_and_the_claim_stays(open_app: OpenApp):
    async with open_app() as (app, pilot):
        before = app.board.place.claim.id
        for order in (*tuple(Order)[1:], Order.CONFLICTS):
            await press(app, pilot, "r")
            assert app.board.place.listing.order is order
            assert order.value in screen_text(app)
            assert app.board.place.claim.id == before


async def test_the_list_narrows_at_each_key_and_enter_goes(open_app: OpenApp):
    async with open_app(size=(80, 24)) as (app, pilot):
        assert "CLAIMS" not in screen_text(app)
        await press(app, pilot, "F")
        counts = [len(app.board.place.listed)]
        for key in "1987":
            await press(app, pilot, key)
            counts.append(len(app.board.place.listed))
        assert "CLAIMS" in screen_text(app)
        assert counts == sorted(counts, reverse=True)
        assert counts[-1] < counts[0]

        await press(app, pilot, "enter")
        assert "1987" in app.board.place.claim.text
        await press(app, pilot, "escape")
        assert len(app.board.place.listed) == counts[0]
        assert "1987" in app.board.place.claim.text


async def test_escape_restores_the_list_and_the_claim(open_app: OpenApp):
    async with open_app() as (app, pilot):
        await press(app, pilot, "j", "j")
        before = app.board.place.spot
        await press(app, pilot, "F", *"refund")
        assert app.board.place.spot != before
        await press(app, pilot, "escape")

        assert app.board.place.spot == before


async def test_no_claim_with_the_words_is_said(open_app: OpenApp):
    async with open_app() as (app, pilot):
        await press(app, pilot, "F", *"zebra")
        assert "no claim" in screen_text(app)
        before = app.board.place.spot
        await press(app, pilot, "enter")

        assert app.board.place.claim is not None
        assert app.board.place.spot != before
