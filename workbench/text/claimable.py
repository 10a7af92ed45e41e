"""Whether a sentence can assert something at all: the lowest bar, set to let claims pass.

A fragment ("Then…", "Matthew Ingram") is not offered as a claim. A run of eight words is taken to
assert something; a shorter one needs a word that may be a verb. Scripts written without blanks are
measured in characters. A headline is often the plainest wording of a claim, and the one that most
people read; but most headings only name what follows, so of any length they need that verb. How
worth checking a sentence is, is another question, asked in matching.
"""

from __future__ import annotations

import re

from workbench.text.dates import date_spans

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d[\d.,]*")
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
_FEWEST_WORDS = 4
_FEWEST_UNSPACED = 6
_SURELY_A_SENTENCE = 8
_MOST_READ = 2000

_MOST_DATED = 0.3
"""The part of a line that may be a date; a larger one makes it a dateline."""
_ASKS = frozenset("what why how who where when which".split())  # noqa: SIM905

_VERBS = frozenset(
    "is are was were be been am has have had do does did will would can could may "  # noqa: SIM905
    "might must shall should said say told went came made took got gave knew saw left "
    "fell rose grew won lost met ran hit cut put set let felt held kept led built "
    "sent spent paid sold bought broke spoke wrote began became shot hurt fled died "
    "kill die know think want need show come go get give take make see find ist sind "
    "war hat wird es est sont a ont fue son era ha".split()
)
_NEVER_VERBS = frozenset(
    "its his this thus less unless across perhaps always towards news us red need hundred "  # noqa: SIM905
    "during being nothing something anything morning evening building king".split()
)
"""Words that end like verbs and are in every other fragment."""
_VERB_ENDING = re.compile(r"[a-zà-ÿ]{2,}(?:ed|ing|en|es|s|n['’]t|te|t|ó|é|ait)$")


def is_claimable(sentence: str) -> bool:
    """Whether a sentence can assert something.

    Args:
        sentence: Its text.
    """
    sentence = sentence[:_MOST_READ]
    if _UNSPACED.search(sentence):
        return len(_UNSPACED.findall(sentence)) >= _FEWEST_UNSPACED
    words = _WORD.findall(sentence)
    if len(words) < _FEWEST_WORDS:
        return False
    if len(words) >= _SURELY_A_SENTENCE or not sentence.isascii():
        return True
    return any(_may_be_verb(word) for word in words)


def is_claimable_heading(heading: str) -> bool:
    """Whether a heading can assert something, and does not only name or ask what follows.

    >>> is_claimable_heading("Minister to resign after audit")
    True
    >>> is_claimable_heading("What we know about the audit so far")
    False

    Args:
        heading: Its text.
    """
    heading = heading[:_MOST_READ]
    if _UNSPACED.search(heading):
        return is_claimable(heading)
    words = [word.lower() for word in _WORD.findall(heading)]
    if len(words) < _FEWEST_WORDS or words[0] in _ASKS:
        return False
    if is_dateline(heading):
        return False
    is_foreign = any(character.isalpha() and not character.isascii() for character in heading)
    return is_foreign or "to" in words[1:-1] or any(_is_likely_verb(word) for word in words)


def is_dateline(line: str) -> bool:
    """Whether a line that is no full sentence tells mostly when something was published.

    >>> is_dateline("on September 14, 2013 11:41am | Updated at 1:05pm")
    True
    >>> is_dateline("Bridge closed on 14 September after storm")
    False

    Args:
        line: Its text.
    """
    line = line[:_MOST_READ]
    # Months are told by their capital.
    days = date_spans(line.title() if line.isupper() else line)
    return sum(end - start for start, end in days) >= _MOST_DATED * len(line)


def _is_likely_verb(word: str) -> bool:
    """Whether a word of an English heading, in lower case, is more likely a verb than not."""
    if word in _VERBS:
        return True
    is_plain = word.isalpha() and word not in _NEVER_VERBS  # "Russia's" is no verb.
    return is_plain and word.endswith(("ed", "ing", "s"))


def _may_be_verb(word: str) -> bool:
    return word.lower() in _VERBS or _VERB_ENDING.search(word) is not None
