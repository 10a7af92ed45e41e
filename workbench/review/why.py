"""Why a claim's appearances belong together: what the engine says of each pair, on request."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.matching.model import SentenceRef
from workbench.review.spans import span_of

if TYPE_CHECKING:
    from workbench.matching.explain import Explanation
    from workbench.review.comparing import Comparer
    from workbench.review.model import Appearance, Claim


@dataclass(frozen=True, slots=True)
class Why:
    """Why two appearances of a claim, in different articles, belong together.

    Attributes:
        one: The appearance that was asked about.
        other: Another of the claim's; either may have come here by a person (see its `origin`).
        explanation: Score, reasons, what they share and what differs, of the two sentences that
            match best. Its `a` is in whichever of the two articles comes first in the case.
    """

    one: Appearance
    other: Appearance
    explanation: Explanation

    @property
    def is_match(self) -> bool:
        """Whether the engine matched the two; otherwise they meet through others, or by hand."""
        return self.explanation.strength is not None


MAX_EXPLAINED = 12
"""How many other appearances are explained, those that match best: nobody reads more."""


def why(claim: Claim, appearance: Appearance, comparer: Comparer) -> tuple[Why, ...]:
    """Why an appearance belongs to its claim: by the appearances in other articles.

    Returns:
        The best score first, those that the engine did not match last; at most `MAX_EXPLAINED`.
    """
    refs = _sentences(appearance, comparer)
    found = [
        (comparer.best(refs, _sentences(other, comparer)), other)
        for other in claim.appearances
        if other.article != appearance.article
    ]
    found.sort(key=lambda pair: -pair[0].score)
    return tuple(
        Why(appearance, other, comparer.explain(match)) for match, other in found[:MAX_EXPLAINED]
    )


def _sentences(appearance: Appearance, comparer: Comparer) -> list[SentenceRef]:
    """The sentences of an appearance, or the one that it is a small part of."""
    found = comparer.refs(span_of(appearance))
    return found or [SentenceRef(appearance.article, appearance.sentence)]
