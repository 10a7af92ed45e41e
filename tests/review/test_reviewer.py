import subprocess

from workbench.review import reviewer
from workbench.review.reviewer import find_reviewer


def test_the_name_that_was_given_goes_before_all_others(tmp_path):
    assert find_reviewer(tmp_path, "Ada") == "Ada"


def test_git_is_asked_in_the_case(tmp_path):
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    subprocess.run(["git", "-C", str(tmp_path), "config", "user.name", "Ines Ø"], check=True)
    assert find_reviewer(tmp_path) == "Ines Ø"


def test_without_git_it_is_the_login(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(reviewer.getpass, "getuser", lambda: "ada")
    assert find_reviewer(tmp_path) == "ada"


def test_without_any_name_it_is_unknown(tmp_path, monkeypatch):
    def no_login() -> str:
        raise KeyError("no such user")

    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(reviewer.getpass, "getuser", no_login)
    assert find_reviewer(tmp_path) == "unknown"


def test_a_name_is_one_safe_line(tmp_path):
    assert find_reviewer(tmp_path, " A\x1b[31m\nB ") == "A␛[31m B"


def test_a_blank_name_is_none(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(reviewer.getpass, "getuser", lambda: "ada")
    assert find_reviewer(tmp_path, "  ") == "ada"
