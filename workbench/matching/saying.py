"""Who is said to have said it, and in which words: differences of source and of quotation.

Neither contradicts anything. Two reports that quote one speaker with other words, or give one
statement to two sources, may both be right; but a reader wants to know it before the reports count
as agreeing. Only what is given between quotation marks is compared as a quotation, and only a
speaker beside a verb of saying (`workbench.text.attribution`) as a source.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from workbench.matching.lexicon import class_or_stem
from workbench.matching.model import Difference, Slot
from workbench.matching.tokens import countries, tokenise
from workbench.text.attribution import ROLES, Stance

if TYPE_CHECKING:
    from workbench.matching.facts import Facts

MIN_QUOTED = 2
"""Words that say something in a quotation; of fewer ("so-called") nothing follows."""
MIN_SHARED = 2
MIN_SHARED_PART = 0.5
"""Two quotations are of one utterance if they share so many words, and such a part."""
SAME_FROM = 0.8
"""A quotation of which such a part is in the other sentence is in it."""
MIN_TOPIC = 3
MIN_TOPIC_PART = 0.5
"""Two sentences say one thing if, frames and quotations left out, they share so much."""
MAX_VALUE_WORDS = 9
"""A quotation is shown by so many words, from the first that the other does not have."""

_SAYS_NOTHING = frozenset(
    "official authority authoritie spokesman spokeswoman spokesperson source statement report "  # noqa: SIM905
    "agency agencie media newspaper investigator leader chief head people department service "
    "group company companie".split()
)
"""Roles that fit many speakers: "officials said" and "police said" may be of one man."""


class _Quoted(NamedTuple):
    """A quotation of a sentence.

    Attributes:
        tokens: Its words: what each is compared by (empty if it says nothing), start and end.
        terms: What its words are compared by.
    """

    tokens: tuple[tuple[str, int, int], ...]
    terms: frozenset[str]


class _Speaker(NamedTuple):
    """What a speaker is known by, each kind apart: names, roles, countries, other words."""

    names: frozenset[str]
    roles: frozenset[str]
    countries: frozenset[str]
    words: frozenset[str]

    def is_other_than(self, other: _Speaker) -> bool:
        """Whether they differ in what is known of both, and have nothing in common."""
        kinds = (
            (self.names, other.names),
            (self.roles, other.roles),
            (self.countries, other.countries),
        )
        known = [(ours, theirs) for ours, theirs in kinds if ours and theirs]
        return bool(known) and all(ours.isdisjoint(theirs) for ours, theirs in known)

    def is_same_as(self, other: _Speaker) -> bool:
        """Whether they have a name in common, or where a name is not known of both, a word."""
        if self.names and other.names:
            return not self.names.isdisjoint(other.names)
        return not self.words.isdisjoint(other.words)


def quotation_difference(a: Facts, b: Facts) -> Difference | None:
    """Other words in quotation marks, of one speaker or about one thing; None if there are none."""
    if not (a.may_quote and b.may_quote):
        return None
    ours, theirs = _new_words(a, b), _new_words(b, a)
    pairs = [
        (one, other)
        for one in ours
        for other in theirs
        if _is_one_utterance(one, other) or _is_of_one_speaker(a, b) or _is_one_thing(a, b)
    ]
    if not pairs:
        return None
    one, other = max(pairs, key=lambda pair: len(pair[0].terms & pair[1].terms))
    a_span, b_span = _window(one, other.terms), _window(other, one.terms)
    values = a.text[slice(*a_span)], b.text[slice(*b_span)]
    return Difference(Slot.QUOTATION, *values, a_span, b_span)


def attribution_difference(a: Facts, b: Facts) -> Difference | None:
    """Two sources of one statement; None if there are none."""
    one, other = a.attribution, b.attribution
    if one is None or other is None or one.speaker == other.speaker:
        return None
    if len(a.content & b.content) < MIN_TOPIC:  # what `_is_one_thing` would find out later
        return None
    if Stance.DENIES in (one.stance, other.stance):
        return None
    if not _speaker(one.speaker).is_other_than(_speaker(other.speaker)) or not _is_one_thing(a, b):
        return None
    return Difference(
        Slot.ATTRIBUTION,
        one.speaker,
        other.speaker,
        (one.speaker_start, one.speaker_end),
        (other.speaker_start, other.speaker_end),
    )


def _new_words(facts: Facts, other: Facts) -> list[_Quoted]:
    """The quotations of a sentence that are not in the other, quoted or not."""
    found = []
    for quotation in facts.quotations:
        words = tuple(
            (facts.term(token), token.start, token.end)
            for token in facts.tokens
            if quotation.start <= token.start and token.end <= quotation.end
        )
        terms = frozenset(term for term, _, _ in words if term)
        is_new = len(terms & other.content) < SAME_FROM * len(terms)
        if is_new and len(terms) >= MIN_QUOTED:
            found.append(_Quoted(words, terms))
    return found


def _is_one_utterance(one: _Quoted, other: _Quoted) -> bool:
    shared = len(one.terms & other.terms)
    return shared >= MIN_SHARED and shared >= MIN_SHARED_PART * min(
        len(one.terms), len(other.terms)
    )


def _is_of_one_speaker(a: Facts, b: Facts) -> bool:
    if a.attribution is None or b.attribution is None:
        return False
    return _speaker(a.attribution.speaker).is_same_as(_speaker(b.attribution.speaker))


def _is_one_thing(a: Facts, b: Facts) -> bool:
    """Whether what both state apart from frames and quotations is about one thing."""
    ours, theirs = a.stated, b.stated
    common = len(ours & theirs)
    return common >= MIN_TOPIC and common >= MIN_TOPIC_PART * min(len(ours), len(theirs))


@lru_cache(1000)
def _speaker(speaker: str) -> _Speaker:
    names, roles, lands, words = set(), set(), set(), set()
    for token in tokenise(speaker):
        singular = token.word.removesuffix("s")
        if token.word in countries():
            lands.add(token.word)
        elif not token.stem or singular in _SAYS_NOTHING:
            continue
        elif token.word in ROLES or singular in ROLES:
            roles.add(class_or_stem(token.word))
        elif speaker[token.start].isupper():
            names.add(token.stem)
        else:
            words.add(token.stem)
    return _Speaker(*map(frozenset, (names, roles, lands, names | roles | words)))


def _window(quoted: _Quoted, others: frozenset[str]) -> tuple[int, int]:
    """The words to show of a quotation: all, or some from the first that the other has not."""
    words = quoted.tokens
    first = 0
    if len(words) > MAX_VALUE_WORDS:
        new = next((i for i, (term, _, _) in enumerate(words) if term and term not in others), 0)
        first = min(new, len(words) - MAX_VALUE_WORDS)
    return words[first][1], words[min(first + MAX_VALUE_WORDS, len(words)) - 1][2]
