"""The web page: whole, self-contained, and linked up."""

import base64
import hashlib
import re
from dataclasses import replace

import pytest

from tests.publish.making import SUBJECTS, crowd, edited, judge, note, shared, storm
from tests.publish.page import Page
from tests.review.making import match, matching, scripted
from workbench.matching.model import Difference, Matching, Relation, Slot
from workbench.publish.formats import export_case
from workbench.publish.html_articles import articles_of, names_of
from workbench.publish.html_parts import element


def page(session, *statuses):
    return Page(export_case(session, "html", statuses).data)


@pytest.fixture
def session(tmp_path):
    return storm(tmp_path)


def test_a_card_has_verdicts_evidence_and_sentences(session):
    claim = shared(session)[0]
    judge(session, claim, "false", justification="The log.", uncertainty="The wind.")
    judge(session, claim, "true", reviewer="Ines", status="draft")
    note(session, claim, note="69.", quote="69 persons", url="https://port.example/l", title="Log")

    shown = page(session).inside["c1"]

    for words in (
        "The ferry had 70 people on board.",
        "Reviewers disagree",
        "false",
        "Ada · draft",
        "Ada found it false.",
        "The log.",
        "What is not known",
        "The wind.",
        "Ines · draft",
        "69 persons",
        "Log",
        "In the articles",
    ):
        assert words in shown


def test_every_word_of_every_article_is_there_in_its_order(session):
    judge(session, shared(session)[0], "false")
    shown = page(session)

    for letter, article in zip("AB", session.articles, strict=True):
        body = article.text[article.body_start :].split()
        assert shown.words[letter].split()[-len(body) :] == body
        assert article.metadata.publisher in shown.words[letter]


def test_every_link_within_the_page_leads_somewhere_and_ids_are_given_once(session):
    judge(session, shared(session)[0], "false")
    shown = page(session)

    ids = shown.values("id")
    assert len(ids) == len(set(ids))
    inward = {href[1:] for href in shown.values("href") if href.startswith("#")}
    named = {*shown.values("aria-labelledby"), *shown.values("for")}
    assert inward | named <= set(ids)
    assert {f"c{n}" for n in range(1, len(SUBJECTS) + 1)} <= inward


def test_nothing_comes_from_elsewhere(session):
    shown = page(session)

    assert not shown.values("src")
    assert not shown.values("style")
    assert not {"script", "link", "img", "iframe", "form", "object", "base"} & {
        element.tag for element in shown.elements
    }
    assert "@import" not in shown.style
    assert "url(" not in shown.style


def test_its_policy_allows_its_own_stylesheet_and_nothing_else(session):
    shown = page(session)

    (policy,) = [
        element.attributes["content"]
        for element in shown.elements
        if element.attributes.get("http-equiv") == "Content-Security-Policy"
    ]
    digest = base64.b64encode(hashlib.sha256(shown.style.encode()).digest()).decode()
    assert policy.startswith(f"default-src 'none'; style-src 'sha256-{digest}';")


def test_claims_that_share_words_are_lit_once_and_bear_all_their_numbers(session):
    claim = shared(session)[0]
    first = claim.appearances[0]
    begin, end = first.start + len("The ferry had "), first.end + len("\n\nThe ferry")
    other = replace(claim, number=99, appearances=(replace(first, start=begin, end=end),))

    lit = articles_of(session, [claim, other], names_of([claim, other]))
    shown = Page(element("main", lit, id="all").encode())

    assert "1The ferry had 9970 people on board.99The ferry left" in " ".join(
        shown.inside["A"].split("\n")
    ).replace(". 99", ".99")
    marks = [e.attributes["class"] for e in shown.elements if e.tag == "mark"][:3]
    assert [re.findall(r"k\d+", classes) for classes in marks] == [["k1"], ["k1", "k99"], ["k99"]]
    assert {"A-1", "A-99"} <= set(shown.values("id"))


def test_words_that_differ_are_set_off_by_how_much_it_means(tmp_path):
    session = storm(tmp_path)
    pair = (0, 0), (1, 0)
    figure = Difference(Slot.NUMBER, "70", "70", (14, 16), (14, 16), conflict=True)
    found = matching([pair], sizes=(9, 9))
    path = tmp_path / "articles" / "night.txt"
    text = path.read_text(encoding="utf-8").replace("on board.", "on its deck.", 1)
    path.write_text(text, encoding="utf-8")
    against = match(*pair, Relation.CONFLICTS, figure)
    session = scripted(tmp_path, found=Matching((against,), found.claims))

    data = export_case(session, "html").data.decode()

    assert 'had <b class="x">70</b> people on <b class="w">board</b>' in data
    assert 'had <b class="x">70</b> people on its <b class="w">deck</b>' in data


def test_words_that_were_judged_and_edited_since_are_told(tmp_path):
    claim = shared(storm(tmp_path))[0]
    judge(storm(tmp_path), claim, "true")

    shown = page(edited(tmp_path, "The ferry had 70 people on board.", "It was a cold night."))

    assert "edited since it was judged, in articles/night.txt" in shown.inside["c1"]


def test_what_was_matched_after_the_verdict_is_marked_as_judged_by_nobody(session):
    claim = shared(session)[0]
    judge(session, replace(claim, appearances=claim.appearances[:1]), "false")

    shown = page(session)

    assert shown.inside["c1"].count("matched since, judged by nobody") == 1
    assert "judged by nobody" not in shown.inside["c2"]


def test_what_somebody_checked_stands_first(session):
    last = shared(session)[-1]
    judge(session, last, "true")

    cards = [i for i in page(session).values("id") if re.fullmatch(r"c\d+", i)]

    assert cards[0] == f"c{session.claim(last.id).number}"


def test_a_title_is_not_said_twice(tmp_path):
    storm(tmp_path)
    edited(tmp_path, "language: en\n---\n", "language: en\n---\n\nThe night of the storm\n")

    shown = page(scripted(tmp_path, found=Matching((), ())))

    assert shown.inside["B"].count("The night of the storm") == 1


def test_a_withheld_note_is_listed_and_not_shown(session):
    claim = shared(session)[0]
    note(session, claim, note="Secret words", url="https://s.example", withheld_reason="her wish")

    data = export_case(session, "html").data.decode()

    assert "Secret words" not in data
    assert "s.example" not in data
    assert "is withheld: her wish" in data


def test_an_address_that_is_no_link_is_shown_as_it_was_written(session):
    claim = shared(session)[0]
    note(session, claim, note="69.", url="shelf 4, box 12", archived_url="tape 7, in the cellar")

    shown = page(session)

    assert "shelf 4, box 12" in shown.inside["c1"]
    assert "tape 7, in the cellar" in shown.inside["c1"]
    assert not [href for href in shown.values("href") if "tape" in href or "shelf" in href]


def test_statuses_that_were_not_asked_for_are_listed(session):
    judge(session, shared(session)[0], "false", status="draft", conclusion="Half a thought")

    exported = export_case(session, "html", ["approved"])

    assert "Half a thought" not in exported.data.decode()
    assert "is draft" in exported.data.decode()
    assert "Its verdict is not on this page." in exported.data.decode()
    assert exported.left_out


def test_an_article_names_its_language_only_if_it_is_one(tmp_path):
    storm(tmp_path)
    path = tmp_path / "articles" / "night.txt"
    odd = path.read_text(encoding="utf-8").replace("language: en", 'language: x" onload="y')
    path.write_text(odd, encoding="utf-8")

    assert page(scripted(tmp_path)).values("lang") == ["en", "en"]


def test_twenty_articles_twice_the_same_bytes(tmp_path):
    session = crowd(tmp_path)
    judge(session, shared(session)[0], "false")

    first = export_case(session, "html").data
    again = export_case(crowd(tmp_path), "html").data

    assert first == again
    assert len(Page(first).inside["articles"]) > 20 * 500
