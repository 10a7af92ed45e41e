"""Which addresses may become links, and how they are written."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.text.addresses import web_address


@pytest.mark.parametrize(
    ("written", "link"),
    [
        ("https://example.org/a?b=c&d#e", "https://example.org/a?b=c&d#e"),
        ("  HTTP://Example.org/A%20b ", "http://example.org/A%20b"),
        ("https://bücher.example/ü", "https://xn--bcher-kva.example/%C3%BC"),
        ("https://[::1]:8080/", "https://[::1]:8080/"),
        ('https://example.org/"><script>', "https://example.org/%22%3E%3Cscript%3E"),
        ("https://example.org/\u202egpj", "https://example.org/%E2%80%AEgpj"),
    ],
)
def test_an_address_of_the_web_is_written_so_that_it_ends_where_it_ends(written, link):
    assert web_address(written) == link


@pytest.mark.parametrize(
    "written",
    [
        "",
        "example.org",
        "//example.org",
        "javascript:alert(1)",
        "java\nscript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "mailto:ada@example.org",
        "https://",
        "https://example.org/a b",
        "https://example.org\\@evil.example",
        "https://ada:secret@example.org",
        "https://example.org:99999/",
        "https://[::1/",
        "https://example.org/" + "a" * 5000,
        "https://example.org/\ud800",
    ],
)
def test_what_is_none_becomes_no_link(written):
    assert web_address(written) == ""


@given(st.text(max_size=200))
def test_whatever_is_written_the_link_is_plain(written):
    for text in (written, f"https://example.org/{written}", f"https://{written}/"):
        link = web_address(text)
        assert link == "" or re.fullmatch(r"https?://[!#-;=?-\[\]_a-z~]+", link)
        assert web_address(link) == link


@pytest.mark.parametrize(
    "written",
    [
        "https://desk.example/a/b-c.html",
        "http://a-b.c.example",
        "https://example.org/~ada/x_1",
        "https://xn--bcher-kva.example/",
    ],
)
def test_a_plain_address_stays_letter_for_letter(written):
    assert web_address(written) == web_address(f" {written}\n") == written
    assert web_address(f"{written}?q=1") == f"{written}?q=1"  # read part by part
