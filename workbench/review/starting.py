"""A folder for a new case: settings to fill in, what git needs, and a place for the articles.

Everything that is written explains itself, because it is the first that a newcomer sees.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from workbench.records import disk
from workbench.review.config import CONFIG_NAME
from workbench.review.errors import CaseError
from workbench.text.cleaning import clean_line

if TYPE_CHECKING:
    from pathlib import Path

_SETTINGS = """\
# Settings of this case. Everything here may be left out.

title = {title}

# Does every verdict need a second reader before it is published?
second_reader = false

# Is the first verdict hidden from the second reader until they have given theirs?
blind_second = false

# Folders of earlier checks that `workbench search` looks in, and other cases; relative to this one.
# libraries = ["../checked-before"]

# Other folders than `articles` and `verdicts`:
# sources = "articles"
# verdicts = "verdicts"

# Where checks are published, and as whose (`workbench export --format claimreview`):
# [publish]
# url = "https://example.org/checks/{{claim}}"
# publisher = "The Harbour Facts desk"

# A rating scale of your own, up to nine ratings, for the keys 1 to 9:
# [[scale]]
# key = "1"
# name = "correct"
# value = 5                  # 5 is best, 1 is worst; leave it out where a rating is no degree
# averitec = "Supported"
"""

_ATTRIBUTES = """\
# Records have the same bytes on every system, or two people's commits would differ in nothing else.
verdicts/** text eol=lf
# An article is evidence: git must not touch a byte of it, as positions count from its start.
articles/** -text
"""

_HOOK = """\
#!/bin/sh
# Lets git refuse a commit whose records are broken, or whose judged sentences were edited.
# To switch it on, in the folder of the repository:
#   cp pre-commit.example .git/hooks/pre-commit && chmod +x .git/hooks/pre-commit
exec workbench check
"""

_README = """\
# A case

Put the reports of one event into `articles/`, as `.txt`, `.md` or `.html` files; `workbench import`
takes the text out of a saved web page. They are never changed. A text file may begin with what is
known of it:

    ---
    title: Ferry runs aground
    publisher: Morning Paper
    author: Ann Reporter
    date: 2025-05-13
    url: https://example.org/ferry
    ---

Open it with `workbench` in this folder. Verdicts and notes go into `verdicts/`, one small file
each, made to be committed.
"""


def make_case(folder: Path) -> tuple[str, ...]:
    """Make the folder of a new case.

    Args:
        folder: It must not exist, or be empty but for `.git`.

    Returns:
        The files that were made, relative to the folder.

    Raises:
        CaseError: Something is there already, or the folder cannot be made.
    """
    shown = clean_line(str(folder))
    name = folder.absolute().name
    files = {
        CONFIG_NAME: _SETTINGS.format(title=_toml_text(clean_line(name) or "case")),
        ".gitattributes": _ATTRIBUTES,
        "pre-commit.example": _HOOK,
        "README.md": _README,
        "articles/.gitkeep": "",
    }
    try:
        if folder.exists() and (not folder.is_dir() or _holds_something(folder)):
            raise CaseError(f"{shown} exists already; nothing was changed. Choose another name.")
        (folder / "articles").mkdir(parents=True, exist_ok=True)
        for file, text in files.items():
            mode = 0o777 if file.endswith(".example") else 0o666
            disk.write_synced(disk.open_new(folder / file, mode), text.encode("utf-8"))
        disk.sync_folder(folder)
    except (OSError, ValueError) as error:
        reason = disk.in_words(error) if isinstance(error, OSError) else "it is no name of a folder"
        raise CaseError(f"{shown} could not be made: {reason}.") from error
    return tuple(files)


def _holds_something(folder: Path) -> bool:
    return any(entry.name != ".git" for entry in folder.iterdir())


def _toml_text(text: str) -> str:
    """A basic string of TOML; its escapes are JSON's but for the solidus, which JSON leaves out."""
    return re.sub("\x7f", r"\\u007f", json.dumps(text, ensure_ascii=False))
