"""Where sentences begin and end: own rules, so that no span moves with a library's upgrade.

A full stop may end a sentence, an abbreviation, both, or neither. The rules look a bounded number
of characters back and ahead, so splitting is linear in the text whatever it holds. Quotations of
several sentences split inside the quotation marks, as readers do; closing marks and footnote marks
stay with the sentence that they close. A blank line always ends a sentence, and so does a line end
before anything but a small letter (`workbench.text.blocks` says which line ends are only wrapping).
"""

from __future__ import annotations

import re

from workbench.text.abbreviations import (
    BEFORE_NUMBER,
    CAPITAL_ONLY,
    COMPANY_SUFFIXES,
    MAY_BE_LAST,
    NEVER_LAST,
    ORDINAL_ARTICLES,
    SENTENCE_STARTERS,
    SPEECH_VERBS,
    USUALLY_LAST,
)

Span = tuple[int, int]

_LINE_ENDS = "\n\r\u2028\u2029\x85\x0b\x0c"
_SPACES = " \t\u00a0\u202f\u2009\u200a\u3000"
_INVISIBLE = "\u200b\u200e\u200f\u2060\ufeff\ufffd"
_OPENERS = "“‘«„‹([{\"'¿¡*_—–-•"
_CLOSERS = "”’»›)]}\"'"
_GOES_ON = ",;:.!?…)]}»”’%/&+="

_END = re.compile(
    r"(?P<stop>[.!?…‼⁇⁈⁉]+(?:[ \u00a0]\.(?![\w.]))*)"
    r"|(?P<wide>[。！？｡؟۔।॥]+)"
    rf"|(?P<line>[{_LINE_ENDS}]\s*)"
)
_POSSIBLE_END = re.compile(rf"[.!?…‼⁇⁈⁉。！？｡؟۔।॥{_LINE_ENDS}]+\s*")
_FOOTNOTES = re.compile(r"(?:\[\d{1,3}\]){1,9}|[¹²³⁰⁴-⁹]{1,3}")
_LIST_ITEM = re.compile(r"(?:[-–—•*·▪]|\d{1,3}[.)])[ \t]")
_WORD = re.compile(r"[^\W_]+(?:[.-][^\W_]+)*")
_BREAKS_WORD = re.compile(r"[\s—–…“‘«„(\[{\"]")
_ELIDED = re.compile(r"^[dlDL]['’]")  # French: "l'art. 5"
_DOTTED = re.compile(r"(?:[^\W\d_]\.){1,9}[^\W\d_]")
_SPEAKER = re.compile(
    rf"(?:[A-ZÀ-ÖØ-ÞА-Я][\w’'-]{{0,30}}\.?[ ]){{1,5}}(?:{SPEECH_VERBS.replace(' ', '|')})\b"
)

_REACH = 40
"""How far back or ahead a word is read, in code points."""
_MOST_CLOSERS = 8


def split_sentences(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """Split text into sentences.

    Args:
        text: The text that they stand in; spans count its code points.
        start: Where to begin.
        end: Where to stop; the end of the text if None.

    Returns:
        Spans in order, not overlapping, without the blanks around them. Whatever is not blank lies
        in one of them.
    """
    end = len(text) if end is None else end
    spans: list[Span] = []
    begin = position = start
    while (match := _END.search(text, position, end)) is not None:
        boundary = _boundary(text, begin, match, end)
        position = match.end()
        if boundary is not None:
            _add(spans, text, begin, boundary)
            begin, position = boundary, max(boundary, position)
    _add(spans, text, begin, end)
    return spans


def count_possible_ends(text: str) -> int:
    """Count the places where a sentence may end; splitting takes its time at each of them."""
    return sum(1 for _ in _POSSIBLE_END.finditer(text))


def _add(spans: list[Span], text: str, start: int, end: int) -> None:
    while start < end and (text[start].isspace() or text[start] == "\ufeff"):
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        spans.append((start, end))


def _boundary(text: str, begin: int, match: re.Match[str], end: int) -> int | None:
    """Where the sentence ends that a match may end, or None if it goes on."""
    if match["line"] is not None:
        return match.start() if _line_ends_it(text, match, end) else None
    closed = _after_closers(text, match.end(), end)
    if match["wide"] is not None:
        return closed if _wide_stop_ends_it(text, match, closed, end) else None
    return closed if _stop_ends_it(text, begin, match, closed, end) else None


def _line_ends_it(text: str, match: re.Match[str], end: int) -> bool:
    breaks = match[0].replace("\r\n", "\n")
    if match.end() >= end or "\u2028" in breaks or "\u2029" in breaks:
        return True
    if sum(breaks.count(mark) for mark in _LINE_ENDS) > 1:
        return True
    if _LIST_ITEM.match(text, match.end(), end):
        return True
    return not text[match.end()].islower()


def _after_closers(text: str, position: int, end: int) -> int:
    """Past the closing marks, brackets and footnote marks that belong to the sentence."""
    for _ in range(_MOST_CLOSERS):
        if position >= end:
            return end
        character = text[position]
        following = text[position + 1] if position + 1 < end else " "
        if character in "\"'“":  # Straight marks, and “ as German closes with it, close and open.
            if following.isalnum():
                return position
            position += 1
        elif character in _CLOSERS or character in _INVISIBLE:
            position += 1
        elif character in _SPACES and following in "»›":
            position += 2
        elif footnotes := _FOOTNOTES.match(text, position, end):
            position = footnotes.end()
        else:
            return position
    return position


def _wide_stop_ends_it(text: str, match: re.Match[str], closed: int, end: int) -> bool:
    """Full stops of other scripts do, unless a clause follows the closed quotation at once."""
    is_quotation_going_on = closed > match.end() and closed < end and text[closed].isalpha()
    return not (is_quotation_going_on and match[0][-1] in "。！？｡")


def _stop_ends_it(text: str, begin: int, match: re.Match[str], closed: int, end: int) -> bool:
    after = closed
    while after < end and text[after] in _SPACES:
        after += 1
    if after >= end:
        return True
    if text[after] in _LINE_ENDS:
        return False  # The line end decides.
    word = _word_before(text, begin, match.start())
    if after == closed:
        return _ends_without_blank(text, match, closed, word, end)
    following = _next_word(text, after, end)
    if not following:
        return False
    if following[0].islower():
        return text[after] == "(" and match[0] == "."
    if match[0] == ".":
        return not _only_abbreviates(text, begin, match.start(), word, following)
    if following.lower() in COMPANY_SUFFIXES:
        return False
    is_quotation = closed > match.end()
    return not (is_quotation and _SPEAKER.match(text, after, min(end, after + 2 * _REACH)))


def _word_before(text: str, begin: int, stop: int) -> str:
    """The word that ends at a stop, inner stops included ("U.S" of "U.S."); empty if none does."""
    tail = text[max(begin, stop - _REACH) : stop]
    word = _BREAKS_WORD.split(tail)[-1]
    return "" if word and word[-1] in _CLOSERS else _ELIDED.sub("", word)


def _next_word(text: str, position: int, end: int) -> str:
    """The word that follows, past what may open a sentence.

    Where something else follows that can begin a sentence (an emoji, a currency sign), that
    character; empty before a mark that goes on with the sentence.
    """
    first = text[position]
    if first == "." and text[position + 1 : position + 2].isdigit():
        return first  # ".38-caliber rounds"
    if first in _GOES_ON:
        return ""
    for _ in range(_MOST_CLOSERS):
        if position < end and text[position] in _OPENERS + _SPACES + _INVISIBLE:
            position += 1
    found = _WORD.match(text, position, min(end, position + _REACH))
    return found[0] if found else first


def _ends_without_blank(text: str, match: re.Match[str], closed: int, word: str, end: int) -> bool:
    """Whether scraped text lost the blank between two sentences: "retreated.The city"."""
    found = _WORD.match(text, closed + (text[closed] in _OPENERS), min(end, closed + _REACH))
    if found is None or not found[0][0].isupper() or text[closed] in "-–":
        return False
    if any(mark in word for mark in "/@=."):
        return False
    if closed > match.end():
        return True
    return len(word) > 2 and word.islower() and (len(found[0]) == 1 or found[0][1:].islower())


def _only_abbreviates(text: str, begin: int, stop: int, word: str, following: str) -> bool:
    """Whether the full stop after a word ends only an abbreviation."""
    low = word.lower()
    if low in CAPITAL_ONLY and not word[0].isupper():
        return False
    if low in NEVER_LAST:
        return True
    if low in BEFORE_NUMBER:
        return following[0].isdigit()
    starts = following.lower() in SENTENCE_STARTERS and following[0].isupper()
    if low in MAY_BE_LAST or _DOTTED.fullmatch(word) or (len(word) == 1 and word.isalpha()):
        return not starts and low not in USUALLY_LAST
    if word.isdigit() and len(word) <= 3:
        return _is_numbering(text, begin, stop, word)
    return False


def _is_numbering(text: str, begin: int, stop: int, number: str) -> bool:
    """Whether a number with a stop counts items ("1. At least") or is an ordinal ("3. März")."""
    before = text[max(begin, stop - len(number) - _REACH) : stop - len(number)]
    words = before.split()
    return not words or words[-1].lower() in ORDINAL_ARTICLES
