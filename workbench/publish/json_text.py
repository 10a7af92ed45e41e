"""JSON that stays JSON wherever it is pasted: into a web page, a terminal, a chat."""

from __future__ import annotations

import json
from typing import Any

from workbench.text.cleaning import escape_json

_IN_HTML = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"})
"""Escaped, `</script>` cannot end the element that the JSON stands in; the value is the same."""


def json_bytes(value: Any) -> bytes:
    """A JSON document: indented, in the order given, ending in a line feed.

    What could act on a terminal or end a `<script>` element is escaped, so nothing is lost.
    """
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, indent=2)
    return f"{escape_json(text.translate(_IN_HTML))}\n".encode()
