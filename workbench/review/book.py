"""The case's records in memory: what is on disk, and nothing that is not.

The book loads records, writes new ones, and knows where each one's words are in the articles as
they are now.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from workbench.records import store
from workbench.records.anchoring import make_appearance, resolve
from workbench.records.article_index import ArticleIndex
from workbench.records.ids import new_ulid, timestamp
from workbench.records.loading import Loaded, StoredRecord, load_records
from workbench.review.changes import Signature
from workbench.review.errors import NotSaved
from workbench.review.model import LostAnchor
from workbench.review.spans import Span
from workbench.text.cleaning import clean_line

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence

    from workbench.matching.model import Relation
    from workbench.records import schema
    from workbench.records.anchor import Anchor
    from workbench.records.schema import RelationName
    from workbench.review.case import Case
    from workbench.text.article import Article

_CLOCK_TROUBLE = timedelta(days=1)
"""A record of one's own from further in the future than this does not set the next id."""


class Book:
    """The records of a case.

    Attributes:
        stored: All that could be read.
        loaded: What the last reading of the disk found, problems and leftovers included.
    """

    def __init__(self, case: Case, articles: Sequence[Article], reviewer: str) -> None:
        self._case = case
        self._articles = list(articles)
        self._indices = [ArticleIndex(article) for article in articles]
        self._by_source = {article.source: i for i, article in enumerate(articles)}
        self._reviewer = reviewer
        self._store = store.RecordStore(case.root, case.verdicts_dir)
        self._anchors: dict[Hashable, Anchor] = {}
        self._last = ""
        self.loaded = Loaded()
        self.stored: tuple[StoredRecord, ...] = ()

    @property
    def sources(self) -> set[str]:
        """The articles that the records name."""
        claims = (stored.record.claim for stored in self.stored)
        return {appearance.source for claim in claims for appearance in claim.appearances}

    def extend(self, article: Article) -> None:
        """Take in an article that was read later."""
        self._by_source[article.source] = len(self._articles)
        self._articles.append(article)
        self._indices.append(ArticleIndex(article))
        self._anchors.clear()

    @property
    def own(self) -> list[schema.Record]:
        """This reviewer's records."""
        return [s.record for s in self.stored if s.record.reviewer == self._reviewer]

    def load(self, is_cancelled: Callable[[], bool] = lambda: False) -> bool:
        """Read the records from the disk; whether anything is other than before."""
        before = self.loaded.problems, {s.record.id: s for s in self.stored}
        self.loaded = load_records(
            self._case.root,
            self._case.verdicts_dir,
            earlier=self.loaded,
            is_cancelled=is_cancelled,
        )
        self.stored = self.loaded.records
        latest = new_ulid(datetime.now(UTC) + _CLOCK_TROUBLE)
        self._last = max((r.id for r in self.own if r.id < latest), default="")
        return before != (self.loaded.problems, {s.record.id: s for s in self.stored})

    def sign(self) -> Signature:
        """What the next record is signed with; its id comes after all of this reviewer's."""
        now = datetime.now(UTC)
        self._last = new_ulid(now, self._last)
        return Signature(self._last, self._reviewer, timestamp(now))

    def write(self, record: schema.Record, folder: str) -> str:
        """Save a record; returns its path, relative to the case.

        Raises:
            NotSaved: Nothing was written.
        """
        try:
            path = self._store.save(record, folder)
        except store.NotSaved as error:
            raise NotSaved(f"{error}.") from error
        self.stored = (*self.stored, StoredRecord(path, folder, record))
        return path

    def folder_of(self, record_id: str) -> str:
        """The folder that a record is in."""
        return next(s.folder for s in self.stored if s.record.id == record_id)

    def words(self, span: Span) -> str:
        """The words of a span as they stand in the file."""
        return self._articles[span.article].decoded[span.start : span.end]

    def appearance(self, span: Span, relation: Relation | None = None) -> schema.Appearance:
        """A span as a record has it.

        Raises:
            NotSaved: The article's path cannot stand in a record.
        """
        index = self._indices[span.article]
        name: RelationName | None = relation.value if relation else None
        try:
            return make_appearance(index, span.start, span.end, name)
        except ValueError as error:
            source = clean_line(index.article.source)
            raise NotSaved(
                f"NOT SAVED: {source} cannot be named in a record; rename it."
            ) from error

    def anchor(self, appearance: schema.Appearance) -> Anchor:
        """Where a recorded appearance is now; looked for once."""
        key = appearance.sha256, appearance.source, appearance.position, appearance.quote.exact
        if key not in self._anchors:
            article = self._by_source.get(appearance.source)
            index = None if article is None else self._indices[article]
            self._anchors[key] = resolve(appearance, index)
        return self._anchors[key]

    def locate(self, appearance: schema.Appearance) -> Span | LostAnchor:
        """The span that a recorded appearance is in force at, or what is known of its loss."""
        anchor = self.anchor(appearance)
        article = self._by_source.get(appearance.source)
        if article is not None and anchor.start is not None and anchor.end is not None:
            return Span(article, anchor.start, anchor.end)
        suggestion = None
        if article is not None and anchor.suggestion is not None:
            suggestion = (article, *anchor.suggestion)
        return LostAnchor(
            source=clean_line(appearance.source),
            exact=clean_line(appearance.quote.exact),
            state=anchor.state,
            suggestion=suggestion,
        )
