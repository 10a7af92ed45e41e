"""Where the files of a case are: its folder, its articles, its verdicts, its settings.

Nothing is read here but the list of names and `workbench.toml`; articles and records are opened by
the layers that own them. What leads out of the case by a link is refused: a folder that came from
another hand must not make the program read, or write, somewhere else.
"""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from workbench.records.ratings import DEFAULT_SCALE, Rating
from workbench.review.config import Config, load_config
from workbench.review.errors import CaseError, UnknownRating
from workbench.review.publishing import NOTHING_SAID, Publishing
from workbench.text.cleaning import clean_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.records.watching import Stamp

EXTENSIONS = (".txt", ".md", ".html", ".htm")
_USUAL_FOLDERS = ("seeds", "articles", "sources")
_FIRST_FOLDER = "articles"
_VERDICTS = "verdicts"
MAX_ARTICLES = 2_000
"""So many files are read and compared; a folder with more is hardly the reports of one event."""

_MAX_ENTRIES = 50_000
"""Names looked at in one folder before giving up: someone opened the wrong one."""

_NO_ARTICLES = frozenset(
    name
    for names in (
        ("readme", "changelog", "license", "licence", "copying", "authors", "contributing"),
        ("code_of_conduct", "architecture", "agents", "claude", "requirements", "robots"),
    )
    for name in names
)
"""Names (without extension) of files about a project, which are no reports of an event."""


@dataclass(frozen=True, slots=True)
class Case:
    """A case as found on the disk.

    Attributes:
        root: Its folder, absolute.
        title: What to call it, safe to show: from the settings, else the folder's name.
        sources_dir: The folder that the articles are in, absolute.
        sources: Their paths relative to `root`, with forward slashes, sorted by name.
        verdicts_dir: The folder of the records, absolute; it may not exist yet.
        scale: The ratings that a claim can be given.
        second_reader: Whether a verdict needs a second reader.
        blind_second: Whether a second reader judges before they see the first verdict.
        advance: Whether the screen goes on to the next claim once one is rated.
        notices: One sentence each on a file that was left out.
        publish: How verdicts are published.
        libraries: Folders of earlier checks, absolute; they may not exist.
        others: Further article files, beyond so many as are read and compared; each is read when
            it is asked for, or when a record names it.
    """

    root: Path
    title: str
    sources_dir: Path
    sources: tuple[str, ...]
    verdicts_dir: Path
    scale: tuple[Rating, ...] = DEFAULT_SCALE
    second_reader: bool = False
    blind_second: bool = False
    advance: bool = False
    notices: tuple[str, ...] = ()
    publish: Publishing = NOTHING_SAID
    libraries: tuple[Path, ...] = ()
    others: tuple[str, ...] = ()


def find_case(folder: Path, *, verdicts: Path | None = None) -> Case:
    """Find the files of the case in a folder.

    Args:
        folder: The case's folder.
        verdicts: Where the records are, if not where the case says; it may lie outside the case.

    Raises:
        CaseError: There is no such folder, no article in it, or its settings are wrong.
    """
    root = _existing_folder(folder)
    config = load_config(root)
    sources_dir, sources, notices = _find_sources(root, config)
    return Case(
        root=root,
        title=config.title or clean_line(root.name) or "case",
        sources_dir=sources_dir,
        sources=sources[:MAX_ARTICLES],
        others=sources[MAX_ARTICLES:],
        verdicts_dir=_verdicts_dir(root, config, verdicts),
        scale=config.scale or DEFAULT_SCALE,
        second_reader=config.second_reader,
        blind_second=config.blind_second,
        advance=config.advance,
        notices=notices,
        publish=config.publish,
        libraries=tuple(_library(root, folder) for folder in config.libraries),
    )


def stamps_of(case: Case) -> dict[str, Stamp]:
    """For each article file that is there what tells whether it was changed since."""
    found: dict[str, Stamp] = {}
    for source in (*case.sources, *case.others):
        with suppress(OSError):
            about = (case.root / source).stat(follow_symlinks=False)
            found[source] = about.st_mtime_ns, about.st_size, about.st_ino
    return found


def folder_for_articles(folder: Path) -> tuple[Path, Path]:
    """The case's folder and the one that its next article belongs in, which may not exist yet.

    Unlike `find_case` it takes a case that has no article so far.

    Raises:
        CaseError: There is no such folder, or its settings are wrong.
    """
    root = _existing_folder(folder)
    config = load_config(root)
    try:
        return root, _find_sources(root, config)[0]
    except CaseError:
        usual = (root / name for name in _USUAL_FOLDERS)
        there = next((path for path in usual if path.is_dir()), root / _FIRST_FOLDER)
        chosen = root / config.sources if config.sources else there
        if _leads_out(chosen, root):
            raise
        return root, chosen


def why_unwritable(case: Case) -> str:
    """Why records cannot be saved in a case, as one sentence; empty if they can.

    Nothing is tried, so what only shows when writing (a full disk) is not told.
    """
    folder = case.verdicts_dir
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    if os.access(folder, os.W_OK | os.X_OK):
        return ""
    return (
        f"Nothing can be saved: you may not write in {_shown(folder)}. Change its permissions, or "
        "name another folder with --verdicts."
    )


def find_rating(scale: Sequence[Rating], word: str) -> Rating:
    """A rating by its name, in any letter case, or by its digit.

    Raises:
        UnknownRating: The scale has none such.
    """
    wanted = " ".join(word.split()).casefold()
    for rating in scale:
        if wanted in {rating.key, rating.name.casefold()}:
            return rating
    known = ", ".join(f"{rating.key} {rating.name}" for rating in scale)
    raise UnknownRating(f"There is no rating “{clean_line(word, 40)}”; choose one of {known}.")


def _existing_folder(folder: Path) -> Path:
    shown = _shown(folder)
    try:
        mode = folder.stat().st_mode
        root = folder.resolve(strict=True)
    except FileNotFoundError as error:
        raise CaseError(
            f"{shown} does not exist; give the folder that holds the articles."
        ) from error
    except (OSError, ValueError) as error:
        raise _unreadable(shown, error) from error
    if not stat.S_ISDIR(mode):
        raise CaseError(f"{shown} is no folder; give the folder that the articles are in.")
    return root


def _library(root: Path, folder: str) -> Path:
    try:
        path = root / Path(folder).expanduser()
    except RuntimeError:  # There is no such user.
        path = root / folder
    return Path(os.path.normpath(path))


def _find_sources(root: Path, config: Config) -> tuple[Path, tuple[str, ...], tuple[str, ...]]:
    """The folder of the articles, their paths, and what was left out and why."""
    if config.sources:
        candidates = [root / config.sources]
        if not candidates[0].is_dir():
            raise CaseError(
                f"workbench.toml: there is no folder {clean_line(config.sources)} in the case; "
                "correct `sources` or make the folder."
            )
    else:
        usual = [root / name for name in _USUAL_FOLDERS]
        candidates = [*(path for path in usual if path.is_dir()), root]
    notices: tuple[str, ...] = ()
    for candidate in candidates:
        if _leads_out(candidate, root):
            notices += (f"{_shown(candidate)} is a link that leads out of the case; left out.",)
            continue
        sources, left_out = _list_articles(root, candidate)
        notices += left_out
        if sources:
            return candidate, sources, notices
    raise CaseError(_nothing_found(root, candidates, notices))


def _nothing_found(root: Path, candidates: list[Path], notices: tuple[str, ...]) -> str:
    where = _shown(candidates[0])
    if notices:
        return f"{where} holds no article that can be used: {notices[0]}"
    return (
        f"{where} holds no articles; put the reports of one event there as .txt, .md or .html "
        f"files{'' if candidates[0] != root else ', or into a folder articles in it'}."
    )


def _list_articles(root: Path, folder: Path) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The article files of one folder, relative to the case, and what was left out and why."""
    sources: list[str] = []
    notices: list[str] = []
    for name in _names(folder):
        if not _may_be_article(name, in_case_itself=folder == root):
            continue
        path = folder / name
        reason = _unusable(path, root)
        if reason is None:
            sources.append(path.relative_to(root).as_posix())
        elif reason:
            notices.append(f"{clean_line(path.relative_to(root).as_posix())} {reason}")
    return tuple(sources), tuple(notices)


def _names(folder: Path) -> list[str]:
    names: list[str] = []
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                names.append(entry.name)
                if len(names) > _MAX_ENTRIES:
                    raise CaseError(
                        f"{_shown(folder)} holds more than {_MAX_ENTRIES:,} files; "
                        "give the folder that the articles are in."
                    )
    except OSError as error:
        raise _unreadable(_shown(folder), error) from error
    return sorted(names)


def _may_be_article(name: str, *, in_case_itself: bool) -> bool:
    path = PurePath(name)
    if name.startswith(".") or path.suffix.lower() not in EXTENSIONS:
        return False
    return not (in_case_itself and path.stem.lower() in _NO_ARTICLES)


def _unusable(path: Path, root: Path) -> str | None:
    """Why a file cannot be an article; None if it can, empty if nobody needs to be told."""
    try:
        path.name.encode("utf-8")
    except UnicodeEncodeError:
        return "has a name that is not valid Unicode; rename it to use it."
    if "\\" in path.name or path.name[1:2] == ":":
        return "has a name that would be a path elsewhere on Windows; rename it to use it."
    try:
        mode = path.lstat().st_mode
        is_link = stat.S_ISLNK(mode)
        mode = path.stat().st_mode if is_link else mode
    except (OSError, RuntimeError):
        return "is a link to nothing; left out." if path.is_symlink() else ""
    if is_link and _leads_out(path, root):
        return "is a link that leads out of the case; copy the article into the case to use it."
    if stat.S_ISDIR(mode):
        return ""
    return None if stat.S_ISREG(mode) else "is no ordinary file; left out."


def _verdicts_dir(root: Path, config: Config, chosen: Path | None) -> Path:
    if chosen is not None:
        path = Path(os.path.abspath(chosen))  # noqa: PTH100 - `resolve` would follow links
    else:
        path = root / (config.verdicts or _VERDICTS)
        if _leads_out(path, root):
            raise CaseError(
                f"{_shown(path)} is a link that leads out of the case; if the records are meant "
                "to be there, name that folder with --verdicts."
            )
    if path.exists() and not path.is_dir():
        raise CaseError(f"{_shown(path)} is no folder; records are kept in a folder.")
    return path


def _leads_out(path: Path, root: Path) -> bool:
    try:
        return not path.resolve().is_relative_to(root)
    except (OSError, RuntimeError):
        return True


def _unreadable(shown: str, error: Exception) -> CaseError:
    reason = (error.strerror if isinstance(error, OSError) else None) or "not a usable path"
    return CaseError(f"{shown} cannot be read: {reason.lower()}.")


def _shown(path: Path) -> str:
    """A path as a person gave it, safe to show on one line."""
    return clean_line(str(path)) if str(path) != "." else "The current folder"
