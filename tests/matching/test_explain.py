from workbench.matching.explain import explain

A = "The harbour office said that 12 boats sank “in the worst storm of the century” off Lindvik."
B = "Off Lindvik twelve vessels went down in the worst storm of the century."


def test_shared_words_are_given_in_each_ones_own_words_the_rare_ones_first() -> None:
    found = [(shared.a, shared.b) for shared in explain(A, B).words]
    assert found[0] == ("Lindvik", "Lindvik")
    assert ("boats", "vessels") in found


def test_shared_figures_are_found_however_they_are_written() -> None:
    assert [(shared.a, shared.b) for shared in explain(A, B).figures] == [("12", "twelve")]


def test_a_shared_wording_is_found_whole() -> None:
    (wording,) = explain(A, B).wordings
    assert wording.a == wording.b == "worst storm of the century"
    assert A[slice(*wording.a_span)] == wording.a


def test_sentences_with_nothing_in_common_share_nothing() -> None:
    found = explain("The mayor slept.", "Twelve boats sank.")
    assert (found.words, found.figures, found.wordings) == ((), (), ())
