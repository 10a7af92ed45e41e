"""Claims made, joined and split by hand: no verdict ends up on words that nobody judged."""

import contextlib
import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.review.making import (
    BOATS,
    HELP,
    NINE_HOURS,
    A,
    B,
    C,
    claim_at,
    members,
    records,
    scripted,
    span,
    write_case,
)
from workbench.matching.model import Relation
from workbench.records.fold import fold
from workbench.records.loading import load_records
from workbench.review.errors import NotSaved, ReviewError
from workbench.review.model import Origin
from workbench.review.spans import span_of


def part(session, article, words):
    """Article, start and end of some words."""
    start = session.articles[article].text.index(words)
    return article, start, start + len(words)


def texts(session, claim):
    return [
        session.articles[a.article].text[a.start : a.end]
        for a in session.claim(claim.id).appearances
    ]


class TestMarking:
    def test_a_part_of_a_sentence_becomes_an_appearance(self, harbour):
        session = scripted(harbour, NINE_HOURS)
        claim = claim_at(session, A, 0)
        session.mark(claim.id, *part(session, C, "slept through the night"))

        again = scripted(harbour, NINE_HOURS)
        assert "slept through the night" in texts(again, claim)
        (added,) = [a for a in again.claim(claim.id).appearances if a.origin is Origin.ADDED]
        assert added.article == C
        written = json.loads(records(harbour)[0].read_text())
        assert "whole_sentence" not in written["added"][0]["context"]

    def test_a_longer_sentence_stays_in_its_own_claim_as_well(self, harbour):
        session = scripted(harbour, NINE_HOURS, BOATS)
        claim = claim_at(session, A, 0)
        session.mark(claim.id, *part(session, A, "boats sank"))

        assert "boats sank" in texts(session, claim)
        assert members(session, claim_at(session, A, 1)) == set(BOATS)

    def test_several_sentences_become_one_appearance_and_move(self, harbour):
        session = scripted(harbour, NINE_HOURS, BOATS)
        claim = claim_at(session, A, 0)
        two = part(session, C, "About a dozen boats were lost.")
        end = part(session, C, "The lighthouse keeper slept through the night.")[2]
        session.mark(claim.id, C, two[1], end)

        assert span_of(session.claim(claim.id).appearances[-1]) == (C, two[1], end)
        assert (C, 1) not in members(session, claim_at(session, A, 1))

    def test_narrower_words_take_the_place_of_the_sentence(self, harbour):
        session = scripted(harbour, NINE_HOURS)
        claim = claim_at(session, A, 0)
        session.mark(claim.id, *part(session, B, "For nine hours"))

        again = scripted(harbour, NINE_HOURS)
        assert "For nine hours" in texts(again, claim)
        assert "For nine hours no ship could enter Lindvik." not in texts(again, claim)
        assert len(again.claims) == len(scripted(harbour, NINE_HOURS).claims)
        assert all(
            "no ship could enter" not in other.text for other in again.claims if other is not claim
        )

    def test_words_that_are_marked_already_are_confirmed(self, harbour):
        session = scripted(harbour, NINE_HOURS)
        claim = claim_at(session, A, 0)
        session.mark(claim.id, *span(session, B, 0))

        assert session.claim(claim.id).appearance_in(B).origin is Origin.CONFIRMED

    def test_the_words_that_a_verdict_is_about_are_not_narrowed(self, harbour):
        session = scripted(harbour, NINE_HOURS)
        claim = claim_at(session, A, 0)
        session.rate(claim.id, "true")
        with pytest.raises(NotSaved, match="about these very words"):
            session.mark(claim.id, *part(session, A, "closed for nine hours"))
        other = claim_at(session, A, 3)
        with pytest.raises(NotSaved, match="about these very words"):
            session.mark(other.id, A, 0, part(session, A, "Twelve boats")[2])

    def test_a_claim_without_a_verdict_that_loses_its_words_is_worded_as_those_it_has_left(
        self, harbour
    ):
        session = scripted(harbour, NINE_HOURS, BOATS)
        boats = claim_at(session, A, 1)
        session.link(boats.id, *span(session, C, 2))
        hours = claim_at(session, A, 0)
        start = part(session, A, "Twelve boats")[1]
        session.mark(hours.id, A, start, start + 60)

        again = scripted(harbour, NINE_HOURS, BOATS)
        assert again.claim(boats.id).text in texts(again, boats)
        again.rate(boats.id, "true")
        assert again.claim(boats.id).verdicts[0].claim.text in texts(again, boats)

    def test_a_mark_is_not_redone_on_words_that_were_judged_since(self, harbour):
        session = scripted(harbour, NINE_HOURS)
        claim = claim_at(session, A, 0)
        session.mark(claim.id, *part(session, A, "closed for nine hours"))
        session.undo()
        scripted(harbour, NINE_HOURS, reviewer="Bo").rate(claim.id, "true")
        again = scripted(harbour, NINE_HOURS)
        with pytest.raises(NotSaved, match="about these very words"):
            again.redo()
        assert claim.text in texts(again, claim)

    def test_words_inside_those_that_were_marked_for_another_claim_stay_where_they_are_put(
        self, harbour
    ):
        session = scripted(harbour, NINE_HOURS)
        made = session.start_claim(*part(session, A, "Twelve boats sank")).claim_id
        session.rate(made, "true")
        claim = claim_at(session, A, 0)
        session.mark(claim.id, *part(session, A, "Twelve"))

        again = scripted(harbour, NINE_HOURS)
        assert "Twelve" in texts(again, claim)
        assert texts(again, again.claim(made)) == ["Twelve boats sank"]

    def test_only_the_marked_words_are_compared(self, tmp_path):
        files = {
            "a.txt": "Twelve people were hurt and the bridge over the Orla was closed on Friday.\n",
            "b.txt": "Forty people were hurt and the bridge over the Orla was closed on Friday.\n",
        }
        session = scripted(write_case(tmp_path, files), reviewer="Ada")
        assert claim_at(session, A, 0)
        session.start_claim(*part(session, A, "the bridge over the Orla was closed on Friday"))
        claim = session.claims[-1]
        session.mark(claim.id, *part(session, B, "the bridge over the Orla was closed on Friday"))
        assert session.claim(claim.id).relation is Relation.AGREES
        numbers = session.start_claim(*part(session, A, "Twelve people were hurt"))
        session.mark(numbers.claim_id, *part(session, B, "Forty people were hurt"))
        assert session.claim(numbers.claim_id).relation is Relation.CONFLICTS

    def test_words_judged_here_and_moved_elsewhere_at_the_same_time_stay_with_their_verdict(
        self, harbour
    ):
        session = scripted(harbour, NINE_HOURS, BOATS)
        other = scripted(harbour, NINE_HOURS, BOATS, reviewer="Bo")
        hours, boats = claim_at(session, A, 0), claim_at(session, A, 1)
        session.rate(hours.id, "true")
        other.link(boats.id, *span(other, A, 0))
        again = scripted(harbour, NINE_HOURS, BOATS)
        judged = claim_at(again, A, 0)
        assert [v.claim.text for v in judged.verdicts] == [judged.text]
        assert judged.text in texts(again, judged)


class TestStarting:
    def test_a_part_of_a_sentence_becomes_a_claim_that_is_listed_and_kept(self, harbour):
        session = scripted(harbour, NINE_HOURS, BOATS)
        saved = session.start_claim(*part(session, A, "Twelve boats"))
        assert session.claim(saved.claim_id).text == "Twelve boats"
        assert session.is_offered(session.claim(saved.claim_id))
        assert members(session, claim_at(session, B, 1)) == set(BOATS)

        again = scripted(harbour, NINE_HOURS, BOATS)
        assert again.claim(saved.claim_id).text == "Twelve boats"
        again.rate(saved.claim_id, "true")
        assert not claim_at(again, B, 1).is_reviewed

    def test_undoing_it_leaves_no_claim(self, harbour):
        session = scripted(harbour, NINE_HOURS)
        before = {claim.id for claim in session.claims}
        session.start_claim(*part(session, A, "Twelve boats"))
        saved = session.undo()
        assert {claim.id for claim in session.claims} == before
        assert saved.claim_id in before

    def test_a_sentence_of_a_claim_is_split_off(self, harbour):
        session = scripted(harbour, NINE_HOURS)
        saved = session.start_claim(*span(session, B, 0))
        assert texts(session, session.claim(saved.claim_id)) == [
            "For nine hours no ship could enter Lindvik."
        ]
        assert members(session, claim_at(session, A, 0)) == {(A, 0), (C, 0)}

    def test_a_claim_made_by_hand_can_be_taken_out_again(self, harbour):
        session = scripted(harbour, NINE_HOURS)
        saved = session.start_claim(*part(session, A, "Twelve boats"))
        session.unlink(saved.claim_id, *part(session, A, "Twelve boats"))
        assert all(claim.text != "Twelve boats" for claim in session.claims)

    def test_a_verdict_of_another_survives_that_the_mark_is_undone(self, harbour):
        session = scripted(harbour, NINE_HOURS, BOATS)
        session.rate(claim_at(session, A, 1).id, "false")
        saved = session.start_claim(*part(session, A, "Twelve boats"))
        other = scripted(harbour, NINE_HOURS, BOATS, reviewer="Bo")
        other.rate(saved.claim_id, "true")
        session = scripted(harbour, NINE_HOURS, BOATS)
        session.undo()
        again = scripted(harbour, NINE_HOURS, BOATS)
        assert [v.rating for v in again.claim(saved.claim_id).verdicts] == ["true"]
        assert [v.rating for v in claim_at(again, B, 1).verdicts] == ["false"]


class TestSplitting:
    def test_appearances_leave_into_a_claim_of_their_own(self, harbour):
        session = scripted(harbour, NINE_HOURS)
        claim = claim_at(session, A, 0)
        saved = session.split(claim.id, [span(session, B, 0), span(session, C, 0)])
        again = scripted(harbour, NINE_HOURS)
        assert members(again, again.claim(saved.claim_id)) == {(B, 0), (C, 0)}
        assert members(again, claim_at(again, A, 0)) == {(A, 0)}

    def test_the_verdict_stays_with_its_words(self, harbour):
        session = scripted(harbour, NINE_HOURS)
        claim = claim_at(session, A, 0)
        session.rate(claim.id, "true")
        session.split(claim.id, [span(session, A, 0)])
        judged = claim_at(session, A, 0)
        assert members(session, judged) == {(A, 0)}
        assert [v.rating for v in judged.verdicts] == ["true"]
        assert not claim_at(session, B, 0).verdicts

    def test_the_first_sentence_of_a_claim_without_records_can_leave(self, harbour):
        session = scripted(harbour, NINE_HOURS)
        session.split(claim_at(session, A, 0).id, [span(session, A, 0)])
        assert members(session, claim_at(session, A, 0)) == {(A, 0)}
        assert members(session, claim_at(session, B, 0)) == {(B, 0), (C, 0)}
        session.undo()
        assert members(session, claim_at(session, A, 0)) == set(NINE_HOURS)

    def test_not_all_can_leave(self, harbour):
        session = scripted(harbour, NINE_HOURS)
        claim = claim_at(session, A, 0)
        with pytest.raises(NotSaved):
            session.split(claim.id, [span(session, *place) for place in NINE_HOURS])
        with pytest.raises(ReviewError):
            session.split(claim.id, [span(session, A, 3)])


class TestJoining:
    def test_two_claims_become_one(self, harbour):
        session = scripted(harbour, NINE_HOURS, BOATS)
        here, there = claim_at(session, A, 0), claim_at(session, A, 1)
        saved = session.join(here.id, there.id)
        again = scripted(harbour, NINE_HOURS, BOATS)
        assert members(again, again.claim(saved.claim_id)) == {*NINE_HOURS, *BOATS}
        assert again.claim(saved.claim_id).text == here.text
        session.undo()
        assert members(session, claim_at(session, A, 1)) == set(BOATS)
        assert members(session, claim_at(session, A, 0)) == set(NINE_HOURS)

    @pytest.mark.parametrize("turned", [False, True])
    def test_the_judged_claim_keeps_its_words(self, harbour, turned):
        session = scripted(harbour, NINE_HOURS, BOATS)
        here, there = claim_at(session, A, 0), claim_at(session, A, 1)
        session.rate(there.id, "true")
        saved = session.join(*((there.id, here.id) if turned else (here.id, there.id)))
        joined = session.claim(saved.claim_id)
        assert (joined.text, [v.rating for v in joined.verdicts]) == (there.text, ["true"])
        assert members(session, joined) == {*NINE_HOURS, *BOATS}

    def test_two_judged_claims_are_not_joined(self, harbour):
        session = scripted(harbour, NINE_HOURS, BOATS)
        here, there = claim_at(session, A, 0), claim_at(session, A, 1)
        session.rate(here.id, "true")
        session.rate(there.id, "true")
        with pytest.raises(NotSaved, match="a verdict each"):
            session.join(here.id, there.id)

    def test_a_claim_judged_elsewhere_meanwhile_keeps_its_words(self, harbour):
        session = scripted(harbour, NINE_HOURS, BOATS)
        other = scripted(harbour, NINE_HOURS, BOATS, reviewer="Bo")
        here, there = claim_at(session, A, 0), claim_at(session, A, 1)
        session.rate(here.id, "true")
        session.join(here.id, there.id)
        other.rate(there.id, "false")
        again = scripted(harbour, NINE_HOURS, BOATS)
        assert [v.rating for v in claim_at(again, A, 0).verdicts] == ["true"]
        assert [v.rating for v in claim_at(again, A, 1).verdicts] == ["false"]
        assert members(again, claim_at(again, A, 1)) == set(BOATS)
        assert members(again, claim_at(again, A, 0)) == set(NINE_HOURS)

    def test_what_was_taken_out_of_the_one_stays_in_the_other(self, harbour):
        session = scripted(harbour, NINE_HOURS, ((A, 1), (B, 1), (C, 1), (C, 2)))
        there = claim_at(session, A, 1)
        session.unlink(there.id, *span(session, C, 2))
        here = claim_at(session, A, 0)
        session.link(here.id, *span(session, C, 2))
        saved = session.join(here.id, there.id)
        assert (C, 2) in members(session, session.claim(saved.claim_id))

    def test_a_claim_is_not_joined_with_itself(self, harbour):
        session = scripted(harbour, NINE_HOURS)
        claim = session.claims[0]
        with pytest.raises(NotSaved):
            session.join(claim.id, claim.id)


STEPS = st.tuples(
    st.sampled_from(["rate", "mark", "start", "split", "join", "note", "undo", "redo"]),
    st.sampled_from(["Ada", "Bo"]),
    st.integers(0, 30),
    st.integers(0, 400),
    st.integers(1, 90),
)


def act(session, what, number, place, length):
    claim = session.claims[number % len(session.claims)]
    article = place % len(session.articles)
    start = place % (len(session.articles[article].text) - length)
    match what:
        case "rate":
            session.rate(claim.id, "123"[place % 3])
        case "note":
            session.add_evidence(claim.id, note="A note.")
        case "mark":
            session.mark(claim.id, article, start, start + length)
        case "start":
            session.start_claim(article, start, start + length)
        case "split":
            leaving = [span_of(a) for i, a in enumerate(claim.appearances) if place >> i & 1]
            session.split(claim.id, leaving)
        case "join":
            session.join(claim.id, session.claims[place % len(session.claims)].id)
        case "undo":
            session.undo()
        case "redo":
            session.redo()


def assert_nothing_is_lost(session, root):
    """Every verdict in force is on one claim, ids are given once, each sentence has its claim."""
    stored = load_records(root, root / "verdicts").records
    in_force = {verdict.id for verdict in fold(s.record for s in stored).verdicts}
    assert {v.id for claim in session.claims for v in claim.verdicts} == in_force
    assert len({claim.id for claim in session.claims}) == len(session.claims)
    for index, article in enumerate(session.articles):
        for sentence in article.sentences:
            assert session.claim_at(index, sentence.start, sentence.end) is not None


GROUPS = (NINE_HOURS, BOATS, HELP)
ON_DISK = settings(
    deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


@settings(ON_DISK, max_examples=20)
@given(steps=st.lists(STEPS, min_size=3, max_size=12))
def test_every_verdict_stands_on_the_words_that_were_judged(
    tmp_path_factory: pytest.TempPathFactory, steps
):
    root = write_case(tmp_path_factory.mktemp("case"))
    for what, reviewer, number, place, length in steps:
        session = scripted(root, *GROUPS, reviewer=reviewer)
        try:
            act(session, what, number, place, length)
        except ReviewError:
            continue
        for seen in (session, scripted(root, *GROUPS, reviewer=reviewer)):
            assert_nothing_is_lost(seen, root)
            for claim in seen.claims:
                for verdict in claim.verdicts:
                    assert verdict.claim.text == claim.text
                    assert claim.text in {" ".join(text.split()) for text in texts(seen, claim)}


@settings(ON_DISK, max_examples=20)
@given(steps=st.lists(STEPS, min_size=3, max_size=12))
def test_no_verdict_is_lost_when_two_people_regroup_at_the_same_time(
    tmp_path_factory: pytest.TempPathFactory, steps
):
    """Each works on what was there at the start, as on two branches that are merged later."""
    root = write_case(tmp_path_factory.mktemp("case"))
    sessions = {name: scripted(root, *GROUPS, reviewer=name) for name in ("Ada", "Bo")}
    for what, reviewer, number, place, length in steps:
        with contextlib.suppress(ReviewError, KeyError):
            act(sessions[reviewer], what, number, place, length)
    merged = scripted(root, *GROUPS)
    assert_nothing_is_lost(merged, root)
    for claim in merged.claims:
        if claim.verdicts:
            assert claim.text in {verdict.claim.text for verdict in claim.verdicts}
