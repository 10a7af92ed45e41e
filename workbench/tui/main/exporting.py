"""The key that takes the case out of the program."""

from __future__ import annotations

from workbench.tui.main.board import Board


class Exporting(Board):
    """Exports."""

    def action_export(self) -> None:
        """Open the dialog that writes the case in a format for others."""
        from workbench.tui.dialogs.export import ExportDialog

        self.app.push_screen(ExportDialog(self.session))
