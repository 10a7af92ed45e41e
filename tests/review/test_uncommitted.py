"""What git does not have yet, asked of real git."""

from __future__ import annotations

import subprocess

import pytest

from tests.review.making import NINE_HOURS, A, claim_at, records, scripted, write_case
from workbench.review.uncommitted import FileState, in_words, uncommitted


@pytest.fixture
def repository(tmp_path):
    git(tmp_path, "init", "--quiet")
    root = write_case(tmp_path / "cases" / "harbour")
    commit(tmp_path)
    return root


def git(folder, *arguments):
    names = ("-c", "user.name=Ada", "-c", "user.email=ada@example.org")
    subprocess.run(["git", *names, *arguments], cwd=folder, check=True, capture_output=True)


def commit(folder):
    git(folder, "add", "-A")
    git(folder, "commit", "--quiet", "-m", "A step")


def judged(root):
    session = scripted(root, NINE_HOURS)
    session.rate(claim_at(session, A, 0).id, "true")
    return session


def test_all_committed_is_nothing_to_say(repository):
    session = scripted(repository, NINE_HOURS)
    assert uncommitted(session.case) == ()
    assert in_words(()) == ""


def test_a_new_record_is_counted_until_it_is_committed(repository):
    session = judged(repository)
    (file,) = uncommitted(session.case)
    assert (file.state, file.is_record) == (FileState.NEW, True)
    assert file.path == records(repository)[0].relative_to(repository).as_posix()
    assert in_words((file,)) == "Not committed to git: 1 record."
    commit(repository)
    assert uncommitted(session.case) == ()


def test_a_record_that_was_changed_or_deleted_is_named(repository):
    session = judged(repository)
    commit(repository)
    (record,) = records(repository)
    record.write_text(record.read_text() + "\n")
    assert "-verdict.json (changed)" in in_words(uncommitted(session.case))
    record.unlink()
    assert "-verdict.json (deleted)" in in_words(uncommitted(session.case))


def test_an_edited_article_is_named_and_other_files_are_nobodys_business(repository):
    (repository / "articles" / "a.txt").write_text("Edited.")
    (repository / "notes.txt").write_text("Mine.")
    session = scripted(repository, NINE_HOURS)
    assert in_words(uncommitted(session.case)) == (
        "Not committed to git: articles/a.txt (changed)."
    )


def test_outside_of_a_repository_and_without_git_nothing_is_said(tmp_path, repository, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    session = scripted(repository, NINE_HOURS)
    monkeypatch.setenv("PATH", str(tmp_path / "nothing"))
    assert uncommitted(session.case) is None


def test_no_program_of_the_repository_is_run(repository, tmp_path):
    trap = tmp_path / "trap.sh"
    trap.write_text(f"#!/bin/sh\ntouch {tmp_path}/sprung\n")
    trap.chmod(0o755)
    git(repository, "config", "core.fsmonitor", str(trap))
    uncommitted(judged(repository).case)
    assert not (tmp_path / "sprung").exists()
