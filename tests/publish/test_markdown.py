"""The report in Markdown: complete, and only what the exporter wrote is markup."""

import pytest
from markdown_it import MarkdownIt

from tests.publish.making import edited, judge, note, shared, storm
from tests.review.making import match, matching, scripted
from workbench.matching.model import Matching, Relation
from workbench.publish.formats import export_case


def report(session, *statuses):
    return export_case(session, "markdown", statuses).data.decode()


def tokens(text):
    found = []
    for token in MarkdownIt("gfm-like", {"linkify": False}).parse(text):
        found += [token, *(token.children or [])]
    return found


@pytest.fixture
def session(tmp_path):
    return storm(tmp_path)


def test_a_checked_claim_stands_with_its_verdicts_notes_and_sentences(session):
    first, second = shared(session)[:2]
    judge(session, first, "false", justification="The log.\n\nAnd the captain.")
    judge(session, first, "true", reviewer="Ines", status="draft")
    note(session, first, note="69.", url="https://port.example/log", quote="69 persons")

    text = report(session)

    assert "### 1. The ferry had 70 people on board." in text
    assert "**Reviewers disagree.**" in text
    assert "**false** (Ada, checker, draft" in text
    assert "> Ada found it false." in text
    assert "The log.\n\nAnd the captain." in text
    assert "<https://port.example/log>" in text
    assert "(articles/morning.txt:" in text
    assert f"- {second.number}\\. {second.text} (A, B)" in text


def test_all_that_a_note_says_is_there(session):
    said = {
        "note": "69.",
        "quote": "69 persons",
        "question": "How many?",
        "title": "Log",
        "publisher": "The port",
        "medium": "PDF",
        "locator": "page 3",
        "accessed_at": "2026-03-30",
        "url": "https://port.example/log",
        "archived_url": "https://archive.example/1",
    }
    note(session, shared(session)[0], primary=True, **said)

    text = report(session).replace("\\", "")

    assert [words for words in (*said.values(), "primary source") if words not in text] == []


def test_words_that_were_judged_and_edited_since_are_told(tmp_path):
    judge(storm(tmp_path), shared(storm(tmp_path))[0], "true")

    text = report(edited(tmp_path, "The ferry had 70 people on board.", "It was a cold night."))

    assert "edited since, orphan): The ferry had 70 people on board." in text


def test_contradictions_that_nobody_checked_stand_before_other_claims(tmp_path):
    storm(tmp_path)
    pairs = [(0, 0), (1, 0)], [(0, 1), (1, 1)]
    found = matching(pairs, sizes=(9, 9))
    against = (match(*pairs[0]), match(*pairs[1], Relation.CONFLICTS))

    text = report(scripted(tmp_path, found=Matching(against, found.claims)))

    contradictions, others = text.partition("## Contradictions that nobody has checked")[2].split(
        "## Other claims"
    )
    assert "The ferry left the pier at noon" in contradictions
    assert "The ferry had 70 people on board" in others


def test_a_correction_and_a_withdrawal_are_told(session):
    first, second = shared(session)[:2]
    judge(session, first, "mixed", correction=("A slip.", "It was 69 people."))
    judge(session, second, "true", status="withdrawn")

    text = report(session)

    assert "*Correction:* It was 69 people." in text
    assert "A slip." not in text
    assert "**true** (Ada, checker, withdrawn" in text


@pytest.mark.parametrize(
    "text",
    [
        "# heading",
        "- item",
        "+ item",
        "1. item",
        "12) item",
        "> quote",
        "===",
        "---",
        "```\ncode",
        "~~~\ncode",
        "    code",
        "![i](https://evil.example/x.png)",
        "[l](javascript:alert)",
        "[l]: https://evil.example",
        "<https://evil.example>",
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "&lt;b&gt;",
        "*a* _b_ **c** ~~d~~ `e`",
        "a | b\n|---|---|\n| c | d |",
        "a\\",
        "line\n# heading\n- item",
    ],
)
def test_what_people_wrote_is_text(session, text):
    plain = storm_kinds(session, "Ada")
    marked = storm_kinds(session, text)
    assert marked == plain


def storm_kinds(session, text):
    """The kinds of markup in a report in which one text stands in every place."""
    claim = shared(session)[0]
    said = dict.fromkeys(("conclusion", "justification", "uncertainty"), f"x {text}\n{text}")
    judge(session, claim, "true", reviewer="Ada", correction=("A slip.", text), **said)
    for old in session.claim(claim.id).evidence:
        session.retract(claim.id, old.id)
    note(session, claim, note=text, quote=text, title=text, publisher=text, url=text, question=text)
    return sorted({(t.type, t.tag) for t in tokens(report(session))} - {("softbreak", "br")})


def test_an_address_of_the_web_is_the_only_link(session):
    claim = shared(session)[0]
    judge(session, claim, "true")
    note(session, claim, note="n", url="javascript:alert(1)")
    note(session, claim, note="n", url="https://port.example/a_b*c*")

    links = [t.attrGet("href") for t in tokens(report(session)) if t.type == "link_open"]

    assert set(links) == {
        "https://morning.example/storm",
        "https://night.example/storm",
        "https://port.example/a_b*c*",
    }
