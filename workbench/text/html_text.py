"""The text of a saved web page by own rules: what a browser would show, less what frames a report.

For machines without the extra that `workbench.text.webpages` prefers. The standard library's parser
takes quadratic time on hostile input (Python 3.11), so tags are found by hand: every step goes on
from where the last one ended and nothing is nested, so time and memory are linear in the page.
Nothing is fetched, run or looked up; character references are decoded once.

The rules are few. Scripts, styles, comments and hidden elements are no text; menus, side columns,
forms, footers and captions frame it, and so does what a page itself calls by such a name
("comments", "related-links"; see `page_frames`). Three links or more with no word between them are
a menu, whatever they stand in. If the page marks its main part or an article, the rest is left out.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from workbench.text.page_frames import is_frame

if TYPE_CHECKING:
    from collections.abc import Iterator

_TAG = re.compile(r"<(?:(/?)([A-Za-z][^\s/>]{0,30})|[!?])")
_IN_TAG = re.compile(r">|=\s{0,20}([\"'])")
_ATTRIBUTE = re.compile(r"([^\s\"'>/=]+)(?:\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s\"'>]+))?")
_LONGEST_TAG_READ = 4000
"""Code points of a tag that attributes are looked for in."""
_LONG_REFERENCE = re.compile(r"&#[xX]?[0-9A-Fa-f]{8,}")
_BLANKS = re.compile(r"[ \t\n\r\f]+")
_HIDING_STYLE = re.compile(r"display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden", re.I)

_NO_TAGS_INSIDE = frozenset({"script", "style", "textarea", "title", "xmp", "iframe", "noembed"})
_NEVER_TEXT = frozenset(
    {"template", "noscript", "svg", "math", "canvas", "object", "audio", "video", "select", "head"}
)
_FRAMES = frozenset(
    {"nav", "aside", "footer", "form", "button", "dialog", "menu", "figcaption", "caption"}
)
_VOID = frozenset(
    "area base br col embed hr img input link meta param source track wbr".split()  # noqa: SIM905
)
_ENDED_BY_ITS_LIKE = frozenset({"p", "li", "dt", "dd", "tr", "td", "th", "option"})
_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details div dl dt fieldset "  # noqa: SIM905
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main nav ol "
    "p pre section summary table tbody tfoot thead tr ul".split()
)
_ENOUGH = 250
"""Code points of an article without which a page's own marks are not believed."""
_MENU = 3
"""Links with no word between them from which on they are a menu, or a list of other stories."""
_MOST_TITLE = 2000
_MOST_TAGS = 200_000
"""Some hundred times those of a long report; more takes longer than a person waits."""


class TooManyTags(ValueError):  # noqa: N818 - it names what was found
    """A page that is no report of an event, or was made to keep a reader busy."""


@dataclass(slots=True)
class HtmlText:
    """What a page shows.

    Attributes:
        text: Its paragraphs, blank lines between them.
        title: Of the page, as its window would be called.
        named: What `<meta>` elements say, by their name or property in lower case; and `lang`,
            `canonical` (the page's own address), `time` (the first day or time that it marks).
    """

    text: str = ""
    title: str = ""
    named: dict[str, str] = field(default_factory=dict)


def read_html(page: str) -> HtmlText:
    """Take the text out of a page.

    Args:
        page: Its source, decoded.

    Returns:
        The text of the part that the page marks as its report, else all of it. What frames a
        report is left out, unless there is nothing else.

    Raises:
        TooManyTags: There are more than 200,000.
    """
    reader = _Reader(page, _NEVER_TEXT | _FRAMES, by_name=True)
    if _length(reader.paragraphs) < _ENOUGH:
        # A page may call its report by any name; what its elements are is surer.
        by_element = _Reader(page, _NEVER_TEXT | _FRAMES, by_name=False)
        if _length(by_element.paragraphs) >= 2 * _length(reader.paragraphs):
            reader = by_element
    if not reader.paragraphs:
        reader = _Reader(page, _NEVER_TEXT - {"head"}, by_name=False)
    return HtmlText("\n\n".join(reader.report()), reader.title, reader.named)


class _Tag(NamedTuple):
    """A start or end tag and its place in the page; of what is no element, without a name."""

    name: str
    is_end: bool
    start: int
    end: int


class _Paragraph(NamedTuple):
    """Text of a page, and in what it stands."""

    text: str
    in_main: bool
    in_article: bool
    links: int
    """How many links it is made of; 0 if there is a word that is no link."""


class _Reader:
    """One pass over a page."""

    def __init__(self, page: str, skipped: frozenset[str], *, by_name: bool) -> None:
        self._page = page
        self._skipped = skipped
        self._by_name = by_name
        self._pieces: list[str] = []
        self._preformatted = 0
        self._depth = {"article": 0, "main": 0}
        self._skipping, self._skip_depth = "", 0
        self._links, self._in_link, self._has_plain_text = 0, False, False
        self.title = ""
        self.named: dict[str, str] = {}
        self.paragraphs: list[_Paragraph] = []
        done = 0
        for number, tag in enumerate(self._tags()):
            if number == _MOST_TAGS:
                raise TooManyTags(f"has more than {_MOST_TAGS:,} tags")
            self._take(page[done : tag.start])
            done = tag.end
            if self._skipping:
                self._skip(tag)
            elif tag.is_end:
                self._close(tag)
            else:
                self._open(tag)
        self._take(page[done:])
        self._break()

    def report(self) -> list[str]:
        """The paragraphs of the article that the page marks, else of its main part, else all."""
        shown = _without_menus(self.paragraphs) or self.paragraphs
        main = [paragraph for paragraph in shown if paragraph.in_main]
        if _length(main) >= _ENOUGH:
            shown = main
        article = [paragraph for paragraph in shown if paragraph.in_article]
        # Teasers of other stories are marked as articles too, so it has to be most of the text.
        if _length(article) >= max(_ENOUGH, _length(shown) / 2):
            shown = article
        return [paragraph.text for paragraph in shown]

    def _tags(self) -> Iterator[_Tag]:
        """All tags in order; comments and what holds no tags come as tags without a name."""
        page, at = self._page, 0
        unclosed: set[str] = set()
        while (match := _TAG.search(page, at)) is not None:
            name = (match[2] or "").lower()
            if page.startswith("<!--", match.start()):
                found = page.find("-->", match.start() + 2)
                at = len(page) if found < 0 else found + 3
            else:
                at = self._end_of_tag(match.end(), unclosed)
            yield _Tag(name, bool(match[1]), match.start(), at)
            if name in _NO_TAGS_INSIDE and not match[1]:
                start, at = at, self._end_of_raw(name, at)
                if name == "title" and not self.title:
                    self.title = _decoded(page[start : min(at, start + _MOST_TITLE)])
                yield _Tag("", False, start, at)

    def _end_of_tag(self, at: int, unclosed: set[str]) -> int:
        """Past the ">" that ends a tag; one in a quoted value does not."""
        page = self._page
        while (mark := _IN_TAG.search(page, at)) is not None:
            if mark[1] is None:
                return mark.end()
            at = mark.end()
            if mark[1] not in unclosed:
                found = page.find(mark[1], at)
                if found < 0:
                    unclosed.add(mark[1])
                else:
                    at = found + 1
        return len(page)

    def _end_of_raw(self, name: str, at: int) -> int:
        found = re.compile(f"</{name}", re.IGNORECASE).search(self._page, at)
        return found.start() if found else len(self._page)

    def _attributes(self, tag: _Tag) -> dict[str, str]:
        start = tag.start + 1 + len(tag.name)
        if tag.end - start < len(" a>"):
            return {}
        written = self._page[start : min(tag.end, start + _LONGEST_TAG_READ)]
        return {
            match[1].lower(): _decoded((match[2] or "").strip("\"'"))
            for match in _ATTRIBUTE.finditer(written)
        }

    def _open(self, tag: _Tag) -> None:
        name = tag.name
        attributes = self._attributes(tag)
        self._note(name, attributes)
        if name in _VOID:
            if name == "br":
                self._pieces.append("\n")
            elif name == "hr":
                self._break()
            return
        if name in _BLOCKS:
            self._break()
        elif name in {"td", "th"}:
            self._pieces.append(" ")
        is_hidden = "hidden" in attributes or _HIDING_STYLE.search(attributes.get("style", ""))
        is_framing = self._by_name and is_frame(name, attributes)
        if name in self._skipped or is_hidden or is_framing:
            self._skipping, self._skip_depth = name, 1
        elif name in self._depth:
            self._depth[name] += 1
        elif name == "pre":
            self._preformatted += 1
        elif name == "a" and "href" in attributes:
            self._links += 1
            self._in_link = True

    def _note(self, name: str, attributes: dict[str, str]) -> None:
        """Remember what an element says of the page."""
        if name == "meta":
            key = attributes.get("property") or attributes.get("name", "")
            self.named.setdefault(key.lower(), attributes.get("content", ""))
        elif name == "html":
            self.named.setdefault("lang", attributes.get("lang", ""))
        elif name == "link" and "canonical" in attributes.get("rel", "").lower().split():
            self.named.setdefault("canonical", attributes.get("href", ""))
        elif name == "time" and attributes.get("datetime"):
            self.named.setdefault("time", attributes["datetime"])

    def _close(self, tag: _Tag) -> None:
        if tag.name in _BLOCKS:
            self._break()
        if tag.name in self._depth:
            self._depth[tag.name] = max(0, self._depth[tag.name] - 1)
        elif tag.name == "pre":
            self._preformatted = max(0, self._preformatted - 1)
        elif tag.name == "a":
            self._in_link = False

    def _skip(self, tag: _Tag) -> None:
        """Pass over an element that is no text, up to where it ends."""
        if tag.name in {"meta", "link"} and not tag.is_end:
            self._open(tag)
            return
        if self._skipping == "head" and tag.name == "body":
            self._skipping = ""
            return
        if self._skipping in _ENDED_BY_ITS_LIKE:
            begins_another = tag.name == self._skipping and not tag.is_end
            if begins_another or (self._skipping == "p" and tag.name in _BLOCKS):
                self._skipping = ""
                (self._close if tag.is_end else self._open)(tag)
                return
        if tag.name == self._skipping:
            self._skip_depth += -1 if tag.is_end else 1
            if not self._skip_depth:
                self._skipping = ""

    def _take(self, source: str) -> None:
        if not source or self._skipping:
            return
        text = _decoded(source)
        if not self._in_link and any(map(str.isalnum, text)):
            self._has_plain_text = True
        self._pieces.append(text if self._preformatted else _BLANKS.sub(" ", text))

    def _break(self) -> None:
        """End a paragraph."""
        if not self._pieces:
            return
        lines = "".join(self._pieces).split("\n")
        self._pieces.clear()
        if not self._preformatted:
            lines = [_BLANKS.sub(" ", line).strip() for line in lines]
        text = "\n".join(line for line in lines if line.strip())
        if text:
            place = self._depth["main"] > 0, self._depth["article"] > 0
            links = 0 if self._has_plain_text else self._links
            self.paragraphs.append(_Paragraph(text, *place, links))
        # Where an end tag was forgotten, the rest of the report is no link.
        self._links, self._in_link, self._has_plain_text = 0, False, False


def _without_menus(paragraphs: list[_Paragraph]) -> list[_Paragraph]:
    """The paragraphs without those that are links alone, where three links or more follow."""
    kept: list[_Paragraph] = []
    for is_linked, group in groupby(paragraphs, key=lambda paragraph: paragraph.links > 0):
        run = list(group)
        if not is_linked or sum(paragraph.links for paragraph in run) < _MENU:
            kept += run
    return kept


def _length(paragraphs: list[_Paragraph]) -> int:
    return sum(len(paragraph.text) for paragraph in paragraphs)


def _decoded(source: str) -> str:
    """Character references decoded, once."""
    if "&" not in source:
        return source
    # `html.unescape` fails on numbers that Python refuses to read.
    return html.unescape(_LONG_REFERENCE.sub("\N{REPLACEMENT CHARACTER}", source))
