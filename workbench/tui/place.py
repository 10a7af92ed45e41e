"""Where the person is: current claim, active column, sentence under the cursor, filter, page.

Only cursor values: what a claim is and what has been decided stand in the review session. Knows
nothing of Textual, so every movement can be tested without a terminal.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from workbench.tui.filters import Filter

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.review.model import Appearance, Claim
    from workbench.review.session import ReviewSession


class Place:
    """The cursor in a case.

    Attributes:
        session: The case.
        filter: Which claims are listed.
        column: Index of the article that the keys act on.
        page: Index of the leftmost article shown.
        slots: How many articles fit beside each other.
    """

    def __init__(self, session: ReviewSession, filter_: Filter = Filter.ALL) -> None:
        self.session = session
        self.filter = filter_
        self.column = 0
        self.page = 0
        self.slots = 1
        self._claim_id: str | None = None
        self._sentences: dict[int, int] = {}
        self._passing: tuple[object, Filter, tuple[Claim, ...], dict[str, int]] | None = None
        claims = self.listed
        if claims:
            self.go_to(claims[0].id)

    @property
    def claim(self) -> Claim | None:
        """The current claim."""
        if self._claim_id is None:
            return None
        try:
            return self.session.claim(self._claim_id)
        except KeyError:
            return None

    def is_on(self, claim_id: str) -> bool:
        """Whether a claim is the current one."""
        return self._claim_id == claim_id

    @property
    def listed(self) -> tuple[Claim, ...]:
        """The claims in the list; the current one stays until it is left, whatever the filter."""
        claims, places = self._filtered()
        if self._claim_id is None or self._claim_id in places:
            return claims
        current = self.claim
        if current is None:
            return claims
        at = bisect_right(claims, current.number, key=lambda claim: claim.number)
        return (*claims[:at], current, *claims[at:])

    @property
    def index(self) -> int:
        """The current claim's place in the list, -1 if there is none."""
        claims, places = self._filtered()
        if self._claim_id in places:
            return places[self._claim_id]
        current = self.claim
        if current is None:
            return -1
        return bisect_right(claims, current.number, key=lambda claim: claim.number)

    def _filtered(self) -> tuple[tuple[Claim, ...], dict[str, int]]:
        """The claims that the filter lets through and their places, worked out once a change."""
        every = self.session.claims
        if (
            self._passing is None
            or self._passing[0] is not every
            or self._passing[1] != self.filter
        ):
            claims = tuple(c for c in every if self.filter.lets_through(c, self.session))
            places = {claim.id: index for index, claim in enumerate(claims)}
            self._passing = (every, self.filter, claims, places)
        return self._passing[2], self._passing[3]

    @property
    def sentence(self) -> int | None:
        """The sentence under the cursor in the active column."""
        return self._sentences.get(self.column)

    @property
    def appearance(self) -> Appearance | None:
        """The current claim's appearance that the cursor stands on."""
        claim, sentence = self.claim, self.sentence
        if claim is None or sentence is None:
            return None
        span = self.session.articles[self.column].sentences[sentence]
        return next(
            (
                appearance
                for appearance in claim.appearances
                if appearance.article == self.column
                and appearance.start < span.end
                and appearance.end > span.start
            ),
            None,
        )

    def show_filter(self, filter_: Filter) -> None:
        """List other claims; the first of them becomes current if the present one is not there."""
        self.filter = filter_
        current = self.claim
        if current is None or not filter_.lets_through(current, self.session):
            self._claim_id = None
            claims = self.listed
            following = [c for c in claims if current is None or c.number > current.number]
            if claims:
                self.go_to((following or claims)[0].id)

    def go_to(self, claim_id: str, column: int | None = None) -> None:
        """Make a claim current; the active column follows it.

        Args:
            claim_id: Which.
            column: Index of the article to stay in, if the claim appears there.
        """
        self._claim_id = claim_id
        claim = self.claim
        if claim is None or not claim.appearances:
            return
        for appearance in reversed(claim.appearances):
            self._sentences[appearance.article] = appearance.sentence
        wanted = self.column if column is None else column
        if claim.appearance_in(wanted) is not None:
            self.column = wanted
        else:
            self.column = claim.appearances[0].article
        self.turn_to(self.column)

    def step(self, by: int) -> bool:
        """Go so many claims on in the list; False at its end."""
        claims, index = self.listed, self.index
        if not claims:
            return False
        target = min(max(index + by, 0), len(claims) - 1)
        if target == index:
            return False
        self.go_to(claims[target].id)
        return True

    def step_to_unreviewed(self) -> bool:
        """Go to the next claim without a verdict, from the top after the end; False if none."""
        claims, index = self.listed, self.index
        for claim in (*claims[index + 1 :], *claims[: index + 1]):
            if not claim.is_reviewed:
                self.go_to(claim.id)
                return True
        return False

    def step_appearance(self, by: int) -> bool:
        """Go to the claim's next appearance, round and round; False if there is but one."""
        claim = self.claim
        if claim is None or len(claim.appearances) < 2:
            return False
        here = self.appearance
        index = claim.appearances.index(here) if here in claim.appearances else -1
        appearance = claim.appearances[(index + by) % len(claim.appearances)]
        self.column = appearance.article
        self._sentences[appearance.article] = appearance.sentence
        self.turn_to(self.column)
        return True

    def step_column(self, by: int) -> bool:
        """Go to the next article, round and round; False if there is but one."""
        count = len(self.session.articles)
        if count < 2:
            return False
        self.column = (self.column + by) % count
        self._sentences.setdefault(self.column, 0)
        self.turn_to(self.column)
        return True

    def step_sentence(self, by: int) -> bool:
        """Move the cursor in the active article; False at its end."""
        sentences = self.session.articles[self.column].sentences
        if not sentences:
            return False
        now = self._sentences.get(self.column)
        target = 0 if now is None else min(max(now + by, 0), len(sentences) - 1)
        if target == now:
            return False
        self._sentences[self.column] = target
        return True

    def put(self, article: int, sentence: int) -> None:
        """Put the cursor on a sentence."""
        self.column = article
        self._sentences[article] = sentence
        self.turn_to(article)

    def put_at(self, article: int, offset: int) -> None:
        """Put the cursor on the sentence that an offset of an article stands in, or the next."""
        sentences = self.session.articles[article].sentences
        index = bisect_right(sentences, offset, key=lambda sentence: sentence.end)
        if sentences:
            self.put(article, min(index, len(sentences) - 1))

    def claim_under_cursor(self) -> Claim | None:
        """The claim that the sentence under the cursor belongs to."""
        sentence = self.sentence
        if sentence is None:
            return None
        span = self.session.articles[self.column].sentences[sentence]
        return self.session.claim_at(self.column, span.start, span.end)

    def turn_to(self, article: int) -> None:
        """Turn the page so that an article is shown."""
        if not self.page <= article < self.page + self.slots:
            self.page = article // self.slots * self.slots

    def turn(self, by: int) -> bool:
        """Turn so many pages of columns; False at the end."""
        target = self.page + by * self.slots
        if not 0 <= target < len(self.session.articles):
            return False
        self.page = target
        self.column = target
        self._sentences.setdefault(self.column, 0)
        return True

    def fit(self, slots: int) -> None:
        """Say how many articles fit beside each other."""
        slots = max(1, min(slots, len(self.session.articles)))
        if slots != self.slots:
            self.slots = slots
            self.page = self.column // slots * slots

    def shown(self) -> Sequence[int]:
        """The articles on the page, by index."""
        last = min(self.page + self.slots, len(self.session.articles))
        return range(max(0, min(self.page, last - self.slots)), last)
