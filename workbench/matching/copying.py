"""Which sentences of a claim are one wording, printed by several: copies, not agreement.

Ten outlets that print one agency's sentence are one source. Two sentences count as copies if nearly
all runs of `SHINGLE` words of either are in the other (resemblance by shingles, Broder 1997), so
that an added "on Friday" or a cut byline hides nothing. Short sentences are alike by chance.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workbench.matching.tokens import MAX_CHARS

if TYPE_CHECKING:
    from collections.abc import Sequence

SHINGLE = 3
MIN_WORDS = 8
MIN_RESEMBLANCE = 0.7
_WORD = re.compile(r"\w+")
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")


def copies(texts: Sequence[str]) -> list[list[int]]:
    """Groups of two or more texts of one wording, by index, each in order.

    Args:
        texts: The sentences of one claim.
    """
    shingles = [_shingles(text) for text in texts]
    group_of = list(range(len(texts)))
    for i, ours in enumerate(shingles):
        for j in range(i):
            theirs = shingles[j]
            if group_of[i] == group_of[j] or not ours or not theirs:
                continue
            if len(ours & theirs) >= MIN_RESEMBLANCE * len(ours | theirs):
                old, new = group_of[i], group_of[j]
                group_of = [new if name == old else name for name in group_of]
    groups: dict[int, list[int]] = {}
    for i, name in enumerate(group_of):
        groups.setdefault(name, []).append(i)
    return [group for group in groups.values() if len(group) > 1]


def _shingles(text: str) -> frozenset[tuple[str, ...]]:
    text = text[:MAX_CHARS].lower()
    words = list(text) if _UNSPACED.search(text) else _WORD.findall(text)
    if len(words) < MIN_WORDS:
        return frozenset()
    return frozenset(zip(*(words[start:] for start in range(SHINGLE)), strict=False))
