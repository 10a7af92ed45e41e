import pytest

from workbench.review.config import Config, load_config
from workbench.review.errors import CaseError


def complaint(tmp_path, text: str | bytes) -> str:
    data = text if isinstance(text, bytes) else text.encode()
    (tmp_path / "workbench.toml").write_bytes(data)
    with pytest.raises(CaseError) as raised:
        load_config(tmp_path)
    assert str(raised.value).startswith("workbench.toml: ")
    assert "\n" not in str(raised.value)
    return str(raised.value)


def test_no_file_means_the_usual_settings(tmp_path):
    assert load_config(tmp_path) == Config()


def test_an_unknown_key_is_named_with_those_that_are_known(tmp_path):
    text = complaint(tmp_path, 'titel = "Storm"')
    assert "“titel”" in text
    assert "title, sources" in text


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("title = 3", "title must be text"),
        ('second_reader = "yes"', "true or false"),
        ('sources = "../other"', "inside the case"),
        ('verdicts = "/tmp"', "inside the case"),
        ('sources = "C:stuff"', "inside the case"),
        ("scale = 3", "list of tables"),
        ("[[scale]]\nvalue = 1", "rating 1 of the scale: name"),
        ('[[scale]]\nname = "a"\nkey = "10"', "one digit"),
        ('[[scale]]\nname = "a"\nvalue = 9', "from 1 (worst) to 5 (best)"),
        ('[[scale]]\nname = "a"\n[[scale]]\nname = "A"', "“a” twice"),
        ('[[scale]]\nname = "a"\ncolour = "red"', "“colour”"),
        ("title = ", "not valid TOML"),
        (b'title = "\xff"', "not UTF-8"),
    ],
)
def test_what_a_setting_cannot_be_is_said_in_one_sentence(tmp_path, text, part):
    assert part in complaint(tmp_path, text)


def test_a_large_file_is_refused_before_it_is_parsed(tmp_path):
    assert "16 kB" in complaint(tmp_path, "#" * 20_000)


def test_a_key_of_thousands_of_parts_is_refused_before_it_is_parsed(tmp_path):
    assert "dots" in complaint(tmp_path, "a." * 7_000 + "a = 1")


def test_deep_nesting_is_refused(tmp_path):
    assert complaint(tmp_path, "title = " + "[" * 7_000)


def test_what_is_quoted_from_the_file_is_safe_to_show(tmp_path):
    text = complaint(tmp_path, '"a\\u001b]0;b" = 1')
    assert "\x1b" not in text
