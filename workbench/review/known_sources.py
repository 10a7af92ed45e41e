"""What the case knows of a source already, so that nobody types a publisher's name twice."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from workbench.review.model import Claim
    from workbench.text.article import Article


@dataclass(frozen=True, slots=True)
class KnownSource:
    """A page that an article or an evidence note names. Untrusted: clean it to show.

    Attributes:
        title: Its title, or empty.
        publisher: Its publisher, or empty.
        archived_url: Where it is archived, or empty.
    """

    title: str = ""
    publisher: str = ""
    archived_url: str = ""


def known_source(
    address: str, articles: Iterable[Article], claims: Iterable[Claim]
) -> KnownSource | None:
    """What is known of an address: of that very page, else only the publisher of its site.

    Args:
        address: As typed.
        articles: Of the case.
        claims: Of the case, with their evidence.
    """
    site = _site(address)
    if not site:
        return None
    publisher = ""
    for url, source in _sources(articles, claims):
        if _page(url) == _page(address):
            return source
        if not publisher and _site(url) == site:
            publisher = source.publisher
    return KnownSource(publisher=publisher) if publisher else None


def _sources(
    articles: Iterable[Article], claims: Iterable[Claim]
) -> Iterator[tuple[str, KnownSource]]:
    for claim in claims:
        for note in claim.evidence:
            yield note.url, KnownSource(note.title, note.publisher, note.archived_url)
    for article in articles:
        metadata = article.metadata
        yield metadata.url, KnownSource(metadata.title, metadata.publisher)


def _page(address: str) -> str:
    """An address without what does not change the page."""
    page = address.partition("#")[0].rstrip("/")
    return page.removeprefix("https://").removeprefix("http://").removeprefix("www.")


def _site(address: str) -> str:
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return ""
