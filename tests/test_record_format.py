"""What docs/record-format.md shows is so: its records are valid, its program prints what it says."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

from workbench.records.serialise import parse

REPOSITORY = Path(__file__).parent.parent
PAGE = (REPOSITORY / "docs" / "record-format.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)


def test_the_least_record_is_valid():
    (record,) = blocks("json")
    assert parse(record.encode()).rating == "false"


def test_the_program_prints_the_verdicts_in_force_of_this_repository():
    (program,) = blocks("python")
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=REPOSITORY,
        env={"PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert f"```\n{done.stdout}```\n" in PAGE


def test_every_field_of_the_schema_is_named():
    schema = json.loads((REPOSITORY / "docs" / "record.schema.json").read_text("utf-8"))
    for part in schema["$defs"].values():
        for field in part.get("properties", {}):
            if part["title"] != "AnchorContext":
                assert f"`{field}`" in PAGE, f"{part['title']}.{field} is not on the page"
