"""A record to the bytes of its file and back; who writes the same record writes the same bytes.

The bytes are made for `git diff` and for people: UTF-8 as it is, one field a line, the order of the
models with the claim last, nothing that says nothing (a field at its empty default is left out).
Characters that could act on a terminal are escaped, so that `cat` and `git diff` are safe as well.
Reading is strict, because a parser that lets something pass (a doubled key, a NaN) silently drops
what a person wrote; what a newer version of the program wrote is kept.
"""

from __future__ import annotations

import json
import math
import re
from typing import Any

from pydantic import BaseModel, ValidationError

from workbench.records.schema import RECORD_TYPES, SCHEMA_VERSION, Record, describe
from workbench.text.cleaning import clean_line, escape_json

MOST_BYTES = 1_000_000
"""Of a record's file. Real ones have about 2 kB; what is parsed must be bounded."""
MOST_NESTING = 32

_CONFLICT_MARKER = re.compile(rb"^(<{7}|>{7}|={7}|\|{7})(?=[ \r\n]|\Z)", re.MULTILINE)
_RESTORE = "Restore the file from git, or delete it"


class Unreadable(Exception):  # noqa: N818
    """A file's bytes are no record.

    Attributes:
        reason: What is wrong, a clause for a person ("it has the field “rating” twice").
        remedy: What to do about it, one sentence without its full stop.
    """

    def __init__(self, reason: str, remedy: str = _RESTORE) -> None:
        super().__init__(reason)
        self.reason = reason
        self.remedy = remedy


class ConflictMarkers(Unreadable):
    """Two versions of a record are in one file, as git merged a hand edit."""


def serialise(record: Record) -> bytes:
    """The bytes of a record's file: deterministic, indented, ending in a line feed.

    What was decided stands at the top, where a reader of a diff looks; the claim with its long
    quotations comes last.
    """
    plain = _plain(record)
    plain["claim"] = plain.pop("claim")
    text = json.dumps(plain, ensure_ascii=False, allow_nan=False, indent=2)
    return f"{escape_json(text)}\n".encode()


def _plain(value: Any) -> Any:
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if not isinstance(value, BaseModel):
        return value
    fields = type(value).model_fields
    plain: dict[str, Any] = {}
    for name, field in fields.items():
        content = getattr(value, name)
        says_nothing = not content and content == field.default
        if not says_nothing:
            plain[name] = _plain(content)
    plain.update(value.model_extra or {})
    return plain


def parse(data: bytes) -> Record:
    """The record in a file's bytes.

    Raises:
        Unreadable: It is none, says two things at once, or is larger or deeper than any record.
    """
    fields = _parse_object(data)
    kind = fields.get("kind")
    version = fields.get("schema_version")
    is_newer = type(version) is int and version > SCHEMA_VERSION
    model = RECORD_TYPES.get(kind) if isinstance(kind, str) else None
    try:
        if model is not None:
            return model.model_validate(fields)
        reason = "its “kind” is none of verdict, evidence and link"
    except ValidationError as error:
        reason = clean_line(describe(error), 300)
    if is_newer:
        raise Unreadable(
            f"it was written by a newer version of workbench (format {version})",
            "Update workbench to read it",
        )
    raise Unreadable(reason, "Correct the field, or restore the file from git")


def _parse_object(data: bytes) -> dict[str, Any]:
    if len(data) > MOST_BYTES:
        raise Unreadable(f"it is larger than {MOST_BYTES // 1_000_000} MB")
    try:
        fields = json.loads(
            data.decode("utf-8"),
            object_pairs_hook=_once_each,
            parse_constant=_no_constant,
            parse_float=_finite,
        )
    except (UnicodeDecodeError, json.JSONDecodeError) as error:
        raise _accident(data, error) from None
    except RecursionError:
        raise Unreadable(_TOO_DEEP) from None
    except ValueError:  # Python refuses integers of more than 4,300 digits.
        raise Unreadable("it has a number that no record has") from None
    if not isinstance(fields, dict):
        raise Unreadable("it is not a JSON object")
    # Each level has an opening bracket, so most files need no walk to be shallow enough.
    if data.count(b"{") + data.count(b"[") > MOST_NESTING:
        _refuse_depth(fields)
    return fields


def _accident(data: bytes, error: UnicodeDecodeError | json.JSONDecodeError) -> Unreadable:
    """Name the usual accidents, which the parser only calls a syntax error."""
    if not data.strip():
        return Unreadable("it is empty")
    if data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        return Unreadable(
            "it starts with a byte order mark", "Save it as UTF-8 without a byte order mark"
        )
    if _CONFLICT_MARKER.search(data):
        return ConflictMarkers(
            "it has git conflict markers",
            "Run “workbench check --repair”, which makes a record of each side",
        )
    if isinstance(error, UnicodeDecodeError):
        return Unreadable(f"it is not UTF-8 (byte {error.start})")
    return Unreadable(f"it is not JSON (line {error.lineno}, column {error.colno})")


def _once_each(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    fields = dict(pairs)
    if len(fields) < len(pairs):
        seen: set[str] = set()
        for name, _ in pairs:
            if name in seen:
                raise Unreadable(f"it has the field “{clean_line(name, 40)}” twice")
            seen.add(name)
    return fields


def _no_constant(name: str) -> float:
    raise Unreadable(f"it has the number {name}, which is none in JSON")


def _finite(digits: str) -> float:
    number = float(digits)
    if not math.isfinite(number):
        raise Unreadable("it has a number that no record has")
    return number


_TOO_DEEP = f"its values are nested more than {MOST_NESTING} deep"


def _refuse_depth(fields: dict[str, Any]) -> None:
    level: list[Any] = [fields]
    for _ in range(MOST_NESTING):
        deeper: list[Any] = []
        for value in level:
            children = value.values() if isinstance(value, dict) else value
            deeper.extend(child for child in children if isinstance(child, (dict, list)))
        if not deeper:
            return
        level = deeper
    raise Unreadable(_TOO_DEEP)
