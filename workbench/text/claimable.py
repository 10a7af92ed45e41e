"""Whether a sentence can assert something at all: the lowest bar, set to let claims pass.

A fragment ("Then…", "Matthew Ingram") is not offered as a claim. A run of eight words is taken to
assert something; a shorter one needs a word that may be a verb. Scripts written without blanks are
measured in characters. How worth checking a sentence is, is another question, asked in matching.
"""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d[\d.,]*")
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
_FEWEST_WORDS = 4
_FEWEST_UNSPACED = 6
_SURELY_A_SENTENCE = 8
_MOST_READ = 2000

_VERBS = frozenset(
    "is are was were be been am has have had do does did will would can could may "  # noqa: SIM905
    "might must shall should said say told went came made took got gave knew saw left "
    "fell rose grew won lost met ran hit cut put set let felt held kept led built "
    "sent spent paid sold bought broke spoke wrote began became shot hurt fled died "
    "kill die know think want need show come go get give take make see find ist sind "
    "war hat wird es est sont a ont fue son era ha".split()
)
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
    return any(word.lower() in _VERBS or _VERB_ENDING.search(word) for word in words)
