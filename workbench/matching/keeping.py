"""What a run leaves to the next one, so that one article more does not redo everything.

Kept are, by content and never by name: the words of each article, what was found in each block of
articles, and how the wordings of a large block stand to each other. All are functions of the
articles' contents alone, so a run with what was kept gives exactly what a run without it gives.
Only what the latest run used is kept.
"""

from __future__ import annotations

from array import array
from dataclasses import dataclass, field, replace
from hashlib import blake2b
from typing import TYPE_CHECKING, NamedTuple

from workbench.matching.model import ClaimGroup, Match, SentenceRef
from workbench.matching.relations import flipped

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date

    from workbench.matching.facts import Facts
    from workbench.matching.model import Difference, Relation
    from workbench.matching.preparing import ReadArticle
    from workbench.text.article import Article

BlockKey = tuple[tuple[bytes, ...], float]
"""The digests of a block's articles in their order, and the floor for its candidates."""


MOST_PAIRS = 100_000
"""Of a large block no more pairs of wordings are kept: some 50 MB."""

Wording = tuple[str, "date | None", bool]
"""A sentence, the day that its dates are reckoned from, and whether it is English."""


class Compared(NamedTuple):
    """How two wordings stand to each other.

    Attributes:
        differences: What differs.
        relation: What that amounts to.
        pull: What draws the two together, or keeps them apart, beside their score.
    """

    differences: tuple[Difference, ...]
    relation: Relation
    pull: float


class Found(NamedTuple):
    """What one block holds, in no order that means anything."""

    matches: list[Match]
    claims: list[ClaimGroup]


class KeptBlock(NamedTuple):
    """What is kept of a block.

    Attributes:
        names: The indices by which its articles were known.
        found: What was found in it.
        pairs: How its wordings stand to each other; empty for a block that is compared in a moment.
    """

    names: tuple[int, ...]
    found: Found
    pairs: Mapping[tuple[Wording, Wording], Compared]


class Pairs:
    """How wordings of a large block stand to each other, if known from an earlier run.

    With one article more all words weigh otherwise, so all pairs are scored again; what differs in
    a pair stays the same, and takes longer to read.

    Attributes:
        used: What was asked for, to be kept for the next run.
    """

    def __init__(self, before: Mapping[tuple[Wording, Wording], Compared]) -> None:
        self._before = before
        self.used: dict[tuple[Wording, Wording], Compared] = {}

    def compared(self, a: Facts, b: Facts, compare: Callable[[Facts, Facts], Compared]) -> Compared:
        """How two sentences stand to each other; compared only if it is not known."""
        key = (a.text, a.reference, a.is_english), (b.text, b.reference, b.is_english)
        told = self._before.get(key) or compare(a, b)
        if len(self.used) < MOST_PAIRS:
            self.used[key] = told
        return told


@dataclass(slots=True)
class Kept:
    """What the latest run leaves to the next; empty at first.

    Attributes:
        read: The words of each article, by its digest.
        blocks: What was found in each block.
    """

    read: Mapping[bytes, ReadArticle] = field(default_factory=dict)
    blocks: Mapping[BlockKey, KeptBlock] = field(default_factory=dict)

    def of_block(self, key: BlockKey, names: Sequence[int]) -> KeptBlock | None:
        """What is known of a block, with its articles as they are known now; None if nothing is."""
        if key not in self.blocks:
            return None
        before = self.blocks[key]
        if before.names == tuple(names):
            return before
        new = dict(zip(before.names, names, strict=True))
        return KeptBlock(tuple(names), _renamed(before.found, new), before.pairs)

    def pairs(self) -> Pairs:
        """How the wordings of all blocks stand to each other, as far as that is known."""
        known: dict[tuple[Wording, Wording], Compared] = {}
        for block in self.blocks.values():
            known |= block.pairs
        return Pairs(known)


def digest(article: Article) -> bytes:
    """Of everything in an article that matching looks at; its name is not."""
    about = article.metadata
    kinds = "".join(block.kind[0] for block in article.blocks)
    spans = [(s.index, s.start, s.end, s.block, s.claimable) for s in article.sentences]
    sizes = len(article.text), len(kinds), article.body_start, about.date, about.language
    seen = blake2b(repr(sizes).encode("utf-8", "surrogatepass"), digest_size=16)
    seen.update(f"{kinds}{article.text}".encode("utf-8", "surrogatepass"))
    seen.update(array("q", [number for span in spans for number in span]))
    return seen.digest()


def _renamed(found: Found, names: Mapping[int, int]) -> Found:
    """The same, as if the articles had had other indices from the start."""

    def ref(old: SentenceRef) -> SentenceRef:
        return SentenceRef(names[old.article], old.sentence)

    matches = []
    for old in found.matches:
        match = replace(old, a=ref(old.a), b=ref(old.b))
        if match.b.article < match.a.article:
            match = replace(match, a=match.b, b=match.a, differences=flipped(match.differences))
        matches.append(match)
    claims = [
        replace(
            claim,
            headline=ref(claim.headline),
            members=tuple(sorted(map(ref, claim.members))),
            copied=tuple(sorted(tuple(sorted(map(ref, copy))) for copy in claim.copied)),
        )
        for claim in found.claims
    ]
    return Found(matches, claims)
