"""What can assert something: sentences that are more than a fragment, headings with a verb."""

import pytest

from workbench.text.claimable import is_claimable, is_claimable_heading


@pytest.mark.parametrize(
    "sentence",
    [
        "Nobody knew of it.",
        "They were never warned.",
        "At the gate a long line of cars and buses",
        "大臣は火曜日に辞任した。",
    ],
)
def test_a_sentence_of_a_few_words_with_a_verb_can_assert(sentence):
    assert is_claimable(sentence)


@pytest.mark.parametrize("fragment", ["Then…", "Ana Ruiz", "In the north", "The mayor, in town"])
def test_a_fragment_cannot(fragment):
    assert not is_claimable(fragment)


@pytest.mark.parametrize(
    "headline",
    [
        "Minister resigns after audit",
        "MINISTER RESIGNS AFTER AUDIT",
        "No warning reached us, says embassy",
        "Council to break with tradition",
        "At least 60 dead, officials say",
        "Ministra renunció tras la auditoría",
        "財務大臣が辞任した",
    ],
)
def test_a_headline_with_a_verb_can_assert(headline):
    assert is_claimable_heading(headline)


@pytest.mark.parametrize(
    "heading",
    [
        "Background",
        "SEE ALSO",
        "The audit and its context",
        "What we know about the audit",
        "How the minister fell",
        "Friday, 29 March 2024, updated",
        "WEDNESDAY, APRIL 24, 2013, 10:34 AM",
        "RFE/RL's Russian Service",
    ],
)
def test_a_heading_that_names_or_asks_cannot(heading):
    assert not is_claimable_heading(heading)
