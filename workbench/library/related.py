"""Words that are used for one another in public life: "wages" and "pay", "migrant" and "refugee".

A post and the check of its claim seldom choose the same words. The list, `data/related_words.txt`,
is the search's own, because what may stand for a word in a search may not in the comparison of two
reports ("wall" and "border"). What it is worth is in docs/searching.md.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.matching.tokens import stems

if TYPE_CHECKING:
    from collections.abc import Mapping

LIKENESS = 0.5
"""What a related word counts beside the word itself."""


def related(stem: str) -> tuple[str, ...]:
    """The stems that may be used for a stem, without itself; none for most.

    >>> "salari" in related("wage")
    True
    """
    return _by_stem().get(stem, ())


@cache
def _by_stem() -> Mapping[str, tuple[str, ...]]:
    lists = Path(__file__).with_name("data") / "related_words.txt"
    found: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for line in lists.read_text("utf-8").splitlines():
        if line.startswith("#"):
            continue
        group = dict.fromkeys(stems(line))
        for stem in group:
            found[stem] |= group
    return {
        stem: tuple(other for other in others if other != stem) for stem, others in found.items()
    }
