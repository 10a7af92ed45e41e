"""Where the lines of a text begin in a column of a terminal: offsets only, no strings made.

Measured on 835 kB of news, wrapping by `rich.Text` or Textual's `Content` takes half a second;
cutting at the last blank that fits takes some twenty milliseconds where every character is one cell
wide, which is nearly everywhere. Text with wide, joined or combining characters is measured with
Rich's tables, the ones that the screen is drawn by.
"""

from __future__ import annotations

import re
from array import array
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_ONE_CELL_EACH = re.compile(
    "[ -~\n\u00a0-\u02ff\u0370-\u0482\u2010-\u2027\u2030-\u205e\u2070-\u209c\u20a0-\u20c0"
    "\u2190-\u2199\u2400-\u2426\ufffd]*"
)
_ZERO_WIDTH_JOINER = "\u200d"
_NOT_FIRST = frozenset("、。，．：；？！）」』】〉》〕％ー々”’")
"""Wide marks that may not begin a line."""


def wrap(text: str, start: int, end: int, width: int) -> array[int]:
    """Wrap one block of a text.

    Lines break after blanks, and before or after wide characters; a word that is longer than the
    line is broken, between grapheme clusters. The blanks at the end of a line belong to it and may
    stand out over its edge: they need not be drawn. A line feed counts as a blank.

    Args:
        text: Clean text (`workbench.text.cleaning`).
        start: First code point of the block.
        end: One past its last.
        width: Of the column, in terminal cells; at least one cell is used.

    Returns:
        The offset in `text` at which each line begins, `start` first, so never empty. Line `n` ends
        where the next begins, and the last at `end`.
    """
    width = max(1, width)
    block = text[start:end].replace("\n", " ")
    if block.isascii() or _ONE_CELL_EACH.fullmatch(block):
        return _wrap_single(block, start, width)
    return _wrap_measured(block, start, width)


def _wrap_single(block: str, offset: int, width: int) -> array[int]:
    starts = array("I", [offset])
    begin, end = 0, len(block)
    while end - begin > width:
        blank = block.rfind(" ", begin, begin + width + 1)
        if blank > begin:
            begin = blank + 1
            while begin < end and block[begin] == " ":
                begin += 1
        else:
            begin += width
        if begin >= end:
            break
        starts.append(offset + begin)
    return starts


def _wrap_measured(block: str, offset: int, width: int) -> array[int]:
    starts = array("I", [offset])
    used = 0  # Cells of the line before this cluster.
    break_at, break_used = 0, 0  # Where the line may break last, and the cells used up to there.
    line = 0
    previous = ""
    previous_cells = 0
    for begin, end, cells in _clusters(block):
        cluster = block[begin:end]
        if cluster == " ":
            used += 1
            previous, previous_cells = cluster, 1
            continue
        is_wide = cells > 1 or previous_cells > 1
        if previous == " " or (is_wide and cluster not in _NOT_FIRST):
            break_at, break_used = begin, used
        if used + cells > width and begin > line:
            line, gone = (break_at, break_used) if break_at > line else (begin, used)
            used -= gone
            starts.append(offset + line)
        used += cells
        previous, previous_cells = cluster, cells
    return starts


def _clusters(block: str) -> Iterator[tuple[int, int, int]]:
    """Start, end and cells of each grapheme cluster, near enough to UAX 29 for a terminal."""
    from rich.cells import cell_len, get_character_cell_size

    begin, length = 0, len(block)
    while begin < length:
        end = begin + 1
        if _is_regional(block[begin]) and end < length and _is_regional(block[end]):
            end += 1
        while end < length:
            character = block[end]
            if character < "\u0300":
                break
            if character == _ZERO_WIDTH_JOINER:
                end = min(length, end + 2)
            elif (
                get_character_cell_size(character) == 0 or "\U0001f3fb" <= character <= "\U0001f3ff"
            ):
                end += 1
            else:
                break
        if end == begin + 1:
            yield begin, end, get_character_cell_size(block[begin])
        else:
            yield begin, end, cell_len(block[begin:end])
        begin = end


def _is_regional(character: str) -> bool:
    """Whether two of these make a flag."""
    return "\U0001f1e6" <= character <= "\U0001f1ff"
