"""What holds for every test: none of them reads or writes the user's own files."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

# A busy machine is no fault of the program's.
settings.register_profile("project", deadline=None)
settings.load_profile("project")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-snapshots", action="store_true", help="store the screens as they look now"
    )


@pytest.fixture(scope="session", autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A home folder for the whole run, with git and the XDG folders pointed at it."""
    folder = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HOME", str(folder))
        patch.setenv("USERPROFILE", str(folder))
        patch.setenv("LOCALAPPDATA", str(folder / "AppData" / "Local"))
        patch.setenv("APPDATA", str(folder / "AppData" / "Roaming"))
        patch.setenv("XDG_CONFIG_HOME", str(folder / ".config"))
        patch.setenv("XDG_DATA_HOME", str(folder / ".local" / "share"))
        patch.setenv("XDG_STATE_HOME", str(folder / ".local" / "state"))
        patch.setenv("XDG_CACHE_HOME", str(folder / ".cache"))
        patch.setenv("GIT_CONFIG_GLOBAL", str(folder / ".gitconfig"))
        patch.setenv("GIT_CONFIG_NOSYSTEM", "1")
        # The look of the screen must not depend on who runs the tests.
        for name in ("NO_COLOR", "FORCE_COLOR", "TEXTUAL", "TEXTUAL_THEME"):
            patch.delenv(name, raising=False)
        yield folder
