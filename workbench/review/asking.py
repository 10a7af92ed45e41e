"""What can be asked of an open case: which claim words belong to, why, and what it waits for.

Nothing here changes a record. Words that are no claim's become one for as long as the case is open
if a person points at them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.review.errors import BadPlace
from workbench.review.places import Places, covers_half
from workbench.review.progress import is_offered, is_waiting, waits_for
from workbench.review.signing import next_step
from workbench.review.spans import Span, span_in, span_of
from workbench.review.state import CaseState

if TYPE_CHECKING:
    from workbench.records import schema
    from workbench.records.loading import Loaded
    from workbench.review.case import Case
    from workbench.review.model import Appearance, Claim, LostAnchor
    from workbench.review.progress import Waiting
    from workbench.review.signing import Step
    from workbench.review.why import Why

Differing = tuple[tuple[tuple[int, int], ...], ...]
"""For each appearance spans of words, in code points from its start."""


class Asking(CaseState):
    """A case of which questions are answered."""

    def __init__(
        self, case: Case, reviewer: str | None = None, before: CaseState | None = None
    ) -> None:
        """Begin with nothing read (see `CaseState`)."""
        super().__init__(case, reviewer, before)
        self._places: tuple[tuple[Claim, ...], Places] = (), Places(())
        self._differing: dict[tuple[Appearance, ...], Differing] = {}

    @property
    def loaded(self) -> Loaded:
        """What the last reading of the verdicts folder found, with the files that are no record."""
        return self._book.loaded

    @property
    def record_paths(self) -> dict[str, str]:
        """For each record's id its file, as `Saved.path` gives it. Untrusted: clean it to show."""
        return {stored.record.id: stored.path for stored in self._book.stored}

    @property
    def record_reviewers(self) -> dict[str, str]:
        """For each record's id whose it is. Untrusted: clean it to show."""
        return {stored.record.id: stored.record.reviewer for stored in self._book.stored}

    def claim(self, claim_id: str) -> Claim:
        """The claim as it is now. Raises `KeyError`."""
        return self._shown[claim_id]

    def claim_at(self, article: int, start: int, end: int) -> Claim | None:
        """The claim that a span belongs to, or None."""
        return next(iter(self._holding(Span(article, start, end))), None)

    def _holding(self, span: Span) -> list[Claim]:
        claims, places = self._places
        if claims is not self.claims:
            claims = self.claims
            places = Places(claims)
            self._places = claims, places
        return places.holding(span)

    def claim_of(self, article: int, start: int, end: int) -> Claim:
        """The claim that a span belongs to; if there is none, the span becomes one.

        Raises:
            BadPlace: The article has no such span, there is nothing to read in it, or it holds
                several claims of which none is half of it.
        """
        span = span_in(self.articles, article, start, end)
        found = self._holding(span)
        if not found:
            self._pointed = (*self._pointed, span)
            self._refresh()
            found = self._holding(span)
        if len(found) > 1 and not covers_half(found[0], span):
            numbers = ", ".join(str(claim.number) for claim in found[:5])
            raise BadPlace(f"That place holds several claims ({numbers}); name one of them.")
        return found[0]

    def located(self, appearance: schema.Appearance) -> Span | LostAnchor:
        """Where the words of a recorded appearance are now, or what is known of their loss."""
        return self._book.locate(appearance)

    def next_step(self, claim: Claim) -> Step | None:
        """What this reviewer's verdict on a claim can become next, and what stands in the way.

        Returns:
            None if the reviewer has no verdict on it, or is done with it.
        """
        return next_step(
            claim, self.reviewer, second_reader=self.case.second_reader, place=self._book.locate
        )

    def waits_for(self, claim: Claim) -> Waiting | None:
        """Whom a claim waits for now, if for anybody; `str()` of it says so in words."""
        return waits_for(self._by_id[claim.id], second_reader=self.case.second_reader)

    def is_waiting(self, claim: Claim) -> bool:
        """Whether a claim waits for a second reader, also where they are not to see for what."""
        return is_waiting(self._by_id[claim.id], second_reader=self.case.second_reader)

    def is_offered(self, claim: Claim) -> bool:
        """Whether a claim is worth going through (`Progress.offered` counts these)."""
        return is_offered(claim)

    def strength(self, claim: Claim) -> float:
        """The best score, 0 to 1, of a match between two appearances; 0 if none is matched."""
        return self._joiner.comparer.strength([span_of(a) for a in claim.appearances])

    def differing(self, claim: Claim) -> Differing:
        """For each appearance, in order, the words that no other has.

        Returns:
            Spans in code points from the start of the appearance, end exclusive.
        """
        from workbench.matching.differing import differing_words

        key = claim.appearances
        if key not in self._differing:
            texts = [self.articles[a.article].text[a.start : a.end] for a in key]
            self._differing[key] = differing_words(texts)
        return self._differing[key]

    def why(self, claim: Claim, appearance: Appearance) -> tuple[Why, ...]:
        """Why an appearance belongs to its claim: by the appearances in other articles.

        Returns:
            The best score first, those that the engine did not match last, the first dozen; empty
            if the claim is in one article only. Words in it are cleaned, as all text of articles.
        """
        from workbench.review.why import why

        return why(claim, appearance, self._joiner.comparer)
