"""Which addresses may become links: those of the web, written so that nothing else can be read.

Addresses come from articles, notes and feeds. `javascript:` and its like run in the page that shows
them, and an address with a quotation mark or a blank in it ends early in HTML, Markdown and JSON-LD
alike; so what leaves the program goes through here.
"""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

_SCHEMES = ("http", "https")
_LONGEST = 4_000
_KEPT = "!#$&'()*+,-./:;=?@[]_~%"
"""What RFC 3986 lets stand in an address, and `%` so that what is escaped stays as it is."""

_PLAIN = re.compile(r"https?://[a-z0-9-]{1,60}(?:\.[a-z0-9-]{1,60}){1,9}(?:/[\w./~-]*)?", re.ASCII)
"""Addresses that may stay as they are, told at once: most are, and a library has many thousands."""

_HOST = re.compile(r"[a-z0-9._:-]+")
_NEVER = re.compile(r"[\x00-\x20\x7f\\]")


def web_address(written: str) -> str:
    """An address as it may stand in a link; empty if it is none of the web.

    >>> web_address(" https://example.org/a b?q=<x> ")
    ''
    >>> web_address("https://example.org/ü?q=<x>")
    'https://example.org/%C3%BC?q=%3Cx%3E'
    >>> web_address("javascript:alert(1)")
    ''

    Args:
        written: Any text.

    Returns:
        ASCII without blanks, quotation marks or angle brackets.
    """
    address = written.strip()
    if len(address) <= _LONGEST and _PLAIN.fullmatch(address):
        return address
    if len(address) > _LONGEST or _NEVER.search(address):
        return ""
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").encode("idna").decode("ascii") if parts.hostname else ""
    except (ValueError, UnicodeError):
        return ""
    if parts.scheme.lower() not in _SCHEMES or parts.username is not None:
        return ""
    if not _HOST.fullmatch(host):
        return ""
    try:
        port = "" if parts.port is None else f":{parts.port}"
        rest = quote(address.split("//", 1)[1][len(parts.netloc) :], safe=_KEPT)
    except (ValueError, UnicodeError):  # No such port; a lone surrogate.
        return ""
    shown = f"[{host}]" if ":" in host else host
    return f"{parts.scheme.lower()}://{shown}{port}{rest}"
