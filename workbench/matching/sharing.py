"""What two sentences have in common, in each one's own words: shown to a person who asks why.

Owns the spans of shared words, names, figures, quotations and wordings. How much they weigh is for
`score` and `explain` to say.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

from workbench.matching.figures import is_same_figure, read_figures
from workbench.matching.lexicon import concept
from workbench.matching.tokens import MAX_CHARS, Token, plain_tokens, tokenise
from workbench.matching.weights import background_weight
from workbench.text.quantities import Quantity, find_quantities
from workbench.text.quotations import find_quotations

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

MIN_RUN = 3
"""Content words in a row that count as the same wording."""

Span = tuple[int, int]


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
    a_span: Span
    b_span: Span


@dataclass(frozen=True, slots=True)
class Common:
    """All that two sentences share.

    Attributes:
        words: Words in common, or of one meaning, the most telling first; names and figures left
            out.
        names: Words with a capital in both, neighbouring ones together, in the order of the first.
        figures: Figures of the same value.
        quotations: Runs of words in common that one of the two, or both, gives as a quotation.
        wordings: All other runs of at least `MIN_RUN` content words in common, longest first.
    """

    words: tuple[Shared, ...]
    names: tuple[Shared, ...]
    figures: tuple[Shared, ...]
    quotations: tuple[Shared, ...]
    wordings: tuple[Shared, ...]


def find_common(a: str, b: str, *, is_english: bool = True) -> Common:
    """What two sentences share.

    Args:
        a: The first sentence.
        b: The second.
        is_english: Whether both are in English; otherwise words are compared as they stand.
    """
    a, b = a[:MAX_CHARS], b[:MAX_CHARS]
    read = tokenise if is_english else plain_tokens
    a_tokens, b_tokens = ([t for t in read(text) if t.stem] for text in (a, b))
    pairs = _same_terms(a_tokens, b_tokens, concept if is_english else _as_it_stands)
    is_name = [
        all(text[token.start].isupper() for text, token in zip((a, b), pair, strict=True))
        for pair in pairs
    ]
    runs = _wordings(a, a_tokens, b, b_tokens)
    quoted = [run for run in runs if _is_quoted(a, run.a_span) or _is_quoted(b, run.b_span)]
    return Common(
        words=tuple(
            _of_tokens(a, b, pair)
            for pair, name in zip(pairs, is_name, strict=True)
            if not name and not pair[0].word[0].isdigit()
        ),
        names=_names(a, b, [pair for pair, name in zip(pairs, is_name, strict=True) if name]),
        figures=_figures(a, find_quantities(a), b, find_quantities(b)),
        quotations=tuple(quoted),
        wordings=tuple(run for run in runs if run not in quoted),
    )


def _as_it_stands(token: Token) -> str:
    return token.stem


def _shared(a: str, a_span: Span, b: str, b_span: Span) -> Shared:
    return Shared(a[slice(*a_span)], b[slice(*b_span)], a_span, b_span)


def _of_tokens(a: str, b: str, pair: tuple[Token, Token]) -> Shared:
    one, other = pair
    return _shared(a, (one.start, one.end), b, (other.start, other.end))


def _same_terms(
    a_tokens: Sequence[Token], b_tokens: Sequence[Token], term_of: Callable[[Token], str]
) -> list[tuple[Token, Token]]:
    """The first word of each term that both have, rarest first."""
    first_a = {term_of(token): token for token in reversed(a_tokens)}
    first_b = {term_of(token): token for token in reversed(b_tokens)}
    common = sorted(
        first_a.keys() & first_b.keys(), key=lambda term: (-background_weight(term), term)
    )
    return [(first_a[term], first_b[term]) for term in common]


def _names(a: str, b: str, pairs: Sequence[tuple[Token, Token]]) -> tuple[Shared, ...]:
    """Names, of which those that stand side by side in both are one."""
    found: list[tuple[Span, Span]] = []
    for one, other in sorted(pairs, key=lambda pair: pair[0].start):
        if found:
            (a_start, a_end), (b_start, b_end) = found[-1]
            if a[a_end : one.start] == " " == b[b_end : other.start]:
                found[-1] = (a_start, one.end), (b_start, other.end)
                continue
        found.append(((one.start, one.end), (other.start, other.end)))
    return tuple(_shared(a, a_span, b, b_span) for a_span, b_span in found)


def _figures(
    a: str, a_found: Sequence[Quantity], b: str, b_found: Sequence[Quantity]
) -> tuple[Shared, ...]:
    pairs = product(read_figures(a, a_found), read_figures(b, b_found))
    same = [(one.given, other.given) for one, other in pairs if is_same_figure(one, other)]
    return tuple(
        _shared(a, (one.start, one.end), b, (other.start, other.end)) for one, other in same
    )


def _is_quoted(text: str, span: Span) -> bool:
    return any(q.start <= span[0] and span[1] <= q.end for q in find_quotations(text))


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
