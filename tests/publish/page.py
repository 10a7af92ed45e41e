"""A web page taken apart by the parser of the standard library."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import NamedTuple

_VOID = {"meta", "input"}


class Element(NamedTuple):
    tag: str
    attributes: dict[str, str | None]


class Page(HTMLParser):
    """A page's elements, its style, and the text inside each element that has an id.

    Attributes:
        inside: All text, by id.
        words: Without the claims' numbers.
    """

    def __init__(self, data: bytes) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[Element] = []
        self.inside: dict[str, str] = {}
        self.words: dict[str, str] = {}
        self.style = ""
        self._open: list[Element] = []
        self.feed(data.decode())
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len(attrs) == len(dict(attrs)), attrs
        self.elements.append(Element(tag, dict(attrs)))
        if tag not in _VOID:
            self._open.append(self.elements[-1])

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop().tag == tag

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1].tag == "style":
            self.style += data
            return
        for element in self._open:
            name = element.attributes.get("id")
            if name:
                self.inside[name] = self.inside.get(name, "") + data
                if not _is_number(self._open[-1]):
                    self.words[name] = self.words.get(name, "") + data

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment: {data}")

    def values(self, attribute: str) -> list[str]:
        """Every value of an attribute."""
        found = (element.attributes.get(attribute) for element in self.elements)
        return [value for value in found if value is not None]


def _is_number(element: Element) -> bool:
    return (element.attributes.get("class") or "").startswith("n ")
