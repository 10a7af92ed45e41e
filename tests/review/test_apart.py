"""Matching in a process apart gives what matching here gives, or says that it cannot."""

import sys
from pathlib import Path

import pytest

from tests.review.making import write_case
from workbench.matching.engine import match_articles
from workbench.review.apart import match_apart
from workbench.review.case import find_case
from workbench.review.errors import Cancelled
from workbench.review.opening import read_sources
from workbench.review.reporting import tell_nobody


@pytest.fixture
def articles(tmp_path: Path):
    case = find_case(write_case(tmp_path))
    return read_sources(case, tell_nobody, lambda: False)[0]


def test_the_result_is_the_same(articles):
    told = []
    found = match_apart(articles, lambda *so_far: told.append(so_far), lambda: False)
    assert found == match_articles(articles)
    assert told[-1][0] == told[-1][1]


def test_nothing_is_imported_from_the_working_folder(articles, tmp_path, monkeypatch):
    (tmp_path / "pickle.py").write_text("raise SystemExit(1)")
    monkeypatch.chdir(tmp_path)
    assert match_apart(articles, lambda *_: None, lambda: False) is not None


def test_where_no_process_can_be_started_it_says_so(articles, monkeypatch):
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    assert match_apart(articles, lambda *_: None, lambda: False) is None


def test_a_process_that_fails_is_no_result(articles, monkeypatch):
    monkeypatch.setattr(sys, "path", [])
    assert match_apart(articles, lambda *_: None, lambda: False) is None


def test_it_can_be_stopped(articles):
    with pytest.raises(Cancelled):
        match_apart(articles, lambda *_: None, lambda: True)
