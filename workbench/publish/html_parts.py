"""HTML that cannot be broken out of: text and attributes are escaped by their type.

A function that builds a part of the page takes and returns `Html`; a plain `str` becomes `Html` in
`text` alone, which escapes it, and in attributes, which are escaped as well. mypy holds it.
"""

from __future__ import annotations

import html
from typing import TYPE_CHECKING, NewType

from workbench.text.addresses import web_address
from workbench.text.cleaning import clean, clean_line

if TYPE_CHECKING:
    from collections.abc import Iterable

Html = NewType("Html", str)
"""Text that is markup already."""

NOTHING = Html("")
_VOID = frozenset({"input", "meta"})
_INLINE = frozenset({"a", "b", "em", "i", "label", "mark", "span", "strong", "time"})
"""After every other element a line ends, so that two exports can be compared line by line."""


def text(words: str) -> Html:
    """Words as text: nothing in them is markup, and nothing acts on who reads the source."""
    return Html(html.escape(clean(words)))


def element(name: str, /, *children: Html, cls: str = "", **attributes: str | bool) -> Html:
    """An element.

    Args:
        name: Of the tag.
        children: What is in it.
        cls: Its classes.
        attributes: Others; `_` in a name stands for `-`, at its end for nothing (`for_`). True
            gives an attribute without a value, False none.
    """
    given: dict[str, str | bool] = {"class": cls} if cls else {}
    given |= {key.rstrip("_").replace("_", "-"): value for key, value in attributes.items()}
    written = "".join(
        f" {key}" if value is True else f' {key}="{html.escape(clean(str(value)))}"'
        for key, value in given.items()
        if value is not False
    )
    inside = "" if name in _VOID else f"{join(children)}</{name}>"
    line_end = "" if name in _INLINE else "\n"
    return Html(f"<{name}{written}>{inside}{line_end}")


def join(parts: Iterable[Html], between: str = "") -> Html:
    """Parts one after another; what stands between them is text."""
    return Html(text(between).join(parts))


def paragraphs(words: str, cls: str = "") -> Html:
    """Text with its paragraphs and line ends, each paragraph an element."""
    parts = (part.strip() for part in clean(words).split("\n\n"))
    return join(
        element("p", join(map(text, part.split("\n")), "\n"), cls=cls, dir="auto")
        for part in parts
        if part
    )


def outward(address: str, words: Html) -> Html:
    """Words that link to the web; the address as mere text if it is none of the web.

    The page that is led to is not told where its reader came from.
    """
    found = web_address(address)
    if not found:
        return text(clean_line(address))
    return element("a", words, href=found, rel="noopener noreferrer nofollow")


def is_language(tag: str) -> bool:
    """Whether a language tag may stand in `lang` ("en", "pt-BR")."""
    parts = tag.split("-")
    return all(p.isascii() and p.isalnum() and len(p) <= 8 for p in parts) and len(parts[0]) in (
        2,
        3,
    )
