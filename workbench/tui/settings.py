"""The user's own settings, from an optional `config.toml`: keys of their choice.

    [keys]
    next_claim = "n"
    next_hit = ["ctrl+n", "f3"]

A file that cannot be used never keeps anybody from their work: the usual keys are in use then, and
one sentence says what is wrong.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from workbench.text.cleaning import clean_line
from workbench.tui.keymap import Keymap, KeysError, chosen_keys

if TYPE_CHECKING:
    from pathlib import Path

FILE_NAME = "config.toml"


@dataclass(frozen=True, slots=True)
class Settings:
    """What the file says.

    Attributes:
        keymap: The user's keys, or the usual ones.
        complaint: Why the file was not used, one sentence that is safe to show; empty if it was.
    """

    keymap: Keymap = field(default_factory=Keymap)
    complaint: str = ""


def settings_file() -> Path:
    """Where the file is, whether it exists or not."""
    from platformdirs import user_config_path

    return user_config_path("workbench", appauthor=False) / FILE_NAME


def load_settings() -> Settings:
    """The user's settings; never raises."""
    path = settings_file()
    if not path.is_file():
        return Settings()
    from workbench.review.toml_file import TomlError, read_toml

    try:
        table = read_toml(path)
        unknown = next((name for name in table if name != "keys"), None)
        if unknown is not None:
            raise KeysError(f"unknown setting “{clean_line(unknown, 40)}”; known is [keys]")
        return Settings(Keymap(chosen_keys(table.get("keys", {}))))
    except (TomlError, KeysError) as error:
        said = f"{clean_line(str(path))}: {error}. The usual keys are in use."
        return Settings(complaint=said)
