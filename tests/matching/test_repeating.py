from collections import Counter

import pytest

from tests.matching.making import article
from workbench.matching import score
from workbench.matching.claims import MAX_PER_ARTICLE
from workbench.matching.engine import match_articles
from workbench.matching.model import Matching, Relation, SentenceRef
from workbench.matching.repeating import PLACES, find_repeats
from workbench.text.article import Article

WIRE = (
    "A ferry with 80 people on board ran aground off Lindvik late on Monday, rescuers said.",
    "The harbour master closed the eastern channel to all ships until the wreck is towed away.",
    "Two engineers were treated for burns at the island's hospital, the ferry company said.",
)


def copies(count: int) -> list[Article]:
    """So many prints of one report."""
    return [article(f"{i}.txt", *WIRE) for i in range(count)]


def measured_pairs(monkeypatch: pytest.MonkeyPatch, articles: list[Article]) -> int:
    """How many pairs of sentences are measured when articles are matched."""
    count = 0
    measure = score._odds_of_places

    def counted(pair: object) -> float:
        nonlocal count
        count += 1
        return measure(pair)  # type: ignore[arg-type]

    monkeypatch.setattr(score, "_odds_of_places", counted)
    match_articles(articles)
    monkeypatch.undo()
    return count


def per_article(matching: Matching) -> list[Counter[int]]:
    return [Counter(ref.article for ref in claim.members) for claim in matching.claims]


def test_further_copies_cost_no_further_comparison(monkeypatch: pytest.MonkeyPatch) -> None:
    few = measured_pairs(monkeypatch, copies(PLACES + 5))
    assert measured_pairs(monkeypatch, copies(10 * PLACES)) == few


def test_a_wording_repeated_in_two_articles_is_compared_at_its_first_places(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    alike = [article(f"{i}.txt", *[WIRE[0]] * 200) for i in range(2)]
    assert measured_pairs(monkeypatch, alike) <= PLACES**2


@pytest.mark.parametrize("count", [PLACES, PLACES + 1, 70])
def test_all_copies_of_a_sentence_are_one_claim_and_count_as_copies(count: int) -> None:
    matching = match_articles(copies(count))
    assert len(matching.claims) == len(WIRE)
    for at, claim in enumerate(sorted(matching.claims, key=lambda claim: claim.members[0])):
        everywhere = tuple(SentenceRef(i, at) for i in range(count))
        assert claim.members == everywhere
        assert claim.copied == (everywhere,)
        assert claim.relation is Relation.AGREES


def test_a_later_copy_is_matched_with_its_wording_in_another_article() -> None:
    matching = match_articles(copies(70))
    matched = {ref for match in matching.matches for ref in (match.a, match.b)}
    assert matched == {SentenceRef(i, at) for i in range(70) for at in range(len(WIRE))}
    assert all(m.a.sentence == m.b.sentence for m in matching.matches if m.score > 0.7)


def test_own_words_are_in_one_claim_with_all_copies() -> None:
    own = "Rescuers said a ferry with 80 people on board ran aground off Lindvik on Monday."
    matching = match_articles([*copies(40), article("own.txt", own)])
    claim = next(claim for claim in matching.claims if SentenceRef(40, 0) in claim.members)
    assert len(claim.members) == 41
    assert [len(copy) for copy in claim.copied] == [40]


def test_no_article_has_too_many_copies_in_one_claim() -> None:
    matching = match_articles([article(f"{i}.txt", *[WIRE[0]] * 8) for i in range(4)])
    held = per_article(matching)
    assert max(max(counts.values()) for counts in held) <= MAX_PER_ARTICLE
    assert sum(sum(counts.values()) for counts in held) == 4 * 8
    assert {claim.relation for claim in matching.claims} == {Relation.AGREES}


def test_what_one_article_says_over_and_over_is_no_claim_of_several() -> None:
    alone = article("a.txt", *[WIRE[0]] * (PLACES + 5))
    matching = match_articles([alone, article("b.txt", WIRE[1])])
    assert {len(claim.members) for claim in matching.claims} == {1}


def test_the_order_of_articles_does_not_matter_to_copies() -> None:
    articles = [*copies(15), article("own.txt", WIRE[1], WIRE[0])]
    one, other = match_articles(articles), match_articles(articles[::-1])
    last = len(articles) - 1

    def back(refs: tuple[SentenceRef, ...]) -> frozenset[SentenceRef]:
        return frozenset(SentenceRef(last - ref.article, ref.sentence) for ref in refs)

    assert {frozenset(c.members) for c in one.claims} == {back(c.members) for c in other.claims}


def test_a_few_places_are_no_repeat() -> None:
    texts = ["Nobody was hurt."] * PLACES + ["Roofs flew off."]
    terms = [(text,) for text in texts]
    assert find_repeats(terms, range(PLACES + 1), texts.__getitem__) == []
