"""Opening a case in the session's thread, while the screen shows what there is of it already.

A small case is there at once and comes up complete. Of a large one the articles come up as they are
read, can be read and scrolled meanwhile, and get their claims when all have been compared.
"""

from __future__ import annotations

import gc
from threading import Timer
from time import monotonic
from typing import TYPE_CHECKING

from workbench.tui.messages import Begun, Opened, Reading

if TYPE_CHECKING:
    from pathlib import Path

    from workbench.review.session import ReviewSession
    from workbench.tui.app import WorkbenchApp
    from workbench.tui.session_thread import Outcome

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

    def work() -> ReviewSession:
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
        wait = 0.0 if is_large(session.articles) else _PATIENCE
        reader = Timer(wait, board.post_message, (Begun(session),))
        reader.daemon = True
        reader.start()  # There may be few words to compare, and thousands of records to read.
        try:
            session.compare(tell, is_cancelled)
        finally:
            reader.cancel()
        return session

    def report(outcome: Outcome[ReviewSession]) -> None:
        # What was read stays: freezing it keeps the collector from walking it on a key press.
        gc.collect()
        gc.freeze()
        gc.set_threshold(50_000, 20, 100)
        board.post_message(Opened(outcome))

    app.session_thread.submit(work, report)
