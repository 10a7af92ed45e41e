"""What a sentence says is *not* so: cues, and how much of the sentence each turns round.

Three kinds of cue, each with its scope:

- a **negator** ("not", "no", "without", "didn't"): its clause after it and, for "not", before it;
- a **denier** ("denies", "rejected", "failed to", "lack of"): the words after it, up to the end of
  the clause;
- a **debunker** ("hoax", "is false"): the whole sentence.

"Did not rule out" denies nothing, and what is "lifted" or "broken off" is neither denied nor so.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from workbench.matching.lexicon import lexicon

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
_SAY = frozenset({"say", "says", "said", "saying"})
_ABOUT = frozenset({"about", "on", "regarding", "concerning"})
_REPORTS = frozenset(
    {"claim", "report", "alleg", "rumor", "rumour", "suggest", "accus", "assert", "stori"}
)
"""What is denied is what the claim or report says; the word itself adds nothing."""
AUXILIARIES = frozenset(
    "will would shall can could may might must is are was were has have had does did".split()  # noqa: SIM905
)
"""After "and", one of them opens a clause of its own: "denied it and will appeal"."""
MAX_SCOPE_WORDS = 14
MAX_PHRASE = 4
"""No cue or idiom of the lexicon has more words."""
MAX_CAPITALS = 0.6
"""With a larger part of capitalised words a sentence is a headline in title case."""
THAT_REACH = 4
"""Words after a denier among which a "that" opens what is denied."""
ENDED_REACH = 4
"""Of so many words before and after "lifted" it is not said that they are so."""
UNDONE_REACH = 2
"""A denier so few words after "not" is undone by it ("has not yet ruled out")."""


class Cue(StrEnum):
    """What turns a stretch of a sentence round, and how much of it."""

    NEGATOR = "negator"
    DENIER = "denier"
    DEBUNKER = "debunker"


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
    negated |= _ended(text, tokens)
    affirmed = tuple([i for i, said in enumerate(concepts) if said and i not in negated])
    content = frozenset(filter(None, concepts))
    return Polarity(tokens, concepts, tuple(scopes), affirmed, content, _names(text, tokens))


def _ended(text: str, tokens: Sequence[Token]) -> set[int]:
    """Indices of the words beside "lifted", "broke off" and so on: not denied, nor affirmed."""
    words = lexicon()
    found: set[int] = set()
    for at, token in enumerate(tokens):
        if token.word not in words.end_openers:
            continue
        ender = next((phrase for phrase in _phrases_at(tokens, at) if phrase in words.enders), ())
        if ender:
            clauses = _clauses(text, tokens)
            after = at + len(ender)
            # "The brakes failed" is affirmed, though they are no more; "voted down" is no vote.
            own = range(at, after) if len(ender) > 1 else ()
            beside = (
                *range(max(0, at - ENDED_REACH), at),
                *own,
                *range(after, after + ENDED_REACH),
            )
            found.update(i for i in beside if i < len(tokens) and clauses[i] == clauses[at])
    return found


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
        is_noun = len(denier) == 1 and _next_word(tokens, at) in AUXILIARIES  # "exits were"
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
            or (before.word == "and" and token.word in AUXILIARIES)
        )
        if opens or any(sign in _CLAUSE_SIGNS for sign in between):
            number += 1
        numbers.append(number)
        end = token.end
    return numbers
