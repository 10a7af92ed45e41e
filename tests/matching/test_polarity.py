import pytest

from tests.matching.making import conflicts_of, differences_of
from workbench.matching.model import Slot


def test_a_denial_contradicts_the_report_and_both_are_named_in_their_own_words() -> None:
    (found,) = differences_of(
        "The envoy said that no warnings were received from the harbour office.",
        "The harbour office passed a secret warning to the islanders in March.",
    )
    assert found.slot is Slot.NEGATION
    assert found.conflict
    assert (found.a, found.b) == ("no warnings were received", "passed a secret warning")


def test_a_denial_is_found_from_either_side() -> None:
    (found,) = differences_of(
        "The harbour office passed a secret warning to the islanders in March.",
        "The islanders deny receiving a warning from the harbour office.",
    )
    assert (found.a, found.b) == ("passed a secret warning", "deny receiving a warning")


@pytest.mark.parametrize(
    "denial",
    [
        "The ferry did not sink off Lindvik.",
        "The owners denied that the ferry sank off Lindvik.",
        "The news that the ferry sank off Lindvik is false.",
        "No, the ferry never sank off Lindvik.",
    ],
)
def test_wordings_of_a_denial(denial: str) -> None:
    assert conflicts_of("The ferry sank off Lindvik on its way north.", denial) or conflicts_of(
        "The ferry sink off Lindvik on its way north.", denial
    )


def test_two_denials_of_one_thing_agree() -> None:
    assert not conflicts_of(
        "No warnings were received from the harbour office.",
        "The islanders deny receiving warnings from the harbour office.",
    )


def test_a_negation_of_something_else_is_no_contradiction() -> None:
    assert not conflicts_of(
        "The mayor promised help to every owner, but did not say when.",
        "The mayor promised help to every owner.",
    )


def test_not_only_denies_nothing() -> None:
    assert not conflicts_of(
        "Not only the mayor but the governor had a role in the sale.",
        "The mayor and the governor had a role in the sale.",
    )


def test_to_rebut_what_was_claimed_about_a_thing_is_not_to_deny_the_thing() -> None:
    assert not conflicts_of(
        "The mayor rebutted claims about the warning that the office passed to the islanders.",
        "The office passed a warning to the islanders.",
    )


def test_a_shared_name_alone_is_no_contradiction() -> None:
    assert not conflicts_of(
        "Lindvik did not win the cup.", "Lindvik has a new mayor and a new harbour."
    )
