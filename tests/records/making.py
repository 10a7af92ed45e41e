"""Records and articles as small as a test needs them."""

import hashlib
from datetime import UTC, datetime, timedelta
from typing import Any

from workbench.records.ids import claim_id, new_ulid, timestamp
from workbench.records.schema import (
    Appearance,
    ClaimRef,
    EvidenceRecord,
    LinkRecord,
    Position,
    Quote,
    VerdictRecord,
)
from workbench.text.article import Article, Block, BlockKind, Sentence

START = datetime(2026, 3, 29, 12, 0, tzinfo=UTC)


def ulid(second: int) -> str:
    """An id made so many seconds into the day; later ones are greater."""
    return new_ulid(START + timedelta(seconds=second))


def appearance(
    exact: str = "The bridge fell.", start: int = 0, source: str = "seeds/a.txt"
) -> Appearance:
    return Appearance(
        source=source,
        sha256=hashlib.sha256(exact.encode()).hexdigest(),
        position=Position(start=start, end=start + len(exact)),
        quote=Quote(exact=exact),
    )


def _common(second: int, reviewer: str, fields: dict[str, Any]) -> dict[str, Any]:
    first = appearance()
    return {
        "id": ulid(second),
        "reviewer": reviewer,
        "created_at": timestamp(START + timedelta(seconds=second)),
        "claim": ClaimRef(
            id=claim_id(first.source, first.quote.exact),
            text=first.quote.exact,
            appearances=[first],
        ),
        **fields,
    }


def verdict(second: int = 0, reviewer: str = "Ann", **fields: Any) -> VerdictRecord:
    says = {} if fields.get("retracted") else {"rating": "false"}
    return VerdictRecord(**_common(second, reviewer, says | fields))


def evidence(second: int = 0, reviewer: str = "Ann", **fields: Any) -> EvidenceRecord:
    says = {} if fields.get("retracted") else {"note": "The agency says otherwise."}
    return EvidenceRecord(**_common(second, reviewer, says | fields))


def link(second: int = 0, reviewer: str = "Ann", **fields: Any) -> LinkRecord:
    return LinkRecord(**_common(second, reviewer, fields))


def article(*sentences: str, source: str = "seeds/a.txt", before: str = "") -> Article:
    """An article of these sentences, a blank between any two; nothing is split."""
    text = before + " ".join(sentences)
    spans: list[Sentence] = []
    at = len(before)
    for number, sentence in enumerate(sentences):
        spans.append(Sentence(number, at, at + len(sentence), 0, True))
        at += len(sentence) + 1
    return Article(
        source=source,
        decoded=text,
        text=text,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        encoding="utf-8",
        blocks=(Block(BlockKind.PARAGRAPH, len(before), len(text)),),
        sentences=tuple(spans),
    )
