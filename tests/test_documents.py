"""Documents that are made from the code are as the code says, and links in documents lead somewhere."""

import importlib.util
import re
from pathlib import Path

import pytest

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


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_links_lead_to_files_that_are_there(document: Path):
    text = re.sub(r"```.*?```", "", document.read_text(encoding="utf-8"), flags=re.DOTALL)
    targets = re.findall(r"\]\(([^)#]+)\)", text)
    missing = [t for t in targets if "://" not in t and not (document.parent / t).exists()]

    assert missing == []
