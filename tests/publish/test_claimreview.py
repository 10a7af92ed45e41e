"""ClaimReview: as the documentation asks, and only what the desk stands behind."""

import json
from dataclasses import replace

import pytest

from tests.publish.linked_data import check, quads, said, values
from tests.publish.making import edited, judge, note, publish, shared, storm
from tests.review.making import match, matching, scripted, span
from workbench.matching.model import Matching, Relation
from workbench.publish.formats import export_case

SCHEMA = "https://schema.org/"


def export(session, *statuses):
    exported = export_case(session, "claimreview", statuses)
    return json.loads(exported.data), exported


@pytest.fixture
def session(tmp_path):
    return storm(tmp_path)


def test_every_rating_is_valid_and_has_all_that_is_recommended(session):
    for claim, rating in zip(shared(session), session.case.scale, strict=True):
        publish(session, claim, rating.name)

    document, exported = export(session)

    check(document, "claimreview")
    check(document, "claimreview", "recommended")
    assert [r["reviewRating"]["alternateName"] for r in document] == [
        rating.name for rating in session.case.scale
    ]
    assert exported.left_out == ()
    assert exported.warnings == ()


def test_a_json_ld_parser_reads_every_statement(session):
    for claim, rating in zip(shared(session), session.case.scale, strict=True):
        publish(session, claim, rating.name, correction=("A slip.", "The figure was wrong."))
        note(session, claim, url="https://port.example/log", title="Log", publisher="The port")

    document, _ = export(session)

    assert len(quads(document)) == said(document)
    wordings = {review["claimReviewed"] for review in document}
    assert set(values(document, f"{SCHEMA}claimReviewed")) == wordings
    assert set(values(document, f"{SCHEMA}sameAs")) == {"https://www.wikidata.org/wiki/Q1"}


def test_a_rating_without_a_value_has_no_figures(session):
    first, second = shared(session)[:2]
    publish(session, first, "misleading")
    publish(session, second, "mostly false")

    document, _ = export(session)

    assert document[0]["reviewRating"] == {"@type": "Rating", "alternateName": "misleading"}
    assert document[1]["reviewRating"] == {
        "@type": "Rating",
        "alternateName": "mostly false",
        "ratingValue": 2,
        "bestRating": 5,
        "worstRating": 1,
    }


def test_only_what_is_approved_or_published_unless_asked(session):
    draft, ready, approved, published = shared(session)[:4]
    judge(session, draft, "false")
    judge(session, ready, "false", status="ready")
    publish(session, approved, "false", status="ready", reviewer="Ines")
    publish(session, approved, "false", status="approved")
    publish(session, published, "false")

    document, exported = export(session)
    assert [review["claimReviewed"] for review in document] == [approved.text, published.text]
    assert [left.number for left in exported.left_out] == [draft.number, ready.number]
    assert not any(left.asked_for for left in exported.left_out)

    document, exported = export(session, "draft")
    assert [review["claimReviewed"] for review in document] == [draft.text]
    assert {left.number for left in exported.left_out} == {2, 3, 4}


def test_what_calls_itself_approved_without_a_second_reader_is_not_exported(session):
    first, second = shared(session)[:2]
    publish(session, first, "false", status="approved")
    judge(session, second, "false", status="published")

    document, exported = export(session)

    assert document == []
    assert "nobody else has judged it" in exported.left_out[0].reason
    assert "no evidence can be looked up" in exported.left_out[1].reason
    assert all(left.asked_for for left in exported.left_out)


def test_every_publisher_that_makes_the_claim_is_an_appearance(session):
    claim = shared(session)[0]
    publish(session, claim, "true")

    (item,) = [review["itemReviewed"] for review in export(session)[0]]

    assert [work["publisher"]["name"] for work in item["appearance"]] == [
        "Morning Paper",
        "Night Paper",
    ]
    assert item["firstAppearance"]["url"] == "https://morning.example/storm"
    assert item["datePublished"] == "2026-03-28"


def test_an_article_that_contradicts_the_claim_is_no_appearance(tmp_path):
    storm(tmp_path)
    pair = (0, 0), (1, 0)
    found = matching([pair], sizes=(9, 9))
    against = match(*pair, Relation.CONFLICTS)
    session = scripted(tmp_path, found=Matching((against,), found.claims))
    claim = next(claim for claim in session.claims if claim.is_shared)
    assert claim.has_conflict
    publish(session, claim, "true")

    document, exported = export(session)

    (item,) = [review["itemReviewed"] for review in document]
    assert [work["publisher"]["name"] for work in item["appearance"]] == ["Morning Paper"]
    assert any("contradict it: B" in warning for warning in exported.warnings)


def test_an_article_that_was_matched_and_judged_by_nobody_is_no_appearance(session):
    claim = shared(session)[0]
    publish(session, replace(claim, appearances=claim.appearances[:1]), "false")

    document, exported = export(session)

    (item,) = [review["itemReviewed"] for review in document]
    assert [work["publisher"]["name"] for work in item["appearance"]] == ["Morning Paper"]
    assert any("judged by nobody: B" in warning for warning in exported.warnings)


def test_an_article_over_which_reviewers_are_divided_is_no_appearance(tmp_path, session):
    claim = shared(session)[0]
    publish(session, claim, "false")
    session.link(claim.id, *span(session, 1, 0))
    scripted(tmp_path, ((0, 0), (1, 0)), reviewer="Ines").unlink(claim.id, *span(session, 1, 0))
    session.reload()

    document, exported = export(session)

    (item,) = [review["itemReviewed"] for review in document]
    assert [work["publisher"]["name"] for work in item["appearance"]] == ["Morning Paper"]
    assert any("are disputed: B" in warning for warning in exported.warnings)


@pytest.mark.parametrize("day", ["date: 2026-03-28", "section: news"])
def test_without_one_article_that_is_surely_the_earliest_there_is_no_first(tmp_path, day):
    publish(storm(tmp_path), shared(storm(tmp_path))[0], "true")

    document, _ = export(edited(tmp_path, "date: 2026-03-29", day))

    (item,) = [review["itemReviewed"] for review in document]
    assert len(item["appearance"]) == 2
    assert "firstAppearance" not in item
    assert "datePublished" not in item


def test_a_source_that_no_citation_can_name_is_warned_about_or_listed(session):
    claim = shared(session)[0]
    publish(session, claim, "true")
    note(session, claim, title="Minutes", url="shelf 4")
    note(session, claim, note="Seen by myself.")

    document, exported = export(session)

    assert [work["name"] for work in document[0]["citation"]] == ["Log", "Minutes"]
    assert any("names an address that is no link" in warning for warning in exported.warnings)
    assert ["neither an address of the web nor a title" in str(x) for x in exported.left_out] == [
        True
    ]


def test_the_speaker_is_left_out_if_unknown(session):
    known, unknown, pronoun, body = shared(session)[:4]
    publish(session, known, "true")
    publish(session, unknown, "true", speaker="")
    publish(session, pronoun, "true", speaker="He")
    publish(session, body, "true", speaker="the Ministry of Fish")

    items = [review["itemReviewed"] for review in export(session)[0]]

    assert items[0]["author"]["sameAs"] == "https://www.wikidata.org/wiki/Q1"
    assert "author" not in items[1]
    assert "author" not in items[2]
    assert items[3]["author"] == {"@type": "Organization", "name": "the Ministry of Fish"}


def test_without_a_publisher_the_reviewers_are_the_authors(tmp_path):
    session = storm(tmp_path, '[publish]\nurl = "https://desk.example/{claim}"\n')
    claim = shared(session)[0]
    publish(session, claim, "true", status="ready")
    publish(session, claim, "true", reviewer="Ines", status="approved")

    (review,) = export(session)[0]

    assert [author["name"] for author in review["author"]] == ["Ada", "Ines"]
    assert review["reviewBody"] == "Ines found it true."


def test_who_agrees_without_a_word_of_their_own_agrees_with_the_others_words(session):
    claim = shared(session)[0]
    judge(session, claim, "true", status="draft")
    judge(session, claim, "true", reviewer="Ines", status="ready", conclusion="")

    assert export(session, "ready")[0][0]["reviewBody"] == "Ada found it true."


def test_reviewers_who_disagree_are_not_exported(session):
    claim = shared(session)[0]
    publish(session, claim, "true")
    judge(session, claim, "false", reviewer="Ines")

    document, exported = export(session)

    assert document == []
    (left,) = exported.left_out
    assert "reviewers disagree: true (Ada), false (Ines)" in left.reason
    assert left.asked_for


def test_a_withdrawn_verdict_is_not_exported(session):
    claim = shared(session)[0]
    judge(session, claim, "true", status="withdrawn")

    document, exported = export(session)

    assert document == []
    assert "Ada withdrew the verdict" in str(exported.left_out[0])


def test_a_correction_is_told_to_readers_and_its_reason_is_not(session):
    claim = shared(session)[0]
    publish(session, claim, "true")
    publish(session, claim, "mostly true", correction=("Misread a table.", "It was 69 people."))

    (review,) = export(session)[0]

    assert review["correction"]["text"] == "It was 69 people."
    assert "Misread" not in json.dumps(review)


def test_it_was_published_when_it_first_was_and_modified_when_it_last_was(session):
    first, second = shared(session)[:2]
    publish(session, first, "true", status="ready", day="2026-03-30")
    publish(session, first, "true", day="2026-04-01")
    publish(session, first, "mixed", day="2026-04-05", correction=("A slip.", "It was 69."))
    publish(session, second, "true", day="2026-04-01")

    corrected, other = export(session)[0]

    assert corrected["datePublished"] == "2026-04-01"
    assert corrected["dateModified"] == "2026-04-05"
    assert corrected["correction"]["datePublished"] == "2026-04-05"
    assert other["datePublished"] == "2026-04-01"
    assert "dateModified" not in other


def test_of_reviewers_who_agree_the_one_speaks_who_has_come_furthest(session):
    claim = shared(session)[0]
    judge(session, claim, "true", reviewer="Ines", status="draft")
    publish(session, claim, "true")

    (review,) = export(session, "draft", "published")[0]

    assert review["reviewBody"] == "Ada found it true."


def test_a_source_is_cited_once(session):
    claim = shared(session)[0]
    publish(session, claim, "true")
    for words in ("69.", "And no dog."):
        note(session, claim, note=words, url="https://port.example/log", title="Log")

    (review,) = export(session)[0]

    assert [work["name"] for work in review["citation"]] == ["Log", "Log"]
    assert [work.get("url") for work in review["citation"]] == [None, "https://port.example/log"]


def test_notes_on_a_claim_without_a_verdict_are_listed(session):
    note(session, shared(session)[0], note="Ask the port.")

    document, exported = export(session)

    assert document == []
    assert [left.reason for left in exported.left_out] == ["there are notes on it and no verdict"]


def test_words_edited_since_the_verdict_are_not_exported(tmp_path):
    session = storm(tmp_path)
    publish(session, shared(session)[0], "true")
    path = tmp_path / "articles" / "night.txt"
    edited = path.read_text(encoding="utf-8").replace("The ferry had 70 people on board.", "")
    path.write_text(edited, encoding="utf-8")

    session = scripted(tmp_path)
    document, exported = export(session)

    assert document == []
    assert "were edited in articles/night.txt" in exported.left_out[0].reason


def test_without_an_address_nothing_is_exported_and_it_says_what_to_do(tmp_path):
    session = storm(tmp_path, 'title = "No address"\n')
    publish(session, shared(session)[0], "true")

    document, exported = export(session)

    assert document == []
    assert "[publish] url =" in exported.left_out[0].reason
    assert exported.left_out[0].asked_for


def test_a_long_wording_is_warned_about(tmp_path):
    long = f"The ferry {'very ' * 20}slowly left the pier at noon"
    session = storm(tmp_path, subjects=[long])
    publish(session, shared(session)[0], "true")

    _, exported = export(session)

    assert any(f"its wording has {len(long) + 1} characters" in w for w in exported.warnings)


def test_a_withheld_source_is_named_nowhere(session):
    claim = shared(session)[0]
    publish(session, claim, "true")
    note(session, claim, url="https://source.example/x", withheld_reason="she asked for it")

    exported = export_case(session, "claimreview")

    assert b"source.example" not in exported.data
    assert "withheld: she asked for it" in str(exported.left_out[0])


def test_twice_the_same_bytes(session):
    for claim, rating in zip(shared(session), session.case.scale, strict=True):
        publish(session, claim, rating.name)

    assert export_case(session, "claimreview") == export_case(session, "claimreview")
