"""Ids and folder names: made once, the same everywhere, safe on every system."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.records.ids import claim_id, folder_name, new_ulid, timestamp

NOON = datetime(2026, 3, 29, 12, 0, tzinfo=UTC)


def test_an_id_is_a_ulid_of_its_time() -> None:
    assert re.fullmatch(r"[0-7][0-9A-HJKMNP-TV-Z]{25}", new_ulid(NOON))
    assert new_ulid(datetime(1970, 1, 1, tzinfo=UTC)).startswith("0000000000")
    assert new_ulid(datetime.fromtimestamp(1469918176.385, UTC)).startswith(
        "01ARYZ6S41"
    )  # the spec's


def test_ids_increase_while_the_clock_stands_still_or_goes_back() -> None:
    ids = [""]
    for second in (0, 0, 0, -5, -3600, 0):
        ids.append(new_ulid(NOON + timedelta(seconds=second), ids[-1]))
    assert ids == sorted(set(ids))


def test_ids_of_two_machines_in_one_millisecond_differ() -> None:
    assert len({new_ulid(NOON) for _ in range(100)}) == 100


def test_there_is_no_id_after_the_last() -> None:
    with pytest.raises(OverflowError):
        new_ulid(NOON, "7" + "Z" * 25)


def test_a_time_is_written_in_utc() -> None:
    east = datetime.fromisoformat("2026-03-29T14:00:00.75+02:00")
    assert timestamp(east) == "2026-03-29T12:00:00Z"


def test_a_claim_id_depends_on_article_and_words_and_on_nothing_else() -> None:
    assert claim_id("seeds/a.txt", "The bridge fell.") == "5ha3f6l7gx"
    assert claim_id("seeds/b.txt", "The bridge fell.") != claim_id(
        "seeds/a.txt", "The bridge fell."
    )
    assert claim_id("ab", "c") != claim_id("a", "bc")


@pytest.mark.parametrize(
    ("words", "folder"),
    [
        ("The bridge fell at noon on Monday, he said.", "the-bridge-fell-at-noon-xyz"),
        ("Élysée’s «Non»", "elysees-non-xyz"),
        ("Мост упал.", "claim-xyz"),
        ("../../etc/passwd", "etc-passwd-xyz"),
        ("Donaudampfschifffahrtselektrizitätenhauptbetriebswerk", "claim-xyz"),
        ("CON", "con-xyz"),
        ("\x1b]0;\x07", "0-xyz"),
    ],
)
def test_a_folder_is_named_after_the_first_words(words: str, folder: str) -> None:
    assert folder_name(words, "xyz") == folder


@given(st.text(max_size=600))
def test_a_folder_name_is_safe_whatever_the_words(words: str) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*-xyz", folder_name(words, "xyz"))
    assert len(folder_name(words, "xyz")) <= 44
