"""A blind second reader sees nothing of the first verdict until their own is on disk."""

import pytest

from tests.review.making import BOATS, NINE_HOURS, A, claim_at, group, scripted
from workbench.matching.model import Matching
from workbench.review.errors import NotSaved


@pytest.fixture
def judged(harbour):
    first = scripted(harbour, NINE_HOURS, BOATS)
    claim = claim_at(first, A, 0)
    first.rate(claim.id, "false", conclusion="It reopened.", status="draft")
    first.add_evidence(claim.id, note="Port log.")
    return claim


def reading(harbour, reviewer="Ines"):
    session = scripted(harbour, NINE_HOURS, BOATS, reviewer=reviewer)
    session.read_blind(True)
    return session


def test_the_first_verdict_is_nowhere_but_the_evidence_is(harbour, judged):
    session = reading(harbour)
    claim = session.claim(judged.id)
    assert claim.hides_verdict
    assert claim.verdicts == ()
    assert [note.note for note in claim.evidence] == ["Port log."]
    assert "It reopened." not in repr(session.claims)
    assert session.progress.reviewed == 0
    assert claim_at(session, A, 0) is claim


def test_it_waits_for_the_second_reader_all_the_same(harbour, judged):
    (harbour / "workbench.toml").write_text("second_reader = true\nblind_second = true\n")
    session = reading(harbour)
    assert session.case.blind_second
    assert session.is_waiting(session.claim(judged.id))
    assert session.progress.waiting == 1


def test_both_are_there_once_the_second_is_saved_and_it_says_that_it_was_blind(harbour, judged):
    session = reading(harbour)
    session.rate(judged.id, "true", role="second")
    claim = session.claim(judged.id)
    assert not claim.hides_verdict
    assert {(v.reviewer, v.blind, v.role) for v in claim.verdicts} == {
        ("Ada", False, "checker"),
        ("Ines", True, "second"),
    }
    assert claim.is_disputed


def test_undoing_it_hides_the_first_again(harbour, judged):
    session = reading(harbour)
    session.rate(judged.id, "true")
    session.undo()
    assert session.claim(judged.id).hides_verdict


def test_the_first_reader_and_an_adjudicator_see_everything(harbour, judged):
    assert not reading(harbour, "Ada").claim(judged.id).hides_verdict
    scripted(harbour, NINE_HOURS, BOATS, reviewer="Ines").rate(judged.id, "true")
    assert len(reading(harbour, "Bo").claim(judged.id).verdicts) == 2


def test_a_refusal_tells_nothing_of_the_first(harbour, judged):
    session = reading(harbour)
    with pytest.raises(NotSaved) as refused:
        session.rate(judged.id, "true", conclusion="Yes.", status="approved")
    assert "false" not in str(refused.value)
    assert "Ada" not in str(refused.value)
    assert session.why_not_rated(judged.id, "true", status="approved")
    assert session.why_not_rated(judged.id, "true", status="draft") == ""


def test_it_is_turned_off_again(harbour, judged):
    session = reading(harbour)
    session.read_blind(False)
    assert [v.rating for v in session.claim(judged.id).verdicts] == ["false"]


def test_joining_does_not_overrule_a_hidden_verdict(harbour, judged):
    session = reading(harbour)
    other = claim_at(session, A, 1)
    session.rate(other.id, "true")
    with pytest.raises(NotSaved, match="a verdict each"):
        session.join(judged.id, other.id)


def test_claims_that_hide_nothing_stay_the_same_objects(harbour, judged):
    session = reading(harbour)
    before = {claim.id: claim for claim in session.claims}
    session.rate(claim_at(session, A, 1).id, "true")
    single = claim_at(session, A, 3)
    assert single is before[single.id]


def test_a_claim_that_only_its_hidden_verdict_makes_worth_reading_is_still_offered(harbour):
    alone = group((A, 3), worth=0.0)
    found = Matching((), (alone,))
    first = scripted(harbour, found=found)
    claim = claim_at(first, A, 3)
    assert not first.is_offered(claim)
    first.rate(claim.id, "false")

    session = scripted(harbour, found=found, reviewer="Ines")
    session.read_blind(True)

    assert session.is_offered(session.claim(claim.id))
