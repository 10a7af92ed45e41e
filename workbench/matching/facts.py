"""What a sentence states, apart from its wording, each part read when it is first asked for.

Of most sentences in a case nobody asks for more than a few words; reading figures and dates takes
ten times as long as finding the sentence's matches. So each reader is started only where a word
that it could start from is there at all.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from workbench.matching.days import COMPARED
from workbench.matching.figures import MAX_FIGURES, Figure, read_figures
from workbench.matching.lazily import lazily
from workbench.matching.lexicon import concept, concepts, lexicon
from workbench.matching.polarity import Polarity, read_polarity
from workbench.matching.tokens import (
    MAX_CHARS,
    Token,
    plain_terms,
    plain_tokens,
    stems,
    tokenise,
)
from workbench.text.attribution import CUES, Attribution, find_attribution
from workbench.text.dates import DateMention, find_dates
from workbench.text.quantities import Quantity, find_quantities
from workbench.text.quotations import Quotation, find_quotations
from workbench.text.units import BOUNDS, DURATIONS, HARM_WORDS, MEASURES

if TYPE_CHECKING:
    from datetime import date

_WORD = re.compile(r"[^\W\d_]+(?:'t\b)?")
MAX_QUOTATIONS = 8
"""Of a sentence no more quotations are compared."""
_QUOTES = re.compile(r"[“”„«»\"‘「『]")
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
_BOUND_WORDS = frozenset(word for phrase in BOUNDS for word in phrase)
_UNIT_WORDS = (frozenset(word for phrase in MEASURES for word in phrase) | DURATIONS.keys()) - {
    "per",
    "an",
    "square",
    "%",
    "/",
}
_KEY_WORDS = _FIGURE_WORDS | _BOUND_WORDS | _UNIT_WORDS
_HARM_WORDS = frozenset(HARM_WORDS)
_OWNED = re.compile(
    r"(?:,| of) \d|\baged? |-year-old| of (?:two|three|four|five|six|seven|eight|nine|ten)\b"
)
_DATE_WORDS = frozenset(
    "january february march april may june july august september october november december jan "  # noqa: SIM905
    "feb mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday "
    "saturday sunday today yesterday tomorrow tonight week weeks weekend month months year years "
    "day days decade decades century centuries spring summer autumn fall winter noon midnight "
    "morning evening afternoon night hour hours ago".split()
)


_OPENERS = frozenset({"He", "She", "It", "They", "His", "Her", "Its", "Their", "The", "This"})


class Facts:
    """A sentence as the rules of `relations` see it.

    Attributes:
        text: The sentence, cut to what is looked at.
        reference: The day its article was published, if known.
        is_english: Whether the rules for English apply; otherwise it negates and opposes nothing.
        terms: What its words are compared by, in order; read unless they are given.
    """

    def __init__(
        self,
        text: str,
        reference: date | None = None,
        *,
        is_english: bool = True,
        terms: tuple[str, ...] | None = None,
    ) -> None:
        self.text = text[:MAX_CHARS]
        self.is_english = is_english
        self.reference = reference
        if terms is None:
            terms = (concepts if is_english else plain_terms)(self.text)
        self.terms = terms

    @lazily
    def content(self) -> frozenset[str]:
        """The concepts of all its words."""
        return frozenset(self.terms)

    def may_deny(self, other: Facts) -> bool:
        """Whether a word that it negates is in the other; False is sure."""
        return self.has_cue and any(
            not scope.concepts.isdisjoint(other.content) for scope in self.polarity.scopes
        )

    @lazily
    def words(self) -> frozenset[str]:
        """Its words in lower case, with straight apostrophes, as written."""
        return frozenset(_WORD.findall(self.text.replace("’", "'").lower()))

    @lazily
    def tokens(self) -> tuple[Token, ...]:
        """Its words, as they are compared."""
        return tokenise(self.text) if self.is_english else plain_tokens(self.text)

    def term(self, token: Token) -> str:
        """What one of its words is compared by; empty for a word that says nothing."""
        return concept(token) if self.is_english else token.stem

    @lazily
    def may_quote(self) -> bool:
        """Whether a quotation mark stands in it; False is sure."""
        return _QUOTES.search(self.text) is not None

    @lazily
    def quotations(self) -> tuple[Quotation, ...]:
        """What stands in it between quotation marks, the first few."""
        return find_quotations(self.text)[:MAX_QUOTATIONS] if self.may_quote else ()

    @lazily
    def attribution(self) -> Attribution | None:
        """Who is said to say it, by a frame around it; None if it speaks for itself."""
        if not self.is_english or CUES.isdisjoint(self.words):
            return None
        return find_attribution(self.text)

    @lazily
    def stated(self) -> frozenset[str]:
        """What its words are compared by, the frame around it and quotations left out."""
        spans = [(quotation.start, quotation.end) for quotation in self.quotations]
        if self.attribution is not None:
            spans.append((self.attribution.start, self.attribution.end))
        if not spans:
            return self.content
        return frozenset(
            [
                term
                for token in self.tokens
                if (term := self.term(token))
                and not any(start <= token.start < end for start, end in spans)
            ]
        )

    @lazily
    def topic(self) -> frozenset[str]:
        """What it states, its figures left out."""
        return frozenset([term for term in self.stated if not term[0].isdigit()])

    @lazily
    def polarity(self) -> Polarity:
        """What it affirms and what it negates."""
        return read_polarity(self.text, self.tokens)

    @lazily
    def has_cue(self) -> bool:
        """Whether a word stands in it that could negate something."""
        return self.is_english and (not lexicon().cues.isdisjoint(self.words) or self.has_short_not)

    @lazily
    def has_short_not(self) -> bool:
        """Whether "n't" ends one of its words."""
        if "'" not in self.text and "’" not in self.text:
            return False
        return any(word.endswith("n't") for word in self.words)

    @lazily
    def quantities(self) -> tuple[Quantity, ...]:
        """Its figures."""
        found = find_quantities(self.text) if self.may_have_figure else ()
        if self.is_english:
            return found
        # Which of two words is the noun is told by English rules; elsewhere the first will do.
        return tuple(replace(one, counts=one.counts.partition(" ")[0]) for one in found)

    @lazily
    def figures(self) -> tuple[Figure, ...]:
        """Its figures as they are compared, the first few."""
        return read_figures(self.text, self.quantities[:MAX_FIGURES])

    @lazily
    def dates(self) -> tuple[DateMention, ...]:
        """Its dates, resolved by the article's."""
        return find_dates(self.text, self.reference) if self.may_have_date else ()

    @lazily
    def days(self) -> tuple[DateMention, ...]:
        """Its dates that are precise enough to contradict another."""
        return tuple([mention for mention in self.dates if mention.kind in COMPARED])

    @lazily
    def opposable(self) -> frozenset[str]:
        """Its words, by stem, that have an opposite."""
        known = lexicon()
        if not self.is_english or (
            known.opposable.isdisjoint(self.content) and known.opposable.isdisjoint(self.words)
        ):
            return frozenset()
        return frozenset(known.opposites.keys() & self.words.union(stems(self.text)))

    def may_oppose(self, other: Facts) -> bool:
        """Whether a word of it has its opposite in the other; False is sure."""
        if not (self.opposable and other.opposable):
            return False
        opposites = lexicon().opposites
        return any(not opposites[word].isdisjoint(other.opposable) for word in self.opposable)

    @lazily
    def may_have_figure(self) -> bool:
        """Whether a figure could be in it; False is sure."""
        return self.has_digit or not _FIGURE_WORDS.isdisjoint(self.words)

    @lazily
    def opens_with_pronoun(self) -> bool:
        """Whether its subject was named before it ("He", "The film")."""
        return self.text.partition(" ")[0] in _OPENERS

    def has_same_figures(self, other: Facts) -> bool:
        """Whether both have the same single figure, not bounded by "at least" and the like."""
        key = self._figure_key
        return len(key) < 2 and key == other._figure_key

    @lazily
    def _figure_key(self) -> frozenset[str]:
        digits = {term for term in self.content if term[0].isdigit()}
        return (self.words & _KEY_WORDS) | digits

    @lazily
    def has_owned_figure(self) -> bool:
        """Whether a figure could be of victims, of an age or of an owner ("crew of 12").

        Only such are compared in sentences on two topics.
        """
        return not _HARM_WORDS.isdisjoint(self.words) or _OWNED.search(self.text) is not None

    @lazily
    def may_have_date(self) -> bool:
        """Whether a date could be in it; False is sure."""
        return self.has_digit or not _DATE_WORDS.isdisjoint(self.words)

    @lazily
    def has_digit(self) -> bool:
        """Whether a digit stands in it."""
        return _DIGIT.search(self.text) is not None


def read_facts(text: str, reference: date | None = None, *, is_english: bool = True) -> Facts:
    """The facts of a sentence.

    Args:
        text: The sentence.
        reference: The day its article was published, if known.
        is_english: Whether its article is in English.
    """
    return Facts(text, reference, is_english=is_english)
