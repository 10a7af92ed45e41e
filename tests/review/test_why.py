"""Why a claim's appearances belong together."""

from tests.review.making import HARBOUR, NINE_HOURS, A, B, C, claim_at, scripted, write_case
from workbench.review.session import ReviewSession


def test_each_appearance_elsewhere_is_explained_matched_ones_first(harbour):
    session = ReviewSession.open(harbour)
    claim = claim_at(session, A, 0)
    found = session.why(claim, claim.appearances[0])
    assert [why.other.article for why in found] != []
    assert all(why.one == claim.appearances[0] for why in found)
    scores = [why.explanation.score or 0 for why in found]
    assert scores == sorted(scores, reverse=True)
    assert all(why.is_match == (why.explanation.score is not None) for why in found)


def test_a_sentence_that_a_person_linked_is_explained_without_a_score(harbour):
    session = scripted(harbour, NINE_HOURS)
    claim = claim_at(session, A, 0)
    crane = session.articles[A].sentences[3]
    other = claim_at(session, B, 1)
    session.link(other.id, A, crane.start, crane.end)
    linked = session.claim(other.id)
    (why,) = session.why(linked, linked.appearances[0])
    assert not why.is_match
    assert why.explanation.score is None
    assert session.why(claim, claim.appearances[0])


def test_asking_why_changes_no_claim(harbour):
    session = scripted(harbour, NINE_HOURS)
    before = session.claims
    claim = claim_at(session, A, 0)
    session.why(claim, claim.appearances[0])
    session.rate(claim.id, "true")
    after = {c.id: c.relation for c in session.claims}
    assert after == {c.id: c.relation for c in before}
    assert len(HARBOUR) == C + 1


def test_what_a_person_links_is_compared_by_the_rules_of_its_language(tmp_path):
    root = write_case(
        tmp_path,
        {
            "a.txt": "Il ministro dice no alla nuova linea del porto di Lindvik, ha detto la radio.",
            "b.txt": "La nuova linea del porto di Lindvik piace al ministro, ha detto la radio.",
        },
    )
    session = scripted(root)
    claim, other = claim_at(session, A, 0), session.articles[B].sentences[0]
    session.link(claim.id, B, other.start, other.end)
    assert session.claim(claim.id).relation == "agrees"


def test_invisible_characters_do_not_make_a_linked_sentence_differ(tmp_path):
    text = "The storm killed 12 people in Lindvik."
    root = write_case(tmp_path, {"a.txt": text, "b.txt": text.replace("12", "1\u200b2")})
    session = scripted(root)
    claim, other = claim_at(session, A, 0), session.articles[B].sentences[0]
    session.link(claim.id, B, other.start, other.end)
    assert session.claim(claim.id).relation == "agrees"
