"""Matching in a process apart gives what matching here gives, or says that it cannot."""

import os
import signal
import sys
from pathlib import Path

import pytest

from tests.matching.making import many_reports, report
from tests.review.making import write_case
from workbench.matching import engine
from workbench.matching.early import Audience
from workbench.matching.engine import match_articles
from workbench.review import apart, opening
from workbench.review.apart import Packed, match_apart
from workbench.review.case import find_case
from workbench.review.errors import Cancelled, NotCompared
from workbench.review.opening import read_sources
from workbench.review.reporting import tell_nobody
from workbench.review.session import ReviewSession

MANY = many_reports(4, 11)
"""So many that they are compared in blocks."""
IMPORTS = "import os, sys; sys.path[:] = sys.argv[1:]; from workbench.review import apart; "
BEGINS = IMPORTS + "apart._send(apart._Progress(0, 0), sys.stdout.buffer); "


def silence(*_: object) -> None:
    """Tell nobody."""


def go_on() -> bool:
    """Never cancel."""
    return False


@pytest.fixture
def articles(tmp_path: Path):
    case = find_case(write_case(tmp_path))
    return read_sources(case, tell_nobody, go_on)[0]


def test_the_result_is_the_same(articles):
    told = []
    found = match_apart(articles, lambda *so_far: told.append(so_far), go_on, Packed())
    assert found == match_articles(articles)
    assert told[-1][0] == told[-1][1]
    assert {total for _, total in told} == {sum(len(a.sentences) for a in articles)}


def test_with_what_an_earlier_run_left_the_result_is_the_same():
    packed = Packed()
    match_apart(MANY, silence, go_on, packed)
    before = packed.kept
    changed = [*MANY[:-1], report(2, 30)]
    assert match_apart(changed, silence, go_on, packed) == match_articles(changed)
    assert before != packed.kept != b""


def test_what_is_wanted_first_is_told_first_also_if_that_changes():
    told = []
    wanted = [0]

    def share(matching, of):
        told.append((matching, of))
        wanted[:] = [1]

    audience = Audience(lambda: tuple(wanted), share)
    whole = match_apart(MANY, silence, go_on, Packed(), audience)
    first, of = told[0]
    assert 0 in of
    assert set(first.claims) == {c for c in whole.claims if c.headline.article in of}


def test_nothing_is_imported_from_the_working_folder(articles, tmp_path, monkeypatch):
    (tmp_path / "pickle.py").write_text("raise SystemExit(1)")
    monkeypatch.chdir(tmp_path)
    assert match_apart(articles, silence, go_on, Packed()) is not None


def test_where_no_process_can_be_started_it_says_so(articles, monkeypatch):
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    assert match_apart(articles, silence, go_on, Packed()) is None


def test_a_process_that_does_not_get_to_work_is_no_result(articles, monkeypatch):
    monkeypatch.setattr(sys, "path", [])
    assert match_apart(articles, silence, go_on, Packed()) is None


def test_it_can_be_stopped(articles):
    with pytest.raises(Cancelled):
        match_apart(articles, silence, lambda: True, Packed())


@pytest.mark.skipif(os.name != "posix", reason="a signal ends a process on POSIX systems only")
@pytest.mark.parametrize("begins", [IMPORTS, BEGINS], ids=["at its start", "at its work"])
def test_a_process_that_was_killed_is_said_and_not_tried_here(harbour, monkeypatch, begins):
    monkeypatch.setattr(apart, "_PROGRAM", f"{begins}os.kill(os.getpid(), {signal.SIGKILL:d})")
    monkeypatch.setattr(opening, "APART_FROM", 1)
    monkeypatch.delattr(engine, "match_articles")
    with pytest.raises(NotCompared, match="ended by the system, most likely because memory ran"):
        ReviewSession.open(harbour)


def test_a_process_without_memory_says_so(articles, monkeypatch):
    breaks = "import workbench.matching.engine as e; e.match_articles = lambda *a, **k: [0] * 2**62"
    monkeypatch.setattr(apart, "_PROGRAM", f"{IMPORTS}{breaks}; apart.serve()")
    with pytest.raises(NotCompared, match="ran out of memory"):
        match_apart(articles, silence, go_on, Packed())


def test_a_process_that_breaks_at_its_work_is_said(articles, monkeypatch):
    monkeypatch.setattr(apart, "_PROGRAM", f"{BEGINS}os._exit(3)")
    with pytest.raises(NotCompared, match="ended before it was done"):
        match_apart(articles, silence, go_on, Packed())
