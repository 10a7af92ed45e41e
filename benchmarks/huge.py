"""A case of huge articles, made up: what the screen costs where there is very much to show.

    python -m benchmarks.huge FOLDER [--articles 3] [--words 100000]

writes the case into a folder that does not exist yet, for `keypress` and for a look at it. Every
article tells the same facts, twenty words each, in one of two wordings and with a detail of its
own; now and then one gets a figure wrong. Same arguments, same articles.
"""

from __future__ import annotations

import argparse
import random
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from reports import ENDS, WORDINGS, WRONG, Fact, made_up_fact, made_up_name

WORDS = 20
"""Of a sentence, about."""
PARAGRAPH = 4
"""Sentences a paragraph."""


def write_case(folder: Path, *, articles: int = 3, words: int = 100_000) -> None:
    """Write a case into a new folder.

    Args:
        folder: Must not exist.
        articles: How many.
        words: Of each, about.
    """
    folder.mkdir(parents=True)
    chance = random.Random(1)
    facts = [made_up_fact(chance) for _ in range(words // WORDS)]
    for number in range(articles):
        sentences = [_told(fact, chance) for fact in facts]
        paragraphs = (sentences[i : i + PARAGRAPH] for i in range(0, len(sentences), PARAGRAPH))
        text = "\n\n".join(" ".join(paragraph) for paragraph in paragraphs)
        (folder / f"report-{number:02}.txt").write_text(f"{text}\n", "utf-8")


def _told(fact: Fact, chance: random.Random) -> str:
    """The fact in one of its wordings, with a detail that no other article has."""
    town = made_up_name(chance) + chance.choice(ENDS)
    count = fact.count + (chance.random() < WRONG) * chance.randrange(1, 9)
    told = fact.worded(chance.randrange(len(WORDINGS)), town, count).removesuffix(".")
    other = made_up_fact(chance)
    alone = f"{other.count} {other.things} {other.where} the {other.place}"
    return f"{told}, while {alone} were left alone."


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path, metavar="FOLDER")
    parser.add_argument("--articles", type=int, default=3)
    parser.add_argument("--words", type=int, default=100_000, help="of each article")
    arguments = parser.parse_args()
    write_case(**vars(arguments))


if __name__ == "__main__":
    main()
