import pytest

from tests.matching.making import conflicts_of


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (
            "The choir is from Lindvik.",
            "The choir, which won twice, is from Osthaven, the mayor said.",
            ("name", "Lindvik", "Osthaven"),
        ),
        (
            "The ship was built in Norway.",
            "The ship was built in Sweden for a company that went bankrupt.",
            ("name", "Norway", "Sweden"),
        ),
        ("Berg is a sculptor.", "Berg is a painter from Lindvik.", ("name", "sculptor", "painter")),
        (
            "The bridge opened in June.",
            "The bridge opened in July after years of delay.",
            ("date", "June", "July"),
        ),
        (
            "Lund beat Berg in the final of the cup.",
            "Berg beat Lund in the final of the cup.",
            ("name", "Lund", "Berg"),
        ),
    ],
)
def test_one_word_in_another_ones_place_contradicts(
    one: str, other: str, expected: tuple[str, str, str]
) -> None:
    assert expected in conflicts_of(one, other)
    slot, a, b = expected
    assert (slot, b, a) in conflicts_of(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The fire at Lindvik University is out.", "The fire at Lindvik is out, the mayor said."),
        ("Lund and Berg won the cup.", "Berg and Lund won the cup."),
        ("Lund was beaten by Berg in the final.", "Berg has beaten Lund in the final."),
        ("The law is European.", "The law is valid in Europe, the court said."),
        ("Berg is a person.", "Berg is a painter from Lindvik."),
        ("Storm Hits Lindvik Pier", "Storm Hits Osthaven Town Hall And Lindvik Roofs"),
    ],
)
def test_what_may_be_said_of_one_thing_does_not_contradict(one: str, other: str) -> None:
    assert conflicts_of(one, other) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Lund was arrested on suspicion of DUI.", "Lund was arrested on suspicion in Lindvik."),
        ("Lund was seen in Lindvik.", "Lund was seen on Friday, the mayor said."),
        (
            "Storm sinks ferry off Lindvik",
            "A storm sank a ferry off the coast at Osthaven on Monday.",
        ),
        (
            "Lund checks into Osthaven clinic",
            "Lund checks into the clinic of Doctor Berg in Lindvik.",
        ),
    ],
)
def test_a_name_more_or_less_in_a_report_is_no_contradiction(one: str, other: str) -> None:
    assert conflicts_of(one, other) == []


def test_the_name_that_stands_in_anothers_place_is_given_whole() -> None:
    found = conflicts_of(
        "The bridge was designed by Ana Lund.",
        "The bridge was designed by Kai Berg, the mayor said.",
    )
    assert found == [("name", "Ana Lund", "Kai Berg")]


def test_from_one_place_to_another_is_not_back() -> None:
    found = conflicts_of(
        "The bus was travelling from Hasa to Mirin.",
        "The bus was on its way from Mirin to Hasa, the company said.",
    )
    assert found == [("name", "from Hasa to Mirin", "from Mirin to Hasa")]
    assert not conflicts_of(
        "The bus was travelling from Hasa to Mirin.", "A bus went from Hasa to Torsby."
    )


def test_a_word_far_behind_says_nothing_of_what_it_is() -> None:
    assert not conflicts_of(
        "It was the best match of my career.", "This was the best match that I have ever played."
    )
