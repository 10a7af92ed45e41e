"""Long text in the person's own editor: nobody else can read it, nothing that was saved is lost."""

import stat
import sys
from contextlib import nullcontext
from pathlib import Path

import pytest

from workbench.tui import editor
from workbench.tui.editor import edit

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="the editors here are shell scripts"
)


@pytest.fixture
def use(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Make a shell script the editor; `$1` is the file."""

    def used(script: str) -> Path:
        path = tmp_path / "my editor"
        path.write_text(f"#!/bin/sh\n{script}\n")
        path.chmod(0o755)
        monkeypatch.delenv("VISUAL", raising=False)
        monkeypatch.setenv("EDITOR", f"'{path}' -n")
        return tmp_path

    return used


def test_what_the_editor_saved_comes_back(use):
    use('sed -i s/one/two/ "$2"')

    assert edit("one\nmore", nullcontext) == editor.Edited("two\nmore")


def test_nobody_else_can_read_the_file_and_it_is_gone_afterwards(use):
    folder = use('echo "$2" > "$(dirname "$0")/name"; ls -l "$2" > "$(dirname "$0")/mode"')
    edit("secret", nullcontext)

    assert (folder / "mode").read_text().startswith(stat.filemode(stat.S_IFREG | 0o600))
    assert not Path((folder / "name").read_text().strip()).parent.exists()


def test_what_was_saved_is_kept_though_the_editor_failed(use):
    use('echo saved > "$2"; exit 3')
    edited = edit("before", nullcontext)

    assert edited.text == "saved"
    assert "ended with an error (3)" in edited.trouble


def test_an_editor_that_is_not_there_changes_nothing(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("VISUAL", "no-such-editor")
    edited = edit("before", nullcontext)

    assert edited.text == "before"
    assert "no-such-editor could not be started" in edited.trouble


def test_a_command_that_cannot_be_read_is_said(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("VISUAL", "vi 'x")

    assert "unclosed" in edit("before", nullcontext).trouble


def test_no_editor_at_all_is_said(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("VISUAL", "")
    monkeypatch.setenv("EDITOR", " ")
    monkeypatch.setattr(editor, "_USUAL", ())

    assert "No editor was found" in edit("before", nullcontext).trouble


def test_a_file_that_was_taken_away_leaves_the_text(use):
    use('rm "$2"')
    edited = edit("before", nullcontext)

    assert edited.text == "before"
    assert edited.trouble


def test_a_file_that_is_too_long_is_left_and_named(use):
    use('head -c 600000 /dev/zero > "$2"')
    edited = edit("before", nullcontext)

    assert edited.text == "before"
    where = edited.trouble.split(" is in ")[1].split(": ")[0]
    assert Path(where).stat().st_size == 600_000
