"""What somebody hears of the articles in view while the others are still being compared.

What was found in a block of articles is final, as a block is compared with nothing outside itself:
so blocks that are wanted come first, and are told as soon as they are complete. A block that takes
seconds is told beforehand as well, from the wanted articles alone, compared with each other only.
That is a view of what is to come: words weigh a little otherwise among few articles, so sentences
may find other company in the end. A verdict keeps the words that it was given on in any case.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.matching.block import Block, match_block

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from workbench.matching.keeping import Found
    from workbench.matching.model import Matching
    from workbench.matching.preparing import ReadArticle
    from workbench.text.article import Article

LARGE_BLOCK = 3000
"""Sentences of a block from which on it takes more than about a second."""
MOST_BEFOREHAND = 1500
"""Sentences of articles that are compared beforehand: half a second's work, and no more."""


@dataclass(frozen=True, slots=True)
class Audience:
    """Who wants the results of some articles first.

    Attributes:
        wanted: Asked every now and then: the articles that are wanted first, by index.
        share: Told what is found so far, and the articles of which that is final: nothing that is
            still to come will change it.
    """

    wanted: Callable[[], Collection[int]]
    share: Callable[[Matching, frozenset[int]], None]


class Early:
    """Tells an audience what is found, as a run goes on."""

    def __init__(
        self,
        audience: Audience,
        articles: Sequence[Article],
        read: Mapping[int, ReadArticle],
        blocks: Sequence[Sequence[int]],
        joined: Callable[[Collection[Found]], Matching],
    ) -> None:
        """Begin with nothing found.

        Args:
            audience: Who is told.
            articles: All articles.
            read: Their words, by index, in the order in which blocks have them.
            blocks: The indices of each block's articles.
            joined: Makes one result of what was found in several blocks.
        """
        self._audience = audience
        self._articles = articles
        self._read = read
        self._blocks = blocks
        self._joined = joined
        self._block_of = {at: number for number, names in enumerate(blocks) for at in names}
        self._size = {at: len(words.sentences) for at, words in read.items()}
        self._large = frozenset(
            number
            for number, names in enumerate(blocks)
            if sum(self._size[at] for at in names) >= LARGE_BLOCK
        )
        self._rank = {at: rank for rank, at in enumerate(read)}
        self._ever: dict[int, None] = {}
        self._told: tuple[frozenset[int], tuple[int, ...]] = frozenset(), ()
        self._is_telling = False

    def wanted_blocks(self) -> list[int]:
        """The numbers of the blocks that are wanted first."""
        wanted = self._audience.wanted()
        return list(dict.fromkeys(self._block_of[at] for at in wanted if at in self._block_of))

    def tell(
        self, found: Mapping[int, Found], least_cosine: float, so_far: Callable[[float], None]
    ) -> None:
        """Share what is found of wanted articles, if it is more than was shared before.

        Args:
            found: What was found in each block that is complete, by its number.
            least_cosine: Below it a pair is no match.
            so_far: Told every few milliseconds that it goes on; may raise to stop.
        """
        if self._is_telling:
            return
        self._ever |= dict.fromkeys(at for at in self._audience.wanted() if at in self._block_of)
        wanted = frozenset(self._block_of[at] for at in self._ever)
        final, beforehand = wanted & found.keys(), self._beforehand(found)
        is_soon_there = bool(wanted - final - self._large)
        is_news = (final, beforehand) != self._told
        if is_soon_there or not is_news or len(found) == len(self._blocks):
            return
        self._told = final, beforehand
        parts = [found[number] for number in sorted(final)]
        if beforehand:
            names = sorted(beforehand, key=self._rank.__getitem__)
            block = Block(
                [self._articles[at] for at in names], [self._read[at] for at in names], names
            )
            self._is_telling = True
            parts.append(match_block(block, least_cosine, so_far, all_pairs=False))
            self._is_telling = False
        articles = frozenset(at for number in final for at in self._blocks[number])
        self._audience.share(self._joined(parts), articles)

    def _beforehand(self, found: Mapping[int, Found]) -> tuple[int, ...]:
        """The wanted articles that are worth comparing before their block is."""
        chosen: list[int] = []
        room = MOST_BEFOREHAND
        for at in self._ever:
            number = self._block_of[at]
            if number in found or self._size[at] > room:
                continue
            if number in self._large:
                chosen.append(at)
                room -= self._size[at]
        return tuple(chosen)
