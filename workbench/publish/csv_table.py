"""CSV for a spreadsheet: a row for each verdict, note, and claim that nobody has touched yet.

RFC 4180: commas, every cell in quotation marks, CRLF at the end of a row. The file begins with a
byte order mark: without one Excel takes UTF-8 for the system's old encoding and shows “â€œ” for a
curly quote, and every other reader of CSV skips it.

A cell that begins like a formula gets an apostrophe before it, so that no text from an article is
computed (https://owasp.org/www-community/attacks/CSV_Injection). So does what follows a semicolon
or a line end in a cell: where the separator is the semicolon, a cell begins there.
"""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING

from workbench.publish.selecting import is_decided
from workbench.review.summary import article_letter
from workbench.text.cleaning import clean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbench.publish.selecting import Export, Selection
    from workbench.records.schema import EvidenceRecord, VerdictRecord
    from workbench.review.model import Claim

_COLUMNS = (
    "claim",
    "claim_id",
    "text",
    "speaker",
    "relation",
    "what_differs",
    "articles",
    "record",
    "reviewer",
    "date",
    "rating",
    "status",
    "role",
    "conclusion",
    "justification",
    "uncertainty",
    "public_correction",
    "stance",
    "question",
    "note",
    "quote",
    "title",
    "publisher",
    "url",
    "archived_url",
    "locator",
    "medium",
    "primary",
    "accessed_at",
)
_FORMULA = re.compile(r"(^|[;\n])((?:[^\S\n]|[\"'])*)(?=[=+\-@|%＝＋－＠])")
"""Where a spreadsheet would begin to compute: full-width signs count in East Asian ones."""


def export_csv(selection: Selection) -> Export:
    """The claims worth going through, with their verdicts and notes."""
    rows = [row for claim in selection.case.claims for row in _rows(selection, claim)]
    text = io.StringIO()
    writer = csv.DictWriter(text, _COLUMNS, restval="", quoting=csv.QUOTE_ALL)
    writer.writeheader()
    writer.writerows({name: _inert(value) for name, value in row.items()} for row in rows)
    return selection.done(text.getvalue().encode("utf-8-sig"), len(rows), "row")


def _rows(selection: Selection, claim: Claim) -> Iterator[dict[str, str]]:
    if not selection.case.is_offered(claim):
        return
    about = {
        "claim": str(claim.number),
        "claim_id": claim.id,
        "text": claim.text,
        "speaker": claim.speaker,
        "relation": str(claim.relation or ""),
        "what_differs": claim.summary,
        "articles": _articles(selection, claim),
    }
    if not is_decided(claim):
        yield about | {"record": "none"}
    for verdict in selection.verdicts(claim):
        yield about | _verdict(verdict)
    for note in selection.evidence(claim):
        yield about | _note(note)


def _articles(selection: Selection, claim: Claim) -> str:
    named = []
    for index in dict.fromkeys(a.article for a in claim.appearances):
        article = selection.case.articles[index]
        named.append(f"{article_letter(index)} {article.metadata.publisher or article.source}")
    return "; ".join(named)


def _verdict(verdict: VerdictRecord) -> dict[str, str]:
    correction = verdict.correction.public_note if verdict.correction else ""
    return {
        "record": "verdict",
        "reviewer": verdict.reviewer,
        "date": verdict.created_at[:10],
        "rating": verdict.rating,
        "status": verdict.status,
        "role": verdict.role,
        "conclusion": verdict.conclusion,
        "justification": verdict.justification,
        "uncertainty": verdict.uncertainty,
        "public_correction": correction,
    }


def _note(note: EvidenceRecord) -> dict[str, str]:
    return {
        "record": "evidence",
        "reviewer": note.reviewer,
        "date": note.created_at[:10],
        "stance": note.stance,
        "question": note.question,
        "note": note.note,
        "quote": note.quote,
        "title": note.title,
        "publisher": note.publisher,
        "url": note.url,
        "archived_url": note.archived_url,
        "locator": note.locator,
        "medium": note.medium,
        "primary": "yes" if note.primary else "no",
        "accessed_at": note.accessed_at,
    }


def _inert(value: str) -> str:
    return _FORMULA.sub(r"\1'\2", clean(value))
