"""What a case holds at this moment: its articles, its records, and the claims made of both.

The review session is this and the changes that a person can make; they stand apart because reading
is done from every thread and changing from one.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from workbench.matching.model import Matching
from workbench.review.blinding import veiled
from workbench.review.case import find_case, stamps_of
from workbench.review.errors import BadPlace, Cancelled, CaseError
from workbench.review.numbering import Numbering
from workbench.review.places import Places, covers_half
from workbench.review.progress import count, is_offered, is_waiting, waits_for
from workbench.review.reporting import Report, tell_nobody
from workbench.review.reviewer import find_reviewer
from workbench.review.signing import next_step
from workbench.review.spans import Span, span_in, span_of
from workbench.text.cleaning import clean_line

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from typing import Self

    from workbench.matching.early import Audience
    from workbench.records import schema
    from workbench.records.loading import Loaded
    from workbench.records.watching import Stamp
    from workbench.review.case import Case
    from workbench.review.model import Appearance, Claim, LostAnchor, Progress
    from workbench.review.opening import Matcher, Unreadable
    from workbench.review.progress import Waiting
    from workbench.review.signing import Step
    from workbench.review.why import Why
    from workbench.text.article import Article

Differing = tuple[tuple[tuple[int, int], ...], ...]
"""For each appearance spans of words, in code points from its start."""


class CaseState:
    """A case opened for review.

    Attributes:
        case: Folder, names and settings.
        articles: In reading order (by file name); index 0 is shown as "A".
        matching: What the engine found.
        claims: All claims, in number order.
        progress: Counts.
        problems: One sentence each on a source or record that could not be read, naming the file.
        notices: One sentence each on what a person should know of the articles that were read.
        unreadable: The sources that could not be read.
        reviewer: Whose records are made here.
        is_blind: Whether others' verdicts are kept from this reviewer (see `read_blind`).
        hides_verdicts: Whether there is one that is.
        is_compared: Whether articles have been matched and the records read; before that there are
            no claims, and nothing can be changed.
        is_partial: Whether more is still to come of the articles in `uncompared`. The claims of
            the others stay, but for their numbers: these are given anew with the last ones.
        uncompared: The articles that have not been compared with all others, by index.
        stamps: For each article file what tells whether it was changed since it was read.
        not_compared: Why no more claims will come; empty if all are there, or are to come.
    """

    case: Case
    articles: tuple[Article, ...]
    matching: Matching
    claims: tuple[Claim, ...]
    progress: Progress
    problems: tuple[str, ...]
    notices: tuple[str, ...]
    unreadable: tuple[Unreadable, ...]
    reviewer: str
    is_compared: bool

    @classmethod
    def open(
        cls,
        folder: Path,
        *,
        verdicts: Path | None = None,
        reviewer: str | None = None,
        report: Report = tell_nobody,
        is_cancelled: Callable[[], bool] = lambda: False,
        all_pairs: bool = False,
    ) -> Self:
        """Read a case: its articles, matches and records.

        Args:
            folder: The case's folder.
            verdicts: Where the records are, if not where the case says.
            reviewer: Whose records are made here; by default git's user.name, else the login.
            report: Told how far it is, in the thread that opens.
            is_cancelled: Asked now and then.
            all_pairs: Whether `matching` lists every compared pair, however low its score.

        Raises:
            CaseError: The case cannot be read; the message is one sentence for a person.
            Cancelled: `is_cancelled` said so.
        """
        session = cls(find_case(folder, verdicts=verdicts), reviewer)
        session.read(report, is_cancelled)
        session.compare(report, is_cancelled, all_pairs=all_pairs)
        return session

    def __init__(
        self, case: Case, reviewer: str | None = None, before: CaseState | None = None
    ) -> None:
        """Begin with nothing read; `open` does all of it in one.

        Args:
            case: Where everything is.
            reviewer: Whose records are made here; by default git's user.name, else the login.
            before: The same case as it was; only articles that are other than then are read,
                and only what they change is compared.
        """
        self.case = case
        self.reviewer = find_reviewer(case.root, reviewer)
        self.articles = ()
        self.unreadable = ()
        self.notices = ()
        self.problems = case.notices
        self.claims = ()
        self.progress = count((), second_reader=case.second_reader)
        self.is_compared = self.is_partial = False
        self.uncompared: frozenset[int] = frozenset()
        self.not_compared = ""
        self.stamps: dict[str, Stamp] = {}
        self._matcher: Matcher | None = before._matcher if before else None
        self._known = {article.source: article for article in before.articles} if before else {}
        self._numbering = Numbering()
        self._pointed: tuple[Span, ...] = ()
        self._places: tuple[tuple[Claim, ...], Places] = (), Places(())
        self._differing: dict[tuple[Appearance, ...], Differing] = {}
        self._by_id: dict[str, Claim] = {}
        self._shown: dict[str, Claim] = {}
        self._veils: dict[str, tuple[Claim, Claim]] = {}
        self.is_blind = self.hides_verdicts = False

    def read(self, report: Report, is_cancelled: Callable[[], bool]) -> None:
        """Read the articles, the first step of opening; each is in `articles` at once.

        Raises:
            CaseError: Not one article could be read.
            Cancelled: `is_cancelled` said so.
        """
        from workbench.review.opening import Unreadable, notices_of, read_each

        self.stamps = stamps_of(self.case)
        for read in read_each(self.case, report, is_cancelled, self._known):
            if isinstance(read, Unreadable):
                self.unreadable = (*self.unreadable, read)
            else:
                self.articles = (*self.articles, read)
        self._known.clear()
        if not self.articles:
            raise CaseError(f"No article of the case can be read: {self.unreadable[0].reason}")
        self.notices = notices_of(self.case, self.articles)

    def compare(
        self, report: Report, is_cancelled: Callable[[], bool], *, all_pairs: bool = False
    ) -> None:
        """Match the articles and read the records, the second step; then there are claims.

        Raises:
            CaseError: The articles cannot be compared, or the records cannot be read.
            Cancelled: `is_cancelled` said so.
        """
        matching = self.match(report, is_cancelled, all_pairs=all_pairs)
        report("records", 0, 1)
        self.take_in(matching, is_cancelled)
        report("records", 1, 1)

    def match(
        self,
        report: Report,
        is_cancelled: Callable[[], bool],
        *,
        all_pairs: bool = False,
        audience: Audience | None = None,
    ) -> Matching:
        """Match the articles, for `take_in`; nothing changes, so any thread may do it.

        Raises:
            CaseError: The articles cannot be compared.
            Cancelled: `is_cancelled` said so.
        """
        from workbench.review.opening import Matcher

        self._matcher = self._matcher or Matcher()
        return self._matcher.match(
            self.articles, report, is_cancelled, all_pairs=all_pairs, audience=audience
        )

    def take_in(
        self,
        matching: Matching,
        is_cancelled: Callable[[], bool],
        uncompared: frozenset[int] = frozenset(),
    ) -> None:
        """Make claims of what the engine found and of what is recorded.

        Args:
            matching: What the engine found.
            is_cancelled: Asked now and then.
            uncompared: The articles, by index, of which nothing was found yet; more is to come.

        Raises:
            CaseError: The records cannot be read.
            Cancelled: `is_cancelled` said so.
        """
        from workbench.review.claims import Joiner

        self.matching = matching
        if not self.is_compared:
            self._read_records(is_cancelled)
        self._joiner = Joiner(self.articles, matching)
        read = {article.source for article in self.articles}
        for source in sorted(self._book.sources & set(self.case.others) - read):
            self._read_other(source)
        if self.is_partial:
            self._numbering = Numbering()
        self.uncompared, self.is_partial = uncompared, bool(uncompared)
        self._refresh()
        self.is_compared = True

    def give_up_comparing(self, reason: str, is_cancelled: Callable[[], bool]) -> None:
        """Go on with the claims that are there, as no more will come.

        What is recorded is there in any case, and words can be marked by hand.

        Args:
            reason: Why, in a sentence.
            is_cancelled: Asked now and then.

        Raises:
            CaseError: The records cannot be read.
            Cancelled: `is_cancelled` said so.
        """
        self.not_compared = reason
        if not self.is_compared:
            self.take_in(Matching((), ()), is_cancelled, frozenset(range(len(self.articles))))
        self.is_partial = False
        self._refresh()

    def _read_records(self, is_cancelled: Callable[[], bool]) -> None:
        from workbench.review.book import Book
        from workbench.review.components import Components
        from workbench.review.desk import Desk
        from workbench.review.opening import STOPPED

        self._book = Book(self.case, self.articles, self.reviewer)
        self._desk = Desk(self._book, self.reviewer, second_reader=self.case.second_reader)
        self._components = Components(self._book.locate)
        self._book.load(is_cancelled)
        if is_cancelled():  # Some of the records may be missing.
            raise Cancelled(STOPPED)

    def add(self, source: str) -> int:
        """Read one of the case's other articles, which were left out; returns its index.

        It is not compared with the others; what is judged in it becomes a claim all the same.

        Raises:
            CaseError: It cannot be read.
        """
        names = [article.source for article in self.articles]
        if source not in names:
            reason = self._read_other(source)
            if reason:
                raise CaseError(reason)
            self._refresh()
            return len(names)
        return names.index(source)

    def _read_other(self, source: str) -> str:
        """Read an article that was left out; returns why it cannot be read."""
        from workbench.review.components import Components
        from workbench.review.opening import Unreadable, read_one

        read = read_one(self.case, source)
        if isinstance(read, Unreadable):
            return read.reason
        self.articles = (*self.articles, read)
        self._joiner.extend(read)
        self._book.extend(read)
        self._components = Components(self._book.locate)
        return ""

    @property
    def loaded(self) -> Loaded:
        """What the last reading of the verdicts folder found, with the files that are no record."""
        return self._book.loaded

    @property
    def record_paths(self) -> dict[str, str]:
        """For each record's id its file, as `Saved.path` gives it. Untrusted: clean it to show."""
        return {stored.record.id: stored.path for stored in self._book.stored}

    @property
    def record_reviewers(self) -> dict[str, str]:
        """For each record's id whose it is. Untrusted: clean it to show."""
        return {stored.record.id: stored.record.reviewer for stored in self._book.stored}

    def claim(self, claim_id: str) -> Claim:
        """The claim as it is now. Raises `KeyError`."""
        return self._shown[claim_id]

    def read_blind(self, is_blind: bool) -> None:
        """Keep from this reviewer the one verdict on each claim that they have not judged, or not.

        Only the screen and what is told of the case; exports and checks leave it off.
        """
        if is_blind != self.is_blind:
            self.is_blind = is_blind
            self._show(tuple(self._by_id.values()))

    def claim_at(self, article: int, start: int, end: int) -> Claim | None:
        """The claim that a span belongs to, or None."""
        return next(iter(self._holding(Span(article, start, end))), None)

    def _holding(self, span: Span) -> list[Claim]:
        claims, places = self._places
        if claims is not self.claims:
            claims = self.claims
            places = Places(claims)
            self._places = claims, places
        return places.holding(span)

    def claim_of(self, article: int, start: int, end: int) -> Claim:
        """The claim that a span belongs to; if there is none, the span becomes one.

        Raises:
            BadPlace: The article has no such span, there is nothing to read in it, or it holds
                several claims of which none is half of it.
        """
        span = span_in(self.articles, article, start, end)
        found = self._holding(span)
        if not found:
            self._pointed = (*self._pointed, span)
            self._refresh()
            found = self._holding(span)
        if len(found) > 1 and not covers_half(found[0], span):
            numbers = ", ".join(str(claim.number) for claim in found[:5])
            raise BadPlace(f"That place holds several claims ({numbers}); name one of them.")
        return found[0]

    def located(self, appearance: schema.Appearance) -> Span | LostAnchor:
        """Where the words of a recorded appearance are now, or what is known of their loss."""
        return self._book.locate(appearance)

    def next_step(self, claim: Claim) -> Step | None:
        """What this reviewer's verdict on a claim can become next, and what stands in the way.

        Returns:
            None if the reviewer has no verdict on it, or is done with it.
        """
        return next_step(
            claim, self.reviewer, second_reader=self.case.second_reader, place=self._book.locate
        )

    def waits_for(self, claim: Claim) -> Waiting | None:
        """Whom a claim waits for now, if for anybody; `str()` of it says so in words."""
        return waits_for(self._by_id[claim.id], second_reader=self.case.second_reader)

    def is_waiting(self, claim: Claim) -> bool:
        """Whether a claim waits for a second reader, also where they are not to see for what."""
        return is_waiting(self._by_id[claim.id], second_reader=self.case.second_reader)

    def is_offered(self, claim: Claim) -> bool:
        """Whether a claim is worth going through (`Progress.offered` counts these)."""
        return is_offered(claim)

    def strength(self, claim: Claim) -> float:
        """The best score, 0 to 1, of a match between two appearances; 0 if none is matched."""
        return self._joiner.comparer.strength([span_of(a) for a in claim.appearances])

    def differing(self, claim: Claim) -> Differing:
        """For each appearance, in order, the words that no other has.

        Returns:
            Spans in code points from the start of the appearance, end exclusive.
        """
        from workbench.matching.differing import differing_words

        key = claim.appearances
        if key not in self._differing:
            texts = [self.articles[a.article].text[a.start : a.end] for a in key]
            self._differing[key] = differing_words(texts)
        return self._differing[key]

    def why(self, claim: Claim, appearance: Appearance) -> tuple[Why, ...]:
        """Why an appearance belongs to its claim: by the appearances in other articles.

        Returns:
            The best score first, those that the engine did not match last, the first dozen; empty
            if the claim is in one article only. Words in it are cleaned, as all text of articles.
        """
        from workbench.review.why import why

        return why(claim, appearance, self._joiner.comparer)

    def reload(self) -> bool:
        """Read the records anew, as others may have written some; whether anything changed."""
        if not self._book.load():
            return False
        self._refresh()
        return True

    def _refresh(self) -> None:
        """Make the claims anew from what is on disk."""
        components = self._components.of(self._book.stored)
        claims = self._numbering.number(self._joiner.join(components, self._pointed))
        self._desk.folders = {component.id: component.folder for component in components}
        self._by_id = {claim.id: claim for claim in claims}
        self._recorded = {record.id: claim for claim in claims for record in claim.history}
        self.problems = (
            *self.case.notices,
            *([self.not_compared] if self.not_compared else []),
            *(unreadable.reason for unreadable in self.unreadable),
            *(clean_line(f"{p.path}: {p.reason}. {p.remedy}.") for p in self._book.loaded.problems),
        )
        self._show(claims)

    def _show(self, claims: tuple[Claim, ...]) -> None:
        """Show the claims, without what is kept from this reviewer."""
        shown = tuple(map(self._veiled, claims)) if self.is_blind else claims
        waiting = count(claims, second_reader=self.case.second_reader).waiting
        progress = count(shown, second_reader=self.case.second_reader)
        self.progress = replace(progress, waiting=waiting)
        self._shown = {claim.id: claim for claim in shown}
        self.hides_verdicts = any(claim.hides_verdict for claim in shown)
        self.claims = shown

    def _veiled(self, claim: Claim) -> Claim:
        """The same object for the same claim, so that what did not change is not painted anew."""
        before, veil = self._veils.get(claim.id, (None, claim))
        if before is not claim:
            veil = veiled(claim, self.reviewer)
            self._veils[claim.id] = claim, veil
        return veil
