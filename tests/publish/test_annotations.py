"""Web Annotations: valid against the model, each on the words that were judged and on no others."""

import json
import uuid

import pytest

from tests.publish.linked_data import BASE, check, quads, values
from tests.publish.making import SUBJECTS, judge, note, shared, storm
from tests.review.making import match, matching, scripted, span
from workbench.matching.model import Matching, Relation
from workbench.publish.formats import export_case

OA = "http://www.w3.org/ns/oa#"


def export(session, *statuses):
    exported = export_case(session, "annotations", statuses)
    return json.loads(exported.data), exported


def of(document, motivation):
    return [item for item in document["items"] if item["motivation"] == motivation]


@pytest.fixture
def session(tmp_path):
    return storm(tmp_path)


@pytest.fixture
def judged(session):
    """Every rating, and a note that says all that a note can say."""
    for claim, rating in zip(shared(session), session.case.scale, strict=True):
        correction = ("A slip.", "It was 69.") if rating.name == "mixed" else None
        judge(session, claim, rating.name, uncertainty="The wind.", correction=correction)
    note(
        session,
        shared(session)[0],
        note="69, says the log.",
        quote="69 persons",
        question="How many?",
        url="https://port.example/log",
        archived_url="https://archive.example/1",
        title="Log",
        publisher="The port",
        locator="page 3",
        primary=True,
    )
    return session


def test_every_record_and_match_is_valid_against_the_model(judged):
    document, exported = export(judged)

    check(document, "annotations")
    assert len(of(document, "assessing")) == len(SUBJECTS)
    assert len(of(document, "commenting")) == 1
    assert len(of(document, "linking")) == len(SUBJECTS)
    assert exported.count == len(document["items"]) == document["partOf"]["total"]
    assert exported.left_out == ()


def test_a_json_ld_parser_reads_every_annotation_and_selector(judged):
    document, _ = export(judged)

    statements = quads(document)
    types = [q["object"]["value"] for q in statements if q["predicate"]["value"].endswith("#type")]
    targets = [t for item in document["items"] for t in item["target"]]
    bodies = [b for item in document["items"] for b in item["body"]]
    places = [part for part in (*targets, *bodies) if "selector" in part]

    assert types.count(f"{OA}Annotation") == len(document["items"])
    assert types.count(f"{OA}TextQuoteSelector") == len(places)
    assert types.count(f"{OA}TextPositionSelector") == len(places)
    assert types.count(f"{OA}TextualBody") == sum(b["type"] == "TextualBody" for b in bodies)
    assert f"{BASE}articles/morning.txt" in values(document, f"{OA}hasSource")
    assert {f"{OA}assessing", f"{OA}linking"} <= set(values(document, f"{OA}motivatedBy"))


def test_selectors_name_the_words_that_were_judged(tmp_path):
    session = storm(tmp_path, subjects=["The 🛥 had 70 people on board", SUBJECTS[1]])
    claim = shared(session)[0]
    judge(session, claim, "true")

    (verdict,) = of(export(session)[0], "assessing")

    assert len(verdict["target"]) == 2
    for target in verdict["target"]:
        text = (tmp_path / target["source"]["id"]).read_text(encoding="utf-8")
        quote, position = target["selector"]
        assert text[position["start"] : position["end"]] == quote["exact"] == claim.text
        assert text[: position["start"]].endswith(quote["prefix"])
        assert text[position["end"] :].startswith(quote["suffix"])
        assert len(quote["suffix"]) > 10


def test_a_verdict_hangs_on_no_article_that_contradicts_the_claim(tmp_path):
    storm(tmp_path)
    pair = (0, 0), (1, 0)
    found = matching([pair], sizes=(9, 9))
    against = match(*pair, Relation.CONFLICTS)
    session = scripted(tmp_path, found=Matching((against,), found.claims))
    judge(session, shared(session)[0], "false")

    document, _ = export(session)

    (verdict,) = of(document, "assessing")
    assert [target["source"]["id"] for target in verdict["target"]] == ["articles/morning.txt"]
    (link,) = of(document, "linking")
    assert {"conflicts"} == {b["value"] for b in link["body"] if b.get("purpose") == "classifying"}


def test_a_sentence_that_was_taken_out_is_no_target_and_listed(session):
    claim = shared(session)[0]
    judge(session, claim, "true")
    session.unlink(claim.id, *span(session, 1, 0))

    document, exported = export(session)

    (verdict,) = of(document, "assessing")
    assert [target["source"]["id"] for target in verdict["target"]] == ["articles/morning.txt"]
    assert ["took a sentence out" in str(left) for left in exported.left_out] == [True]


def test_a_match_says_whether_a_person_confirmed_it(session):
    session.link(shared(session)[0].id, *span(session, 1, 0))

    links = of(export(session)[0], "linking")

    tags = [b["value"] for link in links[:2] for b in link["body"] if b["purpose"] == "tagging"]
    assert tags == ["confirmed by a person", "matched"]


def test_the_addresses_of_a_note_are_links_and_what_is_none_is_kept_as_words(session):
    claim = shared(session)[0]
    note(session, claim, note="69.", url="shelf 4", archived_url="https://archive.example/1")

    (comment,) = of(export(session)[0], "commenting")

    assert [b["source"] for b in comment["body"] if "source" in b] == ["https://archive.example/1"]
    assert "shelf 4" in [b.get("value") for b in comment["body"]]


def test_words_that_are_gone_are_listed(tmp_path):
    session = storm(tmp_path)
    judge(session, shared(session)[0], "true")
    for path in (tmp_path / "articles").iterdir():
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("The ferry had 70 people on board.", ""), encoding="utf-8")

    document, exported = export(scripted(tmp_path))

    assert of(document, "assessing") == []
    assert [left.asked_for for left in exported.left_out] == [True]


def test_ids_are_those_of_the_records(session):
    record = judge(session, shared(session)[0], "true")

    (verdict,) = of(export(session)[0], "assessing")

    made_at = uuid.UUID(verdict["id"]).int >> 80
    assert verdict["id"].startswith("urn:uuid:")
    assert made_at == int.from_bytes(uuid.UUID(verdict["id"]).bytes[:6])
    assert verdict["created"] == record.created_at


def test_both_of_two_who_disagree_are_there(session):
    claim = shared(session)[0]
    judge(session, claim, "true", status="draft")
    judge(session, claim, "false", reviewer="Ines", status="draft")

    assert [item["creator"]["name"] for item in of(export(session)[0], "assessing")] == [
        "Ada",
        "Ines",
    ]
