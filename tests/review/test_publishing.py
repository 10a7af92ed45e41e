"""The table `[publish]` of `workbench.toml`: read, or refused with what to do."""

import pytest

from workbench.review.config import load_config
from workbench.review.errors import CaseError

FULL = """\
[publish]
url = "https://desk.example/checks/{claim}#verdict"
publisher = "The Desk"
publisher_url = "https://desk.example"
logo = "https://desk.example/logo.png"

[publish.speakers."Vera Holm"]
type = "Person"
same_as = "https://www.wikidata.org/wiki/Q1"
"""


def read(folder, text):
    (folder / "workbench.toml").write_text(text, encoding="utf-8")
    return load_config(folder).publish


def test_all_of_it_is_read(tmp_path):
    publish = read(tmp_path, FULL)

    assert publish.address("abc") == "https://desk.example/checks/abc#verdict"
    assert (publish.publisher, publish.publisher_url) == ("The Desk", "https://desk.example")
    assert publish.speaker("vera HOLM").same_as == "https://www.wikidata.org/wiki/Q1"
    assert publish.speaker("Somebody else").type == ""


def test_without_the_table_nothing_is_said(tmp_path):
    publish = read(tmp_path, 'title = "A case"\n')

    assert publish.address("abc") == ""


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ('publish = "x"', "publish must be a table"),
        ("[publish]\nurl = 1", "publish.url must be text"),
        ('[publish]\nurl = "https://desk.example/"', "has {claim} in it"),
        ('[publish]\nurl = "javascript:{claim}"', "begins with https://"),
        ('[publish]\nlogo = "logo.png"', "publish.logo must be an address"),
        ('[publish]\nurls = "x"', "unknown setting “urls”"),
        ("[publish]\nspeakers = 1", "publish.speakers must be a table"),
        ('[publish.speakers.Ada]\ntype = "Dog"', "must be Person or Organization"),
        ('[publish.speakers.Ada]\nsame_as = "Q1"', "must be an address"),
        ('[publish.speakers.Ada]\nname = "x"', "unknown setting “name”"),
    ],
)
def test_what_is_wrong_is_named_with_the_file(tmp_path, text, word):
    with pytest.raises(CaseError) as error:
        read(tmp_path, text)

    assert str(error.value).startswith("workbench.toml: ")
    assert word in str(error.value)
