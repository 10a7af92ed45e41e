"""How much a shared word says: rare in this case and rare in the news at large weighs most.

Formula (fitted on news events): with df the number of the case's sentences that
hold a term, and N all of them,
`(log((N+1)/(df+.5)) / log((N+1)/1.5))^.7 x (background idf/10)^.3`.
The background was counted from 137,000 English news sentences (`data/background_idf.json`).
"""

from __future__ import annotations

import math
from collections import Counter
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING

from workbench.matching.lexicon import lexicon
from workbench.matching.lists import read_json

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

CASE_EXPONENT = 0.7
BACKGROUND_EXPONENT = 0.3


def sentence_frequency(sentences: Iterable[Iterable[str]]) -> Mapping[str, int]:
    """How many sentences hold each term.

    Args:
        sentences: The terms of each.
    """
    return Counter(chain.from_iterable(map(set, sentences)))


def term_weights(frequency: Mapping[str, int], count: int) -> dict[str, float]:
    """Weights from 0 to about 1 of all terms of a case.

    Args:
        frequency: How many sentences hold each (see `sentence_frequency`).
        count: How many sentences there are.
    """
    rarest = math.log((count + 1) / 1.5)
    return {
        term: (max(math.log((count + 1) / (df + 0.5)), 0.05) / max(rarest, 0.05)) ** CASE_EXPONENT
        * background_weight(term) ** BACKGROUND_EXPONENT
        for term, df in frequency.items()
    }


def background_weight(term: str) -> float:
    """How rare a term is in the news at large, from 0 to 1."""
    return _background().get(term, 10.0) / 10.0


@cache
def _background() -> Mapping[str, float]:
    idf: dict[str, float] = read_json("background_idf.json")["idf"]
    # A class of words is as frequent as all its members together.
    shares: dict[str, float] = {}
    for member, name in lexicon().classes.items():
        if member in idf:
            shares[name] = shares.get(name, 0.0) + math.exp(-idf[member])
    return idf | {name: round(-math.log(share), 2) for name, share in shares.items()}
