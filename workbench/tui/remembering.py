"""What is the same again when a case is opened next time: place, list, columns, colours.

Kept in the user's own state folder under the case's path, never in the case. Articles are named by
their files and sentences by where they begin, so that what was edited or added in between moves
nothing else. Whatever no longer fits is passed over.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from workbench.records.own_state import file_about, keep_state, load_state, state_folder
from workbench.tui.arranging import Arrangement
from workbench.tui.filters import Filter
from workbench.tui.listing import Listing
from workbench.tui.orders import Order

if TYPE_CHECKING:
    from pathlib import Path

    from workbench.review.model import Claim
    from workbench.tui.main.open_case import OpenCase
    from workbench.tui.place import Place

TAUGHT = ("rate", "evidence")
"""Actions after which a person needs the hint no more."""
_MANY = 40
"""Actions after which they do not want it any more."""


@dataclass
class Habits:
    """What holds for this person in every case.

    Attributes:
        theme: The theme used last.
        done: How many actions there were, and which of those that the hint teaches.
    """

    theme: str
    done: tuple[int, frozenset[str]]

    @property
    def needs_hint(self) -> bool:
        """Whether the screen still says how to begin."""
        count, used = self.done
        return count < _MANY and not used.issuperset(TAUGHT)

    def use(self, action: str) -> None:
        """An action was carried out."""
        count, used = self.done
        self.done = count + 1, used | ({action} & set(TAUGHT))


class Memory:
    """What is remembered of a case, and of the person."""

    def __init__(self, case_root: Path) -> None:
        self._file = file_about(case_root)
        self._own_file = state_folder() / "habits.json"
        self._state = load_state(self._file)
        own = load_state(self._own_file)
        count, used = own.get("actions"), own.get("used")
        self.habits = Habits(
            _text(own, "theme"),
            (
                count if isinstance(count, int) else 0,
                frozenset(used if isinstance(used, list) else ()) & set(TAUGHT),
            ),
        )

    @property
    def theme(self) -> str:
        """The theme of this case, else the one used last; empty if there is none."""
        return _text(self._state, "theme") or self.habits.theme

    @property
    def article(self) -> str:
        """The source of the article that the cursor was left in; empty if it is not known."""
        return _text(self._state, "article")

    def listing(self) -> Listing:
        """Which claims were listed, in which order."""
        filter_, order = _text(self._state, "filter"), _text(self._state, "order")
        return Listing(
            Filter(filter_) if filter_ in set(Filter) else Filter.ALL,
            Order(order) if order in set(Order) else Order.CONFLICTS,
        )

    def restore(self, case: OpenCase) -> None:
        """Bring a case that was just opened to where it was left."""
        place, state = case.place, self._state
        sources = {a.source: i for i, a in enumerate(place.session.articles)}
        order = [sources[s] for s in _texts(state, "columns") if s in sources]
        order += [article for article in range(len(sources)) if article not in order]
        hidden = frozenset(sources[s] for s in _texts(state, "hidden") if s in sources)
        if len(hidden) < len(order):
            zoomed = state.get("zoomed") is True
            place.lay_out(Arrangement(tuple(dict.fromkeys(order)), hidden, zoomed))
        claim = next((c for c in place.listed if c.id == _text(state, "claim")), None)
        claim = claim or self._claim_at_its_words(place, sources)
        if claim is not None:
            place.go_to(claim.id)
        self._put_cursor(place, sources)
        if isinstance(state.get("list"), bool):
            case.list_wanted = state["list"]
        case.detail_large = state.get("details") is True

    def _claim_at_its_words(self, place: Place, sources: dict[str, int]) -> Claim | None:
        """The claim that has the words now: with an article before it, it has another id."""
        match self._state.get("claim_words"):
            case [str(source), int(start), int(end)] if source in sources:
                return place.session.claim_at(sources[source], start, end)
        return None

    def _put_cursor(self, place: Place, sources: dict[str, int]) -> None:
        article = sources.get(self.article)
        start = self._state.get("start")
        if article is None or not isinstance(start, int) or article in place.arrangement.hidden:
            return
        sentences = place.session.articles[article].sentences
        index = bisect_right(sentences, start, key=lambda sentence: sentence.start) - 1
        if 0 <= index < len(sentences):
            place.put(article, index)

    def keep(self, case: OpenCase, theme: str) -> None:
        """Put on disk where a case is left."""
        place = case.place
        articles = place.session.articles
        sentence = place.sentence
        sentences = articles[place.column].sentences
        claim = place.claim
        first = claim.appearances[0] if claim and claim.appearances else None
        state = {
            "theme": theme,
            "filter": str(place.listing.filter),
            "order": str(place.listing.order),
            "claim": claim.id if claim else "",
            "claim_words": [articles[first.article].source, first.start, first.end]
            if first
            else None,
            "article": articles[place.column].source,
            "start": sentences[sentence].start if sentence is not None else None,
            "columns": [articles[article].source for article in place.arrangement.order],
            "hidden": [articles[article].source for article in place.arrangement.hidden],
            "zoomed": place.arrangement.is_zoomed,
            "list": case.list_wanted,
            "details": case.detail_large,
        }
        self._state = state
        keep_state(self._file, state)
        self.keep_habits(theme)

    def keep_habits(self, theme: str) -> None:
        """Put on disk what holds in every case."""
        self.habits.theme = theme
        count, used = self.habits.done
        keep_state(self._own_file, {"theme": theme, "actions": count, "used": sorted(used)})


def _text(state: dict[str, Any], name: str) -> str:
    value = state.get(name)
    return value if isinstance(value, str) else ""


def _texts(state: dict[str, Any], name: str) -> list[str]:
    values = state.get(name)
    return [v for v in values if isinstance(v, str)] if isinstance(values, list) else []
