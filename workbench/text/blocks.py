"""Paragraphs, headings and furniture: what the lines of an article are to a reader.

Blank lines part blocks. Whether a single line end does too depends on the file. In a file wrapped
at a fixed width each line is filled: the first word of the next would not have fitted. Such line
ends are blanks. In every other file a line is a block of its own (one sentence a line, a heading, a
byline), unless the next line goes on with a small letter and is not a dateline ("on 14 September,
updated at 9:05 p.m.").

Furniture is what a page puts around a report: credits, captions, "SEE ALSO", bylines. It is shown,
but never offered as a claim, so the rules are narrow: a miss costs a glance, a false hit a claim.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from workbench.text.article import Block, BlockKind
from workbench.text.claimable import is_dateline

if TYPE_CHECKING:
    from collections.abc import Iterator

_NARROWEST, _WIDEST = 40, 120
"""Columns that files are wrapped at."""
_RAGGED = 10
"""How many columns short of the width a filled line may stay."""
_MOSTLY = 0.8
"""The share of line ends that must be filled for a file to count as wrapped."""

_LONGEST_HEADING = 110
_LONGEST_CAPTION = 700
_MARKDOWN_HEADING = re.compile(r"#{1,6}[ \t]")
_ITEM = re.compile(r"(?:[-–—•*·▪>|]|\d{1,3}[.)])[ \t]")
_ENDS_LIKE_A_SENTENCE = re.compile(r"[.!?…:;,。！？؟۔।][\"'”’»)\]]{0,3}$|[\"”»]$")

_AGENCIES = (
    "AP|AFP|Reuters|REUTERS|EPA|EFE|DPA|dpa|TASS|Getty Images|Getty|AP Photo|Shutterstock|Alamy|"
    "Bloomberg|Anadolu|Xinhua|Sputnik|NurPhoto|iStock"
)
_CREDIT = re.compile(
    rf"(?:\((?:file(?: photo)?|archive|illustration|photo by [^()]{{1,60}})\)"
    rf"|(?:/\s?|\bvia |\(|©\s?|Photo: |Credit: )(?:{_AGENCIES})(?:/[\w .]{{1,40}})?\)?"
    r"|(?:Getty Images|AP Photo)(?:/[\w .]{1,40})?\)?)$",
    re.IGNORECASE,
)
_DAYS = (
    r"(?:MON|TUE|WED|THU|FRI|SAT|SUN|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[A-Z]{0,6}\b"
)
_OPENS_FURNITURE = re.compile(
    r"(?:SEE ALSO|READ (?:MORE|ALSO)|RELATED(?: STORIES| ARTICLES)?:|ALSO READ|ADVERTISEMENT\W*$"
    r"|MORE (?:ON|FROM)\b[^.]{0,60}$|SIGN UP|SUBSCRIBE|FOLLOW US|SHARE THIS|CLICK HERE|WATCH:"
    r"|LISTEN:|PHOTOS?:|IMAGES?:|CREDIT:|CAPTION:|SOURCE:|TAGS?:|COMMENTS\W*$"
    r"|COPYRIGHT\s?(?:©|\(c\)|\d{4})|©|ALL RIGHTS RESERVED|WRITE TO \w|CONTACT \w+ AT\b"
    r"|\(?(?:REPORTING|EDITING) BY\b[^.]{0,200}(?:;|$)|ADDITIONAL REPORTING\b"
    rf"|(?:FIRST |LAST )?(?:PUBLISHED|UPDATED|POSTED)(?::| (?:ON |AT )?(?:\d|{_DAYS}))|https?://\S+$)",
    re.IGNORECASE,
)
_BYLINE = re.compile(r"(?:By|BY|Von|Par|Por) (?:[A-Z][\w.'’-]{0,30},? ?(?:and )?){1,8}$")
_DATELINE = re.compile(r"[A-Z][A-Z .,]{2,40}(?:, \w{3,9}\.? \d{1,2}(?:, \d{4})?|\([A-Z]\w+\))$")


@dataclass(frozen=True, slots=True)
class Layout:
    """The blocks of a text, and the text with the line ends inside them that are only wrapping.

    Attributes:
        blocks: In order, not overlapping, blanks around them left out.
        flowing: The text with each such line end replaced by a blank: the same length.
    """

    blocks: tuple[Block, ...]
    flowing: str


_Line = tuple[int, int]


def lay_out(text: str, start: int = 0) -> Layout:
    r"""Find the blocks of a text.

    Args:
        text: With `"\n"` as its only line end (`workbench.text.cleaning` sees to that).
        start: Where the article begins, after its front matter.
    """
    chunks = list(_chunks(text, start))
    width = _wrapping_width(text, chunks)
    runs: list[_Line] = []
    for lines in chunks:
        begin, end = lines[0]
        for line in lines[1:]:
            if _goes_on(text, (begin, end), line, width):
                end = line[1]
            else:
                runs.append((begin, end))
                begin, end = line
        runs.append((begin, end))
    pieces, done = [], 0
    for begin, end in runs:
        if text.find("\n", begin, end) >= 0:
            pieces += [text[done:begin], text[begin:end].replace("\n", " ")]
            done = end
    pieces.append(text[done:])
    flowing = "".join(pieces)
    blocks = tuple(
        Block(_kind(flowing[begin:end], is_first=i == 0), begin, end)
        for i, (begin, end) in enumerate(runs)
    )
    return Layout(blocks, flowing)


def _chunks(text: str, start: int) -> Iterator[list[_Line]]:
    """Runs of lines between blank ones; lines as spans without the blanks around them."""
    lines: list[_Line] = []
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        line = text[start:end]
        content = line.strip()
        if content:
            begin = start + len(line) - len(line.lstrip())
            lines.append((begin, begin + len(content)))
        elif lines:
            yield lines
            lines = []
        start = end + 1
    if lines:
        yield lines


def _wrapping_width(text: str, chunks: list[list[_Line]]) -> int | None:
    """The column that the file is wrapped at, or None if it is not wrapped."""
    pairs = [(line, following) for lines in chunks for line, following in pairwise(lines)]
    if not pairs:
        return None
    width = max(end - start for lines in chunks if len(lines) > 1 for start, end in lines)
    if not _NARROWEST <= width <= _WIDEST:
        return None
    filled = [pair for pair in pairs if _is_filled(text, *pair, width)]
    open_ended = [
        pair for pair in filled if not _ENDS_LIKE_A_SENTENCE.search(text[slice(*pair[0])])
    ]
    # Where most filled lines end in a full stop, lines are sentences that happen to be long.
    is_wrapped = len(filled) >= _MOSTLY * len(pairs) and 2 * len(open_ended) >= len(filled)
    return width if is_wrapped else None


def _is_filled(text: str, line: _Line, following: _Line, width: int) -> bool:
    """Whether the first word of the next line would not have fitted on this one."""
    word = text.find(" ", following[0], following[1])
    first_word = (word if word >= 0 else following[1]) - following[0]
    return line[1] - line[0] + 1 + first_word > width - _RAGGED


def _goes_on(text: str, run: _Line, following: _Line, width: int | None) -> bool:
    """Whether a line end is only wrapping."""
    if _ITEM.match(text, following[0]) or _MARKDOWN_HEADING.match(text, run[0]):
        return False
    if width is not None:
        last = (max(run[0], text.rfind("\n", run[0], run[1]) + 1), run[1])
        return _is_filled(text, last, following, width)
    return (
        text[following[0]].islower()
        and not _ENDS_LIKE_A_SENTENCE.search(text[max(run[0], run[1] - 4) : run[1]])
        and not _is_dateline(text[slice(*following)])
    )


def _kind(block: str, *, is_first: bool) -> BlockKind:
    if _MARKDOWN_HEADING.match(block):
        return BlockKind.HEADING
    if _is_furniture(block):
        return BlockKind.FURNITURE
    longest = _LONGEST_HEADING * (2 if is_first else 1)
    is_heading = (
        len(block) <= longest
        and not _ENDS_LIKE_A_SENTENCE.search(block[-5:])
        and not _ITEM.match(block)
        and not block[0].islower()
    )
    return BlockKind.HEADING if is_heading else BlockKind.PARAGRAPH


def _is_furniture(block: str) -> bool:
    if not any(character.isalnum() for character in block[:200]):
        return True
    if _OPENS_FURNITURE.match(block) and len(block) <= _LONGEST_CAPTION:
        return True
    if len(block) <= _LONGEST_CAPTION and _CREDIT.search(block[-120:]):
        return True
    if len(block) > _LONGEST_HEADING:
        return False
    return bool(_BYLINE.match(block) or _DATELINE.match(block)) or _is_dateline(block)


def _is_dateline(line: str) -> bool:
    """Whether a line says when the report was published, and is no end of a sentence."""
    if len(line) > _LONGEST_HEADING or _ENDS_LIKE_A_SENTENCE.search(line[-5:]):
        return False
    return any(character.isdigit() for character in line) and is_dateline(line)
