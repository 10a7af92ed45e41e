"""What is known of a check that somebody made before, whatever it was read from."""

from __future__ import annotations

from dataclasses import dataclass

VERY_LIKE, LIKE = 0.8, 0.4
"""Scores from which a result is most likely about the same claim, or may be (docs/searching.md)."""


@dataclass(frozen=True, slots=True)
class EarlierCheck:
    """A claim that was checked before. Every value is one line, safe to show.

    Attributes:
        claim: What was checked.
        rating: In the words of whoever checked it ("false", "Four Pinocchios").
        title: Of the article about the check, or "".
        conclusion: The finding in a sentence or a few, or "".
        checker: Who checked it: a desk, or the reviewers of a case.
        date: Day of the check as YYYY-MM-DD, or "".
        speaker: Who made the claim, or "".
        url: Where the check was published, or "".
        place: The file that it lies in.
        status: How far a verdict of a case is ("draft", "approved" …); "" for a published check.
        claim_id: Of a verdict of the case that is open, its claim; else "".
        judge: Who alone has judged the claim, where that may have to be kept from a second reader
            who is to judge unseen; else "".
    """

    claim: str
    rating: str
    title: str = ""
    conclusion: str = ""
    checker: str = ""
    date: str = ""
    speaker: str = ""
    url: str = ""
    place: str = ""
    status: str = ""
    claim_id: str = ""
    judge: str = ""

    def is_kept_from(self, reviewer: str, *, reads_blind: bool) -> bool:
        """Whether a reviewer is to judge the claim before they see this.

        Args:
            reviewer: Who searches.
            reads_blind: Whether they read the case that is open blind; other cases say for
                themselves.
        """
        return self.judge not in {"", reviewer} and (reads_blind or not self.claim_id)


@dataclass(frozen=True, slots=True)
class Found:
    """An earlier check that a search found.

    Attributes:
        check: What was found.
        score: How like the words are, from 0 to 1. Not a probability.
    """

    check: EarlierCheck
    score: float


def searched_text(check: EarlierCheck) -> str:
    """What of a check is searched."""
    return ". ".join(filter(None, (check.claim, check.title, check.speaker)))


def citation(check: EarlierCheck, today: str) -> dict[str, str]:
    """An earlier check as the fields of an evidence note (`ReviewSession.add_evidence`).

    Args:
        check: What is cited.
        today: The day on which it was read, as YYYY-MM-DD.
    """
    who = check.checker or "Somebody"
    when = f" on {check.date}" if check.date else ""
    note = f"{who} rated this claim “{check.rating}”{when}."
    fields = {
        "stance": "context",
        "note": f"{note} {check.conclusion}".strip(),
        "quote": check.claim,
        "url": check.url,
        "title": check.title,
        "publisher": check.checker,
        "locator": "" if check.url else check.place,
        "accessed_at": today,
    }
    return {name: value for name, value in fields.items() if value}
