"""Untrusted text becomes safe to show, and every offset stays where it was."""

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.text.cleaning import clean, clean_line, count_unsafe, escape_json

ANY_TEXT = st.text(st.characters(codec=None, categories=None))
HOSTILE = st.text(
    st.sampled_from("ab\n\r\t\x00\x1b\x07\x7f\x85\x9b\u061c\u200f\u202e\u2066\u2028\u2060\ufeff")
    | st.sampled_from("\U000e0041\U000e0100\ufffe\U0001ffff\ud800\u200d\ufe0fé字\u0301")
)


def is_dangerous(character: str) -> bool:
    return character != "\n" and (
        unicodedata.category(character) in {"Cc", "Cs", "Zl", "Zp"}
        or unicodedata.bidirectional(character)
        in {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
    )


@given(ANY_TEXT | HOSTILE)
def test_length_never_changes_and_nothing_dangerous_is_left(text):
    cleaned = clean(text)
    assert len(cleaned) == len(text)
    assert not any(map(is_dangerous, cleaned))


@given(ANY_TEXT | HOSTILE)
def test_cleaning_twice_is_cleaning_once(text):
    assert clean(clean(text)) == clean(text)


def test_safe_text_is_handed_back_as_the_same_object():
    text = "Ça va — “fine”\n👩\u200d👩\u200d👧 ☺\ufe0f e\u0301 قال\n"
    assert clean(text) is text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\tb", "a b"),
        ("a\r\nb", "a \nb"),
        ("a\rb", "a\nb"),
        ("a\r\r\nb", "a\n \nb"),
        ("\x1b[2J", "␛[2J"),
        ("a\x00\x1b\r\nb", "a␀␛ \nb"),
        ("x\x7f", "x␡"),
        ("\x9b2J", "\ufffd2J"),
        ("52\u202e40", "52\ufffd40"),
        ("a\u2028b\u2029c", "a\ufffdb\ufffdc"),
        ("a\ufeffb", "a\ufffdb"),
        ("a\U000e0050", "a\ufffd"),
        ("A\U000e0101", "A\ufffd"),
        ("name\udcff.txt", "name\ufffd.txt"),
        ("a\u2060b", "a\ufffdb"),
        ("a\ufdd0\uffff\U0010ffff", "a\ufffd\ufffd\ufffd"),
    ],
)
def test_each_unsafe_character_has_one_visible_stand_in(text, shown):
    assert clean(text) == shown


def test_a_one_line_value_has_no_line_ends():
    assert clean_line("  A title\r\n  on two\nlines ") == "A title on two lines"


def test_a_one_line_value_is_cut_to_its_limit():
    assert clean_line("word " * 100_000, limit=12) == "word word w…"


def test_tabs_and_line_ends_are_not_counted_as_unsafe():
    assert count_unsafe("a\tb\r\nc\rd\n") == 0
    assert count_unsafe("\x1b]0;x\x07 \u202e") == 3


@given(ANY_TEXT | HOSTILE)
def test_escaped_json_means_the_same_and_is_safe(text):
    escaped = escape_json(json.dumps(text, ensure_ascii=False))
    assert json.loads(escaped) == json.loads(json.dumps(text))
    assert not any(map(is_dangerous, escaped))


def test_json_keeps_what_is_safe_as_it_is():
    assert escape_json('"Zürich, 中文, 👩\u200d👧"') == '"Zürich, 中文, 👩\u200d👧"'
