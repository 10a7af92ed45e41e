"""Whether one sentence says that something is not so, and another that it is.

A negated scope (`workbench.matching.polarity`) and another sentence contradict each other if the
other affirms, outside all negation of its own, most of what the scope holds. Words are compared as
concepts, so "no warnings were received" meets "passed a warning". Similarity plays no part. Also
owns the words of both that a reader is shown.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from workbench.matching.lexicon import lexicon
from workbench.matching.model import Difference, Slot
from workbench.matching.polarity import AUXILIARIES, Cue

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.matching.polarity import Polarity, Scope
    from workbench.matching.tokens import Token

_DETERMINERS = frozenset({"no", "without"})
_ARTICLES = frozenset({"the", "a", "an", "its", "his", "her", "their", "any"})
_JOINS = frozenset({"or", "and", "nor"})
_WHEN = frozenset(
    "year month week weekend day night morn morning evening even afternoon hour minut today "  # noqa: SIM905
    "tomorrow yesterday tonight overnight next last monday tuesday wednesday thursday friday "
    "saturday sunday januari february march april june juli august septemb octob novemb "
    "decemb".split()
)
"""When something was not so is not yet what was not so."""
PREDICATE_WORDS = 2
"""Of the words that follow "not", one of the first so many must be in the other sentence."""
MIN_SHARED = 2
MIN_PART = 0.6
"""A scope is contradicted where the other affirms so many of its concepts, and such a part."""
MIN_COMMON = 2
MIN_COMMON_PART = 0.3
MIN_PART_ON_TOPIC = {Cue.NEGATOR: 0.51, Cue.DENIER: 0.25, Cue.DEBUNKER: 0.2}
"""Of two sentences on one topic (so many concepts in common, such a part of the shorter), a
smaller part of the scope is enough: headlines are terse."""
KEY_REACH = 3
"""The two words that a value is cut to stand at most so many words apart."""
MAX_VALUE_WORDS = 9
"""A value shown on the screen is cut to so many words."""
MAX_BEFORE = 3
MAX_AFTER = 2
"""So many words are shown before what is affirmed, and after either value, to make it a phrase."""


def negation_difference(text_a: str, a: Polarity, text_b: str, b: Polarity) -> Difference | None:
    """The strongest contradiction between what one denies and the other affirms, or None."""
    found = [(hit, False) for hit in _contradictions(a, b)]
    found += [(hit, True) for hit in _contradictions(b, a)]
    if not found:
        return None
    # Best part shared first, then most concepts, then the earliest; the same from either side.
    hit, from_b = min(found, key=lambda item: (-item[0].part, -len(item[0].shared), item[1]))
    denying, affirming = (b, a) if from_b else (a, b)
    denying_text, affirming_text = (text_b, text_a) if from_b else (text_a, text_b)
    key = _key_tokens(denying, hit)
    denied_span = _span(denying_text, denying.tokens, *_denied_words(hit, key))
    said_words = _affirmed_words(affirming, [denying.concepts[i] for i in key])
    said_words = _with_verb(affirming_text, affirming.tokens, *said_words)
    said_span = _span(affirming_text, affirming.tokens, *said_words)
    denied = denying_text[slice(*denied_span)]
    said = affirming_text[slice(*said_span)]
    if from_b:
        return Difference(Slot.NEGATION, said, denied, said_span, denied_span, True)
    return Difference(Slot.NEGATION, denied, said, denied_span, said_span, True)


class _Contradiction(NamedTuple):
    scope: Scope
    shared: frozenset[str]
    part: float


def _contradictions(denying: Polarity, affirming: Polarity) -> list[_Contradiction]:
    if not denying.scopes:
        return []
    affirmed = frozenset([affirming.concepts[i] for i in affirming.affirmed])
    common = denying.content & affirming.content
    smaller = min(len(denying.content), len(affirming.content)) or 1
    found = []
    for scope in denying.scopes:
        shared = scope.concepts & affirmed
        said = shared - (denying.names & affirming.names) - _WHEN
        if not any(not concept[0].isdigit() for concept in said):
            continue  # who it is about, when it was, how many: not yet what is said of them
        if not _meets_predicate(denying, scope, shared):
            continue
        if any(len(scope.concepts & other.concepts) >= len(shared) for other in affirming.scopes):
            continue  # both say that it is not so
        # Whom it is about may be a pronoun in the other sentence.
        named = denying.names - shared if scope.kind is Cue.NEGATOR else frozenset()
        part = len(shared) / len(scope.concepts - named)
        is_covered = len(shared) >= MIN_SHARED and part >= MIN_PART
        is_on_topic = (
            part >= MIN_PART_ON_TOPIC[scope.kind]
            and len(common) >= MIN_COMMON
            and len(common) / smaller >= MIN_COMMON_PART
        )
        if is_covered or is_on_topic:
            found.append(_Contradiction(scope, shared, part))
    return found


def _meets_predicate(denying: Polarity, scope: Scope, shared: frozenset[str]) -> bool:
    """Whether what is denied of the subject is shared, and not the subject alone.

    Of "no electricity in the north" it is the electricity.
    """
    after = [i for i in scope.tokens if i > scope.last]
    if denying.tokens[scope.first].word in _DETERMINERS:
        after = _first_noun(denying, after)
    else:
        after = after[:PREDICATE_WORDS]
    predicate = [denying.concepts[i] for i in after]
    return scope.kind is not Cue.NEGATOR or not predicate or not shared.isdisjoint(predicate)


def _first_noun(polarity: Polarity, said: list[int]) -> list[int]:
    """Of words that say something, by index, those before the first that says nothing."""
    for n, (one, other) in enumerate(pairwise(said), start=1):
        if any(token.word not in _JOINS for token in polarity.tokens[one + 1 : other]):
            return said[:n]
    return said


def _key_tokens(polarity: Polarity, hit: _Contradiction) -> list[int]:
    """The one or two shared words nearest to the cue: what was not done, rather than to whom."""
    cue = hit.scope.first
    shared = [i for i in hit.scope.tokens if polarity.concepts[i] in hit.shared]
    shared = [i for i in shared if polarity.concepts[i] not in polarity.names] or shared
    # "denied that the army had captured it": not the army.
    shared = [i for i in shared if not _is_subject(polarity.tokens, hit.scope, i)] or shared
    nearest = min(shared, key=lambda i: (abs(i - cue), i))
    classes = frozenset(lexicon().classes.values())
    others = [
        i
        for i in shared
        if 0 < abs(i - nearest) <= KEY_REACH
        and polarity.concepts[i] in classes - {polarity.concepts[nearest]}
    ]
    return [nearest, *sorted(others, key=lambda i: (abs(i - nearest), -i))[:1]]


def _is_subject(tokens: Sequence[Token], scope: Scope, at: int) -> bool:
    """Whether a verb's auxiliary follows a word that is denied."""
    is_last = at + 1 == len(tokens)
    return scope.kind is Cue.DENIER and not is_last and tokens[at + 1].word in AUXILIARIES


def _denied_words(hit: _Contradiction, key: Sequence[int]) -> tuple[int, int]:
    """The first and last of the words from the cue to what is denied, by index."""
    named = [i for i in key if abs(i - hit.scope.first) < MAX_VALUE_WORDS]
    return min([hit.scope.first, *named]), max([hit.scope.last, *named])


def _affirmed_words(polarity: Polarity, key: Sequence[str]) -> tuple[int, int]:
    """The first and last of the shortest run of words that holds the key concepts, affirmed.

    If they stand too far apart, the first place of the most telling one.
    """
    last_seen: dict[str, int] = {}
    best: tuple[int, int] | None = None
    for index in polarity.affirmed:
        if polarity.concepts[index] not in key:
            continue
        last_seen[polarity.concepts[index]] = index
        if len(last_seen) == len(key):
            first = min(last_seen.values())
            if best is None or index - first < best[1] - best[0]:
                best = (first, index)
    if best is None or best[1] - best[0] >= MAX_VALUE_WORDS:
        only = next(i for i in polarity.affirmed if polarity.concepts[i] == key[0])
        best = (only, only)
    return best


def _with_verb(text: str, tokens: Sequence[Token], first: int, last: int) -> tuple[int, int]:
    """A single word with what stands before it: "cleared the takeover", not "takeover" alone."""
    if first != last:
        return first, last
    at = first
    while at and last - at < MAX_BEFORE and _is_beside(text, tokens, at - 1):
        at -= 1
        if tokens[at].stem:
            first = at
        elif tokens[at].word not in _ARTICLES:
            break
    return first, last


def _span(text: str, tokens: Sequence[Token], first: int, last: int) -> tuple[int, int]:
    """Where words stand, with the words after them that belong to the same noun."""
    most = min(len(tokens), last + 1 + MAX_AFTER)
    while last + 1 < most and tokens[last + 1].stem and _is_beside(text, tokens, last):
        last += 1
    return tokens[first].start, tokens[last].end


def _is_beside(text: str, tokens: Sequence[Token], at: int) -> bool:
    """Whether only a blank or a hyphen parts a word from the next."""
    return text[tokens[at].end : tokens[at + 1].start] in {" ", "-"}
