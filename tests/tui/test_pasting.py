"""What is pasted is told apart: address, quotation, words."""

import time

import pytest

from workbench.tui.pasting import Pasted, address_in, fault_of, take_apart

URL = "https://news.example/2025/ferry?id=7"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (URL, Pasted("", URL)),
        (f"  <{URL}>\n", Pasted("", URL)),
        (f"{URL}.", Pasted(".", URL)),
        (f"The log of the port. {URL}", Pasted("The log of the port.", URL)),
        (f"The log of the port ({URL}).", Pasted("The log of the port.", URL)),
        (f"“Low tide at four.”\n{URL}", Pasted("", URL, "Low tide at four.")),
        (f'"Low tide at four." {URL}', Pasted("", URL, "Low tide at four.")),
        ("„Ebbe um vier.“", Pasted("", "", "Ebbe um vier.")),
        ("« Marée basse à quatre heures. »", Pasted("", "", "Marée basse à quatre heures.")),
        ("“One”, said “the other”", Pasted("“One”, said “the other”")),
        ("He said “no” to it.", Pasted("He said “no” to it.")),
        (f"It says at {URL} that he left.", Pasted(f"It says at {URL} that he left.", URL)),
        (f"{URL} and {URL}2", Pasted(f"{URL} and {URL}2")),
        ("no address here", Pasted("no address here")),
        ("", Pasted("")),
    ],
)
def test_the_parts_of_what_was_pasted(text, expected):
    assert take_apart(text) == expected


def test_a_bracket_that_belongs_to_an_address_stays_in_it():
    address = "https://wiki.example/Astrid_(ferry)"

    assert take_apart(f"See ({address})").address == address


def test_a_link_to_marked_words_brings_the_words():
    address = "https://news.example/a#:~:text=Low%20tide%20at%20four,"

    assert take_apart(address.rstrip(",")).quotation == "Low tide at four"


def test_a_link_to_the_ends_of_a_passage_brings_no_words():
    assert take_apart("https://news.example/a#:~:text=Low%20tide,the%20hull").quotation == ""


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("www.example.org", "https://www.example.org"),
        ("example.org/log", "https://example.org/log"),
        (" https://example.org ", "https://example.org"),
        ("report.pdf", "report.pdf"),
        ("page 7", "page 7"),
    ],
)
def test_an_address_without_its_beginning_gets_it(typed, address):
    assert address_in(typed) == address


@pytest.mark.parametrize("address", ["ftp://a.example", "javascript:alert(1)", "https://", "x"])
def test_what_cannot_be_opened_is_said(address):
    assert fault_of(address).endswith(".")


def test_a_sound_address_and_none_at_all_are_no_fault():
    assert fault_of(URL) == fault_of("") == ""


@pytest.mark.parametrize("part", [")", "https://", "www.", "“", "a.", "(", "https://a("])
def test_a_whole_page_of_nonsense_takes_no_time(part):
    before = time.process_time()
    take_apart(part * 200_000)
    address_in(part * 200_000)

    assert time.process_time() - before < 5
