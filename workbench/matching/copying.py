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
    wordings = list(dict.fromkeys(texts))
    shingles = [_shingles(text) for text in wordings]
    group_of = list(range(len(wordings)))
    for i, ours in enumerate(shingles):
        for j in range(i):
            if group_of[i] != group_of[j] and _resemble(ours, shingles[j]):
                old, new = group_of[i], group_of[j]
                group_of = [new if name == old else name for name in group_of]
    name_of = {
        text: name for text, name, runs in zip(wordings, group_of, shingles, strict=True) if runs
    }
    groups: dict[int, list[int]] = {}
    for i, text in enumerate(texts):
        if text in name_of:
            groups.setdefault(name_of[text], []).append(i)
    return [group for group in groups.values() if len(group) > 1]


def _resemble(ours: frozenset[tuple[str, ...]], theirs: frozenset[tuple[str, ...]]) -> bool:
    fewer, more = sorted((len(ours), len(theirs)))
    if fewer < MIN_RESEMBLANCE * more or not fewer:
        return False
    common = len(ours & theirs)
    return common >= MIN_RESEMBLANCE * (fewer + more - common)


def _shingles(text: str) -> frozenset[tuple[str, ...]]:
    text = text[:MAX_CHARS].lower()
    words = list(text) if _UNSPACED.search(text) else _WORD.findall(text)
    if len(words) < MIN_WORDS:
        return frozenset()
    return frozenset(zip(*(words[start:] for start in range(SHINGLE)), strict=False))
