"""Drafts: what was half typed is there again, whatever ended the program."""

import errno
import os
from pathlib import Path

import pytest

from workbench.records.drafts import MOST_BYTES, DraftStore

posix_only = pytest.mark.skipif(os.name == "nt", reason="POSIX permissions")
NOTE = {"note": "half a “thought”\nand \udcff more", "stance": "refutes"}


@pytest.fixture
def case(tmp_path: Path) -> Path:
    folder = tmp_path / "case"
    folder.mkdir()
    return folder


@pytest.fixture
def state(tmp_path: Path) -> Path:
    return tmp_path / "state"


def files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def test_a_draft_is_there_after_a_restart(case: Path, state: Path) -> None:
    assert DraftStore(case, state).keep("abc", "note", NOTE) == ""
    assert DraftStore(case, state).load() == {("abc", "note"): NOTE}


def test_nothing_is_written_into_the_case(case: Path, state: Path) -> None:
    DraftStore(case, state).keep("abc", "note", NOTE)
    assert files(case) == []


def test_it_lies_in_the_users_state_folder(case: Path, home: Path) -> None:
    store = DraftStore(case)
    store.keep("abc", "note", NOTE)
    (path,) = files(store.folder)
    assert path.is_relative_to(home)


@posix_only
def test_nobody_else_may_read_it(case: Path, state: Path) -> None:
    store = DraftStore(case, state)
    store.keep("abc", "note", NOTE)
    (path,) = files(state)
    assert path.stat().st_mode & 0o077 == 0
    assert store.folder.stat().st_mode & 0o077 == 0


def test_typing_on_replaces_the_draft(case: Path, state: Path) -> None:
    store = DraftStore(case, state)
    for words in ("half", "half a", "half a note"):
        store.keep("abc", "note", {"note": words})
    assert len(files(state)) == 1
    assert DraftStore(case, state).load() == {("abc", "note"): {"note": "half a note"}}


def test_claims_and_kinds_have_drafts_of_their_own(case: Path, state: Path) -> None:
    store = DraftStore(case, state)
    for key in (("abc", "note"), ("abc", "verdict"), ("abd", "note")):
        store.keep(*key, {"note": " ".join(key)})
    assert set(store.load()) == {("abc", "note"), ("abc", "verdict"), ("abd", "note")}


def test_cases_have_drafts_of_their_own(case: Path, state: Path, tmp_path: Path) -> None:
    DraftStore(case, state).keep("abc", "note", NOTE)
    assert DraftStore(tmp_path, state).load() == {}


@posix_only
def test_a_case_opened_through_a_link_is_the_same_case(
    case: Path, state: Path, tmp_path: Path
) -> None:
    (tmp_path / "link").symlink_to(case)
    DraftStore(case, state).keep("abc", "note", NOTE)
    assert DraftStore(tmp_path / "link", state).load() == {("abc", "note"): NOTE}


def test_a_dropped_draft_is_gone(case: Path, state: Path) -> None:
    DraftStore(case, state).keep("abc", "note", NOTE)
    again = DraftStore(case, state)
    again.load()
    again.drop("abc", "note")
    assert files(state) == []


def test_what_was_brought_back_and_typed_on_is_one_draft(case: Path, state: Path) -> None:
    DraftStore(case, state).keep("abc", "note", NOTE)
    again = DraftStore(case, state)
    again.load()
    again.keep("abc", "note", {"note": "a whole thought"})
    assert len(files(state)) == 1
    assert DraftStore(case, state).load() == {("abc", "note"): {"note": "a whole thought"}}


def test_two_windows_do_not_overwrite_each_other(case: Path, state: Path) -> None:
    one, two = DraftStore(case, state), DraftStore(case, state)
    one.keep("abc", "note", {"note": "one"})
    two.keep("abc", "note", {"note": "two"})
    later = DraftStore(case, state)
    assert later.load() == {("abc", "note"): {"note": "two"}}
    later.drop("abc", "note")
    assert later.load() == {("abc", "note"): {"note": "one"}}


@pytest.mark.parametrize(
    "data", [b"", b"{", b"[]", b"\xff", b"[" * 5_000, b'{"values": {"note": 1}}', b" " * MOST_BYTES]
)
def test_a_broken_file_harms_no_other(case: Path, state: Path, data: bytes) -> None:
    store = DraftStore(case, state)
    store.keep("abc", "note", NOTE)
    (store.folder / "0-broken.json").write_bytes(data)
    assert DraftStore(case, state).load() == {("abc", "note"): NOTE}


def test_a_full_disk_is_said_and_leaves_the_draft_before(
    case: Path, state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = DraftStore(case, state)
    store.keep("abc", "note", NOTE)

    def full(*_: object) -> int:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "write", full)
    said = store.keep("abc", "note", {"note": "more"})
    assert said.startswith("The draft could not be kept: the disk is full (")
    monkeypatch.undo()
    assert store.load() == {("abc", "note"): NOTE}
    assert len(files(state)) == 1


def test_a_state_folder_that_cannot_be_made_is_said(case: Path, tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file")
    store = DraftStore(case, tmp_path / "state")
    assert "could not be kept" in store.keep("abc", "note", NOTE)
    assert store.load() == {}
    store.drop("abc", "note")


def test_what_is_too_long_is_said(case: Path, state: Path) -> None:
    assert "too long" in DraftStore(case, state).keep("abc", "note", {"note": "x" * MOST_BYTES})
    assert files(state) == []
