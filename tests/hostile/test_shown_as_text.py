"""Hostile text from every place that a case has is shown as text, on the screen and by commands."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.hostile.canaries import ALL, BIDI, MARKUP, ONE_OF_EACH, SEQUENCES, controls, leaks
from tests.terminal import Terminal
from workbench.review.session import ReviewSession
from workbench.text.cleaning import clean

COMMAND = Path(sys.executable).with_name("workbench")
STARTED = 60.0
SHOWN = clean(ONE_OF_EACH)
"""`ONE_OF_EACH` as a person is to see it."""

pytestmark = pytest.mark.skipif(
    os.name != "posix", reason="other systems refuse such file names, and have no pseudo-terminal"
)


def toml_text(text: str) -> str:
    return "".join(c if c.isprintable() and c not in '"\\' else f"\\U{ord(c):08x}" for c in text)


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case that is hostile in its settings, names, titles, texts and records."""
    folder = tmp_path_factory.mktemp("cases") / f"case {ONE_OF_EACH}"[:100].replace("/", "∕")
    folder.mkdir()
    for name, strings in (("1 escapes", SEQUENCES), ("2 bidi", BIDI), ("3 markup", MARKUP)):
        front = f"---\ntitle: {name} {ONE_OF_EACH}\npublisher: {ONE_OF_EACH}\n---\n"
        lines = [f"The mayor said {one} of it.\n\n" for one in strings]
        text = front + "".join(lines)
        (folder / f"{name}.txt").write_text(text, encoding="utf-8", newline="")
    named = f"4 {ONE_OF_EACH}.txt".replace("/", "∕")
    (folder / named).write_text("The mayor said that nothing was paid.\n", encoding="utf-8")
    title = toml_text(f"Title {ONE_OF_EACH}")
    scale = "".join(f'[[scale]]\nname = "{toml_text(ONE_OF_EACH[:39])}{i}"\n' for i in range(2))
    (folder / "workbench.toml").write_text(f'title = "{title}"\n{scale}', encoding="utf-8")
    session = ReviewSession.open(folder, reviewer=f"Ann {ONE_OF_EACH}")
    claim = session.claims[0].id
    hostile = f"Note {ONE_OF_EACH}"
    session.rate(claim, "1", conclusion=hostile, justification=hostile, uncertainty=hostile)
    names = ("note", "question", "url", "archived_url", "title", "publisher", "quote", "locator")
    session.add_evidence(claim, **dict.fromkeys(names, hostile))
    broken = folder / "verdicts" / f"broken {ONE_OF_EACH}".replace("/", "∕")
    broken.mkdir()
    (broken / f"{ONE_OF_EACH}.json".replace("/", "∕")).write_text("{", encoding="utf-8")
    return folder


def test_the_screen_shows_every_string_and_no_sequence_reaches_the_terminal(case: Path):
    with Terminal([COMMAND, case], columns=400, lines=130) as terminal:
        terminal.wait_for("The mayor said", STARTED)
        terminal.settle(1)
        for string in ALL:
            assert f"said {clean(string)} of it".replace("\n", " ") in terminal.text, ascii(string)
        assert f"Title {SHOWN}"[:40] in terminal.text
        terminal.press("q")
        assert terminal.wait_exit() == 0
        assert leaks(terminal.raw) == []


def test_whatever_is_opened_nothing_of_it_acts(case: Path):
    with Terminal([COMMAND, case], columns=120, lines=40) as terminal:
        terminal.wait_for("The mayor said", STARTED)
        for key in ("j", "j", "k", "k", "l", "h", "enter", "e", "!", "?", "ctrl+p", "/"):
            terminal.press(key)
            terminal.settle(0.3)
            if key in {"enter", "e", "!", "?", "ctrl+p", "/"}:
                terminal.press("escape")
                terminal.settle(0.2)
        terminal.send("/PWN\r")
        terminal.settle(0.3)
        terminal.press("escape", "f", "escape", "j", "j", "2")
        terminal.wait_for("● saved")
        terminal.press("q")
        assert terminal.wait_exit() == 0
        assert leaks(terminal.raw) == []
        assert terminal.raw.rfind(b"\x1b[?1049l") > terminal.raw.rfind(b"\x1b[?1049h")


def test_what_is_pasted_into_a_field_is_shown_as_text(case: Path):
    with Terminal([COMMAND, case], columns=140, lines=45) as terminal:
        terminal.wait_for("The mayor said", STARTED)
        terminal.press("e")
        terminal.wait_for("What you found, in your words")
        terminal.send("\x1b[200~pasted \u202eNWP\u009b777m [bold]PWN[/nope] end\x1b[201~")
        terminal.wait_for("[bold]PWN[/nope] end")
        terminal.press("escape")
        terminal.settle(0.5)
        assert leaks(terminal.raw) == []


@pytest.mark.parametrize(
    "command",
    [
        ["match"],
        ["match", "--json"],
        ["match", "--all-pairs"],
        ["status"],
        ["status", "--json"],
        ["check"],
        ["check", "--json"],
        ["show", "--at", "1"],
        ["show", "--at", "1", "--json"],
    ],
    ids=" ".join,
)
def test_commands_print_it_as_text(case: Path, command: list[str]):
    name, *options = command
    done = subprocess.run(
        [COMMAND, name, case, *options], capture_output=True, check=False, timeout=STARTED
    )
    out, err = done.stdout.decode("utf-8"), done.stderr.decode("utf-8")
    assert done.returncode in {0, 1}
    assert controls(out) == []
    assert controls(err) == []
    assert "PWN" in out
    if options == ["--at", "1"]:
        assert f"Note {SHOWN}" in " ".join(out.split())
