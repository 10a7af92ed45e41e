"""A user's own keys: used everywhere, or refused with one sentence that says what to do."""

from pathlib import Path

import pytest

from tests.tui.conftest import OpenApp
from tests.tui.driving import screen_text, shows
from workbench.tui.keymap import Keymap, KeysError, chosen_keys, key_text
from workbench.tui.settings import Settings, load_settings, settings_file


@pytest.fixture
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file where this user's settings would be."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("APPDATA", str(tmp_path / "config"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "config"))
    monkeypatch.setenv("HOME", str(tmp_path / "config"))
    path = settings_file()
    path.parent.mkdir(parents=True)
    return path


def test_without_a_file_the_usual_keys_are_in_use(config: Path):
    settings = load_settings()

    assert settings.complaint == ""
    assert settings.keymap.by_id["next_claim"].keys == ("j", "down")


def test_a_key_of_ones_own_takes_the_place_of_the_usual_ones(config: Path):
    config.write_text('[keys]\nnext_claim = "p"\nprevious_claim = ["P", "up"]\n', "utf-8")

    settings = load_settings()

    assert settings.complaint == ""
    assert settings.keymap.by_id["next_claim"].keys == ("p",)
    assert settings.keymap.by_id["previous_claim"].keys == ("P", "up")


def test_what_stands_for_several_keys_names_the_users():
    keymap = Keymap({"next_claim": ("p",), "next_appearance": ("f7",)})

    assert key_text(keymap.by_id["next_claim"]) == "p k"
    assert key_text(keymap.by_id["next_appearance"]) == "[ F7"


def test_two_actions_can_change_keys():
    chosen = chosen_keys({"next_claim": "n", "next_hit": "j"})

    assert chosen == {"next_claim": ("n",), "next_hit": ("j",)}


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ({"next_clam": "p"}, "no action “next_clam”; did you mean next_claim?"),
        ({"zzzz": "p"}, "no action “zzzz”; `workbench keys` lists them all"),
        ({"next_claim": "n"}, "next_claim: “n” is a key of next_hit too"),
        ({"next_claim": "p", "next_hit": "p"}, "“p” is a key of next_claim too"),
        (
            {"next_claim": "ctrl+m"},
            "“ctrl\\+m” cannot be used: to a terminal it is the same as Enter",
        ),
        ({"next_claim": "hyper+j"}, "“hyper\\+j” is no key"),
        ({"next_claim": 5}, "next_claim: write each key in quotation marks"),
        ({"next_claim": []}, "next_claim needs a key"),
        ({"next_claim": ["j"] * 20}, "9 at most"),
        ({"rate": "r"}, "the keys of rate cannot be changed"),
        ({"suspend": "p"}, "the keys of suspend cannot be changed"),
        ({"save": "s"}, "“s” types or moves in a field"),
        ({"save": "ctrl+a"}, "“Ctrl\\+a” types or moves in a field"),
        ("j", r"write the keys under \[keys\]"),
    ],
)
def test_a_choice_that_cannot_be_is_refused(table, said):
    with pytest.raises(KeysError, match=said):
        chosen_keys(table)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[keys\n", "not valid TOML"),
        ("colour = 1\n", "unknown setting “colour”; known is [keys]"),
        ("[keys]\nnext_clam = 'i'\n", "did you mean next_claim?"),
        ("[keys]\n" + "a." * 5000 + "b = 1\n", "dots"),
        ("#" * 20_000, "larger than 16 kB"),
        ('[keys]\n"\\u001b]0;x" = "p"\n', "there is no action"),
    ],
)
def test_a_file_that_cannot_be_used_leaves_the_usual_keys(config: Path, text: str, said: str):
    config.write_text(text, encoding="utf-8")

    settings = load_settings()

    assert said in settings.complaint
    assert settings.complaint.startswith(f"{config}: ")
    assert settings.complaint.endswith("The usual keys are in use.")
    assert "\x1b" not in settings.complaint
    assert settings.keymap.by_id["next_claim"].keys == ("j", "down")


async def test_the_screen_acts_on_the_users_keys_and_shows_them(open_app: OpenApp):
    chosen = chosen_keys({"next_claim": "p", "help": "f8", "leave": "Q", "evidence": "f9"})
    async with open_app(settings=Settings(Keymap(chosen))) as (app, pilot):
        first = app.board.place.index
        assert "p k next" in screen_text(app)
        assert "F9 adds a note" in screen_text(app)
        await pilot.press("j")
        assert app.board.place.index == first
        await pilot.press("p")
        assert app.board.place.index == first + 1

        await pilot.press("f8")
        await pilot.pause()
        help_text = screen_text(app)
        assert "Go to the next claim." in help_text
        assert "  p  " in help_text
        await pilot.press("f8")
        await pilot.pause()
        assert app.screen is app.board

        await pilot.press("escape")
        assert await shows(app, pilot, "Press F8 for all keys, Q to leave.")


async def test_a_key_in_a_dialog_can_be_another(open_app: OpenApp, case: Path):
    chosen = chosen_keys({"save": "f2"})
    async with open_app(settings=Settings(Keymap(chosen))) as (_, pilot):
        await pilot.press("e")
        await pilot.pause()
        await pilot.press("x", "f2")
        await pilot.pause(0.2)

        assert len(list((case / "verdicts").rglob("*.json"))) == 1


async def test_a_bad_file_is_told_on_the_screen(open_app: OpenApp):
    async with open_app(settings=Settings(complaint="config.toml: wrong.")) as (app, pilot):
        assert await shows(app, pilot, "config.toml: wrong.")
