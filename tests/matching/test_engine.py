import itertools
import os
import subprocess
import sys

import pytest

from tests.matching.making import article, claims_as_texts, many_reports
from workbench.matching import block
from workbench.matching.engine import Cancelled, match_articles
from workbench.matching.model import Relation, SentenceRef, Strength

NEWS = article(
    "news.txt",
    "At least 60 people were killed when gunmen attacked the theatre in Lindvik on Friday.",
    "The harbour office passed a secret warning to the islanders two weeks before the attack.",
    "Tickets for the play had been sold out.",
    "The mayor called the attack a horrible tragedy.",
)
DENIAL = article(
    "denial.txt",
    "The islanders' council denies receiving a warning of the attack from the harbour office.",
    "The council spoke of a failure of the police.",
    "The mayor called it a “horrible tragedy” and thanked the nurses.",
)
REBUTTAL = article(
    "rebuttal.txt",
    "More than 140 people were killed when gunmen attacked the theatre in Lindvik.",
    "The warning was passed to the islanders in writing, the harbour office said.",
)
CASE = [NEWS, DENIAL, REBUTTAL]


def test_differing_tolls_of_one_attack_are_one_claim_in_conflict() -> None:
    claims = match_articles(CASE).claims
    toll = next(claim for claim in claims if SentenceRef(0, 0) in claim.members)
    assert SentenceRef(2, 0) in toll.members
    assert toll.relation is Relation.CONFLICTS


def test_a_denial_is_matched_with_what_it_denies_as_a_conflict() -> None:
    matches = match_articles(CASE).matches
    found = next(m for m in matches if (m.a, m.b) == (SentenceRef(0, 1), SentenceRef(1, 0)))
    assert found.relation is Relation.CONFLICTS
    (difference,) = found.differences
    assert (difference.a, difference.b) == ("passed a secret warning", "denies receiving a warning")


def test_likeness_is_not_agreement() -> None:
    one = article("a.txt", "The storm killed 12 people in Lindvik, the police said on Monday.")
    other = article("b.txt", "The storm killed 17 people in Lindvik, the police said on Monday.")
    (match,) = match_articles([one, other]).matches
    assert match.strength is Strength.STRONG
    assert match.relation is Relation.CONFLICTS


def test_every_sentence_that_may_claim_is_in_exactly_one_claim() -> None:
    members = [ref for claim in match_articles(CASE).claims for ref in claim.members]
    expected = [SentenceRef(i, s.index) for i, a in enumerate(CASE) for s in a.sentences]
    assert sorted(members) == expected


def test_shared_claims_come_first_and_conflicts_before_agreement() -> None:
    order = [Relation.CONFLICTS, Relation.DIFFERS, Relation.AGREES, None]
    ranks = [order.index(claim.relation) for claim in match_articles(CASE).claims]
    assert ranks == sorted(ranks)


def test_a_sentence_is_never_matched_within_its_article() -> None:
    assert all(m.a.article < m.b.article for m in match_articles(CASE, all_pairs=True).matches)


def test_the_order_of_articles_changes_nothing_but_indices() -> None:
    expected = claims_as_texts(CASE, match_articles(CASE))
    scores = sorted(match.score for match in match_articles(CASE).matches)
    for shuffled in itertools.permutations(CASE):
        matching = match_articles(shuffled)
        assert claims_as_texts(list(shuffled), matching) == expected
        assert sorted(match.score for match in matching.matches) == scores


def test_all_pairs_adds_pairs_and_changes_no_claim() -> None:
    some, everything = match_articles(CASE), match_articles(CASE, all_pairs=True)
    assert everything.claims == some.claims
    assert set(some.matches) < set(everything.matches)
    assert any(match.strength is None for match in everything.matches)


def test_a_speaker_is_suggested_from_the_wording() -> None:
    one = article("a.txt", "The bridge was unsafe for years, Mayor Anna Lund said.")
    (claim,) = match_articles([one]).claims
    assert claim.speaker.endswith("Anna Lund")


@pytest.mark.parametrize("articles", [[], [article("empty.txt")], [NEWS]])
def test_too_little_to_compare_gives_no_matches(articles: list[object]) -> None:
    assert match_articles(articles).matches == ()  # type: ignore[arg-type]


def test_copies_of_one_article_match_sentence_by_sentence() -> None:
    copy = article("copy.txt", *(NEWS.sentence_text(i) for i in range(len(NEWS.sentences))))
    best = match_articles([NEWS, copy]).matches[: len(NEWS.sentences)]
    assert {match.a.sentence - match.b.sentence for match in best} == {0}
    assert all(match.relation is Relation.AGREES for match in best)


def test_matching_can_be_cancelled() -> None:
    with pytest.raises(Cancelled):
        match_articles(CASE, is_cancelled=lambda: True)


def test_matching_can_be_cancelled_after_the_last_article_was_looked_up() -> None:
    answers = iter([*[False] * len(CASE), True])
    with pytest.raises(Cancelled):
        match_articles(CASE, is_cancelled=lambda: next(answers))


def test_progress_only_grows_from_nothing_to_all_sentences() -> None:
    told: list[tuple[int, int]] = []
    match_articles(CASE, report=lambda done, total: told.append((done, total)))
    assert told == sorted(told)
    assert (told[0], told[-1]) == ((0, 9), (9, 9))


def test_progress_is_told_in_small_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[int] = []
    monkeypatch.setattr(block, "PAIRS_AT_ONCE", 5)
    match_articles(many_reports(of_each=12), report=lambda done, _: told.append(done))
    assert max(later - earlier for earlier, later in itertools.pairwise(told)) < told[-1] / 10


def test_at_every_step_of_progress_it_can_be_cancelled() -> None:
    told: list[int] = []
    match_articles(CASE, report=lambda done, _: told.append(done))
    for steps in range(len(told) - 1):
        left = iter([False] * steps)
        with pytest.raises(Cancelled):
            match_articles(CASE, is_cancelled=lambda left=left: next(left, True))


def test_hostile_sentences_are_bounded() -> None:
    long = article("long.txt", "not " * 200_000, "“" * 200_000, "1,1." * 50_000)
    alike = article("alike.txt", *["The storm killed 12 people in Lindvik."] * 150)
    matching = match_articles([long, alike, article("b.txt", *["The storm killed 12."] * 150)])
    assert sum(len(claim.members) for claim in matching.claims) == 303


def test_the_result_does_not_depend_on_hash_seeds() -> None:
    program = (
        "from tests.matching.test_engine import CASE, match_articles\n"
        "print(match_articles(CASE, all_pairs=True))"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", program],
            env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(outputs) == 1


def test_of_a_huge_block_no_sentences_are_looked_up_by_the_commonest_words(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from workbench.matching import preparing

    told = [f"The mayor opened bridge {i} in Lindvik." for i in range(9)]
    articles = [article("a.txt", *told), article("b.txt", *told)]
    whole = match_articles(articles, all_pairs=True)
    monkeypatch.setattr(preparing, "MAX_STEPS", 9 * 4)  # the figures' steps: each is held twice
    bounded = match_articles(articles, all_pairs=True)
    assert (len(whole.matches), len(bounded.matches)) == (81, 9)
    assert {match.a.sentence - match.b.sentence for match in bounded.matches} == {0}


def test_many_copies_of_one_article_are_matched() -> None:
    told = [f"The {word} of Lindvik was closed by the mayor." for word in ("port", "mill", "pier")]
    copies = [article(f"{i}.txt", *told) for i in range(60)]
    assert max(len(claim.members) for claim in match_articles(copies).claims) > 40
