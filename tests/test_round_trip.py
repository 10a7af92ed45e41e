"""From verdict to publication and back: what is exported is found when the claim comes up again."""

from __future__ import annotations

import pytest

from tests.cli.conftest import FLOOD, Command
from tests.library.making import ALL, write_library
from tests.review.making import write_case


@pytest.fixture
def workbench(capsys, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return Command(capsys)


def test_an_exported_verdict_is_found_first_from_a_library(workbench, tmp_path):
    case = write_case(tmp_path / "ferry", FLOOD)
    (case / "workbench.toml").write_text(
        '[publish]\nurl = "https://example.org/checks/{claim}"\npublisher = "Skarholm Facts"\n'
    )
    claims = workbench("match", case, "--json").json["claims"]
    for claim in claims:
        workbench("verdict", case, "--at", claim["id"], "--rating", "false", "--conclusion", "No.")
    feed, library = tmp_path / "export.json", write_library(tmp_path / "library", *ALL)
    exported = workbench("export", case, "--format", "claimreview", "--all", "-o", feed)
    assert feed.exists(), exported.err
    assert workbench("import", feed, "--library", library).code == 0
    for claim in claims:
        search = ("search", claim["text"], "--library", library, "--json")
        first = workbench(*search).json["results"][0]
        assert first["claim"] == claim["text"]
        assert (first["rating"], first["checker"]) == ("false", "Skarholm Facts")
        assert first["url"] == f"https://example.org/checks/{claim['id']}"
    again = workbench("import", feed, "--library", library)
    assert "0 checks added" in again.err
