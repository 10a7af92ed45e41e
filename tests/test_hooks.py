"""The hook for pre-commit runs what there is to run."""

import re
from pathlib import Path

from workbench.cli.arguments import read_arguments

HOOKS = Path(__file__).parent.parent / ".pre-commit-hooks.yaml"


def test_the_hooks_command_is_one_of_ours():
    (entry,) = re.findall(r"^  entry: workbench (.+)$", HOOKS.read_text("utf-8"), re.MULTILINE)
    assert read_arguments(entry.split()).command == "check"
