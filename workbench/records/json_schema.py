"""The record's JSON Schema, made from the models, for other programs and `workbench schema`.

`docs/record.schema.json` is this text; a test holds it to that.
"""

from __future__ import annotations

import json
from typing import Annotated

from pydantic import Field, TypeAdapter
from pydantic.json_schema import GenerateJsonSchema

from workbench.records.schema import RECORD_TYPES, SCHEMA_VERSION, Record
from workbench.text.cleaning import escape_json


def json_schema() -> str:
    """The JSON Schema (Draft 2020-12) of a record's file, deterministic, ending in a line feed."""
    adapter: TypeAdapter[Record] = TypeAdapter(Annotated[Record, Field(discriminator="kind")])
    generated = adapter.json_schema()
    for model in RECORD_TYPES.values():
        # A default in Python, for whoever makes a record; a file must say its kind.
        generated["$defs"][model.__name__]["required"].insert(0, "kind")
    schema = {
        "$schema": GenerateJsonSchema.schema_dialect,
        "title": f"workbench record, version {SCHEMA_VERSION}",
        "description": (
            "One file in verdicts/<claim>/: a verdict, an evidence note or a decision about which "
            "sentences belong to a claim. Written once, never changed."
        ),
        **generated,
    }
    return escape_json(json.dumps(schema, ensure_ascii=False, indent=2)) + "\n"
