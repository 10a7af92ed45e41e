from workbench.matching.sharing import find_common

A = "The harbour office said that 12 boats sank “in the worst storm of the century” off Lindvik."
B = "Off Lindvik twelve vessels went down in the worst storm of the century."


def test_shared_words_are_given_in_each_ones_own_words() -> None:
    assert ("boats", "vessels") in [(shared.a, shared.b) for shared in find_common(A, B).words]


def test_shared_figures_are_found_however_they_are_written() -> None:
    assert [(shared.a, shared.b) for shared in find_common(A, B).figures] == [("12", "twelve")]


def test_names_are_told_apart_from_words_and_those_side_by_side_are_one() -> None:
    found = find_common("In Lindvik Mayor Ana Berg spoke.", "Mayor Ana Berg was in Lindvik.")
    assert [shared.a for shared in found.names] == ["Lindvik", "Mayor Ana Berg"]
    assert found.words == ()


def test_words_that_one_of_the_two_quotes_are_a_shared_quotation() -> None:
    (quoted,) = find_common(A, B).quotations
    assert quoted.a == quoted.b == "worst storm of the century"
    assert A[slice(*quoted.a_span)] == quoted.a


def test_a_shared_wording_that_nobody_quotes_is_found_whole() -> None:
    (wording,) = find_common(B, B.replace("twelve", "nine")).wordings[:1]
    assert wording.a == "vessels went down in the worst storm of the century"


def test_sentences_with_nothing_in_common_share_nothing() -> None:
    found = find_common("The mayor slept.", "Twelve boats sank.")
    assert not any((found.words, found.names, found.figures, found.quotations, found.wordings))


def test_languages_that_are_not_english_share_words_as_they_stand() -> None:
    german = find_common(
        "Der Sturm versenkte 12 Boote.", "Im Sturm sanken 12 Boote.", is_english=False
    )
    assert [shared.a for shared in german.names] == ["Sturm", "Boote"]
    chinese = find_common("市长说港口关闭了", "港口关闭了九个小时", is_english=False)
    assert [shared.a for shared in chinese.wordings] == ["港口关闭了"]
