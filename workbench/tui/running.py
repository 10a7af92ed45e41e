"""The terminal app from its start to its exit code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.review.errors import ReviewError
from workbench.tui.app import WorkbenchApp
from workbench.tui.filters import Filter

if TYPE_CHECKING:
    from pathlib import Path

    from workbench.tui.settings import Settings


def run_app(
    folder: Path,
    *,
    verdicts: Path | None = None,
    reviewer: str | None = None,
    theme: str | None = None,
    filter_name: str | None = None,
    settings: Settings | None = None,
) -> int:
    """Open the terminal app on a case; returns the exit code.

    Raises:
        ReviewError: The case could not be read, or there is no such theme or filter.
    """
    try:
        filter_ = Filter(filter_name) if filter_name else None
    except ValueError:
        names = ", ".join(Filter)
        raise ReviewError(f"There is no filter “{filter_name}”; there are {names}.") from None
    app = WorkbenchApp(
        folder, verdicts=verdicts, reviewer=reviewer, filter_=filter_, settings=settings
    )
    if theme is not None:
        if theme not in app.available_themes:
            names = ", ".join(sorted(app.available_themes))
            raise ReviewError(f"There is no theme “{theme}”; there are {names}.")
        app.theme = theme
    with app.signals.taken():
        try:
            code = app.run()
        except OSError:  # What Textual says to a terminal that is gone.
            if app.signals.code is None:
                raise
        app.drafts.stop()
        app.session_thread.stop(wait=app.has_opened)
    if app.signals.code is not None:
        return app.signals.code
    if app.failure is not None:
        raise app.failure
    return code if code is not None else app.return_code or 0
