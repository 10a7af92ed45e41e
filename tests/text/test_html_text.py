"""The text of a web page by own rules: what a browser would show, less what frames a report."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.text.html_text import TooManyTags, read_html


def text(page):
    return read_html(page).text


def test_paragraphs_headings_and_list_items_become_paragraphs():
    page = "<h1>Audit</h1>\n<p>It was\n   <b>over</b>due.<p>Nobody knew.</p><ul><li>One<li>Two</ul>"
    assert text(page) == "Audit\n\nIt was overdue.\n\nNobody knew.\n\nOne\n\nTwo"


def test_a_line_break_is_a_line_end_and_cells_are_apart():
    assert text("<p>One<br>two</p>") == "One\ntwo"
    assert text("<table><tr><td>Dead</td><td>143</td></tr></table>") == "Dead 143"


def test_lines_of_preformatted_text_stay():
    assert text("<pre>a  b\n  c</pre>") == "a  b\n  c"


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>secret()</script>",
        "<SCRIPT type='x>y'>if (a</b) secret()</SCRIPT >",
        "<style>secret{}</style>",
        "<!-- secret <p>secret</p> -->",
        "<p hidden>secret</p>",
        "<div style='color: red; display : none'><div>secret</div> secret</div>",
        '<span style="visibility:hidden">secret</span>',
        "<template><p>secret</p></template>",
        "<noscript>secret</noscript>",
        "<iframe src='secret'>secret</iframe>",
        "<svg><text>secret</text></svg>",
        "<head><title>secret</title></head>",
        "<nav><ul><li><a href='secret'>secret</a></ul></nav>",
        "<aside>secret</aside><footer>secret</footer><form><button>secret</button></form>",
        "<img alt='secret' src='secret'>",
        "<?php secret ?><!DOCTYPE secret>",
    ],
)
def test_what_a_browser_hides_or_a_page_puts_around_is_left_out(hidden):
    assert text(f"<p>Shown.</p>{hidden}<p>Also shown.</p>") == "Shown.\n\nAlso shown."


@pytest.mark.parametrize(
    "page",
    [
        "<p>Shown <b>here</p>",
        "<p title='a > b' data-x=it's>Shown here</p>",
        "<p class=hidden data-hidden='hidden'>Shown here",
        "<p hidden>secret<p>Shown here",
        "Shown here<",
        "<div>Shown</b> here</div></div></p>",
        "<p>Shown here</p><!-- never closed <p>secret</p>",
        "<p class='never closed>Shown here</p>",
        "<head><title>x</title><p>Shown here",
        "<nav>Shown here",
    ],
)
def test_broken_pages_are_read_as_browsers_do(page):
    assert text(page).rstrip("<") == "Shown here"


def test_less_than_signs_that_open_no_tag_are_text():
    assert text("<p>1 < 2 and 3<4</p>") == "1 < 2 and 3<4"


def test_character_references_are_decoded_once():
    assert (
        text("<p>&amp;lt;b&amp;gt; &eacute; &#8217; &#x2019; &nope;</p>")
        == "&lt;b&gt; é ’ ’ &nope;"
    )


def test_references_to_no_character_do_no_harm():
    assert text(f"<p>a&#{'9' * 5000};b&#x{'f' * 5000};c&#0;d</p>") == "a\ufffd;b\ufffd;c\ufffdd"


def test_of_a_page_that_marks_its_article_only_that_is_taken():
    report = "The minister resigned on Tuesday. " * 10
    page = f"<div>Menu</div><main><article><p>{report}</p></article><p>More on this</p></main>"
    assert text(page) == report.strip()


def test_an_article_that_is_only_a_teaser_does_not_hide_the_report():
    report = "The minister resigned on Tuesday. " * 50
    page = f"<p>{report}</p><article>{'Ten cats that look like ministers. ' * 10}</article>"
    assert text(page).startswith("The minister")


def test_the_title_is_told_apart_from_the_text():
    page = read_html("<title>A &amp; B</title><p>Text.</p><svg><title>icon</title></svg>")
    assert (page.title, page.text) == ("A & B", "Text.")


@pytest.mark.parametrize(
    "piece",
    ["<", "<!--", "<a ='", '<a "', "<!", "&", "</", "\u00a0", "<p hidden>", "<pre>\n ", "<title>"],
)
def test_no_repetition_takes_long(piece):
    read_html(piece * 100_000)


PIECES = ["<", ">", "/", "!", "-", "=", '"', "'", " ", "\n", "a", "b", "p", "<p ", "<!--", "-->"]


@given(st.lists(st.sampled_from([*PIECES, "<script", "</", "<pre>", "hidden"])).map("".join))
def test_of_any_page_only_what_stands_in_it_is_shown(page):
    shown = text(page)
    rest = iter(page)
    assert all(character in rest for character in shown if not character.isspace())
    assert "\n\n\n" not in shown


def test_too_many_tags_are_refused():
    with pytest.raises(TooManyTags, match="200,000"):
        read_html("<b>" * 200_001)


@pytest.mark.parametrize(
    "menu",
    [
        "<table><tr><td><a href=1>News</a><br><a href=2>Sport</a><br><a href=3>Most read</a></td>",
        "<div><p><a href=1>One ferry</a></p><p><a href=2>Two ferries</a> | <a href=3>More</a></p>",
        "<ul><li><a href=1>A</a><li><a href=2>B</a><li><a href=3>C</a></ul>",
    ],
)
def test_links_with_no_word_between_them_are_a_menu(menu: str) -> None:
    report = "<h2>Afloat again</h2><p>The ferry was <a href=4>towed free</a> on Wednesday.</p>"
    assert read_html(f"{menu}{report}").text == (
        "Afloat again\n\nThe ferry was towed free on Wednesday."
    )


@pytest.mark.parametrize(
    "report",
    [
        "<p><a href=1>Read the letter.</a></p><p><a href=2>Read the reply.</a></p><p>Both are short.",
        "<a name=top><p>One.</p><p>Two.</p><p>Three.</p><p>Four.</p>",
        "<p>See <a href=1>this<p>One.</p><p>Two.</p><p>Three.</p><p>Four.</p>",
        "<p><a href=1>All</a></p><p><a href=2>there</a></p><p><a href=3>is.</a></p>",
    ],
)
def test_a_report_is_not_taken_for_a_menu(report: str) -> None:
    words = re.findall(r"\w+", re.sub(r"<[^>]*>", " ", report))
    assert re.findall(r"\w+", read_html(report).text) == words
