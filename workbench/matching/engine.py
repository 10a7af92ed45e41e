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
from workbench.matching.early import LARGE_BLOCK, Early
from workbench.matching.keeping import Kept, KeptBlock, digest
from workbench.matching.model import ClaimGroup, Match, Matching
from workbench.matching.preparing import read_terms
from workbench.matching.presenting import SERIOUSNESS

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

    from workbench.matching.early import Audience
    from workbench.matching.keeping import BlockKey, Found
    from workbench.matching.model import SentenceRef
    from workbench.matching.preparing import ReadArticle
    from workbench.text.article import Article

READING = 0.15
"""The part of a run's time in which words are read and articles put into blocks."""


class Cancelled(Exception):  # noqa: N818 - nothing went wrong
    """Matching was stopped because `is_cancelled` said so."""


def match_articles(
    articles: Sequence[Article],
    *,
    all_pairs: bool = False,
    report: Callable[[int, int], None] = lambda done, total: None,  # noqa: ARG005
    is_cancelled: Callable[[], bool] = lambda: False,
    kept: Kept | None = None,
    audience: Audience | None = None,
) -> Matching:
    """Match the sentences of all articles of a case and group them into claims.

    Args:
        articles: In the order in which the results are to name them.
        all_pairs: Whether `matches` lists every candidate pair, however low its score.
        report: Told how many sentences are compared, and of how many.
        is_cancelled: Asked every few milliseconds.
        kept: What an earlier run left; changed to what this one leaves, if it gets to its end.
        audience: Who wants the results of some articles before those of the others.

    Raises:
        Cancelled: `is_cancelled` said so.
    """
    with _collector_paused():
        return _Run(articles, all_pairs, report, is_cancelled, kept or Kept()).match(audience)


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


class _Run:
    """One run over the articles of a case."""

    def __init__(
        self,
        articles: Sequence[Article],
        all_pairs: bool,
        report: Callable[[int, int], None],
        is_cancelled: Callable[[], bool],
        kept: Kept,
    ) -> None:
        self._articles = articles
        self._all_pairs = all_pairs
        self._report = report
        self._is_cancelled = is_cancelled
        self._kept = kept
        self._total = sum(len(article.sentences) for article in articles)

    def match(self, audience: Audience | None) -> Matching:
        """Match everything, wanted articles first."""
        articles = self._articles
        self._so_far(0.0)
        order = sorted(
            range(len(articles)),
            key=lambda i: (articles[i].sha256, articles[i].source, articles[i].text),
        )
        digests = {at: digest(articles[at]) for at in order}
        read = self._read(digests)
        least = min_cosine(list(read.values()))
        blocks = [[order[place] for place in places] for places in blocks_of(list(read.values()))]
        done = READING * self._total
        rest = self._total - done
        found: dict[int, Found] = {}
        leaving: dict[BlockKey, KeptBlock] = {}
        early = Early(audience, articles, read, blocks, _joined) if audience else None

        def tell(sentences: float) -> None:
            self._so_far(sentences)
            if early:
                early.tell(found, least, lambda _: self._so_far(sentences))

        for number in _in_turn(len(blocks), early):
            tell(done)
            names = blocks[number]
            sentences = sum(len(articles[at].sentences) for at in names)
            step = rest * sentences / (self._total or 1)
            key = tuple(digests[at] for at in names), least
            known = None if self._all_pairs else self._kept.of_block(key, names)
            if known is None:
                block = Block([articles[at] for at in names], [read[at] for at in names], names)
                before = done

                def so_far(part: float, before: float = before, step: float = step) -> None:
                    tell(before + step * part)

                pairs = self._kept.pairs() if len(block.refs) >= LARGE_BLOCK else None
                matched = match_block(block, least, so_far, all_pairs=self._all_pairs, pairs=pairs)
                known = KeptBlock(tuple(names), matched, pairs.used if pairs else {})
            found[number] = known.found
            leaving[key] = known
            done += step
            tell(done)
        if not self._all_pairs:
            self._kept.read = {digests[at]: words for at, words in read.items()}
            self._kept.blocks = leaving
        self._report(self._total, self._total)
        return _joined(found.values())

    def _so_far(self, sentences: float) -> None:
        if self._is_cancelled():
            raise Cancelled
        self._report(int(sentences), self._total)

    def _read(self, digests: Mapping[int, bytes]) -> dict[int, ReadArticle]:
        """The words of each article, by index, in the order of the digests."""
        read: dict[int, ReadArticle] = {}
        done = 0
        for at, name in digests.items():
            article = self._articles[at]
            read[at] = self._kept.read.get(name) or read_terms(article)
            done += len(article.sentences)
            self._so_far(READING * done)
        return read


def _in_turn(count: int, early: Early | None) -> Iterator[int]:
    """The numbers of the blocks as they are to be matched: those that are wanted first."""
    left = dict.fromkeys(range(count))
    while left:
        wanted = early.wanted_blocks() if early else []
        number = next((number for number in wanted if number in left), next(iter(left)))
        del left[number]
        yield number


def _joined(found: Collection[Found]) -> Matching:
    """What was found in some blocks, in the order of results."""
    matches = [match for one in found for match in one.matches]
    claims = [claim for one in found for claim in one.claims]
    return Matching(
        tuple(sorted(matches, key=_match_order)), tuple(sorted(claims, key=_claim_order))
    )


def _match_order(match: Match) -> tuple[float, SentenceRef, SentenceRef]:
    return -match.score, match.a, match.b


def _claim_order(claim: ClaimGroup) -> tuple[int, float, int, int]:
    first = claim.members[0]
    if claim.relation is None:
        return len(SERIOUSNESS), -claim.worth, first.article, first.sentence
    return SERIOUSNESS[claim.relation], 0.0, first.article, first.sentence
