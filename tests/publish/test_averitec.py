"""AVeriTeC: the fields of the data set, and no claim lost without a word."""

import json

import pytest

from tests.publish.making import edited, judge, note, shared, storm
from workbench.publish.formats import export_case

FIELDS = [
    "claim",
    "required_reannotation",
    "label",
    "justification",
    "claim_date",
    "speaker",
    "original_claim_url",
    "cached_original_claim_url",
    "fact_checking_article",
    "reporting_source",
    "location_ISO_code",
    "claim_types",
    "fact_checking_strategies",
    "questions",
]


def export(session, *statuses):
    exported = export_case(session, "averitec", statuses)
    return json.loads(exported.data), exported


@pytest.fixture
def session(tmp_path):
    return storm(tmp_path)


def test_a_claim_has_the_fields_of_the_data_set(session):
    claim = shared(session)[0]
    judge(session, claim, "false", justification="The log says 69.")

    (exported,) = export(session)[0]

    assert list(exported) == FIELDS
    assert exported["claim"] == "The ferry had 70 people on board."
    assert exported["label"] == "Refuted"
    assert exported["justification"] == "The log says 69."
    assert exported["claim_date"] == "28-3-2026"
    assert exported["speaker"] == "Vera Holm"
    assert exported["original_claim_url"] == "https://morning.example/storm"
    assert exported["reporting_source"] == "Morning Paper"
    assert exported["fact_checking_article"] == f"https://desk.example/checks/{claim.id}"


def test_the_claim_is_from_whoever_made_it_first_not_from_the_first_file(tmp_path):
    judge(storm(tmp_path), shared(storm(tmp_path))[0], "false")

    (exported,) = export(edited(tmp_path, "date: 2026-03-29", "date: 2026-03-27"))[0]

    assert exported["claim_date"] == "27-3-2026"
    assert exported["original_claim_url"] == "https://night.example/storm"
    assert exported["reporting_source"] == "Night Paper"


def test_each_rating_has_its_label_or_is_listed(session):
    for claim, rating in zip(shared(session), session.case.scale, strict=True):
        judge(session, claim, rating.name, status="draft")

    document, exported = export(session)

    assert [c["label"] for c in document] == [r.averitec for r in session.case.scale if r.averitec]
    assert [left.reason for left in exported.left_out] == [
        "AVeriTeC has no label for the rating “outdated”",
        "AVeriTeC has no label for the rating “not checkable”",
    ]


def test_notes_are_grouped_by_their_question(session):
    claim = shared(session)[0]
    judge(session, claim, "false")
    question = "How many were on board?"
    note(session, claim, question=question, note="69, says the log.", url="https://port.example/l")
    note(session, claim, question="Was it full?", note="No. It takes 100.", medium="PDF")
    note(session, claim, question=question, quote="69 persons", archived_url="https://a.example/1")

    first, second = export(session)[0][0]["questions"]

    assert first["question"] == question
    assert [answer["answer_type"] for answer in first["answers"]] == ["Abstractive", "Extractive"]
    assert first["answers"][0] == {
        "answer": "69, says the log.",
        "answer_type": "Abstractive",
        "source_url": "https://port.example/l",
        "cached_source_url": None,
        "source_medium": "Web text",
    }
    assert first["answers"][1]["cached_source_url"] == "https://a.example/1"
    assert second["answers"] == [
        {
            "answer": "No",
            "answer_type": "Boolean",
            "boolean_explanation": "It takes 100.",
            "source_url": None,
            "cached_source_url": None,
            "source_medium": "PDF",
        }
    ]


def test_a_note_without_a_question_is_kept_and_warned_about(session):
    claim = shared(session)[0]
    judge(session, claim, "false")
    note(session, claim, note="The log says 69.")

    document, exported = export(session)

    assert document[0]["questions"][0]["question"] == ""
    assert any("has no question" in warning for warning in exported.warnings)


def test_a_verdict_without_a_word_of_why_is_kept_and_warned_about(session):
    judge(session, shared(session)[0], "false", conclusion="")
    judge(session, shared(session)[1], "false", conclusion="The log says 69.")

    document, exported = export(session)

    assert [claim["justification"] for claim in document] == ["", "The log says 69."]
    (warning,) = exported.warnings
    assert "neither a justification nor a conclusion" in warning


def test_reviewers_who_disagree_are_listed(session):
    claim = shared(session)[0]
    judge(session, claim, "true", status="draft")
    judge(session, claim, "false", reviewer="Ines", status="draft")

    document, exported = export(session)

    assert document == []
    assert "it needs an adjudicator" in exported.left_out[0].reason
