"""The text of a saved web page, and what the page says of itself.

Menus, adverts and comments around a report would drown its claims, so the main text is taken out:
by trafilatura where the extra `factcheck-workbench[html]` is installed, else by the few rules of
`workbench.text.html_text`. Nothing is fetched and nothing in the page is run. The extracted text is
what all offsets count in, so its extractor and version are kept with the article.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from workbench.text.article import Metadata
from workbench.text.cleaning import clean_line
from workbench.text.front_matter import parse_date
from workbench.text.html_text import TooManyTags, read_html
from workbench.text.page_facts import page_facts

if TYPE_CHECKING:
    from types import ModuleType

OWN_EXTRACTOR = "workbench 3"
"""Name and version of the own rules; the version goes up when they find another text."""

_LONGEST_VALUE = 500
_OWN_RULES = (
    "It is a web page, read by simple rules: menus may be among its text. With the extra `html` "
    "(`pip install 'factcheck-workbench[html]'`) the report is told apart better."
)
_LONG_TAG = re.compile(r"<([A-Za-z][\w:-]{0,40})\s[^<>]{4000,}>")
"""A tag with thousands of attributes costs its square in time; none of them is text."""


@dataclass(frozen=True, slots=True)
class WebPage:
    """What a web page says.

    Attributes:
        text: Its main text; empty if none was found.
        metadata: What the page says of itself, cleaned.
        extractor: Name and version of what found the text.
        notices: One sentence if there is a better way to read it.
    """

    text: str
    metadata: Metadata
    extractor: str
    notices: tuple[str, ...] = ()


def read_web_page(page: str) -> WebPage:
    """Take the main text out of a page.

    Args:
        page: Its source, decoded.

    Raises:
        TooManyTags: It is no page that could be read in time.
    """
    page = page.removeprefix("\ufeff")
    try:
        import trafilatura  # type: ignore[import-not-found,import-untyped,unused-ignore]
    except ImportError:
        return _by_own_rules(page)
    return _by_trafilatura(page, trafilatura)


def _by_own_rules(page: str) -> WebPage:
    shown = read_html(page)
    metadata = page_facts(page, shown.named, shown.title)
    return WebPage(shown.text, metadata, OWN_EXTRACTOR, (_OWN_RULES,) if shown.text else ())


def _by_trafilatura(page: str, trafilatura: ModuleType) -> WebPage:
    extractor = f"trafilatura {trafilatura.__version__}"
    page = _LONG_TAG.sub(r"<\1>", page)
    found = trafilatura.bare_extraction(page, with_metadata=True, include_comments=False)
    if found is None:
        return WebPage("", Metadata(), extractor)
    if _is_laid_out_in_tables(found.text or ""):
        return replace(_by_own_rules(page), notices=())
    try:
        shown = read_html(page)
        metadata = page_facts(page, shown.named, shown.title)
    except TooManyTags:
        metadata = Metadata()
    metadata = Metadata(
        title=metadata.title or _value(found.title),
        publisher=metadata.publisher or _value(found.sitename),
        author=metadata.author or _value(found.author),
        date=metadata.date or parse_date(found.date or ""),
        url=metadata.url or _value(found.url),
        language=metadata.language or _value(found.language),
    )
    # One line a paragraph; a blank line between them lets them be found without guessing.
    return WebPage("\n\n".join(filter(None, (found.text or "").split("\n"))), metadata, extractor)


def _is_laid_out_in_tables(text: str) -> bool:
    """Whether most of a text stands in table rows, as on pages from before there were columns.

    Trafilatura keeps a row as one line between bars, menus and all.
    """
    rows = sum(len(line) for line in text.split("\n") if line.startswith("| "))
    return rows > len(text) / 2


def _value(written: str | None) -> str:
    return clean_line(written or "", _LONGEST_VALUE)
