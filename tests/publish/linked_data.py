"""Exports read by others' rules: JSON Schemas written from the documentation, and a JSON-LD parser.

Nothing is fetched: the contexts are small ones of our own, with the terms that the exports use, and
any other address is an error. A key that a context does not know would be dropped in silence by
the parser, so `statements` counts.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
from pyld import jsonld

MODELS = Path(__file__).parent / "models"
BASE = "https://case.example/"
_CONTEXTS = {
    "https://schema.org": "schema.org.context.json",
    "http://www.w3.org/ns/anno.jsonld": "anno.context.json",
}


def check(document: Any, model: str, definition: str = "") -> None:
    """Raises `jsonschema.ValidationError` if a document is not as a model says."""
    schema = json.loads((MODELS / f"{model}.schema.json").read_text(encoding="utf-8"))
    if definition:
        schema = {"$ref": f"#/$defs/{definition}", "$defs": schema["$defs"]}
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema).validate(document)


def quads(document: Any) -> list[dict[str, Any]]:
    """The RDF statements that an independent parser reads in a JSON-LD document."""
    options = {"documentLoader": _load, "base": BASE}
    graphs = jsonld.to_rdf(document, options)
    assert set(graphs) <= {"@default"}
    return graphs.get("@default", [])


def values(document: Any, predicate: str) -> list[str]:
    """The objects of a predicate, in the order of the statements."""
    return [q["object"]["value"] for q in quads(document) if q["predicate"]["value"] == predicate]


def said(value: Any) -> int:
    """How many statements a JSON-LD document makes: one for each value that is no list."""
    if isinstance(value, list):
        return sum(said(item) for item in value)
    if isinstance(value, dict):
        ignored = {"@context", "id"}
        inner = [item for key, item in value.items() if key not in ignored]
        return sum(said(item) + _objects(item) for item in inner)
    return 1


def _objects(value: Any) -> int:
    if isinstance(value, list):
        return sum(_objects(item) for item in value)
    return 1 if isinstance(value, dict) else 0


def _load(address: str, options: dict[str, Any]) -> dict[str, Any]:
    if address not in _CONTEXTS:
        raise AssertionError(f"the document refers to {address}")
    context = json.loads((MODELS / _CONTEXTS[address]).read_text(encoding="utf-8"))
    return {
        "contextUrl": None,
        "documentUrl": address,
        "contentType": "application/ld+json",
        "document": context,
    }
