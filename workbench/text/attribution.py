"""Who is said to say what a sentence says: "X said", "…, said X", "according to X", "X denied".

Agreement between two reports means little when both give the word of one spokesman, and a denial is
the opposite of what is denied; so the frame around a statement is found apart from the statement.
The rules look for one of some sixty verbs of saying with a name or a role beside it. They take the
first frame of a sentence. Precision matters less than on a screen of verdicts: the speaker is shown
beside the sentence that it was read from.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from workbench.text.dates import date_spans

_SAYING = (
    "said says told tells announced announces reported added adds wrote writes claimed argued "
    "argues insisted insists warned warns explained explains confirmed confirms acknowledged "
    "acknowledges admitted admits alleged alleges asserted asserts declared declares noted "
    "emphasized emphasised stressed reiterated revealed disclosed suggested suggests "
    "estimated believes believed testified tweeted recalled complained concluded observed "
    "predicted conceded promised called described describes mentioned informed replied "
    "responded stated"
)
_DENYING = (
    "denied denies rejected rejects refuted refutes rebutted rebuts disputed disputes dismissed "
    "dismisses"
)


class Stance(StrEnum):
    """Whether the speaker stands behind the statement."""

    ASSERTS = "asserts"
    DENIES = "denies"


@dataclass(frozen=True, slots=True)
class Attribution:
    """The frame that gives a statement to somebody.

    Attributes:
        speaker: Who is said to say it, as the text words it.
        verb: The verb of saying, lower case ("said", "denied"), or "according to".
        stance: Whether the speaker asserts or denies.
        start: First code point of the frame, speaker and verb together.
        end: One past its last.
        speaker_start: First code point of the speaker.
        speaker_end: One past its last.
    """

    speaker: str
    verb: str
    stance: Stance
    start: int
    end: int
    speaker_start: int
    speaker_end: int


_VERB = re.compile(
    rf"\b(?!called (?:for|off|on)\b)(?:{'|'.join((_SAYING + ' ' + _DENYING).split())})\b"
)
CUES = frozenset([*_SAYING.split(), *_DENYING.split(), "according"])
"""Words, in lower case, without one of which a sentence has no frame."""
_ACCORDING = re.compile(r"\baccording to ", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+(?:(?:[.’'&/-]|,(?=\d{3}))[^\W_]+)*\.?")
_REACH = 160
"""How far from its verb a speaker may begin, in code points."""

_MOST_WORDS = 12

_PRONOUNS = frozenset({"he", "she", "they", "it", "we", "i", "who"})
ROLES = frozenset(
    "official officials authorities police spokesman spokeswoman spokesperson "  # noqa: SIM905
    "minister ministry president ambassador embassy government mayor governor senator "
    "agency agencies witnesses witness investigators prosecutors prosecutor army "
    "military leader leaders head director chief secretary department service "
    "statement report reports group company bank court judge lawyer analysts analyst "
    "expert experts scientists researchers doctors doctor hospital survivors "
    "residents union party committee council commission office newspaper media "
    "sources source adviser officers officer retailers organizers organisers "
    "institute university study kremlin pentagon mission".split()
)
"""Words for people and bodies that speak."""
_BREAKS_SPEAKER = frozenset(
    "that which what whom whose how why and but while as when where because after "  # noqa: SIM905
    "before since if than though although so was were is are had has have been said also not "
    "however to".split()
)
_JOINS_NOUNS = frozenset(
    "of for in on at by with from to and or than about under over".split()  # noqa: SIM905
)
_BEFORE_VERB = frozenset(
    "also later then first has had have repeatedly again previously earlier publicly firmly "  # noqa: SIM905
    "flatly strongly categorically just recently on in early late".split()
)


def find_attribution(sentence: str) -> Attribution | None:
    """Find who is said to say a sentence.

    Args:
        sentence: Its text.

    Returns:
        The first frame found, offsets in code points of the sentence; None if the text speaks for
        itself.
    """
    according = _ACCORDING.search(sentence)
    if according is not None:
        speaker = _speaker_after(sentence, according.end())
        if speaker is not None:
            return _frame(sentence, "according to", speaker, according.span())
    days = _Days(sentence)
    for verb in _VERB.finditer(sentence):
        speaker = _speaker_before(sentence, verb.start(), days) or (
            _speaker_after(sentence, verb.end()) if _is_inverted(sentence, verb.start()) else None
        )
        if speaker is not None:
            return _frame(sentence, verb[0].lower(), speaker, verb.span())
    return None


_Span = tuple[int, int]


class _Days:
    """Where a sentence names days, looked for when the first speaker needs it."""

    def __init__(self, sentence: str) -> None:
        self._sentence = sentence

    @cached_property
    def spans(self) -> list[_Span]:
        return date_spans(self._sentence)

    def cover(self, word: re.Match[str]) -> bool:
        """Whether a word belongs to a date."""
        if not (word[0][0].isdigit() or word[0][0].isupper() or word[0][0] in "adlmnwy"):
            return False
        last = bisect_right(self.spans, word.start(), key=lambda span: span[0]) - 1
        return last >= 0 and word.start() < self.spans[last][1]


def _frame(sentence: str, verb: str, speaker: _Span, at: _Span) -> Attribution:
    stance = Stance.DENIES if verb in _DENYING.split() else Stance.ASSERTS
    start, end = min(speaker[0], at[0]), max(speaker[1], at[1])
    return Attribution(sentence[slice(*speaker)], verb, stance, start, end, *speaker)


def _is_inverted(sentence: str, verb: int) -> bool:
    """Whether the verb follows a comma or a quotation: "…, said Ana Ruiz"."""
    before = sentence[max(0, verb - 4) : verb].rstrip()
    return bool(before) and before[-1] in ',”"’»?!—–'


def _speaker_after(sentence: str, start: int) -> _Span | None:
    """The noun phrase after a verb; where it is no known role, the name beside it.

    The name is what is left of "said the harbour master, Ana Ruiz".
    """
    words = _words(sentence, start, min(len(sentence), start + _REACH))
    taken: list[re.Match[str]] = []
    for word in words:
        gap = sentence[taken[-1].end() if taken else start : word.start()]
        if (
            gap.strip()
            or (taken and word[0].lower() in _BREAKS_SPEAKER)
            or len(taken) >= _MOST_WORDS
        ):
            break
        if taken and (_VERB.fullmatch(word[0]) or _opens_another(word, taken)):
            break
        taken.append(word)
    return _named(taken) or _apposed(sentence, words[len(taken) :], taken)


def _opens_another(word: re.Match[str], phrase: list[re.Match[str]]) -> bool:
    """Whether an article opens the next noun phrase: "according to the ministry the deficit …"."""
    return word[0].lower() in {"the", "a", "an"} and phrase[-1][0].lower() not in _JOINS_NOUNS


def _apposed(
    sentence: str, after: list[re.Match[str]], phrase: list[re.Match[str]]
) -> _Span | None:
    """The name that a comma sets beside a noun phrase."""
    if not phrase or not after or sentence[phrase[-1].end() : after[0].start()] != ", ":
        return None
    name: list[re.Match[str]] = []
    for word in after:
        gap = sentence[name[-1].end() : word.start()] if name else " "
        if gap != " " or not word[0][0].isupper():
            break
        name.append(word)
    return _named(name)


def _speaker_before(sentence: str, verb: int, days: _Days) -> _Span | None:
    """The noun phrase that ends at a verb, past adverbs, dates and an inserted clause."""
    words = _words(sentence, max(0, verb - _REACH), verb)
    until = verb
    while words and (words[-1][0].lower() in _BEFORE_VERB or days.cover(words[-1])):
        until = words.pop().start()
    taken: list[re.Match[str]] = []
    for at in range(len(words) - 1, -1, -1):
        word = words[at]
        between = sentence[word.end() : taken[0].start() if taken else until]
        if "," in between:
            return _named(taken) if taken else _around_clause(sentence, words)
        if set(between) & set(';:“”"»«—–()'):
            break
        low = word[0].lower()
        is_post = low == "to" and at > 0 and words[at - 1][0].lower() in ROLES  # ambassador to X
        if (low in _BREAKS_SPEAKER and not is_post) or len(taken) >= _MOST_WORDS:
            break
        taken.insert(0, word)
    return _named(taken)


def _around_clause(sentence: str, words: list[re.Match[str]]) -> _Span | None:
    """The speaker where a clause ends at the verb: "Ruiz, who leads the council, said".

    The clause itself, if it is a bare name: "the mayor, Ruiz, said".
    """
    commas = [i for i, word in enumerate(words[:-1]) if sentence.startswith(",", word.end())]
    if not commas:
        return None
    clause = words[commas[-1] + 1 :]
    if all(word[0][0].isupper() for word in clause):
        return _named(clause)
    name: list[re.Match[str]] = []
    for word in reversed(words[: commas[-1] + 1]):
        if not (word[0][0].isupper() or word[0].lower() in ROLES):
            break
        name.insert(0, word)
    return _named(name)


def _words(sentence: str, start: int, end: int) -> list[re.Match[str]]:
    return list(_WORD.finditer(sentence, start, end))


def _named(words: list[re.Match[str]]) -> _Span | None:
    """The span of a noun phrase that can speak: a pronoun, a role or a name."""
    while words and words[0][0].lower() in {"of", "for", "in", "on", "at", "by", "with"}:
        words = words[1:]
    if not words or len(words) > _MOST_WORDS:
        return None
    lows = [word[0].lower().rstrip(".") for word in words]
    is_name = words[-1][0][0].isupper() or any(
        word[0][0].isupper() and word.start() > 0 for word in words
    )
    if not (is_name or lows[-1] in _PRONOUNS or any(low in ROLES for low in lows)):
        return None
    last = words[-1]
    ends_in_stop = last[0].endswith(".") and len(last[0]) > 3  # "Ruiz." but "Jr."
    return words[0].start(), last.end() - ends_in_stop
