from tests.matching.making import article
from workbench.matching.engine import match_articles
from workbench.matching.explain import Explainer, Explanation
from workbench.matching.model import SentenceRef
from workbench.matching.score import BIAS, FEATURES, probability

ONE = (
    "A storm sank twelve boats in the harbour of Lindvik.",
    "The mayor promised every owner a new boat within a year.",
    "Schools stayed shut on Friday.",
)
OTHER = (
    "Fifteen boats sank in Lindvik harbour in a storm.",
    "Every owner will have a new boat within a year, the mayor promised.",
    "A crane fell on the fish market.",
)


def explained(a: int = 0, b: int = 0) -> Explanation:
    articles = [article("a.txt", *ONE), article("b.txt", *OTHER)]
    matching = match_articles(articles)
    matches = {(match.a, match.b): match for match in matching.matches}
    pair = SentenceRef(0, a), SentenceRef(1, b)
    return Explainer(articles, matches).explain(matches[pair])


def test_the_measures_of_a_score_are_told_in_sentences_the_weightiest_first() -> None:
    found = explained()
    assert found.reasons[0].points == max(reason.points for reason in found.reasons)
    assert "They share" in " ".join(reason.sentence for reason in found.reasons)
    assert {reason.name for reason in found.reasons} <= {feature.name for feature in FEATURES}


def test_the_measures_of_a_case_matched_whole_add_up_to_its_score() -> None:
    found = explained(1, 1)
    untold = 0.3 * len(FEATURES)
    low, high = (BIAS + sum(r.points for r in found.reasons) + side for side in (-untold, untold))
    assert found.score is not None
    assert probability(low) < found.score < probability(high)


def test_matched_sentences_beside_the_two_are_named() -> None:
    assert (SentenceRef(0, 1), SentenceRef(1, 1)) in explained().neighbours


def test_what_differs_is_told_too() -> None:
    assert [(d.a, d.b) for d in explained().differences] == [("twelve", "Fifteen")]


def test_every_measure_of_the_score_can_be_told_however_small() -> None:
    from workbench.matching.explain import _IN_WORDS

    assert _IN_WORDS.keys() == {feature.name for feature in FEATURES}
    assert all(grades[-1][0] == 0 for grades in _IN_WORDS.values())
