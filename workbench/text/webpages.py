"""The text of a saved web page, by the optional extra `factcheck-workbench[html]`.

Menus, adverts and comments around a report would drown its claims, so the main text is taken out by
trafilatura. Nothing is fetched and nothing in the page is run. The extracted text is what all
offsets count in, so its extractor and version are kept with the article.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from workbench.text.article import Metadata
from workbench.text.cleaning import clean_line
from workbench.text.front_matter import parse_date

_LONGEST_VALUE = 500
_LONG_TAG = re.compile(r"<([A-Za-z][\w:-]{0,40})\s[^<>]{4000,}>")
"""A tag with thousands of attributes costs its square in time; none of them is text."""


class NoExtractor(ImportError):  # noqa: N818 - it names what is missing
    """The extra that reads web pages is not installed."""


@dataclass(frozen=True, slots=True)
class WebPage:
    """What a web page says.

    Attributes:
        text: Its main text; empty if none was found.
        metadata: What the page says of itself, cleaned.
        extractor: Name and version of what found the text.
    """

    text: str
    metadata: Metadata
    extractor: str


def read_web_page(html: str) -> WebPage:
    """Take the main text out of a page.

    Raises:
        NoExtractor: trafilatura is not installed.
    """
    try:
        import trafilatura  # type: ignore[import-not-found,import-untyped,unused-ignore]
    except ImportError as error:
        raise NoExtractor from error
    extractor = f"trafilatura {trafilatura.__version__}"
    html = _LONG_TAG.sub(r"<\1>", html)
    page = trafilatura.bare_extraction(html, with_metadata=True, include_comments=False)
    if page is None:
        return WebPage("", Metadata(), extractor)
    metadata = Metadata(
        title=clean_line(page.title or "", _LONGEST_VALUE),
        publisher=clean_line(page.sitename or "", _LONGEST_VALUE),
        author=clean_line(page.author or "", _LONGEST_VALUE),
        date=parse_date(page.date or ""),
        url=clean_line(page.url or "", _LONGEST_VALUE),
        language=clean_line(page.language or "", _LONGEST_VALUE),
    )
    # One line a paragraph; a blank line between them lets them be found without guessing.
    return WebPage("\n\n".join(filter(None, (page.text or "").split("\n"))), metadata, extractor)
