"""Reading a source file into an article: the one place of this layer that touches the disk.

A case folder may come from anybody, so a file is opened without following a link and without
waiting for what never ends, and only a regular file of bounded size is read. It is never written.
"""

from __future__ import annotations

import errno
import hashlib
import os
import re
import stat
from dataclasses import replace
from typing import TYPE_CHECKING

from workbench.text.article import Article, Block, BlockKind, Sentence
from workbench.text.blocks import lay_out
from workbench.text.claimable import is_claimable, is_claimable_heading
from workbench.text.cleaning import clean, clean_line
from workbench.text.decoding import DecodedText, NotText, decode
from workbench.text.front_matter import read_front_matter
from workbench.text.html_text import TooManyTags
from workbench.text.sentences import count_possible_ends, split_sentences
from workbench.text.suspicion import suspicions
from workbench.text.webpages import read_web_page

if TYPE_CHECKING:
    from pathlib import Path

MAX_BYTES = 8 * 1024 * 1024
"""The largest file that is read; a saved page may have its pictures in it."""

MAX_CHARACTERS = 2_000_000
"""Code points of the longest text that is taken in: some 60 times a long report."""

MAX_SENTENCE_ENDS = 100_000
"""Places where a sentence may end: three times as many as so long a text has in plain prose."""

HTML_SUFFIXES = frozenset({".html", ".htm", ".xhtml"})

_LONGEST_TITLE = 300
_NOTHING_FOUND = "No report was found in the page; save its text as a plain text file."
_BREAKS_BESIDES_LF = re.compile("[\u2028\u2029\x85\x0b\x0c]")
_MARKDOWN_MARKS = re.compile(r"^#{1,6}[ \t]+|[ \t]+#{1,6}$")


class ArticleError(Exception):
    """A source file that cannot be read as an article.

    Attributes:
        source: The path as given, unsafe to show.
        reason: What is wrong and what to do, as a clause with "it" for its subject.
    """

    def __init__(self, source: str, reason: str) -> None:
        super().__init__(source, reason)
        self.source = source
        self.reason = reason

    def __str__(self) -> str:
        """One sentence for a person, safe to show."""
        return f"{clean_line(self.source, _LONGEST_TITLE)} cannot be read: it {self.reason}."


def read_article(path: Path, source: str) -> Article:
    """Read a source file.

    Args:
        path: Where it is.
        source: What it is called in the case: its path relative to the case.

    Returns:
        The article, with its text cleaned and its sentences found.

    Raises:
        ArticleError: It is no regular file, too large, no text, or may not be read.
    """
    data = read_bytes(path, source)
    is_html = path.suffix.lower() in HTML_SUFFIXES
    try:
        file = decode(data, is_html=is_html)
    except NotText as error:
        raise ArticleError(source, f"{error}; save it as plain UTF-8 text") from None
    digest = hashlib.sha256(data).hexdigest()
    if is_html:
        return _web_article(path, source, file, digest)
    start = 1 if file.text.startswith("\ufeff") else 0
    front = read_front_matter(file.text, start)
    article = Article(
        source=source,
        decoded=file.text,
        text=clean(file.text),
        sha256=digest,
        encoding=file.encoding,
        metadata=front.metadata,
        body_start=front.end,
        notices=file.notices + front.notices,
    )
    return _with_sentences(article, path)


def _web_article(path: Path, source: str, file: DecodedText, digest: str) -> Article:
    try:
        page = read_web_page(file.text)
    except TooManyTags as error:
        raise ArticleError(source, f"{error}; save its text as plain text") from None
    article = Article(
        source=source,
        decoded=page.text,
        text=clean(page.text),
        sha256=digest,
        encoding=file.encoding,
        metadata=page.metadata,
        notices=file.notices + (page.notices if page.text else (_NOTHING_FOUND,)),
        extractor=page.extractor,
    )
    return _with_sentences(article, path)


def read_bytes(path: Path, source: str) -> bytes:
    """The bytes of a regular file of bounded size.

    Args:
        path: Where it is.
        source: What to call it in an error.

    Raises:
        ArticleError: It is none, or may not be read.
    """
    # No link is followed, and opening a named pipe does not wait for a writer.
    flags = os.O_RDONLY
    for name in ("O_NOFOLLOW", "O_NONBLOCK", "O_CLOEXEC", "O_BINARY", "O_NOCTTY"):
        flags |= getattr(os, name, 0)
    try:
        if path.is_symlink():
            raise ArticleError(source, "is a link; put a copy of the file in its place")
        descriptor = os.open(path, flags)
        with os.fdopen(descriptor, "rb") as file:
            status = os.fstat(file.fileno())
            if not stat.S_ISREG(status.st_mode):
                raise ArticleError(source, "is not a regular file; take it out of the folder")
            data = file.read(MAX_BYTES + 1)
    except ValueError:  # A null character in the name.
        raise ArticleError(source, "has a name that no file can have") from None
    except OSError as error:
        raise ArticleError(source, _reason(error)) from None
    if len(data) > MAX_BYTES:
        limit = f"{MAX_BYTES // 1024**2} MB"
        raise ArticleError(source, f"is larger than {limit}; split it or take it out of the folder")
    return data


def _reason(error: OSError) -> str:
    reasons = {
        errno.ENOENT: "is not there any more; open the case again",
        errno.EACCES: "may not be read by you; change its permissions",
        errno.EPERM: "may not be read by you; change its permissions",
        errno.ELOOP: "is a link; put a copy of the file in its place",
        errno.EISDIR: "is a folder; take it out of the list of sources",
        errno.ENXIO: "is not a regular file; take it out of the folder",
    }
    said = error.strerror or type(error).__name__
    return reasons.get(error.errno or 0, f"gave an error ({said.lower()}); try again")


def _with_sentences(article: Article, path: Path) -> Article:
    """The article with its blocks, sentences, title and notices.

    Raises:
        ArticleError: There is too much to read; so much is no report.
    """
    if len(article.decoded) > MAX_CHARACTERS:
        reason = f"has more than {MAX_CHARACTERS:,} characters; split it into its chapters"
        raise ArticleError(article.source, reason)
    text = _with_line_feeds(article)
    if count_possible_ends(text) > MAX_SENTENCE_ENDS:
        reason = f"has more than {MAX_SENTENCE_ENDS:,} full stops and line ends"
        raise ArticleError(article.source, f"{reason}; split it or take it out of the folder")
    layout = lay_out(text, article.body_start)
    sentences: list[Sentence] = []
    for number, block in enumerate(layout.blocks):
        for start, end in split_sentences(layout.flowing, block.start, block.end):
            claimable = _can_assert(block.kind, text[start:end])
            sentences.append(Sentence(len(sentences), start, end, number, claimable))
    title = article.metadata.title or _first_heading(text, layout.blocks) or path.stem
    return replace(
        article,
        metadata=replace(article.metadata, title=clean_line(title, _LONGEST_TITLE)),
        blocks=layout.blocks,
        sentences=tuple(sentences),
        notices=article.notices + _notices(article, sentences),
    )


def _can_assert(kind: BlockKind, text: str) -> bool:
    if kind is BlockKind.HEADING:
        return is_claimable_heading(text)
    return kind is BlockKind.PARAGRAPH and is_claimable(text)


def _with_line_feeds(article: Article) -> str:
    """The text with a line feed for whatever other programs take for a line end.

    It is one to the eye, though shown as a stand-in.
    """
    pieces, done = [], 0
    for match in _BREAKS_BESIDES_LF.finditer(article.decoded):
        pieces += [article.text[done : match.start()], "\n"]
        done = match.end()
    return "".join([*pieces, article.text[done:]]) if pieces else article.text


def _first_heading(text: str, blocks: tuple[Block, ...]) -> str:
    for block in blocks[:3]:
        if block.kind is BlockKind.HEADING:
            return _MARKDOWN_MARKS.sub("", text[block.start : block.end])
    return ""


def _notices(article: Article, sentences: list[Sentence]) -> tuple[str, ...]:
    odd = suspicions(article.decoded, article.body_start)
    if sentences or article.extractor:
        return odd
    return ("It has no text." if article.decoded.strip() else "It is empty.", *odd)
