"""A source file becomes an article, or one sentence says why it does not."""

import hashlib
import os
from datetime import date

import pytest

from workbench.text import reading
from workbench.text.front_matter import parse_date, read_front_matter
from workbench.text.reading import ArticleError, read_article

REPORT = """\
---
title: "The audit: a retelling"
publisher: Example News
date: 29 March 2024
secret: ignored
---
Minister resigns after audit

The finance minister resigned on Tuesday. An audit had found that 12 million was missing.

SEE ALSO: What the audit missed
"""


@pytest.fixture
def read(tmp_path):
    def read_file(content, name="report.txt"):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return read_article(path, f"sources/{name}")

    return read_file


def refusal(read, content, name="report.txt"):
    with pytest.raises(ArticleError) as error:
        read(content, name)
    return str(error.value)


def test_a_report_is_read_into_sentences_at_their_offsets(read):
    article = read(REPORT)
    claims = [article.decoded[s.start : s.end] for s in article.sentences if s.claimable]
    assert claims == [
        "Minister resigns after audit",
        "The finance minister resigned on Tuesday.",
        "An audit had found that 12 million was missing.",
    ]
    assert len(article.sentences) == 4
    assert article.sha256 == hashlib.sha256(REPORT.encode()).hexdigest()
    assert article.source == "sources/report.txt"


def test_front_matter_gives_title_publisher_and_date_and_is_no_text(read):
    article = read(REPORT)
    assert article.metadata.title == "The audit: a retelling"
    assert article.metadata.publisher == "Example News"
    assert article.metadata.date == date(2024, 3, 29)
    assert article.decoded[article.body_start :].startswith("Minister resigns")
    assert article.notices == ()


def test_a_date_that_is_not_understood_is_said(read):
    assert "soon" in read("---\ndate: soon\n---\nText.").notices[0]


def test_the_title_falls_back_to_the_heading_and_then_to_the_file_name(read):
    assert read("# Audit\n\nIt was overdue.").metadata.title == "Audit"
    assert read("It was overdue.", "the-audit.txt").metadata.title == "the-audit"


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        ("Zürich".encode(), "utf-8"),
        ("Zürich".encode("utf-8-sig"), "utf-8"),
        (b"\xff\xfe" + "Zürich".encode("utf-16-le"), "utf-16-le"),
        (b"\xfe\xff" + "Zürich".encode("utf-16-be"), "utf-16-be"),
        ("“Zürich” – 12 €, a déclaré le ministre".encode("cp1252"), "cp1252"),
    ],
)
def test_the_encoding_is_found_and_named(read, content, encoding):
    article = read(content)
    assert article.encoding == encoding
    assert "Zürich" in article.text
    assert article.decoded == content.decode(encoding)


def test_a_guessed_encoding_is_said(read):
    assert "guess" in read("à Zürich".encode("cp1252")).notices[0]


def test_a_few_broken_bytes_do_not_make_another_encoding_of_utf8(read):
    article = read("“Zürich” – ".encode() + b"\xff\xe2\x82 cut.")
    assert article.encoding == "utf-8"
    assert article.text.startswith("“Zürich” – ")
    assert article.notices[0] == "2 places could not be read as UTF-8."


def test_bytes_of_no_encoding_in_plain_text_are_shown_as_lost(read):
    article = read(b"One \x9b777m two \x9d0;x\x07 three.")
    assert article.text == "One �777m two �0;x␇ three."


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_line_ends_of_any_kind_part_paragraphs(read, line_end):
    article = read(REPORT.replace("\n", line_end).encode())
    assert [article.sentence_text(s.index) for s in article.sentences] == [
        "Minister resigns after audit",
        "The finance minister resigned on Tuesday.",
        "An audit had found that 12 million was missing.",
        "SEE ALSO: What the audit missed",
    ]


def test_control_characters_are_shown_and_counted(read):
    article = read("The mayor\x1b]0;x\x07 said that taxes fell.\r\n")
    assert "␛]0;x␇" in article.text
    assert "\x1b" in article.decoded
    assert article.notices[0].startswith("2 control or hidden characters")


def test_a_byte_order_mark_is_part_of_the_offsets_and_of_no_sentence(read):
    article = read(b"\xef\xbb\xbfIt was overdue from the start.")
    assert article.sentences[0].start == 1
    assert article.notices == ()


def test_an_empty_file_is_an_article_without_sentences(read):
    article = read("")
    assert article.sentences == ()
    assert article.notices == ("It is empty.",)


@pytest.mark.parametrize("content", [bytes(range(256)) * 8, "Plain text".encode("utf-16-le")])
def test_a_binary_file_is_refused(read, content):
    assert "binary file" in refusal(read, content)


def test_a_file_that_is_too_large_is_refused_with_the_limit(read, monkeypatch):
    monkeypatch.setattr(reading, "MAX_BYTES", 1024**2)
    assert refusal(read, "x" * (1024**2 + 1)) == (
        "sources/report.txt cannot be read: it is larger than 1 MB; "
        "split it or take it out of the folder."
    )


def test_a_text_that_is_too_long_is_refused_with_the_limit(read):
    assert "more than 2,000,000 characters" in refusal(read, "x" * 2_000_001)


@pytest.mark.parametrize("piece", ["ab\n\n", "a. ", "A! ", "é\u2028", "x\r"])
def test_a_text_of_endless_sentences_is_refused_with_the_limit(read, piece):
    assert "more than 100,000 full stops and line ends" in refusal(read, piece * 100_001)


def test_a_text_of_endless_blank_lines_and_dots_is_read(read):
    article = read("\n" * 300_000 + "." * 300_000 + "\nThe end was overdue.")
    assert article.sentence_text(len(article.sentences) - 1) == "The end was overdue."


def test_a_missing_file_a_folder_and_a_link_are_refused(tmp_path):
    (tmp_path / "folder.txt").mkdir()
    (tmp_path / "real.txt").write_text("Text.")
    (tmp_path / "link.txt").symlink_to(tmp_path / "real.txt")
    for name, reason in {"gone": "not there", "folder": "folder", "link": "is a link"}.items():
        with pytest.raises(ArticleError, match=reason):
            read_article(tmp_path / f"{name}.txt", f"{name}.txt")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_named_pipe_is_refused_without_waiting(tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    with pytest.raises(ArticleError, match="not a regular file"):
        read_article(tmp_path / "pipe.txt", "pipe.txt")


def test_the_refusal_shows_a_hostile_name_safely(tmp_path):
    with pytest.raises(ArticleError) as error:
        read_article(tmp_path / "gone.txt", "a\x1b[2J\n.txt")
    assert str(error.value).startswith("a␛[2J .txt cannot be read")


def test_a_web_page_without_the_extra_is_read_by_own_rules_and_that_is_said(read, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "trafilatura", None)
    page = "<title>Audit</title><nav>Home</nav><p>The minister resigned on Tuesday.</p>"
    article = read(page, "page.html")
    assert article.decoded == "The minister resigned on Tuesday."
    assert article.metadata.title == "Audit"
    assert article.extractor == "workbench 3"
    assert "factcheck-workbench[html]" in article.notices[0]


def test_what_a_web_page_says_of_itself_is_kept(read, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "trafilatura", None)
    page = """<html lang="en"><head><meta property="og:site_name" content="Example &amp; Sons">
    <meta name="author" content="Ana Ruiz"><title>Audit | Example</title>
    <meta property="og:title" content="The audit">
    <meta property="article:published_time" content="2024-03-29T10:00:00Z"></head>
    <body><p>The minister resigned.</p></body></html>"""
    metadata = read(page, "page.html").metadata
    assert (metadata.title, metadata.publisher) == ("The audit", "Example & Sons")
    assert (metadata.author, metadata.date) == ("Ana Ruiz", date(2024, 3, 29))
    assert metadata.language == "en"


def test_a_web_page_that_shows_nothing_is_said_to(read, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "trafilatura", None)
    assert "No report" in read("<script>load()</script>", "page.html").notices[0]


def test_a_web_page_of_endless_tags_is_refused(read, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "trafilatura", None)
    assert "more than 200,000 tags" in refusal(read, "<b>" * 200_001, "page.html")


def test_a_web_page_is_read_by_the_extra(read):
    pytest.importorskip("trafilatura", reason="the extra `html` is not installed")
    paragraph = "<p>The finance minister resigned on Tuesday after an audit of her office.</p>"
    article = read(f"<html><body><article>{paragraph * 3}</article></body></html>", "page.html")
    assert article.extractor.startswith("trafilatura ")
    assert article.sentences[0].claimable


def test_a_rule_at_the_top_is_no_front_matter():
    assert read_front_matter("---\nSome text.\n---\nMore.").end == 0


def test_an_endless_front_matter_is_text():
    assert read_front_matter("---\n" + "title: x\n" * 100_000).end == 0


@pytest.mark.parametrize(
    "written", ["2024-03-29", "2024-03-29T10:00:00Z", "29 March 2024", "March 29, 2024"]
)
def test_a_date_is_read_as_people_write_it(written):
    assert parse_date(written) == date(2024, 3, 29)


@pytest.mark.parametrize("written", ["", "March 29", "2024", "03/04/2024", "yesterday"])
def test_a_date_that_names_no_single_day_is_none(written):
    assert parse_date(written) is None
