"""Toasts that name a key: a click on one does what the key does."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.notifications import Notification
from textual.widgets._toast import Toast

if TYPE_CHECKING:
    from textual.notifications import SeverityLevel
    from textual.widget import Widget

    from workbench.tui.keymap import Keymap


@dataclass
class Hint(Notification):
    """What is said, and what a click on it does.

    Attributes:
        action: An id of the table of keys; empty if the sentence names no key.
    """

    action: str = ""


def hint(
    keymap: Keymap, sentence: str, title: str, severity: SeverityLevel, timeout: float
) -> Hint:
    """A toast.

    Args:
        keymap: The user's keys.
        sentence: With the ids of actions in braces; the first of them is what a click does.
        title: Above it, if not empty.
        severity: How bad it is.
        timeout: Seconds that it stays.
    """
    named = (name for name in re.findall(r"\{(\w+)\}", sentence) if name in keymap.by_id)
    action = next(named, "")
    return Hint(keymap.fill(sentence), title, severity, timeout, action=action)


def action_of(widget: Widget | None) -> str:
    """What a click on a widget does, if that is a toast which names a key."""
    # Textual's toasts can neither be made by others nor asked.
    said = widget._notification if isinstance(widget, Toast) else None
    return said.action if isinstance(said, Hint) else ""
