"""A case that is read anew is what it would be if it were opened, at the cost of what changed."""

from pathlib import Path

import pytest

from tests.review.making import write_case
from workbench.matching import engine
from workbench.review import opening
from workbench.review.case import find_case
from workbench.review.reporting import tell_nobody
from workbench.review.session import ReviewSession


def read_anew(before: ReviewSession) -> ReviewSession:
    fresh = ReviewSession(find_case(before.case.root), before.reviewer, before)
    fresh.read(tell_nobody, lambda: False)
    fresh.compare(tell_nobody, lambda: False)
    return fresh


def added(folder: Path) -> None:
    (folder / "0.txt").write_text("Fifteen boats went down in Lindvik, a fisherman said.\n")


def edited(folder: Path) -> None:
    path = folder / "b.txt"
    path.write_text(path.read_text().replace("Fifteen", "Nineteen"))


def removed(folder: Path) -> None:
    (folder / "a.txt").unlink()


@pytest.mark.parametrize("change", [added, edited, removed])
def test_it_is_what_opening_gives(harbour: Path, change):
    session = ReviewSession.open(harbour, reviewer="Ada")
    session.rate(next(c.id for c in session.claims if c.is_shared), "false")
    change(harbour / "articles")
    fresh = read_anew(session)
    whole = ReviewSession.open(harbour, reviewer="Ada")
    assert (fresh.articles, fresh.matching) == (whole.articles, whole.matching)
    assert fresh.claims == whole.claims


def test_only_what_changed_is_read(harbour: Path, monkeypatch: pytest.MonkeyPatch):
    session = ReviewSession.open(harbour, reviewer="Ada")
    read = []
    really = opening.read_article
    monkeypatch.setattr(
        opening, "read_article", lambda path, source: read.append(source) or really(path, source)
    )
    words = []
    monkeypatch.setattr(
        engine,
        "read_terms",
        lambda article, f=engine.read_terms: words.append(article) or f(article),
    )
    edited(harbour / "articles")
    fresh = read_anew(session)
    assert read == ["articles/b.txt"]
    assert [article.source for article in words] == ["articles/b.txt"]
    assert fresh.articles[0] is session.articles[0]


def test_the_session_before_stays_as_it_was(tmp_path: Path):
    session = ReviewSession.open(write_case(tmp_path), reviewer="Ada")
    before = session.articles, session.claims, session.matching
    removed(tmp_path / "articles")
    read_anew(session)
    assert (session.articles, session.claims, session.matching) == before
