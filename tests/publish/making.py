"""A case with every rating, made without the engine, and records of several reviewers in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.review.making import match, matching, scripted, write_case
from workbench.matching.model import Difference, Matching, Relation, Slot
from workbench.records.schema import ClaimRef, Correction, EvidenceRecord, VerdictRecord
from workbench.review.book import Book
from workbench.review.spans import span_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from workbench.review.model import Claim
    from workbench.review.session import ReviewSession

CONFIG = """\
title = "The storm at Lindvik"

[publish]
url = "https://desk.example/checks/{claim}"
publisher = "The Desk"
publisher_url = "https://desk.example"
logo = "https://desk.example/logo.png"

[publish.speakers."Vera Holm"]
type = "Person"
same_as = "https://www.wikidata.org/wiki/Q1"
"""

SUBJECTS = (
    "The ferry had 70 people on board",
    "The ferry left the pier at noon",
    "The storm closed 12 schools",
    "The mayor slept through the night",
    "The bridge fell into the river",
    "The lighthouse went dark at nine",
    "The fish market burned for two days",
    "The power failed in 300 houses",
    "The sea wall was built in 1954",
)
"""One claim each, made by both papers in the same sentence."""

MORNING, EVENING = 0, 1


def storm(root: Path, config: str = CONFIG, subjects: Sequence[str] = SUBJECTS) -> ReviewSession:
    """Two papers that make the same claims, one in each sentence."""
    body = "\n\n".join(f"{subject}." for subject in subjects)
    papers = {
        "morning.txt": _paper("Storm over Lindvik", "Morning Paper", "2026-03-28", body),
        "night.txt": _paper("The night of the storm", "Night Paper", "2026-03-29", body),
    }
    write_case(root, papers)
    (root / "workbench.toml").write_text(config, encoding="utf-8")
    groups = [((MORNING, n), (EVENING, n)) for n in range(len(subjects))]
    return scripted(root, *groups)


def _paper(title: str, publisher: str, day: str, body: str) -> str:
    name = publisher.split()[0].lower()
    head = f"title: {title}\npublisher: {publisher}\ndate: {day}\nurl: https://{name}.example/storm"
    return f"---\n{head}\nlanguage: en\n---\n\n{body}\n"


def edited(root: Path, old: str, new: str) -> ReviewSession:
    """The two papers' case opened again after the second was edited; the same sentences match."""
    path = root / "articles" / "night.txt"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    return scripted(root, *[((MORNING, n), (EVENING, n)) for n in range(len(SUBJECTS))])


def crowd(root: Path, papers: int = 20) -> ReviewSession:
    """Many papers that make nine claims each, half of them with another figure."""
    texts = {}
    for number in range(papers):
        body = "\n\n".join(
            f"{subject}, said witness {number}. Nobody asked the {number} others."
            for subject in SUBJECTS
        )
        texts[f"p{number:02}.txt"] = _paper(
            f"Storm report {number}", f"Paper{number} Daily", f"2026-03-{number % 28 + 1:02}", body
        )
    write_case(root, texts)
    (root / "workbench.toml").write_text(CONFIG, encoding="utf-8")
    pairs = [
        match(
            (one, 2 * n),
            (other, 2 * n),
            Relation.CONFLICTS if n % 3 == 0 else Relation.AGREES,
            *([_FIGURE] if n % 3 == 0 else []),
        )
        for n in range(len(SUBJECTS))
        for one in range(papers)
        for other in range(one + 1, papers)
    ]
    groups = [[(p, 2 * n) for p in range(papers)] for n in range(len(SUBJECTS))]
    found = matching(groups, [2 * len(SUBJECTS)] * papers)
    return scripted(root, found=Matching(tuple(pairs), found.claims))


_FIGURE = Difference(Slot.NUMBER, "The", "The", (0, 3), (0, 3), conflict=True)


def judge(
    session: ReviewSession,
    claim: Claim,
    rating: str,
    *,
    reviewer: str = "Ada",
    status: str = "draft",
    speaker: str = "Vera Holm",
    correction: tuple[str, str] | None = None,
    day: str = "",
    **said: object,
) -> VerdictRecord:
    """Record a verdict as if its reviewer had, on a day ("2026-03-30") or now.

    It replaces what they said before.
    """
    book, fields = _signed(session, claim, reviewer, speaker)
    fields |= {"created_at": f"{day}T09:00:00Z"} if day else {}
    if correction is not None:
        said["correction"] = Correction(reason=correction[0], public_note=correction[1])
    now = session.claim(claim.id)
    said.setdefault("conclusion", f"{reviewer} found it {rating}.")
    before = [v.id for v in now.verdicts if v.reviewer == reviewer]
    record = VerdictRecord(rating=rating, status=status, supersedes=before, **fields, **said)
    book.write(record, f"claim-{claim.id}")
    session.reload()
    return record


def publish(session: ReviewSession, claim: Claim, rating: str, **said: object) -> VerdictRecord:
    """Record a published verdict, with the evidence that it takes."""
    if not session.claim(claim.id).evidence:
        note(session, claim, note="It says so.", quote="So it is.", title="Log", locator="page 1")
    return judge(session, claim, rating, **{"status": "published", **said})


def note(
    session: ReviewSession, claim: Claim, *, reviewer: str = "Ada", **said: object
) -> EvidenceRecord:
    """Record an evidence note."""
    book, fields = _signed(session, claim, reviewer, "")
    record = EvidenceRecord(**fields, **said)
    book.write(record, f"claim-{claim.id}")
    session.reload()
    return record


def _signed(
    session: ReviewSession, claim: Claim, reviewer: str, speaker: str
) -> tuple[Book, dict[str, object]]:
    book = Book(session.case, session.articles, reviewer)
    book.load()
    signature = book.sign()
    reference = ClaimRef(
        id=claim.id,
        text=claim.text,
        speaker=speaker,
        appearances=[book.appearance(span_of(a), a.relation) for a in claim.appearances],
    )
    return book, {
        "id": signature.id,
        "reviewer": reviewer,
        "created_at": signature.created_at,
        "claim": reference,
    }


def shared(session: ReviewSession) -> list[Claim]:
    """The nine claims, in their order."""
    return [claim for claim in session.claims if claim.is_shared]
