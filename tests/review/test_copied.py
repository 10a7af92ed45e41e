"""Articles that print one wording count once."""

from tests.review.making import A, B, C, claim_at, write_case
from workbench.review.session import ReviewSession
from workbench.review.summary import copied_text

WIRE = "A ferry with 80 people on board ran aground off Lindvik late on Monday, rescuers said."
OWN = "Off Lindvik a ferry ran aground on Monday with 80 people on board."


def opened(root, a, b, c):
    return ReviewSession.open(write_case(root, {"a.txt": a, "b.txt": b, "c.txt": c}))


def test_an_article_that_prints_anothers_wording_is_no_independent_one(tmp_path):
    claim = claim_at(opened(tmp_path, WIRE, WIRE, OWN), A, 0)
    assert [a.copy_of for a in claim.appearances] == [None, A, None]
    assert claim.independent == 2
    assert copied_text(claim) == "3 articles, 2 independent"


def test_articles_that_use_their_own_words_all_count(tmp_path):
    claim = claim_at(opened(tmp_path, WIRE, OWN, "In Lindvik nobody slept."), A, 0)
    assert {a.article for a in claim.appearances} == {A, B}
    assert claim.independent == 2
    assert copied_text(claim) == ""


def test_a_copy_stays_one_when_the_claim_is_rated_or_linked_by_hand(tmp_path):
    session = opened(tmp_path, WIRE, WIRE, "In Lindvik nobody slept.")
    claim = claim_at(session, A, 0)
    session.rate(claim.id, "true")
    slept = session.articles[C].sentences[0]
    session.link(claim.id, C, slept.start, slept.end)
    assert session.claim(claim.id).independent == 2
    assert [a.copy_of for a in session.claim(claim.id).appearances] == [None, A, None]


def test_a_wording_with_another_figure_is_no_copy(tmp_path):
    updated = WIRE.replace("80", "95")
    claim = claim_at(opened(tmp_path, WIRE, updated, "In Lindvik nobody slept."), A, 0)
    assert claim.has_conflict
    assert claim.independent == 2
