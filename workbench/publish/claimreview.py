"""ClaimReview: what search engines and fact-check databases read (https://schema.org/ClaimReview).

Fields and their limits follow Google's documentation ("Fact check (ClaimReview) structured data"):
required are `claimReviewed`, `reviewRating` with `alternateName`, and `url`. The export is a list
of complete objects, each of which can be pasted into its page.

Only what people judged is named as an appearance of the claim, never what the program matched by
itself, and never an article that contradicts the claim: it would be accused of what it denies.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from workbench.publish.json_text import json_bytes
from workbench.publish.selecting import conclusion, contradicting, published_on
from workbench.review.model import Origin
from workbench.review.summary import article_letter, listed
from workbench.text.addresses import web_address
from workbench.text.cleaning import clean, clean_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.publish.selecting import Export, Selection
    from workbench.records.schema import VerdictRecord
    from workbench.review.model import Claim
    from workbench.review.publishing import Publishing
    from workbench.text.article import Article

_LONGEST_CLAIM = 75
"""Code points of `claimReviewed` that a telephone shows whole, says the documentation."""

_PRONOUNS = frozenset({"he", "she", "it", "they", "we", "i", "you", "who", "one", "both"})
_ORGANISATION = re.compile(
    r"\b(?:agenc(?:y|ies)|army|assembly|association|authorit(?:y|ies)|bank|bureau|centre|center"
    r"|college|commission|committee|company|council|court|department|desk|embassy|government"
    r"|group|hospital|institute|kremlin|ministry|movement|nations|network|office|officials"
    r"|organi[sz]ation|paper|parliament|party|police|post|press|senate|service|services|society"
    r"|state|states|union|university|white house|inc|ltd|corp)\b|\b[A-Z]{3,}\b",
    re.IGNORECASE,
)
"""Words by which a speaker is no person; `[publish.speakers]` overrules it."""


def export_claimreview(selection: Selection) -> Export:
    """Each verdict that can stand for the desk as a ClaimReview."""
    reviews = []
    for claim in selection.case.claims:
        verdict = selection.the_verdict(claim)
        if verdict is None:
            continue
        address = web_address(selection.case.case.publish.address(claim.id))
        if not address:
            selection.leave_out(
                claim,
                "its check has no address; say in workbench.toml where checks are published: "
                '[publish] url = "https://example.org/checks/{claim}"',
            )
        else:
            reviews.append(_review(selection, claim, verdict, address))
    return selection.done(json_bytes(reviews), len(reviews), "claim review")


def _review(
    selection: Selection, claim: Claim, verdict: VerdictRecord, address: str
) -> dict[str, Any]:
    text = clean_line(verdict.claim.text)
    if len(text) > _LONGEST_CLAIM:
        selection.warn(
            claim,
            f"its wording has {len(text)} characters; more than {_LONGEST_CLAIM} are cut on a "
            "telephone.",
        )
    published = published_on(claim, verdict)
    review: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "url": address,
        "claimReviewed": text,
        "author": _author(selection.case.case.publish, claim, verdict),
        "datePublished": published,
    }
    if verdict.created_at[:10] != published:
        review["dateModified"] = verdict.created_at[:10]
    said = clean(conclusion(claim, verdict)).strip()
    if said:
        review["reviewBody"] = said
    else:
        selection.warn(claim, "it has no conclusion, the sentence that would be published.")
    if verdict.correction is not None and verdict.correction.public_note.strip():
        review["correction"] = {
            "@type": "CorrectionComment",
            "text": clean(verdict.correction.public_note).strip(),
            "datePublished": verdict.created_at[:10],
        }
    citations = _citations(selection, claim)
    if citations:
        review["citation"] = citations
    review["reviewRating"] = _rating(selection, verdict.rating)
    review["itemReviewed"] = _claim(selection, claim, verdict)
    return review


def _author(publish: Publishing, claim: Claim, verdict: VerdictRecord) -> Any:
    """The desk, if the case names it; else those who gave the verdict."""
    if publish.publisher:
        desk = {"@type": "Organization", "name": publish.publisher}
        desk |= {"url": publish.publisher_url} if publish.publisher_url else {}
        desk |= {"logo": publish.logo} if publish.logo else {}
        return desk
    names = dict.fromkeys(v.reviewer for v in claim.verdicts if v.rating == verdict.rating)
    people = [{"@type": "Person", "name": clean_line(name)} for name in names]
    return people[0] if len(people) == 1 else people


def _citations(selection: Selection, claim: Claim) -> list[dict[str, Any]]:
    """The sources of the evidence, each once; what a note says of them stays in the case."""
    citations: list[dict[str, Any]] = []
    for note in selection.evidence(claim):
        address, title = web_address(note.url), clean_line(note.title).strip()
        if note.url.strip() and not address:
            selection.warn(claim, f"a note by {note.reviewer} names an address that is no link.")
        if not address and not title:
            reason = f"a note by {note.reviewer} has neither an address of the web nor a title"
            selection.leave_out(claim, reason, asked_for=False)
            continue
        work: dict[str, Any] = {"@type": "CreativeWork", "name": title or address}
        if address:
            work["url"] = address
        if note.publisher.strip():
            work["publisher"] = {"@type": "Organization", "name": clean_line(note.publisher)}
        if work not in citations:
            citations.append(work)
    return citations


def _rating(selection: Selection, name: str) -> dict[str, Any]:
    scale = selection.case.case.scale
    value = next((rating.value for rating in scale if rating.name == name), None)
    rating: dict[str, Any] = {"@type": "Rating", "alternateName": clean_line(name)}
    if value is not None:
        rating |= {"ratingValue": value, "bestRating": 5, "worstRating": 1}
    return rating


def _claim(selection: Selection, claim: Claim, verdict: VerdictRecord) -> dict[str, Any]:
    item: dict[str, Any] = {"@type": "Claim"}
    speaker = clean_line(verdict.claim.speaker).strip()
    if speaker and speaker.casefold() not in _PRONOUNS:
        item["author"] = _speaker(selection.case.case.publish, speaker)
    making = articles_making(selection, claim)
    articles = [selection.case.articles[index] for index in making]
    first = first_article(articles)
    if first is not None and first.metadata.date is not None:
        item["datePublished"] = first.metadata.date.isoformat()
    if articles:
        item["appearance"] = [_work(article) for article in articles]
    if first is not None:
        item["firstAppearance"] = _work(first)
    return item


def _speaker(publish: Publishing, name: str) -> dict[str, Any]:
    known = publish.speaker(name)
    kind = known.type or ("Organization" if _ORGANISATION.search(name) else "Person")
    author = {"@type": kind, "name": name}
    return author | ({"sameAs": known.same_as} if known.same_as else {})


def articles_making(selection: Selection, claim: Claim) -> list[int]:
    """Indices of the articles that make a claim, by people's word; others are warned of."""
    against = contradicting(claim)
    judged = {a.article for a in claim.appearances if a.origin is not Origin.MATCHED}
    disputed = {a.article for a in claim.appearances if a.disputed}
    all_articles = {a.article for a in claim.appearances}
    for articles, why in (
        (against, "contradict it"),
        (disputed - against, "are disputed"),
        (all_articles - judged - against, "were matched since and judged by nobody"),
    ):
        if articles:
            letters = listed([article_letter(index) for index in sorted(articles)])
            selection.warn(claim, f"not named as appearances, as they {why}: {letters}.")
    return sorted(judged - against - disputed)


def first_article(articles: Sequence[Article]) -> Article | None:
    """The earliest of some articles, if all are dated and one alone is the earliest."""
    dated = [article for article in articles if article.metadata.date is not None]
    if not articles or len(dated) < len(articles):
        return None
    days = sorted((article.metadata.date, place) for place, article in enumerate(articles))
    alone = len(days) == 1 or days[0][0] != days[1][0]
    return articles[days[0][1]] if alone else None


def _work(article: Article) -> dict[str, Any]:
    about = article.metadata
    work: dict[str, Any] = {"@type": "CreativeWork", "headline": clean_line(about.title)}
    address = web_address(about.url)
    if address:
        work["url"] = address
    if about.date is not None:
        work["datePublished"] = about.date.isoformat()
    if about.publisher:
        work["publisher"] = {"@type": "Organization", "name": clean_line(about.publisher)}
    return work
