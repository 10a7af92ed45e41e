"""What a journalist pastes: an address, words in quotation marks, or both with words of their own.

Browsers also copy a link to marked words (`#:~:text=…`): the words are in it. Everything here is
linear in the length of the text, which may be a whole page.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

_ADDRESS = re.compile(r"https?://[^\s<>\"“”„«»`]+", re.IGNORECASE)
_SITE = re.compile(r"(?:www\.)?(?:[\w-]{1,63}\.){1,8}[A-Za-z]{2,24}(?::\d{1,5})?(?:[/?#]\S*)?\Z")
_MARKS = {"“": "”", "„": "“”", "«": "»", "»": "«", '"': '"', "‘": "’", "‚": "‘’"}
_TRAILING = ".,;:!?'’*_"
_BRACKETS = ((")", "("), ("]", "["), ("}", "{"))
_FRAGMENT = ":~:text="
_SCHEMES = ("http://", "https://")


@dataclass(frozen=True, slots=True)
class Pasted:
    """The parts of what was pasted.

    Attributes:
        words: What is left for the note.
        address: The one address in it, or empty: of several none is *the* address.
        quotation: Words in quotation marks, if there is nothing but them and the address.
    """

    words: str
    address: str = ""
    quotation: str = ""


def take_apart(text: str) -> Pasted:
    """Tell address, quotation and other words apart."""
    text = text.strip()
    addresses = {_trimmed(found.group()): found.start() for found in _ADDRESS.finditer(text)}
    if len(addresses) != 1:
        return Pasted(text) if addresses else _quoted(text)
    ((address, start),) = addresses.items()
    before, after = text[:start].rstrip(), text[start + len(address) :].lstrip()
    opened = before[-1:] in ("(", "<", "[") and after[:1] in (")", ">", "]")
    if opened:
        before, after = before[:-1].rstrip(), after[1:].lstrip()
    if before and after and not (opened and after[0] in ".,;:"):
        # In the middle of a sentence: without it the sentence would have a hole.
        return Pasted(text, address)
    rest = _quoted(f"{before}{after}".strip())
    return Pasted(rest.words, address, rest.quotation or _marked_words(address))


def address_in(text: str) -> str:
    """The text as an address if it is one, with `https://` where it was left out; else as it is."""
    text = text.strip().strip("<>")
    is_site = text.lower().startswith("www.") or "/" in text
    if text.lower().startswith(_SCHEMES) or not is_site or not _SITE.match(text):
        return text
    return f"https://{text}"


def fault_of(address: str) -> str:
    """What is wrong with an address, one sentence; empty if nothing is, or there is none."""
    if not address:
        return ""
    if not address.lower().startswith(_SCHEMES):
        return "An address begins with http:// or https://."
    if any(character.isspace() for character in address):
        return "An address has no blank in it."
    try:
        host = urlsplit(address).hostname
    except ValueError:
        host = None
    return "" if host else "This address names no site."


def _quoted(text: str) -> Pasted:
    closing = _MARKS.get(text[:1], "")
    if len(text) > 2 and closing and text[-1] in closing:
        inside = text[1:-1].strip()
        if inside and not any(mark in inside for mark in closing + text[0]):
            return Pasted("", quotation=inside)
    return Pasted(text)


def _trimmed(address: str) -> str:
    """Without the punctuation of the sentence that it stands in; linear."""
    unopened = {close: address.count(close) - address.count(open_) for close, open_ in _BRACKETS}
    end = len(address)
    while end:
        last = address[end - 1]
        if unopened.get(last, 0) > 0:
            unopened[last] -= 1
        elif last not in _TRAILING:
            break
        end -= 1
    return address[:end]


def _marked_words(address: str) -> str:
    """The words that a link to marked words names, if it names all of them."""
    _, found, text = address.partition(_FRAGMENT)
    if not found:
        return ""
    parts = text.partition("&")[0].split(",")
    kept = [part for part in parts if part and not part.startswith("-") and not part.endswith("-")]
    return unquote(kept[0]).strip() if len(kept) == 1 else ""
