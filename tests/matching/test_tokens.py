import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.matching.tokens import MAX_TOKENS, tokenise


def stems(text: str) -> list[str]:
    return [token.stem for token in tokenise(text) if token.stem]


@pytest.mark.parametrize(
    "text", ["the U.S. envoy", "the US envoy", "the United States envoy", "the American envoy"]
)
def test_all_names_of_a_country_are_one_term(text: str) -> None:
    assert stems(text) == ["usa", "envoy"]


def test_us_in_lower_case_is_a_pronoun() -> None:
    assert stems("They told us.") == []


def test_is_is_a_verb_in_a_headline_of_capitals() -> None:
    assert "isis" not in stems("THE BRIDGE IS CLOSED")


def test_a_demonym_in_lower_case_is_another_word() -> None:
    assert stems("polish the brass") == ["polish", "brass"]
    assert stems("Polish ships") == ["poland", "ship"]


def test_number_words_and_digits_are_one() -> None:
    assert stems("twelve boats") == stems("12 boats")


def test_thousands_separators_do_not_matter() -> None:
    assert stems("6,200 seats") == stems("6200 seats")


def test_a_token_tells_where_its_words_stand() -> None:
    text = "No word from the Islamic State yet"
    found = next(token for token in tokenise(text) if token.stem == "isis")
    assert text[found.start : found.end] == "Islamic State"


def test_no_more_than_a_bounded_part_of_a_sentence_is_read() -> None:
    assert len(tokenise("word " * 100_000)) <= MAX_TOKENS


@given(st.text(max_size=300))
def test_tokens_are_in_order_and_inside_the_text(text: str) -> None:
    end = 0
    for token in tokenise(text):
        assert end <= token.start < token.end <= len(text)
        end = token.end
