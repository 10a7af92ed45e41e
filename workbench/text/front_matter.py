"""The block of `key: value` lines that may open a text file.

Only the block's edges, and of its lines only known keys with one-line values, are read: a YAML
loader would bring types, references and parsing bombs into a file from anybody. The block stays in
the article's offsets; `FrontMatter.end` says where the text begins.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from workbench.text.article import Metadata
from workbench.text.cleaning import clean_line
from workbench.text.dates import find_dates

if TYPE_CHECKING:
    from collections.abc import Mapping

_LARGEST = 16_384
"""Code points; a longer block is text that happens to begin with a rule."""
_LONGEST_VALUE = 500
_OPENING = re.compile(r"---[ \t]*(?:\r\n?|\n)")
_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
_ENTRY = re.compile(r"([A-Za-z][\w-]{0,40})[ \t]*:(?:[ \t]+(.*))?$")
_LINE_END = re.compile(r"\r\n?|\n")
_KEYS = frozenset({"title", "publisher", "author", "date", "url", "language"})


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What a front matter block says.

    Attributes:
        metadata: Values of the known keys.
        end: Where the text begins, in code points; the start if there is no block.
        notices: One sentence each on a value that was not understood.
    """

    metadata: Metadata
    end: int
    notices: tuple[str, ...] = ()


def read_front_matter(decoded: str, start: int = 0) -> FrontMatter:
    """Read the front matter of a decoded file, if it has one.

    Args:
        decoded: The file as decoded, line ends untouched.
        start: Where the block may begin (after a byte order mark).

    Returns:
        The known values; a block without any known key is taken for text.
    """
    nothing = FrontMatter(Metadata(), start)
    opening = _OPENING.match(decoded, start)
    if opening is None:
        return nothing
    window = decoded[opening.end() : opening.end() + _LARGEST]
    # A CR of CRLF would keep `$` from matching; a blank in its place keeps the offsets.
    closing = _CLOSING.search(window.replace("\r\n", " \n").replace("\r", "\n"))
    if closing is None:
        return nothing
    values: dict[str, str] = {}
    for line in _LINE_END.split(window[: closing.start()]):
        entry = _ENTRY.match(line.rstrip())
        if entry is not None:
            values.setdefault(entry[1].lower(), _value(entry[2] or ""))
    if not values.keys() & _KEYS:
        return nothing
    end = opening.end() + closing.end()
    line_end = _LINE_END.match(decoded, end)
    notices: tuple[str, ...] = ()
    written = values.get("date", "")
    day = parse_date(written)
    if written and day is None:
        notices = (f"Its date “{written}” was not understood; write it like 2024-03-29.",)
    metadata = Metadata(
        title=values.get("title", ""),
        publisher=values.get("publisher", ""),
        author=values.get("author", ""),
        date=day,
        url=values.get("url", ""),
        language=values.get("language", ""),
    )
    return FrontMatter(metadata, line_end.end() if line_end else end, notices)


def write_front_matter(metadata: Metadata, more: Mapping[str, str]) -> str:
    r"""A block that `read_front_matter` reads as the same values.

    >>> print(write_front_matter(Metadata(title="A: b"), {"extractor": "x"}), end="")
    ---
    title: "A: b"
    extractor: "x"
    ---

    Args:
        metadata: What is known of the article; of what is not known there is no line.
        more: Further lines, for people and other programs.
    """
    values = {
        "title": metadata.title,
        "publisher": metadata.publisher,
        "author": metadata.author,
        "date": metadata.date.isoformat() if metadata.date else "",
        "url": metadata.url,
        "language": metadata.language,
        **more,
    }
    lines = [
        f"{name}: {value if name == 'date' else _quoted(value)}"
        for name, value in values.items()
        if value
    ]
    return "\n".join(["---", *lines, "---", ""])


def _quoted(value: str) -> str:
    escaped = clean_line(value, _LONGEST_VALUE).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def parse_date(written: str) -> date | None:
    """Read a day as ISO 8601 or in words ("29 March 2024"); None if it names no single day."""
    try:
        return date.fromisoformat(written[:10])
    except ValueError:
        days = [m for m in find_dates(written) if m.lo is not None and m.year_known]
    return days[0].lo if len(days) == 1 and days[0].lo == days[0].hi else None


def _value(written: str) -> str:
    """A scalar as plain text: quotes taken off, a comment cut, block indicators ignored."""
    written = written.strip()
    if len(written) > 1 and written[0] == written[-1] == '"':
        value = re.sub(r"\\([\\\"/])", r"\1", written[1:-1])
    elif len(written) > 1 and written[0] == written[-1] == "'":
        value = written[1:-1].replace("''", "'")
    else:
        value = written.split(" #", 1)[0]
        if value in {">", "|", ">-", "|-", "~", "null"}:
            value = ""
    return clean_line(value, _LONGEST_VALUE)
