"""A saved web page becomes an article of a case: its text, what is known of it, and the page.

The article is a text file with front matter, so that what was judged stays as it was judged when an
extractor changes its mind in a later version. The page is kept beside it, byte for byte, and the
front matter has its hash: who doubts the text can look. Nothing that is there is ever overwritten.
"""

from __future__ import annotations

import hashlib
import re
import secrets
import stat
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.records import disk
from workbench.review.case import folder_for_articles
from workbench.review.errors import ReviewError
from workbench.text.cleaning import clean, clean_line
from workbench.text.decoding import NotText, decode
from workbench.text.front_matter import write_front_matter
from workbench.text.html_text import TooManyTags
from workbench.text.reading import ArticleError, read_bytes
from workbench.text.webpages import read_web_page

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from workbench.text.article import Metadata

ORIGINALS = "originals"
"""The folder beside the articles that pages are kept in; articles are not looked for in it."""

_SHORTEST = 80
"""Code points of text; a page with less shows a menu, a paywall or an error."""

_PLAIN = re.compile(r"[^\w.-]+")
_LONGEST_NAME = 80
_MAIL_HEADER = re.compile(
    rb"(?:[A-Za-z][A-Za-z-]{0,60}:[^\n]{0,2000}\r?\n(?:[ \t][^\n]{0,2000}\r?\n){0,50}){0,60}?"
    rb"(?:from|received|return-path|message-id|mime-version|delivered-to):",
    re.IGNORECASE,
)
_KINDS = (
    (b"%PDF-", "a PDF", "save its text as .txt (pdftotext does it)"),
    (b"PK\x03\x04", "an office document or a ZIP archive", "save its text as .txt"),
    (b"\xd0\xcf\x11\xe0", "an old office document", "save its text as .txt"),
    (b"{\\rtf", "an RTF document", "save its text as .txt"),
    (b"bplist00", "a Safari web archive", "save the page as HTML"),
    (b"\x89PNG", "a picture", "type out what it says, as .txt"),
    (b"\xff\xd8\xff", "a picture", "type out what it says, as .txt"),
    (b"GIF8", "a picture", "type out what it says, as .txt"),
    (b"RIFF", "a picture or a recording", "type out what it says, as .txt"),
    (b"\x1f\x8b", "compressed", "unpack it first"),
)
_A_MESSAGE = "an e-mail or a web archive (MHTML)"
_MARKUP = re.compile(rb"<(?:!doctype|html|head|body|article|div|p|meta|title)\b", re.IGNORECASE)


class NotTakenIn(ReviewError):  # noqa: N818
    """A file did not become an article, and nothing was written; the message says why."""


@dataclass(frozen=True, slots=True)
class TakenIn:
    """An article made of a page.

    Attributes:
        article: The article's file.
        original: The page's.
        metadata: What the page says of itself.
        notices: One sentence each on what a person should know of it, safe to show.
    """

    article: Path
    original: Path
    metadata: Metadata
    notices: tuple[str, ...]


def take_in(page: Path, case: Path, today: date) -> TakenIn:
    """Make an article of a saved page.

    Args:
        page: The file; it is only read.
        case: The case's folder.
        today: Goes into the front matter.

    Raises:
        NotTakenIn: It is no web page, nothing was found in it, or its article is there already.
        CaseError: There is no such case.
    """
    root, folder = folder_for_articles(case)
    shown = clean_line(str(page))
    data, source = read_page(page)
    try:
        found = read_web_page(source)
    except TooManyTags as error:
        raise NotTakenIn(f"{shown} {error}; save its text as .txt.") from None
    text = clean(found.text).strip("\n")
    if len(text) < _SHORTEST:
        raise NotTakenIn(
            f"No report was found in {shown}; it may show a menu, a paywall or an error only. Save "
            "the report's text as .txt."
        )
    digest = hashlib.sha256(data).hexdigest()
    stem = _PLAIN.sub("-", page.stem).strip("-.")[:_LONGEST_NAME] or "page"
    article = folder / f"{stem}.txt"
    original = folder / ORIGINALS / f"{stem}{page.suffix.lower()}"
    about = {
        "original": original.relative_to(folder).as_posix(),
        "original_sha256": digest,
        "extractor": found.extractor,
        "imported": today.isoformat(),
    }
    made = f"{write_front_matter(found.metadata, about)}\n{text}\n".encode("utf-8", "replace")
    for path in (article, original):
        if path.exists() or path.is_symlink():
            taken = clean_line(path.relative_to(root).as_posix())
            raise NotTakenIn(f"{shown} was not imported: {taken} is there already.")
    try:
        original.parent.mkdir(parents=True, exist_ok=True)
        _write_new(original, data)
        try:
            _write_new(article, made)
        except BaseException:
            disk.remove(original)
            raise
    except OSError as error:
        reason = disk.in_words(error)
        raise NotTakenIn(f"{shown} was not imported: {reason}.") from error
    return TakenIn(article, original, found.metadata, found.notices)


def read_page(page: Path) -> tuple[bytes, str]:
    """A saved page's bytes and its source, decoded.

    Raises:
        NotTakenIn: It is no web page, but for example a PDF.
    """
    shown = clean_line(str(page))
    try:
        if stat.S_ISDIR(page.stat().st_mode):
            raise NotTakenIn(f"{shown} is a folder; name the pages that are in it.")
        data = read_bytes(page, str(page))
        if not data.strip():
            raise NotTakenIn(f"{shown} is empty; save the page again.")
        kind, advice = _kind(data)
        if kind:
            raise NotTakenIn(f"{shown} is {kind}, no web page; {advice}.")
        source = decode(data, is_html=True).text
    except FileNotFoundError:
        raise NotTakenIn(f"There is no file {shown}.") from None
    except OSError as error:
        raise NotTakenIn(f"{shown} cannot be read: {disk.in_words(error)}.") from None
    except ArticleError as error:
        raise NotTakenIn(f"{error}") from None
    except NotText as error:
        raise NotTakenIn(f"{shown} {error}; it is no web page.") from None
    if _MARKUP.search(data[:100_000]) is None and "<" not in source[:1000]:
        raise NotTakenIn(f"{shown} is no web page; copy plain text into the articles folder.")
    return data, source


def _kind(data: bytes) -> tuple[str, str]:
    """What a file is that is no web page, and what to do about it; empty if it may be one."""
    for start, kind, advice in _KINDS:
        if data.startswith(start):
            return kind, advice
    if _MAIL_HEADER.match(data[:20_000]):
        return _A_MESSAGE, "save the message's text as .txt, or the page as HTML"
    return "", ""


def _write_new(path: Path, data: bytes) -> None:
    """Write a file that does not exist yet, wholly or not at all."""
    temporary = path.with_name(f".{secrets.token_hex(8)}.tmp")
    try:
        disk.write_synced(disk.open_new(temporary, 0o666), data)
        disk.name_new(temporary, path)
    finally:
        disk.remove(temporary)
    disk.sync_folder(path.parent)
