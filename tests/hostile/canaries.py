"""Strings that would act on a terminal or be read as markup, and how to see that one got through.

Each sequence carries the canary `PWN` or the odd CSI parameter 777, which nothing of ours sends, so
it can be looked for in all the bytes that reached a terminal.
"""

from __future__ import annotations

import re

SEQUENCES = (
    "\x1b]0;PWN\x07",  # Window title
    "\x1b]2;PWN\x1b\\",
    "\x1b]0;PWN",  # Never closed: swallows what follows
    "\x1b]52;c;UFdO\x07",  # Clipboard, in base64
    "\x1b]8;;http://PWN.example/\x1b\\bank\x1b]8;;\x1b\\",  # A link under another name
    "\x1b]9;PWN\x07",  # Desktop notice
    "\x1b]1337;File=name=PWN:UFdO\x07",  # File download
    "\x1bPqPWN\x1b\\",  # Sixel
    "\x1bPtmux;\x1b\x1b]0;PWN\x07\x1b\\",  # Through tmux
    "\x1b_GPWN\x1b\\",  # Kitty graphics
    "\x1b^PWN\x1b\\",
    "\x1bXPWN\x1b\\",
    "\x1b[777mPWN",
    "\x1b[777;777H",
    "\x1b[?777h",
    "\x1b[777n",  # Answers as if typed
    "\x1b[8;777mPWN\x1b[0m",  # Concealed
    "\x1b[200~PWN\x1b[201~",  # Breaks out of a paste
    "\x1bc",
    "\x1b(0lqk",  # Line drawing for letters
    "\x9b777mPWN",
    "\x9d0;PWN\x9c",
    "\x90qPWN\x9c",
    "PWN\x08\x08\x08",
    "PWN\x00\x07\x0e\x0f\x7f",
)
BIDI = ("\u202eNWP\u202c", "\u2067PWN\u2069", "52\u202e \u206640 to\u2069 \u2066PWN\u2069")
MARKUP = (
    "[bold]PWN[/bold]",
    "[/nope]",
    "[/]",
    "[bold PWN",
    "[@click=app.quit]PWN[/]",
    "[@click=]",
    "[link=http://PWN.example]bank[/link]",
    "[$primary]PWN[/]",
    "[" * 40,
    ":smile: {0} %s ${PWN}",
    r"\[bold]\\[/]",
)
ALL = (*SEQUENCES, *BIDI, *MARKUP)
ONE_OF_EACH = "\x1b]0;PWN\x07\x9b777m\u202e[bold]PWN[/bold][/nope][@click=app.quit]"

_STRING = re.compile(r"(?:\x1b[\]P_^X]|[\x90\x98\x9d\x9e\x9f])([^\x07\x1b\x9c]{0,2000})")
_CSI_777 = re.compile(r"(?:\x1b\[|\x9b)[<=>?]?(?:\d*[;:])*777[\d;:]*[ -/]*[@-~]")
_NEVER_SENT = re.compile(
    "[\x00\x05\x08\x0b\x0c\x0e\x7f\x80-\x9f\u202a-\u202e\u2066-\u2069\u2028\u2029\U000e0000-\U000e007f]"
    r"|\x1bc|\x1b\(0|\x1b\[20[01]~"
)
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028\u2029]")


def leaks(raw: bytes) -> list[str]:
    """What reached a terminal that no program of ours sends; empty if nothing did."""
    text = raw.decode("utf-8", errors="replace")
    strings = [m[0] for m in _STRING.finditer(text) if "PWN" in m[1] or "UFdO" in m[1]]
    return [ascii(leak) for leak in (*strings, *_CSI_777.findall(text), *_NEVER_SENT.findall(text))]


def controls(output: str) -> list[str]:
    """The control and bidi characters in a command's output, which has no sequences at all."""
    return [ascii(character) for character in _CONTROLS.findall(output)]
