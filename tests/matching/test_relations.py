from hypothesis import given
from hypothesis import strategies as st

from tests.matching.making import conflicts_of, differences_of
from workbench.matching.facts import read_facts
from workbench.matching.model import Relation
from workbench.matching.relations import differences, flipped, relation


def test_no_difference_means_agreement() -> None:
    assert relation(()) is Relation.AGREES


def test_other_dates_of_one_thing_contradict_each_other() -> None:
    found = conflicts_of(
        "The ferry Solveig sank off Lindvik on 3 May 2019.",
        "The ferry Solveig sank off Lindvik on 9 May 2019.",
    )
    assert found == [("date", "3 May 2019", "9 May 2019")]


def test_a_day_within_the_month_named_is_no_contradiction() -> None:
    assert not differences_of(
        "The ferry Solveig sank off Lindvik on 3 May 2019.",
        "The ferry Solveig sank off Lindvik in May 2019.",
    )


def test_opposites_contradict_each_other_on_one_topic_only() -> None:
    assert conflicts_of("Lindvik won the regional cup final.", "Lindvik lost the cup final.")
    assert not conflicts_of("Lindvik won the cup.", "Torsby lost a crane in the storm.")


_VOCABULARY = (
    "the ferry sank not no 12 60 people killed denied warning passed received Lindvik "
    "at least more than , . “ ” on 3 May 2019 false never mayor"
)
_WORDS = st.lists(st.sampled_from(_VOCABULARY.split()), max_size=25).map(" ".join)


@given(_WORDS, _WORDS)
def test_a_relation_is_the_same_from_either_side(a: str, b: str) -> None:
    one, other = read_facts(a), read_facts(b)
    assert relation(differences(one, other)) is relation(differences(other, one))


@given(_WORDS, _WORDS)
def test_values_are_what_their_spans_say(a: str, b: str) -> None:
    for found in differences(read_facts(a), read_facts(b)):
        assert found.a_span is not None
        assert found.b_span is not None
        assert (a[slice(*found.a_span)], b[slice(*found.b_span)]) == (found.a, found.b)


def test_flipping_exchanges_values_and_spans() -> None:
    (found,) = differences_of("The storm killed 12 people.", "The great storm killed 17 people.")
    (other,) = flipped([found])
    assert (other.a, other.b) == (found.b, found.a)
    assert (other.a_span, other.b_span) == (found.b_span, found.a_span)


def test_a_direction_in_a_name_has_no_opposite() -> None:
    assert not conflicts_of(
        "Cables between Europe and North Africa were cut on Friday.",
        "Cables between Europe and South Asia were cut on Friday.",
    )


def test_frames_and_figures_do_not_hide_that_a_statement_is_the_same() -> None:
    found = conflicts_of(
        "Envoys of both countries met in Geneva in May, the Courier reported.",
        "Envoys of the two countries met in Geneva in June, three officials told the Herald.",
    )
    assert found == [("date", "May", "June")]
    assert conflicts_of(
        "Torsby will meet Lindvik in the final on May 18.",
        "In the final on 19 May Torsby will play Lindvik.",
    ) == [("date", "May 18", "19 May")]
