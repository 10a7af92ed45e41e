"""`workbench keys`: the keys of the terminal app, and whether those in the settings file can be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.cli.output import print_heading, print_text, tell

if TYPE_CHECKING:
    import argparse

_FINDINGS = 1
"""Exit code: the settings file cannot be used."""


def print_keys(_arguments: argparse.Namespace) -> int:
    """Print every action with its keys and its name; returns the exit code."""
    from workbench.tui.actions import Group
    from workbench.tui.keymap import all_keys_text
    from workbench.tui.settings import load_settings, settings_file

    settings = load_settings()
    keymap = settings.keymap
    for group in Group:
        print_heading(group.value)
        for action in (*keymap.actions, *keymap.dialog_actions):
            if action.group is group:
                keys = " or ".join(all_keys_text(action).split("  "))
                print_text(f"{keys}: {action.help} ({action.id})", indent=2, hanging=2)
    tell(f"Your own keys: in {settings_file()}, under [keys], for example next_claim = “i”.")
    if settings.complaint:
        tell(settings.complaint)
        return _FINDINGS
    return 0
