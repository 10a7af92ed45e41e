"""W3C Web Annotations (https://www.w3.org/TR/annotation-model/): who said what of which words.

One `AnnotationPage`: verdicts are `assessing`, notes `commenting`, matches `linking`. Targets are
the articles' files, named relative to the case, by quotation and by position in code points of the
decoded file (of the extracted text, where a web page is the source); `via` is the address that the
article was published at. A verdict is never hung on an article that contradicts its claim.
"""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from workbench.publish.json_text import json_bytes
from workbench.publish.selecting import contradicting
from workbench.records.ids import as_uuid
from workbench.records.schema import LinkRecord
from workbench.review.model import Origin
from workbench.review.spans import Span, span_of
from workbench.text.addresses import web_address
from workbench.text.cleaning import clean, clean_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbench.publish.selecting import Export, Selection
    from workbench.records.schema import EvidenceRecord, Record, VerdictRecord
    from workbench.review.model import Claim
    from workbench.text.article import Article

_CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_CONTEXT_LENGTH = 64
"""Code points of prefix and suffix, as in a record's quote."""

_NAMESPACE = uuid.UUID("7b0ad0b6-0b7c-5f0e-9f2c-6d0f6c1d4b1e")
"""Under which ids of what has none of its own are made: matches, and the page itself."""

_FORMATS = {".html": "text/html", ".htm": "text/html", ".md": "text/markdown"}


def export_annotations(selection: Selection) -> Export:
    """Every verdict, note and match in force as an annotation."""
    items = [item for claim in selection.case.claims for item in _items(selection, claim)]
    names = " ".join(item["id"] for item in items)
    title = selection.case.case.title
    page = {
        "@context": _CONTEXT,
        "id": _made_id(f"page {title} {names}"),
        "type": "AnnotationPage",
        "partOf": {
            "id": _made_id(f"collection {title}"),
            "type": "AnnotationCollection",
            "label": title,
            "total": len(items),
        },
        "startIndex": 0,
        "items": items,
    }
    return selection.done(json_bytes(page), len(items), "annotation")


def _items(selection: Selection, claim: Claim) -> Iterator[dict[str, Any]]:
    for verdict in selection.verdicts(claim):
        yield from _annotation(selection, claim, verdict, "assessing", _verdict_says(verdict))
    for note in selection.evidence(claim):
        yield from _annotation(selection, claim, note, "commenting", _note_says(note))
    yield from _links(selection, claim)
    replaced = {name for record in claim.history for name in record.supersedes}
    for record in claim.history:
        if isinstance(record, LinkRecord) and record.rejected and record.id not in replaced:
            reason = f"{record.reviewer} took a sentence out of it, which no annotation can say"
            selection.leave_out(claim, reason, asked_for=False)


def _annotation(
    selection: Selection,
    claim: Claim,
    record: Record,
    motivation: str,
    bodies: list[dict[str, Any]],
) -> Iterator[dict[str, Any]]:
    """The annotation of a record on the words that it was made of, if they are still there."""
    in_force = {span_of(appearance) for appearance in claim.appearances}
    against = contradicting(claim)
    saying_so = [
        place
        for place in map(selection.case.located, record.claim.appearances)
        if isinstance(place, Span) and place in in_force and place.article not in against
    ]
    if not saying_so:
        what = f"the words that the {record.kind} by {record.reviewer} is about"
        selection.leave_out(claim, f"{what} are no longer found for sure; settle it")
        return
    yield {
        "id": as_uuid(record.id).urn,
        "type": "Annotation",
        "motivation": motivation,
        "creator": {"type": "Person", "name": clean_line(record.reviewer)},
        "created": record.created_at,
        "body": bodies,
        "target": [_target(selection, span) for span in dict.fromkeys(saying_so)],
    }


def _verdict_says(verdict: VerdictRecord) -> list[dict[str, Any]]:
    correction = verdict.correction.public_note if verdict.correction else ""
    return [
        *_body("classifying", verdict.rating),
        *_body("assessing", verdict.conclusion),
        *_body("describing", verdict.justification),
        *_body("questioning", verdict.uncertainty),
        *_body("editing", correction),
        *_body("tagging", verdict.status),
        *_body("tagging", verdict.role),
    ]


def _note_says(note: EvidenceRecord) -> list[dict[str, Any]]:
    addresses = [web_address(note.url), web_address(note.archived_url)]
    no_links = [a for a in (note.url, note.archived_url) if a.strip() and not web_address(a)]
    source = [note.title, note.publisher, note.medium, note.locator, note.accessed_at, *no_links]
    source += ["primary source"] if note.primary else []
    return [
        *_body("classifying", note.stance),
        *_body("commenting", note.note),
        *_body("describing", note.quote),
        *_body("questioning", note.question),
        *_body("identifying", ", ".join(part.strip() for part in source if part.strip())),
        *(
            {"type": "SpecificResource", "purpose": "linking", "source": address}
            for address in dict.fromkeys(addresses)
            if address
        ),
    ]


def _body(purpose: str, words: str) -> list[dict[str, Any]]:
    said = clean(words).strip()
    body = {"type": "TextualBody", "purpose": purpose, "format": "text/plain", "value": said}
    return [body] if said else []


def _links(selection: Selection, claim: Claim) -> Iterator[dict[str, Any]]:
    """Each appearance tied to the sentence whose wording stands for the claim."""
    spans = [span_of(a) for a in claim.appearances]
    worded = [s for s in spans if clean_line(_words(selection, s)) == claim.text]
    headline = next(iter(worded or spans), None)
    for appearance in claim.appearances:
        span = span_of(appearance)
        if headline is None or span.article == headline.article:
            continue
        first, second = sorted((headline, span))
        by_hand = appearance.origin in {Origin.CONFIRMED, Origin.ADDED}
        yield {
            "id": _made_id(f"link {_name(selection, first)} {_name(selection, second)}"),
            "type": "Annotation",
            "motivation": "linking",
            "generator": {"type": "Software", "name": "workbench"},
            "body": [
                {"purpose": "linking", **_target(selection, headline)},
                *_body("classifying", str(appearance.relation or "")),
                *_body("tagging", "confirmed by a person" if by_hand else "matched"),
                *_body("describing", claim.summary),
            ],
            "target": [_target(selection, span)],
        }


def _target(selection: Selection, span: Span) -> dict[str, Any]:
    decoded = selection.case.articles[span.article].decoded
    return {
        "type": "SpecificResource",
        "source": _source(selection.case.articles[span.article]),
        "selector": [
            {
                "type": "TextQuoteSelector",
                "exact": decoded[span.start : span.end],
                "prefix": decoded[max(0, span.start - _CONTEXT_LENGTH) : span.start],
                "suffix": decoded[span.end : span.end + _CONTEXT_LENGTH],
            },
            {"type": "TextPositionSelector", "start": span.start, "end": span.end},
        ],
    }


def _source(article: Article) -> dict[str, Any]:
    extension = article.source[article.source.rfind(".") :].lower()
    source: dict[str, Any] = {
        "id": quote(article.source, safe="/"),
        "type": "Text",
        "format": _FORMATS.get(extension, "text/plain"),
    }
    address = web_address(article.metadata.url)
    return source | ({"via": address} if address else {})


def _words(selection: Selection, span: Span) -> str:
    return selection.case.articles[span.article].decoded[span.start : span.end]


def _name(selection: Selection, span: Span) -> str:
    article = selection.case.articles[span.article]
    return f"{article.source} {article.sha256} {span.start}-{span.end}"


def _made_id(name: str) -> str:
    return uuid.uuid5(_NAMESPACE, name).urn
