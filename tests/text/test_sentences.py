"""Sentences end where a reader says they do, in linear time and without losing a character."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.text.sentences import split_sentences


def split(text):
    return [text[start:end] for start, end in split_sentences(text)]


@pytest.mark.parametrize(
    "sentences",
    [
        # abbreviations
        ["The U.S. Embassy warned its staff.", "U.S. officials agreed."],
        ["He was sent home from the U.S.", "The judge disagreed."],
        ["Lt. Gen. Ada Q. Brown Jr. met Sen. Lee, D-Calif.", "Both objected."],
        ["The vote on Feb. 13, 2024.", "A vote set for Sept. 30 was scrapped."],
        ["No. 10 had not decided.", "Was the answer no?", "No.", "Ten ministers left."],
        ["Doors closed at 7 p.m.", "The show began at 8 p.m. Moscow time."],
        ["Shares of Acme Inc. Chairman Bo Li rose.", "Acme Corp. did not respond."],
        ["J. K. Rowling and George W. Bush came.", "So did Malcolm X.", "He spoke."],
        ["It is 3.5 percent, up .2 points.", "Version 2.0.1 shipped.", ".38 rounds were found."],
        # quotations
        ["“We had no warning.", "None at all.", "It was chaos,” she said.", "He disagreed."],
        ["“Stop!” Mayor Ana Ruiz shouted.", "“Who knows?”", "No one answered."],
        ["He called it “horrible.”", "The mayor agreed.", "(She did not.)", '"Is it?"', "It is."],
        ["‘It’s over,’ said the PM.", "‘We lost’.", "The ‘Mr. Big’ of the trade fled."],
        ["“It never closes.", "But this sentence is fine."],
        ["“He told me, ‘Run!’ and I ran.”", "“I … don’t know,” he said.", "Then…", "Silence."],
        # marks
        ["What?!", "Really??", "It happened (again!) in May."],
        ["The toll reached 145.[1]", "Officials revised it.[2][3]", "It was wrong."],
        ["See bbc.co.uk or john.smith@example.com.", "Visit https://example.org/a.b?c=d.", "Done."],
        ["🚨 BREAKING: 60 dead 😢.", "Ça c’était hier.", "🇺🇸 It was."],
        # other languages
        ["«Мы предупреждали», — сказал В. В. Путин.", "В г. Туле погибли 143 чел.", "Кто виноват?"],
        ["El Sr. López llegó el 3 de mayo.", "¿Qué dijo?", "¡Nada!"],
        ["M. Macron a réagi.", "« C’est grave. »", "Est-ce fini\u202f?", "Non."],
        ["Am 3. März sagte Dr. Schulz das.", "„Wir wussten nichts.“", "Die Polizei widersprach."],
        ["هل تم التحذير؟", "نعم!", "وأضاف د. أحمد أن التحقيق مستمر۔"],
        ["क्या चेतावनी दी गई थी?", "हाँ।", "डॉ. सिंह ने कहा।"],
    ],
)
def test_sentences_end_where_a_reader_says(sentences):
    assert split(" ".join(sentences)) == sentences


def test_a_quotation_in_chinese_goes_on_into_the_clause_that_attributes_it():
    assert split("“我们发出过警告。”大使说。谁该负责？") == [
        "“我们发出过警告。”大使说。",
        "谁该负责？",
    ]


def test_a_blank_that_scraping_lost_is_no_obstacle():
    assert split("The army retreated.The city fell.") == ["The army retreated.", "The city fell."]


def test_a_blank_line_always_ends_a_sentence():
    assert split("A headline without a stop\n\nand a line") == [
        "A headline without a stop",
        "and a line",
    ]


def test_a_line_that_goes_on_with_a_small_letter_is_wrapped_text():
    assert split("The ambassador issued\na statement.\r\nIt was brief.") == [
        "The ambassador issued\na statement.",
        "It was brief.",
    ]


def test_items_of_a_list_are_sentences():
    text = "The facts:\n1. At least 60 died.\n• four men were held\n- eleven in all"
    assert split(text) == text.split("\n")


def test_only_the_part_asked_for_is_split():
    assert split_sentences("One. Two. Three.", 5, 9) == [(5, 9)]


@given(st.text() | st.text(st.sampled_from("aA1 .!?…\n\r\"'“”’)(»«。-—\u00a0\u2028[]")))
def test_spans_are_in_order_and_leave_out_blanks_only(text):
    end = 0
    for start, stop in split_sentences(text):
        assert start >= end
        assert stop > start
        assert not text[end:start].strip().strip("\ufeff")
        end = stop
    assert not text[end:].strip().strip("\ufeff")
