"""Writing an export to a file: whole or not at all, and never over what people made.

An export may replace an earlier export. It may not replace an article, a record or the settings,
and it may not be put where the next start would take it for one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.records import disk
from workbench.review.case import EXTENSIONS
from workbench.review.config import CONFIG_NAME
from workbench.review.errors import ReviewError
from workbench.text.cleaning import clean_line

if TYPE_CHECKING:
    from pathlib import Path

    from workbench.review.case import Case


class NotExported(ReviewError):  # noqa: N818
    """Nothing was written; the message says why."""


def save_export(case: Case, path: Path, data: bytes) -> None:
    """Put an export into a file, in place of an earlier one.

    Args:
        case: What was exported.
        path: The file; its folder must exist.
        data: What it will hold.

    Raises:
        NotExported: The file is none to write to, or it could not be written.
    """
    shown = clean_line(str(path))
    try:
        resolved = path.resolve()
        reason = _why_not(case, path, resolved)
        if not reason:
            disk.replace_file(resolved, data, mode=0o666)
    except (OSError, RuntimeError, ValueError) as error:
        reason = disk.in_words(error) if isinstance(error, OSError) else "it is no usable path"
        raise NotExported(f"Not exported: {shown} cannot be written, {reason}.") from error
    if reason:
        raise NotExported(f"Not exported: {shown} {reason}")


def _why_not(case: Case, path: Path, resolved: Path) -> str:
    """Why a file is not to be written to, after its name; empty if it may be."""
    verdicts = case.verdicts_dir.resolve()
    if resolved == verdicts or resolved.is_relative_to(verdicts):
        return "lies among the verdicts, where only records belong; choose another folder."
    if any(resolved == (case.root / source).resolve() for source in case.sources):
        return "is an article of the case, which is never written to; choose another name."
    if resolved == (case.root / CONFIG_NAME).resolve():
        return "holds the settings of the case; choose another name."
    in_sources = resolved.parent == case.sources_dir.resolve()
    if in_sources and resolved.suffix.lower() in EXTENSIONS:
        return "would be taken for an article of the case; choose another folder."
    if path.is_symlink():
        return "is a link; name the file itself."
    if resolved.is_dir():
        return "is a folder; name a file in it."
    if not resolved.parent.is_dir():
        return "lies in a folder that does not exist; make the folder first."
    if resolved.exists() and not resolved.is_file():
        return "is no ordinary file; choose another name."
    return ""
