"""Of the wordings of one claim, one that is understood on its own stands for it."""

import pytest

from tests.matching.making import article
from workbench.matching.engine import match_articles
from workbench.matching.model import SentenceRef


def headline(*sentences: str) -> str:
    articles = [article(f"{i}.txt", text) for i, text in enumerate(sentences)]
    (claim,) = [c for c in match_articles(articles).claims if SentenceRef(0, 0) in c.members]
    assert len(claim.members) == len(sentences)
    return sentences[claim.headline.article]


PLAIN = "The ferry Solveig ran aground off Lindvik on Monday with 80 people on board."


@pytest.mark.parametrize(
    "other",
    [
        "It ran aground off Lindvik on Monday, the ferry Solveig, with 80 people on board.",
        "The ferry Solveig also ran aground off Lindvik on Monday with 80 people on board, he said.",
        "Did the ferry Solveig run aground off Lindvik on Monday with 80 people on board?",
        "The ferry Solveig, which was built in the north in 1987, sold twice, painted green, taken "
        "out of service, brought back after protests and then put on another line, ran aground off "
        "Lindvik on Monday with 80 people on board.",
    ],
)
def test_the_plain_wording_is_the_headline(other: str) -> None:
    assert headline(PLAIN, other) == PLAIN
    assert headline(other, PLAIN) == PLAIN


def test_an_article_with_one_wording_has_the_same_chance_as_one_with_two() -> None:
    first = article("a.txt", "He said the ferry Solveig ran aground off Lindvik on Monday.")
    second = article("b.txt", PLAIN, "Off Lindvik the ferry Solveig had run aground on Monday.")
    claims = match_articles([first, second]).claims
    (claim,) = [c for c in claims if SentenceRef(0, 0) in c.members]
    assert claim.headline.article == 1
