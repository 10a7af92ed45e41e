import json

import pytest

from tests.review.making import NINE_HOURS, A, claim_at, records, scripted, span
from workbench.review.case import find_case
from workbench.review.checking import check


def findings(root):
    return check(find_case(root))


def problems(root):
    return [problem for record in findings(root).records for problem in record.problems]


@pytest.fixture
def session(harbour):
    session = scripted(harbour, NINE_HOURS)
    session.rate(claim_at(session, A, 0).id, "true")
    return session


def edit(root, old, new):
    path = root / "articles" / "a.txt"
    path.write_text(path.read_text().replace(old, new))


def test_a_case_without_records_is_sound(harbour):
    assert findings(harbour).is_sound


def test_a_sound_record_is_exact_everywhere(session, harbour):
    found = findings(harbour)
    assert found.is_sound
    (record,) = found.records
    assert record.state == "exact"
    assert (record.anchors[0].source, record.anchors[0].start) == ("articles/a.txt", 0)


def test_a_moved_sentence_is_no_problem(session, harbour):
    edit(harbour, "The harbour of", "A new first line.\n\nThe harbour of")
    found = findings(harbour)
    assert found.is_sound
    assert found.records[0].state == "moved"


def test_a_reworded_sentence_is_one_with_what_to_do(session, harbour):
    edit(harbour, "nine hours", "ten hours")
    (problem,) = problems(harbour)
    assert "articles/a.txt" in problem
    assert "press a" in problem
    assert findings(harbour).records[0].state in {"changed", "orphan"}


def test_what_a_person_has_settled_is_no_problem(session, harbour):
    edit(harbour, "nine hours", "ten hours")
    again = scripted(harbour, NINE_HOURS)
    claim = next(claim for claim in again.claims if claim.lost)
    again.settle(claim.id, claim.lost[0], claim.lost[0].suggestion)
    assert problems(harbour) == []


def test_what_was_replaced_is_history_and_no_problem(session, harbour):
    edit(harbour, "nine hours", "ten hours")
    again = scripted(harbour, NINE_HOURS)
    claim = next(claim for claim in again.claims if claim.lost)
    again.rate(claim.id, "true")
    assert problems(harbour) == []


def test_an_unreadable_record_is_named_and_the_others_are_checked(session, harbour):
    (path,) = records(harbour)
    broken = path.with_name("01ARZ3NDEKTSV4RRFFQ69G5FAV-verdict.json")
    broken.write_text('{"rating": NaN}')
    found = findings(harbour)
    assert [record.state for record in found.records] == ["unreadable", "exact"]
    assert not found.is_sound


def finished(session):
    """The first claim, with all that a verdict needs to be called ready."""
    claim = claim_at(session, A, 0)
    session.add_evidence(claim.id, quote="Nine hours.", url="https://example.org/log")
    session.rate(claim.id, "true", status="ready", conclusion="So it was.")
    return claim


def test_a_rating_off_the_scale_is_found(session, harbour):
    (harbour / "workbench.toml").write_text('[[scale]]\nname = "correct"\n')
    assert "not on the case's scale (correct)" in problems(harbour)[0]


def test_a_finished_verdict_needs_evidence_that_can_be_looked_up(session, harbour):
    claim = finished(session)
    assert problems(harbour) == []
    session.retract(claim.id, session.claim(claim.id).evidence[0].id)
    assert "no evidence can be looked up" in problems(harbour)[0]


def test_an_approval_needs_another_reviewers_verdict_on_the_same_appearances(session, harbour):
    claim = finished(session)
    other = scripted(harbour, NINE_HOURS, reviewer="Ines")
    other.rate(claim.id, "true", status="approved", conclusion="Yes.", role="second")
    assert problems(harbour) == []
    session.reload()
    session.retract(claim.id, session.claim(claim.id).verdicts[0].id)
    assert "nobody else has judged it" in problems(harbour)[0]


def test_a_record_that_replaces_what_is_not_here_is_found(session, harbour):
    session.rate(claim_at(session, A, 0).id, "false")
    records(harbour)[0].unlink()
    assert "which is not here" in problems(harbour)[0]


def test_decisions_about_sentences_are_checked_too(session, harbour):
    session.unlink(claim_at(session, A, 0).id, *span(session, A, 0))
    assert findings(harbour).is_sound
    link = next(path for path in records(harbour) if path.name.endswith("-link.json"))
    assert len(json.loads(link.read_text())["claim"]["appearances"]) == 2


def test_an_article_that_cannot_be_read_is_a_finding(session, harbour):
    (harbour / "articles" / "z.txt").write_bytes(b"\x00\x01" * 400)
    found = findings(harbour)
    assert found.unreadable[0].source == "articles/z.txt"
    assert not found.is_sound
