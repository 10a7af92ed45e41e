from hypothesis import given
from hypothesis import strategies as st

from workbench.matching.claims import MAX_PER_ARTICLE, group


def test_two_sentences_that_match_are_one_claim() -> None:
    assert group([0, 1, 1], {(0, 1): 0.9}) == [[0, 1], [2]]


def test_a_chain_of_matches_is_not_one_claim() -> None:
    chain = {(0, 1): 0.9, (1, 2): 0.5, (2, 3): 0.9}
    assert group([0, 1, 2, 3], chain) == [[0, 1], [2, 3]]


def test_only_a_strong_pair_makes_two_claims_one() -> None:
    between = {(0, 2): 0.6, (0, 3): 0.3, (1, 2): 0.3}
    assert group([0, 1, 2, 3], {(0, 1): 0.9, (2, 3): 0.9} | between) == [[0, 1], [2, 3]]
    assert group([0, 1, 2, 3], {(0, 1): 0.9, (2, 3): 0.9} | between | {(0, 2): 0.8}) == [
        [0, 1, 2, 3]
    ]


def test_a_single_sentence_joins_a_claim_by_a_weaker_pair() -> None:
    assert group([0, 1, 2], {(0, 1): 0.9, (1, 2): 0.5}) == [[0, 1, 2]]


def test_a_claim_has_few_sentences_of_one_article() -> None:
    articles = [0, 1, 1, 1, 1]
    found = group(articles, {(0, other): 0.9 for other in range(1, 5)})
    assert max(len(members) for members in found) == 1 + MAX_PER_ARTICLE


_PAIRS = st.dictionaries(
    st.tuples(st.integers(0, 11), st.integers(0, 11)).filter(
        lambda pair: pair[0] < pair[1] and pair[0] % 4 != pair[1] % 4
    ),
    st.floats(0, 1),
    max_size=40,
)


@given(_PAIRS)
def test_every_sentence_is_in_exactly_one_claim_and_no_claim_is_of_one_article(
    scores: dict[tuple[int, int], float],
) -> None:
    articles = [node % 4 for node in range(12)]
    found = group(articles, scores)
    assert sorted(node for members in found for node in members) == list(range(12))
    for members in found:
        assert len(members) == 1 or len({articles[node] for node in members}) > 1
