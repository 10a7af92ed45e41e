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

from collections import Counter, defaultdict
from dataclasses import replace
from itertools import combinations, count
from typing import TYPE_CHECKING

from workbench.matching.copying import copies
from workbench.matching.model import ClaimGroup, Relation, SentenceRef
from workbench.records.ids import claim_id
from workbench.review.comparing import SERIOUS, Comparer
from workbench.review.components import Component, Held
from workbench.review.model import Appearance, Claim, Origin, PairDifference
from workbench.review.places import Places
from workbench.review.spans import Span, span_of
from workbench.review.summary import summarise
from workbench.text.cleaning import clean_line

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping, Sequence

    from workbench.matching.model import Match, Matching
    from workbench.text.article import Article


class Joiner:
    """Joins one case's automatic claims with its recorded ones, as often as records change.

    Automatic claims that no record touches are made once; a join costs time in what is recorded.

    Attributes:
        comparer: Tells how two sentences of the case stand to each other.
    """

    def __init__(self, articles: Sequence[Article], matching: Matching) -> None:
        self._articles = list(articles)
        self._groups = matching.claims
        self.comparer = Comparer(articles, matching)
        self._group_of = {ref: i for i, g in enumerate(self._groups) for ref in g.members}
        self._copies: dict[SentenceRef, int] = {}
        for number, article in enumerate(articles):
            self._copies |= _copies(number, article)
        self._untouched = [self._automatic(group, group.members) for group in self._groups]

    def extend(self, article: Article) -> None:
        """Take in an article that was read later, and that nothing was compared with."""
        self._copies |= _copies(len(self._articles), article)
        self._articles.append(article)
        self.comparer.extend(article)

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
            for ref in self.comparer.refs(span)
            if span.covers(self.comparer.span(ref))
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

    def _id_of(self, ref: SentenceRef) -> str:
        """The claim id of a sentence; a second copy of its words in one article has another."""
        article = self._articles[ref.article]
        sentence = article.sentences[ref.sentence]
        copy = self._copies.get(ref)
        source = article.source if copy is None else f"{article.source}\0{copy}"
        return claim_id(source, article.decoded[sentence.start : sentence.end])

    def _apart(self, claim: Claim, taken: Container[str]) -> Claim:
        """The claim with an id of its own, as another claim has its sentence's id."""
        first = span_of(claim.appearances[0])
        article = self._articles[first.article]
        exact = article.decoded[first.start : first.end]
        ids = (claim_id(f"{article.source}\0apart{n}", exact) for n in count(1))
        return replace(claim, id=next(name for name in ids if name not in taken))

    def _owners(self, merged: Sequence[Component]) -> dict[SentenceRef, dict[int, bool]]:
        """For each sentence, the components that hold it, and whether only because it was added."""
        owners: dict[SentenceRef, dict[int, bool]] = defaultdict(dict)
        for number, component in enumerate(merged):
            for held in component.held:
                for ref in self.comparer.refs(held.span):
                    sentence = self.comparer.span(ref)
                    # A few words marked in a sentence leave it where it is, unless they were
                    # marked to stand here in its place.
                    is_part = held.marked and not held.span.covers(sentence)
                    if is_part and sentence not in component.rejected:
                        continue
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
        spans = [self.comparer.span(ref) for ref in members]
        held = [Held(span, Origin.MATCHED) for span in spans]
        whole = len(members) == len(group.members)
        return self._claim(
            Claim(
                id=self._id_of(members[0]),
                number=0,
                text=self._text(self.comparer.span(headline)),
                speaker=group.speaker if headline == group.headline else "",
                relation=group.relation if whole else None,
                summary="",
                appearances=(),
                worth=group.worth,
                reasons=group.reasons,
            ),
            held,
            self.comparer.span(headline),
            _first_articles(
                [
                    [span for ref, span in zip(members, spans, strict=True) if ref in copy]
                    for copy in group.copied
                ]
            ),
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
        return self._claim(claim, [Held(span, Origin.MATCHED)], span, {})

    def _recorded(
        self, component: Component, joining: Sequence[tuple[ClaimGroup, SentenceRef]]
    ) -> Claim:
        held = list(component.held)
        for _, ref in joining:
            span = self.comparer.span(ref)
            if not any(span.shares_words_with(h.span) for h in held):
                held.append(Held(span, Origin.MATCHED))
        groups = [group for group, _ in joining]
        text, speaker = clean_line(component.text), clean_line(component.speaker)
        # The recorded wording stays even if those words were taken out or edited, where a verdict
        # is about it; a claim without one is worded as one of the appearances that it has left.
        headline = next((h.span for h in held if self._text(h.span) == text), None)
        is_lost = any(clean_line(lost.exact) == text for lost in component.lost)
        if headline is None and held and not (is_lost or component.state.verdicts):
            headline = min(h.span for h in held)
            text, speaker = self._text(headline), ""
        claim = Claim(
            id=component.id,
            number=0,
            text=text,
            speaker=speaker,
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
        spans = [h.span for h in held]
        found = copies([self._text(span) for span in spans])
        copy_of = _first_articles([[spans[i] for i in copy] for copy in found])
        return self._claim(claim, held, headline, copy_of)

    def _claim(
        self,
        claim: Claim,
        held: Iterable[Held],
        headline: Span | None,
        copy_of: Mapping[Span, int],
    ) -> Claim:
        """The claim with its appearances and all that follows from them."""
        held = sorted(held, key=lambda h: h.span)
        if not held:
            return claim
        headline = headline or held[0].span
        relations, differences = self._compared(held)
        appearances = tuple(
            self._appearance(h, headline, relations, _copied(h.span, copy_of, relations))
            for h in held
        )
        known = [*relations.values(), *(a.relation for a in appearances if a.relation)]
        relation = min(known, key=SERIOUS.__getitem__, default=claim.relation)
        return replace(
            claim,
            appearances=appearances,
            relation=relation if len({h.span.article for h in held}) > 1 else None,
            differences=differences,
            summary=summarise(differences),
        )

    def _appearance(
        self,
        held: Held,
        headline: Span,
        relations: Mapping[tuple[Span, Span], Relation],
        copy_of: int | None,
    ) -> Appearance:
        span = held.span
        relation = None
        if span.article != headline.article:
            relation = relations.get((span, headline), held.relation)
        return Appearance(
            article=span.article,
            start=span.start,
            end=span.end,
            sentence=self.comparer.sentence_at(span),
            relation=relation,
            origin=held.origin,
            disputed=held.disputed,
            copy_of=copy_of,
        )

    def _compared(
        self, held: Sequence[Held]
    ) -> tuple[dict[tuple[Span, Span], Relation], tuple[PairDifference, ...]]:
        """The relation of each two spans of different articles, both ways, and what differs."""
        relations: dict[tuple[Span, Span], Relation] = {}
        differences: list[PairDifference] = []
        refs = [self.comparer.refs(h.span) for h in held]
        for (one, ones), (other, others) in combinations(zip(held, refs, strict=True), 2):
            if one.span.article == other.span.article:
                continue
            if self.comparer.is_part(one.span, ones) or self.comparer.is_part(other.span, others):
                # Of a sentence that says more than the marked words, only those count.
                match: Match | None = self.comparer.match_words(one.span, other.span)
            else:
                linked = Origin.ADDED in {one.origin, other.origin}
                match = self.comparer.match(ones, others, linked=linked)
            if match is None:
                continue
            relations[one.span, other.span] = relations[other.span, one.span] = match.relation
            differences += [
                PairDifference(
                    match.a.article,
                    match.b.article,
                    difference,
                    match.a.sentence,
                    match.b.sentence,
                )
                for difference in match.differences
            ]
        return relations, tuple(differences)

    def _text(self, span: Span) -> str:
        return clean_line(self._articles[span.article].text[span.start : span.end])


def _copied(
    span: Span,
    copy_of: Mapping[Span, int],
    relations: Mapping[tuple[Span, Span], Relation],
) -> int | None:
    """The first article that prints a span's wording; None if the span contradicts it.

    A wire story with another toll is news, and no copy.
    """
    first = copy_of.get(span)
    contradicted = first is not None and any(
        one == span and other.article == first and relation is Relation.CONFLICTS
        for (one, other), relation in relations.items()
    )
    return None if contradicted else first


def _first_articles(wordings: Iterable[Sequence[Span]]) -> dict[Span, int]:
    """For each span that prints a wording of another article before it, the first such article.

    Args:
        wordings: For each wording that is printed several times, where.
    """
    return {
        span: first
        for spans in wordings
        if spans
        for first in [min(span.article for span in spans)]
        for span in spans
        if span.article != first
    }


def _copies(number: int, article: Article) -> dict[SentenceRef, int]:
    """Sentences whose words stand in their article before: after how many copies of them."""
    copies: dict[SentenceRef, int] = {}
    seen: Counter[str] = Counter()
    for sentence in article.sentences:
        exact = article.decoded[sentence.start : sentence.end]
        if exact in seen:
            copies[SentenceRef(number, sentence.index)] = seen[exact]
        seen[exact] += 1
    return copies
