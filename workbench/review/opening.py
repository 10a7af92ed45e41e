"""Opening a case: its articles are read and matched, each step reported, any of them stoppable.

This is the door to everything heavy (pydantic, rapidfuzz, the word lists): whoever imports it has
seconds to spend. `workbench.review.state` imports it when a case is opened, never before.
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from types import MappingProxyType
from typing import TYPE_CHECKING

from workbench.review.errors import Cancelled
from workbench.text.cleaning import clean_line
from workbench.text.comparable import comparable
from workbench.text.reading import ArticleError, read_article, read_bytes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from workbench.matching.early import Audience
    from workbench.matching.keeping import Kept
    from workbench.matching.model import Matching
    from workbench.review.apart import Packed
    from workbench.review.case import Case
    from workbench.review.reporting import Report
    from workbench.text.article import Article

APART_FROM = 300_000
"""Code points of all articles from which on they are matched in a process apart: it takes seconds
and ten times the memory of what comes of it, and would hold up every key press meanwhile."""

STOPPED = "Opening the case was stopped."
NOTHING_KNOWN: Mapping[str, Article] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A source that could not be read, and why in one sentence that names it. Safe to show."""

    source: str
    reason: str


def read_each(
    case: Case,
    report: Report,
    is_cancelled: Callable[[], bool],
    known: Mapping[str, Article] = NOTHING_KNOWN,
) -> Iterator[Article | Unreadable]:
    """Read a case's articles one after the other.

    Args:
        case: Where they are.
        report: Told "reading", how many are read, and of how many.
        is_cancelled: Asked between articles.
        known: Articles that were read before, by source.

    Raises:
        Cancelled: `is_cancelled` said so.
    """
    for done, source in enumerate(case.sources):
        report("reading", done, len(case.sources))
        if is_cancelled():
            raise Cancelled(STOPPED)
        yield read_one(case, source, known.get(source))
    report("reading", len(case.sources), len(case.sources))


def read_one(case: Case, source: str, known: Article | None = None) -> Article | Unreadable:
    """Read one of a case's articles; it is as it was before if its file is."""
    path = case.root / source
    try:
        if known is not None and known.sha256 == sha256(read_bytes(path, source)).hexdigest():
            return known
        return read_article(path, source)
    except ArticleError as error:
        return Unreadable(clean_line(source), clean_line(str(error)))


def read_sources(
    case: Case, report: Report, is_cancelled: Callable[[], bool]
) -> tuple[tuple[Article, ...], tuple[Unreadable, ...]]:
    """Read a case's articles; returns those that could be read, and the others.

    Raises:
        Cancelled: `is_cancelled` said so.
    """
    articles: list[Article] = []
    unreadable: list[Unreadable] = []
    for read in read_each(case, report, is_cancelled):
        if isinstance(read, Unreadable):
            unreadable.append(read)
        else:
            articles.append(read)
    return tuple(articles), tuple(unreadable)


def is_large(articles: Sequence[Article]) -> bool:
    """Whether matching takes so long that a person should be reading meanwhile."""
    return sum(len(article.text) for article in articles) >= APART_FROM


class Matcher:
    """Matches a case's articles, as often as they change; only what changed is compared again."""

    def __init__(self) -> None:
        """Begin with nothing known."""
        self._kept: Kept | None = None
        self._packed: Packed | None = None

    def match(
        self,
        articles: Sequence[Article],
        report: Report,
        is_cancelled: Callable[[], bool],
        *,
        all_pairs: bool = False,
        audience: Audience | None = None,
    ) -> Matching:
        """Match a case's articles.

        Args:
            articles: As read.
            report: Told "matching", how many sentences are done, and of how many.
            is_cancelled: Asked now and then.
            all_pairs: Whether every compared pair is listed, however low its score.
            audience: Who wants the results of some articles first, in a large case.

        Raises:
            Cancelled: `is_cancelled` said so.
            NotCompared: The machine could not do it.
        """

        def tell(done: int, total: int) -> None:
            report("matching", done, total)

        compared = [comparable(article) for article in articles]
        if is_large(compared) and not all_pairs:
            from workbench.review.apart import Packed, match_apart

            self._packed = self._packed or Packed()
            matching = match_apart(compared, tell, is_cancelled, self._packed, audience)
            if matching is not None:
                return matching
        from workbench.matching import engine
        from workbench.matching.keeping import Kept

        self._kept = self._kept or Kept()
        try:
            return engine.match_articles(
                compared,
                all_pairs=all_pairs,
                report=tell,
                is_cancelled=is_cancelled,
                kept=self._kept,
                audience=audience,
            )
        except engine.Cancelled as error:
            raise Cancelled(STOPPED) from error


def notices_of(case: Case, articles: Sequence[Article]) -> tuple[str, ...]:
    """One sentence each on what a person should know of the articles. Safe to show."""
    notices = []
    if case.others:
        total = len(case.sources) + len(case.others)
        notices.append(
            f"The case has {total:,} articles: the first {len(case.sources):,} by name are read "
            "and compared, any other is read when it is asked for. Put the reports of one event "
            "into a folder of their own to compare them all."
        )
    notices += [f"{clean_line(a.source)}: {notice}" for a in articles for notice in a.notices]
    if len(articles) == 1:
        notices.append("There is one article only; add another report of the event to compare.")
    return tuple(notices)
