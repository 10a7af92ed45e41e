"""The review session: the one object that holds a case's state while people work on it.

Plain methods, no terminal. Every method that changes something saves a record first and only then
shows it in `claims`; if the record could not be saved, `NotSaved` says why and nothing has changed.
Reading attributes is safe from another thread (they are replaced, never mutated); calls that change
something must come from one thread at a time.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.matching.model import Matching
    from workbench.review.case import Case
    from workbench.review.model import Claim, Progress
    from workbench.text.article import Article

Report = Callable[[str, int, int], None]
"""Told what is being done ("reading", "matching", "records"), how much of it is done, and of how much."""


@dataclass(frozen=True, slots=True)
class Saved:
    """What a change did.

    Attributes:
        claim_id: The claim that it changed.
        path: The record's file, relative to the case; None if nothing had to be written.
        message: One sentence for a person ("Rated claim 3 false.").
    """

    claim_id: str
    path: str | None
    message: str


class ReviewSession:
    """A case opened for review.

    Attributes:
        case: Folder, names and settings.
        articles: In reading order (by file name); index 0 is shown as "A".
        matching: What the engine found.
        claims: All claims, in number order.
        progress: Counts.
        problems: One sentence each on a source or record that could not be read, naming the file.
        reviewer: Whose records are made here.
    """

    case: Case
    articles: tuple[Article, ...]
    matching: Matching
    claims: tuple[Claim, ...]
    progress: Progress
    problems: tuple[str, ...]
    reviewer: str

    @classmethod
    def open(
        cls,
        folder: Path,
        *,
        verdicts: Path | None = None,
        reviewer: str | None = None,
        report: Report = lambda stage, done, total: None,
        is_cancelled: Callable[[], bool] = lambda: False,
    ) -> ReviewSession:
        """Read a case: its articles, matches and records.

        Raises:
            CaseError: The case cannot be read; the message is one sentence for a person.
            Cancelled: `is_cancelled` said so.
        """
        raise NotImplementedError

    def rate(
        self,
        claim_id: str,
        rating: str,
        *,
        conclusion: str | None = None,
        justification: str | None = None,
        uncertainty: str | None = None,
        status: str | None = None,
        role: str | None = None,
    ) -> Saved:
        """Save a verdict of this reviewer; None keeps what their verdict in force says.

        An unchanged verdict writes nothing.

        Raises:
            NotSaved: Nothing was written; the message says why.
            UnknownRating: The case's scale has no such rating.
            KeyError: No such claim.
        """
        raise NotImplementedError

    def add_evidence(
        self, claim_id: str, *, replaces: str | None = None, **fields: object
    ) -> Saved:
        """Save an evidence note (fields of `EvidenceRecord`), or a new wording of an old one."""
        raise NotImplementedError

    def retract(self, claim_id: str, record_id: str) -> Saved:
        """Take back a verdict or an evidence note that is in force."""
        raise NotImplementedError

    def link(self, claim_id: str, article: int, start: int, end: int) -> Saved:
        """Say that a span belongs to a claim: confirms a match, or adds it by hand."""
        raise NotImplementedError

    def unlink(self, claim_id: str, article: int, start: int, end: int) -> Saved:
        """Say that an appearance does not belong to a claim."""
        raise NotImplementedError

    def undo(self) -> Saved | None:
        """Undo this reviewer's latest change, of this session or an earlier one; None if there is none."""
        raise NotImplementedError

    def redo(self) -> Saved | None:
        """Redo what was undone last; None if there is nothing to redo."""
        raise NotImplementedError

    def claim(self, claim_id: str) -> Claim:
        """The claim as it is now. Raises `KeyError`."""
        raise NotImplementedError

    def claim_at(self, article: int, start: int, end: int) -> Claim | None:
        """The claim that a span belongs to, or None."""
        raise NotImplementedError
