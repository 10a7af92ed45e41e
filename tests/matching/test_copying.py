from tests.matching.making import article
from workbench.matching.copying import copies
from workbench.matching.engine import match_articles
from workbench.matching.model import ClaimGroup, SentenceRef

WIRE = "A ferry with 80 people on board ran aground off Lindvik late on Monday, rescuers said."


def claim_of(*sentences: str) -> ClaimGroup:
    articles = [
        article(f"{i}.txt", text, "Nothing else is told here.") for i, text in enumerate(sentences)
    ]
    (shared,) = [c for c in match_articles(articles).claims if SentenceRef(0, 0) in c.members]
    return shared


def test_one_wording_in_two_articles_is_a_copy() -> None:
    claim = claim_of(WIRE, WIRE)
    assert claim.copied == ((SentenceRef(0, 0), SentenceRef(1, 0)),)


def test_a_word_more_or_less_hides_no_copy() -> None:
    claim = claim_of(WIRE, "LINDVIK (Agency) " + WIRE)
    assert claim.copied == ((SentenceRef(0, 0), SentenceRef(1, 0)),)


def test_own_words_are_no_copy() -> None:
    claim = claim_of(WIRE, "Off Lindvik a ferry ran aground on Monday with 80 people on board.")
    assert claim.copied == ()


def test_copies_and_own_words_are_told_apart() -> None:
    claim = claim_of(
        WIRE, WIRE, "Off Lindvik a ferry ran aground on Monday with 80 people on board."
    )
    assert claim.copied == ((SentenceRef(0, 0), SentenceRef(1, 0)),)
    assert len(claim.members) == 3


def test_short_sentences_are_alike_by_chance() -> None:
    assert copies(["Nobody was hurt.", "Nobody was hurt."]) == []
