"""What is compared has whole words at the offsets of what is shown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.text.article import Article
from workbench.text.cleaning import clean
from workbench.text.comparable import comparable


def article(decoded):
    return Article("a.txt", decoded, clean(decoded), "", "utf-8")


@pytest.mark.parametrize(
    ("written", "compared"),
    [
        ("The min\u200bister left.", "The minister  left."),
        ("The mini\u00adster’s au\u2060dit", "The minister’s  audit "),
        ("Cafe\u0301s de\u0301butent", "Cafés  débutent "),
        ("\ufeffThe end.", " The end."),
        ("so\u200b. \u200bNow", "so .  Now"),
        ("نمی\u200cخواهم", "نمیخواهم "),
        ("👩\u200d👧 said", "👩👧  said"),
    ],
)
def test_words_are_whole(written, compared):
    assert comparable(article(written)).text == compared


@pytest.mark.parametrize("plain", ["The minister left.", "“Le ministre a démissionné”, dit-on…"])
def test_plain_text_is_left_alone(plain):
    it = article(plain)
    assert comparable(it) is it


@given(
    st.text(st.sampled_from("ab.! \n\u0301\u0344é\u200b\u00ad\ufeff\u202e\x1b\u0958\u1112\u1161"))
)
def test_lengths_and_blanks_and_ends_stay_where_they_are(decoded):
    it = article(decoded)
    compared = comparable(it).text
    assert len(compared) == len(decoded)
    assert clean(compared) == compared
    for i, character in enumerate(it.text):
        if character in ".! \n":
            assert compared[i] == character
