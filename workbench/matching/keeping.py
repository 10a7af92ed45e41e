"""What a run leaves to the next one, so that one article more does not redo everything.

Two things are kept, by content and never by name: the words of each article, and what was found in
each block of articles. Both are functions of the articles' contents alone, so a run with what was
kept gives exactly what a run without it gives. Only what the latest run used is kept.
"""

from __future__ import annotations

from array import array
from dataclasses import dataclass, field, replace
from hashlib import blake2b
from typing import TYPE_CHECKING, NamedTuple

from workbench.matching.model import ClaimGroup, Match, SentenceRef
from workbench.matching.relations import flipped

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from workbench.matching.preparing import ReadArticle
    from workbench.text.article import Article

BlockKey = tuple[tuple[bytes, ...], float]
"""The digests of a block's articles in their order, and the floor for its candidates."""


class Found(NamedTuple):
    """What one block holds, in no order that means anything."""

    matches: list[Match]
    claims: list[ClaimGroup]


@dataclass(slots=True)
class Kept:
    """What the latest run leaves to the next; empty at first.

    Attributes:
        read: The words of each article, by its digest.
        found: What was found in each block, and the indices by which its articles were known.
    """

    read: Mapping[bytes, ReadArticle] = field(default_factory=dict)
    found: Mapping[BlockKey, tuple[tuple[int, ...], Found]] = field(default_factory=dict)

    def of_block(self, key: BlockKey, names: Sequence[int]) -> Found | None:
        """What was found in a block, with its articles as they are known now; None if unknown."""
        if key not in self.found:
            return None
        before, found = self.found[key]
        if before == tuple(names):
            return found
        return _renamed(found, dict(zip(before, names, strict=True)))


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
