"""Opening a case in the session's thread, while the screen shows what there is of it already.

A small case is there at once and comes up complete. Of a large one the articles come up as they are
read, and can be read and scrolled. They are compared in a thread of its own, so that changes need
not wait: the claims of the articles in view come first and can be judged at once, as no other
article can change them; the rest follows when all have been compared.
"""

from __future__ import annotations

import gc
from functools import partial
from threading import Thread, Timer
from time import monotonic
from typing import TYPE_CHECKING

from workbench.review.reporting import tell_nobody
from workbench.text.cleaning import clean_line
from workbench.tui.messages import Begun, Come, Grown, Opened, ReadAnew, Reading
from workbench.tui.session_thread import Outcome

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from workbench.matching.model import Matching
    from workbench.review.reporting import Report
    from workbench.review.session import ReviewSession
    from workbench.tui.app import WorkbenchApp

_PATIENCE = 0.5
"""Seconds until what has been read is shown, and between two times that more of it is."""
_PAUSE = 0.1
"""Seconds between two words on how far it is."""


def open_session(
    app: WorkbenchApp, folder: Path, verdicts: Path | None, reviewer: str | None
) -> None:
    """Read a case; the main screen hears how far it is, and has what there is of it.

    Args:
        app: Whose screen it is.
        folder: The case's folder.
        verdicts: Where the records are, if not where the case says.
        reviewer: Whose records are made; by default git's user.name, else the login.
    """
    board = app.board

    def work() -> ReviewSession | None:
        import workbench.tui.main.open_case  # noqa: F401 - so that the screen need not wait
        from workbench.review.case import find_case
        from workbench.review.opening import is_large
        from workbench.review.session import ReviewSession

        app.drafts.load()
        session = ReviewSession(find_case(folder, verdicts=verdicts), reviewer)
        session.read_blind(session.case.blind_second)
        told, stage_told, shown = 0.0, "", monotonic()

        def tell(stage: str, done: int, total: int) -> None:
            nonlocal told, stage_told, shown
            now = monotonic()
            if stage != stage_told or now - told >= _PAUSE:
                told, stage_told = now, stage
                board.post_message(Reading(stage, done, total))
            if stage == "reading" and session.articles and now - shown >= _PATIENCE:
                shown = now
                board.post_message(Begun(session))

        def is_cancelled() -> bool:
            return app.is_leaving

        session.read(tell, is_cancelled)
        if is_large(session.articles):
            board.post_message(Begun(session))
            compare_apart(app, session, tell)
            return None
        reader = Timer(_PATIENCE, board.post_message, (Begun(session),))
        reader.daemon = True
        reader.start()  # There may be few words to compare, and thousands of records to read.
        try:
            session.compare(tell, is_cancelled)
        finally:
            reader.cancel()
        return session

    def report(outcome: Outcome[ReviewSession | None]) -> None:
        if outcome.value is not None or outcome.error is not None:
            _settle(app, outcome.value, outcome.error)

    app.session_thread.submit(work, report)


def compare_apart(app: WorkbenchApp, session: ReviewSession, report: Report) -> None:
    """Compare a large case in a thread of its own, what is in view first.

    Args:
        app: Whose screen it is.
        session: The case, of which the articles have been read.
        report: Told how far it is.
    """
    from workbench.matching.early import Audience
    from workbench.review.errors import Cancelled, ReviewError

    board = app.board
    sources = {article.source: at for at, article in enumerate(session.articles)}
    every = frozenset(sources.values())

    def is_cancelled() -> bool:
        return app.is_leaving and not app.has_opened

    def wanted() -> tuple[int, ...]:
        left_at = sources.get(app.memory.article)
        return (*board.in_view, *([] if left_at is None else [left_at]))

    def share(matching: Matching, compared: frozenset[int]) -> None:
        take_in(partial(session.take_in, matching, is_cancelled, every - compared))

    has_opened = False

    def take_in(work: Callable[[], None]) -> None:
        nonlocal has_opened
        if has_opened:
            board.post_message(Come(work))
            return
        has_opened = True
        app.session_thread.submit_quietly(work, opened)

    def opened(outcome: Outcome[None]) -> None:
        _settle(app, None if outcome.error else session, outcome.error)

    def compare() -> None:
        try:
            matching = session.match(report, is_cancelled, audience=Audience(wanted, share))
        except Cancelled:
            return
        except ReviewError as error:
            take_in(partial(session.give_up_comparing, str(error), is_cancelled))
        except Exception as error:  # No fault of ours may take away what can be read.
            fault = f"The articles could not be compared, by a fault of this program: {error!r}."
            take_in(partial(session.give_up_comparing, clean_line(fault, 300), is_cancelled))
        else:
            take_in(partial(session.take_in, matching, is_cancelled))

    Thread(target=compare, name="comparing", daemon=True).start()


def read_anew(app: WorkbenchApp, before: ReviewSession) -> None:
    """Read the case of a session anew in a thread of its own; the screen hears when it is done.

    Args:
        app: Whose screen it is.
        before: The session; it stays as it is.
    """
    from workbench.review.case import find_case
    from workbench.review.session import ReviewSession

    def is_cancelled() -> bool:
        return False

    def tell(outcome: Outcome[ReviewSession]) -> None:
        gc.unfreeze()  # A case that was read before this one is needed no more.
        _freeze()
        app.board.post_message(ReadAnew(outcome))

    def read() -> None:
        try:
            case = find_case(before.case.root, verdicts=before.case.verdicts_dir)
            fresh = ReviewSession(case, before.reviewer, before)
            fresh.read_blind(before.is_blind)
            fresh.read(tell_nobody, is_cancelled)
            matching = fresh.match(tell_nobody, is_cancelled)
        except Exception as error:  # The screen says so; what it shows stays.
            tell(Outcome(None, error))
            return

        def take_in() -> ReviewSession:
            fresh.take_in(matching, is_cancelled)
            return fresh

        app.session_thread.submit_quietly(take_in, tell)

    Thread(target=read, name="reading anew", daemon=True).start()


def take_in_more(app: WorkbenchApp, work: Callable[[], None]) -> None:
    """Let claims come to those that are shown, in the session's thread.

    Args:
        app: Whose screen it is.
        work: What that thread has to do.
    """

    def report(outcome: Outcome[None]) -> None:
        _freeze()
        app.board.post_message(Grown(outcome))

    app.session_thread.submit_quietly(work, report)


def _settle(app: WorkbenchApp, session: ReviewSession | None, error: BaseException | None) -> None:
    """Say that the case is there, or why it is not; called in another thread."""
    _freeze()
    app.board.post_message(Opened(Outcome(session, error)))


def _freeze() -> None:
    """Keep the collector from walking all that was read on a key press: it stays."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)
