"""Lines become paragraphs, headings and furniture as a reader sees them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.text.article import BlockKind
from workbench.text.blocks import lay_out


def blocks(text, start=0):
    layout = lay_out(text, start)
    return [(block.kind.value, layout.flowing[block.start : block.end]) for block in layout.blocks]


WRAPPED = """\
Minister resigns after audit

The finance minister resigned on Tuesday after an audit found that twelve
million was missing from the funds that her own office had managed. She
took full responsibility and left the country. The opposition called the
U.S. audit overdue.
"""


def test_line_ends_of_wrapped_text_are_blanks():
    heading, paragraph = blocks(WRAPPED)
    assert heading == ("heading", "Minister resigns after audit")
    assert paragraph[1].endswith(
        "She took full responsibility and left the country. The opposition "
        "called the U.S. audit overdue."
    )


def test_lines_of_other_files_are_blocks():
    text = "The minister resigned on Tuesday.\nAn audit had found that millions were missing.\n"
    assert [block for _, block in blocks(text)] == text.splitlines()


def test_a_line_that_goes_on_with_a_small_letter_belongs_to_the_one_before():
    assert blocks("The minister resigned\nafter an audit.\n") == [
        ("paragraph", "The minister resigned after an audit.")
    ]


@pytest.mark.parametrize(
    "dateline",
    [
        "on September 14, 2013 11:41am | Updated on September 15, 2013 9:05pm",
        "updated 3 May 2024, 14:05",
    ],
)
def test_a_dateline_in_small_letters_is_no_part_of_the_headline_above_it(dateline):
    text = f"Bridge closes after audit finds cracks\n{dateline}\nThe bridge was closed.\n"
    assert blocks(text) == [
        ("heading", "Bridge closes after audit finds cracks"),
        ("furniture", dateline),
        ("paragraph", "The bridge was closed."),
    ]


def test_a_sentence_that_ends_in_a_date_goes_on() -> None:
    assert blocks("The minister resigned\non 14 September 2024.\n") == [
        ("paragraph", "The minister resigned on 14 September 2024.")
    ]


@pytest.mark.parametrize(
    "line",
    [
        "SEE ALSO: What the audit missed",
        "Read more: The audit in full",
        "By Ana Ruiz and Bo Li",
        "Write to Ana Ruiz at ana@example.org",
        "The minister leaves her office on Tuesday. (file photo)",
        "A view of the ministry, March 3, 2024. Ana Ruiz/Handout via REUTERS",
        "The ministry at night. Bo Li/AFP",
        "© 2024 Example News",
        "* * *",
        "LONDON, March 22",
    ],
)
def test_what_a_page_puts_around_a_report_is_furniture(line):
    assert lay_out(f"The report began here.\n\n{line}\n").blocks[1].kind is BlockKind.FURNITURE


@pytest.mark.parametrize(
    "line",
    [
        "Updated figures show that 60 people died.",
        "Copyright law was changed by the court.",
        "He told Reuters that the audit was overdue.",
        "Published research found no link.",
        "• Four men were held",
    ],
)
def test_sentences_that_only_begin_alike_are_paragraphs(line):
    assert lay_out(f"The report began here.\n\n{line}\n").blocks[1].kind is BlockKind.PARAGRAPH


def test_a_markdown_heading_is_a_heading():
    assert blocks("# The audit, and after.\n\nIt was overdue.") == [
        ("heading", "# The audit, and after."),
        ("paragraph", "It was overdue."),
    ]


@given(st.text() | st.text(st.sampled_from("aA. \n#-*")), st.integers(0, 5))
def test_blocks_are_in_order_and_leave_out_blanks_only(text, start):
    layout = lay_out(text, start)
    assert len(layout.flowing) == len(text)
    end = start
    for block in layout.blocks:
        assert block.start >= end
        assert block.end > block.start
        assert not text[end : block.start].strip()
        end = block.end
    assert not text[end:].strip()
