"""Words that mean one thing, words that exclude each other, words that deny: `data/lexicon.json`.

Owns one idea, the *concept*: a stem, or the class of words to which it belongs, so that "passed a
warning" and "received information" are seen to speak of one event, and "dead" of the "killed".
Scores and rules compare concepts; what is lit up on the screen goes by stems.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from workbench.matching.lists import read_json
from workbench.matching.stemming import stem
from workbench.matching.tokens import Token, stems

Phrase = tuple[str, ...]
"""Words in lower case."""


class Lexicon(NamedTuple):
    """Word lists, stemmed where they are compared by stem.

    Attributes:
        classes: Class by stem ("pass" and "receiv": "hand over").
        opposites: Stems by stem of which only one can be true of a thing, both ways round.
        opposable: Those stems, and their concepts: a sentence without any opposes nothing.
        negators: Words ("not") that negate the clause they stand in.
        deniers: Runs of words ("denies", "failed to") that negate what follows them.
        enders: Runs of words ("lifted", "failed") beside which stands what is no more.
        debunkers: Words ("hoax") that negate the sentence they stand in.
        idioms: Runs of words that hold a negator and negate nothing ("not only").
        openers: First words of all `deniers` and `idioms`.
        end_openers: First words of all `enders`.
        cues: Words without one of which nothing is negated, "n't" apart.
    """

    classes: dict[str, str]
    opposites: dict[str, frozenset[str]]
    opposable: frozenset[str]
    negators: frozenset[str]
    deniers: frozenset[Phrase]
    enders: frozenset[Phrase]
    debunkers: frozenset[str]
    idioms: frozenset[Phrase]
    openers: frozenset[str]
    end_openers: frozenset[str]
    cues: frozenset[str]


@cache
def lexicon() -> Lexicon:
    """The lists, read once."""
    data = read_json("lexicon.json")
    opposites: dict[str, set[str]] = {}
    for a, b in data["opposites"]:
        opposites.setdefault(stem(a), set()).add(stem(b))
        opposites.setdefault(stem(b), set()).add(stem(a))
    # An alias ("ceasefire") is compared as it stands, without its stem being taken.
    classes = {
        form: name
        for name, words in data["classes"].items()
        for word in words
        for form in (stem(word), word)
    }
    for group in data["forms"]:
        forms = [form for word in group.split() for form in (stem(word), word)]
        name = next((classes[form] for form in forms if form in classes), forms[0])
        classes |= dict.fromkeys(forms, name)
    deniers = frozenset(tuple(phrase.split()) for phrase in data["deniers"])
    enders = frozenset(tuple(phrase.split()) for phrase in data["enders"])
    idioms = frozenset(tuple(phrase.split()) for phrase in data["idioms"])
    return Lexicon(
        classes=classes,
        opposable=frozenset(opposites).union(classes.get(word, word) for word in opposites),
        opposites={word: frozenset(others) for word, others in opposites.items()},
        negators=frozenset(data["negators"]),
        deniers=deniers,
        enders=enders,
        debunkers=frozenset(data["debunkers"]),
        idioms=idioms,
        openers=frozenset(phrase[0] for phrase in deniers | idioms),
        end_openers=frozenset(phrase[0] for phrase in enders),
        cues=frozenset(phrase[0] for phrase in deniers).union(data["negators"], data["debunkers"]),
    )


def class_or_stem(word: str) -> str:
    """What a lower-case word stands for."""
    return lexicon().classes.get(stem(word), stem(word))


def concept(token: Token) -> str:
    """What a word stands for: its class, or its stem; empty for a word that says nothing."""
    return lexicon().classes.get(token.stem, token.stem) if token.stem else ""


def concepts(text: str) -> tuple[str, ...]:
    """The concepts of a sentence's content words, in order, repeated ones too."""
    classes = lexicon().classes
    return tuple([classes.get(word, word) for word in stems(text)])
