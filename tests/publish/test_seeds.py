"""The case that comes with the program, exported in every format."""

import html
import json
from pathlib import Path

import pytest

from tests.publish.linked_data import check, quads, said
from workbench.publish.formats import FORMATS, export_case
from workbench.publish.selecting import STATUSES
from workbench.review.session import ReviewSession

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def session():
    return ReviewSession.open(ROOT)


def test_its_claim_reviews_are_valid(session):
    exported = export_case(session, "claimreview", ["draft", "ready"])

    document = json.loads(exported.data)
    check(document, "claimreview")
    assert len(quads(document)) == said(document)
    assert len(document) == exported.count >= 2


def test_its_annotations_are_valid(session):
    exported = export_case(session, "annotations")

    document = json.loads(exported.data)
    check(document, "annotations")
    assert len(document["items"]) == exported.count > 10


@pytest.mark.parametrize("name", ["claimreview", "averitec"])
def test_each_claim_with_a_verdict_is_exported_or_listed(session, name):
    exported = export_case(session, name, STATUSES)

    written = {
        claim.get("claimReviewed") or claim.get("claim") for claim in json.loads(exported.data)
    }
    listed = {left.number for left in exported.left_out}
    decided = [claim for claim in session.claims if claim.verdicts]
    assert [c.text for c in decided if c.text not in written and c.number not in listed] == []
    assert [c.text for c in decided if c.text in written and c.number in listed] == []


@pytest.mark.parametrize("name", ["annotations", "markdown", "html", "csv"])
def test_every_word_that_people_wrote_is_there(session, name):
    data = export_case(session, name, STATUSES).data.decode()

    written = html.unescape(data) if name == "html" else data.replace("\\", "")
    said = [words for claim in session.claims for words in _said(claim)]
    assert len(said) > 8
    assert [words for words in said if words not in written] == []


def _said(claim):
    for verdict in claim.verdicts:
        yield from (verdict.rating, verdict.conclusion, verdict.justification, verdict.status)
    for note in claim.evidence:
        yield from (note.stance, note.note, note.quote, note.title, note.locator)


@pytest.mark.parametrize("known", FORMATS, ids=lambda known: known.name)
def test_twice_the_same_bytes(session, known):
    again = ReviewSession.open(ROOT)

    assert export_case(again, known.name, STATUSES) == export_case(session, known.name, STATUSES)


@pytest.mark.parametrize("known", FORMATS, ids=lambda known: known.name)
def test_what_is_hidden_from_a_blind_reader_is_in_no_export_and_listed(known):
    session = ReviewSession.open(ROOT, reviewer="Somebody new")
    session.read_blind(True)
    hidden = [claim for claim in session.claims if claim.hides_verdict]
    assert hidden

    exported = export_case(session, known.name, STATUSES)

    assert "“At least 60” was the toll" not in exported.data.decode()
    listed = {left.number for left in exported.left_out if "kept from you" in left.reason}
    assert listed == {claim.number for claim in hidden}
    assert b"Nobody has checked this claim.</p>" not in _card(exported.data, hidden[0].number)


def _card(data, number):
    """The part of a page, if it is one, that shows a claim."""
    return data.partition(f'id="c{number}"'.encode())[2].partition(b"</article>")[0]
