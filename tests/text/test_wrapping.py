"""Lines fit their column, lose nothing, and never cut what is one letter to a reader."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from workbench.text.wrapping import wrap

PIECES = [
    "word",
    " ",
    "  ",
    "a",
    "\n",
    "字",
    "你好。",
    "e\u0301",
    "👩\u200d👩\u200d👧",
    "☺\ufe0f",
    "🇺🇸",
    "longerword" * 4,
]
TEXTS = st.lists(st.sampled_from(PIECES)).map("".join)


def lines(text, width):
    starts = [*wrap(text, 0, len(text), width), len(text)]
    return [text[a:b] for a, b in pairwise(starts)]


def test_lines_break_after_the_last_word_that_fits():
    assert lines("The toll rose to 143, officials said.", 12) == [
        "The toll ",
        "rose to 143, ",
        "officials ",
        "said.",
    ]


def test_a_line_may_end_exactly_at_the_edge():
    assert lines("four four", 4) == ["four ", "four"]


def test_a_word_longer_than_the_line_is_broken():
    assert lines("https://example.org/a", 10) == ["https://ex", "ample.org/", "a"]


def test_wide_characters_break_anywhere_but_before_their_full_stop():
    assert lines("莫斯科发生。袭击", 8) == ["莫斯科发", "生。袭击"]
    assert lines("莫斯科发。袭击", 8) == ["莫斯科", "发。袭击"]


@pytest.mark.parametrize("cluster", ["e\u0301", "👩\u200d👩\u200d👧", "☺\ufe0f", "🇺🇸", "각"])
def test_what_is_one_letter_to_a_reader_is_never_cut(cluster):
    for line in lines(cluster * 20, 3):
        assert line == cluster * (len(line) // len(cluster))


def test_a_block_is_wrapped_at_its_own_offsets():
    text = "Heading\n\nTwo words"
    assert list(wrap(text, 9, 18, 4)) == [9, 13, 17]


def test_an_empty_block_is_one_line():
    assert list(wrap("ab", 1, 1, 10)) == [1]


@given(TEXTS, st.integers(2, 30))
def test_every_line_fits_but_for_blanks_at_its_end(text, width):
    for line in lines(text, width):
        assert cell_len(line.replace("\n", " ").rstrip(" ")) <= width


@given(TEXTS, st.integers(-1, 30))
def test_lines_begin_in_order_and_leave_nothing_out(text, width):
    starts = list(wrap(text, 0, len(text), width))
    assert starts[0] == 0
    assert starts == sorted(set(starts))
    assert "".join(lines(text, width)) == text


@given(st.text(st.characters(min_codepoint=0x20, max_codepoint=0x2500)))
def test_text_measured_as_one_cell_each_is_so_to_rich(text):
    from workbench.text.wrapping import _ONE_CELL_EACH

    if _ONE_CELL_EACH.fullmatch(text):
        assert cell_len(text) == len(text)
