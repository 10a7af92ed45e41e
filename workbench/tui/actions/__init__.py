"""The one table of keys: bindings, key bar, palette, help and docs are all made from it.

An action's id is also the name of the method (`action_<id>`) on the screen that carries it out.
Keys are in Textual's names; plain letters, never ctrl+h/j/m/i, which terminals and tmux take. They
are the usual ones: a user may have given an action others (`keymap.py`), so a sentence that names a
key names the action instead, in braces.
"""

from workbench.tui.actions.action import DIGITS, Action, Group
from workbench.tui.actions.in_dialogs import DIALOG_ACTIONS
from workbench.tui.actions.on_screen import ACTIONS, SUSPEND
from workbench.tui.actions.while_marking import MARK_ACTIONS

EVERY: tuple[Action, ...] = (*ACTIONS, *MARK_ACTIONS, *DIALOG_ACTIONS)
"""The whole table."""

__all__ = [
    "ACTIONS",
    "DIALOG_ACTIONS",
    "DIGITS",
    "EVERY",
    "MARK_ACTIONS",
    "SUSPEND",
    "Action",
    "Group",
]
