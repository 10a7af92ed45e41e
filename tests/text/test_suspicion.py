"""What may deceive a reader is said, and what is only foreign is not."""

import pytest

from workbench.text.suspicion import suspicions


def test_letters_of_another_script_inside_a_word_are_said_with_the_word():
    (said,) = suspicions(
        "The minist\u0435r resigned on Tu\u0435sday; the minist\u0435r said so.", 0
    )
    assert said.startswith("2 words, such as “minist\u0435r”, have letters of another script")


def test_one_such_word_is_named():
    assert "“p\u0430y”" in suspicions("They p\u0430y him.", 0)[0]


@pytest.mark.parametrize(
    "honest",
    [
        "قال الوزير إن ١٢ مليون",
        "Министр Иванов, или Mr. Ivanov, подал в отставку.",
        "β-carotene, 5 µm and ΔT; naïve café, Łódź",
        "Der Mönch aß 12 Äpfel – “so was”…",
    ],
)
def test_real_text_of_any_script_is_not_suspected(honest):
    assert suspicions(honest, 0) == ()


@pytest.mark.parametrize("digits", ["١٢", "१२", "𝟏𝟐", "１２"])
def test_digits_of_another_script_among_latin_words_are_said(digits):
    assert f"“{digits}”" in suspicions(f"They paid {digits} million.", 0)[0]


def test_control_and_bidi_characters_are_counted():
    assert suspicions("a\x1b\u202eb", 0)[0].startswith("2 control or hidden characters")
    assert suspicions("a\x07b", 0)[0].startswith("1 control or hidden character is")


def test_what_stands_before_the_text_is_not_looked_at():
    assert suspicions("\ufeffText.", 1) == ()


def test_a_flood_of_mixed_words_is_counted_in_bounded_time():
    assert suspicions("a\u0430" * 200_000, 0)
