"""Documents that are made from the code are as the code says, and links in documents lead somewhere."""

import importlib.util
import re
from pathlib import Path

import pytest

from workbench.records.own_state import keep_state, state_folder

ROOT = Path(__file__).resolve().parent.parent
DOCUMENTS = [ROOT / "README.md", ROOT / "ARCHITECTURE.md", ROOT / "CHANGELOG.md"]
DOCUMENTS += sorted((ROOT / "docs").glob("*.md"))


def script(name: str):
    spec = importlib.util.spec_from_file_location(name, ROOT / "docs" / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_page_of_keys_is_that_of_the_table():
    pages = script("make_pages")

    assert pages.KEYS.read_text(encoding="utf-8") == pages.keys_page()


def test_the_list_of_modules_is_that_of_the_package():
    pages = script("make_pages")

    assert pages.ARCHITECTURE.read_text(encoding="utf-8") == pages.architecture()


def test_the_output_of_commands_is_what_they_print():
    pages = script("make_pages")

    for page in pages.WITH_OUTPUT:
        text = page.read_text(encoding="utf-8")
        assert text.count("<!-- run:") == len(pages.RUN.findall(text))
        assert text == pages.with_output(text)


@pytest.mark.slow
def test_the_pictures_show_what_the_program_shows(tmp_path, monkeypatch):
    for name in ("XDG_STATE_HOME", "LOCALAPPDATA", "HOME"):
        monkeypatch.setenv(name, str(tmp_path))
    keep_state(state_folder() / "habits.json", {"actions": 1_000})
    shots = script("make_screenshots")

    for name, svg in shots.pictures().items():
        stored = (shots.IMAGES / f"{name}.svg").read_text(encoding="utf-8")
        assert shots.words(stored) == shots.words(svg), f"{name}: run docs/make_screenshots.py"


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_links_lead_to_files_that_are_there(document: Path):
    text = re.sub(r"```.*?```", "", document.read_text(encoding="utf-8"), flags=re.DOTALL)
    targets = re.findall(r"\]\(([^)#]+)\)", text)
    missing = [t for t in targets if "://" not in t and not (document.parent / t).exists()]

    assert missing == []
