"""Feeds in all their forms, sound and hostile, become checks in a library or a reason why not."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.library.making import ALL, FERRY, FLOOD, WHALE, review
from workbench.library import feeds
from workbench.library.filling import NotImported, fill_from_feed, fill_from_page
from workbench.library.library import Library
from workbench.library.shelf import checks_in
from workbench.review.reporting import tell_nobody

if TYPE_CHECKING:
    from pathlib import Path


def filled(tmp_path: Path, text: str | bytes, name: str = "feed.json"):
    path = tmp_path / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return fill_from_feed(path, tmp_path / "library", tell_nobody)


def claims(tmp_path: Path) -> list[str]:
    return [check.claim for check in checks_in(tmp_path / "library")]


ALL_CLAIMS = [one["claimReviewed"] for one in ALL]
DUMP = {
    "@context": "https://schema.org",
    "@type": "DataFeed",
    "dateModified": "2025-11-01T00:00:00Z",
    "dataFeedElement": [
        {"@type": "DataFeedItem", "dateCreated": "2025-02-03", "item": [one]} for one in ALL
    ],
}


@pytest.mark.parametrize(
    "text",
    [
        json.dumps(ALL),
        json.dumps(ALL, indent=1).replace("\n", "\r\n"),
        "\n".join(json.dumps(one) for one in ALL),
        json.dumps({"@context": "https://schema.org", "@graph": ALL}),
        json.dumps(DUMP),
        json.dumps({"dataFeedElement": DUMP["dataFeedElement"], "@type": "DataFeed"}, indent=2),
        "\ufeff" + json.dumps(ALL),
        json.dumps([{"@type": ["ClaimReview", "Review"], **{k: v for k, v in one.items() if k != "@type"}} for one in ALL]),
        json.dumps([{**one, "@type": "http://schema.org/ClaimReview"} for one in ALL]),
    ],
    ids=["list", "indented", "lines", "graph", "dump", "dump again", "mark", "types", "long type"],
)  # fmt: skip
def test_every_form_of_feed_is_read(tmp_path: Path, text: str) -> None:
    result = filled(tmp_path, text)
    assert (result.added, result.refused, result.problem) == (4, {}, "")
    assert claims(tmp_path) == ALL_CLAIMS


def test_a_single_review_and_one_in_a_page_are_read(tmp_path: Path) -> None:
    assert filled(tmp_path, json.dumps(FLOOD)).added == 1
    page = f"<p>x</p><script type='application/ld+json'>{json.dumps(WHALE)}</script>"
    assert fill_from_page(page, tmp_path / "whale.html", tmp_path / "library").added == 1
    assert claims(tmp_path) == [FLOOD["claimReviewed"], WHALE["claimReviewed"]]


def test_what_is_left_out_is_counted_by_its_reason(tmp_path: Path) -> None:
    bad = [
        {"@type": "ClaimReview", "reviewRating": {"alternateName": "False"}},
        {"@type": "ClaimReview", "claimReviewed": "  ", "reviewRating": {"alternateName": "x"}},
        {"@type": "ClaimReview", "claimReviewed": "A claim"},
        {"@type": "ClaimReview", "claimReviewed": "B", "reviewRating": {"ratingValue": True}},
        {"@type": "NewsArticle", "headline": "No check"},
        17,
        {"item": []},
    ]
    result = filled(tmp_path, json.dumps([FLOOD, *bad]))
    assert result.added == 1
    assert result.refused == {
        "it does not say which claim was reviewed": 2,
        "it has no rating": 2,
        "it holds no ClaimReview": 3,
    }


def test_ratings_come_in_words_or_as_a_figure_of_a_scale(tmp_path: Path) -> None:
    figure = review("A claim in figures")
    figure["reviewRating"] = {"ratingValue": "2", "bestRating": 5}
    alone = review("A claim with a figure alone")
    alone["reviewRating"] = [{"ratingValue": 2.5}]
    filled(tmp_path, json.dumps([figure, alone]))
    ratings = [check.rating for check in checks_in(tmp_path / "library")]
    assert ratings == ["2 of 5", "2.5"]


def test_a_feed_that_is_taken_in_again_adds_only_what_is_new(tmp_path: Path) -> None:
    first = filled(tmp_path, json.dumps([FLOOD, FLOOD]))
    assert (first.added, first.known) == (1, 1)
    assert first.path == tmp_path / "library" / "feed.jsonl"
    again = filled(tmp_path, json.dumps([FLOOD]))
    assert (again.added, again.known, again.path) == (0, 1, None)
    more = filled(tmp_path, json.dumps([FLOOD, FERRY]))
    assert more.path == tmp_path / "library" / "feed-2.jsonl"
    assert sorted(path.name for path in (tmp_path / "library").iterdir()) == [
        "feed-2.jsonl",
        "feed.jsonl",
    ]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", ""),
        ("   \n", ""),
        ("no json", "from there on it is not JSON"),
        ('[{"@type": "ClaimReview",', "from there on it is not JSON"),
        ("[" * 200_000, "a value in it is nested too deeply"),
        ('[{"a":' * 100_000, "a value in it is nested too deeply"),
        ("[" + "9" * 5_000 + "]", "it has a number that no check has"),
        (b'["\xff\xfe"]', "it is not UTF-8; save it as UTF-8"),
        ('["' + "x" * 6_000_000, "from there on it is not JSON"),
    ],
    ids=["empty", "blank", "words", "cut", "deep", "deeper", "number", "bytes", "endless"],
)
def test_a_broken_feed_is_a_sentence(tmp_path: Path, text: str | bytes, problem: str) -> None:
    result = filled(tmp_path, text)
    assert (result.added, result.problem, result.path) == (0, problem, None)
    assert list((tmp_path / "library").iterdir()) == []


def test_what_comes_before_a_break_is_kept(tmp_path: Path) -> None:
    result = filled(tmp_path, json.dumps(ALL)[:-30])
    assert result.added == 3
    assert result.problem == "from there on it is not JSON"


def test_values_that_are_cut_by_a_chunk_are_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(feeds, "_CHUNK", 7)
    wide = [review(f"Der Fluß {'ü' * n} stieg um {n} Meter 🌊") for n in range(30)]
    result = filled(tmp_path, json.dumps([*wide, 12345678], ensure_ascii=False))
    assert result.added == 30
    assert claims(tmp_path)[29] == wide[29]["claimReviewed"]


def test_a_feed_that_is_not_there_or_a_library_that_cannot_be_is_a_sentence(
    tmp_path: Path,
) -> None:
    with pytest.raises(NotImported, match="cannot be read"):
        fill_from_feed(tmp_path / "gone.json", tmp_path / "library", tell_nobody)
    (tmp_path / "library").write_text("a file")
    with pytest.raises(NotImported, match="Nothing was imported"):
        filled(tmp_path, json.dumps(ALL))


def test_hostile_text_is_kept_as_text_and_acts_on_nothing(tmp_path: Path) -> None:
    bad = "</script>\x1b]0;x\x07 \u202e [/red] =HYPERLINK(1) " + "\u2028" * 3
    hostile = review(f"Claim {bad}", headline=bad, url="data:text/html,x", author=bad)
    filled(tmp_path, json.dumps([hostile]))
    (path,) = (tmp_path / "library").iterdir()
    text = path.read_text("utf-8")
    assert text.count("\n") == 1
    assert all(character.isprintable() for character in text.rstrip("\n"))
    (found,) = Library.of(None, [tmp_path / "library"], cache=tmp_path / "c").search("claim red")
    assert found.check.url == ""
