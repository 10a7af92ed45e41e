"""Automatic claims and recorded claims become the claims that people see.

The engine groups sentences anew at each start; what people decided stands in records. Joining them
follows rules that keep a verdict with the words that were judged:

1. Recorded claims come as components (`workbench.review.components`), with what they hold.
2. An automatic claim that shares words with one component lends it its further appearances, as
   matched. Where it shares words with several, nobody can say to which the rest belongs: the rest
   stays a claim of its own.
3. An appearance that was taken out of a component never comes back by a match: it is a claim of its
   own.
4. Every id is given once. A sentence's id comes from its source and words; a second copy of the
   words, or a sentence taken out of the claim that bears its id, gets another.

Everything is a function of articles, matching and records; numbers are given by
`workbench.review.numbering`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from dataclasses import replace
from itertools import combinations, count
from typing import TYPE_CHECKING

from workbench.matching.model import ClaimGroup, Match, Relation, SentenceRef
from workbench.records.ids import claim_id
from workbench.review.components import Component, Held
from workbench.review.model import Appearance, Claim, Origin, PairDifference
from workbench.review.places import Places
from workbench.review.spans import Span, span_of
from workbench.review.summary import summarise
from workbench.text.cleaning import clean_line

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence

    from workbench.matching.model import Matching
    from workbench.text.article import Article

_SERIOUS = {Relation.CONFLICTS: 0, Relation.DIFFERS: 1, Relation.AGREES: 2}


class Joiner:
    """Joins one case's automatic claims with its recorded ones, as often as records change.

    Automatic claims that no record touches are made once; a join costs time in what is recorded.
    """

    def __init__(self, articles: Sequence[Article], matching: Matching) -> None:
        self._articles = articles
        self._groups = matching.claims
        self._pairs: dict[tuple[SentenceRef, SentenceRef], Match] = {
            (match.a, match.b): match for match in matching.matches if match.strength is not None
        }
        self._starts = [[s.start for s in article.sentences] for article in articles]
        self._group_of = {ref: i for i, g in enumerate(self._groups) for ref in g.members}
        self._id_of = self._ids()
        self._untouched = [self._automatic(group, group.members) for group in self._groups]

    def join(self, components: Iterable[Component], spans: Sequence[Span] = ()) -> list[Claim]:
        """All claims, without numbers, in no particular order.

        Args:
            components: What each folder of records says.
            spans: Spans that a person pointed at, which are no sentence's claim: each becomes a
                claim of its own unless a claim holds it already.
        """
        merged = list(components)
        owners = self._owners(merged)
        rejected = {
            ref: number
            for number, component in enumerate(merged)
            for span in component.rejected
            for ref in self._refs(span)
        }
        claims: list[Claim] = []
        joining: dict[int, list[tuple[ClaimGroup, SentenceRef]]] = defaultdict(list)
        touched = {self._group_of[ref] for ref in (*owners, *rejected) if ref in self._group_of}
        for index, group in enumerate(self._groups):
            if index in touched:
                claims += self._touched(group, owners, rejected, joining)
            else:
                claims.append(self._untouched[index])
        in_force = [
            self._recorded(component, joining[number])
            for number, component in enumerate(merged)
            if component.held or component.lost
        ]
        if spans:
            places = Places([*claims, *in_force])
            claims += [self._pointed_at(span) for span in spans if not places.holding(span)]
        by_id = {claim.id: claim for claim in in_force}
        for claim in claims:
            unique = self._apart(claim, by_id) if claim.id in by_id else claim
            by_id[unique.id] = unique
        for component in merged:
            if not (component.held or component.lost) and component.id in by_id:
                # All was taken back: only the history is left.
                claim = by_id[component.id]
                by_id[component.id] = replace(claim, history=component.state.history)
        return list(by_id.values())

    def _ids(self) -> dict[SentenceRef, str]:
        """A claim id for every sentence; copies of a sentence in one article are counted."""
        ids = {}
        for number, article in enumerate(self._articles):
            copies: Counter[str] = Counter()
            for sentence in article.sentences:
                exact = article.decoded[sentence.start : sentence.end]
                ids[SentenceRef(number, sentence.index)] = claim_id(
                    f"{article.source}\0{copies[exact]}" if copies[exact] else article.source, exact
                )
                copies[exact] += 1
        return ids

    def _apart(self, claim: Claim, taken: Container[str]) -> Claim:
        """The claim with an id of its own, as another claim has its sentence's id."""
        first = span_of(claim.appearances[0])
        article = self._articles[first.article]
        exact = article.decoded[first.start : first.end]
        ids = (claim_id(f"{article.source}\0apart{n}", exact) for n in count(1))
        return replace(claim, id=next(name for name in ids if name not in taken))

    def _sentence(self, span: Span) -> int:
        """Index of the first sentence that shares code points with a span, else the one before."""
        sentences = self._articles[span.article].sentences
        index = max(0, bisect_right(self._starts[span.article], span.start) - 1)
        if index + 1 < len(sentences) and sentences[index].end <= span.start:
            after = sentences[index + 1]
            index += after.start < span.end
        return index

    def _span(self, ref: SentenceRef) -> Span:
        """Where a sentence stands."""
        sentence = self._articles[ref.article].sentences[ref.sentence]
        return Span(ref.article, sentence.start, sentence.end)

    def _match_of(self, one: Sequence[SentenceRef], other: Sequence[SentenceRef]) -> Match | None:
        """The most serious match between the sentences of two spans, if the engine found one."""
        found = [
            match
            for a in one
            for b in other
            if (match := self._pairs.get((a, b) if a < b else (b, a))) is not None
        ]
        return min(found, key=lambda match: _SERIOUS[match.relation], default=None)

    def _refs(self, span: Span) -> list[SentenceRef]:
        """The sentences that share words with a span."""
        refs = []
        sentences = self._articles[span.article].sentences
        index = max(0, bisect_right(self._starts[span.article], span.start) - 1)
        while index < len(sentences) and sentences[index].start < span.end:
            ref = SentenceRef(span.article, index)
            if self._span(ref).shares_words_with(span):
                refs.append(ref)
            index += 1
        return refs

    def _owners(self, merged: Sequence[Component]) -> dict[SentenceRef, dict[int, bool]]:
        """For each sentence, the components that hold it, and whether only because it was added."""
        owners: dict[SentenceRef, dict[int, bool]] = defaultdict(dict)
        for number, component in enumerate(merged):
            for held in component.held:
                for ref in self._refs(held.span):
                    only_added = owners[ref].get(number, True) and bool(held.added)
                    owners[ref][number] = only_added
        return owners

    def _touched(
        self,
        group: ClaimGroup,
        owners: dict[SentenceRef, dict[int, bool]],
        rejected: dict[SentenceRef, int],
        joining: dict[int, list[tuple[ClaimGroup, SentenceRef]]],
    ) -> list[Claim]:
        """What stays of a group as claims of its own; what joins a component goes to `joining`."""
        sharing = {
            number
            for ref in group.members
            if ref not in rejected
            for number, only_added in owners.get(ref, {}).items()
            if not only_added
        }
        free = [ref for ref in group.members if ref not in owners]
        alone = [ref for ref in free if ref in rejected]
        rest = tuple(ref for ref in free if ref not in rejected)
        for number in sharing:  # The component's headline and worth come from its groups.
            held = [ref for ref in group.members if number in owners.get(ref, {})]
            joining[number] += [(group, ref) for ref in held]
        if len(sharing) == 1:
            (number,) = sharing
            joining[number] += [(group, ref) for ref in rest]
            rest = ()
        claims = [self._automatic(group, (ref,)) for ref in alone]
        return [*claims, self._automatic(group, rest)] if rest else claims

    def _automatic(self, group: ClaimGroup, members: tuple[SentenceRef, ...]) -> Claim:
        """A group, or what is left of it, as a claim."""
        headline = group.headline if group.headline in members else members[0]
        spans = [self._span(ref) for ref in members]
        held = [Held(span, Origin.MATCHED) for span in spans]
        whole = len(members) == len(group.members)
        return self._claim(
            Claim(
                id=self._id_of[members[0]],
                number=0,
                text=self._text(self._span(headline)),
                speaker=group.speaker if headline == group.headline else "",
                relation=group.relation if whole else None,
                summary="",
                appearances=(),
                worth=group.worth,
                reasons=group.reasons,
            ),
            held,
            self._span(headline),
        )

    def _pointed_at(self, span: Span) -> Claim:
        article = self._articles[span.article]
        claim = Claim(
            id=claim_id(article.source, article.decoded[span.start : span.end]),
            number=0,
            text=self._text(span) or "(blank)",
            speaker="",
            relation=None,
            summary="",
            appearances=(),
        )
        return self._claim(claim, [Held(span, Origin.MATCHED)], span)

    def _recorded(
        self, component: Component, joining: Sequence[tuple[ClaimGroup, SentenceRef]]
    ) -> Claim:
        held = list(component.held)
        for _, ref in joining:
            span = self._span(ref)
            if not any(span.shares_words_with(h.span) for h in held):
                held.append(Held(span, Origin.MATCHED))
        groups = [group for group, _ in joining]
        text = clean_line(component.text)
        headline = next((h.span for h in held if self._text(h.span) == text), None)
        if headline is None and held:  # The words that stood for it were taken out, or edited.
            headline = min(h.span for h in held)
            text = self._text(headline)
        claim = Claim(
            id=component.id,
            number=0,
            text=text,
            speaker=clean_line(component.speaker) or next((g.speaker for g in groups), ""),
            relation=None,
            summary="",
            appearances=(),
            lost=component.lost,
            worth=max((group.worth for group in groups), default=0.0),
            reasons=max(groups, key=lambda g: g.worth).reasons if groups else (),
            verdicts=component.state.verdicts,
            evidence=component.state.evidence,
            history=component.state.history,
        )
        return self._claim(claim, held, headline)

    def _claim(self, claim: Claim, held: Iterable[Held], headline: Span | None) -> Claim:
        """The claim with its appearances and all that follows from them."""
        held = sorted(held, key=lambda h: h.span)
        if not held:
            return claim
        headline = headline or held[0].span
        appearances = tuple(self._appearance(h, headline) for h in held)
        relation, differences = self._compared([h.span for h in held])
        if relation is None:
            recorded = [h.relation for h in held if h.relation is not None]
            relation = claim.relation or min(recorded, key=_SERIOUS.__getitem__, default=None)
        if len({h.span.article for h in held}) < 2:
            relation = None
        return replace(
            claim,
            appearances=appearances,
            relation=relation,
            differences=differences,
            summary=summarise(differences),
        )

    def _appearance(self, held: Held, headline: Span) -> Appearance:
        span = held.span
        relation = None
        if span.article != headline.article:
            match = self._match_of(self._refs(span), self._refs(headline))
            relation = match.relation if match else held.relation
        return Appearance(
            article=span.article,
            start=span.start,
            end=span.end,
            sentence=self._sentence(span),
            relation=relation,
            origin=held.origin,
            disputed=held.disputed,
        )

    def _compared(
        self, spans: Sequence[Span]
    ) -> tuple[Relation | None, tuple[PairDifference, ...]]:
        """The most serious relation among the spans of different articles, and what differs."""
        relation: Relation | None = None
        differences: list[PairDifference] = []
        refs = {span: self._refs(span) for span in spans}
        for one, other in combinations(spans, 2):
            if one.article == other.article:
                continue
            match = self._match_of(refs[one], refs[other])
            if match is None:
                continue
            if relation is None or _SERIOUS[match.relation] < _SERIOUS[relation]:
                relation = match.relation
            differences += [
                PairDifference(match.a.article, match.b.article, difference)
                for difference in match.differences
            ]
        return relation, tuple(differences)

    def _text(self, span: Span) -> str:
        return clean_line(self._articles[span.article].text[span.start : span.end])
