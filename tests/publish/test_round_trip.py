"""What one desk exports, another finds: out as ClaimReview, imported into a library, found first."""

import json

import pytest

from tests.library.making import ALL, write_library
from tests.publish.making import publish, shared, storm
from workbench.cli.main import main


@pytest.fixture
def command(tmp_path, monkeypatch, capsys):
    """Runs a command of `workbench` in a folder that is no case; returns what it printed."""
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")

    def run(*argv):
        assert main([str(argument) for argument in argv]) == 0
        return capsys.readouterr().out

    return run


def test_an_exported_check_is_imported_and_found_first(tmp_path, command):
    session = storm(tmp_path / "case")
    for claim, rating in zip(shared(session), session.case.scale, strict=True):
        publish(session, claim, rating.name)
    library = write_library(tmp_path / "library", *ALL)

    command("export", tmp_path / "case", "--format", "claimreview", "-o", "checks.jsonld")
    command("import", "checks.jsonld", "--library", library)

    for claim, rating in zip(shared(session), session.case.scale, strict=True):
        asked = f"Is it true? {claim.text.lower()}"
        found = json.loads(command("search", asked, "--library", library, "--json"))
        first = found["results"][0]
        assert found["searched"] == len(ALL) + len(session.case.scale)
        assert (first["claim"], first["rating"]) == (claim.text, rating.name)
        assert first["url"] == session.case.publish.address(claim.id)
        assert first["checker"] == "The Desk"
        assert first["speaker"] == "Vera Holm"
        assert first["conclusion"] == f"Ada found it {rating.name}."
