"""The JSON Schema for other programs."""

import json
from pathlib import Path

from tests.records.making import evidence, link, verdict
from workbench.records.json_schema import json_schema
from workbench.records.serialise import serialise

DOCUMENT = Path(__file__).parents[2] / "docs" / "record.schema.json"


def test_the_document_is_current() -> None:
    current = json.loads(json_schema())
    assert json.loads(DOCUMENT.read_text("utf-8")) == current, (
        "run: workbench schema > docs/record.schema.json"
    )


def test_every_field_that_is_written_is_in_the_schema() -> None:
    models = json.loads(json_schema())["$defs"]
    said = verdict(claim=verdict().claim, conclusion="x", blind=True)
    for record in (
        said,
        evidence(url="https://example.org/"),
        link(added=verdict().claim.appearances),
    ):
        model = models[type(record).__name__]
        fields = json.loads(serialise(record))
        assert fields.keys() <= model["properties"].keys()
        assert set(model["required"]) <= fields.keys()
        assert model["properties"]["kind"]["const"] == record.kind
