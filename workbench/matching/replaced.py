"""Whether one sentence is a part of the other with one word put in another's place.

"The song is on the first album" and "The song, by X, is on the second album of Y" say the same but
for one word. Similarity cannot see that, and in two sentences that merely resemble one another a
name more or less means nothing; but where *everything else* that the shorter sentence says is found
in the longer, the one word (or run of names) that is not is what they differ in. It is a
contradiction if it is a name set in the place of another, a date, or what a short statement says
its subject to be ("is a film" and "is a painting"). And where nothing is missing at all, two words
that have changed places tell who did what to whom; from one place to another is not back.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from workbench.matching.days import dates_meet
from workbench.matching.lexicon import class_or_stem, concept
from workbench.matching.model import Difference, Slot
from workbench.matching.tokens import countries
from workbench.text.quantities import QuantityKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.matching.facts import Facts
    from workbench.matching.tokens import Token
    from workbench.text.dates import DateMention
    from workbench.text.quantities import Quantity

MIN_SHARED = 1
"""Of fewer concepts in common nothing follows, one for a statement of what something is."""
MAX_WORDS = 12
"""A longer sentence has too many words for one of them to be what matters."""
MAX_LONG_WORDS = 40
"""A longer one tells of several things, and what is missing may be said of another."""
MAX_STATEMENT_WORDS = 8
STATED_REACH = 4
"""So many words after "is a", or the like, still say what something is."""
MIN_SAME_START = 5
"""Words that begin with so many letters alike are forms of one ("Europe", "European")."""
_ADVERBS = frozenset(
    {"only", "solely", "exclusively", "also", "just", "currently", "actually", "really"}
)
MAX_CAPITALS = 0.8
"""With a larger part of capitalised words a sentence is a headline."""
MAX_RUN = 4
"""Names of more words than that are titles."""
_FROM_TO = re.compile(
    r"\bfrom ((?:[A-Z][\w'’-]{1,30} ?){1,3}) ?to ((?:[A-Z][\w'’-]{1,30} ?){1,3})(?=\W|$)"
)
_IS = re.compile(r"\b(?:is|are|was|were)\b[^,;:]{0,40}?\b(?:a|an|the|only|by|in|from|on)\b")
_DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june "  # noqa: SIM905
    "july august september october november december".split()
)
"""Names that are put in the place of no other name."""
_VAGUE = frozenset(
    "place man woman person people thing name artist company space communication something "  # noqa: SIM905
    "writer called someone way kind type part group human "
    "individual event work area year time".split()
)
"""What is true of so much that it contradicts nothing."""


def replaced_word(a: Facts, b: Facts) -> Difference | None:
    """The word that stands in another's place, as a contradiction; None if there is none."""
    if "from" in a.words and "from" in b.words and (there := _other_way(a.text, b.text)):
        return there
    if a.content == b.content:
        return _swapped(a, b)
    found = _replaced(a, b) if len(a.content) <= len(b.content) else None
    if found is None and len(b.content) <= len(a.content):
        other_way = _replaced(b, a)
        found = other_way and Difference(
            other_way.slot,
            other_way.b,
            other_way.a,
            other_way.b_span,
            other_way.a_span,
            other_way.conflict,
        )
    return found


def _other_way(a: str, b: str) -> Difference | None:
    """One goes from one place to another, the other the other way round."""
    one, other = _FROM_TO.search(a), _FROM_TO.search(b)
    if one is None or other is None:
        return None
    there, back = ([end.strip() for end in way.groups()] for way in (one, other))
    if there != back[::-1] or there[0] == there[1]:
        return None
    return Difference(Slot.NAME, one[0], other[0], one.span(), other.span(), conflict=True)


def _swapped(a: Facts, b: Facts) -> Difference | None:
    """Two words that have changed places where all others stand: who beat whom."""
    ours, theirs = a.terms, b.terms
    if ours == theirs or len(ours) != len(theirs) or ("by" in a.words) != ("by" in b.words):
        return None
    moved = [i for i, one in enumerate(ours) if one != theirs[i]]
    if len(moved) != 2 or moved[1] == moved[0] + 1:
        return None  # "Lund and Berg" are "Berg and Lund"
    first, last = moved
    if ours[first] != theirs[last] or ours[last] != theirs[first]:
        return None
    one, other = ([token for token in facts.tokens if token.stem][first] for facts in (a, b))
    span, other_span = (one.start, one.end), (other.start, other.end)
    values = a.text[slice(*span)], b.text[slice(*other_span)]
    return Difference(Slot.NAME, *values, span, other_span, conflict=True)


def _replaced(short: Facts, long: Facts) -> Difference | None:
    if not 0 < len(short.content) <= MAX_WORDS or len(long.content) > MAX_LONG_WORDS:
        return None
    missing = short.content - long.content
    if not missing or len(missing) > 2 * MAX_RUN:
        return None
    if not long.opens_with_pronoun and len(missing - _adverbs()) > MAX_RUN:
        return None  # more than one run
    said = [token for token in short.tokens if token.stem and token.word not in _ADVERBS]
    run = [i for i, token in enumerate(said) if concept(token) not in long.content]
    if long.opens_with_pronoun:
        run = _without_subject(short, said, run)
    if not run or len(run) == len(said):
        return None
    first, last = run[0], run[-1]
    if last - first >= MAX_RUN or last - first + 1 != len(run) or first == 0:
        return None
    day = next((d for d in short.dates if d.start <= said[first].start < d.end), None)
    if day is not None:
        return _other_day(short, day, long)
    figure = next((q for q in short.quantities if q.start <= said[first].start < q.end), None)
    if figure is not None:
        return _other_rank(short, figure, long)
    slot = _slot(short, said, first, last, long)
    if slot is None:
        return None
    counterpart = _counterpart(short, said[first], long, is_name=slot is Slot.NAME)
    if counterpart is None:
        return None
    span = said[first].start, said[last].end
    other = counterpart.start, _name_end(long, counterpart)
    return Difference(
        slot, short.text[slice(*span)], long.text[slice(*other)], span, other, conflict=True
    )


def _other_day(short: Facts, day: DateMention, long: Facts) -> Difference | None:
    """The date in the shorter sentence, if the longer has dates and none may be the same."""
    if not long.dates or any(dates_meet(day, other) for other in long.dates):
        return None
    other = long.dates[0]
    span, other_span = (day.start, day.end), (other.start, other.end)
    values = short.text[slice(*span)], long.text[slice(*other_span)]
    return Difference(Slot.DATE, *values, span, other_span, conflict=True)


def _other_rank(short: Facts, rank: Quantity, long: Facts) -> Difference | None:
    """An ordinal, if the longer sentence has others only; all else figures' own rules tell."""
    ranks = [one for one in long.quantities if one.kind is QuantityKind.ORDINAL]
    is_rank = rank.kind is QuantityKind.ORDINAL
    if not is_rank or not ranks or any(one.value == rank.value for one in ranks):
        return None
    span, other_span = (rank.start, rank.end), (ranks[0].start, ranks[0].end)
    values = short.text[slice(*span)], long.text[slice(*other_span)]
    return Difference(Slot.NUMBER, *values, span, other_span, conflict=True)


@cache
def _adverbs() -> frozenset[str]:
    return frozenset([class_or_stem(word) for word in _ADVERBS])


def _without_subject(short: Facts, said: Sequence[Token], run: list[int]) -> list[int]:
    """The missing words but for the name at the start, where the other has "He" or "The film"."""
    subject = 0
    while subject < len(said) and short.text[said[subject].start].isupper():
        subject += 1
    rest = [i for i in run if i >= subject]
    return rest if len(said) - subject - len(rest) >= MIN_SHARED else run


def _slot(short: Facts, said: Sequence[Token], first: int, last: int, long: Facts) -> Slot | None:
    run = said[first : last + 1]
    if all(short.text[token.start].isupper() for token in run):
        is_part_of_name = _touches_name(short, said, first, -1) or _touches_name(
            short, said, last, 1
        )
        is_headline = _is_title_case(short) or _is_title_case(long)
        return None if is_part_of_name or is_headline else Slot.NAME
    is_said_of_subject = len(run) <= 2 and last >= len(said) - 2
    if is_said_of_subject and len(said) <= MAX_STATEMENT_WORDS:
        is_statement = _IS.search(short.text) and _IS.search(long.text)
        tells = any(token.word not in _VAGUE for token in run) and not _acts(run[-1])
        if is_statement and tells and not short.has_cue:
            return Slot.NAME
    return None


def _acts(token: Token) -> bool:
    """Whether a word looks like a verb: what somebody did is not what they are."""
    return token.word.endswith(("ing", "ed"))


def _touches_name(short: Facts, said: Sequence[Token], at: int, step: int) -> bool:
    """Whether the next word is a name too: "Yale University" and "Yale" are one."""
    beside = at + step
    if not 0 <= beside < len(said):
        return False
    near = said[beside]
    gap = short.text[min(near.end, said[at].end) : max(near.start, said[at].start)]
    return gap == " " and short.text[near.start].isupper()


def _is_title_case(facts: Facts) -> bool:
    """Whether so many words have a capital that it tells no name."""
    said = [token for token in facts.tokens if token.stem]
    capitals = sum(facts.text[token.start].isupper() for token in said)
    return len(said) > MAX_RUN and capitals > MAX_CAPITALS * len(said)


def _counterpart(short: Facts, word: Token, long: Facts, *, is_name: bool) -> Token | None:
    """What stands in the longer sentence where the word stands in the shorter.

    Of the words of its kind that the shorter sentence does not have: the one after the same word,
    else, for a country, another country, and for a short statement of what something is, the
    first. Where no such statement is made, a name after one same word is by chance another: two
    must be the same.
    """
    is_stated = bool(_IS.search(short.text) and _IS.search(long.text))
    reach = 1 if is_stated or not is_name else 2
    before = _words_before(short.tokens, word, reach)
    is_capital = short.text[word.start].isupper()
    found = [
        token
        for token in long.tokens
        if token.stem
        and concept(token) not in short.content
        and (not is_name or long.text[token.start].isupper() == is_capital)
        and (not is_capital or token.start > 0)
        and not (is_name and token.word in _DAYS)
        and _is_acronym(long.text, token) == _is_acronym(short.text, word)
        and token.word[:MIN_SAME_START] != word.word[:MIN_SAME_START]
    ]
    if not is_capital:
        stated = _IS.search(long.text)
        found = [token for token in found if stated and token.start >= stated.end()]
        said = [token for token in long.tokens if stated and token.start >= stated.end()]
        near = [token for token in found if token in said[:STATED_REACH] and not _acts(token)]
    after_same = [token for token in found if _words_before(long.tokens, token, reach) == before]
    if word.word in countries():
        after_same += [token for token in found if token.word in countries()]
    if not is_capital:
        after_same += near
    elif is_stated and len(short.content) <= MAX_STATEMENT_WORDS:
        after_same += found
    return next(iter(after_same), None)


def _is_acronym(text: str, token: Token) -> bool:
    """Whether a word is written in capitals: short for a name, and no other name."""
    word = text[token.start : token.end]
    return len(word) > 1 and word.isupper()


def _name_end(facts: Facts, word: Token) -> int:
    """Where the name ends that a word begins; of a word with no capital its own end."""
    end = word.end
    if facts.text[word.start].isupper():
        for token in facts.tokens[facts.tokens.index(word) + 1 :]:
            if facts.text[end : token.start] != " " or not facts.text[token.start].isupper():
                break
            end = token.end
    return end


def _words_before(tokens: Sequence[Token], token: Token, reach: int) -> list[str]:
    at = tokens.index(token)
    return [one.word for one in tokens[max(0, at - reach) : at]]
