"""The seeds are what a newcomer sees first: they have to be whole, readable and honest about what they are."""

from pathlib import Path

import pytest

SEEDS = Path(__file__).parent.parent / "seeds"
ARTICLES = sorted(SEEDS.glob("*.txt"))


def split_front_matter(article: Path) -> tuple[dict[str, str], str]:
    """The front matter's values by key, and the text below it."""
    _, block, body = article.read_bytes().decode("utf-8").split("---\n", 2)
    values = dict(line.split(": ", 1) for line in block.splitlines())
    return values, body


def test_there_are_three_standpoints_in_the_order_of_the_columns():
    assert [article.name for article in ARTICLES] == [
        "ambassador-rebuttal.txt",
        "embassy-denial.txt",
        "news-secret-warning.txt",
    ]


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.stem)
class TestSeed:
    def test_is_250_to_700_words_long(self, article):
        _, body = split_front_matter(article)
        assert 250 <= len(body.split()) <= 700

    def test_title_says_that_it_is_a_retelling(self, article):
        values, _ = split_front_matter(article)
        assert values["title"].endswith("(a retelling)")

    def test_names_no_outlet_author_or_address_of_its_own(self, article):
        values, body = split_front_matter(article)
        assert values["publisher"] == "factcheck-workbench seeds (retelling)"
        assert not values.keys() & {"author", "url"}
        assert "://" not in body

    def test_opens_with_a_headline_of_one_line(self, article):
        _, body = split_front_matter(article)
        headline, paragraphs = body.lstrip("\n").split("\n\n", 1)
        assert "\n" not in headline
        assert not headline.endswith(".")
        assert paragraphs

    def test_has_plain_line_ends_and_ends_with_one(self, article):
        raw = article.read_bytes()
        assert b"\r" not in raw
        assert raw.endswith(b"\n")
        assert not raw.endswith(b"\n\n")
