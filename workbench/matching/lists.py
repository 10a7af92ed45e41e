"""The word lists in `data/`, read as they are needed.

By name, next to this file: `pathlib` and `importlib.resources` take longer to import than all the
lists to read.
"""

from __future__ import annotations

import json
import os
from typing import Any


def read_json(name: str) -> Any:
    """What a JSON file of the folder holds."""
    return json.loads(read_text(name))


def read_text(name: str) -> str:
    """What a file of the folder holds."""
    folder = os.path.dirname(__file__)  # noqa: PTH120 - see above
    with open(os.path.join(folder, "data", name), encoding="utf-8") as file:  # noqa: PTH118, PTH123
        return file.read()
