"""Figures are read into the interval that they allow, with what they count."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.text.quantities import Bound, QuantityKind, find_quantities


def only(text):
    (quantity,) = find_quantities(text)
    return quantity


@pytest.mark.parametrize(
    ("text", "lo", "hi"),
    [
        ("The fire left 143 homeless", 143, 143),
        ("at least 60 passengers", 60, None),
        ("no fewer than eleven boats", 11, None),
        ("more than a hundred buses", 100, None),
        ("up to 500 nurses", None, 500),
        ("fewer than 20 copies", None, 20),
        ("nearly 3,000 seats", 2700, 3000),
        ("about 200 guests", 180, 220),
        ("between 50 and 60 bystanders", 50, 60),
        ("2 to 3 million voters", 2e6, 3e6),
        ("70,000-plus fans", 70_000, None),
        ("one hundred and forty-three votes", 143, 143),
        ("half a million homes", 500_000, 500_000),
        ("6.2 million cars", 6.2e6, 6.2e6),
        ("dozens of ambulances", 12, 240),
        ("hundreds of thousands of fish", 100_000, 2_000_000),
        ("no casualties", 0, 0),
    ],
)
def test_a_figure_becomes_the_interval_it_allows(text, lo, hi):
    quantity = only(text)
    assert (quantity.lo, quantity.hi) == (lo, hi)
    assert quantity.kind is QuantityKind.NUMBER


@pytest.mark.parametrize(
    ("text", "kind", "value", "unit"),
    [
        ("33 % of members", QuantityKind.PERCENT, 33, "%"),
        ("up 3.4 per cent", QuantityKind.PERCENT, 3.4, "%"),
        ("a third of voters", QuantityKind.FRACTION, 1 / 3, ""),
        ("one in five pupils", QuantityKind.FRACTION, 0.2, ""),
        ("a US$1.5 billion loan", QuantityKind.MONEY, 1.5e9, "USD"),
        ("the £2.3bn bridge", QuantityKind.MONEY, 2.3e9, "GBP"),
        ("80,000 rubles", QuantityKind.MONEY, 80_000, "RUB"),
        ("20 kilometers away", QuantityKind.MEASURE, 20, "km"),
        ("a 170,000-square-foot hall", QuantityKind.MEASURE, 170_000, "ft2"),
        ("300 square metres", QuantityKind.MEASURE, 300, "m2"),
        ("a 17-year-old girl", QuantityKind.AGE, 17, "year"),
        ("Ana Ruiz, 42, said so", QuantityKind.AGE, 42, "year"),
        ("two and a half hours", QuantityKind.DURATION, 2.5, "hour"),
        ("her sixth term", QuantityKind.ORDINAL, 6, ""),
        ("twice as many", QuantityKind.MULTIPLE, 2, ""),
        ("a 5-4 ruling", QuantityKind.SCORE, 5, ""),
    ],
)
def test_a_figure_has_its_kind_and_unit(text, kind, value, unit):
    quantity = only(text)
    assert (quantity.kind, quantity.value, quantity.unit) == (kind, value, unit)


def test_the_span_covers_the_words_that_bound_the_figure():
    text = "The blaze killed at least 60 people."
    quantity = only(text)
    assert text[quantity.start : quantity.end] == "at least 60"
    assert quantity.bound is Bound.AT_LEAST


def test_each_figure_knows_whom_it_counts_and_what_became_of_them():
    dead, hurt = find_quantities("The blaze killed at least 60 people and injured over 145.")
    assert (dead.counts, dead.harm) == ("people", "killed")
    assert (hurt.counts, hurt.harm) == ("people", "injured")


def test_what_became_of_those_counted_may_be_told_after_the_figure():
    dead, hurt = find_quantities("Some 30 miners died, while 12 were wounded.")
    assert (dead.harm, hurt.harm) == ("killed", "injured")


@pytest.mark.parametrize(
    "text",
    [
        "The wreck of Flight MH17",
        "No. 10 declined to comment",
        "He drove along Route 66",
        "F-16 jets and AK-47 rifles",
        "COVID-19 wards",
        "the Group of Seven",
        "no one knows",
        "one of the officials",
        "a 5G mast",
        "the 76ers won",
        "his 2008 sedan",
        "Channel 4 News",
        "on 22 March 2024 at 19:55",
        "in 2019",
        "the 2016 election",
        "He may march on",
    ],
)
def test_names_dates_and_pronouns_are_no_figures(text):
    assert find_quantities(text) == ()


PIECES = [
    "1",
    "20",
    " ",
    "-",
    ",",
    "one ",
    "half ",
    "of ",
    "a ",
    "%",
    "$",
    "in ",
    "to ",
    "between ",
]


@given(st.lists(st.sampled_from(PIECES)).map("".join))
def test_figures_lie_in_order_inside_the_text(text):
    end = 0
    for quantity in find_quantities(text):
        assert end <= quantity.start < quantity.end <= len(text)
        end = quantity.end


@given(st.text())
def test_any_text_can_be_read(text):
    find_quantities(text)


def test_what_became_of_a_sum_may_stand_before_its_noun():
    (found,) = find_quantities("An audit found 12 million in missing funds.")
    (reported,) = find_quantities("Auditors reported that 14 million was missing.")
    assert found.harm == reported.harm == "missing"


@pytest.mark.parametrize(
    ("text", "value", "counts"),
    [
        ("一艘载有80人的渡轮", 80, "人"),
        ("12万人が避難した", 120_000, "人"),
        ("約80人", 80, "人"),
    ],
)
def test_figures_stand_between_the_words_of_scripts_without_blanks(text, value, counts):
    (found,) = find_quantities(text)
    assert (found.value, found.counts.partition(" ")[0]) == (value, counts)


@pytest.mark.parametrize("text", ["2024年3月22日", "第3名"])
def test_dates_and_ranks_of_such_scripts_count_nothing(text):
    assert find_quantities(text) == ()


def test_a_part_counts_the_noun_of_its_whole():
    part, whole = find_quantities("They hold 88 of the 150 seats.")
    assert (part.value, part.counts, whole.value, whole.counts) == (88, "seats", 150, "seats")
    part, whole = find_quantities("Six of the city's 41 schools are to close.")
    assert (part.value, part.counts) == (6, whole.counts)


def test_a_score_after_a_name_is_a_score():
    score = only("Rovers beat United 3-1 on Saturday")
    assert (score.kind, score.lo, score.hi) == (QuantityKind.SCORE, 3, 1)


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("Der Schaden beträgt 3,5 Millionen Euro.", 3.5e6, "EUR"),
        ("El coste fue de 3,5 millones de euros.", 3.5e6, ""),
        ("Ущерб оценили в 1,25 млрд рублей.", 1.25e9, ""),
        ("Il a payé 12,50 euros.", 12.5, "EUR"),
        ("It cost 12,500 euros.", 12_500, "EUR"),
        ("They paid 1,00,000 euros.", 100_000, "EUR"),
    ],
)
def test_a_comma_may_part_decimals(text, value, unit):
    assert (only(text).value, only(text).unit) == (value, unit)


def test_a_figure_joined_by_a_hyphen_counts_nothing():
    assert only("The navy stopped a five-boat pirate attack.").counts == ""
