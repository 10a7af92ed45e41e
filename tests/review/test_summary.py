import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.matching.model import Difference, Slot
from workbench.review.model import PairDifference
from workbench.review.summary import article_letter, summarise
from workbench.text.cleaning import count_unsafe


def pair(a, b, slot, one, other, conflict=True):
    return PairDifference(a, b, Difference(slot, one, other, conflict=conflict), 0, 0)


def test_nothing_differs():
    assert summarise(()) == ""


def test_figures_bear_the_letters_of_their_articles():
    differences = [pair(0, 2, Slot.NUMBER, "at least 60", "more than 140")]
    assert summarise(differences) == "figures differ: A at least 60 · C more than 140"


def test_a_third_article_joins_the_figures_it_was_compared_with():
    differences = [
        pair(0, 1, Slot.NUMBER, "60", "137"),
        pair(0, 2, Slot.NUMBER, "60", "140"),
    ]
    assert summarise(differences) == "figures differ: A 60 · B 137 · C 140"


def test_figures_of_another_kind_are_told_apart():
    differences = [
        pair(0, 1, Slot.NUMBER, "60 dead", "137 dead"),
        pair(0, 1, Slot.NUMBER, "145 hurt", "90 hurt"),
    ]
    assert summarise(differences) == (
        "figures differ: A 60 dead · B 137 dead; figures differ: A 145 hurt · B 90 hurt"
    )


def test_who_denies_is_named_first():
    differences = [pair(0, 1, Slot.NEGATION, "passed a warning", "no warnings were received")]
    assert summarise(differences) == "B denies: “no warnings were received” · A “passed a warning”"


def test_opposites_without_a_denial_are_opposed():
    differences = [pair(0, 1, Slot.NEGATION, "rose", "fell")]
    assert summarise(differences) == "opposed: A “rose” · B “fell”"


def test_a_conflict_goes_before_a_detail():
    differences = [
        pair(0, 1, Slot.NUMBER, "about 60", "60", conflict=False),
        pair(0, 1, Slot.DATE, "March 7", "March 9"),
    ]
    assert summarise(differences).startswith("dates differ: A March 7 · B March 9; figures: ")


def test_a_value_that_only_one_has():
    assert (
        summarise([pair(0, 1, Slot.NAME, "", "Ines Ø", conflict=False)]) == "names: only B Ines Ø"
    )


@pytest.mark.parametrize(("index", "letter"), [(0, "A"), (25, "Z"), (26, "AA"), (702, "AAA")])
def test_articles_are_lettered(index, letter):
    assert article_letter(index) == letter


@given(
    st.lists(
        st.builds(
            pair,
            st.integers(0, 30),
            st.integers(31, 60),
            st.sampled_from(Slot),
            st.text(max_size=200),
            st.text(max_size=200),
            st.booleans(),
        ),
        max_size=8,
    )
)
def test_it_is_one_short_safe_line_whatever_the_values(differences):
    text = summarise(differences)
    assert len(text) <= 100
    assert "\n" not in text
    assert count_unsafe(text) == 0
