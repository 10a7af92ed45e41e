"""Library folders of a few checks."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path


def review(claim: str, rating: str = "False", **more: Any) -> dict[str, Any]:
    """A ClaimReview as a desk publishes it."""
    slug = "-".join(claim.lower().split()[:6])
    return {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "claimReviewed": claim,
        "reviewRating": {"@type": "Rating", "alternateName": rating},
        "author": {"@type": "Organization", "name": "Harbour Facts"},
        "datePublished": "2025-02-03",
        "url": f"https://example.org/{slug}",
        **more,
    }


FLOOD = review("The flood wall in Lindvik was opened on purpose")
FERRY = review("Ferries to the islands are free for pensioners", "Mostly true")
WHALE = review("A photograph shows a whale in the river at Lindvik")
BRIDGE = review("The new bridge cost twice as much as planned", "Half true")
ALL = (FLOOD, FERRY, WHALE, BRIDGE)


def write_library(folder: Path, *reviews: dict[str, Any], name: str = "feed.jsonl") -> Path:
    """Put ClaimReviews into a library folder; returns the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    lines = [json.dumps(one, ensure_ascii=False) for one in reviews]
    (folder / name).write_text("\n".join([*lines, ""]), encoding="utf-8")
    return folder
