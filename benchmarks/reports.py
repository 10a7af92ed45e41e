"""Made-up news: any number of reports of any number of events, for measuring speed.

Every event has its own town, people, things and figures; every report of it tells a part of what
happened, in one of two wordings, and now and then gets a figure wrong. Same seed, same articles.
"""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from quality import article_of

if TYPE_CHECKING:
    from workbench.text.article import Article

SENTENCES = 30
REPORTS_OF_AN_EVENT = 10

FACTS = [
    ("{n} people were killed when the {thing} in {town} {broke} on {day}.",
     "The {thing} of {town} {broke} on {day} and killed {n} people, rescuers said."),
    ("Another {m} people were hurt, {k} of them badly, the {town} hospital said.",
     "Doctors in {town} are treating {m} people for injuries."),
    ("Mayor {mayor} called it the darkest day in the history of {town}.",
     "“This is the darkest day in our history,” said {mayor}, the mayor."),
    ("Engineers had warned {owner} twice that the {thing} was not safe.",
     "{owner} got two warnings from engineers about the {thing}."),
    ("{owner} denies that it was ever warned by engineers.",
     "A spokesman for {owner} said no warning had been received."),
    ("Inspector {chief} found rust in {k} of {m} beams last spring.",
     "Last spring {k} rusty beams were found in an inspection led by {chief}."),
    ("The last repair cost {money} million crowns and was never finished.",
     "{owner} spent {money} million crowns on a repair that was left unfinished."),
    ("Police arrested two managers of {owner} at the airport on {next}.",
     "Two {owner} managers were detained at the airport, police said on {next}."),
    ("Prosecutor {lawyer} said charges of manslaughter would follow.",
     "The managers face charges of manslaughter, according to prosecutor {lawyer}."),
    ("Divers searched the {water} for {k} missing workers until midnight.",
     "The search of the {water} for {k} workers went on until midnight."),
    ("The government will pay each family {m},000 crowns.",
     "Families of the dead will get {m},000 crowns each from the state."),
    ("Schools in {town} will stay closed until {later}.",
     "{town} keeps its schools shut until {later}."),
    ("A witness, {witness}, heard a bang like thunder before the roof came down.",
     "“There was a bang like thunder,” {witness} told reporters."),
    ("The {thing} was built in {year} by a firm that no longer exists.",
     "Built in {year}, the {thing} outlived the company that made it."),
    ("More than {h} firefighters from {k} districts came to help.",
     "{k} neighbouring districts sent over {h} firefighters."),
    ("The union had called a strike over safety for {later}.",
     "A strike for better safety, planned by the union for {later}, was called off."),
    ("Minister {minister} will visit {town} on {later}.",
     "A visit by minister {minister} is planned for {later}."),
    ("Opposition leader {rival} asked {minister} to resign.",
     "{rival} of the opposition wants {minister} out of office."),
    ("{owner} shares fell by {k} percent after the news.",
     "The news cost {owner} {k} % of its value on the stock exchange."),
    ("Flags hang at half-mast all over {region}.",
     "All of {region} lowered its flags."),
    ("A bus with {h} pupils had left the {thing} minutes before.",
     "Minutes earlier {h} schoolchildren were still at the {thing}."),
    ("The road to {town} is blocked for at least {k} days.",
     "For the next {k} days nobody can use the road to {town}."),
    ("Rain made the work of the rescue teams harder during the night.",
     "Rescue teams worked through heavy rain at night."),
    ("The commission led by {judge} will report within {k} months.",
     "{judge} leads an inquiry that has {k} months to report."),
]  # fmt: skip
ASIDES = [
    "It is not the first time that {region} looks to its {noun} with worry.",
    "Many here remember the {noun} of {year}, when nobody asked who had signed the papers.",
    "In the market the {noun} sellers speak of little else than {noun2} and {noun3}.",
    "Whoever walks along the {water} now passes candles, {noun} and letters from children.",
    "An old {noun} by the church door carries {k} names from an earlier century.",
    "The {noun2} trade has shrunk since {year}, and with it the {noun} of the whole valley.",
    "Visitors used to come for the {noun}, the {noun2} and the quiet of the {water}.",
    "Nobody at the {noun3} wanted to give a name to a stranger with a {noun}.",
]
THINGS = [
    "bridge",
    "ferry",
    "mine",
    "school",
    "factory",
    "stadium",
    "tunnel",
    "dam",
    "hotel",
    "theatre",
    "mill",
    "tower",
    "cinema",
    "hospital",
    "crane",
    "pier",
    "quarry",
    "refinery",
    "silo",
    "library",
]
BROKE = ["collapsed", "caught fire", "exploded", "sank into the ground", "was flooded"]
NOUNS = [
    "orchard",
    "harbour",
    "timber",
    "weaving",
    "honey",
    "copper",
    "lantern",
    "carpet",
    "chestnut",
    "herring",
    "saddle",
    "cheese",
    "marble",
    "violin",
    "barley",
    "glass",
    "salt",
    "wool",
    "paper",
    "cider",
    "porcelain",
    "tobacco",
    "linen",
    "amber",
    "clock",
    "plum",
    "reindeer",
    "mushroom",
    "goose",
    "rope",
    "bell",
    "sledge",
    "anchor",
    "kiln",
    "loom",
    "thistle",
    "vineyard",
    "almanac",
]
WATERS = ["river", "lake", "harbour", "canal", "reservoir", "bay", "fjord"]
DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
STARTS = [
    "Bran",
    "Lin",
    "Mor",
    "Kal",
    "Ost",
    "Vel",
    "Tar",
    "Sund",
    "Gre",
    "Hal",
    "Fen",
    "Ruk",
    "Dov",
    "Jal",
    "Pel",
    "Nor",
    "Quil",
    "Bas",
    "Wen",
    "Zan",
]
MIDDLES = ["da", "vi", "ro", "ne", "lo", "ma", "ri", "ta", "su", "ke"]
ENDS = ["vik", "dorf", "ham", "stad", "burg", "mouth", "gard", "berg", "field", "port"]
PEOPLE = ["sen", "mann", "ova", "ez", "ski", "ley", "dóttir", "ini", "as", "ak"]
FIRST = [
    "Ana",
    "Ivo",
    "Lena",
    "Marek",
    "Ida",
    "Tomas",
    "Olga",
    "Piet",
    "Sara",
    "Juno",
    "Emil",
    "Nadia",
    "Karl",
    "Vera",
    "Hugo",
    "Mina",
]


def reports(count: int, seed: int = 1) -> list[Article]:
    """So many articles, `REPORTS_OF_AN_EVENT` of them (or fewer) about one event."""
    chance = random.Random(seed)
    articles: list[Article] = []
    while len(articles) < count:
        event = _event(chance)
        for _ in range(min(REPORTS_OF_AN_EVENT, count - len(articles))):
            articles.append(_report(f"report-{len(articles):05}.txt", event, chance))
    return articles


def _event(chance: random.Random) -> dict[str, str]:
    def name() -> str:
        return chance.choice(STARTS) + chance.choice(MIDDLES)

    def person() -> str:
        return f"{chance.choice(FIRST)} {name()}{chance.choice(PEOPLE)}"

    who = ["mayor", "chief", "lawyer", "witness", "minister", "rival", "judge"]
    return {role: person() for role in who} | {
        "town": name() + chance.choice(ENDS),
        "region": name() + "land",
        "owner": name().capitalize() + " Works",
        "thing": chance.choice(THINGS),
        "broke": chance.choice(BROKE),
        "water": chance.choice(WATERS),
        "day": chance.choice(DAYS),
        "next": chance.choice(DAYS),
        "later": chance.choice(DAYS),
        "year": str(chance.randrange(1900, 2015)),
        "money": str(chance.randrange(3, 90)),
        "n": str(chance.randrange(3, 90)),
        "m": str(chance.randrange(20, 400)),
        "h": str(chance.randrange(60, 300)),
        "k": str(chance.randrange(3, 12)),
    }


def _report(source: str, event: dict[str, str], chance: random.Random) -> Article:
    told = dict(event)
    if chance.random() < 0.3:
        told["n"] = str(int(event["n"]) + chance.randrange(1, 9))
    facts = chance.sample(range(len(FACTS)), 18)
    texts = [FACTS[fact][chance.randrange(2)] for fact in sorted(facts)]
    for _ in range(SENTENCES - len(texts)):
        nouns = dict(zip(("noun", "noun2", "noun3"), chance.sample(NOUNS, 3), strict=True))
        aside = chance.choice(ASIDES).format_map({**told, **nouns})
        texts.insert(chance.randrange(3, len(texts) + 1), aside)
    return article_of(source, [text.format_map(told) for text in texts])
