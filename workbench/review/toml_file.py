"""Reading a small TOML file that may come from another hand: bounded before it is parsed.

`tomllib` takes gigabytes on a few kilobytes of dotted keys, so the file's size and the dots of each
line are counted first. What the settings mean is checked by those who asked for them.
"""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

from workbench.text.cleaning import clean_line

if TYPE_CHECKING:
    from pathlib import Path

_MAX_BYTES = 16_000
_MAX_DOTS_A_LINE = 200
"""A key cannot span lines, and `tomllib` takes time and memory quadratic in a key's parts."""


class TomlError(Exception):
    """The file cannot be used; the message says why and what to do, without naming the file."""


def read_toml(path: Path) -> dict[str, object]:
    """The tables of a file that exists.

    Raises:
        TomlError: It cannot be read, is too large, or is not TOML.
    """
    try:
        with path.open("rb") as file:
            data = file.read(_MAX_BYTES + 1)
    except OSError as error:
        raise TomlError(f"it cannot be read ({error.strerror})") from error
    if len(data) > _MAX_BYTES:
        raise TomlError(f"it is larger than {_MAX_BYTES // 1000} kB; remove what is no setting")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise TomlError("it is not UTF-8; save it as UTF-8") from error
    for number, line in enumerate(text.split("\n"), start=1):
        if line.count(".") > _MAX_DOTS_A_LINE:
            raise TomlError(f"line {number} has more than {_MAX_DOTS_A_LINE} dots; shorten it")
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise TomlError(f"it is not valid TOML, correct it: {clean_line(str(error))}") from error
    except (RecursionError, ValueError) as error:
        raise TomlError("it is nested too deeply or holds a number that is too long") from error
