"""Repairing: what can be mended is, and no record is dropped by it."""

import contextlib
import os
import time
from pathlib import Path

import pytest

from tests.records.making import evidence, verdict
from workbench.records.loading import load_records
from workbench.records.repairing import ASIDE, Repair, repair
from workbench.records.schema import Record
from workbench.records.serialise import serialise
from workbench.records.store import LEFTOVER_AGE, RecordStore

FOLDER = "bridge-abc"


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """A case with one record; its folder is where a test puts a broken one."""
    RecordStore(tmp_path, tmp_path / "verdicts").save(evidence(1), FOLDER)
    return tmp_path


def file_of(case: Path, record: Record) -> Path:
    return case / "verdicts" / FOLDER / f"{record.id}-{record.kind}.json"


def conflict(ours: Record, theirs: Record, *, base: Record | None = None) -> bytes:
    """What git leaves of two versions of a file that have nothing in common."""
    middle = b"||||||| 1234abc\n" + serialise(base) if base else b""
    return (
        b"<<<<<<< HEAD\n"
        + serialise(ours)
        + middle
        + b"=======\n"
        + serialise(theirs)
        + b">>>>>>> b\n"
    )


def in_lines(ours: Record, theirs: Record) -> bytes:
    """What git leaves where only some lines of two versions differ."""
    lines = []
    for one, other in zip(
        serialise(ours).splitlines(True), serialise(theirs).splitlines(True), strict=True
    ):
        same = one == other
        lines += [one] if same else [b"<<<<<<< HEAD\n", one, b"=======\n", other, b">>>>>>> b\n"]
    return b"".join(lines)


def mend(case: Path) -> Repair:
    (done,) = repair(case, case / "verdicts")
    return done


def conclusions(case: Path) -> list[str]:
    loaded = load_records(case, case / "verdicts")
    assert loaded.problems == ()
    return sorted(s.record.conclusion for s in loaded.records if s.record.kind == "verdict")


def test_both_sides_of_a_conflict_become_records(case: Path) -> None:
    ours, theirs = verdict(conclusion="ours"), verdict(conclusion="theirs")
    path = file_of(case, ours)
    path.write_bytes(conflict(ours, theirs))
    done = mend(case)
    assert done.is_mended
    assert "both in force" in done.said
    assert conclusions(case) == ["ours", "theirs"]


@pytest.mark.parametrize("newline", [b"\n", b"\r\n"])
def test_a_conflict_in_single_lines_is_put_together_again(case: Path, newline: bytes) -> None:
    ours = verdict(conclusion="ours", justification="A")
    theirs = verdict(conclusion="theirs", justification="B")
    file_of(case, ours).write_bytes(in_lines(ours, theirs).replace(b"\n", newline))
    assert mend(case).is_mended
    records = [s.record for s in load_records(case, case / "verdicts").records]
    assert [(r.conclusion, r.justification) for r in records if r.kind == "verdict"] in (
        [("ours", "A"), ("theirs", "B")],
        [("theirs", "B"), ("ours", "A")],
    )


def test_what_both_sides_had_in_common_is_no_version_of_its_own(case: Path) -> None:
    ours, theirs, base = (verdict(conclusion=word) for word in ("ours", "theirs", "base"))
    file_of(case, ours).write_bytes(conflict(ours, theirs, base=base))
    assert mend(case).is_mended
    assert conclusions(case) == ["ours", "theirs"]


def test_the_file_is_kept_as_it_was_beside_them(case: Path) -> None:
    ours, theirs = verdict(conclusion="ours"), verdict(conclusion="theirs")
    path = file_of(case, ours)
    data = conflict(ours, theirs)
    path.write_bytes(data)
    done = mend(case)
    aside = path.with_name(path.name + ASIDE)
    assert aside.read_bytes() == data
    assert aside.name in done.said


def test_on_another_machine_the_same_conflict_becomes_the_same_files(tmp_path: Path) -> None:
    ours, theirs = verdict(conclusion="ours"), verdict(conclusion="theirs")
    found = []
    for name, data in (("one", conflict(ours, theirs)), ("two", conflict(theirs, ours))):
        path = file_of(tmp_path / name, ours)
        path.parent.mkdir(parents=True)
        path.write_bytes(data)
        assert mend(tmp_path / name).is_mended
        found.append({p.name: p.read_bytes() for p in path.parent.glob("*.json")})
    assert found[0] == found[1]


def test_sides_with_ids_of_their_own_keep_them(case: Path) -> None:
    ours, theirs = verdict(10, conclusion="ours"), verdict(20, conclusion="theirs")
    file_of(case, ours).write_bytes(conflict(ours, theirs))
    assert mend(case).is_mended
    assert file_of(case, ours).is_file()
    assert file_of(case, theirs).is_file()


def test_a_record_that_is_there_is_not_overwritten(case: Path) -> None:
    ours, theirs = verdict(10, conclusion="ours"), verdict(20, conclusion="theirs")
    there = theirs.model_copy(update={"conclusion": "there"})
    file_of(case, there).write_bytes(serialise(there))
    file_of(case, ours).write_bytes(conflict(ours, theirs))
    assert mend(case).is_mended
    assert conclusions(case) == ["ours", "theirs", "there"]


@pytest.mark.parametrize("step", range(1, 30))
def test_a_repair_that_was_killed_goes_on(
    case: Path, step: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours, theirs = verdict(conclusion="ours"), verdict(conclusion="theirs")
    file_of(case, ours).write_bytes(conflict(ours, theirs))
    calls = 0

    class Killed(BaseException):
        pass

    def counted(real):
        def call(*arguments, **options):
            nonlocal calls
            calls += 1
            if calls >= step:
                raise Killed
            return real(*arguments, **options)

        return call

    with monkeypatch.context() as patch:
        for name in ("open", "write", "fsync", "link", "replace", "unlink"):
            patch.setattr(os, name, counted(getattr(os, name)))
        with contextlib.suppress(Killed):
            repair(case, case / "verdicts")
    repair(case, case / "verdicts")
    assert conclusions(case) == ["ours", "theirs"]


@pytest.mark.parametrize(
    "data",
    [
        b"<<<<<<< a\n{}\n=======\n{}\n>>>>>>> b\n",
        b"<<<<<<< a\n{}\n",
        b"=======\n",
        b">>>>>>> b\n<<<<<<< a\n",
        b"<<<<<<< a\n=======\n=======\n>>>>>>> b\n",
    ],
)
def test_a_conflict_of_what_is_no_record_is_left_and_said(case: Path, data: bytes) -> None:
    path = file_of(case, verdict())
    path.write_bytes(data)
    done = mend(case)
    assert not done.is_mended
    assert done.said.startswith("it cannot be repaired, as ")
    assert path.read_bytes() == data
    assert len(list(path.parent.iterdir())) == 2


def leave(case: Path, record: Record, data: bytes, age: float = LEFTOVER_AGE + 1) -> Path:
    path = case / "verdicts" / FOLDER / f".{record.id}-{record.kind}.json.0123abcd.tmp"
    path.write_bytes(data)
    os.utime(path, (time.time() - age,) * 2)
    return path


def test_a_whole_record_of_a_killed_save_is_saved(case: Path) -> None:
    record = verdict(conclusion="whole")
    left = leave(case, record, serialise(record))
    assert "saved as" in mend(case).said
    assert conclusions(case) == ["whole"]
    assert not left.exists()


def test_it_is_saved_too_where_an_empty_file_took_its_name(case: Path) -> None:
    record = verdict(conclusion="whole")
    leave(case, record, serialise(record))
    file_of(case, record).write_bytes(b"")
    assert mend(case).is_mended
    assert conclusions(case) == ["whole"]


def test_a_torn_one_is_removed(case: Path) -> None:
    record = verdict()
    left = leave(case, record, serialise(record)[:100])
    assert mend(case).said.startswith("removed, as ")
    assert not left.exists()


def test_one_that_was_saved_after_all_is_removed(case: Path) -> None:
    record = verdict(conclusion="whole")
    RecordStore(case, case / "verdicts").save(record, FOLDER)
    left = leave(case, record, serialise(record))
    assert mend(case).is_mended
    assert not left.exists()
    assert conclusions(case) == ["whole"]


def test_what_may_still_be_being_saved_is_left_alone(case: Path) -> None:
    record = verdict()
    left = leave(case, record, serialise(record), age=10)
    assert repair(case, case / "verdicts") == ()
    assert left.exists()


def test_the_next_save_leaves_a_whole_record_to_be_repaired(case: Path) -> None:
    whole, torn = verdict(2, conclusion="whole"), verdict(3)
    leave(case, whole, serialise(whole))
    left = leave(case, torn, serialise(torn)[:50])
    RecordStore(case, case / "verdicts").save(evidence(60), FOLDER)
    assert not left.exists()
    mend(case)
    assert conclusions(case) == ["whole"]


def test_a_case_without_verdicts_needs_no_repair(tmp_path: Path) -> None:
    assert repair(tmp_path, tmp_path / "verdicts") == ()
