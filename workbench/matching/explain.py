"""Why two sentences are matched: what they share, in each one's own words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.matching.figures import is_same_figure
from workbench.matching.lexicon import concept
from workbench.matching.tokens import MAX_CHARS, Token, tokenise
from workbench.matching.weights import background_weight
from workbench.text.quantities import Quantity, find_quantities

if TYPE_CHECKING:
    from collections.abc import Sequence

MIN_RUN = 3
"""Content words in a row that count as the same wording."""


@dataclass(frozen=True, slots=True)
class Shared:
    """Something that two sentences have in common.

    Attributes:
        a: In the first sentence's words.
        b: In the second's.
        a_span: Where `a` stands, in code points from the start of the sentence.
        b_span: The same for `b`.
    """

    a: str
    b: str
    a_span: tuple[int, int]
    b_span: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Explanation:
    """What makes two sentences a match.

    Attributes:
        words: Words in common, or of one meaning, the most telling first.
        figures: Figures of the same value.
        wordings: Runs of at least `MIN_RUN` content words in common, quoted or copied, longest
            first.
    """

    words: tuple[Shared, ...]
    figures: tuple[Shared, ...]
    wordings: tuple[Shared, ...]


def explain(a: str, b: str) -> Explanation:
    """What two sentences share."""
    a, b = a[:MAX_CHARS], b[:MAX_CHARS]
    a_tokens, b_tokens = _content(a), _content(b)
    return Explanation(
        words=_words(a, a_tokens, b, b_tokens),
        figures=_figures(a, find_quantities(a), b, find_quantities(b)),
        wordings=_wordings(a, a_tokens, b, b_tokens),
    )


def _content(text: str) -> list[Token]:
    return [token for token in tokenise(text) if token.stem]


def _shared(a: str, a_span: tuple[int, int], b: str, b_span: tuple[int, int]) -> Shared:
    return Shared(a[slice(*a_span)], b[slice(*b_span)], a_span, b_span)


def _words(
    a: str, a_tokens: Sequence[Token], b: str, b_tokens: Sequence[Token]
) -> tuple[Shared, ...]:
    first_a = {concept(token): token for token in reversed(a_tokens)}
    first_b = {concept(token): token for token in reversed(b_tokens)}
    common = sorted(
        (term for term in first_a.keys() & first_b.keys() if not term[0].isdigit()),
        key=lambda term: (-background_weight(term), term),
    )
    return tuple(
        _shared(
            a, (first_a[term].start, first_a[term].end), b, (first_b[term].start, first_b[term].end)
        )
        for term in common
    )


def _figures(
    a: str, a_found: Sequence[Quantity], b: str, b_found: Sequence[Quantity]
) -> tuple[Shared, ...]:
    return tuple(
        _shared(a, (one.start, one.end), b, (other.start, other.end))
        for one in a_found
        for other in b_found
        if is_same_figure(one, other)
    )


def _wordings(
    a: str, a_tokens: Sequence[Token], b: str, b_tokens: Sequence[Token]
) -> tuple[Shared, ...]:
    """Longest common runs of stems, found by the lengths of runs that end at each pair."""
    runs: list[tuple[int, int, int]] = []
    before: list[int] = [0] * (len(b_tokens) + 1)
    for i, a_token in enumerate(a_tokens):
        current = [0] * (len(b_tokens) + 1)
        for j, b_token in enumerate(b_tokens):
            if a_token.stem == b_token.stem:
                current[j + 1] = before[j] + 1
                runs.append((current[j + 1], i, j))
        before = current
    found: list[Shared] = []
    used: set[int] = set()
    for length, i, j in sorted(runs, key=lambda run: (-run[0], run[1], run[2])):
        if length < MIN_RUN:
            break
        covered = set(range(i - length + 1, i + 1))
        if covered & used:
            continue
        used |= covered
        a_span = a_tokens[i - length + 1].start, a_tokens[i].end
        b_span = b_tokens[j - length + 1].start, b_tokens[j].end
        found.append(_shared(a, a_span, b, b_span))
    return tuple(found)
