"""How two matched sentences stand to each other, slot by slot, and never by their score.

`RULES` lists the rules in the order in which the screen names what they find. Each takes the facts
of two sentences and returns differences; a difference that cannot be reconciled is marked as a
conflict. To change when something counts as a contradiction, change the rule: figures in
`figures.py`, negation and denial in `polarity.py` and `denying.py`, dates and opposites here.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from workbench.matching.days import dates_meet
from workbench.matching.denying import negation_difference
from workbench.matching.figures import figure_differences
from workbench.matching.lexicon import lexicon
from workbench.matching.model import Difference, Relation, Slot
from workbench.matching.replaced import replaced_word
from workbench.matching.saying import attribution_difference, quotation_difference

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from workbench.matching.facts import Facts
    from workbench.matching.tokens import Token

MIN_TOPIC_PART = 0.5
MIN_TOPIC = 2
"""Opposites, and figures of a like noun, contradict only in sentences on one topic: so many
concepts in common, and such a part of the shorter sentence's."""
MIN_STATED_PART = 0.66
"""The same of what they state, frames and figures apart: there it takes more."""
MIN_STATEMENT_PART = 0.75
MIN_LONGER_PART = 0.4
"""Figures that count no noun ("peaked at 7.2 metres") need such a part of what the shorter sentence
states, and more than such a part of what the longer does."""
MIN_DATED_PART = 0.65
"""Dates need more: two reports of one affair tell of many days."""


def differences(a: Facts, b: Facts) -> tuple[Difference, ...]:
    """All differences of two sentences, conflicts first."""
    if a is b:
        return ()
    found: list[Difference] = []
    for rule in RULES:
        found += rule(a, b)
    if not any(difference.conflict for difference in found):
        found += _replaced(a, b)
    return tuple(sorted(found, key=lambda difference: not difference.conflict)) if found else ()


def relation(found: Iterable[Difference]) -> Relation:
    """The relation that differences amount to."""
    result = Relation.AGREES
    for difference in found:
        if difference.conflict:
            return Relation.CONFLICTS
        result = Relation.DIFFERS
    return result


def flipped(found: Iterable[Difference]) -> tuple[Difference, ...]:
    """The same differences with the two sentences exchanged."""
    return tuple(
        replace(one, a=one.b, b=one.a, a_span=one.b_span, b_span=one.a_span) for one in found
    )


def _figures(a: Facts, b: Facts) -> Sequence[Difference]:
    if not (a.may_have_figure and b.may_have_figure) or a.has_same_figures(b):
        return ()
    is_one_topic = _is_one_topic(a, b)
    if not is_one_topic and not (a.has_owned_figure and b.has_owned_figure):
        return ()

    def is_one_statement() -> bool:
        return (
            is_one_topic
            and _share(a.topic, b.topic, MIN_STATEMENT_PART)
            and len(a.topic & b.topic) > MIN_LONGER_PART * max(len(a.topic), len(b.topic))
        )

    return figure_differences(
        a.text,
        a.figures,
        b.text,
        b.figures,
        is_one_topic=is_one_topic,
        is_one_statement=is_one_statement,
    )


def _negation(a: Facts, b: Facts) -> Sequence[Difference]:
    if not (a.may_deny(b) or b.may_deny(a)):
        return ()
    found = negation_difference(a.text, a.polarity, b.text, b.polarity)
    return () if found is None else (found,)


def _dates(a: Facts, b: Facts) -> Sequence[Difference]:
    """Each sentence dates itself with one date, and the two do not meet."""
    if len(a.days) != 1 or len(b.days) != 1 or not _is_one_topic(a, b, MIN_DATED_PART):
        return ()
    one, other = a.days[0], b.days[0]
    if dates_meet(one, other):
        return ()
    a_span, b_span = (one.start, one.end), (other.start, other.end)
    a_value, b_value = a.text[slice(*a_span)], b.text[slice(*b_span)]
    return (Difference(Slot.DATE, a_value, b_value, a_span, b_span, conflict=True),)


def tell_of_other_days(a: Facts, b: Facts) -> bool:
    """Whether both give dates and no date of the one may be one of the other."""
    if not (a.days and b.days):
        return False
    return not any(dates_meet(one, other) for one in a.days for other in b.days)


def _opposites(a: Facts, b: Facts) -> Sequence[Difference]:
    """A word of one has its opposite in the other, and neither sentence has both."""
    opposites = lexicon().opposites
    if not a.may_oppose(b):
        return ()
    if not _is_one_topic(a, b) or _negates(a) or _negates(b):
        return ()
    a_words = {token.stem or token.word: token for token in reversed(a.tokens)}
    b_words = {token.stem or token.word: token for token in reversed(b.tokens)}
    for word, a_token in sorted(a_words.items(), key=lambda item: item[1].start):
        if _begins_name(a.text, a_token):
            continue
        against = opposites.get(word, frozenset())
        if word in b_words or against & a_words.keys():
            continue
        for other in sorted(against & b_words.keys()):
            b_token = b_words[other]
            if _begins_name(b.text, b_token):
                continue
            a_span, b_span = (a_token.start, a_token.end), (b_token.start, b_token.end)
            a_value, b_value = a.text[slice(*a_span)], b.text[slice(*b_span)]
            return (Difference(Slot.NEGATION, a_value, b_value, a_span, b_span, conflict=True),)
    return ()


def _begins_name(text: str, token: Token) -> bool:
    """Whether a word is the first of a name: "North Africa", not "north of Lindvik"."""
    after = text[token.end + 1 : token.end + 2]
    return text[token.start].isupper() and after.isupper() and text[token.end] == " "


def _replaced(a: Facts, b: Facts) -> Sequence[Difference]:
    if not (a.is_english and b.is_english):
        return ()
    found = replaced_word(a, b)
    return () if found is None else (found,)


def _quotations(a: Facts, b: Facts) -> Sequence[Difference]:
    found = quotation_difference(a, b)
    return () if found is None else (found,)


def _attributions(a: Facts, b: Facts) -> Sequence[Difference]:
    found = attribution_difference(a, b)
    return () if found is None else (found,)


def _negates(facts: Facts) -> bool:
    return facts.has_cue and bool(facts.polarity.scopes)


RULES: tuple[Callable[[Facts, Facts], Sequence[Difference]], ...] = (
    _figures,
    _negation,
    _dates,
    _opposites,
    _quotations,
    _attributions,
)


def _is_one_topic(a: Facts, b: Facts, part: float = MIN_TOPIC_PART) -> bool:
    """Whether two sentences share so much, by all their words or by what they state."""
    if len(a.content & b.content) < MIN_TOPIC:  # what they state is a part of that
        return False
    return _share(a.content, b.content, part) or _share(
        a.topic, b.topic, max(part, MIN_STATED_PART)
    )


def _share(a: frozenset[str], b: frozenset[str], part: float) -> bool:
    common = len(a & b)
    return common >= MIN_TOPIC and common >= part * min(len(a), len(b))
