"""The commands from end to end: what they print, what they leave on disk, how they exit."""

import json
import re

import pytest

from tests.review.making import records, write_case
from workbench.records.json_schema import json_schema

HOSTILE = "a\x1b]52;c;ZXZpbA==\x07b\u202ec[bold][/nope][@click=app.quit]"


def first_claim(workbench, case):
    return workbench("match", case, "--json").json["claims"][0]


class TestMatch:
    def test_json_is_to_the_letter(self, workbench, case):
        outcome = workbench("match", case, "--json")
        assert outcome.code == 0
        document = outcome.json
        assert list(document) == ["schema_version", "articles", "matches", "claims", "unreadable"]
        assert document["schema_version"] == 1
        article = document["articles"][0]
        assert (article["source"], article["title"]) == ("articles/evening.txt", "Evening paper")
        assert set(article["sentences"][0]) == {"start", "end", "text", "claim"}
        match = document["matches"][0]
        assert set(match) == {"a", "b", "score", "strength", "relation", "differences"}
        assert set(match["a"]) == {"source", "start", "end", "text"}
        assert match["strength"] in {"strong", "match", "possible"}
        differences = [d for m in document["matches"] for d in m["differences"]]
        assert {"slot", "a", "b"} == set(differences[0])
        claim = document["claims"][0]
        assert {"id", "number", "text", "relation", "appearances"} <= set(claim)
        assert {"speaker", "summary", "worth", "reasons", "independent"} <= set(claim)
        place = {"source", "start", "end", "text"}
        assert set(claim["appearances"][0]) == place | {"same_wording_as"}
        assert claim["relation"] == "conflicts"

    def test_every_span_has_the_text_of_the_file(self, workbench, case):
        document = workbench("match", case, "--json").json
        texts = {
            a["source"]: (case / a["source"]).read_text(encoding="utf-8")
            for a in document["articles"]
        }
        places = [a for claim in document["claims"] for a in claim["appearances"]]
        places += [side for match in document["matches"] for side in (match["a"], match["b"])]
        assert places
        for place in places:
            assert texts[place["source"]][place["start"] : place["end"]] == place["text"]

    def test_all_pairs_lists_what_is_no_match_too(self, workbench, case):
        some = workbench("match", case, "--json").json["matches"]
        every = workbench("match", case, "--json", "--all-pairs").json["matches"]
        assert len(every) > len(some)
        assert any(match["strength"] is None for match in every)
        assert every == sorted(every, key=lambda match: -match["score"])

    def test_claims_are_the_same_with_all_pairs(self, workbench, case):
        some = workbench("match", case, "--json").json["claims"]
        assert workbench("match", case, "--json", "--all-pairs").json["claims"] == some

    def test_for_people_it_names_the_difference(self, workbench, case):
        text = workbench("match", case).out
        assert "figures differ" in text
        assert "morning.txt" in text
        assert "31" in text
        assert workbench("match", case, "--all-pairs").code == 0

    def test_an_article_that_cannot_be_read_is_said_and_listed(self, workbench, case):
        (case / "articles" / "z.txt").write_bytes(b"\x00\x01" * 400)
        outcome = workbench("match", case, "--json")
        assert outcome.code == 0
        assert outcome.err.startswith("articles/z.txt cannot be read")
        (unreadable,) = outcome.json["unreadable"]
        assert unreadable["source"] == "articles/z.txt"

    def test_one_article_only_is_said(self, workbench, tmp_path):
        write_case(tmp_path, {"a.txt": "Twelve boats sank in the storm on Friday."})
        outcome = workbench("match", tmp_path)
        assert outcome.code == 0
        assert "one article only" in outcome.err

    def test_articles_that_print_one_wording_are_counted_once(self, workbench, tmp_path):
        wire = "A ferry with 80 people on board ran aground off Skarholm late on Monday."
        root = write_case(tmp_path, {"a.txt": wire, "b.txt": wire})
        (claim,) = workbench("match", root, "--json").json["claims"]
        assert claim["independent"] == 1
        wording = [a["same_wording_as"] for a in claim["appearances"]]
        assert wording == [None, "articles/a.txt"]
        text = workbench("match", root).out
        assert "2 articles, 1 independent" in text
        assert "same wording as A" in text


def note_on_claim_1(workbench, case):
    """Evidence that can be looked up, which a verdict needs to be called ready."""
    workbench("evidence", case, "--at", "1", "--quote", "The log.", "--locator", "page 3")


class TestVerdict:
    def test_it_prints_one_line_and_the_record_is_there(self, workbench, case):
        outcome = workbench("verdict", case, "--at", "1", "--rating", "false", "--reviewer", "Ada")
        assert (outcome.code, outcome.err) == (0, "")
        (path,) = records(case)
        assert outcome.out == f"saved {path.relative_to(case).as_posix()}\n"
        assert re.fullmatch(r"saved verdicts/[a-z0-9-]+/[0-9A-Z]{26}-verdict\.json\n", outcome.out)
        record = json.loads(path.read_text(encoding="utf-8"))
        assert (record["rating"], record["reviewer"]) == ("false", "Ada")

    def test_every_option_is_in_the_record(self, workbench, case):
        options = {
            "conclusion": "It was 31.",
            "justification": "The hospital says so.",
            "uncertainty": "Some left unseen.",
            "status": "ready",
            "role": "second",
        }
        arguments = [part for name, value in options.items() for part in (f"--{name}", value)]
        note_on_claim_1(workbench, case)
        workbench("verdict", case, "--at", "1", "--rating", "2", *arguments)
        record = next(
            r for p in records(case) if (r := json.loads(p.read_text("utf-8")))["kind"] == "verdict"
        )
        assert {name: record[name] for name in options} == options
        assert record["rating"] == "mostly true"

    def test_a_verdict_that_cannot_be_ready_is_refused_with_what_to_do(self, workbench, case):
        outcome = workbench("verdict", case, "--at", "1", "--rating", "2", "--status", "ready")
        assert outcome.code == 3
        assert "add the sentence to be published" in outcome.err
        assert "add a note with a quotation" in outcome.err
        assert records(case) == []

    def test_a_public_note_needs_a_correction(self, workbench, case):
        outcome = workbench(
            "verdict", case, "--at", "1", "--rating", "2", "--public-note", "Sorry."
        )
        assert outcome.code == 2
        assert "--correction" in outcome.err

    def test_a_place_means_the_claim_that_is_there(self, workbench, case):
        claim = first_claim(workbench, case)
        place = claim["appearances"][0]
        at = f"{place['source']}:{place['start']}-{place['end']}"
        workbench("verdict", case, "--at", at, "--rating", "true")
        record = json.loads(records(case)[0].read_text(encoding="utf-8"))
        assert record["claim"]["id"] == claim["id"]

    def test_an_unchanged_verdict_says_so_and_writes_nothing(self, workbench, case):
        command = ("verdict", case, "--at", "1", "--rating", "false", "--reviewer", "Ada")
        workbench(*command)
        outcome = workbench(*command)
        assert (outcome.code, outcome.out) == (0, "")
        assert "nothing to save" in outcome.err
        assert len(records(case)) == 1

    @pytest.mark.parametrize(
        "options", [("--at", "99", "--rating", "true"), ("--at", "1", "--rating", "dubious")]
    )
    def test_what_means_nothing_is_exit_code_2(self, workbench, case, options):
        outcome = workbench("verdict", case, *options)
        assert (outcome.code, outcome.out) == (2, "")
        assert outcome.err.count("\n") == 1

    def test_a_case_that_cannot_be_written_is_exit_code_3(self, workbench, case):
        (case / "verdicts").mkdir()
        number = str(first_claim(workbench, case)["number"])
        folder = workbench("verdict", case, "--at", number, "--rating", "true").out
        claim_folder = case / folder.split(" ")[1].rsplit("/", 1)[0]
        for path in claim_folder.iterdir():
            path.unlink()
        claim_folder.rmdir()
        claim_folder.write_text("in the way")
        outcome = workbench("verdict", case, "--at", number, "--rating", "true")
        assert (outcome.code, outcome.out) == (3, "")
        assert outcome.err.startswith("NOT SAVED: ")

    def test_verdicts_may_go_elsewhere(self, workbench, case, tmp_path):
        elsewhere = tmp_path / "elsewhere"
        outcome = workbench(
            "verdict", case, "--at", "1", "--rating", "true", "--verdicts", elsewhere
        )
        assert list(elsewhere.rglob("*.json"))
        assert not (case / "verdicts").exists()
        assert outcome.out.startswith(f"saved {elsewhere.as_posix()}/")


class TestEvidence:
    def test_every_option_is_in_the_record(self, workbench, case):
        options = {
            "note": "The hospital counted 31.",
            "url": "https://example.org/count",
            "stance": "supports",
            "quote": "31 people",
            "title": "Count",
            "publisher": "Hospital",
            "archived_url": "https://example.org/archive",
            "medium": "text",
            "locator": "paragraph 2",
            "question": "How many?",
            "accessed_at": "2025-05-15",
            "withheld_reason": "The nurse asked for it.",
        }
        arguments = [
            part
            for name, value in options.items()
            for part in (f"--{name.replace('_', '-')}", value)
        ]
        outcome = workbench("evidence", case, "--at", "1", "--primary", *arguments)
        assert re.fullmatch(r"saved verdicts/\S+-evidence\.json\n", outcome.out)
        record = json.loads(records(case)[0].read_text(encoding="utf-8"))
        assert {name: record[name] for name in options} == options
        assert record["primary"] is True

    def test_a_withheld_note_is_in_the_case_and_in_no_export(self, workbench, case):
        note = ("--note", "A nurse counted 31.", "--withheld-reason", "She asked for it.")
        workbench("evidence", case, "--at", "1", *note)
        shown = workbench("show", case, "--at", "1").out
        exported = workbench("export", case, "--format", "markdown")
        assert "Withheld: She asked for it." in shown
        assert "A nurse counted 31." in shown
        assert "A nurse counted 31." not in exported.out
        assert "is withheld: She asked for it" in exported.err

    def test_a_note_that_says_nothing_is_refused(self, workbench, case):
        outcome = workbench("evidence", case, "--at", "1")
        assert outcome.code == 3
        assert "needs a note" in outcome.err


class TestShow:
    def test_it_tells_all_of_a_claim(self, workbench, case):
        workbench("verdict", case, "--at", "1", "--rating", "false", "--conclusion", "No.")
        workbench("evidence", case, "--at", "1", "--note", "A photo.")
        text = workbench("show", case, "--at", "1").out
        for part in ("false", "No.", "A photo.", "articles/evening.txt:", "verdicts/", "History"):
            assert part in text

    def test_it_tells_why_a_verdict_was_corrected(self, workbench, case):
        said = ("--correction", "A misread table.", "--public-note", "It was 31, not 12.")
        workbench("verdict", case, "--at", "1", "--rating", "false", *said)
        text = workbench("show", case, "--at", "1").out
        assert "Corrected because: A misread table." in text
        assert "Readers are told: It was 31, not 12." in text

    def test_json_has_the_records_as_they_are_on_disk(self, workbench, case):
        workbench("verdict", case, "--at", "1", "--rating", "false")
        claim = workbench("show", case, "--at", "1", "--json").json["claim"]
        (path,) = records(case)
        assert claim["verdicts"] == [json.loads(path.read_text(encoding="utf-8"))]
        assert claim["history"][0]["path"] == path.relative_to(case).as_posix()

    def test_it_tells_why_the_appearances_are_matched(self, workbench, case):
        text = workbench("show", case, "--at", "1").out
        assert "Why these are matched" in text
        assert "They share" in text
        (why,) = workbench("show", case, "--at", "1", "--json").json["claim"]["why"]
        assert why["a"]["source"] == "articles/evening.txt"
        assert why["strength"] == "strong"
        assert why["reasons"][0]["points"] > 0
        assert why["shared"]["words"]


class TestStatus:
    def test_it_counts_and_lists_disagreements(self, workbench, case):
        workbench("verdict", case, "--at", "1", "--rating", "false", "--reviewer", "Ada")
        workbench("verdict", case, "--at", "1", "--rating", "true", "--reviewer", "Ines")
        text = workbench("status", case).out
        assert "1 of " in text
        assert "false (Ada), true (Ines)" in text
        status = workbench("status", case, "--json").json
        assert status["progress"]["disagreements"] == 1
        assert status["disagreements"][0]["number"] == 1

    def test_what_waits_for_a_second_reader_is_listed(self, workbench, case):
        note_on_claim_1(workbench, case)
        ready = ("--status", "ready", "--conclusion", "Yes.", "--reviewer", "Ada")
        workbench("verdict", case, "--at", "1", "--rating", "1", *ready)
        assert "Waits for a second reader other than Ada." in workbench("status", case).out
        (waiting,) = workbench("status", case, "--json").json["waiting"]
        assert waiting["waits_for"] == {"need": "a second reader", "reviewers": ["Ada"]}

    def test_a_claim_can_be_shown_without_what_others_decided(self, workbench, case):
        workbench("verdict", case, "--at", "1", "--rating", "false", "--reviewer", "Ada")
        assert "Ada" in workbench("show", case, "--at", "1").out
        assert "Ada" not in workbench("show", case, "--at", "1", "--blind").out
        assert (
            workbench("show", case, "--at", "1", "--blind", "--json").json["claim"]["history"] == []
        )


class TestCheck:
    def test_sound_records(self, workbench, case):
        workbench("verdict", case, "--at", "1", "--rating", "false")
        outcome = workbench("check", case)
        assert (outcome.code, outcome.out) == (0, "")
        document = workbench("check", case, "--json").json
        assert document["ok"] is True
        assert document["unreadable"] == []
        (record,) = document["records"]
        assert set(record) == {"path", "state", "anchors", "problems"}
        assert set(record["anchors"][0]) == {"source", "state", "start", "end"}
        assert record["anchors"][0]["state"] == "exact"

    def test_a_broken_record_is_a_line_with_file_and_remedy(self, workbench, case):
        workbench("verdict", case, "--at", "1", "--rating", "false")
        (path,) = records(case)
        path.write_text("<<<<<<< ours\n")
        outcome = workbench("check", case)
        assert outcome.code == 1
        assert outcome.out.startswith(path.relative_to(case).as_posix())
        assert outcome.out.count("\n") == 1
        assert workbench("check", case, "--json").json["ok"] is False


def test_schema_is_that_of_the_records(workbench):
    outcome = workbench("schema")
    assert (outcome.code, outcome.out) == (0, json_schema())


class TestHostileText:
    """No byte of an article, a name or a record can act on a terminal."""

    @pytest.fixture
    def hostile(self, workbench, tmp_path):
        texts = {
            "a\x1b]0;x\x07.txt": f"---\ntitle: {HOSTILE}\n---\n\nTwelve boats {HOSTILE} sank.\n",
            "b.txt": f"Fifteen boats {HOSTILE} sank in the storm.\n",
        }
        case = write_case(tmp_path / "case\u202e", texts)
        options = ("--reviewer", HOSTILE, "--conclusion", HOSTILE)
        assert workbench("verdict", case, "--at", "1", "--rating", "1", *options).code == 0
        assert workbench("evidence", case, "--at", "1", "--note", HOSTILE, "--url", HOSTILE).out
        return case

    @pytest.mark.parametrize(
        "command",
        [
            ["match"],
            ["match", "--json"],
            ["match", "--all-pairs"],
            ["show", "--at", "1"],
            ["show", "--at", "1", "--json"],
            ["show", "--at", HOSTILE],
            ["status"],
            ["status", "--json"],
            ["check"],
            ["check", "--json"],
            ["verdict", "--at", "1", "--rating", HOSTILE],
            ["evidence", "--at", "1", "--note", f"new {HOSTILE}"],
        ],
    )
    def test_it_is_shown_as_visible_text(self, workbench, hostile, command):
        outcome = workbench(command[0], hostile, *command[1:])
        for text in (outcome.out, outcome.err):
            assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", text)

    def test_json_loses_nothing(self, workbench, hostile):
        document = workbench("match", hostile, "--json").json
        texts = [a["text"] for claim in document["claims"] for a in claim["appearances"]]
        assert any(HOSTILE in text for text in texts)

    def test_broken_records_with_hostile_names_are_shown_safely(self, workbench, hostile):
        folder = records(hostile)[0].parent
        (folder / "x\x1b[2J.json").write_text('{"\\u001b[2J": 1}')
        outcome = workbench("check", hostile)
        assert outcome.code == 1
        assert "\x1b" not in outcome.out
        assert "\x1b" not in workbench("status", hostile).err
