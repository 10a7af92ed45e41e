"""`workbench search`, `import`, `new` and `log`, from outside."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tomllib
from pathlib import Path

import pytest

from tests.library.making import ALL, FLOOD, WHALE, write_library
from workbench.review.case import find_case
from workbench.text.reading import read_article

PAGES = Path(__file__).parent.parent / "pages"


@pytest.fixture(autouse=True)
def nowhere(tmp_path, monkeypatch):
    """In a folder that is no case, with a cache of its own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


@pytest.fixture
def library(tmp_path):
    return write_library(tmp_path / "library", *ALL)


class TestSearch:
    def test_it_says_what_was_found_who_checked_it_and_where_it_lies(self, workbench, library):
        outcome = workbench("search", "flood wall opened", "--library", library)
        assert outcome.code == 0
        assert outcome.out.startswith("1. False: The flood wall in Lindvik was opened on purpose\n")
        assert "Checked by: Harbour Facts, 2025-02-03" in outcome.out
        assert f"Address: {FLOOD['url']}" in outcome.out
        assert "feed.jsonl" in outcome.out

    def test_json_has_every_field(self, workbench, library):
        document = workbench("search", "whale", "--library", library, "--json").json
        assert set(document) == {"schema_version", "query", "searched", "results", "problems"}
        assert document["searched"] == 4
        (result,) = document["results"]
        assert result["claim"] == WHALE["claimReviewed"]
        assert 0 < result["score"] <= 1
        assert set(result) == {
            "score", "claim", "rating", "title", "conclusion", "checker", "date", "speaker",
            "url", "place", "status",
        }  # fmt: skip

    def test_several_words_need_no_quotation_marks(self, workbench, library):
        assert workbench("search", "free", "ferries", "--library", library).out.startswith("1.")

    def test_nothing_found_is_said_and_no_error(self, workbench, library):
        outcome = workbench("search", "microchips", "--library", library)
        assert (outcome.code, outcome.out) == (0, "")
        assert "Nothing like it among 4 earlier checks." in outcome.err

    def test_a_verdict_of_the_case_is_found(self, workbench, case):
        workbench("verdict", case, "--at", "1", "--rating", "false", "--reviewer", "Ada")
        text = workbench("match", case, "--json").json["claims"][0]["text"]
        outcome = workbench("search", text, "--case", case)
        assert outcome.out.startswith("1. false: ")
        assert "Checked by: Ada" in outcome.out

    def test_a_claim_of_the_case_is_searched_by_its_number(self, workbench, case, tmp_path):
        claim = workbench("match", case, "--json").json["claims"][0]
        earlier = dict(FLOOD, claimReviewed=claim["text"])
        library = write_library(tmp_path / "library", earlier, WHALE)
        workbench("verdict", case, "--at", claim["id"], "--rating", "misleading")
        for at in (str(claim["number"]), claim["id"]):
            asked = ("search", "--at", at, "--case", case, "--library", library)
            document = workbench(*asked, "--json").json
            assert document["query"] == claim["text"]
            assert document["claim"] == {"id": claim["id"], "number": claim["number"]}
            assert document["results"][0]["claim"] == claim["text"]
            assert "misleading" not in workbench(*asked).out  # its own verdict is no earlier check

    def test_either_words_or_a_claim_are_searched_for(self, workbench, case):
        for wrong in ((), (" ",), ("whale", "--at", "1")):
            outcome = workbench("search", *wrong, "--case", case)
            assert outcome.code == 2
            assert "either the words to search for or a claim" in outcome.err
        assert workbench("search", "--at", "999", "--case", case).code == 2

    def test_the_libraries_that_the_case_names_are_searched(self, workbench, case, library):
        (case / "workbench.toml").write_text(f"libraries = [{json.dumps(str(library))}]")
        assert "Harbour Facts" in workbench("search", "whale", "--case", case).out

    def test_without_case_and_library_it_says_what_to_name(self, workbench, tmp_path):
        outcome = workbench("search", "whale", "--case", tmp_path)
        assert outcome.code == 3
        assert "--library" in outcome.err
        assert workbench("search", "whale", "--library", tmp_path / "gone").code == 3

    @pytest.mark.parametrize("limit", ["0", "-1", "x", "9999"])
    def test_a_limit_that_is_none_is_refused(self, workbench, library, limit):
        outcome = workbench("search", "x", "--library", library, f"--limit={limit}")
        assert outcome.code == 2
        assert f"{limit} is no number from 1 to 1,000" in outcome.err

    def test_hostile_text_does_not_reach_the_terminal(self, workbench, tmp_path):
        bad = dict(FLOOD, claimReviewed="flood \x1b]0;x\x07\u202e", author={"name": "\x9b2J"})
        library = write_library(tmp_path / "library", bad)
        for more in ((), ("--json",)):
            out = workbench("search", "flood \x1b[2J", "--library", library, *more).out
            assert not set(out) & set("\x1b\x07\x9b\u202e")


class TestImportingPages:
    def test_a_page_becomes_an_article_with_its_facts_and_the_page_beside_it(
        self, workbench, case, tmp_path
    ):
        page = tmp_path / "ferry.html"
        shutil.copy(PAGES / "divs.html", page)
        outcome = workbench("import", page, "--into", case)
        assert outcome.code == 0
        folder = find_case(case).sources_dir
        assert outcome.out == f"imported {folder / 'ferry.txt'}\n"
        assert "Ann Reporter" in outcome.err
        article = read_article(folder / "ferry.txt", "ferry.txt")
        assert article.metadata.title == "Ferry runs aground off Lindvik"
        assert article.metadata.url == "https://morning.example/2025/05/13/ferry"
        assert "143 people on board" in article.decoded
        assert "cookies" not in article.decoded
        kept = folder / "originals" / "ferry.html"
        assert kept.read_bytes() == page.read_bytes()
        assert hashlib.sha256(kept.read_bytes()).hexdigest() in article.decoded
        for sentence in article.sentences:
            assert article.decoded[sentence.start : sentence.end].strip()

    def test_the_imported_article_is_judged_like_any_other(self, workbench, case):
        workbench("import", PAGES / "divs.html", "--into", case)
        article = read_article(find_case(case).sources_dir / "divs.txt", "divs.txt")
        start = article.decoded.index("Nobody was hurt")
        source = next(s for s in find_case(case).sources if s.endswith("divs.txt"))
        at = f"{source}:{start}-{start + 38}"
        assert workbench("verdict", case, "--at", at, "--rating", "true").code == 0
        assert workbench("check", case).code == 0

    def test_nothing_is_overwritten(self, workbench, case):
        assert workbench("import", PAGES / "divs.html", "--into", case).code == 0
        folder = find_case(case).sources_dir
        (folder / "divs.txt").write_text("mine now")
        again = workbench("import", PAGES / "divs.html", "--into", case)
        assert again.code == 3
        assert "divs.txt is there already" in again.err
        assert (folder / "divs.txt").read_text() == "mine now"

    def test_the_first_article_of_a_case_can_be_a_page(self, workbench, tmp_path):
        workbench("new", tmp_path / "flood")
        outcome = workbench("import", PAGES / "semantic.html", "--into", tmp_path / "flood")
        assert outcome.code == 0
        assert find_case(tmp_path / "flood").sources == ("articles/semantic.txt",)

    def test_what_a_page_does_not_say_is_asked_for(self, workbench, case):
        err = workbench("import", PAGES / "table-latin1.htm", "--into", case).err
        assert "does not say its publisher, date, url" in err

    @pytest.mark.parametrize(
        ("name", "data", "word"),
        [
            ("a.pdf", b"%PDF-1.7\n1 0 obj", "is a PDF"),
            ("a.html", b"%PDF-1.7\n1 0 obj", "is a PDF"),
            ("a.docx", b"PK\x03\x04rest", "office document"),
            ("a.eml", b"From: Ada <a@example.org>\r\nSubject: x\r\n\r\nHello", "an e-mail"),
            ("a.eml", b"Subject: x\nX-Mailer: y\n z\nMIME-Version: 1.0\n\n<p>Hi", "an e-mail"),
            ("a.mhtml", b"From: <Saved by Blink>\r\nMIME-Version: 1.0\r\n\r\n<p>x", "web archive"),
            ("a.png", b"\x89PNG\r\n\x1a\n" + b"\0" * 50, "a picture"),
            ("a.bin", bytes(range(256)) * 8, "no web page"),
            ("a.txt", b"Just some words of a report.", "no web page"),
            ("a.html", b"", "is empty"),
        ],
    )
    def test_what_is_no_web_page_is_refused_with_a_word(
        self, workbench, case, tmp_path, name, data, word
    ):
        (tmp_path / name).write_bytes(data)
        before = sorted(case.rglob("*"))
        outcome = workbench("import", tmp_path / name, "--into", case)
        assert (outcome.code, outcome.out) == (3, "")
        assert word in outcome.err
        assert sorted(case.rglob("*")) == before

    def test_a_file_that_is_not_there_a_folder_and_an_empty_file_are_named(
        self, workbench, case, tmp_path
    ):
        (tmp_path / "empty.html").touch()
        outcome = workbench("import", "gone.html", case, "empty.html", "--into", case)
        assert outcome.code == 3
        gone, folder, empty = outcome.err.splitlines()
        assert gone == "There is no file gone.html."
        assert folder.endswith("is a folder; name the pages that are in it.")
        assert empty == "empty.html is empty; save the page again."

    def test_a_page_that_shows_no_report_says_so(self, workbench, case):
        outcome = workbench("import", PAGES / "shell.html", "--into", case)
        assert outcome.code == 3
        assert "No report was found" in outcome.err

    @pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
    @pytest.mark.parametrize("name", ["pipe.html", "pipe.json"])
    def test_a_pipe_is_refused_and_not_waited_for(self, workbench, case, tmp_path, name):
        os.mkfifo(tmp_path / name)
        outcome = workbench(
            "import", tmp_path / name, tmp_path, "--into", case, "--library", tmp_path / "new"
        )
        assert outcome.code == 3
        assert "regular file" in outcome.err

    def test_one_that_fails_does_not_stop_the_others(self, workbench, case, tmp_path):
        (tmp_path / "x.pdf").write_bytes(b"%PDF-1.4")
        outcome = workbench(
            "import", tmp_path / "x.pdf", PAGES / "divs.html", tmp_path / "gone", "--into", case
        )
        assert outcome.code == 3
        assert outcome.out.count("imported") == 1

    def test_a_title_with_everything_in_it_reads_back_as_it_was(self, workbench, case, tmp_path):
        title = 'A: "b" \\ # c --- [x]'
        page = f"<title>{title}</title><p>{'The ferry ran aground at five. ' * 5}</p>"
        (tmp_path / "odd.html").write_text(page)
        workbench("import", tmp_path / "odd.html", "--into", case)
        article = read_article(find_case(case).sources_dir / "odd.txt", "odd.txt")
        assert article.metadata.title == title


class TestImportingFeeds:
    def test_a_feed_goes_into_a_library_and_is_found(self, workbench, tmp_path):
        feed = tmp_path / "feed.json"
        feed.write_text(json.dumps([*ALL, {"@type": "ClaimReview"}]))
        outcome = workbench("import", feed, "--library", tmp_path / "new")
        assert outcome.code == 1
        assert outcome.out == f"imported {tmp_path / 'new' / 'feed.jsonl'}\n"
        assert "4 checks added." in outcome.err
        assert "1 left out: it does not say which claim was reviewed." in outcome.err
        assert workbench("search", "whale", "--library", tmp_path / "new").out.startswith("1.")

    def test_the_checks_of_a_page_go_into_a_library_if_one_is_named(self, workbench, tmp_path):
        outcome = workbench("import", PAGES / "spread.html", "--library", tmp_path / "new")
        assert outcome.code == 0
        found = workbench("search", "flood wall", "--library", tmp_path / "new", "--json").json
        (result,) = found["results"]
        assert (result["rating"], result["speaker"]) == ("False", "Jon Vik")

    def test_without_a_library_it_says_how_to_name_one(self, workbench, case, tmp_path):
        (tmp_path / "feed.json").write_text("[]")
        outcome = workbench("import", tmp_path / "feed.json", "--into", case)
        assert outcome.code == 3
        assert "--library DIR" in outcome.err
        (case / "workbench.toml").write_text('libraries = ["checks"]')
        assert workbench("import", tmp_path / "feed.json", "--into", case).code == 0

    @pytest.mark.skipif(
        not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may read anything"
    )
    def test_a_feed_that_may_not_be_read_is_not_said_to_be_unwritable(self, workbench, tmp_path):
        feed = tmp_path / "feed.json"
        feed.write_text("[]", encoding="utf-8")
        feed.chmod(0)
        outcome = workbench("import", feed, "--library", tmp_path / "library")
        assert outcome.code == 3
        assert "feed.json cannot be read: permission denied" in outcome.err
        assert not (tmp_path / "library").exists()

    def test_a_feed_that_is_none_is_an_error(self, workbench, tmp_path):
        (tmp_path / "feed.json").write_text('{"a": ')
        outcome = workbench("import", tmp_path / "feed.json", "--library", tmp_path / "new")
        assert outcome.code == 3
        assert "it is not JSON" in outcome.err


class TestNew:
    def test_it_makes_a_case_that_explains_itself(self, workbench, tmp_path):
        root = tmp_path / 'The "flood"'
        outcome = workbench("new", root)
        assert outcome.code == 0
        assert outcome.out.count("made ") == 5
        assert "workbench import" in outcome.err
        settings = tomllib.loads((root / "workbench.toml").read_text("utf-8"))
        assert settings["title"] == 'The "flood"'
        assert "verdicts/** text eol=lf" in (root / ".gitattributes").read_text()
        assert (root / "pre-commit.example").stat().st_mode & 0o100
        assert (root / "articles").is_dir()

    def test_every_setting_that_is_commented_out_would_be_taken(self, workbench, tmp_path):
        root = tmp_path / "flood"
        workbench("new", root)
        text = (root / "workbench.toml").read_text("utf-8")
        settings = [
            line.removeprefix("# ")
            for line in text.split("\n")
            if line.startswith(("# [", "# libraries", "# sources", "# verdicts", "# url"))
            or (line.startswith("# ") and " = " in line)
        ]
        (root / "workbench.toml").write_text("\n".join(settings), encoding="utf-8")
        (root / "articles" / "a.txt").write_text("The ferry ran aground at five on Tuesday.")
        case = find_case(root)
        assert case.libraries == (case.root.parent / "checked-before",)
        assert case.scale[0].name == "correct"

    def test_what_exists_is_left_alone(self, workbench, case):
        before = sorted(case.rglob("*"))
        outcome = workbench("new", case)
        assert (outcome.code, outcome.out) == (3, "")
        assert "exists already" in outcome.err
        assert sorted(case.rglob("*")) == before

    def test_a_fresh_repository_may_become_a_case(self, workbench, tmp_path):
        (tmp_path / "flood" / ".git").mkdir(parents=True)
        assert workbench("new", tmp_path / "flood").code == 0


class TestLog:
    def test_it_tells_who_decided_what_and_when_the_latest_first(self, workbench, case):
        workbench("verdict", case, "--at", "1", "--rating", "false", "--reviewer", "Ada")
        workbench("evidence", case, "--at", "2", "--note", "Seen.", "--reviewer", "Ines")
        text = workbench("log", case).out
        assert text.index("Ines: evidence on claim 2") < text.index("Ada: rating claim 1 false")
        entries = workbench("log", case, "--json").json["log"]
        assert [entry["reviewer"] for entry in entries] == ["Ines", "Ada"]
        assert entries[1]["record"]["rating"] == "false"

    def test_of_one_claim_it_tells_only_that(self, workbench, case):
        workbench("verdict", case, "--at", "1", "--rating", "false", "--reviewer", "Ada")
        workbench("evidence", case, "--at", "2", "--note", "Seen.", "--reviewer", "Ines")
        assert "Ines" not in workbench("log", case, "--at", "1").out

    def test_where_nobody_has_decided_it_says_so(self, workbench, case):
        outcome = workbench("log", case)
        assert (outcome.code, outcome.out) == (0, "")
        assert "Nobody has decided anything yet." in outcome.err
