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
from workbench.review.errors import Cancelled, CaseError
from workbench.review.numbering import Numbering
from workbench.review.progress import count
from workbench.review.reporting import Report, tell_nobody
from workbench.review.reviewer import find_reviewer
from workbench.text.cleaning import clean_line

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from typing import Self

    from workbench.matching.early import Audience
    from workbench.records.watching import Stamp
    from workbench.review.case import Case
    from workbench.review.model import Claim, Progress
    from workbench.review.opening import Matcher, Unreadable
    from workbench.review.spans import Span
    from workbench.text.article import Article


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

    def read_blind(self, is_blind: bool) -> None:
        """Keep from this reviewer the one verdict on each claim that they have not judged, or not.

        Only the screen and what is told of the case; exports and checks leave it off.
        """
        if is_blind != self.is_blind:
            self.is_blind = is_blind
            self._show(tuple(self._by_id.values()))

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
