"""Reading a case's records: what is no record is named with its reason, the others still load."""

import os
import time
from pathlib import Path

import pytest

from tests.records.making import evidence, verdict
from workbench.records.loading import Loaded, RecordProblem, load_records
from workbench.records.serialise import serialise
from workbench.records.store import RecordStore

posix_only = pytest.mark.skipif(os.name == "nt", reason="POSIX file systems")
FOLDER = "bridge-abc"


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """A case with one sound record."""
    RecordStore(tmp_path, tmp_path / "verdicts").save(verdict(conclusion="sound"), FOLDER)
    return tmp_path


def load(case: Path) -> Loaded:
    return load_records(case, case / "verdicts")


def only_problem(case: Path) -> RecordProblem:
    """The only problem, once it is sure that the sound record was loaded beside it."""
    loaded = load(case)
    assert [getattr(stored.record, "conclusion", "") for stored in loaded.records] == ["sound"]
    (problem,) = loaded.problems
    return problem


def test_a_case_without_verdicts_has_no_records(tmp_path: Path) -> None:
    assert load(tmp_path) == Loaded()


def test_records_come_by_folder_and_then_in_the_order_they_were_made(case: Path) -> None:
    store = RecordStore(case, case / "verdicts")
    store.save(evidence(60), FOLDER)
    store.save(verdict(30), FOLDER)
    store.save(verdict(10), "a-claim-def")
    loaded = load(case)
    assert [(s.folder, s.record.created_at[-6:], s.record.kind) for s in loaded.records] == [
        ("a-claim-def", "00:10Z", "verdict"),
        (FOLDER, "00:00Z", "verdict"),
        (FOLDER, "00:30Z", "verdict"),
        (FOLDER, "01:00Z", "evidence"),
    ]
    assert all((case / stored.path).is_file() for stored in loaded.records)
    assert loaded.problems == ()


@pytest.mark.parametrize("garbage", [b"", b"{", b"\xff", b"null", b"<<<<<<< HEAD\n{}\n=======\n"])
def test_a_broken_file_is_named_and_hides_no_other(case: Path, garbage: bytes) -> None:
    name = f"verdicts/{FOLDER}/{verdict(9).id}-verdict.json"
    (case / name).write_bytes(garbage)
    problem = only_problem(case)
    assert problem.path == name
    assert problem.reason
    assert problem.remedy


def test_a_name_that_does_not_fit_is_told_the_right_one(case: Path) -> None:
    record = verdict(9)
    for name in (
        f"{record.id}-evidence.json",
        f"{verdict(8).id}-verdict.json",
        f"{record.id}-verdict (1).json",
        "x.JSON",
    ):
        path = case / "verdicts" / FOLDER / name
        path.write_bytes(serialise(record))
        problem = only_problem(case)
        assert problem.path.endswith(name)
        assert f"{record.id}-verdict.json" in problem.remedy
        path.unlink()


def test_of_two_files_with_one_id_the_first_counts(case: Path) -> None:
    (original,) = (case / "verdicts" / FOLDER).iterdir()
    copy = case / "verdicts" / "copied-abc" / original.name
    copy.parent.mkdir()
    copy.write_bytes(original.read_bytes().replace(b"sound", b"copied"))
    loaded = load(case)
    assert [stored.folder for stored in loaded.records] == [FOLDER]
    assert f"it has the same id as verdicts/{FOLDER}/{original.name}" in loaded.problems[0].reason


@posix_only
def test_what_is_no_regular_file_is_named_and_never_waited_for(case: Path) -> None:
    folder = case / "verdicts" / FOLDER
    (original,) = folder.iterdir()
    os.mkfifo(folder / "fifo.json")
    (folder / "folder.json").mkdir()
    (folder / "link.json").symlink_to(original)
    (folder / "dangling.json").symlink_to("nowhere")
    reasons = {Path(p.path).name: p.reason for p in load(case).problems}
    assert reasons == {
        "fifo.json": "it is not a regular file",
        "folder.json": "it is not a regular file",
        "link.json": "it is a symbolic link",
        "dangling.json": "it is a symbolic link",
    }


@posix_only
@pytest.mark.parametrize("link_at", ["verdicts", f"verdicts/{FOLDER}"])
def test_a_folder_that_is_a_symbolic_link_is_not_followed(case: Path, link_at: str) -> None:
    (case / link_at).rename(case / "moved")
    (case / link_at).symlink_to(case / "moved")
    loaded = load(case)
    assert loaded.records == ()
    assert [(p.path, p.reason) for p in loaded.problems] == [(link_at, "it is a symbolic link")]


def test_records_in_the_wrong_place_are_named(case: Path) -> None:
    (case / "verdicts" / "stray.json").write_bytes(serialise(verdict(9)))
    (case / "verdicts" / FOLDER / "old").mkdir()
    assert [p.path for p in load(case).problems] == [
        f"verdicts/{FOLDER}/old",
        "verdicts/stray.json",
    ]


def test_other_peoples_files_are_left_alone(case: Path) -> None:
    for name in (".gitkeep", ".DS_Store", "README.md"):
        (case / "verdicts" / name).write_text("x")
        (case / "verdicts" / FOLDER / name).write_text("x")
    assert load(case).problems == ()


def test_the_file_of_a_killed_save_is_no_problem_but_told_when_it_is_old(case: Path) -> None:
    path = case / "verdicts" / FOLDER / f".{verdict(9).id}-verdict.json.0123abcd.tmp"
    path.write_text("{")
    assert load(case).leftovers == ()
    os.utime(path, (time.time() - 4000,) * 2)
    assert load(case).leftovers == (path.relative_to(case).as_posix(),)
    assert load(case).problems == ()


def test_verdicts_that_are_a_file_are_named(tmp_path: Path) -> None:
    (tmp_path / "verdicts").write_text("mine")
    assert [p.reason for p in load(tmp_path).problems] == ["it is a file, not a folder"]


@posix_only
@pytest.mark.skipif(os.name != "nt" and os.geteuid() == 0, reason="root may read anything")
def test_a_file_that_may_not_be_read_is_named(case: Path) -> None:
    path = case / "verdicts" / FOLDER / f"{verdict(9).id}-verdict.json"
    path.write_bytes(serialise(verdict(9)))
    path.chmod(0)
    assert only_problem(case).reason == "it cannot be read, permission denied"


def test_a_newer_record_that_still_validates_loads_with_all_its_fields(case: Path) -> None:
    record = verdict(9)
    data = serialise(record).replace(b'"schema_version": 1', b'"schema_version": 2')
    data = data.replace(b'"rating"', b'"confidence": 0.5,\n  "rating"')
    (case / "verdicts" / FOLDER / f"{record.id}-verdict.json").write_bytes(data)
    newest = load(case).records[-1].record
    assert (newest.schema_version, newest.model_extra) == (2, {"confidence": 0.5})


def test_reading_stops_when_asked(case: Path) -> None:
    assert load_records(case, case / "verdicts", is_cancelled=lambda: True).records == ()


class TestReadingAgain:
    """Only what changed is read again; the rest are the same objects."""

    @pytest.fixture
    def old(self, case: Path) -> Loaded:
        """The case as it was read when its record had been there for a while."""
        (path,) = (case / "verdicts").rglob("*.json")
        os.utime(path, (1_700_000_000, 1_700_000_000))
        return load(case)

    def again(self, case: Path, earlier: Loaded) -> Loaded:
        return load_records(case, case / "verdicts", earlier=earlier)

    def test_a_file_that_did_not_change_is_not_read(self, case: Path, old: Loaded) -> None:
        assert self.again(case, old).records[0] is old.records[0]
        assert self.again(case, old) == old

    def test_a_new_one_is(self, case: Path, old: Loaded) -> None:
        RecordStore(case, case / "verdicts").save(evidence(60), FOLDER)
        assert len(self.again(case, old).records) == 2

    def test_an_edited_one_is_even_if_its_size_and_time_stay(self, case: Path, old: Loaded) -> None:
        path = case / old.records[0].path
        path.write_bytes(path.read_bytes().replace(b'"sound"', b'"other"'))
        os.utime(path, (1_700_000_000, 1_700_000_000))
        (stored,) = self.again(case, old).records
        assert stored.record.conclusion == "other"

    def test_one_that_was_written_just_now_is_read_again(self, case: Path) -> None:
        now = load(case)
        assert self.again(case, now).records[0] is not now.records[0]

    def test_one_that_is_gone_is_gone(self, case: Path, old: Loaded) -> None:
        (case / old.records[0].path).unlink()
        assert self.again(case, old) == Loaded()

    def test_a_copy_of_its_id_elsewhere_is_still_named(self, case: Path, old: Loaded) -> None:
        path = case / old.records[0].path
        copy = case / "verdicts" / "a-copy" / path.name
        copy.parent.mkdir()
        copy.write_bytes(path.read_bytes())
        again = self.again(case, old)
        assert len(again.records) == len(again.problems) == 1
        assert "same id" in again.problems[0].reason
