"""A small case of three reports, and the app opened on it."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.tui.driving import opened
from workbench.records.own_state import keep_state, state_folder
from workbench.tui.app import WorkbenchApp
from workbench.tui.filters import Filter
from workbench.tui.settings import Settings

MORNING = """\
---
title: Morning paper
date: 2025-05-13
---

Ferry runs aground off Skarholm

At least 12 people were injured when the ferry Astrid ran aground off Skarholm on Monday night.

The harbour office warned the captain of the low tide two hours before the accident.

The ferry was built in 1987 and carried 214 passengers.

Divers will examine the hull on Wednesday.
"""

EVENING = """\
---
title: Evening paper
date: 2025-05-14
---

Astrid accident: 31 hurt

The ferry Astrid ran aground off Skarholm on Monday night and 31 people were injured.

The captain received no warning of the low tide, the shipping company said.

The ferry carried 214 passengers and was built in 1987.

The company has offered every passenger a refund of 90 euros.
"""

RADIO = """\
---
title: Radio bulletin
date: 2025-05-14
---

The harbour office says that it warned the captain of the ferry Astrid of the low tide.

The mayor of Skarholm called for a second lighthouse.
"""

OpenApp = Callable[..., AbstractAsyncContextManager[tuple[WorkbenchApp, Pilot[int]]]]


@pytest.fixture(autouse=True)
def habits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A state folder for each test, of somebody who has seen the program before."""
    for name in ("XDG_STATE_HOME", "LOCALAPPDATA", "HOME"):
        monkeypatch.setenv(name, str(tmp_path / "state"))
    path = state_folder() / "habits.json"
    keep_state(path, {"actions": 1000})
    return path


@pytest.fixture
def case(tmp_path: Path) -> Path:
    folder = tmp_path / "ferry"
    (folder / "articles").mkdir(parents=True)
    for name, text in (("1-morning", MORNING), ("2-evening", EVENING), ("3-radio", RADIO)):
        (folder / "articles" / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def open_app(case: Path) -> OpenApp:
    """Open the app on a case and wait until all of it is there."""

    @asynccontextmanager
    async def running(
        folder: Path = case,
        *,
        size: tuple[int, int] = (140, 40),
        reviewer: str = "Ada",
        theme: str | None = None,
        filter_: Filter | None = None,
        settings: Settings | None = None,
    ) -> AsyncIterator[tuple[WorkbenchApp, Pilot[int]]]:
        app = WorkbenchApp(
            folder, reviewer=reviewer, theme=theme, filter_=filter_, settings=settings
        )
        async with app.run_test(size=size, notifications=True) as pilot:
            await opened(app, pilot)
            yield app, pilot
        app.session_thread.stop()

    return running
