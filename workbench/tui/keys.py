"""Names of keys: as people read them, as Textual calls them, and as a settings file may write them.

Some keys cannot be had in a terminal: it sends the same byte for ctrl+m and for Enter, and nothing
that a program could tell apart for shift+j and for J. Each of them is refused with its reason.
"""

from __future__ import annotations

import re
import string

from textual.binding import Binding
from textual.keys import Keys


def _textual_name(character: str) -> str:
    """`question_mark` for `?`; a letter or digit is its own name."""
    return next(iter(Binding.make_bindings([Binding(character, "")]))).key


_SIGNS = {_textual_name(sign): sign for sign in string.punctuation if sign != ","} | {"comma": ","}

_NAMES = {
    "down": "↓",
    "up": "↑",
    "left": "←",
    "right": "→",
    "escape": "Esc",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "space": "Space",
}
_MODIFIERS = {"ctrl+": "Ctrl+", "shift+": "Shift+"}
_ALSO_WRITTEN = {
    **{shown: key for key, shown in _NAMES.items()},
    "esc": "escape",
    "return": "enter",
    "pgup": "pageup",
    "pgdn": "pagedown",
    "page up": "pageup",
    "page down": "pagedown",
    "del": "delete",
    "ins": "insert",
    **{sign: key for key, sign in _SIGNS.items()},
}
_SENT = re.compile(r"(?:(?:ctrl|shift)\+)*(?:[a-z_]+|f\d+)")
"""Terminals send ctrl+1 as 1."""
_KNOWN = {key.value for key in Keys if _SENT.fullmatch(key.value)} | _SIGNS.keys()
_SAME_BYTE = {
    "ctrl+h": "Backspace",
    "ctrl+i": "Tab",
    "ctrl+j": "Enter",
    "ctrl+m": "Enter",
    "ctrl+left_square_bracket": "Esc",
}
_TAKEN = {
    "ctrl+c": "it copies what is marked",
    "ctrl+q": "it always leaves",
    "ctrl+z": "it always stops the program",
}


class KeyNameError(ValueError):
    """There is no such key, or a program in a terminal cannot have it; the message says why."""


def key_name(key: str) -> str:
    """A key as a person reads it: `ctrl+s` is Ctrl+s, `question_mark` is ?."""
    for modifier, shown in _MODIFIERS.items():
        if key.startswith(modifier):
            return f"{shown}{key_name(key.removeprefix(modifier))}"
    name = _NAMES.get(key) or _SIGNS.get(key)
    return name or (key if len(key) == 1 else key.capitalize())  # Enter, Home, F1


def key_meant(written: str) -> str:
    """The key that a person means, in Textual's name: `?`, `Ctrl+X`, `^x`, `PgDn`, `f5`.

    Raises:
        KeyNameError: There is none, or a terminal cannot send it.
    """
    word = written if len(written) == 1 else written.strip()
    if len(word) == 2 and word[0] == "^":
        word = f"ctrl+{word[1]}"
    if len(word) == 1 and word not in _ALSO_WRITTEN:
        if not word.isprintable() or word.isspace():
            raise KeyNameError("is no key; the space bar is “space”")
        return _textual_name(word)
    modifiers, plus, last = word.rpartition("+")
    if modifiers.lower() == "shift" and len(last) == 1 and last.isalpha():
        raise KeyNameError(f"cannot be told from the letter; write “{last.upper()}”")
    word = f"{modifiers.lower()}{plus}{_ALSO_WRITTEN.get(last.lower(), last.lower())}"
    key = _ALSO_WRITTEN.get(word, word)
    if key in _SAME_BYTE:
        raise KeyNameError(f"cannot be used: to a terminal it is the same as {_SAME_BYTE[key]}")
    if key in _TAKEN:
        raise KeyNameError(f"cannot be used: {_TAKEN[key]}")
    if key not in _KNOWN:
        raise KeyNameError("is no key that every terminal sends")
    return key
