"""Words of a sentence as the engine compares them: one stem for all spellings of one thing.

Owns: what a word is, which words say nothing (stop words), which are the same (aliases, demonyms,
number words) and their stems. Every token keeps where it stands, so what is found in stems can be
shown in the article's own words. The lists are data: `data/aliases.json`, `data/stop_words.txt`.

Bounded: of one sentence no more than `MAX_CHARS` code points and `MAX_TOKENS` words are looked at.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import islice
from typing import NamedTuple

from workbench.matching.lists import read_json, read_text
from workbench.matching.stemming import stem

MAX_CHARS = 4000
MAX_TOKENS = 300

MIN_PLAIN_LETTERS = 4
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")

# Dotted initials (U.S.), then figures with their separators, then runs of letters with one
# apostrophe inside (don't, Russia's). Alternatives never share a prefix that is tried twice.
_WORD = re.compile(
    r"(?:[^\W\d_]\.){2,}|\d+(?:[.,]\d+)*|[^\W\d_][^\W_]*(?:['’][^\W\d_]+)?|%", re.UNICODE
)
_BODY = re.compile(
    r"organi[sz]ation|nations|union|agency|bureau|islamic state|house|department|centers|forces"
    r"|party|exchange|service|league|association|committee|administration|television"
)
_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty"
)
_TENS = "ten twenty thirty forty fifty sixty seventy eighty ninety"
_NUMBER_WORDS = {word: str(value) for value, word in enumerate(_SMALL.split())} | {
    word: str(10 * tens) for tens, word in enumerate(_TENS.split(), start=1)
}
del _NUMBER_WORDS["one"]  # far more often a pronoun


class Token(NamedTuple):
    """One word of a sentence, or several that are an alias of one thing.

    Attributes:
        word: In lower case with a straight apostrophe and without a possessive ending; of an
            alias the term.
        stem: What it is compared by; empty for a stop word.
        start: Code points from the start of the text.
        end: End exclusive.
    """

    word: str
    stem: str
    start: int
    end: int


def tokenise(text: str) -> tuple[Token, ...]:
    """The words of a sentence in order, stop words with an empty stem."""
    found = list(islice(_WORD.finditer(text[:MAX_CHARS]), MAX_TOKENS))
    alone = [_alone(match.group()) for match in found]
    is_shouted = text.isupper()
    if not is_shouted and None not in alone:
        # Most sentences: what each word is does not hang on the words beside it.
        return tuple(
            [
                Token(word, stem, match.start(), match.start() + length)
                for match, (word, stem, length) in zip(found, filter(None, alone), strict=True)
            ]
        )
    spelt = [_spelling(match.group()) for match in found]
    lowered = [word.lower() for word in spelt]
    tokens: list[Token] = []
    at = 0
    while at < len(found):
        start = found[at].start()
        term, length = _alias_at(spelt, lowered, at, is_shouted and "." not in found[at].group())
        if term:
            tokens.append(Token(term, term, start, found[at + length - 1].end()))
        else:
            word = lowered[at]
            end = start + len(found[at].group().rstrip("."))
            tokens.append(Token(word, _stem_of(word), start, end))
        at += length
    return tuple(tokens)


def stems(text: str) -> tuple[str, ...]:
    """The stems of `tokenise` without the empty ones, several times as fast: for whole cases."""
    found = [_alone(word) for word in _WORD.findall(text[:MAX_CHARS])[:MAX_TOKENS]]
    if None in found or text.isupper():
        return tuple([token.stem for token in tokenise(text) if token.stem])
    return tuple([read[1] for read in found if read and read[1]])


def plain_terms(text: str) -> tuple[str, ...]:
    """What a sentence that is not English is compared by: its words as they stand.

    Short words, which in most languages say little, are left out. A run of a script that is
    written without blanks gives each two characters that follow one another.
    """
    found: list[str] = []
    for word in _WORD.findall(text[:MAX_CHARS])[:MAX_TOKENS]:
        if _UNSPACED.search(word):
            found += [word[at : at + 2] for at in range(max(1, len(word) - 1))]
        elif word[0].isdigit():
            found.append(_spelling(word))
        elif len(word) >= MIN_PLAIN_LETTERS:
            found.append(_spelling(word).lower())
    return tuple(found[: 2 * MAX_TOKENS])


def has_unspaced(text: str) -> bool:
    """Whether a text holds a script that is written without blanks between words."""
    return _UNSPACED.search(text) is not None


def plain_tokens(text: str) -> tuple[Token, ...]:
    """The words of a sentence that is not English, as `plain_terms` reads them, with their places.

    Of a script that is written without blanks they overlap by a character.
    """
    found: list[Token] = []
    for match in islice(_WORD.finditer(text[:MAX_CHARS]), MAX_TOKENS):
        word, start = match.group(), match.start()
        if _UNSPACED.search(word):
            pairs = [(at, word[at : at + 2]) for at in range(max(1, len(word) - 1))]
            found += [Token(two, two, start + at, start + at + len(two)) for at, two in pairs]
        else:
            spelt = _spelling(word).lower()
            says = word[0].isdigit() or len(word) >= MIN_PLAIN_LETTERS
            found.append(Token(spelt, spelt if says else "", start, match.end()))
    return tuple(found[: 2 * MAX_TOKENS])


@cache
def _alone(matched: str) -> tuple[str, str, int] | None:
    """Word, stem and length of a matched word; None where they hang on the words beside it."""
    spelt = _spelling(matched)
    lowered = spelt.lower()
    for phrase in _aliases().by_first_word.get(lowered, ()):
        if len(phrase.words) > 1 and (phrase.common or not spelt.islower()):
            return None
    term, _ = _alias_at([spelt], [lowered], 0, is_shouted=False)
    if term:
        return term, term, len(matched)
    return lowered, _stem_of(lowered), len(matched.rstrip("."))


def _spelling(matched: str) -> str:
    """A matched word without possessive ending, thousands separators and dots of initials."""
    if matched[0].isdigit():
        return matched.replace(",", "") if _THOUSANDS.fullmatch(matched) else matched
    if matched.endswith("."):
        return matched.replace(".", "")
    word = matched.replace("’", "'")
    return word[:-2] if word.endswith(("'s", "'S")) else word


def _alias_at(spelt: list[str], lowered: list[str], at: int, is_shouted: bool) -> tuple[str, int]:
    """The alias that starts at a word and how many words it takes; ("", 1) if none does.

    Where a whole sentence is in capitals, US may be us and IS is.
    """
    aliases = _aliases()
    if not is_shouted and (term := aliases.exact.get(spelt[at])):
        return term, 1
    for phrase in aliases.by_first_word.get(lowered[at], ()):
        length = len(phrase.words)
        if tuple(lowered[at : at + length]) == phrase.words and (
            phrase.common or not spelt[at].islower()
        ):
            return phrase.term, length
    return "", 1


def _stem_of(word: str) -> str:
    if word in _NUMBER_WORDS:
        return _NUMBER_WORDS[word]
    if word.partition("'")[0] in _stop_words() or word.endswith("n't"):
        return ""
    if len(word) == 1 and word.isascii():
        return word if word.isdigit() else ""
    return word if word[0].isdigit() else stem(word)


class _Phrase(NamedTuple):
    words: tuple[str, ...]
    term: str
    common: bool


class _Aliases(NamedTuple):
    exact: dict[str, str]
    by_first_word: dict[str, tuple[_Phrase, ...]]


@cache
def _aliases() -> _Aliases:
    listed = read_json("aliases.json")
    exact: dict[str, str] = {}
    phrases: dict[str, list[_Phrase]] = {}
    for term, entry in listed.items():
        if term.startswith("_"):
            continue
        exact |= dict.fromkeys(entry.get("exact", ()), term)
        for kind in ("words", "common"):
            for listed_phrase in entry.get(kind, ()):
                words = tuple(
                    _spelling(match.group()).lower() for match in _WORD.finditer(listed_phrase)
                )
                if listed_phrase.count(".") and words[0] in _stop_words():
                    exact[words[0].upper()] = term  # "U.S." reads as "US", never as "us"
                else:
                    phrases.setdefault(words[0], []).append(_Phrase(words, term, kind == "common"))
    longest_first = {
        first: tuple(sorted(found, key=lambda phrase: (-len(phrase.words), phrase.words)))
        for first, found in phrases.items()
    }
    return _Aliases(exact, longest_first)


@cache
def countries() -> frozenset[str]:
    """The terms that stand for a country and its people."""
    listed = read_json("aliases.json")
    return frozenset(
        term
        for term, entry in listed.items()
        if not term.startswith("_")
        and len(entry.get("words", ())) > 1
        and not any(_BODY.search(phrase) for phrase in entry["words"])
    )


@cache
def _stop_words() -> frozenset[str]:
    lines = read_text("stop_words.txt").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())
