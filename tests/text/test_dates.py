"""Dates become ranges of days; what the day of writing decides waits until it is known."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.text.dates import DateKind, find_dates

SATURDAY = date(2024, 3, 23)


def only(text, reference=SATURDAY):
    (mention,) = find_dates(text, reference)
    return mention


@pytest.mark.parametrize(
    ("text", "lo", "hi"),
    [
        ("on March 7, the embassy", "2024-03-07", "2024-03-07"),
        ("on March 7, 2023, the embassy", "2023-03-07", "2023-03-07"),
        ("signed on 30 May 1913", "1913-05-30", "1913-05-30"),
        ("on Sept. 30 they left", "2023-09-30", "2023-09-30"),
        ("March 22-24, 2024", "2024-03-22", "2024-03-24"),
        ("from January 23 to March 9, 2014", "2014-01-23", "2014-03-09"),
        ("on 2024-03-22", "2024-03-22", "2024-03-22"),
        ("on 22.03.2024", "2024-03-22", "2024-03-22"),
        ("03/04/2024", "2024-03-04", "2024-04-03"),
        ("in early March", "2024-03-01", "2024-03-10"),
        ("early in March", "2024-03-01", "2024-03-10"),
        ("back in November", "2023-11-01", "2023-11-30"),
        ("in 2001", "2001-01-01", "2001-12-31"),
        ("by late 2023", "2023-09-01", "2023-12-31"),
        ("the late 1990s", "1997-01-01", "1999-12-31"),
        ("between 2015 and 2019", "2015-01-01", "2019-12-31"),
        ("the summer of 2016", "2016-06-01", "2016-08-31"),
        ("first quarter of 2024", "2024-01-01", "2024-03-31"),
        ("Friday evening", "2024-03-22", "2024-03-22"),
        ("early Saturday", "2024-03-23", "2024-03-23"),
        ("next Monday", "2024-03-25", "2024-03-25"),
        ("yesterday", "2024-03-22", "2024-03-22"),
        ("last week", "2024-03-11", "2024-03-17"),
        ("earlier this month", "2024-03-01", "2024-03-31"),
        ("two weeks ago", "2024-03-09", "2024-03-09"),
    ],
)
def test_a_mention_becomes_its_first_and_last_day(text, lo, hi):
    mention = only(text)
    assert (mention.lo, mention.hi) == (date.fromisoformat(lo), date.fromisoformat(hi))


def test_a_weekday_means_nothing_while_the_day_of_writing_is_unknown():
    assert find_dates("It happened on Friday, a week ago.") == ()


def test_a_day_without_its_year_can_still_be_compared():
    mention = only("on March 7", None)
    assert (mention.lo.month, mention.lo.day, mention.year_known) == (3, 7, False)


def test_the_full_stop_of_the_sentence_is_no_part_of_the_mention():
    text = "It began in September."
    mention = only(text)
    assert text[mention.start : mention.end] == "September"


def test_a_time_of_day_is_no_day():
    mention = only("doors opened at 7:55 p.m.")
    assert (mention.lo, mention.time, mention.kind) == (None, time(19, 55), DateKind.TIME)


@pytest.mark.parametrize(
    "text",
    [
        "He may resign if asked",
        "They march to the capital",
        "April Ryan asked",
        "the second man",
        "He sat in the sun",
        "a fall from grace",
        "2000 people died",
        "31 February 2024",
        "in 1600 B.C.",
        "version 2.0.1",
    ],
)
def test_words_that_only_look_like_dates_are_none(text):
    assert find_dates(text, SATURDAY) == ()


@given(
    st.text()
    | st.lists(
        st.sampled_from(
            ["March", "29", "31", "2024", "-", "Friday", "ago", "one", "week", "1:", "."]
        )
    ).map(" ".join)
)
def test_mentions_are_ranges_that_lie_in_order_inside_the_text(text):
    end = 0
    for mention in find_dates(text, SATURDAY):
        assert end <= mention.start < mention.end <= len(text)
        assert mention.lo is None or mention.lo <= mention.hi
        end = mention.end


def test_from_one_month_to_another_is_one_range():
    (mention,) = find_dates("They died between January and March 2024.")
    assert (mention.lo, mention.hi) == (date(2024, 1, 1), date(2024, 3, 31))
    (mention,) = find_dates("They died in February and March.", date(2024, 5, 2))
    assert (mention.lo, mention.hi) == (date(2024, 2, 1), date(2024, 3, 31))
