"""What a sentence states, apart from its wording: read once for each sentence that is compared."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.matching.polarity import Polarity, read_polarity
from workbench.matching.tokens import MAX_CHARS, Token, tokenise
from workbench.text.dates import DateMention, find_dates
from workbench.text.quantities import Quantity, find_quantities

if TYPE_CHECKING:
    from datetime import date


@dataclass(frozen=True, slots=True)
class Facts:
    """A sentence as the rules of `relations` see it.

    Attributes:
        text: The sentence, cut to what is looked at.
        tokens: Its words.
        polarity: What it affirms and what it negates.
        quantities: Its figures.
        dates: Its dates, resolved by the article's.
    """

    text: str
    tokens: tuple[Token, ...]
    polarity: Polarity
    quantities: tuple[Quantity, ...]
    dates: tuple[DateMention, ...]


def read_facts(text: str, reference: date | None = None) -> Facts:
    """Read a sentence.

    Args:
        text: The sentence.
        reference: The day its article was published, if known.
    """
    text = text[:MAX_CHARS]
    tokens = tokenise(text)
    return Facts(
        text=text,
        tokens=tokens,
        polarity=read_polarity(text, tokens),
        quantities=find_quantities(text),
        dates=find_dates(text, reference),
    )
