"""The part of the table of keys that holds in the dialogs with fields."""

from __future__ import annotations

from workbench.tui.actions.action import Action, Group

DIALOG_ACTIONS: tuple[Action, ...] = (
    Action("save", ("ctrl+s",), "save", "Save and go back.", Group.DIALOG, 1),
    Action(
        "cancel",
        ("escape",),
        "back",
        "Go back without saving; what you typed is kept for when you come again.",
        Group.DIALOG,
        2,
    ),
    Action("next_field", ("tab",), "next", "Go to the next field.", Group.DIALOG, 3),
    Action(
        "previous_field", ("shift+tab",), "field before", "Go to the field before.", Group.DIALOG
    ),
    Action(
        "undo_typing",
        ("ctrl+underscore",),
        "undo typing",
        "Undo what you typed last in a field of several lines.",
        Group.DIALOG,
    ),
    Action(
        "editor",
        ("ctrl+o",),
        "editor",
        "Edit a field of several lines in your own editor ($VISUAL or $EDITOR).",
        Group.DIALOG,
        5,
    ),
    Action(
        "reuse",
        ("ctrl+r",),
        "reuse",
        "Use a note again that stands on another claim.",
        Group.DIALOG,
        4,
    ),
    Action(
        "point",
        ("ctrl+t",),
        "quote article",
        "Take the quotation from an article by pointing at it.",
        Group.DIALOG,
        4,
    ),
)
