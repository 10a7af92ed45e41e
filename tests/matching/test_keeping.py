"""A run that knows what an earlier one found gives what a run from nothing gives."""

from collections.abc import Iterator, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.matching.making import article, many_reports, report
from workbench.matching import block, candidates, early, engine, keeping
from workbench.matching.early import Audience
from workbench.matching.engine import Cancelled, match_articles
from workbench.matching.keeping import Kept
from workbench.matching.model import Matching
from workbench.text.article import Article


@pytest.fixture(autouse=True, scope="module")
def small_blocks() -> Iterator[None]:
    """Cases of more than a few articles are compared in blocks, and each block counts as large."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(candidates, "BLOCK_FROM_ARTICLES", 3)
        patch.setattr(engine, "LARGE_BLOCK", 1)
        yield


@pytest.fixture
def compared(monkeypatch: pytest.MonkeyPatch) -> list[set[str]]:
    """The articles of each block that was compared, as the test goes on."""
    blocks: list[set[str]] = []
    compare = engine.match_block

    def note(one, *rest, **options):  # type: ignore[no-untyped-def]
        blocks.append({article.source for article in one._articles})
        return compare(one, *rest, **options)

    monkeypatch.setattr(engine, "match_block", note)
    return blocks


def names(articles: Sequence[Article]) -> set[str]:
    return {article.source for article in articles}


REPORTS = st.builds(report, st.integers(0, 3), st.integers(0, 3))


@settings(max_examples=40)
@given(st.lists(st.lists(REPORTS, max_size=9), min_size=2, max_size=4))
def test_whatever_is_added_changed_or_removed_the_result_is_that_of_a_full_run(
    cases: list[list[Article]],
) -> None:
    kept = Kept()
    for articles in cases:
        assert match_articles(articles, kept=kept) == match_articles(articles)


@settings(max_examples=40)
@given(st.permutations(many_reports(3, 3)))
def test_articles_may_change_places_between_two_runs(articles: list[Article]) -> None:
    kept = Kept()
    match_articles(many_reports(3, 3), kept=kept)
    assert match_articles(articles, kept=kept) == match_articles(articles)


def test_only_the_block_of_an_article_that_is_added_is_compared_again(
    compared: list[set[str]],
) -> None:
    articles = many_reports(4, 3)
    kept = Kept()
    match_articles(articles, kept=kept)
    before = [*compared]
    compared.clear()
    match_articles([report(2, 9), *articles], kept=kept)
    assert compared == [{f"2-{number}.txt" for number in (0, 1, 2, 9)}]
    assert {f"2-{number}.txt" for number in (0, 1, 2)} in before


def test_of_a_large_block_only_wordings_that_are_new_are_compared(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    compared: list[tuple[str, str]] = []
    really = block._compare

    def note(a, b):  # type: ignore[no-untyped-def]
        compared.append((a.text, b.text))
        return really(a, b)

    monkeypatch.setattr(block, "_compare", note)
    kept = Kept()
    articles = many_reports(1, 6)
    match_articles(articles, kept=kept)
    assert compared
    compared.clear()
    new = article("new.txt", "The ferry Astrid ran aground off Skarholm and 40 sailors were hurt.")
    match_articles([*articles, new], kept=kept)
    assert compared
    assert all("40 sailors" in a + b for a, b in compared)


def test_no_more_pairs_are_kept_than_there_is_memory_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping, "MOST_PAIRS", 3)
    kept = Kept()
    articles = many_reports(1, 6)
    match_articles(articles, kept=kept)
    assert [len(one.pairs) for one in kept.blocks.values()] == [3]
    assert match_articles(articles[1:], kept=kept) == match_articles(articles[1:])


def test_nothing_is_read_or_compared_again_if_nothing_changed(
    compared: list[set[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    articles = many_reports(4, 3)
    kept = Kept()
    found = match_articles(articles, kept=kept)
    compared.clear()
    monkeypatch.delattr(engine, "read_terms")
    assert match_articles(articles, kept=kept) == found
    assert not compared


def test_no_more_is_kept_than_the_latest_run_used() -> None:
    kept, fresh = Kept(), Kept()
    for count in (4, 3, 1):
        match_articles(many_reports(4, count), kept=kept)
    match_articles(many_reports(4, 1), kept=fresh)
    assert kept == fresh


def test_a_run_that_was_stopped_leaves_what_the_run_before_it_left() -> None:
    kept = Kept()
    match_articles(many_reports(2, 3), kept=kept)
    before = Kept(kept.read, kept.blocks)
    with pytest.raises(Cancelled):
        match_articles(many_reports(4, 3), kept=kept, is_cancelled=lambda: True)
    assert kept == before


def test_a_date_that_changed_counts_as_a_change() -> None:
    from dataclasses import replace
    from datetime import date

    one = article("a.txt", "The storm killed 12 people in Lindvik on Monday.")
    other = article("b.txt", "The storm killed 12 people in Lindvik on 4 May 2025.")
    kept = Kept()
    match_articles([one, other], kept=kept)
    dated = replace(one, metadata=replace(one.metadata, date=date(2025, 5, 14)))
    assert match_articles([dated, other], kept=kept) == match_articles([dated, other])


class Reader:
    """Somebody who looks at some articles while the others are still being compared."""

    def __init__(self, *wanted: int) -> None:
        self.wanted = wanted
        self.told: list[tuple[Matching, frozenset[int]]] = []
        self.audience = Audience(lambda: self.wanted, lambda *part: self.told.append(part))


def test_the_block_of_the_articles_that_are_wanted_comes_first(compared: list[set[str]]) -> None:
    articles = many_reports(4, 3)
    wanted = next(at for at, one in enumerate(articles) if one.source == "3-1.txt")
    reader = Reader(wanted)
    match_articles(articles, audience=reader.audience)
    assert compared[0] == {"3-0.txt", "3-1.txt", "3-2.txt"}
    ((_, of),) = reader.told
    assert {articles[at].source for at in of} == compared[0]


@settings(max_examples=40)
@given(st.lists(REPORTS, min_size=4, max_size=10), st.sets(st.integers(0, 11), min_size=1))
def test_what_is_told_early_is_never_changed_by_what_comes_later(
    articles: list[Article], wanted: set[int]
) -> None:
    reader = Reader(*wanted)
    whole = match_articles(articles, audience=reader.audience)
    assert whole == match_articles(articles)
    for part, of in reader.told:
        claims = [c for c in whole.claims if c.headline.article in of]
        matches = [m for m in whole.matches if m.a.article in of]
        assert part == Matching(tuple(matches), tuple(claims))
        assert all({ref.article for ref in claim.members} <= of for claim in claims)


def test_articles_that_are_wanted_later_are_told_as_well() -> None:
    articles = many_reports(4, 3)
    reader = Reader(0)

    def turn_the_page(matching: Matching, of: frozenset[int]) -> None:
        reader.told.append((matching, of))
        reader.wanted = (1,)

    match_articles(articles, audience=Audience(lambda: reader.wanted, turn_the_page))
    assert [1 in of for _, of in reader.told] == [False, True]


def test_of_a_large_block_the_wanted_articles_are_told_beforehand(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(early, "LARGE_BLOCK", 10)
    articles = many_reports(4, 4)
    reader = Reader(0, 4)
    whole = match_articles(articles, audience=reader.audience)
    assert whole == match_articles(articles)
    (beforehand, nothing), (final, of) = reader.told
    told = {ref for claim in beforehand.claims for ref in claim.members}
    assert {ref.article for ref in told} == {0, 4}
    assert any(len(claim.members) > 1 for claim in beforehand.claims)
    assert not nothing
    assert {0, 4} <= of
    assert set(final.claims) == {c for c in whole.claims if c.headline.article in of}


def test_articles_that_are_turned_to_within_a_large_block_join_those_before(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(early, "LARGE_BLOCK", 10)
    articles = many_reports(1, 6)
    reader = Reader(0, 1)

    def turn_the_page(matching: Matching, of: frozenset[int]) -> None:
        reader.told.append((matching, of))
        reader.wanted = (2, 3)

    match_articles(articles, audience=Audience(lambda: reader.wanted, turn_the_page))
    claims = [matching.claims for matching, _ in reader.told]
    seen = [{ref.article for claim in found for ref in claim.members} for found in claims]
    assert seen == [{0, 1}, {0, 1, 2, 3}]


def test_not_more_is_compared_beforehand_than_takes_a_moment(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(early, "LARGE_BLOCK", 10)
    monkeypatch.setattr(early, "MOST_BEFOREHAND", 3)
    reader = Reader(0, 1)
    match_articles(many_reports(1, 6), audience=reader.audience)
    assert not reader.told
