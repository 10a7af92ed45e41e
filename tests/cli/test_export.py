"""`workbench export`: the file or stdout, what is left out, and what is never written over."""

import json

import pytest

from workbench.cli.arguments import _EXPORT_FORMATS, _STATUSES
from workbench.publish.formats import FORMATS
from workbench.publish.selecting import STATUSES

CONFIG = '[publish]\nurl = "https://desk.example/{claim}"\n'


@pytest.fixture
def checked(workbench, case):
    """The ferry case with one verdict, a draft."""
    (case / "workbench.toml").write_text(CONFIG, encoding="utf-8")
    assert workbench("verdict", case, "--at", "1", "--rating", "false").code == 0
    return case


def test_the_help_lists_what_there_is():
    assert tuple(known.name for known in FORMATS) == _EXPORT_FORMATS
    assert _STATUSES == STATUSES


def test_to_stdout_and_to_a_file_it_is_the_same(workbench, checked, tmp_path):
    for known in FORMATS:
        path = tmp_path / known.file
        printed = workbench("export", checked, "--format", known.name, "--all")
        written = workbench("export", checked, "--format", known.name, "--all", "-o", path)
        assert (printed.code, written.code) == (0, 0)
        assert path.read_bytes().decode() == printed.out
        assert written.out == ""
        assert str(path) in written.err


def test_a_draft_is_listed_and_no_finding_unless_asked_for(workbench, checked):
    outcome = workbench("export", checked, "--format", "claimreview")
    assert (outcome.code, outcome.json) == (0, [])
    assert "is draft" in outcome.err

    outcome = workbench("export", checked, "--format", "claimreview", "--status", "draft")
    assert (outcome.code, len(outcome.json)) == (0, 1)


def test_what_was_asked_for_and_cannot_be_exported_is_a_finding(workbench, checked):
    workbench("verdict", checked, "--at", "1", "--rating", "true", "--reviewer", "Somebody else")

    outcome = workbench("export", checked, "--format", "claimreview", "--all")

    assert (outcome.code, outcome.json) == (1, [])
    assert "reviewers disagree" in outcome.err


def test_a_record_that_cannot_be_read_is_a_finding(workbench, checked):
    (record,) = (checked / "verdicts").rglob("*.json")
    record.write_text("{", encoding="utf-8")

    outcome = workbench("export", checked, "--format", "csv")

    assert outcome.code == 1
    assert record.name in outcome.err


@pytest.mark.parametrize(
    ("target", "word"),
    [
        ("articles/morning.txt", "is an article"),
        ("articles/report.md", "would be taken for an article"),
        ("verdicts/report.csv", "only records belong"),
        ("workbench.toml", "holds the settings"),
        ("missing/report.csv", "does not exist"),
        ("articles", "is a folder"),
    ],
)
def test_what_people_made_is_never_written_over(workbench, checked, target, word):
    path = checked / target
    before = path.read_bytes() if path.is_file() else None

    outcome = workbench("export", checked, "--format", "csv", "-o", path)

    assert outcome.code == 3
    assert word in outcome.err
    assert outcome.out == ""
    assert (path.read_bytes() if path.is_file() else None) == before


def test_a_link_to_an_article_is_not_written_through(workbench, checked, tmp_path):
    link = tmp_path / "link.csv"
    link.symlink_to(checked / "articles" / "morning.txt")

    assert workbench("export", checked, "--format", "csv", "-o", link).code == 3
    assert b"ferry Astrid" in (checked / "articles" / "morning.txt").read_bytes()


def test_an_earlier_export_is_replaced(workbench, checked, tmp_path):
    path = tmp_path / "checks.json"
    path.write_text("[]", encoding="utf-8")

    assert workbench("export", checked, "--format", "averitec", "-o", path).code == 0
    assert json.loads(path.read_text(encoding="utf-8"))
    assert list(tmp_path.glob(".*")) == []


def test_an_unknown_format_is_not_understood(workbench, checked):
    assert workbench("export", checked, "--format", "pdf").code == 2
