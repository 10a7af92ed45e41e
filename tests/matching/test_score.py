import pytest

from tests.matching.making import article
from workbench.matching.engine import match_articles
from workbench.matching.lexicon import lexicon
from workbench.matching.model import Strength
from workbench.matching.score import FEATURES, MATCH_FROM, POSSIBLE_FROM, STRONG_FROM, strength


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (STRONG_FROM, Strength.STRONG),
        (MATCH_FROM, Strength.MATCH),
        (POSSIBLE_FROM, Strength.POSSIBLE),
        (POSSIBLE_FROM - 0.01, None),
    ],
)
def test_a_score_has_a_name(value: float, expected: Strength | None) -> None:
    assert strength(value) is expected


def test_every_feature_says_why_it_counts() -> None:
    assert all(feature.why.endswith(".") for feature in FEATURES)


def test_another_word_for_one_thing_counts_as_the_same() -> None:
    one = article("a.txt", "Two climbers died in an avalanche on Mount Storen.", "It was cold.")
    same = article("b.txt", "Avalanche kills 2 climbers on Mount Storen.", "The sun shone.")
    other = article("c.txt", "Two climbers ate in a hut on Mount Storen.", "The sun shone.")
    (alike,) = [m for m in match_articles([one, same]).matches if m.a.sentence == m.b.sentence == 0]
    unlike = match_articles([one, other], all_pairs=True).matches[0]
    assert alike.score > unlike.score


def test_no_word_stands_for_two_things() -> None:
    import json
    from importlib.resources import files

    from workbench.matching.tokens import stem

    listed = json.loads((files("workbench.matching") / "data" / "lexicon.json").read_text("utf-8"))
    stems = [stem(word) for words in listed["classes"].values() for word in words]
    assert len(stems) == len(set(stems))
    assert set(stems) <= lexicon().classes.keys()
