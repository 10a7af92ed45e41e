"""Claims made, joined and split by hand, so that no verdict ends up on words that nobody judged.

A verdict is about one wording. The claim that has a verdict keeps that wording, whoever joins or
splits: of two claims that are joined the judged one takes the other in, and of a claim that is
split the part with the wording stays. Two claims with a verdict each cannot be joined.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import count
from typing import TYPE_CHECKING

from workbench.records.ids import claim_id
from workbench.review.errors import BadPlace, NotSaved
from workbench.review.linking import Linking
from workbench.review.model import Appearance, Claim, Origin
from workbench.review.saving import Saved
from workbench.review.spans import Span, span_in, span_of
from workbench.review.summary import article_letter

if TYPE_CHECKING:
    from collections.abc import Sequence

Place = tuple[int, int, int]
"""Article index, start and end in code points."""


class Regrouping(Linking):
    """A case in which claims can be made, joined and split."""

    def start_claim(self, article: int, start: int, end: int) -> Saved:
        """Make a claim of its own of exactly these words, be they part of a sentence or several.

        An appearance of another claim of which they are at least half moves here; a longer one
        stays where it is as well.

        Raises:
            NotSaved: Nothing was written; the message says why.
            BadPlace: The article has no such span, or there is nothing to read in it.
        """
        span = span_in(self.articles, article, start, end)
        for claim in self._holding(span):
            if span in map(span_of, claim.appearances):
                if len(claim.appearances) > 1:
                    return self.split(claim.id, [span])
                if any(a.origin is Origin.ADDED for a in claim.appearances):
                    return Saved(claim.id, None, "These words are a claim of their own already.")
        self._keep_judged_words_elsewhere(None, span)
        there = Appearance(
            *span, self._joiner.comparer.sentence_at(span), relation=None, origin=Origin.ADDED
        )
        left = self._left_by(None, span)
        saved = self._start([there])
        number = self.claim(saved.claim_id).number
        where = f"marked in {article_letter(article)}"
        return replace(saved, message=f"Claim {number} is {where}{left}.")

    def split(self, claim_id: str, leaving: Sequence[Place]) -> Saved:
        """Let appearances of a claim become a claim of their own.

        If one of them has the wording that a verdict or note of the claim is about, the others
        become it: the division is the same, and the verdict stays with its words.

        Args:
            claim_id: Which claim.
            leaving: Some of its appearances, exactly.

        Raises:
            NotSaved: Nothing was written; the message says why.
            BadPlace: One of them is no appearance of the claim.
            KeyError: No such claim.
        """
        claim = self._by_id[claim_id]
        spans = {Span(*place) for place in leaving}
        if not spans <= set(map(span_of, claim.appearances)):
            raise BadPlace(f"That is no appearance of claim {claim.number}.")
        going = [a for a in claim.appearances if span_of(a) in spans]
        rest = [a for a in claim.appearances if span_of(a) not in spans]
        if not going or not rest:
            raise NotSaved(
                f"NOT SAVED: some sentences of claim {claim.number} must leave, and some stay."
            )
        if claim.history and not any(self._words(a) == claim.text for a in rest):
            going = rest
        saved = self._start(going)
        new = self.claim(saved.claim_id)
        what = "a sentence" if len(going) == 1 else f"{len(going)} sentences"
        message = f"Split {what} off claim {claim.number}: claim {new.number}."
        return replace(saved, message=message)

    def join(self, claim_id: str, other_id: str) -> Saved:
        """Make one claim of two.

        Raises:
            NotSaved: Nothing was written; the message says why.
            KeyError: No such claim.
        """
        claim, other = self._by_id[claim_id], self._by_id[other_id]
        if claim.id == other.id:
            raise NotSaved("NOT SAVED: a claim cannot be joined with itself.")
        if claim.verdicts and other.verdicts:
            raise NotSaved(
                f"NOT SAVED: claims {claim.number} and {other.number} have a verdict each, on "
                "different words; take one back first."
            )
        if not (claim.appearances and other.appearances):
            lost = other if claim.appearances else claim
            raise NotSaved(
                f"NOT SAVED: the words of claim {lost.number} are no longer in the articles; "
                "settle where they are now first."
            )
        keeping, taken = claim, other
        if bool(other.verdicts) or (other.evidence and not claim.evidence and not claim.verdicts):
            keeping, taken = other, claim
        added = [span_of(a) for a in taken.appearances if not self._is_in(keeping, span_of(a))]
        # What people once took out of the claim that is taken in belongs to the one that takes it.
        confirmed = [
            span_of(a)
            for a in keeping.appearances
            if self._words(a) == keeping.text or span_of(a) in self._taken_out(taken)
        ]
        self._desk.link(keeping, [*keeping.appearances, *added], added=added, confirmed=confirmed)
        saved = self._saved("")
        number = self.claim(saved.claim_id).number
        message = f"Claims {claim.number} and {other.number} are one: claim {number}."
        return replace(saved, message=message)

    def _start(self, appearances: Sequence[Appearance]) -> Saved:
        """Save a claim of its own made of some appearances, worded as the first."""
        first = appearances[0]
        claim = Claim(
            id=self._free_id(first),
            number=0,
            text=self._words(first),
            speaker="",
            relation=None,
            summary="",
            appearances=tuple(appearances),
        )
        self._desk.link(claim, appearances, added=[span_of(a) for a in appearances])
        return self._saved("")

    def _free_id(self, appearance: Appearance) -> str:
        """The id that goes with some words, or another if a claim of more words has it."""
        source = self.articles[appearance.article].source
        exact = self._book.words(span_of(appearance))
        names = (f"{source}\0marked{n}" if n else source for n in count())
        ids = (claim_id(name, exact) for name in names)
        return next(name for name in ids if self._is_free(name, span_of(appearance)))

    def _is_free(self, name: str, span: Span) -> bool:
        claim = self._by_id.get(name)
        return claim is None or [span_of(a) for a in claim.appearances] == [span]

    def _is_in(self, claim: Claim, span: Span) -> bool:
        return any(span == span_of(a) for a in claim.appearances)

    def _taken_out(self, claim: Claim) -> set[Span]:
        """What a person took out of a claim at any time."""
        links = (record for record in claim.history if record.kind == "link")
        found = (self._book.locate(a) for record in links for a in record.rejected)
        return {span for span in found if isinstance(span, Span)}
