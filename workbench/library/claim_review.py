"""schema.org ClaimReview, as fact-checkers publish it, to an earlier check and back.

What the web holds under this name is written by many hands: values stand alone or in lists, names
as text or as objects, ratings as words or as figures of a scale. What is asked for here is the
least that makes a check worth finding: the claim and its rating. The rest is taken where it can be
understood and left out where not; an address that is none of the web is left out too.

Sources: https://schema.org/ClaimReview and
https://developers.google.com/search/docs/appearance/structured-data/factcheck.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from workbench.library.check import EarlierCheck
from workbench.text.addresses import web_address
from workbench.text.cleaning import clean_line

if TYPE_CHECKING:
    from collections.abc import Mapping

_LONGEST_CLAIM = 4000
_LONGEST_NAME = 300
_LONGEST_CONCLUSION = 2000


class NoCheck(ValueError):  # noqa: N818
    """An object is no usable ClaimReview; the message is a clause ("it has no rating")."""


def is_claim_review(value: object) -> bool:
    """Whether a JSON value calls itself a ClaimReview."""
    if not isinstance(value, dict):
        return False
    kinds = value.get("@type")
    names = kinds if isinstance(kinds, list) else [kinds]
    return any(
        isinstance(name, str) and name.rpartition("/")[2].rpartition(":")[2] == "ClaimReview"
        for name in names
    )


def read_claim_review(value: Mapping[str, Any], place: str) -> EarlierCheck:
    """A ClaimReview as an earlier check.

    Args:
        value: The JSON object.
        place: The file that it lies in, safe to show.

    Raises:
        NoCheck: It says no claim, or no rating.
    """
    if not is_claim_review(value):
        raise NoCheck("it is no ClaimReview")
    claim = _line(value.get("claimReviewed"), _LONGEST_CLAIM)
    if not claim:
        raise NoCheck("it does not say which claim was reviewed")
    rating = _rating(_first(value.get("reviewRating")))
    if not rating:
        raise NoCheck("it has no rating")
    item = _first(value.get("itemReviewed"))
    return EarlierCheck(
        claim=claim,
        rating=rating,
        title=_line(value.get("headline") or value.get("name"), _LONGEST_NAME),
        conclusion=_line(value.get("reviewBody") or value.get("description"), _LONGEST_CONCLUSION),
        checker=_name(value.get("author")) or _name(value.get("publisher")),
        date=_day(value.get("datePublished")),
        speaker=_name(item.get("author")) if isinstance(item, dict) else "",
        url=_address(value.get("url")),
        place=place,
    )


def write_claim_review(check: EarlierCheck) -> dict[str, Any]:
    """An earlier check as a ClaimReview that `read_claim_review` reads as the same check."""
    value: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "claimReviewed": check.claim,
        "reviewRating": {"@type": "Rating", "alternateName": check.rating},
    }
    if check.speaker:
        author = {"@type": "Person", "name": check.speaker}
        value["itemReviewed"] = {"@type": "Claim", "author": author}
    if check.checker:
        value["author"] = {"@type": "Organization", "name": check.checker}
    fields = {
        "headline": check.title,
        "reviewBody": check.conclusion,
        "datePublished": check.date,
        "url": check.url,
    }
    return value | {name: said for name, said in fields.items() if said}


def _first(value: object) -> object:
    return value[0] if isinstance(value, list) and value else value


def _line(value: object, limit: int) -> str:
    value = _first(value)
    if isinstance(value, dict):
        value = value.get("@value")  # JSON-LD's way to name a text's language.
    return " ".join(clean_line(value, limit).split()) if isinstance(value, str) else ""


def _rating(value: object) -> str:
    """In words if there are any, else as a figure of its scale."""
    if not isinstance(value, dict):
        return _line(value, _LONGEST_NAME)
    words = _line(value.get("alternateName"), _LONGEST_NAME) or _line(
        value.get("name"), _LONGEST_NAME
    )
    if words:
        return words
    given, best = _figure(value.get("ratingValue")), _figure(value.get("bestRating"))
    if given and best:
        return f"{given} of {best}"
    return given


def _figure(value: object) -> str:
    if isinstance(value, bool):
        return ""
    if isinstance(value, (int, float)):
        return clean_line(f"{value:g}", _LONGEST_NAME)
    return _line(value, _LONGEST_NAME)


def _name(value: object) -> str:
    """Who somebody is; of a list all that have names, of an address nothing."""
    names = []
    for one in value[:5] if isinstance(value, list) else [value]:
        said = one.get("name") or one.get("legalName") if isinstance(one, dict) else one
        name = _line(said, _LONGEST_NAME)
        if name and not web_address(name):
            names.append(name)
    return ", ".join(dict.fromkeys(names))


def _day(value: object) -> str:
    written = _line(value, _LONGEST_NAME)[:10]
    try:
        return date.fromisoformat(written).isoformat()
    except ValueError:
        return ""


def _address(value: object) -> str:
    value = _first(value)
    if isinstance(value, dict):
        value = value.get("@id")
    return web_address(value) if isinstance(value, str) else ""
