"""The table of actions with the keys that this user gave them; bindings and wording come from here.

A user's keys must not take a key away from another action in silence, nor one that a terminal
cannot send: `chosen_keys` refuses such a choice with a sentence, and the usual keys stay in use.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from textual.binding import Binding

from workbench.text.cleaning import clean_line
from workbench.tui.actions import (
    ACTIONS,
    DIALOG_ACTIONS,
    DIGITS,
    EVERY,
    MARK_ACTIONS,
    Action,
)
from workbench.tui.keys import KeyNameError, key_meant, key_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from textual.dom import DOMNode

Pieces = Sequence[tuple[str, str]]
"""A sentence in pieces, each with the action that a click on it does; with nothing if none."""
_FIXED = {
    "rate": "the digits are those of the rating scale",
    "suspend": "the terminal decides which key it is",
}
_MOST = 9
"""Keys that one action can have."""
_LENGTH = 40
"""Code points of a name or key that are quoted in a complaint."""


class KeysError(ValueError):
    """A choice of keys that cannot be; the message says which and what to do."""


class Keymap:
    """Every action with its keys.

    Attributes:
        actions: Those of the main screen.
        mark_actions: Those of the main screen while words are marked.
        dialog_actions: Those of the dialogs.
        by_id: All of them.
    """

    def __init__(self, chosen: Mapping[str, tuple[str, ...]] | None = None) -> None:
        """Give the actions their keys.

        Args:
            chosen: The user's keys for some actions, checked by `chosen_keys`.
        """
        chosen = chosen or {}
        self._names = {
            action.id: key_name(chosen.get(action.id, action.keys)[0]) for action in EVERY
        }
        self.actions = tuple(self._with_keys(action, chosen) for action in ACTIONS)
        self.mark_actions = tuple(self._with_keys(action, chosen) for action in MARK_ACTIONS)
        self.dialog_actions = tuple(self._with_keys(action, chosen) for action in DIALOG_ACTIONS)
        every = (*self.actions, *self.mark_actions, *self.dialog_actions)
        self.by_id = {action.id: action for action in every}

    def fill(self, sentence: str) -> str:
        """A sentence with the key in the place of each action's id: "Press {leave} to leave."."""
        return re.sub(r"\{(\w+)\}", lambda m: self._names.get(m[1], m[0]), sentence)

    def pieces(self, sentence: str) -> list[tuple[str, str]]:
        """A sentence with its keys filled in, cut where a click means something else.

        Returns:
            Each piece with the action that it offers, from the key to the end of the clause; with
            nothing where it offers none.
        """
        cut = re.split(r"(\{\w+\}[^{,.;:·()]*)", sentence)
        named = [re.match(r"\{(\w+)\}", piece) for piece in cut]
        return [
            (self.fill(piece), name[1] if name and name[1] in self._names else "")
            for piece, name in zip(cut, named, strict=True)
            if piece
        ]

    def _with_keys(self, action: Action, chosen: Mapping[str, tuple[str, ...]]) -> Action:
        return replace(
            action,
            keys=chosen.get(action.id, action.keys),
            shown=" ".join(self._names[of_pair] for of_pair in action.pair) or action.shown,
            help=self.fill(action.help),
        )


def key_text(action: Action) -> str:
    """An action's first key as a person reads it, or what stands for several."""
    return action.shown or key_name(action.keys[0])


def keys_in_bar(action: Action) -> list[tuple[str, str]]:
    """Each key in an action's entry in the key bar, with the id of the action that it is for."""
    if not action.pair:
        return [(key_text(action), action.id)]
    return list(zip(action.shown.split(" "), action.pair, strict=True))


def all_keys_text(action: Action) -> str:
    """Every key of an action as a person reads it; a run of digits in short."""
    if action.keys == DIGITS:
        return action.shown
    return "  ".join(key_name(key) for key in action.keys)


def bind(node: DOMNode, actions: Iterable[Action], through: str = "") -> None:
    """Bind the keys of actions on a screen or on the app, before any that it has of its class.

    Args:
        node: The screen.
        actions: A part of the table.
        through: The action that is handed the id (and for `rate` the digit); without one, the id is
            the action itself.
    """
    for action in actions:
        for key in action.keys:
            argument = f", {key}" if action.id == "rate" else ""
            target = f"{through}('{action.id}'{argument})" if through else action.id
            binding = Binding(key, target, action.label, show=False)
            # `App.set_keymap` drops another action's key in silence and takes time at each press.
            node._bindings.key_to_bindings[key] = [binding]


def chosen_keys(table: object) -> dict[str, tuple[str, ...]]:
    """The keys that a settings file gives to actions, by id.

    Args:
        table: The table `[keys]`: `next_claim = "n"`, or a list of several.

    Raises:
        KeysError: An unknown action, an impossible key, or one key for two actions.
    """
    if not isinstance(table, dict):
        raise KeysError('write the keys under [keys], one line an action: next_claim = "n"')
    every = {action.id: action for action in EVERY}
    chosen: dict[str, tuple[str, ...]] = {}
    for name, written in table.items():
        if name not in every:
            raise KeysError(_unknown(name, every))
        if name in _FIXED:
            raise KeysError(f"the keys of {name} cannot be changed: {_FIXED[name]}")
        chosen[name] = _keys(name, written)
    _no_clash(ACTIONS, chosen)
    _no_clash(MARK_ACTIONS, chosen)
    _no_clash(DIALOG_ACTIONS, chosen)
    _none_for_typing({name: keys for name, keys in chosen.items() if every[name] in DIALOG_ACTIONS})
    return chosen


def _unknown(name: str, every: Mapping[str, Action]) -> str:
    from rapidfuzz import fuzz, process

    nearest = process.extractOne(name[:_LENGTH], every.keys(), scorer=fuzz.WRatio, score_cutoff=60)
    advice = f"did you mean {nearest[0]}?" if nearest else "`workbench keys` lists them all"
    return f"there is no action “{clean_line(name, _LENGTH)}”; {advice}"


def _keys(name: str, written: object) -> tuple[str, ...]:
    several: list[object] = written if isinstance(written, list) else [written]
    meant: list[str] = []
    for key in several:
        if not isinstance(key, str):
            raise KeysError(f"{name}: write each key in quotation marks")
        try:
            meant.append(key_meant(key))
        except KeyNameError as error:
            raise KeysError(f"{name}: “{clean_line(key, _LENGTH)}” {error}") from error
    if not 1 <= len(meant) <= _MOST:
        raise KeysError(f"{name} needs a key, and can have {_MOST} at most")
    return tuple(dict.fromkeys(meant))


def _no_clash(actions: Iterable[Action], chosen: Mapping[str, tuple[str, ...]]) -> None:
    owner: dict[str, str] = {}
    # The chosen ones last, so that the sentence begins with what the user wrote.
    for action in sorted(actions, key=lambda action: action.id in chosen):
        for key in chosen.get(action.id, action.keys):
            other = owner.setdefault(key, action.id)
            if other != action.id:
                raise KeysError(
                    f"{action.id}: “{key_name(key)}” is a key of {other} too; "
                    f"give one of them another key"
                )


def _none_for_typing(chosen: Mapping[str, tuple[str, ...]]) -> None:
    """Keys of dialogs must be none that a field takes for itself."""
    if not chosen:
        return
    from textual.widgets import Input, TextArea

    fields = Binding.make_bindings([*Input.BINDINGS, *TextArea.BINDINGS])
    taken = {binding.key for binding in fields} | {"tab", "shift+tab", "space"}
    for name, keys in chosen.items():
        for key in keys:
            if key in taken or len(key_name(key)) == 1:
                raise KeysError(
                    f"{name}: “{key_name(key)}” types or moves in a field; use an F key"
                )
