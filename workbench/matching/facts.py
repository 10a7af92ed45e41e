"""What a sentence states, apart from its wording, each part read when it is first asked for.

Of most sentences in a case nobody asks for more than a few words; reading figures and dates takes
ten times as long as finding the sentence's matches. So each reader is started only where a word
that it could start from is there at all.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from workbench.matching.lexicon import lexicon
from workbench.matching.polarity import Polarity, read_polarity
from workbench.matching.tokens import MAX_CHARS, Token, tokenise
from workbench.text.dates import DateMention, find_dates
from workbench.text.quantities import Quantity, find_quantities

if TYPE_CHECKING:
    from datetime import date

_WORD = re.compile(r"[^\W\d_]+(?:'t\b)?")
_DIGIT = re.compile(r"\d")
_FIGURE_WORDS = frozenset(
    "no zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "  # noqa: SIM905
    "fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty "
    "ninety hundred thousand million billion trillion dozen lakh crore dozens scores hundreds "
    "thousands millions billions trillions first second third fourth fifth sixth seventh eighth "
    "ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth "
    "nineteenth twentieth half quarter thirds quarters halves fifths couple several pair single "
    "twice double triple nobody none tens".split()
)
_DATE_WORDS = frozenset(
    "january february march april may june july august september october november december jan "  # noqa: SIM905
    "feb mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday "
    "saturday sunday today yesterday tomorrow tonight week weeks weekend month months year years "
    "day days decade decades century centuries spring summer autumn fall winter noon midnight "
    "morning evening afternoon night hour hours ago".split()
)


class Facts:
    """A sentence as the rules of `relations` see it.

    Attributes:
        text: The sentence, cut to what is looked at.
    """

    def __init__(self, text: str, reference: date | None = None) -> None:
        self.text = text[:MAX_CHARS]
        self._reference = reference

    @cached_property
    def words(self) -> frozenset[str]:
        """Its words in lower case, with straight apostrophes, as written."""
        return frozenset(_WORD.findall(self.text.replace("’", "'").lower()))

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """Its words, as they are compared."""
        return tokenise(self.text)

    @cached_property
    def polarity(self) -> Polarity:
        """What it affirms and what it negates."""
        return read_polarity(self.text, self.tokens)

    @cached_property
    def has_cue(self) -> bool:
        """Whether a word stands in it that could negate something."""
        return not lexicon().cues.isdisjoint(self.words) or any(
            word.endswith("n't") for word in self.words
        )

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        """Its figures."""
        if self.has_digit or not _FIGURE_WORDS.isdisjoint(self.words):
            return find_quantities(self.text)
        return ()

    @cached_property
    def dates(self) -> tuple[DateMention, ...]:
        """Its dates, resolved by the article's."""
        if self.has_digit or not _DATE_WORDS.isdisjoint(self.words):
            return find_dates(self.text, self._reference)
        return ()

    @cached_property
    def has_digit(self) -> bool:
        """Whether a digit stands in it."""
        return _DIGIT.search(self.text) is not None


def read_facts(text: str, reference: date | None = None) -> Facts:
    """The facts of a sentence.

    Args:
        text: The sentence.
        reference: The day its article was published, if known.
    """
    return Facts(text, reference)
