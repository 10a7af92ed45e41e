"""From the articles of a case to matches, relations and claims: the one call of this layer.

The steps, each in its own module: `preparing` (words and weights), `candidates` (which articles,
which pairs), `block` (one block of articles), and in it `score` (how likely one claim), `facts` and
`relations` (what differs), `claims` (groups), `presenting` and `worth` (what a person reads, and
what to check first). This module only joins blocks, and takes care that nothing but the articles
themselves decides the result: inside, articles stand in the order of their content's digest, so
the order of files changes indices and nothing else.
"""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

from workbench.matching.block import Block, match_block
from workbench.matching.candidates import blocks_of, min_cosine
from workbench.matching.model import ClaimGroup, Match, Matching
from workbench.matching.preparing import read_terms
from workbench.matching.presenting import SERIOUSNESS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from workbench.text.article import Article


class Cancelled(Exception):  # noqa: N818 - nothing went wrong
    """Matching was stopped because `is_cancelled` said so."""


def match_articles(
    articles: Sequence[Article],
    *,
    all_pairs: bool = False,
    report: Callable[[int, int], None] = lambda done, total: None,  # noqa: ARG005
    is_cancelled: Callable[[], bool] = lambda: False,
) -> Matching:
    """Match the sentences of all articles of a case and group them into claims.

    Args:
        articles: In the order in which the results are to name them.
        all_pairs: Whether `matches` lists every candidate pair, however low its score.
        report: Told how many articles are compared with those before them, and of how many.
        is_cancelled: Asked before each article, and every few milliseconds.

    Raises:
        Cancelled: `is_cancelled` said so.
    """
    with _collector_paused():
        return _match_all(articles, all_pairs, report, is_cancelled)


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Pause garbage collection, which takes a fifth of the time: all that is made lives on.

    At the end all objects count as old, or the first collection would look through every one.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            if not gc.get_freeze_count():  # what somebody else froze stays so
                gc.freeze()
                gc.unfreeze()
            gc.enable()


def _match_all(
    articles: Sequence[Article],
    all_pairs: bool,
    report: Callable[[int, int], None],
    is_cancelled: Callable[[], bool],
) -> Matching:
    done = 0

    def go_on() -> None:
        if is_cancelled():
            raise Cancelled

    def next_article() -> None:
        nonlocal done
        go_on()
        report(done, len(articles))
        done += 1

    order = sorted(
        range(len(articles)),
        key=lambda i: (articles[i].sha256, articles[i].source, articles[i].text),
    )
    read = [read_terms(articles[i]) for i in order]
    least = min_cosine(read)
    matches: list[Match] = []
    claims: list[ClaimGroup] = []
    for places in blocks_of(read):
        names = [order[place] for place in places]
        block = Block([articles[i] for i in names], [read[place] for place in places], names)
        found = match_block(block, least, next_article, go_on, all_pairs=all_pairs)
        matches += found.matches
        claims += found.claims
    report(len(articles), len(articles))
    matches.sort(key=_match_order)
    claims.sort(key=_claim_order)
    return Matching(tuple(matches), tuple(claims))


def _match_order(match: Match) -> tuple[float, int, int, int, int]:
    a, b = match.a, match.b
    return -match.score, a.article, a.sentence, b.article, b.sentence


def _claim_order(claim: ClaimGroup) -> tuple[int, float, int, int]:
    first = claim.members[0]
    if claim.relation is None:
        return len(SERIOUSNESS), -claim.worth, first.article, first.sentence
    return SERIOUSNESS[claim.relation], 0.0, first.article, first.sentence
