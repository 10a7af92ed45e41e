"""Offsets in the article, the text on the screen, and its rows."""

from hypothesis import given
from hypothesis import strategies as st

from workbench.text.article import Article, Block, BlockKind, Sentence
from workbench.text.sentences import split_sentences
from workbench.tui.article_layout import (
    BLANK,
    PRELUDE,
    ArticleLayout,
    Layouts,
    Manner,
    Mark,
    packed,
    superscript,
)


def article_of(*paragraphs: str, title: str = "") -> Article:
    text = "\n\n".join(paragraphs)
    blocks: list[Block] = []
    sentences: list[Sentence] = []
    position = 0
    for number, paragraph in enumerate(paragraphs):
        end = position + len(paragraph)
        blocks.append(Block(BlockKind.PARAGRAPH, position, end))
        for start, stop in split_sentences(text, position, end):
            sentences.append(Sentence(len(sentences), start, stop, number, True))
        position = end + 2
    return Article(
        "a.txt", text, text, "0" * 64, "utf-8", blocks=tuple(blocks), sentences=tuple(sentences)
    )


def rows(layout: ArticleLayout) -> list[str]:
    return [layout.row_text(row) for row in range(layout.rows)]


def test_paragraphs_are_wrapped_with_a_blank_row_between():
    layout = ArticleLayout(article_of("One two three.", "Four."), 8, [])

    assert rows(layout) == ["One two", "three.", "", "Four."]
    assert layout.row_blocks[2] == BLANK
    assert PRELUDE not in layout.row_blocks


def test_a_claims_number_stands_before_its_words():
    article = article_of("It rained. The dam broke.")
    start = article.text.index("The")
    layout = ArticleLayout(article, 40, [Mark(start, len(article.text), 12)])

    assert rows(layout) == ["It rained. ¹²The dam broke."]


def test_a_mark_covers_exactly_its_words():
    article = article_of("It rained. The dam broke. Nobody knew.")
    start, end = article.text.index("The"), article.text.index(" Nobody")
    layout = ArticleLayout(article, 12, [Mark(start, end, 3)])

    (placed,) = layout.placed
    assert layout.display[placed.words : placed.end] == "The dam broke."
    assert layout.display[placed.start : placed.words] == superscript(3)


def test_rows_know_the_sentence_they_show():
    article = article_of("It rained. The dam broke.", "Nobody knew.")
    layout = ArticleLayout(article, 60, [])

    assert layout.sentence_at(0) == 0
    assert layout.sentence_at(1) is None
    assert layout.sentence_at(2) == 2


def test_an_empty_article_has_no_rows():
    layout = ArticleLayout(article_of(), 20, [])

    assert layout.rows == 0
    assert layout.to_article(0) == 0


@given(
    st.lists(st.text("ab .é漢", min_size=1, max_size=30).filter(str.strip), min_size=1, max_size=4),
    st.integers(1, 12),
    st.data(),
)
def test_every_shown_character_maps_there_and_back(paragraphs, width, data):
    article = article_of(*paragraphs)
    marks = [
        Mark(sentence.start, sentence.end, number)
        for number, sentence in enumerate(article.sentences, 1)
        if data.draw(st.booleans())
    ]
    layout = ArticleLayout(article, width, marks)

    for block in article.blocks:
        for offset in range(block.start, block.end):
            shown = layout.to_display(offset)
            assert layout.display[shown] == article.text[offset]
            assert layout.to_article(shown) == offset


def test_a_quoted_paragraph_is_set_in():
    layout = ArticleLayout(
        article_of("“We waited for hours.”", "“We waited,” she said. “Nobody."), 60, []
    )

    assert [layout.manner(row) for row in (0, 2)] == [Manner.QUOTATION, Manner.TEXT]


def test_a_set_in_block_is_as_much_narrower():
    words = "“" + "word " * 40 + "word.”"
    layout = ArticleLayout(article_of(words), 30, [])

    assert max(len(row) for row in rows(layout)) <= 30 - Manner.QUOTATION.indent


def test_an_article_is_laid_out_once_for_one_width_and_the_same_marks():
    article, other = article_of("One."), article_of("Two.")
    layouts, marks = Layouts(), packed([Mark(0, 3, 1)])
    first = layouts.of(article, 20, marks)
    assert layouts.of(article, 20, packed([Mark(0, 3, 1)])) is first
    assert layouts.of(article, 21, marks).width == 21
    assert list(layouts.of(article, 20, packed([])).placed) == []
    assert layouts.of(other, 20, marks).article is other
