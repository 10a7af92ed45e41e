from dataclasses import replace
from pathlib import Path

import pytest

from tests.matching.making import article
from workbench.matching.engine import match_articles
from workbench.matching.language import is_english, reads_as_english
from workbench.matching.model import Relation
from workbench.text.article import Metadata
from workbench.text.reading import read_article

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


FERRY = {
    "german": (
        "Eine Fähre mit {} Menschen an Bord ist am Montag vor Lindvik auf Grund gelaufen.",
        "Vor Lindvik ist am Montag eine Fähre mit {} Menschen an Bord auf Grund gelaufen.",
    ),
    "russian": (
        "Паром, на борту которого находились {} человек, сел на мель у Линдвика в понедельник.",
        "У Линдвика в понедельник сел на мель паром, на борту находились {} человек.",
    ),
    "arabic": (
        "جنحت عبارة على متنها {} شخصا قبالة ليندفيك يوم الاثنين.",
        "قبالة ليندفيك جنحت يوم الاثنين عبارة على متنها {} شخصا.",
    ),
    "chinese": (
        "一艘载有{}人的渡轮星期一在林德维克附近搁浅。",
        "星期一在林德维克附近，一艘载有{}人的渡轮搁浅。",
    ),
    "japanese": (
        "{}人を乗せたフェリーが月曜日、リンドビク沖で座礁した。",
        "月曜日、リンドビク沖で{}人を乗せたフェリーが座礁した。",
    ),
}


@pytest.mark.parametrize("language", FERRY)
def test_one_report_in_other_words_matches_and_other_figures_contradict(language: str) -> None:
    one, other = FERRY[language]
    for figure, relation in ((80, Relation.AGREES), (95, Relation.CONFLICTS)):
        articles = [article("a.txt", one.format(80)), article("b.txt", other.format(figure))]
        (match,) = match_articles(articles).matches
        assert match.strength is not None
        assert match.relation is relation


def test_no_language_matches_another_by_chance() -> None:
    articles = [article(f"{name}.txt", texts[0].format(80)) for name, texts in FERRY.items()]
    articles.append(article("en.txt", "A ferry with 80 people on board ran aground off Torsby."))
    assert match_articles(articles).matches == ()


def test_one_quotation_is_found_in_a_language_without_blanks() -> None:
    articles = [
        article("a.txt", "港长说：“没有人有危险”，学校关闭。"),
        article("b.txt", "“没有人有危险”，安娜在港口说。"),
    ]
    (match,) = match_articles(articles).matches
    assert match.relation is Relation.AGREES


@pytest.mark.parametrize(
    "text",
    [
        "Паром сел на мель. Капитан был предупреждён! Школы закрыты.",
        "جنحت العبارة. هل تم تحذير القبطان؟ المدارس مغلقة.",
        "渡轮搁浅了。船长被警告过吗？学校关闭了。",
        "フェリーが座礁した。船長は警告されていた！学校は休校になった。",
        "Die Fähre lief auf Grund. Der Kapitän war gewarnt! Die Schulen sind zu.",
    ],
)
def test_texts_of_other_languages_are_split_into_sentences(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    assert len(read_article(tmp_path / "a.txt", "a.txt").sentences) == 3
