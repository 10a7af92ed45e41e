"""Which words tell the wordings of one claim apart, to be lit up on the screen."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from workbench.matching.tokens import Token, has_unspaced, plain_tokens, tokenise

if TYPE_CHECKING:
    from collections.abc import Sequence

Spans = tuple[tuple[int, int], ...]
"""Start and end in code points from the start of the text, in order, not overlapping."""


def differing_words(texts: Sequence[str]) -> tuple[Spans, ...]:
    """The words of each text that few of the others have.

    Words are compared by stem (a figure by its digits, an alias by its term), so spelling and
    grammar light nothing up; stop words do not count, negations do. Neighbouring words become one
    span. A word is lit unless half of the other texts have it, so that one odd wording does not
    light up all the rest. In scripts written without blanks pairs of characters are compared.

    Args:
        texts: The sentences of one claim, in any order; the result is in the same order.

    Returns:
        For each text its spans; none for a single text.
    """
    read = [plain_tokens(text) if has_unspaced(text) else tokenise(text) for text in texts]
    keys = [[_key(token) for token in tokens] for tokens in read]
    holders = Counter(key for words in keys for key in set(words) if key)
    others = len(texts) - 1
    return tuple(
        _merged(
            tokens,
            [bool(key) and 2 * (holders[key] - 1) < others for key in words],
        )
        for tokens, words in zip(read, keys, strict=True)
    )


def _key(token: Token) -> str:
    if token.word in _NEGATIONS or token.word.endswith("n't"):
        return "not"
    return token.stem


_NEGATIONS = frozenset({"no", "not", "never", "none", "nobody", "neither", "without", "cannot"})


def _merged(tokens: Sequence[Token], is_lit: Sequence[bool]) -> Spans:
    """Runs of lit words; stop words between two lit ones belong to the run."""
    spans: list[tuple[int, int]] = []
    last_lit: int | None = None
    for index, (token, lit) in enumerate(zip(tokens, is_lit, strict=True)):
        if not lit:
            continue
        if last_lit is not None and index == last_lit + 1:
            spans[-1] = (spans[-1][0], token.end)
        else:
            spans.append((token.start, token.end))
        last_lit = index
    return tuple(spans)
