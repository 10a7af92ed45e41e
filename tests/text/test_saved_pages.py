"""Saved pages in the layouts that news sites use: the report, all of it, and nothing else.

The pages in `tests/pages` are made up; their layouts are not.
"""

from __future__ import annotations

import shutil
import sys
from datetime import date
from pathlib import Path

import pytest

from workbench.text.reading import read_article

PAGES = Path(__file__).parent.parent / "pages"

FERRY = """\
The ferry Solveig ran aground off Lindvik at five on Tuesday morning with 143 people on board.

Nobody was hurt, the coast guard said. “All passengers were ashore by seven,” said its spokesman, \
Per Holm.

The captain, 52, had steered the ferry for eleven years. A test showed no alcohol in his blood.

Two tugs will try to pull the ship free at high tide on Wednesday. The company has cancelled all \
sailings until Friday."""

BRIDGE = """\
Lindvik will get a second bridge. The city council approved it on Tuesday by 21 votes to 14.

The bridge is to cost 310 million kroner, twice as much as was planned in 2021.

“We cannot afford to wait,” the mayor, Siri Dahl, told the council.

Critics fear debt

The opposition says that the city’s debt will rise above two billion kroner. Construction is to \
begin in October.

An earlier bridge was opened in 1964 and is used by 18,000 cars a day."""

FAEHRE = """\
Die Fähre Solveig ist am Dienstag früh vor Lindvik auf Grund gelaufen. An Bord waren 143 Menschen.

Verletzt wurde niemand, teilte die Küstenwache mit. »Um sieben Uhr waren alle an Land«, sagte ihr \
Sprecher Per Holm.

Der Kapitän fährt seit elf Jahren auf der Strecke. Ein Test ergab, daß er nüchtern war."""

FLOOD = """\
A video that was shared 40,000 times says that the flood wall in Lindvik was opened on purpose in \
January.

That is false. The wall was closed at 3.10 a.m. on 12 January and stayed closed for two days, the \
log of the harbour office shows.

The video shows a drill of September 2023. The crane in the background was taken down in 2024.

Jon Vik, who first published the video, has not answered our questions."""

REPORTS = {
    "divs.html": FERRY,
    "semantic.html": BRIDGE,
    "table-latin1.htm": FAEHRE,
    "spread.html": FLOOD,
}


@pytest.fixture(params=["own rules", "trafilatura"])
def extractor(request, monkeypatch):
    if request.param == "own rules":
        monkeypatch.setitem(sys.modules, "trafilatura", None)
    else:
        pytest.importorskip("trafilatura", reason="the extra `html` is not installed")
    return request.param


@pytest.mark.parametrize("name", REPORTS)
def test_the_report_is_there_and_what_frames_it_is_not(extractor, name):
    text = read_article(PAGES / name, name).text
    assert text.endswith(REPORTS[name])
    headings = text.removesuffix(REPORTS[name])
    assert len(headings) < 120, "only its headline and byline may stand before it"


@pytest.mark.parametrize("name", REPORTS)
def test_every_sentence_lies_where_its_offsets_say(extractor, name):
    article = read_article(PAGES / name, name)
    assert len(article.sentences) >= 5
    for sentence in article.sentences:
        words = article.decoded[sentence.start : sentence.end]
        assert words in REPORTS[name] or sentence.start < 120


def test_what_a_page_says_of_itself_is_read_from_wherever_it_says_it(extractor):
    divs = read_article(PAGES / "divs.html", "divs.html").metadata
    assert (divs.title, divs.publisher) == ("Ferry runs aground off Lindvik", "Morning Paper")
    assert (divs.author, divs.date) == ("Ann Reporter", date(2025, 5, 13))
    assert divs.url == "https://morning.example/2025/05/13/ferry"
    bridge = read_article(PAGES / "semantic.html", "semantic.html").metadata
    assert (bridge.title, bridge.publisher) == ("Council approves second bridge", "Lindvik Today")
    assert (bridge.author, bridge.date) == ("Ola Berg, Kim Lund", date(2025, 3, 4))
    assert bridge.url == "https://today.example/bridge"
    flood = read_article(PAGES / "spread.html", "spread.html").metadata
    assert flood.date == date(2025, 2, 3)


@pytest.mark.parametrize(
    "name",
    ["post has-sidebar", "no-comments", "roads", "adventure", "article-body", "category-ads-news"],
)
def test_a_name_that_only_resembles_a_frames_hides_nothing(tmp_path, monkeypatch, name):
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    page = tmp_path / "page.html"
    page.write_text(f"<div class='{name}'><p>{FERRY}</p></div>", encoding="utf-8")
    assert "143 people" in read_article(page, "page.html").text


def test_a_page_that_calls_its_report_a_comment_is_read_all_the_same(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    page = tmp_path / "page.html"
    page.write_text(f"<div class='comment'><p>{FERRY}</p></div>", encoding="utf-8")
    assert "143 people" in read_article(page, "page.html").text


def test_a_page_with_hostile_facts_is_read_without_them(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    page = tmp_path / "page.html"
    nested = '{"@graph":' * 3_000
    page.write_text(
        f'<script type="application/ld+json">{nested}</script>'
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": {"a": [1]}, '
        '"author": [[["x"]]], "datePublished": 7, "url": "javascript:alert(1)"}</script>'
        '<script type="application/ld+json">{"@type": "NewsArticle"'
        f'<link rel=canonical href="javascript:alert(1)"><p>{FERRY}</p>',
        encoding="utf-8",
    )
    about = read_article(page, "page.html").metadata
    assert about.url == ""
    assert about.author == ""


def test_the_pages_themselves_are_never_written_to(tmp_path, extractor):
    shutil.copy(PAGES / "divs.html", tmp_path)
    before = (tmp_path / "divs.html").read_bytes()
    read_article(tmp_path / "divs.html", "divs.html")
    assert (tmp_path / "divs.html").read_bytes() == before
