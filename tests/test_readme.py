"""What the README tells a newcomer to type works as written, in a clean clone."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.terminal import Terminal

REPOSITORY = Path(__file__).parent.parent
INSTALLING = 600.0
"""Seconds that the first command may take; nearly all of it is pip's network."""


def readme_command(name: str) -> str:
    """The fenced block after `<!-- ci: NAME -->`, as `.ci/run` reads it."""
    readme = (REPOSITORY / "README.md").read_text(encoding="utf-8")
    _, _, rest = readme.partition(f"\n<!-- ci: {name} -->\n```")
    assert rest, f"README.md has no fenced block after <!-- ci: {name} -->"
    return rest.split("\n", 1)[1].split("\n```", 1)[0]


@pytest.mark.slow
def test_the_first_command_opens_the_workbench_on_the_seeds(tmp_path):
    clone = tmp_path / "clone"
    subprocess.run(["git", "clone", "--quiet", str(REPOSITORY), str(clone)], check=True)
    same_python = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"

    with Terminal(
        ["bash", "-c", readme_command("open")],
        columns=200,
        lines=50,
        cwd=clone,
        env={"PATH": same_python},
    ) as terminal:
        for standpoint in ("ambassador’s rebuttal", "embassy’s denial", "secret warning"):
            terminal.wait_for(standpoint, timeout=INSTALLING)
        terminal.press("q")
        assert terminal.wait_exit() == 0
