"""AVeriTeC: claims with a label, and questions whose answers lead to it, as a data set has them.

Fields are those of Schlichtkrull, Guo and Vlachos, "AVeriTeC: A Dataset for Real-world Claim
Verification with Evidence from the Web" (2023), in the order of its files; what a case does not
know is null or empty there as here. Days are written as there, 29-3-2026.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from workbench.publish.claimreview import articles_making, first_article
from workbench.publish.json_text import json_bytes
from workbench.publish.selecting import conclusion, justification
from workbench.text.addresses import web_address
from workbench.text.cleaning import clean, clean_line

if TYPE_CHECKING:
    from datetime import date

    from workbench.publish.selecting import Export, Selection
    from workbench.records.schema import EvidenceRecord, VerdictRecord
    from workbench.review.model import Claim

_YES_OR_NO = re.compile(r"(yes|no)\b[\s.,:;–—-]*", re.IGNORECASE)
_USUAL_MEDIUM = "Web text"
"""What the data set calls the medium of nearly all its answers."""


def export_averitec(selection: Selection) -> Export:
    """Each verdict that can stand for the desk, and whose rating has a label, as a claim."""
    labels = {rating.name: rating.averitec for rating in selection.case.case.scale}
    claims = []
    for claim in selection.case.claims:
        verdict = selection.the_verdict(claim)
        if verdict is None:
            continue
        label = labels.get(verdict.rating)
        if label:
            claims.append(_claim(selection, claim, verdict, label))
        else:
            selection.leave_out(claim, f"AVeriTeC has no label for the rating “{verdict.rating}”")
    return selection.done(json_bytes(claims), len(claims), "claim")


def _claim(
    selection: Selection, claim: Claim, verdict: VerdictRecord, label: str
) -> dict[str, Any]:
    articles = [selection.case.articles[i] for i in articles_making(selection, claim)]
    days = [article.metadata.date for article in articles if article.metadata.date is not None]
    earliest = articles[0] if len(articles) == 1 else first_article(articles)
    source = earliest.metadata if earliest is not None else None
    said = clean(justification(claim, verdict) or conclusion(claim, verdict)).strip()
    if not said:
        selection.warn(claim, "it has neither a justification nor a conclusion; it is left empty.")
    return {
        "claim": clean_line(verdict.claim.text),
        "required_reannotation": False,
        "label": label,
        "justification": said,
        "claim_date": _day(min(days)) if days else None,
        "speaker": clean_line(verdict.claim.speaker) or None,
        "original_claim_url": (source and web_address(source.url)) or None,
        "cached_original_claim_url": None,
        "fact_checking_article": web_address(selection.case.case.publish.address(claim.id)) or None,
        "reporting_source": (source and source.publisher) or None,
        "location_ISO_code": None,
        "claim_types": [],
        "fact_checking_strategies": [],
        "questions": _questions(selection, claim),
    }


def _questions(selection: Selection, claim: Claim) -> list[dict[str, Any]]:
    """The evidence by question, in the order in which each was first asked."""
    answers: dict[str, list[dict[str, Any]]] = {}
    for note in selection.evidence(claim):
        question = clean_line(note.question).strip()
        if not question:
            selection.warn(claim, f"a note by {note.reviewer} has no question; it is left empty.")
        if note.url.strip() and not web_address(note.url):
            selection.warn(claim, f"a note by {note.reviewer} names an address that is no link.")
        answers.setdefault(question, []).append(_answer(note))
    return [{"question": question, "answers": given} for question, given in answers.items()]


def _answer(note: EvidenceRecord) -> dict[str, Any]:
    """Boolean if the note begins with yes or no, extractive if it is a quotation alone."""
    said, quote = clean(note.note).strip(), clean(note.quote).strip()
    decided = _YES_OR_NO.match(said)
    answer: dict[str, Any]
    if decided:
        explained = " ".join(part for part in (said[decided.end() :], quote) if part)
        answer = {"answer": decided[1].capitalize(), "answer_type": "Boolean"}
        answer |= {"boolean_explanation": explained} if explained else {}
    elif said:
        answer = {"answer": f"{said} “{quote}”" if quote else said, "answer_type": "Abstractive"}
    elif quote:
        answer = {"answer": quote, "answer_type": "Extractive"}
    else:
        answer = {"answer": "No answer could be found.", "answer_type": "Unanswerable"}
    return answer | {
        "source_url": web_address(note.url) or None,
        "cached_source_url": web_address(note.archived_url) or None,
        "source_medium": clean_line(note.medium).strip() or _USUAL_MEDIUM,
    }


def _day(day: date) -> str:
    return f"{day.day}-{day.month}-{day.year}"
