"""What a web page says of itself to machines: title, author, publisher, day, canonical address.

Pages say it in three ways that contradict each other: JSON-LD (schema.org `NewsArticle` and its
kin), `<meta>` elements, and `<link rel="canonical">`. What is meant for readers of news comes
first. Nothing is fetched; every value is untrusted and cleaned.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from workbench.text.addresses import web_address
from workbench.text.article import Metadata
from workbench.text.cleaning import clean_line
from workbench.text.front_matter import parse_date

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_LONGEST_VALUE = 500
_LONGEST_BLOCK = 1_000_000
_MOST_BLOCKS = 50
_DEEPEST = 6
_BLOCK = re.compile(
    r"<script\b[^>]{0,500}\btype\s{0,20}=\s{0,20}[\"']?application/ld\+json\b[^>]{0,500}>",
    re.IGNORECASE,
)
_END_OF_BLOCK = re.compile(r"</script", re.IGNORECASE)
_REPORT = re.compile(r"(?:Article|BlogPosting|Report)$")


def linked_data(page: str) -> Iterator[Any]:
    """The JSON-LD values of a page, in order; what is no JSON is passed over.

    Args:
        page: Its source, decoded.
    """
    for number, start in enumerate(_BLOCK.finditer(page)):
        if number == _MOST_BLOCKS:
            return
        end = _END_OF_BLOCK.search(page, start.end(), start.end() + _LONGEST_BLOCK)
        if end is not None:
            try:
                yield json.loads(page[start.end() : end.start()], strict=False)
            except (ValueError, RecursionError):
                continue


def page_facts(page: str, named: Mapping[str, str], title: str) -> Metadata:
    """What a page says of itself.

    Args:
        page: Its source, decoded.
        named: Its `<meta>` values by name or property in lower case, with `lang`,
            `canonical` and `time`.
        title: What its window would be called.
    """
    report: Mapping[str, Any] = next(_reports(page), {})
    day = _text(report.get("datePublished")) or _first(
        named, "article:published_time", "datepublished", "date", "dc.date", "dcterms.date", "time"
    )
    addresses = (
        named.get("canonical", ""),
        named.get("og:url", ""),
        _text(report.get("url")),
        _text(report.get("mainEntityOfPage")),
    )
    return Metadata(
        title=_value(_text(report.get("headline")) or _first(named, "og:title") or title),
        publisher=_value(
            _names(report.get("publisher")) or _first(named, "og:site_name", "dc.publisher")
        ),
        author=_value(_names(report.get("author")) or _first(named, "author", "dc.creator", "byl")),
        date=parse_date(day),
        url=_value(next(filter(None, map(web_address, addresses)), "")),
        language=_value(_text(report.get("inLanguage")) or named.get("lang", "")),
    )


def _reports(page: str) -> Iterator[Mapping[str, Any]]:
    for value in linked_data(page):
        yield from _reports_in(value, 0)


def _reports_in(value: Any, depth: int) -> Iterator[Mapping[str, Any]]:
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for one in value:
            yield from _reports_in(one, depth + 1)
    elif isinstance(value, dict):
        kinds = value.get("@type")
        for kind in kinds if isinstance(kinds, list) else [kinds]:
            if isinstance(kind, str) and _REPORT.search(kind):
                yield value
                return
        for name in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _reports_in(value.get(name), depth + 1)


def _first(named: Mapping[str, str], *names: str) -> str:
    return next((named[name] for name in names if named.get(name, "").strip()), "")


def _text(value: Any) -> str:
    if isinstance(value, list):
        value = value[0] if value else ""
    if isinstance(value, dict):
        value = value.get("@id") or value.get("@value") or value.get("name")
    return value if isinstance(value, str) else ""


def _names(value: Any) -> str:
    """Names of persons or desks, as text or objects; an address is no name."""
    found = []
    for one in value[:10] if isinstance(value, list) else [value]:
        name = one.get("name") if isinstance(one, dict) else one
        name = name[0] if isinstance(name, list) and name else name
        if isinstance(name, str) and name.strip() and not web_address(name):
            found.append(name.strip())
    return ", ".join(dict.fromkeys(found))


def _value(written: str) -> str:
    return clean_line(written, _LONGEST_VALUE)
