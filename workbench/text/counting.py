"""What a figure counts, and what became of those counted.

"60 people were killed" and "145 people were injured" do not contradict each other, so a figure
alone is not enough to compare. These rules are simple on purpose: the noun is the word or two after
the figure, and a harm ("killed", "injured") is the nearest such word in the same clause, first
after the figure and then before it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.text.numerals import low_at
from workbench.text.units import HARM_WORDS, NO_NOUNS

if TYPE_CHECKING:
    from workbench.text.figures import Draft
    from workbench.text.numerals import Token

_HARM_REACH = 6
"""How many tokens around a figure may tell what became of those counted."""

_ENDS_CLAUSE = frozenset({",", ";", ":", ".", "and", "but", "while", "in", "at", "on"})
_BEFORE_NOUN = frozenset({"of", "the", "them", "other", "more", "additional", "new"})


def find_noun(tokens: list[Token], draft: Draft, latest: int) -> tuple[int, int]:
    """Tokens of the noun counted: up to two words after the figure ("asylum seekers").

    A figure joined by a hyphen ("a five-boat attack") describes, and counts nothing.
    """
    at = draft.end
    if _is_joined(tokens, draft):
        return at, at
    while at < latest and tokens[at].low in _BEFORE_NOUN:
        at += 1
    end = at
    while end < min(latest, at + 2):
        token = tokens[end]
        if token.kind != "word" or token.low in NO_NOUNS or token.low in HARM_WORDS:
            break
        end += 1
        if token.low.endswith("s") or token.low in {"people", "men", "women", "children"}:
            break
    return at, end


def _is_joined(tokens: list[Token], draft: Draft) -> bool:
    """Whether a hyphen joins the figure to a word: a dash parts them ("killing two– at").

    News that was taken apart into words has a blank on either side of the hyphen.
    """
    at = draft.end
    if low_at(tokens, at) not in {"-", "–"} or at + 1 >= len(tokens):
        return False
    before = tokens[at].start - tokens[at - 1].end
    after = tokens[at + 1].start - tokens[at].end
    return before == after and (before == 0 or tokens[at].text == "-")


def find_harm(tokens: list[Token], earliest: int, draft: Draft, noun_end: int, latest: int) -> str:
    """What became of those counted: told just after ("60 people were killed") or before."""
    if _is_joined(tokens, draft):
        return ""
    for at in range(draft.end, min(latest, noun_end + _HARM_REACH)):
        low = tokens[at].low
        if low in HARM_WORDS:
            return HARM_WORDS[low]
        is_of_what = low == "in" and low_at(tokens, at + 1) in HARM_WORDS  # "12 million in missing"
        if at >= noun_end and low in _ENDS_CLAUSE and not is_of_what:
            break
    for at in range(draft.begin - 1, max(earliest, draft.begin - 1 - _HARM_REACH) - 1, -1):
        low = tokens[at].low
        if low in HARM_WORDS:
            return HARM_WORDS[low]
        if low in {";", ":", "."}:
            break
    return ""
