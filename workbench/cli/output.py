"""Everything that a command prints goes through here: data to stdout, words for people to stderr.

Articles, records, file names and arguments are untrusted; no control or bidi character of theirs
reaches the terminal. Text for people is plain lines, wrapped, without colour or box drawing: a
screen reader and a pipe read the same.
"""

from __future__ import annotations

import json
import shutil
import sys
import textwrap
from typing import TYPE_CHECKING, Any, TextIO

from workbench.text.cleaning import clean, clean_line, escape_json

if TYPE_CHECKING:
    from collections.abc import Iterable

_WIDEST = 100
"""Columns; longer lines are hard to read."""


def prepare_streams() -> None:
    """Make printing never fail on a character that the terminal's encoding does not have."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


def tell(sentence: str) -> None:
    """Say something to the person, on stderr."""
    print(clean(sentence), file=sys.stderr)


def print_data(line: str) -> None:
    """Print one line of data."""
    print(clean_line(line))


def print_json(value: Any) -> None:
    """Print a JSON document; what could act on a terminal is escaped, so nothing is lost."""
    text = json.dumps(value, ensure_ascii=not _speaks_unicode(sys.stdout), indent=2)
    print(escape_json(text))


def print_heading(text: str) -> None:
    """Print the head of a section, with a blank line before it."""
    print()
    print_text(text)


def print_text(text: str, *, indent: int = 0, hanging: int = 0) -> None:
    """Print one paragraph, wrapped.

    Args:
        text: What to print; line breaks in it become blanks.
        indent: Blanks before every line.
        hanging: Further blanks before every line but the first.
    """
    columns = shutil.get_terminal_size().columns if sys.stdout.isatty() else _WIDEST
    lines = textwrap.wrap(
        clean_line(text),
        width=max(30, min(columns, _WIDEST)),
        initial_indent=" " * indent,
        subsequent_indent=" " * (indent + hanging),
        break_long_words=False,
        break_on_hyphens=False,
    )
    print("\n".join(lines))


def print_facts(facts: Iterable[tuple[str, str]], *, indent: int) -> None:
    """Print a line for each fact that says something: "Conclusion: …"."""
    for name, value in facts:
        if value.strip():
            print_text(f"{name}: {value}", indent=indent, hanging=2)


def _speaks_unicode(stream: TextIO) -> bool:
    return (getattr(stream, "encoding", None) or "").lower().replace("-", "").startswith("utf")
