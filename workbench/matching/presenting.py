"""A group of sentences as the claim that a person reads: its headline, speaker, worth and copies.

Owns the choice of the one wording that stands for a claim: near to all others, worth checking, and
understood on its own.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workbench.matching.copying import copies
from workbench.matching.model import ClaimGroup, Relation, SentenceRef
from workbench.matching.worth import worth

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.matching.block import Block
    from workbench.matching.facts import Facts

Near = dict[int, dict[int, tuple[float, Relation]]]
"""For each node that matches any, the nodes that it matches, with score and relation."""

EASY_WORDS = 25
"""A longer wording is the harder to take in as a claim, the longer it is."""
FEWEST_WORDS = 6
"""A shorter one tells too little."""
SERIOUSNESS = {Relation.CONFLICTS: 0, Relation.DIFFERS: 1, Relation.AGREES: 2}
_POINTS_BACK = frozenset(
    "he she it they we i this that these those his her their its here here's but and so".split()  # noqa: SIM905
)
"""A wording that opens with one of these is not understood on its own."""
_LEANS_BACK = re.compile(
    r"\b(?:he|she|they|it) (?:said|says|added|told|wrote|noted)\b"
    r"|\b(?:said|added) (?:he|she|they)\b|\balso\b|\bhowever\b|\b(?:such|this|these) [a-z]",
    re.IGNORECASE,
)
"""Words by which a sentence takes up what was said before it."""
_LEANING = frozenset("said says added told wrote noted also however such this these".split())  # noqa: SIM905
"""No sentence without one of them leans back."""
_PRONOUNS = frozenset({"he", "she", "it", "they", "we", "i", "who"})


def present(
    block: Block, members: Sequence[int], near: Near, later: Sequence[int] = ()
) -> ClaimGroup:
    """The claim that some sentences make.

    Args:
        block: Where they are.
        members: The sentences, in order.
        near: What matches what.
        later: Further sentences, each word for word one of the others.
    """
    if len(members) == 1 and not later:
        return _present_alone(block, members[0])
    facts = {node: block.facts(node) for node in members}
    of_wording = {wording: worth(wording) for wording in set(facts.values())}
    worths = {node: of_wording[facts[node]] for node in members}
    headline = max(
        members,
        key=lambda node: (
            _fitness(node, facts[node], members, near, block.article_of, worths[node][0]),
            node,
        ),
    )
    within = [
        near[a][b][1] for at, a in enumerate(members) for b in members[at + 1 :] if b in near[a]
    ]
    within += [told for node in later for _, told in near[node].values()]
    value, reasons = worths[headline]
    return ClaimGroup(
        headline=block.refs[headline],
        members=_sorted([block.refs[node] for node in (*members, *later)]),
        relation=min(within, key=SERIOUSNESS.__getitem__) if within else None,
        speaker=_speaker(facts[headline]),
        worth=value,
        reasons=reasons,
        copied=_copied(block, (*members, *later)),
    )


def _present_alone(block: Block, node: int) -> ClaimGroup:
    facts = block.facts_once(node)
    value, reasons = worth(facts)
    ref = block.refs[node]
    return ClaimGroup(ref, (ref,), None, _speaker(facts), value, reasons)


def _copied(block: Block, members: Sequence[int]) -> tuple[tuple[SentenceRef, ...], ...]:
    """Members of different articles that are one wording, in an order of the articles' own."""
    found = copies([block.facts(node).text for node in members])
    named = [_sorted([block.refs[members[i]] for i in copy]) for copy in found]
    return tuple(sorted(copy for copy in named if copy[0].article != copy[-1].article))


def _sorted(refs: Sequence[SentenceRef]) -> tuple[SentenceRef, ...]:
    return tuple(sorted(refs, key=lambda ref: (ref.article, ref.sentence)))


def _speaker(facts: Facts) -> str:
    """Who is said to say a sentence, by name or role; a pronoun tells a reader nothing."""
    frame = facts.attribution
    return "" if frame is None or frame.speaker.lower() in _PRONOUNS else frame.speaker


def _leans_back(facts: Facts) -> bool:
    return not _LEANING.isdisjoint(facts.words) and _LEANS_BACK.search(facts.text) is not None


def _fitness(
    node: int,
    facts: Facts,
    members: Sequence[int],
    near: Near,
    article_of: Sequence[int],
    worth_: float,
) -> float:
    """How well a sentence's wording stands for its claim."""
    beside, text = near[node], facts.text
    nearness = sum([beside[member][0] for member in members if member in beside])
    elsewhere = sum([article_of[member] != article_of[node] for member in members])
    words = text.count(" ") + 1
    opens_back = text.lstrip(" “\"'").partition(" ")[0].lower() in _POINTS_BACK
    return (
        nearness / max(1, elsewhere)
        + worth_ / 2
        - opens_back / 2
        - _leans_back(facts) / 4
        - max(0, words - EASY_WORDS) / 60
        - (words < FEWEST_WORDS) / 4
        - text.rstrip(" \"'”’").endswith("?") / 2
    )
