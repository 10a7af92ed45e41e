from workbench.matching.facts import read_facts
from workbench.matching.worth import worth


def value(text: str) -> float:
    return worth(read_facts(text))[0]


def test_a_toll_is_worth_more_than_a_feeling() -> None:
    assert value("The storm killed 12 people.") > value("Our hearts go out to all of them today.")


def test_a_question_is_worth_little() -> None:
    assert value("Did the storm kill 12 people in Lindvik?") < value("The storm killed 12 people.")


def test_reasons_are_given_weightiest_first() -> None:
    _, reasons = worth(read_facts("The storm killed 12 people on 3 May 2019."))
    assert reasons[0] == "gives a figure"
    assert "counts victims" in reasons


def test_two_countries_are_no_figure() -> None:
    _, reasons = worth(read_facts("Relations of the two countries are strained."))
    assert "gives a figure" not in reasons


def test_that_nobody_answered_is_no_denial() -> None:
    _, reasons = worth(read_facts("The paper could not independently verify the footage."))
    assert "denies something" not in reasons
    value, _ = worth(read_facts("The mayor did not respond to a request for comment."))
    assert value < worth(read_facts("The mayor did not sign the order for the bridge."))[0]
