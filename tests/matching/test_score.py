import random

import pytest

from tests.matching.making import article
from workbench.matching.candidates import compare, compare_two
from workbench.matching.engine import match_articles
from workbench.matching.lexicon import lexicon
from workbench.matching.model import Strength
from workbench.matching.preparing import prepare, read_terms
from workbench.matching.score import (
    BIAS,
    FEATURES,
    MATCH_FROM,
    POSSIBLE_FROM,
    STRONG_FROM,
    likely,
    log_odds,
    measures,
    strength,
)


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

    from workbench.matching.stemming import stem

    listed = json.loads((files("workbench.matching") / "data" / "lexicon.json").read_text("utf-8"))
    stems = [stem(word) for words in listed["classes"].values() for word in words]
    assert len(stems) == len(set(stems))
    assert set(stems) <= lexicon().classes.keys()


def test_the_quick_sum_is_the_table() -> None:
    one = article("a.txt", "The storm killed 12 in Lindvik.", "Roofs flew off.", "Trees fell.")
    other = article("b.txt", "Roofs flew in Lindvik.", "A storm killed 12.", "Trees fell on roofs.")
    rows = compare_two(prepare([read_terms(one), read_terms(other)]), 0, 1)
    pairs = list(rows.candidates(floor=0.0))
    assert len(pairs) > 3
    for pair in pairs:
        table = zip(FEATURES, measures(pair), strict=True)
        by_table = BIAS + sum(feature.weight * measure for feature, measure in table)
        assert log_odds(pair) == pytest.approx(by_table)


@pytest.mark.parametrize("floor", [-8.0, -3.0, -1.1, 0.0])
def test_only_pairs_below_the_floor_are_passed_over(floor: float) -> None:
    chance = random.Random(floor)
    words = ["storm", "harbour", "roof", "mayor", "ferry", "12", "killed", "mayor", "Lindvik", "of"]
    told = [
        [" ".join(chance.choices(words, k=chance.randrange(1, 14))) + "." for _ in range(12)]
        for _ in range(4)
    ]
    articles = [article(f"{i}.txt", *texts) for i, texts in enumerate(told)]
    for rows in compare(prepare([read_terms(one) for one in articles])):
        by_hand = {(p.a, p.b): (p, log_odds(p)) for p in rows.candidates(floor=0.05)}
        found = {(p.a, p.b): (p, odds) for p, odds in likely(rows, 0.05, floor)}
        assert found == {k: (p, odds) for k, (p, odds) in by_hand.items() if odds >= floor}
