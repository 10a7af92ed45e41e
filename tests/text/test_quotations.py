"""Quoted words are found by their marks, and a mark that is never closed swallows nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.text.quotations import find_quotations


def quoted(text):
    return [text[q.start : q.end] for q in find_quotations(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("She called it “cruel and barbaric” twice.", ["cruel and barbaric"]),
        ('He said "no" and "never".', ["no", "never"]),
        ("« C’est grave », dit-il.", ["C’est grave"]),
        ("„Wir wussten nichts“, sagte er.", ["Wir wussten nichts"]),
        ('It was "abundantly clear” to all.', ["abundantly clear"]),
        ("‘It’s over,’ said the PM.", ["It’s over,"]),
        ("“his ‘duty to warn’ policy” stands", ["his ‘duty to warn’ policy"]),
        ("「警告した」と大使は言った。", ["警告した"]),
        ("Labour’s seats and the parties’ votes", []),
        ("a 6' 2\" man", []),
    ],
)
def test_words_between_marks_are_quoted(text, words):
    assert quoted(text) == words


def test_a_quotation_that_goes_on_in_the_next_sentence_ends_with_this_one():
    (quotation,) = find_quotations("“We had no warning.")
    assert not quotation.closed


def test_an_unclosed_mark_ends_with_its_paragraph():
    assert quoted("“The first goes on.\n\n“The second closes,” he said.") == [
        "The first goes on.",
        "The second closes,",
    ]


@given(st.text(st.sampled_from('ab “”"‘’«»„\n')))
def test_quotations_lie_in_order_inside_the_text(text):
    end = 0
    for quotation in find_quotations(text):
        assert end <= quotation.start < quotation.end <= len(text)
        end = quotation.end
