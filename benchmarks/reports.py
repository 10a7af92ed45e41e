"""Made-up news: any number of reports of any number of events, for measuring speed.

Every event has its own town, people, things and figures. Every report of it tells most of what
happened, each fact in one of two wordings, and adds something that no other has; now and then it
gets a figure wrong. Same seed, same articles.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quality import article_of

if TYPE_CHECKING:
    from workbench.text.article import Article

SENTENCES = 30
REPORTS_OF_AN_EVENT = 10
FACTS_OF_AN_EVENT = 24
TOLD = 16
"""Facts that one report tells; the other sentences are its own."""
WRONG = 0.05
"""How often a figure is told wrongly."""

WORDINGS = (
    "{who} {verb} {count} {adjective} {things} {where} the {place} in {town}.",
    "{count} {adjective} {things} were {verb} {where} the {place}, {who} said.",
)


def _words(listed: str) -> list[str]:
    return listed.split()


THINGS = _words(
    "lanterns carpets herrings saddles cheeses violins barrels windows bottles clocks anchors "
    "bells sledges kilns looms tiles ladders engines pumps ropes boats wagons chairs mirrors "
    "letters maps coins bricks doors ovens tents flags lamps kettles rails wheels chimneys "
    "cables beams pipes tanks crates sacks nets oars drums benches fences towers statues "
    "paintings"
)
ADJECTIVES = _words(
    "amber broken copper crooked dusty empty frozen gilded heavy hollow iron leaking loose "
    "narrow old painted rusty sealed silver stolen striped tall tarred twisted unsafe used "
    "white wooden burnt cracked faded forged hidden costly missing modern muddy polished rotten "
    "sunken"
)
VERBS = _words(
    "counted found sold burned repaired moved seized photographed measured buried bought rented "
    "inspected emptied carried rescued ordered delivered returned wrapped stored mended lifted "
    "collected listed removed cleaned auctioned shipped labelled"
)
WHERE = _words("behind beside under near inside above below opposite")
PLACES = _words(
    "bridge ferry mine school factory stadium tunnel dam hotel theatre mill cinema hospital "
    "crane pier quarry refinery silo library harbour orchard bakery station barracks courthouse "
    "airport chapel brewery nursery market sawmill greenhouse observatory shipyard monastery "
    "foundry"
)
STARTS = _words(
    "Bran Lin Mor Kal Ost Vel Tar Sund Gre Hal Fen Ruk Dov Jal Pel Nor Quil Bas Wen Zan"
)
MIDDLES = _words("da vi ro ne lo ma ri ta su ke ba ni po de ga")
ENDS = _words("vik dorf ham stad burg mouth gard berg field port")
NAMES = _words("sen mann ova ez ski ley dal ini as ak")
FIRST = _words("Ana Ivo Lena Marek Ida Tomas Olga Piet Sara Juno Emil Nadia Karl Vera Hugo Mina")


@dataclass(frozen=True)
class Fact:
    """What can be told in two wordings."""

    who: str
    verb: str
    count: int
    adjective: str
    things: str
    where: str
    place: str

    def worded(self, wording: int, town: str, count: int) -> str:
        """The sentence that tells it."""
        return WORDINGS[wording].format_map({**self.__dict__, "town": town, "count": count})


def reports(count: int, seed: int = 1) -> list[Article]:
    """So many articles, `REPORTS_OF_AN_EVENT` of them (or fewer) about one event."""
    chance = random.Random(seed)
    articles: list[Article] = []
    while len(articles) < count:
        town = made_up_name(chance) + chance.choice(ENDS)
        facts = [made_up_fact(chance) for _ in range(FACTS_OF_AN_EVENT)]
        for _ in range(min(REPORTS_OF_AN_EVENT, count - len(articles))):
            articles.append(_report(f"report-{len(articles):05}.txt", town, facts, chance))
    return articles


def _report(source: str, town: str, facts: list[Fact], chance: random.Random) -> Article:
    told = [facts[i] for i in sorted(chance.sample(range(len(facts)), TOLD))]
    for _ in range(SENTENCES - TOLD):
        told.insert(chance.randrange(2, len(told)), made_up_fact(chance))
    texts = []
    for fact in told:
        is_wrong = chance.random() < WRONG
        count = fact.count + is_wrong * chance.randrange(1, 9)
        texts.append(fact.worded(chance.randrange(2), town, count))
    return article_of(source, texts)


def made_up_fact(chance: random.Random) -> Fact:
    """A fact of no event."""
    return Fact(
        _person(chance),
        chance.choice(VERBS),
        chance.randrange(3, 400),
        chance.choice(ADJECTIVES),
        chance.choice(THINGS),
        chance.choice(WHERE),
        chance.choice(PLACES),
    )


def made_up_name(chance: random.Random) -> str:
    """What half of a town's name, or a family's, may be."""
    return chance.choice(STARTS) + chance.choice(MIDDLES)


def _person(chance: random.Random) -> str:
    return f"{chance.choice(FIRST)} {made_up_name(chance)}{chance.choice(NAMES)}"
