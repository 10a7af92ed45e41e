"""Where the person is: current claim, active column, sentence under the cursor, list, page.

Only cursor values: what a claim is and what has been decided stand in the review session. Knows
nothing of Textual, so every movement can be tested without a terminal.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from workbench.text.cleaning import clean_line
from workbench.tui.arranging import Arrangement
from workbench.tui.listing import Listing

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from workbench.review.model import Appearance, Claim
    from workbench.review.session import ReviewSession
    from workbench.tui.marking import Marked


@dataclass(frozen=True, slots=True)
class Spot:
    """A place to come back to; its values are the place's own."""

    listing: Listing
    arrangement: Arrangement
    claim_id: str | None
    column: int
    page: int
    gathered: tuple[int, ...]
    sentences: Mapping[int, int]


class Place:
    """The cursor in a case.

    Attributes:
        session: The case.
        listing: Which claims are listed, and how.
        arrangement: The articles from left to right.
        column: Index of the article that the keys act on.
        page: Place of the leftmost article shown, among those not put away.
        slots: How many articles fit beside each other.
    """

    def __init__(self, session: ReviewSession, listing: Listing | None = None) -> None:
        self.session = session
        self.listing = listing or Listing()
        self.arrangement = Arrangement(tuple(range(len(session.articles))))
        self.column = 0
        self.page = 0
        self.slots = 1
        self._gathered: tuple[int, ...] = ()
        """Articles that are beside each other for the claim's sake; empty where the page is."""
        self.marked: Marked | None = None
        """Words that are being marked by hand."""
        self._claim_id: str | None = None
        self._sentences: dict[int, int] = {}
        self._passing: tuple[object, Listing, tuple[Claim, ...], dict[str, int]] | None = None
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
        at = self._place_of(current, claims)
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
        return self._place_of(current, claims)

    def _place_of(self, claim: Claim, claims: Sequence[Claim]) -> int:
        """Where a claim that is not in the list would be in it."""
        session, order = self.session, self.listing.order
        return bisect_right(claims, order.key(claim, session), key=lambda c: order.key(c, session))

    def _filtered(self) -> tuple[tuple[Claim, ...], dict[str, int]]:
        """The claims that the filter lets through and their places, worked out once a change."""
        every = self.session.claims
        if (
            self._passing is None
            or self._passing[0] is not every
            or self._passing[1] != self.listing
        ):
            claims = self.listing.of(self.session)
            places = {claim.id: index for index, claim in enumerate(claims)}
            self._passing = (every, self.listing, claims, places)
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

    def show(self, listing: Listing) -> None:
        """List other claims; if the present one is not among them, the next one is current."""
        self.listing = listing
        current = self.claim
        if current is None or not listing.lists(current, self.session):
            self._claim_id = None
            claims, _ = self._filtered()
            if claims:
                at = 0 if current is None else self._place_of(current, claims)
                self.go_to(claims[at % len(claims)].id)

    @property
    def spot(self) -> Spot:
        """This place, to come back to."""
        return Spot(
            self.listing,
            self.arrangement,
            self._claim_id,
            self.column,
            self.page,
            self._gathered,
            dict(self._sentences),
        )

    def return_to(self, spot: Spot) -> None:
        """Come back to a place of this session."""
        self.listing, self.arrangement = spot.listing, spot.arrangement
        self._claim_id, self.column, self.page = spot.claim_id, spot.column, spot.page
        self._gathered, self._sentences = spot.gathered, dict(spot.sentences)

    def go_to(self, claim_id: str, column: int | None = None) -> None:
        """Make a claim current; the active column follows it, to none that is put away.

        Args:
            claim_id: Which.
            column: Index of the article to stay in, if the claim appears there.
        """
        self._claim_id = claim_id
        claim = self.claim
        if claim is None:
            return
        for appearance in reversed(claim.appearances):
            self._sentences[appearance.article] = appearance.sentence
        found = {appearance.article for appearance in claim.appearances}
        wanted = (
            self.column if column is None else column,
            *self.columns,
            *self.arrangement.shown,
        )
        self.column = next((a for a in wanted if a in found), self.column)
        self.turn_to(self.column)
        self._gather()

    def take_in_articles(self) -> None:
        """Lay out the articles that have been read since, behind the others."""
        here = self.arrangement
        new = range(len(here.order), len(self.session.articles))
        self.arrangement = replace(here, order=(*here.order, *new))

    def take_in_claims(self, *, stay: bool) -> None:
        """Choose a claim, as there are claims now.

        Args:
            stay: Whether a person is reading already: the columns stay as they are, and the claim
                under their cursor is current.
        """
        self.take_in_articles()
        under_cursor = self.claim_under_cursor() if stay else None
        first = under_cursor or next(iter(self.listed), None)
        if first is not None and stay:
            self._claim_id = first.id
        elif first is not None:
            self.go_to(first.id)

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
        self._gather()
        return True

    def step_column(self, by: int) -> bool:
        """Go to the next article, round and round; False if there is but one."""
        shown = self.arrangement.shown
        return self.step_to_column(shown[(shown.index(self.column) + by) % len(shown)])

    def step_to_column(self, article: int) -> bool:
        """Go to an article; False if the cursor is there already."""
        if article == self.column:
            return False
        self.column = article
        self._begin(article)
        self.turn_to(article)
        return True

    def _begin(self, article: int) -> None:
        """Put the cursor on an article's first sentence, if it has any and was in none yet."""
        if self.session.articles[article].sentences:
            self._sentences.setdefault(article, 0)

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

    @property
    def words(self) -> str:
        """The words under the cursor, on one line: those of the appearance or of the sentence."""
        sentence = self.sentence
        if sentence is None:
            return ""
        article = self.session.articles[self.column]
        span = self.appearance or article.sentences[sentence]
        return clean_line(article.text[span.start : span.end])

    def go_to_article(self, article: int) -> None:
        """Make an article the active one."""
        self.column = article
        self._begin(article)
        self.turn_to(article)

    def claim_under_cursor(self) -> Claim | None:
        """The claim that the sentence under the cursor belongs to."""
        sentence = self.sentence
        if sentence is None:
            return None
        span = self.session.articles[self.column].sentences[sentence]
        return self.session.claim_at(self.column, span.start, span.end)

    def turn_to(self, article: int) -> None:
        """Turn the page so that an article is shown, brought back if it was put away."""
        if article in self.arrangement.hidden:
            self.arrangement = self.arrangement.including(article)
        if article in self._gathered:
            return
        self._gathered = ()
        at = self.arrangement.shown.index(article)
        if not self.page <= at < self.page + self.slots:
            self.page = at // self.slots * self.slots

    def _gather(self) -> None:
        """Put articles that make the claim beside the active one, where not all articles fit.

        Those that contradict each other come first: they are what is to be compared.
        """
        claim = self.claim
        columns, shown = self.columns, self.arrangement.shown
        if claim is None or self.arrangement.is_zoomed or len(columns) == len(shown):
            return
        opposed = {
            article
            for pair in claim.differences
            if pair.difference.conflict
            for article in (pair.a_article, pair.b_article)
        }
        found = opposed or {appearance.article for appearance in claim.appearances}
        wanted = [article for article in shown if article in found]
        there = len(set(wanted) & set(columns))
        if there >= min(self.slots, len(wanted)):
            return
        ranked = dict.fromkeys((self.column, *wanted, *columns))
        chosen = set(list(ranked)[: self.slots])
        self._gathered = tuple(article for article in shown if article in chosen)

    def turn(self, by: int) -> bool:
        """Turn so many pages of columns; False at the end."""
        self._gathered = ()
        target = self.page + by * self.slots
        if not 0 <= target < len(self.arrangement.shown):
            return False
        self.page = target
        self.column = self.arrangement.shown[target]
        self._begin(self.column)
        return True

    def lay_out(self, arrangement: Arrangement) -> None:
        """Lay the articles out otherwise; the active one stays, or the one beside it is active."""
        before = self.arrangement.shown
        self.arrangement = arrangement
        self._gathered = ()
        if self.column in arrangement.hidden:
            at = before.index(self.column)
            left = [article for article in before[:at] if article in arrangement.shown]
            right = [article for article in before[at:] if article in arrangement.shown]
            self.column = (right or left[::-1] or list(arrangement.shown))[0]
            self._begin(self.column)
        self.turn_to(self.column)

    def fit(self, slots: int) -> None:
        """Say how many articles fit beside each other."""
        slots = max(1, slots)
        if slots != self.slots:
            self.slots = slots
            self._gathered = ()
            self.page = self.arrangement.shown.index(self.column) // slots * slots
            self._gather()

    @property
    def columns(self) -> Sequence[int]:
        """The articles on the page, by index, from left to right."""
        if self.arrangement.is_zoomed:
            return (self.column,)
        if self._gathered:
            return self._gathered
        shown = self.arrangement.shown
        last = min(self.page + self.slots, len(shown))
        return shown[max(0, last - self.slots) : last]
