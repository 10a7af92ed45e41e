import pytest

from tests.matching.making import conflicts_of, differences_of
from workbench.text.quantities import QuantityKind, find_quantities


def test_other_tolls_contradict_each_other() -> None:
    found = conflicts_of("The storm killed 12 people.", "The storm killed 17 people.")
    assert found == [("number", "12", "17")]


def test_the_dead_and_the_injured_are_not_compared() -> None:
    assert not differences_of("The storm killed 12 people.", "The storm injured 17 people.")


def test_a_part_of_the_dead_is_not_compared_with_all_of_them() -> None:
    assert not conflicts_of("The storm killed 12 people.", "The storm killed 3 children.")


def test_a_lower_bound_leaves_room_for_an_exact_figure_above_it() -> None:
    (found,) = differences_of("At least 60 people were killed.", "The blast killed 143 people.")
    assert (found.a, found.b, found.conflict) == ("At least 60", "143", False)


def test_a_bound_of_just_the_figure_is_no_difference() -> None:
    assert not differences_of("At least three people were killed.", "3 people were killed.")


def test_a_lower_bound_contradicts_a_figure_below_it() -> None:
    found = conflicts_of("At least 60 people were killed.", "The blast killed 47 people.")
    assert found == [("number", "At least 60", "47")]


def test_lower_bounds_far_apart_contradict_each_other_as_published() -> None:
    found = conflicts_of("At least 60 people were killed.", "More than 140 people were killed.")
    assert found == [("number", "At least 60", "More than 140")]


def test_lower_bounds_near_each_other_are_a_detail() -> None:
    (found,) = differences_of("At least 60 people died.", "More than 70 people died.")
    assert not found.conflict


def test_a_rounded_figure_is_no_contradiction() -> None:
    assert not conflicts_of("The fire killed 143 people.", "The fire killed 140 people.")


def test_a_third_and_its_percentage_agree() -> None:
    assert not differences_of("A third of voters stayed home.", "33 percent of voters stayed home.")


def test_one_figure_in_common_is_enough_where_several_are_given() -> None:
    a = "The storm killed 12 people in Lindvik and 5 people in Torsby."
    assert not conflicts_of(a, "The storm killed 5 people in Torsby.")


def test_ages_of_other_people_are_not_compared() -> None:
    assert not conflicts_of("Anna Lund, 59, was hit.", "Per Holm, 23, drove the car.")


def test_ages_of_one_person_are_compared() -> None:
    assert conflicts_of("Anna Lund, 59, was hit.", "Mrs Lund, 61, was hit.")


def test_what_a_figure_belongs_to_makes_it_comparable() -> None:
    found = conflicts_of("A mother of 12 was shot.", "The mom of 13 died.")
    assert found == [("number", "12", "13")]


def test_spans_point_at_the_values() -> None:
    a, b = "Officials say the storm killed 12 people.", "It killed 17 people."
    (found,) = differences_of(a, b)
    assert found.a_span is not None
    assert a[slice(*found.a_span)] == found.a == "12"


def test_the_same_number_of_other_units_contradicts() -> None:
    a = "The crater is {} wide at its northern rim."
    assert conflicts_of(a.format("5 miles"), a.format("5 km")) == [("number", "5 miles", "5 km")]
    assert not conflicts_of(a.format("5 km"), a.format("5 km"))


def test_small_counts_are_exact() -> None:
    assert conflicts_of("The storm killed 11 people.", "The storm killed 10 people.")


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The lake is 2 km from the town hall.", "The lake is 2,000 metres from the town hall."),
        ("The crater is 5 miles wide at the rim.", "The crater is 8 km wide at the rim."),
        ("It was 86°F in the shade in Lindvik.", "It was 30 °C in the shade in Lindvik."),
        ("The crew waited 48 hours for the tug.", "The crew waited two days for the tug."),
        ("Some 1,500 people fled the storm.", "About 1.5 thousand people fled the storm."),
        ("The farm lost 20 acres of forest.", "The farm lost 8 hectares of forest."),
    ],
)
def test_one_value_in_two_units_is_no_difference(a: str, b: str) -> None:
    assert not differences_of(a, b)


def test_other_values_in_two_units_contradict_each_other() -> None:
    found = conflicts_of(
        "The fire near Lindvik took 20 acres of forest.",
        "The fire near Lindvik took 30 hectares of forest.",
    )
    assert found == [("number", "20 acres", "30 hectares")]


def test_a_figure_rounded_to_a_whole_is_no_contradiction() -> None:
    assert not conflicts_of("6.4 million voters stayed home.", "6 million voters stayed home.")
    assert not conflicts_of("The storm cut 6.4 miles of line.", "The storm cut 6 miles of line.")


def test_sums_in_other_currencies_are_not_compared() -> None:
    assert not differences_of("The port lost $5 million.", "The port lost €4 million.")


def test_millions_of_pounds_are_money_and_not_a_weight() -> None:
    (found,) = find_quantities("The port lost 1.2 billion pounds.")
    assert (found.kind, found.unit) == (QuantityKind.MONEY, "GBP")


def test_degrees_have_a_sign_and_a_range_of_them_has_none() -> None:
    assert [q.value for q in find_quantities("It was minus 5 degrees Celsius.")] == [-5]
    assert [q.value for q in find_quantities("It was -5°C at dawn.")] == [-5]
    assert [q.lo for q in find_quantities("It was 10-15°C at dawn.")] == [10]


def test_ages_of_relatives_with_one_surname_are_not_compared() -> None:
    assert not conflicts_of(
        "Per Holm, 23, is in court.", "He killed Karin Holm, 20, the court heard."
    )


def test_the_name_of_an_age_may_follow_it() -> None:
    assert not conflicts_of(
        "The trial of 16-year-old Per Holm begins.", "In the trial 10-year-old Eva Lund was named."
    )
    assert conflicts_of(
        "The victim is 16-year-old Per Holm.", "The victim is 17-year-old Per Holm."
    )


def test_figures_of_another_order_count_another_thing() -> None:
    assert not conflicts_of(
        "Lund needed nine points for the record of the club.",
        "The record of the club, 2,290 points, is now held by Lund.",
    )


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (
            "Turnout was 71 percent, the commission said.",
            "Turnout stood at 64 percent.",
            ("71 percent", "64 percent"),
        ),
        (
            "The Arn is expected to peak at 7.2 metres on Monday.",
            "On Monday the Arn is expected to reach 5.8 metres.",
            ("7.2 metres", "5.8 metres"),
        ),
        (
            "Torsby beat Lindvik 3-1 on Saturday in the cup final.",
            "Torsby won the cup final 3-2 on Saturday against Lindvik.",
            ("3-1", "3-2"),
        ),
        (
            "The storm cut off 40,000 homes in the north.",
            "In the north the storm cut off 4,000 households.",
            ("40,000", "4,000"),
        ),
    ],
)
def test_measures_that_stand_alone_are_compared_in_one_statement(one, other, expected) -> None:
    assert conflicts_of(one, other) == [("number", *expected)]


def test_measures_that_stand_alone_are_not_compared_in_other_statements() -> None:
    assert not conflicts_of("Turnout was 71 percent.", "Prices rose 6 percent as turnout fell.")
    assert not conflicts_of(
        "Damage to the mill was put at $1 million.",
        "Damage to the mill was put at A$1 million ($0.6 million).",
    )


def test_a_score_is_the_same_from_either_side() -> None:
    assert not conflicts_of(
        "Torsby beat Lindvik 3-1 on Saturday in the cup final.",
        "Lindvik lost to Torsby 1-3 in the cup final on Saturday.",
    )


def test_a_part_is_not_compared_with_its_whole() -> None:
    assert not conflicts_of(
        "The Greens hold 88 of the 150 seats in parliament.",
        "The Greens hold 88 seats in the 150-seat parliament.",
    )
    assert not conflicts_of(
        "He was hit by three of the seven bullets that the guards fired.",
        "The guards fired seven bullets, three of which hit him.",
    )
