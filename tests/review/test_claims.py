"""Which sentences make one claim, once people have judged, linked and unlinked."""

import pytest

from tests.review.making import (
    BOATS,
    HELP,
    NINE_HOURS,
    A,
    B,
    C,
    claim_at,
    group,
    match,
    members,
    scripted,
    span,
    write_case,
)
from workbench.matching.model import Difference, Matching, Relation, Slot
from workbench.review.model import Origin


def rated(root, *groups, at, rating="true", reviewer="Ada"):
    session = scripted(root, *groups, reviewer=reviewer)
    session.rate(claim_at(session, *at).id, rating)
    return session


def test_without_records_the_claims_are_those_that_were_matched(harbour):
    session = scripted(harbour, NINE_HOURS, BOATS)
    assert members(session, claim_at(session, A, 0)) == set(NINE_HOURS)
    assert members(session, claim_at(session, B, 1)) == set(BOATS)
    assert members(session, claim_at(session, A, 3)) == {(A, 3)}


def test_every_sentence_is_in_one_claim_and_every_id_is_given_once(harbour):
    session = scripted(harbour, NINE_HOURS, HELP)
    places = [(a.article, a.sentence) for c in session.claims for a in c.appearances]
    assert len(places) == len(set(places)) == 11
    assert len({claim.id for claim in session.claims}) == len(session.claims)


def test_copies_of_a_sentence_in_one_article_are_claims_of_their_own(harbour):
    (harbour / "articles" / "a.txt").write_text("He denied it.\n\nHe denied it.\n")
    session = scripted(harbour)
    assert claim_at(session, A, 0).id != claim_at(session, A, 1).id


def test_a_verdict_stays_with_the_words_that_were_judged_when_the_matching_changes(harbour):
    rated(harbour, NINE_HOURS, at=(A, 0))
    session = scripted(harbour)
    claim = claim_at(session, B, 0)
    assert members(session, claim) == set(NINE_HOURS)
    assert claim.is_reviewed


def test_a_new_match_joins_the_claim_that_was_judged_and_is_called_matched(harbour):
    rated(harbour, ((A, 0), (B, 0)), at=(A, 0))
    session = scripted(harbour, NINE_HOURS)
    claim = claim_at(session, C, 0)
    assert {a.article: a.origin for a in claim.appearances} == {
        A: Origin.JUDGED,
        B: Origin.JUDGED,
        C: Origin.MATCHED,
    }


def test_two_recorded_claims_that_hold_the_same_words_are_one(harbour):
    rated(harbour, ((A, 0), (C, 0)), at=(A, 0))
    other = rated(harbour, ((B, 0), (C, 0)), at=(B, 0), reviewer="Ines", rating="false")
    session = scripted(harbour)
    claim = claim_at(session, A, 0)
    assert members(session, claim) == set(NINE_HOURS)
    assert [v.rating for v in claim.verdicts] == ["true", "false"]
    assert claim.is_disputed
    assert other.claims


def test_a_match_that_could_join_two_recorded_claims_joins_neither(harbour):
    rated(harbour, at=(A, 0))
    rated(harbour, at=(B, 0))
    session = scripted(harbour, NINE_HOURS)
    assert members(session, claim_at(session, A, 0)) == {(A, 0)}
    assert members(session, claim_at(session, B, 0)) == {(B, 0)}
    assert members(session, claim_at(session, C, 0)) == {(C, 0)}


class TestUnlinking:
    def test_the_sentence_becomes_a_claim_of_its_own(self, harbour):
        session = scripted(harbour, NINE_HOURS)
        claim = claim_at(session, A, 0)
        session.unlink(claim.id, *span(session, C, 0))
        assert members(session, claim) == {(A, 0), (B, 0)}
        assert members(session, claim_at(session, C, 0)) == {(C, 0)}

    def test_it_is_remembered(self, harbour):
        session = scripted(harbour, NINE_HOURS)
        session.unlink(claim_at(session, A, 0).id, *span(session, C, 0))
        again = scripted(harbour, NINE_HOURS)
        assert members(again, claim_at(again, A, 0)) == {(A, 0), (B, 0)}

    def test_the_claim_keeps_its_id_and_verdict_when_its_first_sentence_goes(self, harbour):
        session = rated(harbour, NINE_HOURS, at=(A, 0))
        claim = claim_at(session, A, 0)
        session.unlink(claim.id, *span(session, A, 0))
        assert members(session, claim) == {(B, 0), (C, 0)}
        assert session.claim(claim.id).is_reviewed
        single = claim_at(session, A, 0)
        assert single.id != claim.id
        assert not single.is_reviewed

    def test_a_verdict_on_the_sentence_that_went_does_not_touch_the_claim(self, harbour):
        session = scripted(harbour, NINE_HOURS)
        claim = claim_at(session, A, 0)
        session.unlink(claim.id, *span(session, A, 0))
        session.rate(claim_at(session, A, 0).id, "false")
        again = scripted(harbour, NINE_HOURS)
        assert not again.claim(claim.id).is_reviewed
        assert claim_at(again, A, 0).verdicts[0].rating == "false"

    def test_it_can_be_linked_again(self, harbour):
        session = scripted(harbour, NINE_HOURS)
        claim = claim_at(session, A, 0)
        session.unlink(claim.id, *span(session, C, 0))
        session.link(claim.id, *span(session, C, 0))
        assert members(session, claim) == set(NINE_HOURS)
        assert not claim_at(session, C, 0).appearances[-1].disputed

    def test_two_reviewers_who_decide_against_each_other_make_it_disputed(self, harbour):
        scripted(harbour, NINE_HOURS).unlink(
            claim_at(scripted(harbour, NINE_HOURS), A, 0).id,
            *span(scripted(harbour), C, 0),
        )
        session = scripted(harbour, NINE_HOURS, reviewer="Ines")
        session.link(claim_at(session, A, 0).id, *span(session, C, 0))
        assert claim_at(session, C, 0).appearance_in(C).disputed

    def test_a_verdict_stays_on_screen_when_two_people_took_out_all_its_words(self, harbour):
        pair = ((A, 0), (B, 0))
        rated(harbour, pair, at=(A, 0))
        here, there = (scripted(harbour, pair, reviewer=name) for name in ("Bo", "Ines"))
        here.unlink(claim_at(here, A, 0).id, *span(here, B, 0))
        there.unlink(claim_at(there, A, 0).id, *span(there, A, 0))
        session = scripted(harbour, pair)
        claim = claim_at(session, A, 0)
        assert claim.is_reviewed
        assert all(a.disputed for a in claim.appearances)


class TestLinking:
    def test_a_match_becomes_confirmed(self, harbour):
        session = scripted(harbour, NINE_HOURS)
        claim = claim_at(session, A, 0)
        session.link(claim.id, *span(session, B, 0))
        assert session.claim(claim.id).appearance_in(B).origin is Origin.CONFIRMED

    def test_a_sentence_of_another_claim_moves_alone(self, harbour):
        session = scripted(harbour, NINE_HOURS, BOATS)
        claim = claim_at(session, A, 0)
        session.link(claim.id, *span(session, C, 1))
        assert members(session, claim) == {*NINE_HOURS, (C, 1)}
        assert members(session, claim_at(session, A, 1)) == {(A, 1), (B, 1)}
        added = next(a for a in session.claim(claim.id).appearances if a.sentence == 1)
        assert added.origin is Origin.ADDED

    def test_a_sentence_moves_out_of_a_claim_that_was_judged(self, harbour):
        session = rated(harbour, NINE_HOURS, BOATS, at=(A, 1))
        session.rate(claim_at(session, A, 0).id, "mixed")
        session.link(claim_at(session, A, 0).id, *span(session, C, 1))
        again = scripted(harbour, NINE_HOURS, BOATS)
        assert members(again, claim_at(again, A, 0)) == {*NINE_HOURS, (C, 1)}
        assert members(again, claim_at(again, A, 1)) == {(A, 1), (B, 1)}
        assert claim_at(again, A, 1).verdicts[0].rating == "true"

    def test_a_judged_claim_is_never_left_without_words(self, harbour):
        session = rated(harbour, at=(A, 3), rating="false")
        session.link(claim_at(session, A, 0).id, *span(session, A, 3))
        claim = claim_at(session, A, 0)
        assert members(session, claim) == {(A, 0), (A, 3)}
        assert [v.rating for v in claim.verdicts] == ["false"]

    def test_it_stays_after_the_claim_is_judged_again(self, harbour):
        session = scripted(harbour, NINE_HOURS, BOATS)
        claim = claim_at(session, A, 0)
        session.link(claim.id, *span(session, C, 1))
        session.rate(claim.id, "true")
        again = scripted(harbour, NINE_HOURS, BOATS)
        assert members(again, claim_at(again, A, 0)) == {*NINE_HOURS, (C, 1)}
        assert members(again, claim_at(again, B, 1)) == {(A, 1), (B, 1)}


class TestEditedArticles:
    def edit(self, root, old, new):
        path = root / "articles" / "a.txt"
        path.write_text(path.read_text().replace(old, new))

    def test_a_sentence_that_moved_keeps_its_verdict(self, harbour):
        rated(harbour, NINE_HOURS, at=(A, 0))
        self.edit(harbour, "The harbour of", "A new first line.\n\nThe harbour of")
        session = scripted(harbour)
        assert claim_at(session, A, 1).is_reviewed
        assert not claim_at(session, A, 0).is_reviewed

    def test_a_sentence_that_was_reworded_is_lost_until_it_is_judged_again(self, harbour):
        rated(harbour, NINE_HOURS, at=(A, 0))
        self.edit(harbour, "nine hours", "ten hours")
        session = scripted(harbour)
        claim = claim_at(session, B, 0)
        assert members(session, claim) == {(B, 0), (C, 0)}
        assert claim.lost[0].exact == "The harbour of Lindvik was closed for nine hours."
        assert claim.lost[0].source == "articles/a.txt"
        assert not claim_at(session, A, 0).is_reviewed
        saved = session.rate(claim.id, "true")
        assert saved.path is not None
        assert not session.claim(claim.id).lost

    def test_a_verdict_whose_words_are_all_gone_is_still_shown(self, harbour):
        rated(harbour, at=(A, 3))
        self.edit(harbour, "A crane fell on the fish market.", "")
        session = scripted(harbour)
        (claim,) = [claim for claim in session.claims if claim.lost]
        assert claim.text == "A crane fell on the fish market."
        assert claim.is_reviewed
        assert not claim.appearances
        assert session.progress.lost == 1


def test_the_relation_is_the_most_serious_of_the_claims_own_pairs(harbour):
    figures = Difference(Slot.NUMBER, "Twelve", "Fifteen", (0, 6), (0, 7), conflict=True)
    found = Matching(
        (
            match((A, 1), (B, 1), Relation.CONFLICTS, figures),
            match((A, 1), (C, 1)),
            match((B, 1), (C, 1), Relation.DIFFERS),
        ),
        (group((A, 1), (B, 1), (C, 1), relation=Relation.CONFLICTS),),
    )
    session = scripted(harbour, found=found)
    claim = claim_at(session, A, 1)
    assert claim.has_conflict
    assert claim.summary == "figures differ: A Twelve · B Fifteen"
    session.unlink(claim.id, *span(session, B, 1))
    assert session.claim(claim.id).relation is Relation.AGREES
    assert session.claim(claim.id).summary == ""


def test_sentences_linked_by_hand_are_compared(tmp_path):
    texts = ("Twelve people were injured on Friday.\n", "Thirty people were injured on Friday.\n")
    session = scripted(write_case(tmp_path, dict(zip(("a.txt", "b.txt"), texts, strict=True))))
    claim = claim_at(session, A, 0)
    session.link(claim.id, *span(session, B, 0))
    claim = session.claim(claim.id)
    assert claim.has_conflict
    assert claim.summary.startswith("figures differ: A Twelve")


def test_rating_a_claim_does_not_change_its_relation(harbour):
    session = scripted(harbour, BOATS)
    claim = claim_at(session, A, 1)
    session.rate(claim.id, "true")
    assert session.claim(claim.id).relation is claim.relation
    assert session.claim(claim.id).summary == claim.summary


def test_a_span_that_is_no_claim_becomes_one_of_exactly_that_span(harbour):
    (harbour / "articles" / "a.txt").write_text("LINDVIK\n\nPhoto: an agency\n\nIt rained.\n")
    session = scripted(harbour, found=Matching((), ()))
    claim = session.claim_of(A, 0, 7)
    assert [(a.start, a.end) for a in claim.appearances] == [(0, 7)]
    session.rate(claim.id, "true")
    again = scripted(harbour, found=Matching((), ()))
    assert again.claim_at(A, 0, 7).is_reviewed


@pytest.mark.parametrize("rating", ["true", "false"])
def test_people_who_judge_one_sentence_apart_write_into_one_folder(harbour, tmp_path, rating):
    first = rated(harbour, NINE_HOURS, at=(A, 0))
    second = scripted(harbour, NINE_HOURS, reviewer="Ines", verdicts=tmp_path / "branch")
    saved = second.rate(claim_at(second, A, 0).id, rating)
    (path,) = first.record_paths.values()
    assert path.split("/")[-2] == saved.path.split("/")[-2]
