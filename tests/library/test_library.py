"""Has this been checked before? The whole search, on small libraries."""

from __future__ import annotations

import json
import threading
from pathlib import Path

import pytest

from tests.library.making import ALL, FERRY, FLOOD, WHALE, review, write_library
from tests.review.making import BOATS, NINE_HOURS, A, claim_at, scripted, write_case
from workbench.library.check import citation
from workbench.library.library import Library
from workbench.library.related import related
from workbench.library.terms import terms_of
from workbench.review.case import find_case


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache"


def searched(folder: Path, cache: Path, text: str) -> list[str]:
    library = Library.of(None, [folder], cache=cache)
    return [found.check.claim for found in library.search(text)]


def test_a_claim_in_other_words_is_found_first(tmp_path: Path, cache: Path) -> None:
    folder = write_library(tmp_path / "library", *ALL)
    found = searched(folder, cache, "Did somebody open Lindvik's flood wall on purpose?")
    assert found[0] == FLOOD["claimReviewed"]


def test_a_tag_written_as_one_word_finds_its_words(tmp_path: Path, cache: Path) -> None:
    folder = write_library(tmp_path / "library", *ALL)
    assert (
        searched(folder, cache, "omg look #LindvikWhale https://example.org/x")[0]
        == (WHALE["claimReviewed"])
    )


def test_another_spelling_of_a_word_still_ranks_first(tmp_path: Path, cache: Path) -> None:
    folder = write_library(tmp_path / "library", *ALL, review("The harbour is closed"))
    assert searched(folder, cache, "photographs of whales in rivers")[0] == WHALE["claimReviewed"]


def test_a_related_word_finds_what_the_word_itself_finds_better(
    tmp_path: Path, cache: Path
) -> None:
    said, nearly = review("Wages in Lindvik fell"), review("Salaries in Lindvik fell")
    folder = write_library(tmp_path / "library", nearly, said, *ALL)
    assert searched(folder, cache, "wages")[:2] == [said["claimReviewed"], nearly["claimReviewed"]]
    assert searched(folder, cache, "salaries")[0] == nearly["claimReviewed"]


def test_every_line_of_related_words_relates_words_and_none_to_itself() -> None:
    path = Path(related.__code__.co_filename).with_name("data") / "related_words.txt"
    lines = [line for line in path.read_text("utf-8").splitlines() if not line.startswith("#")]
    for line in lines:
        words = terms_of(line)
        assert len(set(words)) > 1, line
        assert all(set(words) - {word} <= set(related(word)) for word in words), line
        assert not any(word in related(word) for word in words), line


def test_the_sentences_around_tell_what_a_claim_is_about(tmp_path: Path, cache: Path) -> None:
    library = Library.of(None, [write_library(tmp_path / "library", *ALL)], cache=cache)
    said, around = "It cost twice as much.", "The ferries are full. Pensioners travel free."
    assert library.search(said)[0].check.claim == ALL[3]["claimReviewed"]
    assert FERRY["claimReviewed"] not in {one.check.claim for one in library.search(said)}
    with_it = [one.check.claim for one in library.search(said, around=around)]
    assert with_it[0] == ALL[3]["claimReviewed"]  # what was said itself counts more
    assert FERRY["claimReviewed"] in with_it


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("U.S. troops", "United States troops"),
        ("#AustralianFires", "Australian fires"),
        ("twenty per cent", "20%"),
        ("the Germans' claims", "German claim"),
    ],
)
def test_what_the_search_needs_of_the_word_lists(one: str, other: str) -> None:
    assert set(terms_of(one)) == set(terms_of(other))


def test_what_shares_nothing_is_not_found(tmp_path: Path, cache: Path) -> None:
    folder = write_library(tmp_path / "library", *ALL)
    assert searched(folder, cache, "Vaccines and microchips") == []
    assert searched(folder, cache, "") == []
    assert searched(folder, cache, "the of and") == []


def test_a_check_that_two_feeds_have_is_shown_once(tmp_path: Path, cache: Path) -> None:
    folder = write_library(tmp_path / "library", FLOOD, name="a.jsonl")
    write_library(folder, FLOOD, WHALE, name="b.jsonl")
    assert searched(folder, cache, "flood wall opened").count(FLOOD["claimReviewed"]) == 1


def test_the_index_is_used_again_and_made_anew_when_a_file_changes(
    tmp_path: Path, cache: Path
) -> None:
    folder = write_library(tmp_path / "library", FLOOD)
    told: list[str] = []

    def report(stage: str, done: int, total: int) -> None:
        told.append(stage)

    Library.of(None, [folder], cache=cache, report=report)
    assert told
    told.clear()
    assert Library.of(None, [folder], cache=cache, report=report).size == 1
    assert not told
    write_library(folder, WHALE, name="more.jsonl")
    assert Library.of(None, [folder], cache=cache, report=report).size == 2
    assert told


def test_a_damaged_index_is_made_anew(tmp_path: Path, cache: Path) -> None:
    folder = write_library(tmp_path / "library", FLOOD)
    Library.of(None, [folder], cache=cache)
    (kept,) = cache.iterdir()
    kept.write_bytes(b"no index at all")
    assert searched(folder, cache, "flood wall") == [FLOOD["claimReviewed"]]


def test_without_a_place_for_the_index_the_search_works(tmp_path: Path) -> None:
    folder = write_library(tmp_path / "library", FLOOD)
    (tmp_path / "file").write_text("in the way")
    assert searched(folder, tmp_path / "file", "flood wall") == [FLOOD["claimReviewed"]]


def test_lines_that_are_no_check_are_counted_and_named(tmp_path: Path, cache: Path) -> None:
    folder = write_library(tmp_path / "library", FLOOD, {"@type": "ClaimReview"}, WHALE)
    with (folder / "feed.jsonl").open("a") as file:
        file.write("not json\n" + "[" * 5_000 + "\n" + "x" * 300_000 + "\n" + json.dumps(ALL[3]))
    library = Library.of(None, [folder], cache=cache)
    assert library.size == 3
    (problem,) = library.problems
    assert "4 lines left out" in problem
    assert "does not say which claim" in problem
    assert library.search("bridge cost")[0].check.claim == ALL[3]["claimReviewed"]


def test_a_library_that_is_not_there_is_a_problem_and_no_crash(tmp_path: Path, cache: Path) -> None:
    library = Library.of(None, [tmp_path / "gone"], cache=cache)
    assert library.search("anything at all") == ()
    assert "does not exist" in library.problems[0]


def test_where_there_is_no_place_to_search_nothing_is_found(cache: Path) -> None:
    assert Library.of(None, cache=cache).search("anything at all") == ()


def test_words_are_weighed_by_all_places_together(tmp_path: Path, cache: Path) -> None:
    folders = [
        write_library(tmp_path / "one", *(review(f"Ferry {n} is late") for n in range(9)), WHALE),
        write_library(tmp_path / "two", FERRY),
    ]
    found = Library.of(None, folders, cache=cache).search("The ferry met a whale", 20)
    assert found[0].check.claim == WHALE["claimReviewed"]
    assert {one.check.claim for one in found} >= {FERRY["claimReviewed"], "Ferry 1 is late"}


def test_verdicts_of_the_case_are_found_and_new_ones_at_once(tmp_path: Path, cache: Path) -> None:
    session = scripted(write_case(tmp_path / "case"), NINE_HOURS, BOATS)
    library = Library.of(session.case, cache=cache)
    assert library.search("Twelve boats sank") == ()
    claim = claim_at(session, A, 1)
    session.rate(claim.id, "false", conclusion="Nine boats sank.")
    (found,) = library.search("Twelve boats sank")
    assert found.check.rating == "false"
    assert found.check.checker == "Ada"
    assert found.check.claim_id == claim.id
    assert found.check.place.startswith("verdicts/")
    assert library.search("Twelve boats sank", without=[claim.id]) == ()


@pytest.mark.parametrize("is_open", [True, False])
def test_a_second_reader_who_is_to_judge_unseen_does_not_find_the_first_verdict(
    tmp_path: Path, cache: Path, is_open: bool
) -> None:
    root = write_case(tmp_path / "case")
    (root / "workbench.toml").write_text("blind_second = true\n", encoding="utf-8")
    session = scripted(root, NINE_HOURS, BOATS)
    session.rate(claim_at(session, A, 1).id, "false")
    library = Library.of(session.case if is_open else None, [] if is_open else [root], cache=cache)

    def found_by(reviewer: str) -> int:
        return len(library.search("Twelve boats sank", reviewer=reviewer, reads_blind=True))

    assert (found_by("Ada"), found_by("Ines"), found_by("")) == (1, 0, 0)
    second = scripted(root, NINE_HOURS, BOATS, reviewer="Ines")
    second.rate(claim_at(second, A, 1).id, "true")
    assert (found_by("Ada"), found_by("Ines")) == (2, 2)


def test_verdicts_of_another_case_are_found(tmp_path: Path, cache: Path) -> None:
    other = scripted(write_case(tmp_path / "other"), NINE_HOURS, BOATS)
    other.rate(claim_at(other, A, 1).id, "true")
    root = write_case(tmp_path / "case")
    (root / "workbench.toml").write_text('libraries = ["../other", "../gone"]', encoding="utf-8")
    library = Library.of(find_case(root), cache=cache)
    (found,) = library.search("Twelve boats sank in the storm")
    assert found.check.claim_id == ""
    assert "other/verdicts/" in found.check.place
    assert len(library.problems) == 1


def test_a_search_from_another_thread_finds_the_same(tmp_path: Path, cache: Path) -> None:
    library = Library.of(None, [write_library(tmp_path / "library", *ALL)], cache=cache)
    found: list[tuple] = []
    threads = [
        threading.Thread(target=lambda: found.append(library.search("flood wall")))
        for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [library.search("flood wall")] * 4


def test_nothing_that_acts_on_a_terminal_comes_out(tmp_path: Path, cache: Path) -> None:
    bad = "\x1b]0;x\x07‮evil\n"
    hostile = review(f"Flood {bad}", f"{bad}", name=bad, url="javascript:alert(1)")
    hostile["author"] = [{"name": bad}, 3, None, {"name": ["deep", {"er": 1}]}]
    library = Library.of(None, [write_library(tmp_path / "library", hostile)], cache=cache)
    (found,) = library.search("flood evil")
    shown = repr(found)
    assert "\\x1b" not in shown
    assert "\\u202e" not in shown
    assert "\\n" not in shown
    assert found.check.url == ""


def test_citing_says_who_found_what_and_where(tmp_path: Path, cache: Path) -> None:
    library = Library.of(None, [write_library(tmp_path / "library", FLOOD)], cache=cache)
    (found,) = library.search("flood wall opened")
    fields = citation(found.check, "2026-11-22")
    assert fields["note"] == "Harbour Facts rated this claim “False” on 2025-02-03."
    assert fields["url"] == FLOOD["url"]
    assert fields["quote"] == FLOOD["claimReviewed"]
    assert fields["accessed_at"] == "2026-11-22"
