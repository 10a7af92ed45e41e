"""The table for a spreadsheet: whole, and nothing in it is computed."""

import csv
import io
import re

import pytest

from tests.publish.making import SUBJECTS, judge, note, shared, storm
from workbench.publish.formats import export_case

FORMULAS = (
    '=HYPERLINK("http://evil.example","click")',
    "+1+1",
    "-2+3",
    "@SUM(A1)",
    "\t=1+1",
    "\r=1+1",
    " =cmd|'/c calc'!A1",
    '"=1+1',
    "＝1+1",
    "a;=1+1",
    'a";=1+1',
    "a\n=1+1",
    "%0A=1",
    "|calc",
)


def computed(text, separator):
    """The cells of a table that a spreadsheet with this separator would compute."""
    table = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    cells = [cell for row in table for cell in row]
    if separator != ",":  # It may take no notice of quotation marks either.
        cells += re.split(rf"[{separator}\n\r]", text)
    return [cell for cell in cells if re.match(r"[\s\"]*[=+\-@|%＝＋－＠]", cell)]


def rows(session, *statuses):
    data = export_case(session, "csv", statuses).data
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


@pytest.fixture
def session(tmp_path):
    return storm(tmp_path)


def test_each_verdict_and_note_has_a_row_and_each_untouched_claim_one(session):
    first, second = shared(session)[:2]
    judge(session, first, "false")
    judge(session, first, "true", reviewer="Ines", status="draft")
    note(session, second, note="Ask the port.", stance="context")

    table = rows(session)

    assert [(r["claim"], r["record"], r["rating"]) for r in table[:4]] == [
        ("1", "verdict", "false"),
        ("1", "verdict", "true"),
        ("2", "evidence", ""),
        ("3", "none", ""),
    ]
    assert len(table) == len(SUBJECTS) + 1
    assert table[0]["articles"] == "A Morning Paper; B Night Paper"


def test_it_is_rfc_4180_with_a_byte_order_mark(session):
    judge(session, shared(session)[0], "false", justification='She said "no", he,\nyes.')

    data = export_case(session, "csv").data

    assert data.startswith(b"\xef\xbb\xbf")
    assert data.endswith(b'"\r\n')
    assert rows(session)[0]["justification"] == 'She said "no", he,\nyes.'
    unquoted = re.sub(rb'"(?:[^"]|"")*"', b"", data.removeprefix(b"\xef\xbb\xbf"))
    assert set(unquoted) <= set(b",\r\n")


@pytest.mark.parametrize("formula", FORMULAS)
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_no_cell_begins_like_a_formula_whatever_the_separator(session, formula, separator):
    claim = shared(session)[0]
    judge(session, claim, "false", reviewer=formula, conclusion=formula)
    note(session, claim, note=formula, title=formula, url=formula)

    text = export_case(session, "csv").data.decode("utf-8-sig")

    assert computed(text, separator) == []


def test_only_the_statuses_that_were_asked_for(session):
    first, second = shared(session)[:2]
    judge(session, first, "false", status="approved")
    judge(session, second, "false", status="draft")

    exported = export_case(session, "csv", ["approved"])

    assert [left.number for left in exported.left_out] == [second.number]
    verdicts = [r["claim"] for r in rows(session, "approved") if r["record"] == "verdict"]
    assert verdicts == [str(first.number)]
