"""Other words in quotation marks, and other sources, are named; neither is a contradiction."""

import pytest

from tests.matching.making import differences_of
from workbench.matching.facts import read_facts
from workbench.matching.model import Relation
from workbench.matching.relations import differences, relation


def details(a: str, b: str) -> list[tuple[str, str, str]]:
    found = differences_of(a, b)
    assert not any(one.conflict for one in found)
    return [(one.slot.value, one.a, one.b) for one in found]


def test_other_words_of_one_speaker_are_another_quotation() -> None:
    assert details(
        "“Nobody is in danger,” said the harbour master, Ana Berg.",
        "“Two people may be hurt,” harbour master Ana Berg said.",
    ) == [("quotation", "Nobody is in danger", "Two people may be hurt")]


def test_one_utterance_given_in_other_words_is_another_quotation() -> None:
    assert details(
        "The bridge was “built for nothing but heavy lorries”, he said.",
        "The bridge was “made for everything but heavy lorries”.",
    ) == [
        (
            "quotation",
            "built for nothing but heavy lorries",
            "made for everything but heavy lorries",
        )
    ]


@pytest.mark.parametrize(
    "other",
    [
        "Ana Berg said there was “no danger for anybody on board”.",
        "Ana Berg said that there was no danger for anybody on board.",
        "Ana Berg spoke of “no danger for anybody”.",
    ],
)
def test_a_quotation_that_is_shorter_or_without_its_marks_is_the_same(other: str) -> None:
    assert details("“There is no danger for anybody on board,” Ana Berg said.", other) == []


def test_a_word_in_quotation_marks_is_no_quotation() -> None:
    assert not details("Ana Berg called it “unsafe”.", "Ana Berg called it “dangerous”.")


def test_a_long_quotation_is_cut_to_the_words_that_differ() -> None:
    ((_, a, b),) = details(
        "“The bridge over the river was closed in March because the town feared a flood,” Berg said.",
        "“The bridge over the river was closed in March because no money was left for it,” Berg said.",
    )
    assert (a, b) == (
        "closed in March because the town feared a flood",
        "in March because no money was left for it",
    )


def test_one_statement_of_two_sources_differs_in_its_source() -> None:
    assert details(
        "The ferry ran aground off Lindvik on Monday, police said.",
        "The ferry ran aground off Lindvik on Monday, the transport minister said.",
    ) == [("attribution", "police", "the transport minister")]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("police", "a police spokesman"),
        ("officials", "the mayor"),
        ("the mayor", "Ana Berg"),
        ("Mayor Ana Berg", "Ms Berg"),
        ("he", "the mayor"),
        ("the Russian embassy", "Russian diplomats at the embassy"),
    ],
)
def test_sources_that_may_be_the_same_do_not_differ(one: str, other: str) -> None:
    statement = "The ferry ran aground off Lindvik on Monday, {} said."
    assert details(statement.format(one), statement.format(other)) == []


def test_sources_of_different_statements_are_not_compared() -> None:
    assert not details(
        "The ferry ran aground off Lindvik on Monday, police said.",
        "The crane had been painted twice since spring, the minister said.",
    )


def test_quotations_are_compared_in_any_language() -> None:
    one = read_facts("„Die Brücke war niemals sicher“, sagte Berg.", is_english=False)
    other = read_facts("„Die Brücke war immer sicher“, sagte Berg.", is_english=False)
    (found,) = differences(one, other)
    assert (found.slot.value, found.conflict) == ("quotation", False)
    assert relation([found]) is Relation.DIFFERS
