from hypothesis import given
from hypothesis import strategies as st

from workbench.matching.differing import differing_words


def lit(*texts: str) -> list[list[str]]:
    spans = differing_words(texts)
    return [
        [text[start:end] for start, end in found] for text, found in zip(texts, spans, strict=True)
    ]


def test_the_words_that_tell_two_sentences_apart_are_lit() -> None:
    assert lit("The storm killed 12 people.", "A storm killed 17 people in Lindvik.") == [
        ["12"],
        ["17", "Lindvik"],
    ]


def test_grammar_and_spelling_light_nothing_up() -> None:
    assert lit("U.S. officials were warning.", "An American official warned.") == [[], []]


def test_neighbouring_words_are_one_span() -> None:
    assert lit("The old wooden bridge fell.", "The bridge fell.") == [["old wooden"], []]


def test_a_negation_is_lit() -> None:
    assert lit("The ferry did not sink.", "The ferry did sink.") == [["not"], []]


def test_one_odd_wording_does_not_light_up_the_others() -> None:
    agreeing = "The storm killed 12 people."
    assert lit(agreeing, agreeing, "The storm killed 17 people.") == [[], [], ["17"]]


def test_a_single_text_has_nothing_to_differ_from() -> None:
    assert differing_words(["The storm killed 12 people."]) == ((),)
    assert differing_words([]) == ()


_WORDS = "storm killed 12 17 the not U.S. old"
_TEXT = st.lists(st.sampled_from(_WORDS.split())).map(" ".join)


@given(st.lists(_TEXT, max_size=6))
def test_spans_follow_their_texts_whatever_the_order(texts: list[str]) -> None:
    assert differing_words(texts[::-1]) == differing_words(texts)[::-1]


def test_in_scripts_without_blanks_characters_are_lit_and_not_whole_sentences() -> None:
    one, other = "一艘载有80人的渡轮搁浅", "一艘载有80人的货轮搁浅"
    lit = [
        [text[a:b] for a, b in spans]
        for text, spans in zip((one, other), differing_words([one, other]), strict=True)
    ]
    assert lit == [["的渡轮"], ["的货轮"]]
