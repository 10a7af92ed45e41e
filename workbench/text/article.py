"""What an article is, once it has been read: the words every layer above speaks in.

Every position in the program is an offset in Unicode code points of the *decoded* file
(end exclusive), front matter included. `decoded` and `text` have the same length: `text` is the
decoded file with each character that a terminal might act upon replaced by one visible character.
Nothing here touches the disk; `workbench.text.reading` does.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date


class BlockKind(StrEnum):
    """What a run of lines is to a reader."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    FURNITURE = "furniture"
    """Datelines, credits, captions, "SEE ALSO" lines: shown, never offered as claims."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading or other run of lines, `start` to `end` in code points."""

    kind: BlockKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """A span of an article that reads as one sentence.

    Attributes:
        index: Its place among the article's sentences, from 0.
        start: First code point.
        end: One past the last code point.
        block: Index of the block that it stands in.
        claimable: Whether it can assert something: headings that only name what follows,
            furniture and fragments cannot.
    """

    index: int
    start: int
    end: int
    block: int
    claimable: bool


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a file's front matter says of it; every value is untrusted text, already cleaned."""

    title: str = ""
    publisher: str = ""
    author: str = ""
    date: date | None = None
    url: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Article:
    """One source file as read.

    Attributes:
        source: Path relative to the case, with forward slashes. Untrusted: clean it to show it.
        decoded: The file as decoded, nothing changed: what a quote in a record is cut from.
        text: `decoded` made safe to show, same length. The same object where nothing was unsafe.
        sha256: Hex digest of the file's bytes.
        encoding: The encoding it was decoded with, as Python names it.
        metadata: From the front matter, the title falling back to the first heading or file name.
        body_start: Where the text begins, after the front matter (0 if there is none).
        blocks: In order, not overlapping; blank lines and front matter lie between them.
        sentences: In order, not overlapping.
        extractor: What took the text out of a web page ("trafilatura 2.0.0"); then `decoded` is
            the extracted text. Empty for a text file.
        notices: One clear sentence each on what a reader should know ("2 control characters are
            shown as ␛ and the like").
    """

    source: str
    decoded: str
    text: str
    sha256: str
    encoding: str
    metadata: Metadata = field(default_factory=Metadata)
    body_start: int = 0
    blocks: tuple[Block, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    notices: tuple[str, ...] = ()
    extractor: str = ""

    def sentence_text(self, index: int) -> str:
        """The sentence's text, safe to show."""
        sentence = self.sentences[index]
        return self.text[sentence.start : sentence.end]
