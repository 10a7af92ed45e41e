"""Articles made of given sentences, and what the engine says of them."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from workbench.matching.facts import read_facts
from workbench.matching.relations import differences
from workbench.text.article import Article, Block, BlockKind, Sentence

if TYPE_CHECKING:
    from workbench.matching.model import Difference, Matching, SentenceRef


def article(source: str, *sentences: str) -> Article:
    """An article of one paragraph a sentence."""
    text = "\n".join(sentences)
    spans, blocks, start = [], [], 0
    for index, sentence in enumerate(sentences):
        end = start + len(sentence)
        spans.append(Sentence(index, start, end, index, claimable=True))
        blocks.append(Block(BlockKind.PARAGRAPH, start, end))
        start = end + 1
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Article(
        source, text, text, digest, "utf-8", blocks=tuple(blocks), sentences=tuple(spans)
    )


EVENTS = (
    (
        "The ferry Astrid ran aground off Skarholm and {} passengers were hurt.",
        "Captain Ole Brandt ignored a gale warning, the coastguard said.",
        "Divers inspected the hull beneath the lighthouse.",
    ),
    (
        "A blaze destroyed the cotton mill in Morham and {} weavers lost their looms.",
        "Insurers accused landlord Vera Quint of blocking fire exits.",
        "Sprinklers had failed an inspection last winter.",
    ),
    (
        "Ostburg council voted to sell {} acres of orchard to a brewery.",
        "Farmer Juno Pell chained herself to an apple tree in protest.",
        "Ministers promised an inquiry into the auction.",
    ),
    (
        "Thieves stole {} paintings from the Kalstad museum during a concert.",
        "Curator Emil Zander blamed a broken alarm and a drunken guard.",
        "Detectives searched a warehouse by the railway.",
    ),
)
"""Facts of events that have nothing in common."""


def many_reports(events: int = 4, of_each: int = 6) -> list[Article]:
    """Reports of several events; so many of each."""
    return [report(event, number) for number in range(of_each) for event in range(events)]


def report(event: int, number: int) -> Article:
    """One report of an event: its facts in its own order, with a figure that some tell otherwise."""
    told = [fact.format(12 + number % 2) for fact in EVENTS[event]]
    at = number % 3
    own = f"Correspondent number {number} telephoned."
    return article(f"{event}-{number}.txt", *told[at:], *told[:at], own)


def differences_of(a: str, b: str) -> tuple[Difference, ...]:
    """What differs between two sentences."""
    return differences(read_facts(a), read_facts(b))


def conflicts_of(a: str, b: str) -> list[tuple[str, str, str]]:
    """Slot and both values of each contradiction of two sentences."""
    return [(one.slot.value, one.a, one.b) for one in differences_of(a, b) if one.conflict]


def claims_as_texts(articles: list[Article], matching: Matching) -> set[frozenset[str]]:
    """The claims, each as the set of its sentences, whatever the order of the articles."""

    def text(ref: SentenceRef) -> str:
        return articles[ref.article].sentence_text(ref.sentence)

    return {frozenset(text(ref) for ref in claim.members) for claim in matching.claims}
