"""`workbench keys`: what the keys are, and whether the settings file can be used."""

from pathlib import Path

import pytest

from workbench.tui.actions import ACTIONS, DIALOG_ACTIONS


@pytest.fixture
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    from workbench.tui.settings import settings_file

    for name in ("XDG_CONFIG_HOME", "LOCALAPPDATA", "HOME"):
        monkeypatch.setenv(name, str(tmp_path / "config"))
    settings_file().parent.mkdir(parents=True)
    return settings_file()


def test_every_action_is_listed_with_its_keys_and_its_name(workbench, config):
    outcome = workbench("keys")

    assert outcome.code == 0
    for action in (*ACTIONS, *DIALOG_ACTIONS):
        assert f"({action.id})" in outcome.out.replace("\n    ", " ")
    assert "j or ↓: Go to the next claim. (next_claim)" in outcome.out
    assert str(config) in outcome.err


def test_keys_of_ones_own_are_listed(workbench, config):
    config.write_text('[keys]\nnext_claim = "p"\n', encoding="utf-8")

    outcome = workbench("keys")

    assert outcome.code == 0
    assert "p: Go to the next claim." in outcome.out


def test_a_file_that_cannot_be_used_is_told_in_one_line(workbench, config):
    config.write_text('[keys]\nnext_claim = "n"\n', encoding="utf-8")

    outcome = workbench("keys")

    assert outcome.code == 1
    assert outcome.err.splitlines()[-1].startswith(
        f"{config}: next_claim: “n” is a key of next_hit"
    )
    assert "j or ↓: Go to the next claim." in outcome.out
