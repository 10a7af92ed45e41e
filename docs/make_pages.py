"""Writes the parts of the documentation that are made from the code.

    .venv/bin/python docs/make_pages.py

`docs/keys.md` is made from the table of keys, the list of modules in `ARCHITECTURE.md` from the
first line of each module. A test says when they are out of date.
"""

from __future__ import annotations

import ast
from pathlib import Path

from workbench.tui.actions import Group
from workbench.tui.keymap import Keymap, all_keys_text

ROOT = Path(__file__).resolve().parent.parent
KEYS = ROOT / "docs" / "keys.md"
ARCHITECTURE = ROOT / "ARCHITECTURE.md"
BEGIN = "<!-- modules: made by docs/make_pages.py -->"
END = "<!-- end of modules -->"
LAYERS = ("cli", "tui", "publish", "library", "review", "records", "matching", "text")


def keys_page() -> str:
    """All keys as Markdown."""
    keymap = Keymap()
    lines = [
        "# Keys",
        "",
        "Made from the table in `workbench/tui/actions.py`; `?` in the program shows the same.",
        "A key that cannot act is grey, and says why when it is pressed.",
    ]
    for group in Group:
        lines += ["", f"## {group.value}", "", "| key | what it does | name |", "|---|---|---|"]
        lines += [
            f"| {_keys(all_keys_text(action))} | {action.help} | `{action.id}` |"
            for action in (*keymap.actions, *keymap.dialog_actions)
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


def main() -> None:
    """Write both pages."""
    KEYS.write_text(keys_page(), encoding="utf-8")
    ARCHITECTURE.write_text(architecture(), encoding="utf-8")


if __name__ == "__main__":
    main()
