"""The key that jumps: labels come up on all that is in view, two letters go to one of them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from workbench.tui.main.moving import Moving
from workbench.tui.widgets.bars import KeyBar

if TYPE_CHECKING:
    from textual import events

    from workbench.tui.jumping import Jump, Target


class Jumping(Moving):
    """Jump mode."""

    _jump: Jump | None = None

    @property
    def is_busy(self) -> bool:
        """Whether something is being typed, marked or chosen."""
        return self._jump is not None or super().is_busy

    def action_jump(self) -> None:
        """Put a label on every sentence and claim in view."""
        from workbench.tui.jumping import labelled

        self._show_jump(labelled(self.case.targets()))

    def on_key(self, event: events.Key) -> None:
        """While there are labels, letters choose one and any other key takes them away."""
        jump = self._jump
        if jump is None:
            return
        event.stop()
        event.prevent_default()
        typed = jump.typed + (event.character or "")
        if typed in jump.targets:
            self._show_jump(None)
            self._go(jump.targets[typed])
        elif event.is_printable and any(label.startswith(typed) for label in jump.targets):
            self._show_jump(replace(jump, typed=typed))
        else:
            self._show_jump(None)

    def on_mouse_down(self) -> None:
        """The mouse goes where it points."""
        self._show_jump(None)

    def on_resize(self, event: events.Resize) -> None:
        """What is in view is about to change; Textual calls the board's own method as well."""
        self._show_jump(None)

    def _show_jump(self, jump: Jump | None) -> None:
        if jump is not self._jump:
            self._jump = jump
            self.case.show_labels(jump)
            self.show_all()

    def _go(self, target: Target) -> None:
        if target.claim_id:
            self.place.go_to(target.claim_id)
            self.show_all(reveal=True)
        else:
            self.go_to_sentence(self.place.columns[target.slot], target.sentence)

    def show_keys(self) -> None:
        """While there are labels, no other key does anything."""
        if self._jump is None:
            super().show_keys()
            return
        said = "Type the two letters of where to go; any other key goes back"
        short = "Type two letters; other keys go back"
        grey = dict.fromkeys(self.app.keymap.by_id, said)
        self.query_one(KeyBar).show(grey, [[(said, "")], [(short, "")]])
