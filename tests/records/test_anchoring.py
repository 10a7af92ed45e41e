"""Finding recorded words again: in force only where their own sentence is unedited."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.records.making import article
from workbench.records.anchor import Anchor, AnchorState
from workbench.records.anchoring import MOST_HASHES, make_appearance, resolve
from workbench.records.article_index import ArticleIndex
from workbench.records.schema import Appearance
from workbench.text.article import Article

REPORT = (
    "The river rose by two metres on Friday night.",
    "At least 60 people had to leave their homes, the mayor said.",
    "The old bridge at Ferne was swept away before dawn.",
    "Nobody was on it when it fell.",
    "Schools stay closed until Wednesday.",
)
BRIDGE = REPORT[2]


def recorded(then: Article, words: str) -> Appearance:
    start = then.decoded.index(words)
    return make_appearance(ArticleIndex(then), start, start + len(words))


def now(appearance: Appearance, *sentences: str, before: str = "") -> tuple[Anchor, str]:
    """The anchor in an article of these sentences, and the words there or suggested."""
    edited = article(*sentences, before=before)
    anchor = resolve(appearance, ArticleIndex(edited))
    place = (anchor.start, anchor.end) if anchor.is_in_force else anchor.suggestion
    return anchor, edited.decoded[slice(*place)] if place else ""


def edited(**changes: str) -> list[str]:
    """The report with sentences exchanged, as in `edited(s2="…")`; "" takes one out."""
    sentences = [changes.get(f"s{number}", sentence) for number, sentence in enumerate(REPORT)]
    return [sentence for sentence in sentences if sentence]


@pytest.fixture
def bridge() -> Appearance:
    return recorded(article(*REPORT), BRIDGE)


def test_an_appearance_carries_what_finding_it_again_needs(bridge: Appearance) -> None:
    assert bridge.quote.exact == BRIDGE
    assert bridge.quote.prefix == f"{REPORT[0]} {REPORT[1]} "[-64:]
    assert bridge.quote.suffix == f" {REPORT[3]} {REPORT[4]}"[:64]
    context = bridge.context
    assert context
    assert (context.whole_sentence, context.copies) == (True, 1)
    assert len(context.sentences.split()) == len(REPORT)
    assert context.within == context.sentences.split()[2]


def test_part_of_a_sentence_is_recorded_as_that() -> None:
    context = recorded(article("Two men, two boats.", "None left."), "two").context
    assert context
    assert (context.whole_sentence, context.copies) == (False, 1)


def test_look_alikes_are_recorded_and_unlike_sentences_are_not() -> None:
    twin = "The new bridge at Ferne was swept away before noon."
    context = recorded(article(*REPORT, twin), BRIDGE).context
    assert context
    assert context.look_alikes == [twin]


@pytest.mark.parametrize(("start", "end"), [(-1, 4), (4, 4), (5, 4), (0, 10_000)])
def test_a_span_that_is_not_in_the_article_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="has no characters"):
        make_appearance(ArticleIndex(article(*REPORT)), start, end)


def test_in_an_unchanged_file_it_is_where_it_was(bridge: Appearance) -> None:
    assert now(bridge, *REPORT) == (Anchor(AnchorState.EXACT, *_span(bridge)), BRIDGE)


def test_a_position_that_does_not_hold_the_words_is_not_believed(bridge: Appearance) -> None:
    by_hand = bridge.model_copy(
        update={"position": bridge.position.model_copy(update={"start": 0, "end": 51})}
    )
    anchor, words = now(by_hand, *REPORT)
    assert (anchor.state, words) == (AnchorState.MOVED, BRIDGE)
    other_words = bridge.quote.model_copy(update={"exact": "Nothing of the kind was ever written."})
    assert (
        now(bridge.model_copy(update={"quote": other_words}), *REPORT)[0].state
        == AnchorState.ORPHAN
    )


def test_without_the_article_it_is_an_orphan(bridge: Appearance) -> None:
    assert resolve(bridge, None) == Anchor(AnchorState.ORPHAN)


def test_an_unedited_sentence_is_found_wherever_it_moved(bridge: Appearance) -> None:
    anchor, words = now(bridge, "A new beginning.", BRIDGE, *edited(s2=""))
    assert (anchor.state, words) == (AnchorState.MOVED, BRIDGE)
    assert now(bridge, *edited(s4="Schools open on Monday."))[0].state == AnchorState.EXACT
    assert now(bridge, *REPORT, before="---\ntitle: Flood\n---\n")[0].state == AnchorState.MOVED


def test_another_spelling_of_quotes_dashes_and_blanks_is_no_edit() -> None:
    said = '"We stay" - he said - "until it\'s over".'
    appearance = recorded(article(REPORT[0], said, REPORT[3]), said)
    anchor, words = now(
        appearance, REPORT[0], "“We\u00a0stay” –\r\nhe said – “until it’s over”.", REPORT[3]
    )
    assert anchor.is_in_force
    assert words.startswith("“We")


def test_a_sentence_that_now_says_something_else_is_not_in_force(bridge: Appearance) -> None:
    for sentence in (
        "The old bridge at Ferne was not swept away before dawn.",
        "The old bridge at Ferne was swept away before noon.",
        "The old bridge at Ferne was damaged before dawn, but still stands.",
        "“The old bridge at Ferne was swept away before dawn,” a neighbour claimed.",
    ):
        anchor, words = now(bridge, *edited(s2=sentence))
        assert (anchor.state, words) == (AnchorState.CHANGED, sentence)
        assert (anchor.start, anchor.end) == (None, None)


def test_a_split_sentence_is_suggested_with_both_halves(bridge: Appearance) -> None:
    halves = ("The old bridge at Ferne was swept away.", "It went before dawn.")
    anchor, words = now(bridge, *REPORT[:2], *halves, *REPORT[3:])
    assert (anchor.state, words) == (AnchorState.CHANGED, " ".join(halves))


def test_a_deleted_sentence_is_an_orphan_even_beside_a_look_alike() -> None:
    twin = "The new bridge at Ferne was swept away before noon."
    appearance = recorded(article(*REPORT, twin), BRIDGE)
    assert now(appearance, *edited(s2=""), twin)[0].state == AnchorState.ORPHAN
    reworded_twin = "The new bridge at Ferne was swept away by noon."
    assert now(appearance, *edited(s2=""), reworded_twin)[0].state == AnchorState.ORPHAN


def test_an_article_replaced_by_another_holds_nothing(bridge: Appearance) -> None:
    assert now(bridge, "Shares fell.", "The bank said it would lend less.") == (
        Anchor(AnchorState.ORPHAN),
        "",
    )


def test_of_two_copies_the_one_between_the_same_neighbours_is_meant(bridge: Appearance) -> None:
    anchor, words = now(bridge, BRIDGE, *REPORT)
    assert (anchor.state, words) == (AnchorState.MOVED, BRIDGE)
    assert anchor.start == len(BRIDGE) + 1 + bridge.position.start


def test_of_two_copies_without_their_neighbours_neither_is_chosen(bridge: Appearance) -> None:
    anchor, _ = now(bridge, "It rained.", BRIDGE, "It snowed.", BRIDGE, "It froze.")
    assert anchor.state == AnchorState.AMBIGUOUS
    assert not anchor.is_in_force


def test_a_copy_that_is_left_over_may_be_the_other_one() -> None:
    appearance = recorded(article(BRIDGE, *REPORT), BRIDGE)
    anchor, _ = now(appearance, *edited(s1="It rained.", s3="It snowed."))
    assert anchor.state == AnchorState.AMBIGUOUS


def test_a_short_sentence_needs_a_neighbour() -> None:
    appearance = recorded(article(REPORT[0], "He denied it.", REPORT[3]), "He denied it.")
    assert now(appearance, "New words.", REPORT[0], "He denied it.")[0].state == AnchorState.MOVED
    anchor, _ = now(
        appearance, "A minister was accused of theft.", "He denied it.", "A trial is to follow."
    )
    assert anchor.state == AnchorState.AMBIGUOUS


def test_part_of_a_sentence_is_in_force_only_while_the_sentence_is_unedited() -> None:
    appearance = recorded(article(*REPORT), "60 people had to leave")
    assert now(appearance, "New words.", *REPORT)[0].state == AnchorState.MOVED
    denied = "It is not true that at least 60 people had to leave their homes, the mayor said."
    anchor, words = now(appearance, *edited(s1=denied))
    assert (anchor.state, words) == (AnchorState.CHANGED, "60 people had to leave")


def test_part_of_a_sentence_that_has_a_twin_is_ambiguous() -> None:
    appearance = recorded(article(REPORT[1], *REPORT), "60 people had to leave")
    assert now(appearance, "New words.", *REPORT)[0].state == AnchorState.AMBIGUOUS


def test_several_sentences_are_found_together(bridge: Appearance) -> None:
    both = f"{REPORT[2]} {REPORT[3]}"
    appearance = recorded(article(*REPORT), both)
    assert now(appearance, "New words.", *REPORT)[0].state == AnchorState.MOVED
    assert not now(appearance, *edited(s3="Nobody was on it, as far as is known."))[0].is_in_force


def test_without_recorded_context_only_the_same_file_holds(bridge: Appearance) -> None:
    bare = bridge.model_copy(update={"context": None})
    assert now(bare, *REPORT)[0].state == AnchorState.EXACT
    assert not now(bare, "New words.", *REPORT)[0].is_in_force


def test_a_very_long_article_leaves_a_bounded_record() -> None:
    sentences = [
        f"Line {number} of the protocol says {number * 7919 % 10007}."
        for number in range(3 * MOST_HASHES)
    ]
    appearance = recorded(article(*sentences), sentences[2 * MOST_HASHES])
    context = appearance.context
    assert context
    assert len(context.sentences.split()) == MOST_HASHES
    assert context.within in context.sentences
    anchor, words = now(appearance, "New words.", *sentences)
    assert (anchor.state, words) == (AnchorState.MOVED, sentences[2 * MOST_HASHES])
    del sentences[2 * MOST_HASHES]
    assert now(appearance, *sentences)[0].state == AnchorState.ORPHAN


def _span(appearance: Appearance) -> tuple[int, int]:
    return appearance.position.start, appearance.position.end


lines = st.lists(
    st.sampled_from([*REPORT, "He denied it.", "She left.", "The old bridge at Ferne fell."]),
    min_size=1,
    max_size=7,
)


@given(lines, lines, st.data())
def test_in_force_the_words_are_always_the_recorded_ones(
    then: list[str], later: list[str], data: st.DataObject
) -> None:
    before = article(*then)
    start = data.draw(st.integers(0, len(before.decoded) - 1))
    end = data.draw(st.integers(start + 1, len(before.decoded)))
    appearance = make_appearance(ArticleIndex(before), start, end)
    after = article(*later)
    anchor = resolve(appearance, ArticleIndex(after))
    if anchor.is_in_force:
        assert after.decoded[anchor.start : anchor.end].strip() == appearance.quote.exact.strip()
    else:
        assert (anchor.start, anchor.end) == (None, None)
    assert resolve(appearance, ArticleIndex(before)).state == AnchorState.EXACT
