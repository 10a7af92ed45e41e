"""Making untrusted text safe to show, one character for one character.

No Textual or Rich call takes ESC, C1 controls or bidi overrides out of what it prints, so a line of
an article could set the clipboard, move the cursor or hide half of itself. Text is therefore
cleaned once, where it enters the program: each character that a terminal might act upon, or that
hides or reorders what a reader sees, becomes one visible character. Lengths never change, so an
offset in the clean text is an offset in the text as decoded.

What only shapes letters stays: combining marks, ZWJ and ZWNJ, the variation selectors of emoji,
soft hyphens, real right-to-left letters. This module owns the list of unsafe characters; JSON that
must not lose them is escaped by `escape_json` from the same list.
"""

from __future__ import annotations

import re

_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_CONTROL_PICTURES = 0x2400

_NONCHARACTERS = "\ufdd0-\ufdef" + "".join(
    f"{chr(plane << 16 | 0xFFFE)}{chr(plane << 16 | 0xFFFF)}" for plane in range(17)
)
_HIDING = (
    "\x80-\x9f"  # C1 controls: CSI, OSC and the like in one character
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # bidi marks, overrides, isolates (UAX 9)
    "\u2028\u2029"  # separators that some programs break lines at and others do not
    "\u2060-\u2064\u206a-\u206f\ufeff\ufff9-\ufffb"  # invisible operators, BOM, annotations
    "\U000e0000-\U000e007f\U000e0100-\U000e01ef"  # tag characters, variation selectors 17-256
    "\ud800-\udfff"  # lone surrogates: undecodable bytes of a file name
    f"{_NONCHARACTERS}"
)
_CONTROLS = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f"

_UNSAFE_RUN = re.compile(f"[{_CONTROLS}\t\r{_HIDING}]+")
_SHOWN_INSTEAD = re.compile(f"[{_CONTROLS}{_HIDING}]")
_UNSAFE_IN_JSON = re.compile(f"[\x7f{_HIDING}]")

_STAND_INS: dict[int, str] = {code: chr(_CONTROL_PICTURES + code) for code in range(0x20)}
_STAND_INS |= {0x7F: "\N{SYMBOL FOR DELETE}", ord("\t"): " ", ord("\r"): "\n"}


def _stand_in_run(match: re.Match[str]) -> str:
    run = match[0]
    if run[-1] == "\r" and match.string.startswith("\n", match.end()):
        return _stand_in(run[:-1]) + " "
    return _stand_in(run)


def _stand_in(run: str) -> str:
    return "".join(_STAND_INS.get(ord(character), _REPLACEMENT) for character in run)


def clean(text: str) -> str:
    r"""Replace each unsafe character by one visible character.

    A tab becomes a blank, the CR of a CRLF a blank, a lone CR a line feed; other C0 controls and
    DEL become their control picture; everything else that is unsafe becomes U+FFFD.

    >>> clean("a\x1b]0;b")
    'a␛]0;b'

    Args:
        text: Any text, of any origin.

    Returns:
        Text of the same length; the same object if nothing was unsafe.
    """
    if text.isascii() and text.replace("\n", " ").isprintable():
        return text
    if _UNSAFE_RUN.search(text) is None:
        return text
    return _UNSAFE_RUN.sub(_stand_in_run, text)


def clean_line(text: str, limit: int | None = None) -> str:
    """Make a one-line value (a name, a title, a path) safe to show on one line.

    Args:
        text: Any text.
        limit: The most code points to return; what is longer ends in an ellipsis.

    Returns:
        Text without line feeds: a line end with the blanks around it becomes one blank.
    """
    if limit is not None and len(text) > 4 * limit:
        text = text[: 4 * limit]  # Blanks may go, but a megabyte of title is not worth reading.
    parts = (part.strip() for part in clean(text).split("\n"))
    line = " ".join(part for part in parts if part)
    if limit is not None and len(line) > limit:
        return line[: limit - 1].rstrip() + "…"
    return line


def count_unsafe(text: str) -> int:
    """Count the characters that `clean` shows as something else; tabs and line ends are none."""
    return sum(1 for _ in _SHOWN_INSTEAD.finditer(text))


def escape_json(text: str) -> str:
    r"""Escape what is unsafe in JSON that was produced with `ensure_ascii=False`.

    The result means the same, so nothing is lost, and no byte of it can act on a terminal. (JSON
    itself already escapes the C0 controls.)

    >>> escape_json('"\x9b2J"')
    '"\\u009b2J"'
    """
    return _UNSAFE_IN_JSON.sub(_json_escape, text)


def _json_escape(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code <= 0xFFFF:
        return f"\\u{code:04x}"
    code -= 0x10000
    return f"\\u{0xD800 + (code >> 10):04x}\\u{0xDC00 + (code & 0x3FF):04x}"
