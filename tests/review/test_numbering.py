from workbench.matching.model import Relation
from workbench.review.model import Appearance, Claim, Origin
from workbench.review.numbering import Numbering


def claim(name, *places, relation=None, worth=0.0):
    appearances = tuple(
        Appearance(article, start, start + 10, 0, None, Origin.MATCHED) for article, start in places
    )
    return Claim(name, 0, name, "", relation, "", appearances, worth=worth)


def numbers(claims):
    return {claim.id: claim.number for claim in claims}


def test_shared_claims_come_first_by_gravity_then_single_ones_by_worth_then_lost_ones():
    claims = [
        claim("lost"),
        claim("dull", (0, 0), worth=0.1),
        claim("worthy", (1, 50), worth=0.9),
        claim("agrees", (0, 20), (1, 0), relation=Relation.AGREES),
        claim("differs", (0, 90), (1, 10), relation=Relation.DIFFERS),
        claim("conflicts late", (0, 60), (1, 20), relation=Relation.CONFLICTS),
        claim("conflicts early", (0, 40), (1, 30), relation=Relation.CONFLICTS),
    ]
    assert list(numbers(Numbering().number(claims))) == [
        "conflicts early",
        "conflicts late",
        "differs",
        "agrees",
        "worthy",
        "dull",
        "lost",
    ]


def test_a_claim_that_comes_up_later_is_numbered_at_the_end():
    numbering = Numbering()
    first = claim("first", (0, 0))
    numbering.number([first])
    later = claim("later", (0, 50), (1, 0), relation=Relation.CONFLICTS)
    assert numbers(numbering.number([first, later])) == {"first": 1, "later": 2}


def test_a_claim_that_comes_back_has_its_number_again():
    numbering = Numbering()
    one, two = claim("one", (0, 0)), claim("two", (0, 50))
    numbering.number([one, two])
    numbering.number([two])
    assert numbers(numbering.number([one, two])) == {"one": 1, "two": 2}


def test_a_new_id_inherits_the_number_of_a_vanished_claim_with_the_same_words():
    numbering = Numbering()
    other = claim("other", (0, 90))
    numbering.number([claim("old", (0, 0), (1, 0)), other])
    assert numbers(numbering.number([claim("new", (1, 0)), other]))["new"] == 1


def test_no_two_claims_have_one_number_when_the_old_id_comes_back():
    numbering = Numbering()
    numbering.number([claim("old", (0, 0), (1, 0))])
    numbering.number([claim("new", (1, 0))])
    found = numbers(numbering.number([claim("old", (0, 0)), claim("new", (1, 0))]))
    assert found["new"] == 1
    assert found["old"] != 1
