"""Which words belong to a claim, as a person says: linked, marked, taken out, found again."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from workbench.review.errors import NotSaved
from workbench.review.places import appearance_at
from workbench.review.saving import Saved, Saving
from workbench.review.spans import Span, span_in, span_of
from workbench.review.summary import article_letter
from workbench.text.cleaning import clean_line

if TYPE_CHECKING:
    from workbench.records.schema import LinkRecord
    from workbench.review.model import Appearance, Claim, LostAnchor


class Linking(Saving):
    """A case in which appearances can be linked to a claim and taken out of it."""

    def link(self, claim_id: str, article: int, start: int, end: int) -> Saved:
        """Say that a span belongs to a claim: confirms a match, or adds it by hand.

        A span that is added is taken out of the claim that it was in.

        Raises:
            NotSaved: Nothing was written; the message says why.
            BadPlace: The article has no such span, or there is nothing to read in it.
            KeyError: No such claim.
        """
        claim = self._by_id[claim_id]
        span = span_in(self.articles, article, start, end)
        there = appearance_at(claim, span)
        if there is None:
            left = self._left_by(claim, span)
            self._desk.link(claim, [*claim.appearances, span], added=[span])
            return self._saved(f"Linked the sentence to claim {claim.number}{left}.")
        if there.origin in {"confirmed", "added"} and not there.disputed:
            return Saved(claim.id, None, "That sentence is linked already; nothing to save.")
        self._desk.link(claim, claim.appearances, confirmed=[span_of(there)])
        return self._saved(f"Confirmed the sentence in claim {claim.number}.")

    def mark(self, claim_id: str, article: int, start: int, end: int) -> Saved:
        """Say that exactly these words belong to a claim, be they part of a sentence or several.

        What the claim had of the same words before gives way to them. An appearance of another
        claim of which they are at least half moves here; a longer one stays where it is as well.

        Raises:
            NotSaved: Nothing was written; the message says why.
            BadPlace: The article has no such span, or there is nothing to read in it.
            KeyError: No such claim.
        """
        claim = self._by_id[claim_id]
        span = span_in(self.articles, article, start, end)
        touching = [a for a in claim.appearances if span.overlap(span_of(a))]
        if any(span_of(a) == span for a in touching):
            return self.link(claim_id, *span)
        self._keep_judged_words(claim, touching)
        self._keep_judged_words_elsewhere(claim, span)
        if any(self._words(a) == claim.text for a in touching):
            text = clean_line(self.articles[article].text[start:end])
            claim = replace(claim, text=text, speaker="")
        rest = [a for a in claim.appearances if a not in touching]
        spans = [span_of(a) for a in touching]
        left = self._left_by(claim, span)
        self._desk.link(claim, [*rest, span], added=[span], rejected=spans)
        where = f"Marked in {article_letter(article)} for claim {claim.number}"
        return self._saved(f"{where}{left}.")

    def unlink(self, claim_id: str, article: int, start: int, end: int) -> Saved:
        """Say that an appearance does not belong to a claim.

        Raises:
            NotSaved: Nothing was written; the message says why.
            BadPlace: The article has no such span, or there is nothing to read in it.
            KeyError: No such claim.
        """
        claim = self._by_id[claim_id]
        there = self._appearance_of(claim, article, start, end)
        rest = [appearance for appearance in claim.appearances if appearance != there]
        if not rest and self._desk.unmark(claim):
            return self._saved(f"Claim {claim.number} is marked no longer.")
        if not rest:
            raise NotSaved(
                f"NOT SAVED: claim {claim.number} has this sentence only; "
                "link another one first, or take its verdict back."
            )
        self._desk.link(claim, rest, rejected=[span_of(there)])
        return self._saved(f"Took the sentence out of claim {claim.number}.")

    def settle(self, claim_id: str, lost: LostAnchor, place: tuple[int, int, int] | None) -> Saved:
        """Say where a judged sentence is now whose article was edited, or that it is gone.

        Args:
            claim_id: Which claim.
            lost: One of the claim's `lost`.
            place: Article index, start and end in code points; None if it is gone.

        Raises:
            NotSaved: Nothing was written; the message says why.
            BadPlace: The article has no such span, or there is nothing to read in it.
            KeyError: No such claim, or it has not lost that.
        """
        claim = self._by_id[claim_id]
        span = None if place is None else span_in(self.articles, *place)
        self._desk.settle(claim, lost, span)
        where = "is gone" if span is None else f"is now in {article_letter(span.article)}"
        return self._saved(f"Noted that the edited sentence of claim {claim.number} {where}.")

    def reword(self, claim_id: str, article: int, start: int, end: int) -> Saved:
        """Word a claim as one of its appearances does; verdicts on it are about these words.

        Raises:
            NotSaved: Nothing was written; the message says why.
            BadPlace: The article has no such span, or there is nothing to read in it.
            KeyError: No such claim.
        """
        claim = self._by_id[claim_id]
        there = self._appearance_of(claim, article, start, end)
        if claim.verdicts:
            raise NotSaved(
                f"NOT SAVED: claim {claim.number} has a verdict on its present wording; "
                "take that back first."
            )
        text = self._words(there)
        if text == claim.text:
            return Saved(claim.id, None, "The claim is worded so already; nothing to save.")
        worded = replace(claim, text=text, speaker="")
        self._desk.link(worded, claim.appearances, confirmed=[span_of(there)])
        return self._saved(f"Claim {claim.number} is now worded as in {article_letter(article)}.")

    def _appearance_of(self, claim: Claim, article: int, start: int, end: int) -> Appearance:
        """The appearance of a claim at a span.

        Raises:
            NotSaved: The claim has none there.
            BadPlace: The article has no such span, or there is nothing to read in it.
        """
        there = appearance_at(claim, span_in(self.articles, article, start, end))
        if there is None:
            raise NotSaved(f"NOT SAVED: that sentence does not belong to claim {claim.number}.")
        return there

    def _keep_judged_words(self, claim: Claim, leaving: list[Appearance]) -> None:
        """Refuse to take the words that a verdict is about away from it."""
        if claim.verdicts and any(self._words(a) == claim.text for a in leaving):
            raise NotSaved(
                f"NOT SAVED: the verdict on claim {claim.number} is about these very words; "
                "take it back first."
            )

    def _keep_judged_words_elsewhere(self, claim: Claim | None, span: Span) -> None:
        """Refuse it for what a span that is linked to a claim, or makes one, takes from others."""
        for held in self._holding(span):
            other = self._by_id[held.id]
            if claim is None or other.id != claim.id:
                self._keep_judged_words(
                    other, [a for a in other.appearances if span.covers(span_of(a))]
                )

    def _keep_words_judged_since(self, claim: Claim, link: LinkRecord) -> None:
        """Refuse to say again what was undone, where a verdict has come to be about the words."""
        taken_out = {self._book.locate(appearance) for appearance in link.rejected}
        self._keep_judged_words(claim, [a for a in claim.appearances if span_of(a) in taken_out])
        for appearance in link.added:
            found = self._book.locate(appearance)
            if isinstance(found, Span):
                self._keep_judged_words_elsewhere(claim, found)

    def _left_by(self, claim: Claim | None, span: Span) -> str:
        """Which claims lose a sentence to a span, in words that end a message; often none."""
        numbers = [
            str(other.number)
            for other in self._holding(span)
            if (claim is None or other.id != claim.id)
            and len(other.appearances) > 1
            and any(span.covers(span_of(a)) for a in other.appearances)
        ]
        return f"; taken out of claim {', '.join(numbers)}" if numbers else ""

    def _words(self, appearance: Appearance) -> str:
        """The words of an appearance on one line, as a claim would be worded."""
        text = self.articles[appearance.article].text
        return clean_line(text[appearance.start : appearance.end])
