"""Recorded claims: records that are about the same words, folded to what they say together.

Records belong together if they lie in one folder, name one claim id, replace one another, or hold
the same words of the articles as they are now. Each such *component* is one claim on the screen.

A span that a person added to a claim by hand was moved there: it belongs to that claim alone, and
does not make one claim of two. Only where the other claim would be left with no words at all, and
its verdict with nothing to stand on, do both become one.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from workbench.matching.model import Relation
from workbench.records.fold import fold
from workbench.review.model import LostAnchor, Origin
from workbench.review.spans import Span
from workbench.text.cleaning import clean_line

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence

    from workbench.records import schema
    from workbench.records.fold import ClaimState, LinkDecision
    from workbench.records.loading import StoredRecord


@dataclass(frozen=True, slots=True)
class Held:
    """A span that a recorded claim holds, found in the articles as they are now.

    Attributes:
        span: Where it is.
        origin: Why it belongs to the claim.
        added: Id of the record by which a person linked it by hand, or "".
        disputed: One reviewer linked it and another took it out.
        relation: As recorded; used where the engine knows nothing of the pair.
    """

    span: Span
    origin: Origin
    added: str = ""
    disputed: bool = False
    relation: Relation | None = None


@dataclass(frozen=True, slots=True)
class Component:
    """A recorded claim.

    Attributes:
        id: The claim id of its earliest record.
        folder: The folder of its earliest record, where further ones go.
        text: The claim's wording there, or the one chosen since. Untrusted.
        speaker: Who is said to have said these words. Untrusted.
        held: Its appearances in force.
        rejected: Spans that a person took out of it.
        lost: Recorded appearances that are not in force.
        state: Its records, folded.
    """

    id: str
    folder: str
    text: str
    speaker: str
    held: tuple[Held, ...]
    rejected: tuple[Span, ...]
    lost: tuple[LostAnchor, ...]
    state: ClaimState


class Components:
    """Makes components of records; remembers those whose records did not change."""

    def __init__(self, locate: Callable[[schema.Appearance], Span | LostAnchor]) -> None:
        self._locate = locate
        # By the very objects, which each component keeps: a file that was edited by hand has the
        # same id as before, but is another record.
        self._known: dict[tuple[int, ...], Component] = {}

    def of(self, stored: Iterable[StoredRecord]) -> list[Component]:
        """The components of all of a case's records, the earliest first."""
        groups = _connected(sorted(stored, key=lambda s: s.record.id))
        known = {}
        for group in groups:
            key = tuple(id(s.record) for s in group)
            known[key] = self._known.get(key) or self._folded(group)
        self._known = known
        components = list(known.values())
        joined = _unite(len(components), _same_words(components))
        if len(joined) < len(components):
            components = [
                components[numbers[0]]
                if len(numbers) == 1
                else self._folded(sorted((s for n in numbers for s in groups[n]), key=_id))
                for numbers in joined
            ]
        return _each_span_once(components)

    def _folded(self, group: Sequence[StoredRecord]) -> Component:
        first, wording = group[0], _wording(group)
        state = fold((stored.record for stored in group), self._place)
        held, lost = self._held(state)
        rejected = (self._locate(link.appearance) for link in _rejected(state))
        return Component(
            id=first.record.claim.id,
            folder=first.folder,
            text=wording.text,
            speaker=wording.speaker,
            held=held,
            rejected=tuple(span for span in rejected if isinstance(span, Span)),
            lost=lost,
            state=state,
        )

    def _place(self, appearance: schema.Appearance) -> Hashable:
        found = self._locate(appearance)
        return found if isinstance(found, Span) else (found.source, found.exact)

    def _held(self, state: ClaimState) -> tuple[tuple[Held, ...], tuple[LostAnchor, ...]]:
        """What a claim holds in force, and what it has lost."""
        rejected = {self._place(link.appearance) for link in _rejected(state)}
        seen = list(_seen(state))
        kept = [entry for entry in seen if self._place(entry[0]) not in rejected]
        if not kept:
            # A verdict may stand on words that were taken out, each for a reason of its own, until
            # none is left. It must not vanish: its words stay, in dispute.
            kept = [(appearance, origin, "", True) for appearance, origin, *_ in seen]
        held: dict[Span, Held] = {}
        lost: dict[Hashable, LostAnchor] = {}
        for appearance, origin, added, disputed in kept:
            found = self._locate(appearance)
            if isinstance(found, LostAnchor):
                lost.setdefault((found.source, found.exact), found)
                continue
            relation = Relation(appearance.relation) if appearance.relation else None
            held[found] = Held(found, origin, added, disputed, relation)
        return tuple(sorted(held.values(), key=lambda h: h.span)), tuple(lost.values())


def _id(stored: StoredRecord) -> str:
    return stored.record.id


def _rejected(state: ClaimState) -> list[LinkDecision]:
    return [link for link in state.links if link.decision == "rejected"]


def _seen(state: ClaimState) -> Iterator[tuple[schema.Appearance, Origin, str, bool]]:
    """Appearances of a claim's heads, each with why it belongs, the weightiest reason last."""
    for link in state.links:
        for record in link.records:
            for appearance in record.claim.appearances:
                yield appearance, Origin.MATCHED, "", False
    for head in (*state.verdicts, *state.evidence):
        for appearance in head.claim.appearances:
            yield appearance, Origin.JUDGED, "", False
    for link in state.links:
        if link.decision == "confirmed":
            yield link.appearance, Origin.CONFIRMED, "", link.disputed
        elif link.decision == "added":
            yield link.appearance, Origin.ADDED, link.records[-1].id, link.disputed


def _connected(stored: Sequence[StoredRecord]) -> list[list[StoredRecord]]:
    """Records that share a folder or a claim id, or of which one replaces another."""
    number_of = {s.record.id: number for number, s in enumerate(stored)}
    first_with: dict[tuple[str, str], int] = {}
    pairs = []
    for number, s in enumerate(stored):
        keys = (("folder", s.folder), ("claim", s.record.claim.id))
        pairs += [(first_with.setdefault(key, number), number) for key in keys]
        related = (*s.record.supersedes, s.record.undoes)
        pairs += [(number_of[name], number) for name in related if name in number_of]
    return [[stored[n] for n in numbers] for numbers in _unite(len(stored), pairs)]


def _same_words(components: Sequence[Component]) -> Iterator[tuple[int, int]]:
    """Pairs of components that are one claim."""
    clashes = list(_clashes(components))
    yields: dict[int, set[Span]] = defaultdict(set)
    for (one, held), (other, others) in clashes:
        if held.added or others.added:
            loser, span = (one, held.span) if held.added < others.added else (other, others.span)
            yields[loser].add(span)
    for (one, held), (other, others) in clashes:
        if not (held.added or others.added):
            yield one, other
            continue
        loser = one if held.added < others.added else other
        if yields[loser] >= {h.span for h in components[loser].held}:
            yield one, other


def _each_span_once(components: Sequence[Component]) -> list[Component]:
    """Take a span that a person added elsewhere out of the claim that it was moved from.

    Never the last one: the claim would vanish with its verdict.
    """
    gone: dict[int, set[Span]] = defaultdict(set)
    for (one, held), (other, others) in _clashes(components):
        loser, span = (one, held.span) if held.added < others.added else (other, others.span)
        gone[loser].add(span)
    return [
        replace(component, held=tuple(h for h in component.held if h.span not in gone[number]))
        if not gone[number] >= {h.span for h in component.held}
        else component
        for number, component in enumerate(components)
    ]


def _clashes(
    components: Sequence[Component],
) -> Iterator[tuple[tuple[int, Held], tuple[int, Held]]]:
    """Spans of two components that share words."""
    by_article: dict[int, list[tuple[int, Held]]] = defaultdict(list)
    for number, component in enumerate(components):
        for held in component.held:
            by_article[held.span.article].append((number, held))
    for holders in by_article.values():
        holders.sort(key=lambda holder: holder[1].span)
        open_: list[tuple[int, Held]] = []
        for number, held in holders:
            open_ = [holder for holder in open_ if holder[1].span.end > held.span.start]
            for other, others in open_:
                if other != number and held.span.shares_words_with(others.span):
                    yield (other, others), (number, held)
            open_.append((number, held))


def _unite(count: int, pairs: Iterable[tuple[int, int]]) -> list[list[int]]:
    """The numbers below `count` in groups that the pairs connect, each sorted, by first number."""
    root = list(range(count))

    def find(number: int) -> int:
        while root[number] != number:
            root[number] = number = root[root[number]]
        return number

    for one, other in pairs:
        low, high = sorted((find(one), find(other)))
        root[high] = low
    groups: dict[int, list[int]] = defaultdict(list)
    for number in range(count):
        groups[find(number)].append(number)
    return list(groups.values())


def _wording(group: Sequence[StoredRecord]) -> schema.ClaimRef:
    """The claim as worded by the last record that confirms the sentence its wording is taken from.

    Without such a choice, as the first record words it: a verdict must not end up on other words
    because the engine would word the claim otherwise today.
    """
    taken_back = {name for s in group if s.record.retracted for name in s.record.supersedes}
    for stored in reversed(group):
        record = stored.record
        if record.kind != "link" or record.retracted or record.id in taken_back:
            continue
        if any(clean_line(a.quote.exact) == record.claim.text for a in record.confirmed):
            return record.claim
    return group[0].record.claim
