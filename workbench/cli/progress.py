"""A progress bar on stderr, for what takes seconds; nothing where stderr is no terminal."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from workbench.review.reporting import tell_nobody

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbench.review.reporting import Report


@contextmanager
def progress_bar(doing: str) -> Iterator[Report]:
    """Show how far a piece of work is; the bar is taken away when it is done.

    Args:
        doing: What is being done, in a word ("Indexing").
    """
    if not sys.stderr.isatty():
        yield tell_nobody
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn
    from rich.progress import TimeRemainingColumn as TimeLeft

    columns = (TextColumn(doing), BarColumn(), TaskProgressColumn(), TimeLeft())
    console = Console(file=sys.stderr)
    with Progress(*columns, console=console, transient=True) as progress:
        task = progress.add_task(doing, total=None)

        def report(stage: str, done: int, total: int) -> None:
            del stage
            progress.update(task, completed=done, total=total)

        yield report
