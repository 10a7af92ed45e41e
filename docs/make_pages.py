"""Writes the parts of the documentation that are made from the code.

    .venv/bin/python docs/make_pages.py

`docs/keys.md` is made from the table of keys, the list of modules in `ARCHITECTURE.md` from the
first line of each module. In the other pages a fenced block after `<!-- run: workbench … -->` holds
what that command prints on the case in this repository; `| head -n 9` cuts it. A test says when
they are out of date.
"""

from __future__ import annotations

import ast
import contextlib
import io
import re
import shlex
from pathlib import Path

from workbench.cli.main import main as workbench
from workbench.tui.actions import Group
from workbench.tui.keymap import Keymap, all_keys_text

ROOT = Path(__file__).resolve().parent.parent
KEYS = ROOT / "docs" / "keys.md"
ARCHITECTURE = ROOT / "ARCHITECTURE.md"
BEGIN = "<!-- modules: made by docs/make_pages.py -->"
END = "<!-- end of modules -->"
WITH_OUTPUT = (
    ROOT / "README.md",
    ROOT / "docs" / "exporting.md",
    ROOT / "docs" / "screen-reader.md",
    ROOT / "docs" / "team.md",
)
RUN = re.compile(
    r"(<!-- run: (.+?)(?: \| head -n (\d+))? -->\n```\w*\n)(?:.*?\n)??(```\n)", re.DOTALL
)
LAYERS = ("cli", "tui", "publish", "library", "review", "records", "matching", "text")


def keys_page() -> str:
    """All keys as Markdown."""
    keymap = Keymap()
    lines = [
        "# Keys",
        "",
        "Made from the table in `workbench/tui/actions/`; `?` in the program shows the same.",
        "A key that cannot act is grey, and says why when it is pressed.",
    ]
    for group in Group:
        lines += ["", f"## {group.value}", "", "| key | what it does | name |", "|---|---|---|"]
        lines += [
            f"| {_keys(all_keys_text(action))} | {action.help} | `{action.id}` |"
            for action in keymap.by_id.values()
            if action.group is group
        ]
    return "\n".join(lines) + "\n"


def _keys(text: str) -> str:
    return " ".join(f"`{key}`" for key in text.replace("|", "\\|").split())


def modules_list() -> str:
    """One line a module, layer by layer from the top."""
    lines: list[str] = []
    for layer in LAYERS:
        folder = ROOT / "workbench" / layer
        lines += ["", f"### `{layer}/`", ""]
        for path in sorted(folder.rglob("*.py")):
            name = path.relative_to(folder).as_posix()
            said = (ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or "").strip()
            first = said.split("\n\n")[0].replace("\n", " ")
            if name == "__init__.py":
                lines[-1:] = ["", first, ""]
            else:
                lines.append(f"- `{name}`: {first}")
    return "\n".join(lines).strip()


def architecture() -> str:
    """`ARCHITECTURE.md` with its list of modules made anew."""
    text = ARCHITECTURE.read_text(encoding="utf-8")
    before, rest = text.split(BEGIN)
    return f"{before}{BEGIN}\n\n{modules_list()}\n\n{END}{rest.split(END)[1]}"


def with_output(text: str) -> str:
    """A page with the output of its commands made anew."""
    return RUN.sub(lambda found: f"{found[1]}{_output(found[2], found[3])}{found[4]}", text)


def _output(command: str, lines: str | None) -> str:
    name, *arguments = shlex.split(command)
    if name != "workbench":
        raise ValueError(f"not a command of ours: {command}")
    out, told = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline=""), io.StringIO()
    with (
        contextlib.chdir(ROOT),
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(told),
    ):
        workbench(arguments)
    out.flush()
    printed = out.buffer.getvalue().decode("utf-8-sig").replace("\r\n", "\n")
    if lines is not None:
        printed = "".join(printed.splitlines(keepends=True)[: int(lines)]) + "…\n"
    return printed if lines is not None else printed + told.getvalue()


def main() -> None:
    """Write the pages."""
    KEYS.write_text(keys_page(), encoding="utf-8")
    ARCHITECTURE.write_text(architecture(), encoding="utf-8")
    for page in WITH_OUTPUT:
        page.write_text(with_output(page.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
