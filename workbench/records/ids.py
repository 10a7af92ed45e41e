"""Names that are made once and never change: record ids, claim ids, folder names, times.

A record's id is a ULID (https://github.com/ulid/spec): 48 bits of milliseconds and 80 random bits,
so that two people on two branches never choose the same file name and a folder listing reads in
the order in which things were decided. It is 20 lines here because a dependency would bring
monotonic state of its own, and the state belongs to the session.
"""

from __future__ import annotations

import base64
import hashlib
import re
import secrets
import unicodedata
import uuid
from datetime import UTC, datetime

_CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_VALUE = {letter: value for value, letter in enumerate(_CROCKFORD)}
_ULID_LETTERS = 26
_SLUG_WORDS = 5
_SLUG_LETTERS = 40


def new_ulid(now: datetime, last: str = "") -> str:
    """A new record id, greater than `last` even if the clock stood still or went back.

    Args:
        now: The time of the record, with a time zone.
        last: The id that this process made last, or "" for the first.

    Raises:
        OverflowError: `last` is the greatest ULID there is.
    """
    milliseconds = max(0, int(now.timestamp() * 1000))
    number = milliseconds << 80 | secrets.randbits(80)
    if last:
        number = max(number, _number(last) + 1)
    if number >> 128:
        raise OverflowError("no id is greater than the last one")
    return _letters(number)


def derived_ulid(ulid: str, data: bytes) -> str:
    """An id of the same millisecond as another, always the same for the same bytes."""
    number = int.from_bytes(hashlib.sha256(data).digest()[:10]) | _number(ulid) >> 80 << 80
    return _letters(number)


def as_uuid(ulid: str) -> uuid.UUID:
    """The same 128 bits in the other notation, for formats that want an address (`urn:uuid:`)."""
    return uuid.UUID(int=_number(ulid))


def _letters(number: int) -> str:
    return "".join(_CROCKFORD[number >> 5 * place & 31] for place in reversed(range(_ULID_LETTERS)))


def _number(ulid: str) -> int:
    number = 0
    for letter in ulid:
        number = number << 5 | _VALUE[letter]
    return number


def timestamp(now: datetime) -> str:
    """A record's `created_at`: UTC to the second, as in "2026-03-29T18:05:00Z"."""
    return now.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def claim_id(source: str, exact: str) -> str:
    """A claim's id from its first appearance: the same on every machine and branch.

    Args:
        source: The article's path relative to the case.
        exact: The words of the appearance, as they stand in the decoded file.

    Returns:
        Ten letters and digits (lower-case base 32, 50 bits of a SHA-256).
    """
    digest = hashlib.sha256(f"{source}\0{exact}".encode("utf-8", "surrogatepass")).digest()
    return base64.b32encode(digest)[:10].decode("ascii").lower()


def folder_name(exact: str, claim: str) -> str:
    """A claim's folder, "<slug>-<id>": the first words for people, the id for the program.

    Plain ASCII letters, digits and hyphens, so that it is a safe name on every system.
    """
    start = exact[: _SLUG_LETTERS * 8]
    letters = unicodedata.normalize("NFKD", start).encode("ascii", "ignore").decode("ascii").lower()
    words = re.findall(r"[a-z0-9]+", letters.replace("'", ""))
    slug = ""
    for word in words[:_SLUG_WORDS]:
        longer = f"{slug}-{word}" if slug else word
        if len(longer) > _SLUG_LETTERS:
            break
        slug = longer
    return f"{slug or 'claim'}-{claim}"
