"""What a sentence says is *not* so, and whether another sentence says that it is.

Three kinds of cue, each with its scope (how much of the sentence it turns round):

- a **negator** ("not", "no", "without", "didn't"): its clause after it and, for "not", before it;
- a **denier** ("denies", "rejected", "failed to", "lack of"): the words after it, up to the end of
  the clause;
- a **debunker** ("hoax", "is false"): the whole sentence.

A negated scope and another sentence contradict each other if the other affirms, outside all
negation of its own, most of what the scope holds. Words are compared as concepts, so "no warnings
were received" meets "passed a warning". Similarity plays no part.
"""

from __future__ import annotations

from enum import StrEnum
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from workbench.matching.lexicon import lexicon
from workbench.matching.model import Difference, Slot

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.matching.tokens import Token

_OPENERS = (
    "but although though while whereas which who whom because after before since as if unless "
    "when where however despite why how what whether"
)
_CLAUSE_WORDS = frozenset(_OPENERS.split())
_CLAUSE_SIGNS = frozenset(',;:()—–"“”')
_TURNS_SUBJECT_TOO = frozenset({"not", "never", "cannot"})
_DETERMINERS = frozenset({"no", "without"})
_JOINS = frozenset({"or", "and", "nor"})
_SAY = frozenset({"say", "says", "said", "saying"})
_ABOUT = frozenset({"about", "on", "regarding", "concerning"})
_REPORTS = frozenset(
    {"claim", "report", "alleg", "rumor", "rumour", "suggest", "accus", "assert", "stori"}
)
"""What is denied is what the claim or report says; the word itself adds nothing."""
_WHEN = frozenset(
    "year month week weekend day night morn morning evening even afternoon hour minut today "  # noqa: SIM905
    "tomorrow yesterday tonight overnight next last monday tuesday wednesday thursday friday saturday sunday "
    "januari februari march april june juli august septemb octob novemb decemb".split()
)
"""When something was not so is not yet what was not so."""
_AUXILIARIES = frozenset(
    "will would shall can could may might must is are was were has have had does did".split()  # noqa: SIM905
)
"""After "and", one of them opens a clause of its own: "denied it and will appeal"."""


class Cue(StrEnum):
    """What turns a stretch of a sentence round, and how much of it."""

    NEGATOR = "negator"
    DENIER = "denier"
    DEBUNKER = "debunker"


MAX_SCOPE_WORDS = 14
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
MAX_PHRASE = 4
"""No cue or idiom of the lexicon has more words."""
MAX_CAPITALS = 0.6
"""With a larger part of capitalised words a sentence is a headline in title case."""
THAT_REACH = 4
"""Words after a denier among which a "that" opens what is denied."""
UNDONE_REACH = 2
"""A denier so few words after "not" is undone by it ("has not yet ruled out")."""
KEY_REACH = 3
"""The two words that a value is cut to stand at most so many words apart."""
MAX_VALUE_WORDS = 9
"""A value shown on the screen is cut to so many words."""


class Scope(NamedTuple):
    """A stretch of a sentence that is said not to be so.

    Attributes:
        kind: Of its cue.
        first: Index of the cue's first token.
        last: Index of the cue's last token.
        tokens: Indices of the tokens in it that say something, in order, the cue left out.
        concepts: Of those tokens.
    """

    kind: Cue
    first: int
    last: int
    tokens: tuple[int, ...]
    concepts: frozenset[str]


class Polarity(NamedTuple):
    """The concepts of a sentence, by whether they are affirmed.

    Attributes:
        tokens: Of the sentence.
        concepts: Of each token; empty for a word that says nothing.
        scopes: What is negated.
        affirmed: Indices of the tokens outside all scopes.
        content: All concepts.
        names: Concepts that stand with a capital, outside a headline that capitalises all words.
    """

    tokens: tuple[Token, ...]
    concepts: tuple[str, ...]
    scopes: tuple[Scope, ...]
    affirmed: tuple[int, ...]
    content: frozenset[str]
    names: frozenset[str]


def read_polarity(text: str, tokens: tuple[Token, ...]) -> Polarity:
    """Find the cues of a sentence and their scopes."""
    classes = lexicon().classes
    concepts = tuple([classes.get(token.stem, token.stem) for token in tokens])
    scopes = []
    cues = _cues(tokens)
    clauses = _clauses(text, tokens) if cues else ()
    for kind, first, last in cues:
        covered = _covered(kind, first, last, tokens, clauses)
        said = tuple(i for i in covered if concepts[i] and tokens[i].stem not in _REPORTS)
        if said and not _is_about_a_report(covered, tokens):
            scopes.append(Scope(kind, first, last, said, frozenset(concepts[i] for i in said)))
    negated = {i for scope in scopes for i in (*range(scope.first, scope.last + 1), *scope.tokens)}
    affirmed = tuple([i for i, said in enumerate(concepts) if said and i not in negated])
    content = frozenset(filter(None, concepts))
    return Polarity(tokens, concepts, tuple(scopes), affirmed, content, _names(text, tokens))


def contradicts(a: Polarity, b: Polarity) -> bool:
    """Whether one denies what the other affirms."""
    return bool(_contradictions(a, b) or _contradictions(b, a))


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
    denied_span = _denied_span(denying, hit, key)
    affirmed_span = _affirmed_span(affirming, [denying.concepts[i] for i in key])
    denied = denying_text[slice(*denied_span)]
    affirmed = affirming_text[slice(*affirmed_span)]
    if from_b:
        return Difference(Slot.NEGATION, affirmed, denied, affirmed_span, denied_span, True)
    return Difference(Slot.NEGATION, denied, affirmed, denied_span, affirmed_span, True)


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
        if not shared - (denying.names & affirming.names) - _WHEN:
            continue  # who it is about, or when it was, is not yet what is said of them
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


def _first_noun(polarity: Polarity, said: Sequence[int]) -> Sequence[int]:
    """Of words that say something, by index, those before the first that says nothing."""
    for n, (one, other) in enumerate(pairwise(said), start=1):
        if any(token.word not in _JOINS for token in polarity.tokens[one + 1 : other]):
            return said[:n]
    return said


def _phrases_at(tokens: Sequence[Token], at: int) -> list[tuple[str, ...]]:
    """The runs of up to `MAX_PHRASE` words that begin at a token, longest first."""
    words = tuple(token.word for token in tokens[at : at + MAX_PHRASE])
    return [words[:length] for length in range(len(words), 0, -1)]


def _names(text: str, tokens: Sequence[Token]) -> frozenset[str]:
    """Concepts of words with a capital; none where so many have one that it tells nothing."""
    said = [token for token in tokens if token.stem]
    capital = [token for token in said if text[token.start].isupper()]
    if len(capital) > MAX_CAPITALS * len(said):
        return frozenset()
    classes = lexicon().classes
    return frozenset([classes.get(token.stem, token.stem) for token in capital])


def _cues(tokens: Sequence[Token]) -> list[tuple[Cue, int, int]]:
    """Kind, first and last token of each cue, idioms left out."""
    words = lexicon()
    found = []
    at = 0
    if words.cues.isdisjoint([token.word for token in tokens]) and "n't" not in "".join(
        [token.word for token in tokens]
    ):
        return []
    while at < len(tokens):
        word = tokens[at].word
        phrases = _phrases_at(tokens, at) if word in words.openers else ()
        idiom = next((phrase for phrase in phrases if phrase in words.idioms), ())
        denier = next((phrase for phrase in phrases if phrase in words.deniers), ())
        is_noun = len(denier) == 1 and _next_word(tokens, at) in _AUXILIARIES  # "exits were"
        if denier and not idiom and not is_noun:
            found.append((Cue.DENIER, at, at + len(denier) - 1))
        elif not idiom and word in words.debunkers:
            found.append((Cue.DEBUNKER, at, at))
        elif not idiom and _negates(tokens, at):
            undone = _denier_undone(tokens, at)
            if undone:  # "did not rule out": it may be so
                at += undone
                continue
            found.append((Cue.NEGATOR, at, at))
        at += len(idiom) or len(denier) or 1
    return found


def _next_word(tokens: Sequence[Token], at: int) -> str:
    return tokens[at + 1].word if at + 1 < len(tokens) else ""


def _denier_undone(tokens: Sequence[Token], at: int) -> int:
    """How many words a negator and the denier right after it take; 0 if none follows."""
    deniers = lexicon().deniers
    for before in range(1, UNDONE_REACH + 1):
        for phrase in _phrases_at(tokens, at + before):
            if phrase in deniers:
                return before + len(phrase)
    return 0


def _negates(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word is a negator: not the "No." of a number, nor what would not have been."""
    word = tokens[at].word
    if word not in lexicon().negators and not word.endswith("n't"):
        return False
    after = _next_word(tokens, at)
    if word == "no" and after[:1].isdigit():
        return False
    would = word == "wouldn't" or (at > 0 and tokens[at - 1].word == "would")
    return not (would and after == "have")


def _is_about_a_report(covered: Sequence[int], tokens: Sequence[Token]) -> bool:
    """Whether a claim *about* something is denied: what was claimed about it is not said."""
    return any(
        (tokens[i].stem in _REPORTS or tokens[i].word in _SAY)
        and i + 1 < len(tokens)
        and tokens[i + 1].word in _ABOUT
        for i in covered
    )


def _covered(
    kind: Cue, first: int, last: int, tokens: Sequence[Token], clauses: Sequence[int]
) -> list[int]:
    """Indices of the tokens that a cue turns round."""
    if kind is Cue.DEBUNKER:
        return [i for i in range(len(tokens)) if i != first]
    # "denies that …": the clause that "that" opens is what is denied.
    # So it is in "denies the report that …".
    reach = range(last + 1, min(len(tokens), last + 1 + THAT_REACH))
    opener = next((i for i in reach if tokens[i].word == "that"), None)
    is_content = opener is not None and all(
        not tokens[i].stem or tokens[i].stem in _REPORTS for i in range(last + 1, opener)
    )
    home = clauses[opener] if opener is not None and is_content else clauses[last]
    until = min(len(tokens), last + 1 + MAX_SCOPE_WORDS)
    covered = [i for i in range(last + 1, until) if clauses[i] == home]
    word = tokens[first].word
    if word in _TURNS_SUBJECT_TOO or word.endswith("n't"):
        since = max(0, first - MAX_SCOPE_WORDS)
        covered = [i for i in range(since, first) if clauses[i] == clauses[first]] + covered
    elif word in {"no", "neither"} and first and clauses[first - 1] == clauses[first]:
        covered = [first - 1, *covered]  # "received no warning": the verb is turned round too
    return covered


def _clauses(text: str, tokens: Sequence[Token]) -> list[int]:
    """A clause number for each token: it rises at punctuation and at words that open a clause."""
    numbers = []
    number = 0
    end = 0
    for index, token in enumerate(tokens):
        between = text[end : token.start]
        before = tokens[index - 1] if index else token
        opens = (
            token.word in _CLAUSE_WORDS
            or (token.word == "that" and bool(before.stem))
            or (before.word == "and" and token.word in _AUXILIARIES)
        )
        if opens or any(sign in _CLAUSE_SIGNS for sign in between):
            number += 1
        numbers.append(number)
        end = token.end
    return numbers


def _key_tokens(polarity: Polarity, hit: _Contradiction) -> list[int]:
    """The one or two shared words nearest to the cue: what was not done, rather than to whom."""
    cue = hit.scope.first
    shared = [i for i in hit.scope.tokens if polarity.concepts[i] in hit.shared]
    shared = [i for i in shared if polarity.concepts[i] not in polarity.names] or shared
    nearest = min(shared, key=lambda i: (abs(i - cue), i))
    classes = frozenset(lexicon().classes.values())
    others = [
        i
        for i in shared
        if 0 < abs(i - nearest) <= KEY_REACH
        and polarity.concepts[i] in classes - {polarity.concepts[nearest]}
    ]
    return [nearest, *sorted(others, key=lambda i: (abs(i - nearest), -i))[:1]]


def _denied_span(polarity: Polarity, hit: _Contradiction, key: Sequence[int]) -> tuple[int, int]:
    named = [i for i in key if abs(i - hit.scope.first) < MAX_VALUE_WORDS]
    first = min([hit.scope.first, *named])
    last = max([hit.scope.last, *named])
    return polarity.tokens[first].start, polarity.tokens[last].end


def _affirmed_span(polarity: Polarity, key: Sequence[str]) -> tuple[int, int]:
    """The shortest run of words that holds the key concepts, affirmed.

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
    return polarity.tokens[best[0]].start, polarity.tokens[best[1]].end
