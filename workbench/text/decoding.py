"""From a file's bytes to text: the encoding is found out, named, and never guessed in silence.

A byte order mark decides, else strict UTF-8, else what a web page says of itself, else UTF-8 with a
few broken places, else Windows-1252 where every letter makes sense in it, else charset-normalizer's
best guess (which takes short Western texts for anything). A guess and a loss are reported. The byte
order mark stays in the text, so that offsets count every character that the encoding yields. Line
ends are never translated.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass


class NotText(ValueError):  # noqa: N818 - it names what was found, not a failure of ours
    """The bytes are no text that can be read; the message says why, as a clause."""


@dataclass(frozen=True, slots=True)
class DecodedText:
    """A file's text.

    Attributes:
        text: As decoded, a byte order mark included.
        encoding: As Python names it.
        notices: One sentence if the encoding was guessed or something was lost.
    """

    text: str
    encoding: str
    notices: tuple[str, ...] = ()


_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # Before UTF-16, whose mark it begins with.
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s{0,3}=\s{0,3}[\"']?([\w.:-]{1,40})", re.I)
_META_REACH = 4096
_NO_PAGE_IS_IN = frozenset({"idna", "punycode", "unicode-escape", "raw-unicode-escape"})
"""Codecs of Python's that are no encodings of pages; two of them take long on a long text."""
_CONTROLS = bytes(code for code in range(32) if code not in b"\t\n\r\f\x1b")
_HIGH = bytes(range(0x80, 0x100))
_MOST_NULS = 0.2
_MOST_CONTROLS = 0.05
_WESTERN = re.compile(r"[\n\r\t\f -~‘’“”„–—…•€£§°·«»¿¡©®™ªº½¼¾\u00a0À-ÖØ-öø-ÿŒœŠšŽžŸ]*")
_MOST_ACCENTS = 0.2
_SAMPLE = 100_000
"""Bytes that the guess is made from; more only takes longer."""


_GUESS = "it is not UTF-8 and was read as {}, which is a guess: look out for wrong letters."


def decode(data: bytes, *, is_html: bool = False) -> DecodedText:
    """Decode the bytes of a text file.

    Args:
        data: The whole file.
        is_html: Whether a `<meta charset>` may say how.

    Raises:
        NotText: A binary file, or an encoding that nothing recognises.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decode_as(data, encoding)
    if data.count(0) > _MOST_NULS * len(data):
        raise NotText("is a binary file, or UTF-16 without a byte order mark")
    try:
        return DecodedText(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        pass
    controls = len(data) - len(data.translate(None, _CONTROLS))
    if b"\0" in data or controls > _MOST_CONTROLS * len(data):
        raise NotText("is a binary file")
    declared = _declared(data) if is_html else ""
    if declared:
        return _decode_as(data, declared)
    return _decode_as(data, "utf-8") if _is_damaged_utf8(data) else _decode_guessed(data)


def _decode_as(data: bytes, encoding: str) -> DecodedText:
    try:
        return DecodedText(data.decode(encoding), encoding)
    except UnicodeDecodeError:
        text = data.decode(encoding, errors="replace")
    lost = text.count("\ufffd")
    notice = f"{lost} {'place' if lost == 1 else 'places'} could not be read as {encoding.upper()}."
    return DecodedText(text, encoding, (notice,))


def _declared(data: bytes) -> str:
    """The encoding that a web page names, if Python has it and it reads ASCII as ASCII."""
    found = _META_CHARSET.search(data[:_META_REACH])
    if found is None:
        return ""
    try:
        encoding = codecs.lookup(found[1].decode("ascii")).name
        if encoding in _NO_PAGE_IS_IN:
            return ""
        # The page was searched as ASCII, so an encoding that is none of its kind is a lie.
        return "" if _reads_ascii_otherwise(encoding) else encoding
    except (LookupError, UnicodeError):
        return ""


def _is_damaged_utf8(data: bytes) -> bool:
    """Whether most of what is not ASCII is right in UTF-8: by chance, hardly any of it would be."""
    text = data.decode("utf-8", errors="replace")
    lost = text.count("\ufffd")
    return lost < sum(character > "\x7f" for character in text) - lost


def _decode_guessed(data: bytes) -> DecodedText:
    if _is_western(data):
        return DecodedText(data.decode("cp1252"), "cp1252", (_GUESS.format("cp1252"),))
    # Slow to import, and hardly ever needed.
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE]).best()
    if _is_mostly_ascii(data) and (best is None or _reads_ascii_otherwise(best.encoding)):
        return _decode_as(data, "utf-8")
    if best is None:
        raise NotText("is in an encoding that was not recognised")
    decoded = _decode_as(data, best.encoding)
    return DecodedText(
        decoded.text, best.encoding, (_GUESS.format(best.encoding), *decoded.notices)
    )


def _is_western(data: bytes) -> bool:
    """Whether all of it reads as a Western language in Windows-1252, mostly unaccented letters."""
    if not _is_mostly_ascii(data):
        return False
    try:
        return _WESTERN.fullmatch(data.decode("cp1252")) is not None
    except UnicodeDecodeError:
        return False


def _reads_ascii_otherwise(encoding: str) -> bool:
    return b"<meta".decode(encoding, errors="replace") != "<meta"


def _is_mostly_ascii(data: bytes) -> bool:
    return len(data.translate(None, _HIGH)) >= (1 - _MOST_ACCENTS) * len(data)
