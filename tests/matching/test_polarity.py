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


def test_the_number_of_a_thing_denies_nothing() -> None:
    assert not conflicts_of(
        "Lund helped the No. 1 team of Lindvik win.", "Lund helped the team of Lindvik win."
    )


def test_what_would_not_have_been_is_not_denied() -> None:
    assert not conflicts_of(
        "The mayor would not have closed the bridge if the river had fallen.",
        "The mayor closed the bridge when the river rose.",
    )


def test_a_subject_in_common_is_not_enough() -> None:
    assert not conflicts_of(
        "State police did not name any suspects.",
        "The blast killed two state police officers, the mayor said.",
    )


def test_what_is_asked_in_a_denial_is_not_denied() -> None:
    assert not conflicts_of(
        "The spokesman refused to disclose why the mayor closed the bridge.",
        "The mayor closed the bridge on Monday.",
    )


@pytest.mark.parametrize("denial", ["ruled out", "declined to sign", "turned down"])
def test_to_turn_down_is_to_deny(denial: str) -> None:
    assert conflicts_of(
        f"The town of Lindvik {denial} the deal with the port.",
        "The town of Lindvik signed the deal with the port.",
    )


def test_to_decline_to_comment_denies_nothing() -> None:
    assert not conflicts_of(
        "The mayor declined to comment on the closure of the bridge.",
        "The mayor will comment on the closure of the bridge on Monday.",
    )


@pytest.mark.parametrize(
    ("denial", "other"),
    [
        # Where it was not so, and when, is not what was not so.
        (
            "The fire left 300 homes without water in the harbour.",
            "A fire broke out in the harbour.",
        ),
        ("Lund ruled out new fees next year.", "Salaries at Lund's school stay frozen next year."),
        ("No one was hurt in the fire at the mill.", "The fire destroyed the mill on Friday."),
        # What ended was so before.
        (
            "The ports have had no ferry link since 2014.",
            "Torsby broke off the ferry link in 2014.",
        ),
        ("The Senate rejected the bill by 31 votes.", "Senators voted down the bill, 31 to 27."),
        ("Senate rejects fishing bill", "Fishing bill fails in the Senate"),
        # A noun that is spelt like a verb of denying.
        ("The hall's exits were blocked.", "The hall's exits were blocked by crates."),
        ("All 20 drones were shot down overnight.", "The drones came overnight, 20 of them."),
    ],
)
def test_what_is_shared_must_be_what_is_denied(denial: str, other: str) -> None:
    assert not conflicts_of(denial, other)
    assert not conflicts_of(other, denial)


def test_what_follows_and_will_is_not_denied_with_the_rest() -> None:
    found = conflicts_of(
        "Berg denied all charges and will appeal, his lawyer said.",
        "His lawyer said Berg would not appeal against the verdict.",
    )
    assert found == [("negation", "appeal", "not appeal")]


def test_a_denial_that_is_undone_denies_nothing() -> None:
    undone = "The mayor, Ines Lund, did not rule out higher harbour fees."
    assert not conflicts_of(undone, "Harbour fees may be higher, said the mayor, Ines Lund.")
    assert conflicts_of(undone, "Mayor Ines Lund ruled out higher harbour fees.")


def test_what_was_not_done_is_shown_rather_than_who_did_it_not() -> None:
    found = conflicts_of(
        "Rebels denied that the army had captured Dorna.",
        "The army said it had captured the town of Dorna.",
    )
    assert found == [("negation", "denied that the army had captured Dorna", "captured")]


def test_what_differs_is_shown_as_a_phrase() -> None:
    found = conflicts_of(
        "Regulators have cleared the takeover of the yard.",
        "Regulators have yet to approve the takeover of the yard.",
    )
    assert found == [("negation", "cleared the takeover", "yet to approve the takeover")]
