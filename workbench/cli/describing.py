"""A claim, its verdicts and its evidence as plain text, for a terminal or a screen reader."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from workbench.cli.output import print_facts, print_text
from workbench.review.summary import article_letter, copied_text

if TYPE_CHECKING:
    from workbench.records.schema import EvidenceRecord, VerdictRecord
    from workbench.review.model import Appearance, Claim
    from workbench.review.session import ReviewSession


def claim_title(claim: Claim) -> str:
    """A claim in one line: "3. conflicts: figures differ: A 60 · B 140. Ratings: false (Ada)"."""
    said = claim.summary or ("" if claim.relation is None else str(claim.relation))
    if claim.summary and claim.has_conflict:
        said = f"conflicts: {said}"
    parts = [f"{claim.number}."]
    parts += [f"{said}."] if said else []
    parts += [f"“{claim.text}”"]
    parts += [f"Rated {ratings(claim)}."] if claim.verdicts else []
    parts += ["The first verdict is hidden until you give yours."] if claim.hides_verdict else []
    return " ".join(parts)


def claim_facts(claim: Claim) -> dict[str, Any]:
    """What a claim is, apart from its words and records, as data."""
    return {
        "id": claim.id,
        "number": claim.number,
        "text": claim.text,
        "speaker": claim.speaker,
        "relation": claim.relation,
        "summary": claim.summary,
        "worth": claim.worth,
        "reasons": list(claim.reasons),
        "independent": claim.independent,
    }


def ratings(claim: Claim) -> str:
    """The ratings in force with who gave them: "false (Ada), true (Ines)"."""
    return ", ".join(f"{verdict.rating} ({verdict.reviewer})" for verdict in claim.verdicts)


def describe_appearances(session: ReviewSession, claim: Claim) -> None:
    """Print where a claim appears, one paragraph an appearance."""
    copied = copied_text(claim)
    if copied:
        print_text(f"{copied}.", indent=2, hanging=2)
    for a in claim.appearances:
        article = session.articles[a.article]
        notes = [str(a.origin)]
        notes += [str(a.relation)] if a.relation else []
        notes += ["disputed"] if a.disputed else []
        notes += [] if a.copy_of is None else [f"same wording as {article_letter(a.copy_of)}"]
        place = f"{article_letter(a.article)}  {article.source}:{a.start}-{a.end}"
        text = article.text[a.start : a.end]
        print_text(f"{place} ({', '.join(notes)}): {text}", indent=2, hanging=3)
    for lost in claim.lost:
        print_text(f"{lost.source} ({lost.state}, not in force): {lost.exact}", indent=2, hanging=3)


def wording_source(session: ReviewSession, appearance: Appearance) -> str | None:
    """The file of the first article that prints the wording of an appearance, or None."""
    first = appearance.copy_of
    return None if first is None else session.articles[first].source


def describe_verdict(verdict: VerdictRecord) -> None:
    """Print a verdict."""
    head = f"{verdict.rating}: {verdict.reviewer}, {verdict.role}, {verdict.status}"
    print_text(f"{head}, {verdict.created_at}", indent=2, hanging=2)
    facts = [
        ("Conclusion", verdict.conclusion),
        ("Justification", verdict.justification),
        ("Uncertainty", verdict.uncertainty),
    ]
    if verdict.correction is not None:
        facts += [
            ("Corrected because", verdict.correction.reason),
            ("Readers are told", verdict.correction.public_note),
        ]
    print_facts(facts, indent=4)


def describe_evidence(note: EvidenceRecord) -> None:
    """Print an evidence note."""
    print_text(f"{note.stance}: {note.reviewer}, {note.created_at}", indent=2, hanging=2)
    facts = [
        ("Note", note.note),
        ("Quote", note.quote),
        ("Title", note.title),
        ("Publisher", note.publisher),
        ("Address", note.url),
        ("Archived", note.archived_url),
        ("Medium", note.medium),
        ("Locator", note.locator),
        ("Question", note.question),
        ("Read at", note.accessed_at),
        ("Primary source", "yes" if note.primary else ""),
        ("Withheld", note.withheld_reason),
    ]
    print_facts(facts, indent=4)
