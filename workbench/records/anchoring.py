"""Where recorded words are in the article as it is now, or an honest "no longer for sure".

A verdict that slides onto another sentence is the worst that can happen here, so only words whose
own sentence is unedited are found *in force*; whatever merely resembles them is offered to a person
as `changed`, with a suggestion. The rungs are tried in a fixed order, from certain to weak; those
that may put a record in force are here, those that only suggest in `anchoring_fuzzy`.

The shape follows the Hypothes.is client (a selector a module, in a fixed order), with a floor under
every score, without which it re-anchors to look-alikes (hypothesis/client issue 7571).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.records.anchor import Anchor, AnchorState
from workbench.records.anchoring_fuzzy import Neighbours, look_alikes, suggest
from workbench.records.article_index import CONTEXT, ArticleIndex, plain
from workbench.records.schema import AnchorContext, Appearance, Position, Quote, RelationName

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST_HASHES = 1000
"""Sentences remembered in a record, the nearest ones, so that its size has a bound."""

_MOST_COPIES = 200
_SHORT = 25
"""Plain code points below which a sentence ("He denied it.") says too little to stand alone."""


def make_appearance(
    index: ArticleIndex, start: int, end: int, relation: RelationName | None = None
) -> Appearance:
    """Record a span of an article with all that finding it again may need.

    Args:
        index: The article as it is now.
        start: First code point of the decoded file.
        end: End exclusive.
        relation: To the claim's headline; None for the headline's own article.

    Raises:
        ValueError: The span is empty or not in the article, or its path cannot be in a record.
    """
    decoded = index.article.decoded
    if not 0 <= start < end <= len(decoded):
        raise ValueError(f"{index.article.source} has no characters {start} to {end}")
    exact = decoded[start:end]
    covering = index.covering(start, end)
    return Appearance(
        source=index.article.source,
        sha256=index.article.sha256,
        position=Position(start=start, end=end),
        quote=Quote(
            exact=exact,
            prefix=decoded[max(0, start - CONTEXT) : start],
            suffix=decoded[end : end + CONTEXT],
        ),
        relation=relation,
        context=AnchorContext(
            whole_sentence=index.is_sentence(start, end),
            copies=max(1, index.count(plain(exact))),
            sentences=" ".join(_nearest(index.hashes, covering)),
            within=" ".join(index.hashes[number] for number in covering),
            look_alikes=look_alikes(plain(exact), index, covering),
        ),
    )


def _nearest(hashes: Sequence[str], covering: range) -> Sequence[str]:
    if len(hashes) <= MOST_HASHES:
        return hashes
    first = min(max(0, covering.start - MOST_HASHES // 2), len(hashes) - MOST_HASHES)
    return hashes[first : first + MOST_HASHES]


def resolve(appearance: Appearance, index: ArticleIndex | None) -> Anchor:
    """Find a recorded appearance in an article as it is now.

    Args:
        appearance: As recorded.
        index: The article with the appearance's source; None if it is gone.
    """
    if index is None:
        return Anchor(AnchorState.ORPHAN)
    return (
        _by_position(appearance, index)
        or _by_words(appearance, index)
        or _by_likeness(appearance, index)
    )


def _by_position(appearance: Appearance, index: ArticleIndex) -> Anchor | None:
    """The file is the same byte for byte, and the words are where the record says."""
    start, end = appearance.position.start, appearance.position.end
    is_same = index.article.sha256 == appearance.sha256
    if is_same and index.article.decoded[start:end] == appearance.quote.exact:
        return Anchor(AnchorState.EXACT, start, end)
    return None


def _by_words(appearance: Appearance, index: ArticleIndex) -> Anchor | None:
    """The same words in an unedited sentence, the only ones or between the same neighbours."""
    context = appearance.context or AnchorContext()
    words = plain(appearance.quote.exact)
    places = index.find(words, _MOST_COPIES + 1)
    unedited = [place for place in places if _is_unedited(context, index, place)]
    if not unedited:
        return _in_an_edited_sentence(appearance, context, index, places)
    # What stands around part of a sentence is mostly that sentence: it cannot tell two copies of
    # the sentence apart.
    had_twin = context.sentences.split().count(context.within.partition(" ")[0]) > 1
    is_unsure = not context.whole_sentence and (len(unedited) > 1 or had_twin)
    if len(places) > _MOST_COPIES or is_unsure:
        return Anchor(AnchorState.AMBIGUOUS, suggestion=unedited[0])
    neighbours = [Neighbours.of(appearance.quote, index, *place) for place in unedited]
    if len(places) == context.copies == 1 and (len(words) >= _SHORT or neighbours[0].one_holds):
        return _in_force(appearance, unedited[0])
    best = max(range(len(unedited)), key=lambda i: neighbours[i].mean)
    rivals = [other.mean for i, other in enumerate(neighbours) if i != best]
    if neighbours[best].both_hold and neighbours[best].leads(rivals):
        return _in_force(appearance, unedited[best])
    return Anchor(AnchorState.AMBIGUOUS, suggestion=unedited[best])


def _is_unedited(context: AnchorContext, index: ArticleIndex, place: tuple[int, int]) -> bool:
    """Whether a place is in the very sentences that the quote stood in, letter for letter."""
    covering = " ".join(index.hashes[number] for number in index.covering(*place))
    return covering != "" and covering == context.within


def _in_an_edited_sentence(
    appearance: Appearance,
    context: AnchorContext,
    index: ArticleIndex,
    places: list[tuple[int, int]],
) -> Anchor | None:
    """The same words, but what is said around them is another thing now; never in force."""
    if len(places) != 1 or context.copies != 1:
        return Anchor(AnchorState.AMBIGUOUS, suggestion=places[0]) if len(places) > 1 else None
    new = index.new_since(context.sentences)
    is_new = any(number in new for number in index.covering(*places[0]))
    if is_new and Neighbours.of(appearance.quote, index, *places[0]).one_holds:
        return Anchor(AnchorState.CHANGED, suggestion=places[0])
    return None


def _in_force(appearance: Appearance, place: tuple[int, int]) -> Anchor:
    was = appearance.position.start, appearance.position.end
    state = AnchorState.EXACT if place == was else AnchorState.MOVED
    return Anchor(state, *place)


def _by_likeness(appearance: Appearance, index: ArticleIndex) -> Anchor:
    """What is new in the article and looks like the old words; never in force."""
    context = appearance.context or AnchorContext()
    suggestion = suggest(appearance.quote, context, index)
    if suggestion is None:
        return Anchor(AnchorState.ORPHAN)
    # With hashes missing from the record, what seems new may have been there all along.
    knows_all = 0 < len(context.sentences.split()) < MOST_HASHES
    state = AnchorState.CHANGED if suggestion.is_sure and knows_all else AnchorState.ORPHAN
    return Anchor(state, suggestion=(suggestion.start, suggestion.end))
