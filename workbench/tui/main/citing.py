"""The keys that ask whether the current claim was checked before."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from workbench.tui.main.judging import Judging

if TYPE_CHECKING:
    from workbench.tui.dialogs.earlier import LibraryLoader


class Citing(Judging):
    """Earlier checks."""

    @cached_property
    def _loader(self) -> LibraryLoader:
        from workbench.tui.dialogs.earlier import LibraryLoader

        return LibraryLoader()

    def action_earlier(self) -> None:
        """Show earlier checks of the current claim."""
        from workbench.tui.dialogs.earlier import EarlierPanel

        claim = self.place.claim
        if claim is not None:
            self.app.push_screen(EarlierPanel(self, claim, self._loader), self._after_dialog)

    def action_cite(self) -> None:
        """Show them, for one to be cited there."""
        self.action_earlier()
