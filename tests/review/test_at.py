import pytest

from tests.review.making import BOATS, HARBOUR, NINE_HOURS, A, claim_at, scripted, write_case
from workbench.review.at import claim_meant
from workbench.review.errors import BadPlace


@pytest.fixture
def session(harbour):
    return scripted(harbour, NINE_HOURS, BOATS)


def test_a_number_and_an_id_mean_their_claim(session):
    claim = session.claims[1]
    assert claim_meant(session, "2") is claim
    assert claim_meant(session, claim.id) is claim


def test_the_span_of_an_appearance_means_its_claim(session):
    start = HARBOUR["a.txt"].index("Twelve")
    end = HARBOUR["a.txt"].index("\n", start)
    claim = claim_meant(session, f"articles/a.txt:{start}-{end}")
    assert claim is claim_at(session, A, 1)


@pytest.mark.parametrize(("before", "after"), [(0, 10), (5, -5), (2, 2)])
def test_a_span_within_or_about_an_appearance_means_its_claim(session, before, after):
    start = HARBOUR["a.txt"].index("Twelve")
    end = HARBOUR["a.txt"].index("\n", start)
    claim = claim_meant(session, f"./articles/a.txt:{start + before}-{end + after}")
    assert claim is claim_at(session, A, 1)


def test_a_span_that_is_in_no_claim_becomes_one(tmp_path):
    write_case(tmp_path, {"a.txt": "Photo: an agency\n\nTwelve boats sank.\n"})
    session = scripted(tmp_path, found=type(scripted(tmp_path).matching)((), ()))
    claim = claim_meant(session, "articles/a.txt:7-16")
    assert claim.text == "an agency"
    assert session.claim(claim.id) is claim


def test_a_file_name_may_hold_colons(tmp_path):
    write_case(tmp_path, {"12:30 report.txt": "Twelve boats sank in the storm."})
    session = scripted(tmp_path)
    assert claim_meant(session, "articles/12:30 report.txt:0-31")


@pytest.mark.parametrize(
    ("at", "part"),
    [
        ("99", "no claim 99"),
        ("nonsense", "is no place"),
        ("", "is no place"),
        ("articles/a.txt", "is no place"),
        ("articles/a.txt:5-", "is no place"),
        ("articles/a.txt:-5-9", "is no place"),
        ("articles/a.txt:0-148", "several claims"),
        ("articles/q.txt:0-5", "no article “articles/q.txt”"),
        ("articles/a.txt:5-5", "no span 5-5"),
        ("articles/a.txt:9-5", "no span 9-5"),
        ("articles/a.txt:0-99999", "characters; there is no span"),
        ("articles/a.txt:49-51", "nothing to read"),
        ("\x1b]0;x\x07:0-5", "␛"),
    ],
)
def test_what_means_nothing_is_said_in_one_safe_sentence(session, at, part):
    with pytest.raises(BadPlace) as raised:
        claim_meant(session, at)
    text = str(raised.value)
    assert part in text
    assert "\n" not in text
    assert "\x1b" not in text


def test_an_article_that_could_not_be_read_says_why(harbour):
    (harbour / "articles" / "z.txt").write_bytes(b"\x00\x01" * 400)
    with pytest.raises(BadPlace, match=r"z\.txt cannot be read"):
        claim_meant(scripted(harbour), "articles/z.txt:0-5")
