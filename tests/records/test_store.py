"""Saving: a record is wholly on disk when `save` returns, and not there at all if it raises."""

import contextlib
import errno
import os
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.records.making import verdict
from workbench.records.loading import load_records
from workbench.records.schema import ClaimRef
from workbench.records.serialise import serialise
from workbench.records.store import NotSaved, RecordStore

posix_only = pytest.mark.skipif(os.name == "nt", reason="POSIX file systems")
WATCHED = ("open", "write", "fsync", "close", "link", "replace", "mkdir", "unlink")


class Killed(BaseException):
    """The process is gone: nothing after this runs, no clean-up either."""


class Faults:
    """Counts the calls that saving makes, and breaks one of them."""

    def __init__(self) -> None:
        self.calls: list[str] = []
        self.break_at: int | None = None
        self.how: Callable[..., None] = self.kill
        self.is_dead = False

    @contextlib.contextmanager
    def watching(self) -> Iterator[None]:
        with pytest.MonkeyPatch.context() as patch:
            for name in WATCHED:
                patch.setattr(os, name, self._watched(name, getattr(os, name)))
            yield

    def _watched(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: Any, **options: Any) -> Any:
            if self.is_dead:
                raise Killed
            self.calls.append(name)
            if len(self.calls) - 1 == self.break_at:
                self.how(name, *arguments)
            return real(*arguments, **options)

        return call

    def kill(self, *_: Any) -> None:
        self.is_dead = True
        raise Killed

    def tear(self, name: str, *arguments: Any) -> None:
        if name == "write":
            descriptor, data = arguments
            os_write(descriptor, data[: len(data) // 2])
        self.kill()


os_write = os.write


def calls_of_one_save(case: Path) -> list[str]:
    faults = Faults()
    with faults.watching():
        RecordStore(case, case / "verdicts").save(verdict(), "bridge-abc")
    return faults.calls


def files_below(case: Path) -> list[str]:
    return sorted(path.relative_to(case).as_posix() for path in case.rglob("*"))


def test_a_record_is_a_new_file_in_the_claims_folder(tmp_path: Path) -> None:
    record = verdict()
    path = RecordStore(tmp_path, tmp_path / "verdicts").save(record, "bridge-abc")
    assert path == f"verdicts/bridge-abc/{record.id}-verdict.json"
    assert (tmp_path / path).read_bytes() == serialise(record)
    assert files_below(tmp_path) == ["verdicts", "verdicts/bridge-abc", path]


def test_the_same_record_has_the_same_bytes_wherever_it_is_saved(tmp_path: Path) -> None:
    record = verdict(conclusion="Zwölf – “twelve”.")
    paths = []
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        store = RecordStore(tmp_path / name, tmp_path / name / "verdicts")
        paths.append(tmp_path / name / store.save(record, "bridge-abc"))
    assert paths[0].read_bytes() == paths[1].read_bytes()


def test_a_record_that_is_there_is_never_overwritten(tmp_path: Path) -> None:
    store = RecordStore(tmp_path, tmp_path / "verdicts")
    path = tmp_path / store.save(verdict(conclusion="first"), "bridge-abc")
    before = path.read_bytes()
    record = verdict(conclusion="second").model_copy(update={"id": path.name[:26]})
    with pytest.raises(
        NotSaved,
        match=r"^NOT SAVED: a record of that name is there already \(verdicts/bridge-abc\)$",
    ):
        store.save(record, "bridge-abc")
    assert path.read_bytes() == before
    assert len(list(path.parent.iterdir())) == 1


@posix_only
def test_the_file_is_readable_as_the_umask_says(tmp_path: Path) -> None:
    old = os.umask(0o027)
    try:
        path = tmp_path / RecordStore(tmp_path, tmp_path / "verdicts").save(verdict(), "bridge-abc")
    finally:
        os.umask(old)
    assert path.stat().st_mode & 0o777 == 0o640


@posix_only
def test_file_and_folders_are_synced_before_it_counts_as_saved(tmp_path: Path) -> None:
    calls = calls_of_one_save(tmp_path)
    assert calls.index("fsync") < calls.index("link")
    assert (
        calls[calls.index("link") :].count("fsync") == 3
    )  # the claim's, the verdicts', the case's


@posix_only
@pytest.mark.parametrize(
    "code", [errno.ENOSPC, errno.EIO, errno.EDQUOT, errno.EROFS, errno.EACCES, errno.EMFILE]
)
def test_an_error_at_any_step_leaves_a_whole_record_or_nothing(tmp_path: Path, code: int) -> None:
    (tmp_path / "dry").mkdir()
    for step, name in enumerate(calls_of_one_save(tmp_path / "dry")):
        case = tmp_path / f"{step}-{name}"
        case.mkdir()
        faults = Faults()
        faults.break_at = step

        def fail(*_: Any) -> None:
            raise OSError(code, os.strerror(code))

        faults.how = fail
        path = None
        with faults.watching(), contextlib.suppress(NotSaved):
            path = RecordStore(case, case / "verdicts").save(verdict(), "bridge-abc")
        if path is None:
            assert files_below(case) == []
        else:
            loaded = load_records(case, case / "verdicts")
            assert [stored.path for stored in loaded.records] == [path]
            # A detour without links, a leftover, a folder that nobody may sync.
            assert name in {"link", "unlink", "open"}


@posix_only
@pytest.mark.parametrize("torn", [False, True])
def test_a_kill_at_any_step_leaves_a_whole_record_or_none(tmp_path: Path, torn: bool) -> None:
    (tmp_path / "dry").mkdir()
    for step, name in enumerate(calls_of_one_save(tmp_path / "dry")):
        case = tmp_path / f"{step}-{name}"
        case.mkdir()
        faults = Faults()
        faults.break_at = step
        faults.how = faults.tear if torn else faults.kill
        with pytest.raises(Killed), faults.watching():
            RecordStore(case, case / "verdicts").save(verdict(), "bridge-abc")
        loaded = load_records(case, case / "verdicts")
        assert loaded.problems == ()
        before = len(loaded.records)
        assert before <= 1
        RecordStore(case, case / "verdicts").save(verdict(60), "bridge-abc")
        assert len(load_records(case, case / "verdicts").records) == before + 1


def test_a_file_whose_sync_failed_is_not_synced_again(tmp_path: Path) -> None:
    faults = Faults()
    faults.break_at = calls_of_one_save(tmp_path).index("fsync")

    def fail(*_: Any) -> None:
        raise OSError(errno.EIO, "bad sector")

    faults.how = fail
    with pytest.raises(NotSaved, match="the disk reports an error"), faults.watching():
        RecordStore(tmp_path, tmp_path / "verdicts").save(verdict(60), "other-abc")
    assert faults.calls.count("fsync") == 1


def test_short_writes_are_continued(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "write", lambda descriptor, data: os_write(descriptor, data[:7]))
    record = verdict()
    path = RecordStore(tmp_path, tmp_path / "verdicts").save(record, "bridge-abc")
    assert (tmp_path / path).read_bytes() == serialise(record)


@pytest.mark.parametrize("code", [errno.EPERM, errno.ENOTSUP, errno.ENOSYS, errno.EXDEV])
def test_without_hard_links_it_is_saved_and_still_overwrites_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    def no_links(*arguments: Any, **options: Any) -> None:
        raise OSError(code, "no hard links here")

    monkeypatch.setattr(os, "link", no_links)
    record = verdict()
    store = RecordStore(tmp_path, tmp_path / "verdicts")
    path = tmp_path / store.save(record, "bridge-abc")
    assert path.read_bytes() == serialise(record)
    with pytest.raises(NotSaved, match="there already"):
        store.save(record.model_copy(update={"conclusion": "other"}), "bridge-abc")
    assert path.read_bytes() == serialise(record)
    assert len(list(path.parent.iterdir())) == 1


@posix_only
def test_without_hard_links_a_failed_replace_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*arguments: Any, **options: Any) -> None:
        raise OSError(errno.EPERM, "no")

    monkeypatch.setattr(os, "link", fail)
    monkeypatch.setattr(os, "replace", fail)
    with pytest.raises(NotSaved, match="you may not write there"):
        RecordStore(tmp_path, tmp_path / "verdicts").save(verdict(), "bridge-abc")
    assert files_below(tmp_path) == []


def test_a_folder_that_was_there_stays_when_saving_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "verdicts").mkdir()

    def full(*arguments: Any) -> int:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "write", full)
    with pytest.raises(NotSaved, match=r"^NOT SAVED: the disk is full \(verdicts/bridge-abc\)$"):
        RecordStore(tmp_path, tmp_path / "verdicts").save(verdict(), "bridge-abc")
    assert files_below(tmp_path) == ["verdicts"]


@posix_only
def test_a_folder_taken_back_by_another_process_is_made_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, removed = os.open, []

    def open_after_removal(path: Any, flags: int, *rest: Any) -> int:
        if flags & os.O_EXCL and not removed:
            removed.append(Path(path).parent)
            removed[0].rmdir()
        return real(path, flags, *rest)

    monkeypatch.setattr(os, "open", open_after_removal)
    path = RecordStore(tmp_path, tmp_path / "verdicts").save(verdict(), "bridge-abc")
    assert removed
    assert (tmp_path / path).is_file()


@posix_only
@pytest.mark.parametrize("link_at", ["verdicts", "verdicts/bridge-abc"])
@pytest.mark.parametrize("target", ["elsewhere", "case/seeds", "case/nowhere"])
def test_a_folder_that_is_a_symbolic_link_is_refused(
    tmp_path: Path, link_at: str, target: str
) -> None:
    case = tmp_path / "case"
    (case / "seeds").mkdir(parents=True)
    (tmp_path / "elsewhere").mkdir()
    (case / link_at).parent.mkdir(exist_ok=True)
    (case / link_at).symlink_to(tmp_path / target)
    before = files_below(tmp_path)
    with pytest.raises(
        NotSaved, match=rf"^NOT SAVED: it is a symbolic link, not a folder \({link_at}\)$"
    ):
        RecordStore(case, case / "verdicts").save(verdict(), "bridge-abc")
    assert files_below(tmp_path) == before


def test_a_file_in_the_way_is_named(tmp_path: Path) -> None:
    (tmp_path / "verdicts").write_text("mine")
    with pytest.raises(NotSaved, match=r"a file where a folder should be \(verdicts\)"):
        RecordStore(tmp_path, tmp_path / "verdicts").save(verdict(), "bridge-abc")
    assert (tmp_path / "verdicts").read_text() == "mine"


@pytest.mark.parametrize("folder", ["", ".", "..", "../up", "a/b", "a\\b", "C:", "a\0b"])
def test_a_folder_name_that_leads_elsewhere_is_refused(tmp_path: Path, folder: str) -> None:
    with pytest.raises(NotSaved, match="plain name"):
        RecordStore(tmp_path, tmp_path / "verdicts").save(verdict(), folder)
    assert files_below(tmp_path) == []


def test_a_record_too_large_to_be_read_is_not_written(tmp_path: Path) -> None:
    with pytest.raises(NotSaved, match="larger than 1 MB"):
        RecordStore(tmp_path, tmp_path / "verdicts").save(
            verdict(justification="x" * 1_000_000), "bridge-abc"
        )
    assert files_below(tmp_path) == []


def test_a_record_that_was_never_validated_is_not_written(tmp_path: Path) -> None:
    broken = verdict().model_copy(
        update={"claim": ClaimRef.model_construct(id="abc", text="", appearances=[])}
    )
    with pytest.raises(NotSaved, match=r"claim\.text"):
        RecordStore(tmp_path, tmp_path / "verdicts").save(broken, "bridge-abc")
    assert files_below(tmp_path) == []


@posix_only
@pytest.mark.skipif(sys.platform != "win32" and os.geteuid() == 0, reason="root may write anywhere")
def test_a_read_only_case_is_named(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(
            NotSaved, match=r"^NOT SAVED: you may not write there \(verdicts/bridge-abc\)$"
        ):
            RecordStore(tmp_path, tmp_path / "verdicts").save(verdict(), "bridge-abc")
    finally:
        tmp_path.chmod(0o700)


def test_verdicts_outside_the_case_are_told_by_their_whole_path(tmp_path: Path) -> None:
    (tmp_path / "case").mkdir()
    path = RecordStore(tmp_path / "case", tmp_path / "shared").save(verdict(), "bridge-abc")
    assert Path(path).is_absolute()
    assert Path(path).is_file()


def test_old_leftovers_of_killed_saves_go_with_the_next_save_and_young_ones_stay(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "verdicts" / "bridge-abc"
    folder.mkdir(parents=True)
    old, young, foreign = (
        folder / f".01-verdict.json.{name}.tmp" for name in ("0123abcd", "4567abcd", "mine")
    )
    for path in (old, young, foreign):
        path.write_text("{")
    long_ago = time.time() - 4000
    os.utime(old, (long_ago, long_ago))
    os.utime(foreign, (long_ago, long_ago))
    RecordStore(tmp_path, tmp_path / "verdicts").save(verdict(), "bridge-abc")
    assert not old.exists()
    assert young.exists()
    assert foreign.exists()
