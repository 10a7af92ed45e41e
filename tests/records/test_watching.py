"""Watching: whatever another program does to the records is noticed, and nothing else is."""

import os
from pathlib import Path

import pytest

from tests.records.making import verdict
from workbench.records.store import RecordStore
from workbench.records.watching import FULL_EVERY, Changes, FolderWatch

NOTHING = Changes()


@pytest.fixture
def case(tmp_path: Path) -> Path:
    RecordStore(tmp_path, tmp_path / "verdicts").save(verdict(), "bridge-abc")
    long_ago = 1_700_000_000
    os.utime(tmp_path / "verdicts" / "bridge-abc", (long_ago, long_ago))
    return tmp_path


@pytest.fixture
def watch(case: Path) -> FolderWatch:
    """A watch that has looked once."""
    watch = FolderWatch(case / "verdicts")
    watch.look()
    return watch


def save(case: Path, second: int, folder: str = "bridge-abc") -> str:
    path = RecordStore(case, case / "verdicts").save(verdict(second), folder)
    return path.removeprefix("verdicts/")


def only_file(case: Path) -> Path:
    (path,) = (case / "verdicts").rglob("*.json")
    return path


def test_all_that_is_there_appears_at_first_and_then_nothing(case: Path) -> None:
    watch = FolderWatch(case / "verdicts")
    assert watch.look().appeared == (f"bridge-abc/{only_file(case).name}",)
    assert not watch.look()


def test_a_new_record_appears_once(case: Path, watch: FolderWatch) -> None:
    path = save(case, 60)
    assert watch.look() == Changes(appeared=(path,))
    assert watch.look() == NOTHING


def test_a_new_claims_folder_appears(case: Path, watch: FolderWatch) -> None:
    path = save(case, 60, "ferry-xyz")
    assert watch.look() == Changes(appeared=(path,))


def test_two_records_right_after_one_another_are_both_noticed(
    case: Path, watch: FolderWatch
) -> None:
    for second in range(1, 20):
        path = save(case, second)
        assert watch.look() == Changes(appeared=(path,))


def test_a_record_that_is_gone_has_vanished(case: Path, watch: FolderWatch) -> None:
    path = only_file(case)
    path.unlink()
    assert watch.look() == Changes(vanished=(f"bridge-abc/{path.name}",))


def test_a_folder_that_is_gone_takes_its_records_along(case: Path, watch: FolderWatch) -> None:
    (case / "verdicts").rename(case / "elsewhere")
    assert len(watch.look().vanished) == 1
    (case / "elsewhere").rename(case / "verdicts")
    assert len(watch.look().appeared) == 1


def test_an_edit_in_place_is_noticed_after_a_few_looks(case: Path, watch: FolderWatch) -> None:
    with only_file(case).open("a") as file:
        file.write("\n")
    looks = [watch.look() for _ in range(FULL_EVERY)]
    assert [len(changes.changed) for changes in looks].count(1) == 1


def test_a_file_put_in_its_place_is_noticed_at_once(case: Path, watch: FolderWatch) -> None:
    path = only_file(case)
    copy = path.with_name("copy")
    copy.write_bytes(path.read_bytes())
    copy.replace(path)
    assert len(watch.look().changed) == 1


def test_temporary_files_and_other_things_are_no_records(case: Path, watch: FolderWatch) -> None:
    folder = case / "verdicts" / "bridge-abc"
    for name in (".x.json.0123abcd.tmp", "notes.txt", ".hidden.json"):
        (folder / name).write_text("x")
    (case / "verdicts" / ".git").mkdir()
    assert watch.look() == NOTHING


def test_a_folder_that_does_not_exist_yet_is_watched_too(tmp_path: Path) -> None:
    watch = FolderWatch(tmp_path / "verdicts")
    assert watch.look() == NOTHING
    path = save(tmp_path, 60)
    assert watch.look() == Changes(appeared=(path,))
