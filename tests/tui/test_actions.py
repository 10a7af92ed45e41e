"""The table of keys keeps its promises: what is in it is bound, found, explained and documented."""

from collections import Counter
from pathlib import Path

import pytest

from tests.tui.conftest import OpenApp
from tests.tui.driving import screen_text
from workbench.tui.actions import ACTIONS, DIALOG_ACTIONS, EVERY, MARK_ACTIONS, Group
from workbench.tui.dialogs.evidence import EvidenceDialog
from workbench.tui.keymap import Keymap, all_keys_text
from workbench.tui.main.screen import MainScreen

TAKEN_BY_TERMINALS = {"ctrl+h", "ctrl+j", "ctrl+m", "ctrl+i"}
KEYS_PAGE = Path(__file__).parents[2] / "docs" / "keys.md"


def test_no_key_does_two_things():
    for actions in (ACTIONS, MARK_ACTIONS, DIALOG_ACTIONS):
        counts = Counter(key for action in actions for key in action.keys)
        assert [key for key, count in counts.items() if count > 1] == []


def test_ids_are_unique():
    ids = [action.id for action in EVERY]

    assert len(ids) == len(set(ids))


def test_no_key_is_one_that_terminals_take():
    assert not TAKEN_BY_TERMINALS & {key for action in ACTIONS for key in action.keys}


def test_every_action_has_a_method_on_the_main_screen():
    missing = [a.id for a in ACTIONS if not hasattr(MainScreen, f"action_{a.id}")]

    assert missing == []


def test_every_action_is_explained_in_a_sentence():
    for action in EVERY:
        assert action.help.endswith("."), action.id
        assert action.group in Group


async def test_every_action_of_the_table_is_bound(open_app: OpenApp):
    async with open_app() as (app, pilot):
        assert missing(app.screen, ACTIONS) == []

        await pilot.press("e")
        await pilot.pause()
        assert isinstance(app.screen, EvidenceDialog)
        assert missing(app.screen, DIALOG_ACTIONS) == []


def missing(screen, actions):
    """Keys of the table that a screen does not have, or binds to something else."""
    bound = {key: binding.action for key, (_, binding, *_) in screen.active_bindings.items()}
    bound["ctrl+q"] = bound.get("ctrl+q", "").replace("quit", "leave")  # Textual's own leaves too.
    return [
        key
        for action in actions
        for key in action.keys
        if action.id not in bound.get(key, "").replace("(", "'").split("'")
    ]


async def test_every_action_is_found_in_the_palette(open_app: OpenApp):
    async with open_app(size=(140, 200)) as (app, pilot):
        await pilot.press("ctrl+p")
        for _ in range(100):
            await pilot.pause(0.02)
            listed = screen_text(app)
            if ACTIONS[0].help in listed:
                break

        actions = [a for a in Keymap().actions if a.id not in ("rate", "palette")]
        assert [a.id for a in actions if a.help not in listed] == []


@pytest.mark.parametrize("width", [80, 140])
async def test_every_action_is_in_the_help(open_app: OpenApp, width: int):
    async with open_app(size=(width, 250)) as (app, pilot):
        await pilot.press("question_mark")
        await pilot.pause()
        shown = " ".join(screen_text(app).replace("│", " ").split())

        lines = [f"{all_keys_text(action)} {action.help}" for action in app.keymap.by_id.values()]
        assert [line for line in lines if " ".join(line.split()) not in shown] == []


async def test_every_action_of_marking_is_bound_while_words_are_marked(
    open_app: OpenApp, monkeypatch: pytest.MonkeyPatch
):
    done: list[str] = []
    monkeypatch.setattr(MainScreen, "action_marking", lambda _, action: done.append(action))
    async with open_app() as (_, pilot):
        await pilot.press("v")
        for action in MARK_ACTIONS:
            for key in action.keys:
                await pilot.press(key)
                assert done.pop() == action.id, key
        assert done == []


def test_every_action_is_in_the_docs():
    page = KEYS_PAGE.read_text(encoding="utf-8")
    keymap = Keymap()
    absent = [
        action.id
        for action in keymap.by_id.values()
        if f"| {action.help} | `{action.id}` |" not in page
    ]

    assert absent == []


def test_no_sentence_of_the_app_names_a_key_that_a_user_may_have_changed():
    """Keys stand in sentences by the action's id in braces, or the user's own would not be shown."""
    named = ("press ", "Press ", " adds a ", " settles it", "take it back (")
    for path in sorted((KEYS_PAGE.parents[1] / "workbench" / "tui").rglob("*.py")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            code = line.split("#")[0]
            for words in named:
                before, found, after = code.partition(words)
                if found and '"' in before and '"""' not in before:
                    key_first = words.startswith(" ")
                    near = before if key_first else after
                    assert "{" in near, f"{path.name}:{number}: {line.strip()}"
