"""A case's settings, from an optional `workbench.toml` in its folder.

The file may come from another hand: every key is checked, and every complaint is one sentence
that names the file and the key. Example:

    title = "Crocus warning"
    sources = "articles"
    verdicts = "verdicts"
    second_reader = true
    blind_second = true
    advance = true
    libraries = ["../checked-before"]

    [[scale]]
    key = "1"
    name = "correct"
    value = 5
    averitec = "Supported"

What is published, and as whose, stands under `[publish]`; `workbench.review.publishing` reads it.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from workbench.records.ratings import Rating
from workbench.review.errors import CaseError
from workbench.review.publishing import NOTHING_SAID, Publishing, read_publishing
from workbench.review.toml_file import TomlError, read_toml
from workbench.text.cleaning import clean_line

CONFIG_NAME = "workbench.toml"
_MAX_NAME = 60
"""Code points of a rating's name; it has to fit a status line."""

_MOST_LIBRARIES = 100

_KEYS = (
    "title",
    "sources",
    "verdicts",
    "second_reader",
    "blind_second",
    "advance",
    "libraries",
    "scale",
    "publish",
)
_RATING_KEYS = ("key", "name", "value", "averitec")


@dataclass(frozen=True, slots=True)
class Config:
    """The settings; empty where the file says nothing.

    Attributes:
        title: What to call the case.
        sources: Folder of the articles, relative to the case.
        verdicts: Folder of the records, relative to the case.
        second_reader: Whether a verdict needs a second reader.
        blind_second: Whether a second reader judges before they see the first verdict.
        advance: Whether the screen goes on to the next claim once one is rated.
        scale: The case's own ratings, or empty for the usual ones.
        publish: How verdicts are published.
        libraries: Folders of earlier checks, relative to the case or absolute.
    """

    title: str = ""
    sources: str = ""
    verdicts: str = ""
    second_reader: bool = False
    blind_second: bool = False
    advance: bool = False
    scale: tuple[Rating, ...] = ()
    publish: Publishing = NOTHING_SAID
    libraries: tuple[str, ...] = ()


def load_config(root: Path) -> Config:
    """The settings of the case in `root`; all defaults if it has no `workbench.toml`.

    Raises:
        CaseError: The file cannot be read, is too large, or says something it cannot say.
    """
    path = root / CONFIG_NAME
    if path.is_symlink():
        raise _wrong("it is a link; put the file itself in its place")
    if not path.is_file():
        return Config()
    try:
        return _checked(read_toml(path))
    except TomlError as error:
        raise _wrong(str(error)) from error


def _checked(table: dict[str, object]) -> Config:
    _no_unknown(table, _KEYS, "")
    return Config(
        title=_line(table, "title", ""),
        sources=_folder(table, "sources"),
        verdicts=_folder(table, "verdicts"),
        second_reader=_is(table, "second_reader"),
        blind_second=_is(table, "blind_second"),
        advance=_is(table, "advance"),
        scale=_scale(table.get("scale", [])),
        publish=_publish(table.get("publish", {})),
        libraries=_libraries(table.get("libraries", [])),
    )


def _is(table: dict[str, object], key: str) -> bool:
    value = table.get(key, False)
    if not isinstance(value, bool):
        raise _wrong(f"{key} must be true or false")
    return value


def _libraries(folders: object) -> tuple[str, ...]:
    """Unlike the case's own folders they may lie anywhere: they are read, never written to."""
    if not isinstance(folders, list) or not all(isinstance(f, str) and f for f in folders):
        raise _wrong('libraries must be a list of folders, like ["../checked-before"]')
    if len(folders) > _MOST_LIBRARIES or any("\0" in folder for folder in folders):
        raise _wrong(f"libraries must be at most {_MOST_LIBRARIES} names of folders")
    return tuple(folders)


def _publish(table: object) -> Publishing:
    try:
        return read_publishing(table)
    except ValueError as error:
        raise _wrong(str(error)) from error


def _scale(entries: object) -> tuple[Rating, ...]:
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise _wrong("scale must be a list of tables, each under its own [[scale]]")
    if len(entries) > 9:
        raise _wrong(f"scale has {len(entries)} ratings; the keys 1 to 9 allow nine")
    scale = tuple(_entry(entry, place) for place, entry in enumerate(entries, start=1))
    for what in ("key", "name"):
        seen = [getattr(entry, what).casefold() for entry in scale]
        twice = next((value for value in seen if seen.count(value) > 1), None)
        if twice is not None:
            raise _wrong(f"scale has the {what} “{twice}” twice; give each rating its own")
    return scale


def _entry(table: dict[str, object], place: int) -> Rating:
    where = f"rating {place} of the scale: "
    _no_unknown(table, _RATING_KEYS, where)
    key = table.get("key", str(place))
    if isinstance(key, int) and not isinstance(key, bool):
        key = str(key)
    if not isinstance(key, str) or len(key) != 1 or key not in "123456789":
        raise _wrong(f"{where}key must be one digit from 1 to 9")
    name = _line(table, "name", where)
    if not name or len(name) > _MAX_NAME or name.isdecimal():
        raise _wrong(f"{where}name must be a word or a few, at most {_MAX_NAME} characters")
    value = table.get("value")
    if value is not None and (not isinstance(value, int) or value is True or not 1 <= value <= 5):
        raise _wrong(f"{where}value must be a whole number from 1 (worst) to 5 (best)")
    return Rating(key, name, value, _line(table, "averitec", where))


def _line(table: dict[str, object], key: str, where: str) -> str:
    value = table.get(key, "")
    if not isinstance(value, str):
        raise _wrong(f"{where}{key} must be text in quotation marks")
    return clean_line(value).strip()


def _folder(table: dict[str, object], key: str) -> str:
    value = table.get(key, "")
    if not isinstance(value, str) or "\0" in value:
        raise _wrong(f"{key} must be the name of a folder, in quotation marks")
    value = value.replace("\\", "/")
    path = PurePosixPath(value)
    if path.is_absolute() or ".." in path.parts or ":" in value:
        raise _wrong(f"{key} must be a folder inside the case, not “{clean_line(value)}”")
    return path.as_posix() if value else ""


def _no_unknown(table: dict[str, object], known: tuple[str, ...], where: str) -> None:
    unknown = [clean_line(key) for key in table if key not in known]
    if unknown:
        names = ", ".join(f"“{key[:40]}”" for key in unknown[:5])
        raise _wrong(f"{where}unknown setting {names}; known are {', '.join(known)}")


def _wrong(what: str) -> CaseError:
    return CaseError(f"{CONFIG_NAME}: {what}.")
