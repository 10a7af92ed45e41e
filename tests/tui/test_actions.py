"""The table of keys keeps its promises."""

from collections import Counter

from workbench.tui.actions import ACTIONS, DIALOG_ACTIONS, Group, bindings
from workbench.tui.main.screen import MainScreen

TAKEN_BY_TERMINALS = {"ctrl+h", "ctrl+j", "ctrl+m", "ctrl+i"}


def test_no_key_does_two_things():
    for actions in (ACTIONS, DIALOG_ACTIONS):
        counts = Counter(key for action in actions for key in action.keys)
        assert [key for key, count in counts.items() if count > 1] == []


def test_ids_are_unique():
    ids = [action.id for action in (*ACTIONS, *DIALOG_ACTIONS)]

    assert len(ids) == len(set(ids))


def test_no_key_is_one_that_terminals_take():
    assert not TAKEN_BY_TERMINALS & {key for action in ACTIONS for key in action.keys}


def test_every_action_has_a_method_on_the_main_screen():
    missing = [a.id for a in ACTIONS if not hasattr(MainScreen, f"action_{a.id}")]

    assert missing == []


def test_every_action_is_bound():
    bound = {binding.key for binding in bindings(ACTIONS, "do")}

    assert bound == {key for action in ACTIONS for key in action.keys}


def test_every_action_is_explained_in_a_sentence():
    for action in (*ACTIONS, *DIALOG_ACTIONS):
        assert action.help.endswith("."), action.id
        assert action.group in Group
