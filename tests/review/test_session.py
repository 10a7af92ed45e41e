import json
import sys
from pathlib import Path

import pytest

from tests.review.making import (
    BOATS,
    NINE_HOURS,
    A,
    B,
    C,
    claim_at,
    records,
    scripted,
    span,
    write_case,
)
from workbench.review import case as case_module
from workbench.review.errors import Cancelled, CaseError, NotSaved, UnknownRating
from workbench.review.progress import OFFERED_WORTH
from workbench.review.session import ReviewSession


@pytest.fixture
def session(harbour) -> ReviewSession:
    return scripted(harbour, NINE_HOURS, BOATS)


class TestOpening:
    def test_it_reads_matches_and_numbers_a_case(self, harbour):
        stages = []
        session = ReviewSession.open(
            harbour, reviewer="Ada", report=lambda stage, *_: stages.append(stage)
        )
        assert [article.source for article in session.articles] == [
            "articles/a.txt",
            "articles/b.txt",
            "articles/c.txt",
        ]
        assert [claim.number for claim in session.claims] == list(range(1, len(session.claims) + 1))
        assert list(dict.fromkeys(stages)) == ["reading", "matching", "records"]
        assert session.problems == ()

    def test_one_article_is_enough_and_says_what_is_missing(self, tmp_path):
        write_case(tmp_path, {"a.txt": "Twelve boats sank in the storm on Friday."})
        session = ReviewSession.open(tmp_path)
        assert session.claims
        assert "add another report" in session.notices[0]

    def test_an_article_that_cannot_be_read_is_a_problem_and_the_others_work(self, harbour):
        (harbour / "articles" / "z.txt").write_bytes(b"\x00\x01\x02" * 400)
        session = ReviewSession.open(harbour)
        assert len(session.articles) == 3
        assert session.problems[0].startswith("articles/z.txt cannot be read")

    def test_a_case_of_which_nothing_can_be_read_is_refused(self, tmp_path):
        write_case(tmp_path, {"a.txt": "x"})
        (tmp_path / "articles" / "a.txt").write_bytes(b"\x00\x01\x02" * 400)
        with pytest.raises(CaseError, match=r"a\.txt"):
            ReviewSession.open(tmp_path)

    def test_it_can_be_cancelled(self, harbour):
        with pytest.raises(Cancelled):
            ReviewSession.open(harbour, is_cancelled=lambda: True)

    def test_cancelling_while_records_are_read_never_opens_half_a_case(self, harbour):
        stages = []
        with pytest.raises(Cancelled):
            ReviewSession.open(
                harbour,
                report=lambda stage, *_: stages.append(stage),
                is_cancelled=lambda: "records" in stages,
            )

    def test_a_claim_whose_words_are_gone_can_be_linked_and_judged_again(self, harbour):
        first = scripted(harbour)
        first.rate(claim_at(first, A, 3).id, "true")
        path = harbour / "articles" / "a.txt"
        path.write_text(path.read_text().replace("A crane fell", "The crane crashed"))
        session = scripted(harbour)
        claim = next(claim for claim in session.claims if claim.lost)
        with pytest.raises(NotSaved, match="link a sentence to it first"):
            session.rate(claim.id, "true")
        session.link(claim.id, *span(session, A, 3))
        session.rate(claim.id, "true")
        assert not session.claim(claim.id).lost
        assert session.claim(claim.id).is_reviewed

    def test_a_broken_record_is_a_problem_and_the_others_work(self, harbour):
        first = scripted(harbour, NINE_HOURS)
        first.rate(first.claims[0].id, "true")
        broken = records(harbour)[0].with_name("01ARZ3NDEKTSV4RRFFQ69G5FAV-verdict.json")
        broken.write_text("<<<<<<< HEAD\n{}")
        session = scripted(harbour, NINE_HOURS)
        assert session.claims[0].is_reviewed
        assert broken.name in session.problems[0]

    def test_articles_are_never_written(self, harbour):
        before = {path: path.read_bytes() for path in (harbour / "articles").iterdir()}
        session = ReviewSession.open(harbour, reviewer="Ada")
        session.rate(session.claims[0].id, "1")
        assert before == {path: path.read_bytes() for path in (harbour / "articles").iterdir()}


class TestRating:
    def test_it_is_on_disk_when_the_call_returns(self, session, harbour):
        saved = session.rate(session.claims[0].id, "5", conclusion="It reopened after eight.")
        written = json.loads((harbour / saved.path).read_text(encoding="utf-8"))
        assert written["rating"] == "false"
        assert written["conclusion"] == "It reopened after eight."
        assert written["reviewer"] == "Ada"
        assert [a["source"] for a in written["claim"]["appearances"]] == [
            "articles/a.txt",
            "articles/b.txt",
            "articles/c.txt",
        ]
        assert saved.message == "Rated claim 1 false."

    def test_an_unchanged_verdict_writes_nothing(self, session, harbour):
        session.rate(session.claims[0].id, "5", conclusion="No.")
        saved = session.rate(session.claims[0].id, "false", conclusion="No.")
        assert saved.path is None
        assert "nothing to save" in saved.message
        assert len(records(harbour)) == 1

    def test_what_is_left_out_stays_as_it_was(self, session):
        claim = session.claims[0]
        session.add_evidence(claim.id, quote="Nine hours.", locator="harbour log, page 3")
        session.rate(claim.id, "true", conclusion="Yes.", status="ready", justification="Logs.")
        session.rate(claim.id, "mostly true", justification="")
        (verdict,) = session.claim(claim.id).verdicts
        assert (verdict.rating, verdict.conclusion, verdict.status) == (
            "mostly true",
            "Yes.",
            "ready",
        )
        assert verdict.justification == ""

    def test_a_second_reviewer_disagrees_and_both_verdicts_stand(self, session, harbour):
        claim = session.claims[0]
        session.rate(claim.id, "true")
        other = scripted(harbour, NINE_HOURS, BOATS, reviewer="Ines")
        other.rate(claim.id, "false")
        assert other.claim(claim.id).is_disputed
        assert other.progress.disagreements == 1

    def test_an_adjudicator_settles_all_other_verdicts(self, session, harbour):
        claim = session.claims[0]
        session.rate(claim.id, "true")
        other = scripted(harbour, NINE_HOURS, reviewer="Ines")
        other.rate(claim.id, "false", role="adjudicator")
        assert [v.reviewer for v in other.claim(claim.id).verdicts] == ["Ines"]

    def test_an_adjudicator_who_takes_it_back_leaves_the_others_standing(self, session, harbour):
        claim = session.claims[0]
        session.rate(claim.id, "true")
        other = scripted(harbour, NINE_HOURS, reviewer="Ines")
        other.rate(claim.id, "false", role="adjudicator")
        other.undo()
        assert [v.reviewer for v in other.claim(claim.id).verdicts] == ["Ada"]

    def test_a_rating_off_the_scale_is_refused(self, session, harbour):
        with pytest.raises(UnknownRating, match="choose one of"):
            session.rate(session.claims[0].id, "dubious")
        assert records(harbour) == []

    def test_an_unknown_claim_is_a_key_error(self, session):
        with pytest.raises(KeyError):
            session.rate("nothing", "true")

    def test_a_field_that_cannot_be_is_refused(self, session, harbour):
        with pytest.raises(NotSaved, match="status"):
            session.rate(session.claims[0].id, "true", status="finished")
        assert records(harbour) == []

    @pytest.mark.skipif(sys.platform == "win32", reason="folders have no such permissions")
    def test_a_folder_that_cannot_be_written_is_said_and_nothing_changes(self, session, harbour):
        (harbour / "verdicts").write_text("a file in the way")
        with pytest.raises(NotSaved, match=r"^NOT SAVED: "):
            session.rate(session.claims[0].id, "true")
        assert not session.claims[0].is_reviewed


class TestEvidence:
    def test_a_note_stands_on_its_claim(self, session):
        claim = session.claims[0]
        session.add_evidence(claim.id, note="Port log.", stance="refutes", primary=True)
        (note,) = session.claim(claim.id).evidence
        assert (note.note, note.stance, note.primary) == ("Port log.", "refutes", True)
        assert not session.claim(claim.id).is_reviewed

    def test_a_new_wording_replaces_the_old_one_and_keeps_the_rest(self, session):
        claim = session.claims[0]
        session.add_evidence(claim.id, note="Port lgo.", url="https://example.org/log")
        (old,) = session.claim(claim.id).evidence
        session.add_evidence(claim.id, replaces=old.id, note="Port log.")
        (note,) = session.claim(claim.id).evidence
        assert (note.note, note.url) == ("Port log.", "https://example.org/log")
        assert session.add_evidence(claim.id, replaces=note.id, note="Port log.").path is None

    @pytest.mark.parametrize(
        "fields", [{}, {"note": " "}, {"stance": "maybe", "note": "x"}, {"colour": "red"}]
    )
    def test_what_says_nothing_or_cannot_be_is_refused(self, session, harbour, fields):
        with pytest.raises(NotSaved, match=r"^NOT SAVED: "):
            session.add_evidence(session.claims[0].id, **fields)
        assert records(harbour) == []

    def test_nobody_rewords_or_takes_back_what_another_wrote(self, session, harbour):
        claim = session.claims[0]
        session.add_evidence(claim.id, note="Port log.")
        (note,) = session.claim(claim.id).evidence
        other = scripted(harbour, NINE_HOURS, reviewer="Ines")
        with pytest.raises(NotSaved, match="only Ada"):
            other.add_evidence(claim.id, replaces=note.id, note="Nonsense.")
        with pytest.raises(NotSaved, match="only Ada"):
            other.retract(claim.id, note.id)


def test_taking_a_verdict_back_leaves_the_claim_unreviewed_with_its_history(session, harbour):
    claim = session.claims[0]
    session.rate(claim.id, "true")
    session.retract(claim.id, session.claim(claim.id).verdicts[0].id)
    assert not session.claim(claim.id).is_reviewed
    assert len(session.claim(claim.id).history) == 2
    assert len(records(harbour)) == 2


def test_the_last_sentence_of_a_claim_cannot_be_unlinked(session):
    claim = claim_at(session, A, 3)
    with pytest.raises(NotSaved, match="this sentence only"):
        session.unlink(claim.id, *span(session, A, 3))


def test_a_sentence_of_another_claim_cannot_be_unlinked(session):
    with pytest.raises(NotSaved, match="does not belong"):
        session.unlink(session.claims[0].id, *span(session, A, 3))


def test_numbers_stay_while_the_session_lasts(session):
    before = {claim.id: claim.number for claim in session.claims}
    claim = claim_at(session, A, 3)
    session.rate(claim.id, "true")
    session.link(claim.id, *span(session, B, 3))
    session.unlink(claim_at(session, A, 0).id, *span(session, C, 0))
    after = {claim.id: claim.number for claim in session.claims}
    assert all(after[name] == before[name] for name in before.keys() & after.keys())
    assert len(set(after.values())) == len(after)


def test_shared_claims_are_numbered_first(session):
    assert [claim.is_shared for claim in session.claims[:3]] == [True, True, False]


def test_claims_that_a_record_does_not_touch_stay_the_same_objects(session):
    before = {claim.id: claim for claim in session.claims}
    session.rate(session.claims[0].id, "true")
    changed = [claim.id for claim in session.claims if before[claim.id] is not claim]
    assert changed == [session.claims[0].id]


def test_records_of_others_appear_after_a_reload(session, harbour):
    claim = session.claims[0]
    assert not session.reload()
    scripted(harbour, NINE_HOURS, BOATS, reviewer="Ines").rate(claim.id, "false")
    assert session.reload()
    assert session.claim(claim.id).verdicts[0].reviewer == "Ines"


def test_everything_is_there_after_a_restart(session, harbour):
    session.rate(session.claims[0].id, "true", conclusion="Yes.")
    session.add_evidence(session.claims[1].id, note="A photo.")
    session.link(claim_at(session, A, 2).id, *span(session, B, 2))
    again = scripted(harbour, NINE_HOURS, BOATS)
    now = {claim.id: claim for claim in session.claims}
    for claim in again.claims:
        assert claim.verdicts == now[claim.id].verdicts
        assert claim.evidence == now[claim.id].evidence
        assert claim.appearances == now[claim.id].appearances


def test_differing_words_are_given_for_each_appearance(session):
    claim = claim_at(session, A, 1)
    differing = session.differing(claim)
    words = [
        [session.articles[a.article].text[a.start + s : a.start + e] for s, e in spans]
        for a, spans in zip(claim.appearances, differing, strict=True)
    ]
    assert "Twelve" in " ".join(words[0])
    assert "Fifteen" in " ".join(words[1])


def test_claims_worth_checking_are_offered_and_so_is_what_was_reviewed(session):
    assert session.is_offered(claim_at(session, A, 0))
    single = claim_at(session, A, 3)
    assert session.is_offered(single) == (single.worth >= OFFERED_WORTH)
    offered = session.progress.offered
    assert offered == sum(session.is_offered(claim) for claim in session.claims)


def test_a_claim_waits_for_a_second_reader_where_the_case_asks_for_one(harbour):
    (harbour / "workbench.toml").write_text("second_reader = true")
    session = scripted(harbour, NINE_HOURS)
    session.rate(session.claims[0].id, "true")
    assert session.progress.waiting == 1
    other = scripted(harbour, NINE_HOURS, reviewer="Ines")
    other.rate(other.claims[0].id, "true")
    assert other.progress.waiting == 0


def test_verdicts_may_lie_outside_the_case(harbour, tmp_path: Path):
    session = scripted(harbour, NINE_HOURS, verdicts=tmp_path / "judged")
    saved = session.rate(session.claims[0].id, "true")
    assert (tmp_path / "judged").is_dir()
    assert Path(saved.path).is_absolute()
    assert not (harbour / "verdicts").exists()


class TestWording:
    def test_a_claim_is_worded_as_a_person_chose_and_stays_so(self, session, harbour):
        claim = next(c for c in session.claims if c.is_shared)
        other = next(
            a
            for a in claim.appearances
            if session.articles[a.article].text[a.start : a.end] != claim.text
        )
        saved = session.reword(claim.id, other.article, other.start, other.end)
        wording = session.articles[other.article].text[other.start : other.end]
        assert session.claim(saved.claim_id).text == wording

        session.rate(saved.claim_id, "false")
        assert session.claim(saved.claim_id).text == wording
        newest = max(records(harbour), key=lambda path: path.name)
        assert json.loads(newest.read_text(encoding="utf-8"))["claim"]["text"] == wording

    def test_choosing_is_undone_like_any_change(self, session):
        claim = next(c for c in session.claims if c.is_shared)
        for other in claim.appearances:
            session.reword(claim.id, other.article, other.start, other.end)
        while session.undo():
            pass
        assert (
            session.claim_at(
                claim.appearances[0].article, claim.appearances[0].start, claim.appearances[0].end
            ).text
            == claim.text
        )

    def test_a_verdict_is_never_put_on_other_words(self, session):
        claim = next(c for c in session.claims if c.is_shared)
        session.rate(claim.id, "true")
        for other in claim.appearances:
            with pytest.raises(NotSaved, match="present wording"):
                session.reword(claim.id, other.article, other.start, other.end)


def test_an_article_that_a_record_names_is_read_though_it_is_beyond_so_many(tmp_path, monkeypatch):
    root = write_case(tmp_path)
    session = ReviewSession.open(root, reviewer="Ada")
    last = len(session.articles) - 1
    claim = session.claim_of(*span(session, last, 0))
    session.rate(claim.id, "false")

    monkeypatch.setattr(case_module, "MAX_ARTICLES", last)
    again = ReviewSession.open(root, reviewer="Ada")

    assert [a.source for a in again.articles] == [a.source for a in session.articles]
    assert again.claim_at(*span(again, last, 0)).verdicts[0].rating == "false"
    assert not again.claim_at(*span(again, last, 0)).lost


def test_another_article_is_read_when_it_is_asked_for_and_can_be_judged(tmp_path, monkeypatch):
    root = write_case(tmp_path)
    monkeypatch.setattr(case_module, "MAX_ARTICLES", 2)
    session = ReviewSession.open(root, reviewer="Ada")
    (source,) = session.case.others

    index = session.add(source)

    assert session.articles[index].source == source
    assert session.add(source) == index
    claim = session.claim_of(*span(session, index, 0))
    session.rate(claim.id, "true")
    assert session.claim_at(*span(session, index, 0)).is_reviewed
