"""Seeing what others do to the records, and to the articles, while the case is open.

A thread of its own looks every two seconds, so that a slow network drive holds nothing up. What is
new is read by the session's thread, in its turn among the changes.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from threading import Event, Thread
from typing import TYPE_CHECKING

from workbench.records.store import shown_path
from workbench.records.watching import FolderWatch
from workbench.review.case import find_case, stamps_of
from workbench.review.errors import CaseError
from workbench.text.cleaning import clean_line

if TYPE_CHECKING:
    from collections.abc import Callable

    from workbench.review.session import ReviewSession

PAUSE = 2.0
"""Seconds between two looks."""
ARTICLES_EVERY = 3
"""Looks of which one is for the articles as well: there may be thousands, and far away."""
_SETTLING = 0.25
"""Seconds without a change after which a checkout or a sync counts as done."""
_MOST_SETTLING = 20
"""Looks after which it is read although it goes on."""


class Watcher(Thread):
    """Looks at a session's verdicts folder until it is stopped."""

    def __init__(
        self,
        session: ReviewSession,
        tell: Callable[[], None],
        tell_edited: Callable[[str], None],
    ) -> None:
        """Prepare to watch; `start` begins.

        Args:
            session: The case.
            tell: Called in this thread when others have changed something.
            tell_edited: Called in this thread when articles are other than those that were read,
                with what is other, in words.
        """
        super().__init__(name="watcher", daemon=True)
        self._session = session
        self._tell = tell
        self._tell_edited = tell_edited
        self._articles = ArticleWatch(session)
        self._stopped = Event()
        self._watch = FolderWatch(session.case.verdicts_dir)

    def run(self) -> None:
        """Look, wait, look again."""
        looks = 0
        while not self._stopped.wait(PAUSE):
            looks += 1
            if looks % ARTICLES_EVERY == 0 and (said := self._articles.look()):
                self._tell_edited(said)
            if self._is_news():
                for _ in range(_MOST_SETTLING):
                    if self._stopped.wait(_SETTLING) or not self._is_news():
                        break
                self._tell()

    def stop(self) -> None:
        """End soon; nobody waits for it."""
        self._stopped.set()

    def _is_news(self) -> bool:
        """Whether anything changed that this session did not do itself."""
        changes = self._watch.look()
        if changes.vanished or changes.changed:
            return True
        if not changes.appeared:
            return False
        case = self._session.case
        known = set(self._session.record_paths.values())
        known.update(problem.path for problem in self._session.loaded.problems)
        folder = shown_path(case.verdicts_dir, case.root)
        return any(f"{folder}/{path}" not in known for path in changes.appeared)


class ArticleWatch:
    """The article files of a case as they were when it was read."""

    def __init__(self, session: ReviewSession) -> None:
        """Begin with what a session has read."""
        self._case = session.case
        self._read = self._seen = session.stamps

    def look(self) -> str:
        """What is other than when the files were read, in words; empty if that was said already."""
        try:
            case = find_case(self._case.root, verdicts=self._case.verdicts_dir)
        except CaseError:  # The last article is gone, or the settings are being written.
            return ""
        now = stamps_of(case)
        if now == self._seen:
            return ""
        self._seen = now
        changes = (
            (len(now.keys() - self._read.keys()), "was added", "were added"),
            (len(self._read.keys() - now.keys()), "is gone", "are gone"),
            (
                sum(now[name] != self._read[name] for name in now.keys() & self._read.keys()),
                "was edited",
                "were edited",
            ),
        )
        parts = [f"{many:,} {one if many == 1 else more}" for many, one, more in changes if many]
        return f"Articles: {', '.join(parts)}." if parts else ""


@dataclass(frozen=True, slots=True)
class News:
    """What others did, in words.

    Attributes:
        said: One sentence, safe to show; empty if nothing is other than before.
        is_loss: Whether records are gone.
    """

    said: str = ""
    is_loss: bool = False


def catch_up(session: ReviewSession) -> News:
    """Read the records anew, and say what others did; called in the session's thread."""
    before, unreadable = session.record_reviewers, len(session.loaded.problems)
    if not session.reload():
        return News()
    after = session.record_reviewers
    new = Counter(after[name] for name in after.keys() - before.keys())
    gone = [before[name] for name in before.keys() - after.keys()]
    parts = [
        f"{_count(many, 'new record')} by {clean_line(reviewer, 40)}"
        for reviewer, many in new.most_common(3)
    ]
    if len(new) > 3:
        parts.append(f"more by {_count(len(new) - 3, 'other reviewer')}")
    if gone:
        yours = gone.count(session.reviewer)
        whose = f", {yours} of them yours" if yours else ""
        parts.append(f"{_count(len(gone), 'record')} gone from the disk{whose}")
    if len(session.loaded.problems) > unreadable:
        parts.append("a record cannot be read, see !")
    said = "; ".join(parts) or "a record was changed on the disk"
    return News(f"{said[0].upper()}{said[1:]}.", bool(gone))


def _count(many: int, what: str) -> str:
    return f"{many} {what}{'' if many == 1 else 's'}"
