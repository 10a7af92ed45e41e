"""Lines of an exact width, whatever they are made of."""

from hypothesis import given
from hypothesis import strategies as st
from rich.style import Style

from workbench.tui.paint import cells_of, cut, flow, overlay, spread, strip_of

PLAIN, BOLD = Style(), Style(bold=True)


def text_of(lines):
    return ["".join(text for text, _ in line) for line in lines]


@given(
    st.lists(st.tuples(st.text("ab 漢é", max_size=12), st.just(PLAIN)), max_size=4),
    st.integers(1, 20),
)
def test_a_strip_is_as_wide_as_it_is_asked_to_be(runs, width):
    assert strip_of(runs, width, PLAIN).cell_length == width


def test_what_does_not_fit_ends_in_an_ellipsis():
    assert text_of([cut([("one two", PLAIN)], 5)]) == ["one …"]
    assert text_of([cut([("one", PLAIN), ("two", BOLD)], 3)]) == ["on…"]
    assert text_of([cut([("one", PLAIN)], 3)]) == ["one"]


def test_the_right_end_keeps_its_room():
    assert spread([("a long title", PLAIN)], [("end", PLAIN)], 10, PLAIN).text == "a long…end"


def test_lines_after_the_first_are_indented_and_the_first_is_full():
    lines = flow([("one two three four", PLAIN)], 10, PLAIN, indent=2)

    assert text_of(lines) == ["one two", "  three", "  four"]
    assert all(cells_of(line) <= 10 for line in lines)


def test_lines_that_are_too_many_end_in_an_ellipsis():
    assert text_of(flow([("one two three", PLAIN)], 5, PLAIN, most=2)) == ["one", "two …"]


def test_styles_are_laid_over_each_other():
    assert overlay("abcdef", PLAIN, [(12, 14, BOLD)], start=10) == [
        ("ab", PLAIN),
        ("cd", BOLD),
        ("ef", PLAIN),
    ]
