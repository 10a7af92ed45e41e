"""`workbench check --repair`: what can be mended is, what cannot is named, nothing is dropped."""

from pathlib import Path


def in_conflict(path: Path) -> None:
    """Leave what a hand edit on two branches and a merge leave."""
    text = path.read_text(encoding="utf-8")
    assert '"rating": "false"' in text
    sides = '<<<<<<< HEAD\n  "rating": "false",\n=======\n  "rating": "true",\n>>>>>>> other\n'
    path.write_text(text.replace('  "rating": "false",\n', sides), encoding="utf-8")


def the_record(case: Path) -> Path:
    (path,) = (case / "verdicts").rglob("*.json")
    return path


def test_a_record_in_conflict_is_named_and_becomes_two_that_disagree(workbench, case):
    workbench("verdict", case, "--at", "1", "--rating", "false", "--reviewer", "Ada")
    in_conflict(the_record(case))
    found = workbench("check", case)
    assert found.code == 1
    assert "check --repair" in found.out

    mended = workbench("check", case, "--repair")
    assert mended.code == 0
    assert mended.err.startswith("verdicts/")
    assert "split into" in mended.err

    document = workbench("status", case, "--json").json
    assert "disagree" in str(document)
    shown = workbench("show", case, "--at", "1").out
    assert "false: Ada" in shown
    assert "true: Ada" in shown
    assert workbench("check", case, "--repair").err.count("split") == 0


def test_what_cannot_be_mended_is_left_and_still_a_finding(workbench, case):
    workbench("verdict", case, "--at", "1", "--rating", "false")
    path = the_record(case)
    path.write_text("<<<<<<< HEAD\nno record\n", encoding="utf-8")
    outcome = workbench("check", case, "--repair", "--json")
    assert outcome.code == 1
    (repair,) = outcome.json["repairs"]
    assert repair["is_mended"] is False
    assert "cannot be repaired" in repair["said"]
    assert path.read_text(encoding="utf-8") == "<<<<<<< HEAD\nno record\n"


def test_nothing_is_repaired_unasked(workbench, case):
    workbench("verdict", case, "--at", "1", "--rating", "false")
    path = the_record(case)
    in_conflict(path)
    before = path.read_bytes()
    workbench("check", case)
    assert path.read_bytes() == before
