"""Spellings that look alike become the same, and can be found again in the original."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.text.normalising import normalise

LOOKALIKES = st.text(
    st.sampled_from("ab é\u0301\u0308eo\n\t\u00a0\u200b\u00ad“”'—ｶ\u1100\u1161\u11a8Å")
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Cafe\u0301 début", "Café de\u0301but"),
        ("“It’s over” — he said", '"It\'s over" - he said'),
        ("two\u00a0words", "two\n   words"),
        ("resig\u00adned", "resi\u200bgned"),
        ("\u1112\u1161\u11ab", "한"),
    ],
)
def test_spellings_that_look_alike_are_the_same(one, other):
    assert normalise(one)[0] == normalise(other)[0]


def test_words_numbers_and_case_are_left_alone():
    assert normalise("At least 60 died.")[0] == "At least 60 died."


def test_a_span_of_the_normalised_text_points_at_the_original():
    text = "He  said:\r\n“Cafe\u0301 Zu\u0308rich” closed"
    normalised, offsets = normalise(text)
    start = normalised.index('"')
    end = normalised.index('" closed') + 1
    assert text[offsets[start] : offsets[end]] == "“Cafe\u0301 Zu\u0308rich”"


@given(st.text() | LOOKALIKES)
def test_offsets_rise_and_cover_the_whole_text(text):
    normalised, offsets = normalise(text)
    assert len(offsets) == len(normalised) + 1
    assert offsets[-1] == len(text)
    assert list(offsets) == sorted(offsets)


@given(st.text() | LOOKALIKES)
def test_normalising_twice_is_normalising_once(text):
    once = normalise(text)[0]
    assert normalise(once)[0] == normalise(normalise(once)[0])[0]


@given(LOOKALIKES)
def test_canonically_equal_texts_normalise_alike(text):
    composed = normalise(unicodedata.normalize("NFC", text))[0]
    decomposed = normalise(unicodedata.normalize("NFD", text))[0]
    assert composed == decomposed


def test_thousands_of_marks_on_one_letter_are_compared_without_sorting_them_all():
    text = "e" + "\u0301\u0323" * 100_000  # sorting these takes half a minute
    assert normalise(text)[0].startswith("ẹ")
