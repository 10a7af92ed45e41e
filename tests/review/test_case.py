import os
import sys
from pathlib import Path

import pytest

from tests.review.making import write_case
from workbench.review import case as case_module
from workbench.review.case import find_case, find_rating
from workbench.review.errors import CaseError, UnknownRating


def message(folder: Path, **options) -> str:
    with pytest.raises(CaseError) as raised:
        find_case(folder, **options)
    text = str(raised.value)
    assert text.endswith(".")
    assert "\n" not in text
    return text


@pytest.mark.parametrize("name", ["seeds", "articles", "sources"])
def test_articles_are_found_in_the_usual_folders(tmp_path, name):
    write_case(tmp_path, {"a.txt": "One.", "b.md": "Two."}, name)
    assert find_case(tmp_path).sources == (f"{name}/a.txt", f"{name}/b.md")


def test_articles_may_lie_in_the_case_itself(tmp_path):
    write_case(tmp_path, {"a.txt": "One.", "b.HTM": "Two.", "c.pdf": "no"}, ".")
    assert find_case(tmp_path).sources == ("a.txt", "b.HTM")


def test_a_folder_of_articles_goes_before_files_beside_it(tmp_path):
    write_case(tmp_path, {"a.txt": "One."}, "articles")
    write_case(tmp_path, {"notes.txt": "Two."}, ".")
    assert find_case(tmp_path).sources == ("articles/a.txt",)


def test_an_empty_usual_folder_does_not_hide_the_articles_beside_it(tmp_path):
    (tmp_path / "sources").mkdir()
    write_case(tmp_path, {"a.txt": "One."}, ".")
    assert find_case(tmp_path).sources == ("a.txt",)


def test_files_about_a_project_and_hidden_files_are_no_articles(tmp_path):
    files = dict.fromkeys(["README.md", "Licence.txt", "CHANGELOG.md", ".hidden.txt", "a.md"], "x")
    write_case(tmp_path, files, ".")
    assert find_case(tmp_path).sources == ("a.md",)


def test_a_readme_among_the_articles_is_an_article(tmp_path):
    write_case(tmp_path, {"README.md": "The story."}, "articles")
    assert find_case(tmp_path).sources == ("articles/README.md",)


def test_the_title_is_the_folders_name_made_safe(tmp_path):
    root = write_case(tmp_path / "a\x1b]0;b\u202ec", {"a.txt": "One."})
    assert find_case(root).title == "a␛]0;b�c"


def test_settings_name_folders_title_scale_and_second_reader(tmp_path):
    write_case(tmp_path, {"a.txt": "One."}, "reports")
    (tmp_path / "workbench.toml").write_text(
        'title = "Storm"\nsources = "reports"\nverdicts = "judged"\nsecond_reader = true\n'
        '[[scale]]\nname = "correct"\nvalue = 5\n[[scale]]\nkey = "0"\nname = "wrong"\n'.replace(
            '"0"', '"9"'
        )
    )
    case = find_case(tmp_path)
    assert (case.title, case.second_reader) == ("Storm", True)
    assert case.sources == ("reports/a.txt",)
    assert case.verdicts_dir == tmp_path.resolve() / "judged"
    assert [(rating.key, rating.name, rating.value) for rating in case.scale] == [
        ("1", "correct", 5),
        ("9", "wrong", None),
    ]


def test_verdicts_named_by_the_person_may_lie_outside_the_case(tmp_path):
    root = write_case(tmp_path / "case")
    assert find_case(root, verdicts=tmp_path / "else").verdicts_dir == tmp_path / "else"


def test_a_missing_folder_is_named(tmp_path):
    assert "gone does not exist" in message(tmp_path / "gone")


def test_a_file_is_no_case(tmp_path):
    (tmp_path / "a.txt").write_text("One.")
    assert "is no folder" in message(tmp_path / "a.txt")


def test_an_empty_folder_says_what_to_put_where(tmp_path):
    text = message(tmp_path)
    assert "holds no articles" in text
    assert ".txt" in text


def test_of_too_many_articles_the_first_by_name_are_read_and_the_others_known(
    tmp_path, monkeypatch
):
    monkeypatch.setattr(case_module, "MAX_ARTICLES", 2)
    write_case(tmp_path, dict.fromkeys(["a.txt", "b.txt", "c.txt"], "x"))
    case = find_case(tmp_path)
    assert case.sources == ("articles/a.txt", "articles/b.txt")
    assert case.others == ("articles/c.txt",)


@pytest.mark.skipif(sys.platform == "win32", reason="needs symbolic links")
class TestLinks:
    def test_an_article_that_leads_out_of_the_case_is_refused_by_name(self, tmp_path):
        secret = tmp_path / "secret.txt"
        secret.write_text("Secret.")
        root = write_case(tmp_path / "case")
        (root / "articles" / "z.txt").symlink_to(secret)
        case = find_case(root)
        assert "articles/z.txt" not in case.sources
        assert "articles/z.txt is a link that leads out of the case" in case.notices[0]

    def test_a_folder_of_articles_that_leads_out_of_the_case_is_refused(self, tmp_path):
        write_case(tmp_path / "elsewhere", {"a.txt": "One."}, ".")
        (tmp_path / "case").mkdir()
        (tmp_path / "case" / "articles").symlink_to(tmp_path / "elsewhere")
        assert "leads out of the case" in message(tmp_path / "case")

    def test_a_verdicts_folder_that_leads_out_of_the_case_must_be_named(self, tmp_path):
        root = write_case(tmp_path / "case")
        (tmp_path / "elsewhere").mkdir()
        (root / "verdicts").symlink_to(tmp_path / "elsewhere")
        assert "--verdicts" in message(root)
        assert find_case(root, verdicts=tmp_path / "elsewhere")

    def test_a_link_to_nothing_and_a_circle_are_left_out(self, tmp_path):
        root = write_case(tmp_path)
        (root / "articles" / "y.txt").symlink_to("nothing.txt")
        (root / "articles" / "z.txt").symlink_to("z.txt")
        case = find_case(root)
        assert len(case.sources) == 3
        assert len(case.notices) == 2

    def test_a_pipe_is_left_out_without_waiting_for_it(self, tmp_path):
        root = write_case(tmp_path)
        os.mkfifo(root / "articles" / "pipe.txt")
        assert "no ordinary file" in find_case(root).notices[0]

    def test_a_name_that_no_record_could_hold_is_left_out(self, tmp_path):
        root = write_case(tmp_path)
        (root / "articles" / "a\\b.txt").write_text("One.")
        assert "rename it" in find_case(root).notices[0]


def test_a_rating_is_found_by_digit_and_by_name_in_any_case(tmp_path):
    scale = find_case(write_case(tmp_path)).scale
    assert find_rating(scale, "5").name == "false"
    assert find_rating(scale, "  Mostly  TRUE ").name == "mostly true"


def test_an_unknown_rating_is_answered_with_the_scale(tmp_path):
    with pytest.raises(UnknownRating, match="choose one of 1 true, 2 mostly true"):
        find_rating(find_case(write_case(tmp_path)).scale, "dubious")


def test_a_folder_that_may_not_be_written_to_is_told_before_anything_is_lost(tmp_path, monkeypatch):
    write_case(tmp_path, {"a.txt": "One."})
    case = find_case(tmp_path)
    assert case_module.why_unwritable(case) == ""

    monkeypatch.setattr(case_module.os, "access", lambda path, _: path != tmp_path)

    said = case_module.why_unwritable(case)
    assert said.startswith("Nothing can be saved: you may not write in")
    assert "--verdicts" in said
