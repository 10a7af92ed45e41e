"""Is every record of a case sound: readable, valid, anchored in the articles, complete?

Only records in force can have problems of anchoring and completeness: what was replaced is history
and may speak of words that are gone. Nothing is matched, so a large case is checked quickly.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.records.anchor import AnchorState
from workbench.records.schema import LinkRecord, VerdictRecord
from workbench.review.book import Book
from workbench.review.components import Component, Components
from workbench.review.opening import Unreadable, read_one, read_sources
from workbench.review.reporting import tell_nobody
from workbench.review.signing import obstacles
from workbench.text.cleaning import clean_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbench.records import schema
    from workbench.records.anchor import Anchor
    from workbench.review.case import Case

_SURENESS = list(AnchorState)


@dataclass(frozen=True, slots=True)
class CheckedAnchor:
    """Where a recorded appearance is now; start and end are None unless it is in force."""

    source: str
    state: str
    start: int | None
    end: int | None


@dataclass(frozen=True, slots=True)
class CheckedRecord:
    """What is to be said of a record's file.

    Attributes:
        path: Relative to the case. Untrusted.
        state: `unreadable`, else the least sure state of its anchors.
        anchors: One for each appearance.
        problems: One sentence each with what to do, safe to show; empty if it is sound.
    """

    path: str
    state: str
    anchors: tuple[CheckedAnchor, ...]
    problems: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Findings:
    """What is to be said of a case.

    Attributes:
        records: Every file that is a record or should be one, by path.
        unreadable: Articles that could not be read.
        leftovers: Files of saves that were killed; harmless.
    """

    records: tuple[CheckedRecord, ...]
    unreadable: tuple[Unreadable, ...]
    leftovers: tuple[str, ...]

    @property
    def is_sound(self) -> bool:
        """Whether nothing was found."""
        return not self.unreadable and not any(record.problems for record in self.records)


def check(case: Case) -> Findings:
    """Check all records of a case."""
    articles, unreadable = read_sources(case, tell_nobody, lambda: False)
    book = Book(case, articles, reviewer="")
    book.load()
    for source in sorted(book.sources & set(case.others)):
        read = read_one(case, source)
        if isinstance(read, Unreadable):
            unreadable = (*unreadable, read)
        else:
            book.extend(read)
    components = Components(book.locate).of(book.stored)
    in_force = {record.id: component for component in components for record in _heads(component)}
    known = {stored.record.id for stored in book.stored}
    records = [
        CheckedRecord(
            path=problem.path,
            state="unreadable",
            anchors=(),
            problems=(clean_line(f"{problem.reason}. {problem.remedy}."),),
        )
        for problem in book.loaded.problems
    ]
    for stored in book.stored:
        record = stored.record
        anchored = [(a, book.anchor(a)) for a in _appearances(record)]
        problems = list(_missing(record, known))
        if component := in_force.get(record.id):
            problems += _unanchored(anchored, component)
            problems += _incomplete(case, record, component, book)
        records.append(
            CheckedRecord(
                path=stored.path,
                state=max((anchor.state for _, anchor in anchored), key=_SURENESS.index),
                anchors=tuple(
                    CheckedAnchor(a.source, anchor.state, anchor.start, anchor.end)
                    for a, anchor in anchored
                ),
                problems=tuple(problems),
            )
        )
    records.sort(key=lambda record: record.path)
    return Findings(tuple(records), unreadable, book.loaded.leftovers)


def _heads(component: Component) -> Iterator[schema.Record]:
    yield from component.state.verdicts
    yield from component.state.evidence
    for link in component.state.links:
        yield from link.records


def _appearances(record: schema.Record) -> list[schema.Appearance]:
    appearances = list(record.claim.appearances)
    if isinstance(record, LinkRecord):
        decided = (*record.confirmed, *record.added, *record.rejected)
        appearances += [a for a in decided if a not in appearances]
    return appearances


def _missing(record: schema.Record, known: set[str]) -> Iterator[str]:
    gone = [name for name in record.supersedes if name not in known]
    if gone:
        yield (
            f"it replaces {', '.join(gone)}, which is not here; "
            "merge the branch that has it, or restore it from git."
        )


def _unanchored(
    anchored: list[tuple[schema.Appearance, Anchor]], component: Component
) -> Iterator[str]:
    """What is not in force and was not settled by a person since."""
    unsettled = {(lost.source, lost.exact) for lost in component.lost}
    for appearance, anchor in anchored:
        source, exact = clean_line(appearance.source), clean_line(appearance.quote.exact)
        if anchor.is_in_force or (source, exact) not in unsettled:
            continue
        words = clean_line(exact, 60)
        yield (
            f"“{words}” is {anchor.state} in {source}; "
            "open the case, go to the claim and press a, or restore the article."
        )


def _incomplete(
    case: Case, record: schema.Record, component: Component, book: Book
) -> Iterator[str]:
    if not isinstance(record, VerdictRecord):
        return
    if record.rating not in {rating.name for rating in case.scale}:
        names = ", ".join(rating.name for rating in case.scale)
        rating = clean_line(record.rating, 40)
        yield f"its rating “{rating}” is not on the case's scale ({names}); rate the claim again."
    in_the_way = obstacles(
        record,
        component.state.history,
        component.state.evidence,
        second_reader=case.second_reader,
        place=book.locate,
    )
    for obstacle in in_the_way:
        yield f"it is {record.status}, but {obstacle}."
