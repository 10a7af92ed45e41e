from dataclasses import replace

import pytest

from tests.matching.making import article
from workbench.matching.engine import match_articles
from workbench.matching.language import is_english, reads_as_english
from workbench.matching.model import Relation
from workbench.text.article import Metadata

GERMAN = (
    "Bei dem Brand in der Fabrik von Lindvik sind am Montag 12 Menschen gestorben.",
    "Die Ursache des Feuers ist noch nicht bekannt, wie die Polizei am Abend mitteilte.",
)
JAPANESE = ("月曜日にリンドビクの工場で火災があり12人が死亡した。", "原因はまだ分かっていない。")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The fire in the factory was put out by noon and nobody was hurt, the police said.", True),
        (" ".join(GERMAN), False),
        ("".join(JAPANESE), False),
        ("L'incendie de l'usine a fait douze morts et la police cherche encore la cause.", False),
        ("Fire in Lindvik", True),
    ],
)
def test_english_is_told_by_its_commonest_words(text: str, expected: bool) -> None:
    assert reads_as_english(text) is expected


def test_an_article_knows_its_own_language_best() -> None:
    one = article("a.txt", *GERMAN)
    assert is_english(replace(one, metadata=Metadata(language="en-GB")))
    assert not is_english(replace(one, metadata=Metadata(language="de")))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (GERMAN, ("In Lindvik sind am Montag 12 Menschen beim Brand einer Fabrik gestorben.",)),
        (JAPANESE, ("リンドビクの工場で月曜日に火災が発生し、12人が死亡した。",)),
    ],
)
def test_other_languages_match_by_their_own_words(
    one: tuple[str, ...], other: tuple[str, ...]
) -> None:
    matches = match_articles([article("a.txt", *one), article("b.txt", *other)]).matches
    assert (matches[0].a.sentence, matches[0].b.sentence) == (0, 0)


def test_figures_contradict_in_any_language() -> None:
    one = "Bei dem Brand in der Fabrik von Lindvik wurden 12 Menschen schwer verletzt."
    other = "In der Fabrik von Lindvik wurden 17 Menschen bei dem Brand schwer verletzt."
    matches = match_articles([article("a.txt", one), article("b.txt", other)]).matches
    assert matches[0].relation is Relation.CONFLICTS


def test_english_words_deny_nothing_elsewhere() -> None:
    # "no" and "not" are no denials in Italian and German.
    one = article(
        "a.txt", "Il ministro dice no alla nuova linea del porto di Lindvik, dicono loro."
    )
    other = article("b.txt", "La nuova linea del porto di Lindvik piace al ministro, dicono loro.")
    found = match_articles([one, other], all_pairs=True).matches
    assert all(match.relation is not Relation.CONFLICTS for match in found)


def test_two_languages_in_one_case_match_no_nonsense() -> None:
    english = article(
        "b.txt",
        "The play was sold out and the actors were glad that so many of the islanders had come.",
        "Nobody in the hall knew of the fire.",
    )
    assert match_articles([article("a.txt", *GERMAN), english]).matches == ()
