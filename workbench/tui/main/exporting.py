"""The keys that hand on: a claim to the clipboard, the case to a file."""

from __future__ import annotations

import os

from workbench.text.cleaning import clean_line
from workbench.tui.main.board import Board


class Exporting(Board):
    """What leaves the screen."""

    def action_export(self) -> None:
        """Open the dialog that writes the case in a format for others."""
        from workbench.tui.dialogs.export import ExportDialog

        self.app.push_screen(ExportDialog(self.session))

    def action_copy_claim(self) -> None:
        """Copy the claim with its sources as Markdown; a terminal may refuse, a file does not."""
        from workbench.publish.markdown import claim_markdown
        from workbench.records.own_state import keep_text, state_folder

        claim = self.place.claim
        if claim is None:
            return
        text = claim_markdown(self.session, claim)
        self.app.copy_to_clipboard(text)
        said = f"Claim {claim.number} is copied as Markdown, if your terminal allows it."
        if os.environ.get("TMUX"):
            said += " tmux hands it on after: tmux set -s set-clipboard on."
        path = state_folder() / "copied.md"
        if keep_text(path, text):
            said += f" It is in {clean_line(str(path))} too."
        self.notify(said, markup=False, timeout=6)
