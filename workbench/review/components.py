"""Recorded claims: records that are about the same words, folded to what they say together.

Records belong together if they lie in one folder, name one claim id, replace one another, or hold
the same words of the articles as they are now. Each such *component* is one claim on the screen.

A span that a person added to a claim by hand was moved there: it belongs to that claim alone, and
does not make one claim of two. It takes what it covers at least half of; a few words that were
marked in a long sentence leave that sentence where it is. Only where the other claim would be left
without the words that its verdicts are about, or with none at all, do both become one, unless each
has a verdict on a wording of its own: then the other claim keeps its words, as a verdict is never
shown on words that nobody judged.
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
        marked: Whether a person ever linked exactly these words by hand, also if that was undone.
        disputed: One reviewer linked it and another took it out.
        relation: As recorded; used where the engine knows nothing of the pair.
        judged: Whether these are the very words that a verdict in force on the claim is about.
    """

    span: Span
    origin: Origin
    added: str = ""
    marked: bool = False
    disputed: bool = False
    relation: Relation | None = None
    judged: bool = False

    def takes(self, other: Held) -> bool:
        """Whether it was moved here out of a claim that holds another span.

        What was added elsewhere later was put there by someone who saw where this one is.
        """
        return self.added > other.added and self.span.covers(other.span)

    def meets(self, other: Held) -> bool:
        """Whether two claims cannot hold the two spans side by side."""
        if not (self.marked or other.marked):
            return self.span.shares_words_with(other.span)
        if self.added or other.added:
            return self.takes(other) or other.takes(self)
        return self.span.covers(other.span) and other.span.covers(self.span)


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

    def is_left_without(self, gone: set[Span]) -> bool:
        """Whether some spans are all the words that its verdicts are about, or all that it has."""
        needed = {h.span for h in self.held if h.judged} or {h.span for h in self.held}
        return gone >= needed


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
        first = group[0]
        state = fold((stored.record for stored in group), self._place)
        wording = _wording(group, state)
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
        links = (record for record in state.history if record.kind == "link")
        marked = {self._place(a) for record in links for a in record.added}
        judged = {verdict.claim.text for verdict in state.verdicts}
        held: dict[Span, Held] = {}
        lost: dict[Hashable, LostAnchor] = {}
        for appearance, origin, added, disputed in kept:
            found = self._locate(appearance)
            if isinstance(found, LostAnchor):
                lost.setdefault((found.source, found.exact), found)
                continue
            relation = Relation(appearance.relation) if appearance.relation else None
            held[found] = Held(
                found,
                origin,
                added=added,
                marked=found in marked,
                disputed=disputed,
                relation=relation,
                judged=clean_line(appearance.quote.exact) in judged,
            )
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
            loser, span = _giving_way((one, held), (other, others))
            yields[loser].add(span)
    for (one, held), (other, others) in clashes:
        if not (held.added or others.added):
            if not (held.marked or others.marked) or not _judged_apart(
                components[one], components[other]
            ):
                yield one, other
            continue
        loser, _ = _giving_way((one, held), (other, others))
        if components[loser].is_left_without(yields[loser]) and not _judged_apart(
            components[one], components[other]
        ):
            yield one, other


def _each_span_once(components: Sequence[Component]) -> list[Component]:
    """Take a span that a person added elsewhere out of the claim that it was moved from.

    Never the one that its verdict is about, nor the last one: the claim would vanish with its
    verdict. It keeps all its words then, and the claim that they were added to does not get them.
    """
    clashes = list(_clashes(components))
    gone: dict[int, set[Span]] = defaultdict(set)
    for first, second in clashes:
        loser, span = _giving_way(first, second)
        gone[loser].add(span)
    keeping = {n for n, spans in gone.items() if components[n].is_left_without(spans)}
    for (one, held), (other, others) in clashes:
        loser, _ = _giving_way((one, held), (other, others))
        winner, span = (other, others.span) if loser == one else (one, held.span)
        if loser in keeping and winner not in keeping:
            gone[winner].add(span)
    return [
        replace(component, held=tuple(h for h in component.held if h.span not in gone[number]))
        if number not in keeping and not gone[number] >= {h.span for h in component.held}
        else component
        for number, component in enumerate(components)
    ]


def _giving_way(one: tuple[int, Held], other: tuple[int, Held]) -> tuple[int, Span]:
    """Of two claims that hold the same words the one that loses its span, and the span.

    What was added last stays.
    """
    (first, held), (second, others) = one, other
    return (first, held.span) if others.takes(held) else (second, others.span)


def _judged_apart(one: Component, other: Component) -> bool:
    """Whether verdicts in force on two claims are about two wordings."""
    verdicts = one.state.verdicts, other.state.verdicts
    return all(verdicts) and one.text != other.text


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
                if other != number and held.meets(others):
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


def _wording(group: Sequence[StoredRecord], state: ClaimState) -> schema.ClaimRef:
    """The claim as worded by the earliest verdict in force.

    Without one, by the last record that links the words its wording is taken from; without
    such a choice, as the first record words it: a verdict must not end up on other words because
    the engine would word the claim otherwise today.
    """
    if state.verdicts:
        return state.verdicts[0].claim
    taken_back = {name for s in group if s.record.retracted for name in s.record.supersedes}
    for stored in reversed(group):
        record = stored.record
        if record.kind != "link" or record.retracted or record.id in taken_back:
            continue
        linked = (*record.confirmed, *record.added)
        if any(clean_line(a.quote.exact) == record.claim.text for a in linked):
            return record.claim
    return group[0].record.claim
