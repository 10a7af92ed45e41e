"""Keys by the names that people write, and those that no terminal sends."""

import pytest

from workbench.tui.actions import ACTIONS, DIALOG_ACTIONS
from workbench.tui.keys import KeyNameError, key_meant, key_name


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("j", "j"),
        ("J", "J"),
        ("?", "question_mark"),
        ("/", "slash"),
        (",", "comma"),
        ("+", "plus"),
        ("ü", "ü"),
        ("ctrl+x", "ctrl+x"),
        ("Ctrl+X", "ctrl+x"),
        ("^x", "ctrl+x"),
        ("F5", "f5"),
        ("Esc", "escape"),
        ("PgDn", "pagedown"),
        ("page down", "pagedown"),
        ("shift+down", "shift+down"),
        ("space", "space"),
        ("question_mark", "question_mark"),
    ],
)
def test_a_key_is_understood_as_people_write_it(written, key):
    assert key_meant(written) == key


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("ctrl+h", "the same as Backspace"),
        ("Ctrl+M", "the same as Enter"),
        ("ctrl+j", "the same as Enter"),
        ("^i", "the same as Tab"),
        ("ctrl+[", "the same as Esc"),
        ("shift+j", "write “J”"),
        ("ctrl+c", "copies"),
        ("ctrl+q", "always leaves"),
        ("cmd+s", "not|no key that every terminal sends"),
        ("ctrl+1", "no key that every terminal sends"),
        ("nonsense", "no key that every terminal sends"),
        ("", "no key that every terminal sends"),
        (" ", "space"),
        ("\x1b", "no key"),
    ],
)
def test_a_key_that_cannot_be_had_is_refused_with_its_reason(written, why):
    with pytest.raises(KeyNameError, match=why):
        key_meant(written)


def test_every_key_of_the_table_can_be_written_as_it_is_shown():
    for action in (*ACTIONS, *DIALOG_ACTIONS):
        for key in action.keys:
            if key in ("ctrl+q", "ctrl+z"):
                continue
            assert key_meant(key) == key
            assert key_meant(key_name(key)) == key
