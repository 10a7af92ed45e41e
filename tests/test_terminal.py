"""The pseudo-terminal that other tests trust, on a small app of its own."""

import re
import sys
from pathlib import Path

import pytest

from tests.terminal import Terminal

APP = """
from textual.app import App
from textual.widgets import Input, Static

class Echo(App):
    BINDINGS = [("f1", "say('helped')"), ("ctrl+s", "say('saved')"), ("escape", "say('backed out')"),
                ("down", "say('went down')"), ("f2", "write_link"), ("ctrl+q", "quit")]

    def compose(self):
        yield Static("Ready …", id="said", markup=False)
        yield Input()

    def on_resize(self, event):
        self.query_one("#said").update(f"{event.size.width} by {event.size.height}")

    def on_input_submitted(self, event):
        self.query_one("#said").update(f"typed <{event.value}>")

    def action_say(self, what):
        self.query_one("#said").update(what)

    def action_write_link(self):
        self._driver.write("\\x1b]8;;x\\x1b\\\\" + "\\x1b]52;c;aGk=\\x07" + "\\x1bP1$r0m\\x1b\\\\")
        self.query_one("#said").update("linked")

Echo().run()
print("The app has ended.")
raise SystemExit(3)
"""


@pytest.fixture
def app(tmp_path: Path) -> list[str | Path]:
    script = tmp_path / "echo.py"
    script.write_text(APP, encoding="utf-8")
    return [sys.executable, script]


def python(code: str) -> list[str]:
    return [sys.executable, "-c", code]


def test_app_gets_the_size_of_the_terminal(app):
    with Terminal(app, columns=91, lines=27) as terminal:
        terminal.wait_for("91 by 27")
        assert len(terminal.screen) == 27


def test_app_is_told_of_a_new_size(app):
    with Terminal(app, columns=91, lines=27) as terminal:
        terminal.wait_for("91 by 27")
        terminal.resize(40, 10)
        terminal.wait_for("40 by 10")
        assert len(terminal.screen) == 10


def test_keys_arrive_as_the_keys_that_they_are(app):
    with Terminal(app) as terminal:
        terminal.wait_for("by")
        for key, said in [
            ("f1", "helped"),
            ("ctrl+s", "saved"),
            ("escape", "backed out"),
            ("down", "went down"),
        ]:
            terminal.press(key)
            terminal.wait_for(said)


def test_an_escape_is_not_taken_for_the_start_of_another_key(app):
    with Terminal(app) as terminal:
        terminal.wait_for("by")
        terminal.press("escape", "f1", "escape", "x", "enter")
        terminal.wait_for("typed <x>")


def test_typed_text_arrives_in_any_script(app):
    with Terminal(app) as terminal:
        terminal.wait_for("by")
        terminal.send("“Привет” 你好")
        terminal.press("enter")
        terminal.wait_for("typed <“Привет” 你好>")


def test_sequences_that_draw_nothing_leave_no_mark_on_the_screen(app):
    with Terminal(app) as terminal:
        terminal.wait_for("by")
        terminal.press("f2")
        terminal.wait_for("linked")
        assert b"\x1b]52;c;aGk=\x07" in terminal.raw
        assert b"\x1b[>" in terminal.raw
        assert not re.search(r"aGk|8;;|\$|r0m|\du", terminal.text)


def test_the_screen_after_the_app_shows_what_a_shell_would(app):
    with Terminal(app) as terminal:
        terminal.wait_for("by")
        terminal.press("ctrl+q")
        assert terminal.wait_exit() == 3
        assert terminal.screen[0] == "The app has ended."
        assert not any(terminal.screen[1:])


def test_a_sequence_cut_in_two_is_read_as_one():
    write = "import sys, time; out = sys.stdout\nfor part in [{!r}, {!r}]:\n out.write(part); out.flush(); time.sleep(.1)"
    with Terminal(python(write.format("a\x1b]52;c", ";secret\x07b"))) as terminal:
        terminal.wait_exit()
        assert terminal.screen[0] == "ab"


def test_waiting_in_vain_says_what_the_screen_showed():
    with (
        Terminal(python("print('hello'); input()")) as terminal,
        pytest.raises(AssertionError, match=r"(?s)still running.*to show 'goodbye'.*\nhello\n"),
    ):
        terminal.wait_for("goodbye", timeout=1)


def test_waiting_for_a_program_that_has_ended_does_not_wait():
    with (
        Terminal(python("print('hello')")) as terminal,
        pytest.raises(AssertionError, match="hello"),
    ):
        terminal.wait_for("goodbye", timeout=600)


def test_text_is_waited_for_until_it_has_gone():
    with Terminal(python("print('hello'); input(); print('\\x1b[2J'); input()")) as terminal:
        terminal.wait_for(re.compile("^hell.$", re.MULTILINE))
        terminal.press("enter")
        terminal.wait_while("hello")


def test_a_closed_window_hangs_the_program_up():
    with Terminal(python("input('? ')")) as terminal:
        terminal.wait_for("?")
        terminal.hang_up()
        assert terminal.wait_exit() != 0


def test_a_program_sees_a_home_folder_of_its_own(tmp_path):
    show = (
        "import os; print(*(os.environ[n] for n in ('HOME', 'XDG_CONFIG_HOME', 'TERM')), sep='\\n')"
    )
    with Terminal(python(show), home=tmp_path) as terminal:
        terminal.wait_exit()
        assert terminal.screen[:3] == [str(tmp_path), f"{tmp_path}/.config", "xterm-256color"]
    assert tmp_path.exists()


def test_a_home_folder_made_for_one_run_is_removed():
    with Terminal(python("pass")) as terminal:
        terminal.wait_exit()
        assert terminal.home.is_dir()
    assert not terminal.home.exists()


def test_a_running_program_is_ended_with_its_block():
    with Terminal(python("input()")) as terminal:
        pass
    assert terminal.process.returncode is not None
