"""Opening a case: its articles are read and matched, each step reported, any of them stoppable.

This is the door to everything heavy (pydantic, rapidfuzz, the word lists): whoever imports it has
seconds to spend. `workbench.review.session` imports it when a case is opened, never before.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.matching import engine
from workbench.review.errors import Cancelled, CaseError
from workbench.text.cleaning import clean_line
from workbench.text.comparable import comparable
from workbench.text.reading import ArticleError, read_article

if TYPE_CHECKING:
    from collections.abc import Callable

    from workbench.matching.model import Matching
    from workbench.review.case import Case
    from workbench.review.reporting import Report
    from workbench.text.article import Article


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A source that could not be read, and why in one sentence that names it. Safe to show."""

    source: str
    reason: str


@dataclass(frozen=True, slots=True)
class Sources:
    """What the case's sources hold.

    Attributes:
        articles: Those that could be read, in the order of their names.
        matching: What the engine found in them.
        unreadable: The others.
    """

    articles: tuple[Article, ...]
    matching: Matching
    unreadable: tuple[Unreadable, ...]

    @property
    def notices(self) -> tuple[str, ...]:
        """One sentence each on what a person should know of the articles. Safe to show."""
        notices = [
            f"{clean_line(a.source)}: {notice}" for a in self.articles for notice in a.notices
        ]
        if len(self.articles) == 1:
            notices.append("There is one article only; add another report of the event to compare.")
        return tuple(notices)


def open_sources(
    case: Case,
    report: Report,
    is_cancelled: Callable[[], bool],
    *,
    all_pairs: bool = False,
) -> Sources:
    """Read and match a case's articles.

    Args:
        case: Where they are.
        report: Told "reading" and "matching", how much is done, and of how much.
        is_cancelled: Asked between articles and now and then while matching.
        all_pairs: Whether every compared pair is listed, however low its score.

    Raises:
        CaseError: Not one article could be read.
        Cancelled: `is_cancelled` said so.
    """
    articles, unreadable = read_sources(case, report, is_cancelled)
    if not articles:
        raise CaseError(f"No article of the case can be read: {unreadable[0].reason}")
    try:
        matching = engine.match_articles(
            [comparable(article) for article in articles],
            all_pairs=all_pairs,
            report=lambda done, total: report("matching", done, total),
            is_cancelled=is_cancelled,
        )
    except engine.Cancelled as error:
        raise Cancelled(_STOPPED) from error
    return Sources(articles, matching, unreadable)


def read_sources(
    case: Case, report: Report, is_cancelled: Callable[[], bool]
) -> tuple[tuple[Article, ...], tuple[Unreadable, ...]]:
    """Read a case's articles; returns those that could be read, and the others.

    Raises:
        Cancelled: `is_cancelled` said so.
    """
    articles: list[Article] = []
    unreadable: list[Unreadable] = []
    for done, source in enumerate(case.sources):
        report("reading", done, len(case.sources))
        if is_cancelled():
            raise Cancelled(_STOPPED)
        try:
            articles.append(read_article(case.root / source, source))
        except ArticleError as error:
            unreadable.append(Unreadable(clean_line(source), clean_line(str(error))))
    report("reading", len(case.sources), len(case.sources))
    return tuple(articles), tuple(unreadable)


_STOPPED = "Opening the case was stopped."
