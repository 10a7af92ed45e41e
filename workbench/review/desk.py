"""Where a reviewer's decisions about a claim become records: found, composed, refused or saved.

The session asks; the desk answers with a record that is on disk, with None where there was nothing
to say, or with `NotSaved`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from workbench.records.fold import undo_stack
from workbench.records.ids import folder_name
from workbench.records.schema import ClaimRef, EvidenceRecord, LinkRecord, VerdictRecord
from workbench.review import changes
from workbench.review.errors import NotSaved
from workbench.review.signing import obstacles, uncorrected
from workbench.review.spans import Span, span_of
from workbench.text.cleaning import clean_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from workbench.records import schema
    from workbench.review.book import Book
    from workbench.review.model import Appearance, Claim, LostAnchor

R = TypeVar("R", bound="schema.Record")

_NO_ID, _NO_TIME = "0" * 26, "1970-01-01T00:00:00Z"
"""Of a verdict that is only tried out."""


class Desk:
    """Composes and saves one reviewer's records.

    Attributes:
        folders: The folder of each recorded claim, by claim id; the session keeps it up to date.
    """

    def __init__(self, book: Book, reviewer: str, *, second_reader: bool) -> None:
        """Sit down.

        Args:
            book: The case's records.
            reviewer: Whose records are made.
            second_reader: Whether the case requires a second reader.
        """
        self._book = book
        self._reviewer = reviewer
        self._second_reader = second_reader
        self.folders: dict[str, str] = {}

    def verdict(self, claim: Claim, says: Mapping[str, object]) -> VerdictRecord | None:
        """Save a verdict; None if the one in force says the same of the same appearances."""
        record = changes.verdict(self._book.sign(), self._ref(claim), claim.verdicts, says)
        if len(record.supersedes) == 1:
            old = next(v for v in claim.verdicts if v.id == record.supersedes[0])
            seen = {self._book.locate(appearance) for appearance in old.claim.appearances}
            if (
                old.reviewer == self._reviewer
                and changes.says_the_same(record, old)
                and seen == {span_of(appearance) for appearance in claim.appearances}
            ):
                return None
        if reason := self._why_unsound(record, claim):
            raise NotSaved(f"NOT SAVED: claim {claim.number}{reason}.")
        self._write(record, claim)
        return record

    def why_not(self, claim: Claim, says: Mapping[str, object]) -> str:
        """Why a verdict that says so could not be saved, as a clause; empty if it could."""
        signature = changes.Signature(_NO_ID, self._reviewer, _NO_TIME)
        record = changes.verdict(signature, self._ref(claim), claim.verdicts, says)
        return self._why_unsound(record, claim).removeprefix(":").strip()

    def _why_unsound(self, record: VerdictRecord, claim: Claim) -> str:
        """Why a verdict cannot have its status, or change what it changes; empty if it can.

        What it says follows the claim's number in a sentence.
        """
        in_the_way = obstacles(
            record,
            [*claim.history, record],
            claim.evidence,
            second_reader=self._second_reader,
            place=self._book.locate,
        )
        if in_the_way:
            sentences = [f"{clause[0].upper()}{clause[1:]}" for clause in in_the_way]
            return f" cannot be {record.status}. {'. '.join(sentences)}"
        replaced = [v for v in claim.verdicts if v.id in record.supersedes]
        if reason := uncorrected(record, replaced):
            return f": {reason}"
        settled = [v for v in replaced if v.reviewer != self._reviewer]
        is_party = any(v.reviewer == self._reviewer for v in replaced)
        if self._second_reader and settled and is_party and claim.is_disputed:
            names = ", ".join(dict.fromkeys(clean_line(v.reviewer, 60) for v in claim.verdicts))
            return (
                f": {names} disagree on it; let somebody else adjudicate, or change your own "
                "verdict"
            )
        return ""

    def evidence(
        self, claim: Claim, replaces: str | None, says: Mapping[str, object]
    ) -> EvidenceRecord | None:
        """Save an evidence note; None if the note that it replaces says the same."""
        old = None
        if replaces is not None:
            old = self._own(claim.evidence, replaces)
        record = changes.evidence(self._book.sign(), self._ref(claim), old, says)
        if old is not None and changes.says_the_same(record, old):
            return None
        self._write(record, claim)
        return record

    def retraction(self, claim: Claim, record_id: str) -> schema.Record:
        """Take back a verdict or note in force; returns what was taken back."""
        in_force: tuple[schema.Record, ...] = (*claim.verdicts, *claim.evidence)
        old = self._own(in_force, record_id)
        self._write(changes.retraction(self._book.sign(), old), claim)
        return old

    def link(
        self,
        claim: Claim,
        appearances: Sequence[Appearance | Span],
        *,
        confirmed: Sequence[Span] = (),
        added: Sequence[Span] = (),
        rejected: Sequence[Span] = (),
    ) -> None:
        """Save a decision about which spans belong to a claim.

        Args:
            claim: The claim as it is now; one that is only being made has an id and appearances.
            appearances: Those that it has after the decision.
            confirmed: Matches that a person confirmed.
            added: Spans that a person linked by hand.
            rejected: Spans that a person took out.
        """
        record = changes.link(
            self._book.sign(),
            self._ref(claim, appearances),
            confirmed=[self._book.appearance(span) for span in confirmed],
            added=[self._book.appearance(span) for span in added],
            rejected=[self._book.appearance(span) for span in rejected],
        )
        self._write(record, claim)

    def unmark(self, claim: Claim) -> bool:
        """Take back that a claim was made by hand; False if there is more to it."""
        latest = next((r for r in reversed(claim.history) if r.kind == "link"), None)
        if latest is None or latest.retracted or claim.verdicts or claim.evidence:
            return False
        if latest.reviewer != self._reviewer or not latest.added:
            return False
        self._write(changes.retraction(self._book.sign(), latest), claim)
        return True

    def settle(self, claim: Claim, lost: LostAnchor, span: Span | None) -> None:
        """Save where an appearance is now whose article was edited; None if it is gone.

        Raises:
            NotSaved: Nothing was written, or the claim would have no words left.
            KeyError: The claim has no such appearance.
        """
        recorded = (a for record in reversed(claim.history) for a in _appearances(record))
        old = next((a for a in recorded if self._book.locate(a) == lost), None)
        if old is None:
            raise KeyError(lost.exact)
        found = [span] if span is not None else []
        appearances: list[Appearance | Span] = [*claim.appearances, *found]
        new = self._book.appearance(span) if span is not None else None
        reference = self._ref(claim, appearances)
        signature, added = self._book.sign(), [new] if new is not None else []
        self._write(changes.link(signature, reference, added=added, rejected=[old]), claim)

    def undoable(self) -> schema.Record | None:
        """The latest change that stands, or None."""
        return next(reversed(undo_stack(self._book.own, self._reviewer).undoable), None)

    def redoable(self) -> schema.Record | None:
        """The latest undo that stands, or None."""
        return next(reversed(undo_stack(self._book.own, self._reviewer).redoable), None)

    def taking_back(self, record: schema.Record) -> schema.Record:
        """What would be saved to take back a change, or the undo of one."""
        return changes.undoing(self._book.sign(), record, self._book.own)

    def take_back(self, record: schema.Record, by: schema.Record) -> schema.Record:
        """Save what takes a record back; returns the change that is undone or redone by it."""
        self._book.write(by, self._book.folder_of(record.id))
        return changes.first_cause(record, self._book.own)

    def _own(self, records: Sequence[R], record_id: str) -> R:
        """A record in force by this reviewer. Raises `KeyError`, or `NotSaved` if not theirs."""
        found = next((record for record in records if record.id == record_id), None)
        if found is None:
            raise KeyError(record_id)
        if found.reviewer != self._reviewer:
            who = clean_line(found.reviewer, 60)
            raise NotSaved(f"NOT SAVED: only {who} can change what {who} wrote; add your own.")
        return found

    def _ref(
        self, claim: Claim, appearances: Sequence[Appearance | Span] | None = None
    ) -> ClaimRef:
        """The claim as a record names it."""
        shown = claim.appearances if appearances is None else appearances
        if not shown:
            raise NotSaved(
                f"NOT SAVED: the words of claim {claim.number} are no longer in the articles; "
                "link a sentence to it first."
            )
        return ClaimRef(
            id=claim.id,
            text=claim.text,
            speaker=claim.speaker,
            appearances=[
                self._book.appearance(a)
                if isinstance(a, Span)
                else self._book.appearance(span_of(a), a.relation)
                for a in shown
            ],
        )

    def _write(self, record: schema.Record, claim: Claim) -> None:
        folder = self.folders.get(claim.id)
        if folder is None:
            folder = folder_name(self._book.words(span_of(claim.appearances[0])), claim.id)
        self._book.write(record, folder)


def _appearances(record: schema.Record) -> Iterator[schema.Appearance]:
    """Every appearance that a record names."""
    yield from record.claim.appearances
    if isinstance(record, LinkRecord):
        yield from (*record.confirmed, *record.added)
