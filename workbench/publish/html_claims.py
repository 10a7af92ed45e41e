"""The cards of the page: a claim, the verdicts on it, what the articles say, and the evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

from workbench.publish.html_articles import hue, marked, place_of
from workbench.publish.html_parts import NOTHING, Html, element, join, outward, paragraphs, text
from workbench.publish.selecting import is_decided
from workbench.review.model import Origin
from workbench.review.named import named_differences
from workbench.review.summary import article_letter
from workbench.text.addresses import web_address
from workbench.text.cleaning import clean_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.publish.html_articles import Names
    from workbench.publish.selecting import Selection
    from workbench.records.schema import EvidenceRecord, VerdictRecord
    from workbench.review.model import Appearance, Claim

_BEST = 5
"""Steps of a rating's value, each a dot."""

_ROLES = {"second": "second reader", "adjudicator": "adjudicator"}
_UNCHECKED = "Nobody has checked this claim."


class Shown(NamedTuple):
    """A claim with what of it is exported."""

    claim: Claim
    verdicts: Sequence[VerdictRecord]
    evidence: Sequence[EvidenceRecord]


def card(selection: Selection, shown: Shown, names: Names) -> Html:
    """A claim's card."""
    claim = shown.claim
    kinds = [
        "checked" if shown.verdicts else "unchecked",
        *(["conflicting"] if claim.has_conflict else []),
        *(["disputed"] if claim.is_disputed else []),
    ]
    title = element(
        "h3",
        element("span", text(str(claim.number)), cls=f"n {hue(claim)}"),
        text(" "),
        element("span", text(claim.text), dir="auto"),
        id=f"c{claim.number}-title",
    )
    speaker = element("p", text(f"Said by {claim.speaker}"), cls="speaker", dir="auto")
    parts = [
        title,
        speaker if claim.speaker else NOTHING,
        _verdicts(selection, shown),
        _evidence(shown.evidence),
        _sentences(selection, claim, names),
    ]
    return element(
        "article",
        *parts,
        cls=f"card {hue(claim)} {' '.join(kinds)}",
        id=f"c{claim.number}",
        aria_labelledby=f"c{claim.number}-title",
    )


def _verdicts(selection: Selection, shown: Shown) -> Html:
    if not shown.verdicts:
        is_checked = bool(shown.claim.verdicts) or shown.claim.hides_verdict
        said = "Its verdict is not on this page." if is_checked else _UNCHECKED
        return element("p", text(said), cls="todo")
    disagree = element("p", text("Reviewers disagree"), cls="disagree")
    verdicts = (_verdict(selection, verdict) for verdict in shown.verdicts)
    return join([disagree if shown.claim.is_disputed else NOTHING, *verdicts])


def _verdict(selection: Selection, verdict: VerdictRecord) -> Html:
    value = next((r.value for r in selection.case.case.scale if r.name == verdict.rating), None)
    dots = [element("i", cls="on" if n <= (value or 0) else "") for n in range(1, _BEST + 1)]
    meter = element("span", *dots, cls="meter", aria_hidden="true") if value else NOTHING
    stamp = element("strong", meter, text(verdict.rating), cls=f"stamp v{value or 0}")
    role = "" if verdict.role == "checker" else f", {_ROLES[verdict.role]}"
    day = verdict.created_at[:10]
    who = element(
        "span",
        text(f"{verdict.reviewer}{role} · {verdict.status} · "),
        element("time", text(day), datetime=day),
        cls="who",
    )
    correction = verdict.correction.public_note if verdict.correction else ""
    return element(
        "div",
        element("p", stamp, text(" "), who),
        paragraphs(verdict.conclusion, "conclusion"),
        paragraphs(verdict.justification),
        _labelled("What is not known", verdict.uncertainty),
        _labelled("Correction", correction),
        cls=f"verdict {verdict.status}",
    )


def _labelled(label: str, words: str) -> Html:
    if not words.strip():
        return NOTHING
    return element("div", element("h4", text(label)), paragraphs(words), cls="labelled")


def _evidence(notes: Sequence[EvidenceRecord]) -> Html:
    if not notes:
        return NOTHING
    items = (element("li", *_note(note), cls=note.stance) for note in notes)
    return join([element("h4", text("Evidence")), element("ul", *items, cls="evidence")])


def _note(note: EvidenceRecord) -> list[Html]:
    said = [element("span", text(note.stance), cls="stance")]
    said += [element("em", text(note.question), dir="auto")] if note.question.strip() else []
    quoted = element("blockquote", paragraphs(note.quote)) if note.quote.strip() else NOTHING
    return [
        element("p", join(said, " ")),
        paragraphs(note.note),
        quoted,
        _source(note),
        element("p", text(f"{note.reviewer} · {note.created_at[:10]}"), cls="who"),
    ]


def _source(note: EvidenceRecord) -> Html:
    title = clean_line(note.title).strip()
    address = web_address(note.url)
    if address:
        parts = [outward(address, text(title or urlsplit(address).netloc))]
    else:
        parts = [text(words) for words in (title, clean_line(note.url)) if words.strip()]
    parts += [text(clean_line(part)) for part in (note.publisher, note.medium) if part.strip()]
    parts += [text(clean_line(note.locator))] if note.locator.strip() else []
    parts += [text("primary source")] if note.primary else []
    parts += [text(f"read {clean_line(note.accessed_at)}")] if note.accessed_at.strip() else []
    if note.archived_url.strip():
        parts.append(outward(note.archived_url, text("archived copy")))
    return element("p", join(parts, " · "), cls="source", dir="auto") if parts else NOTHING


def _sentences(selection: Selection, claim: Claim, names: Names) -> Html:
    """What each article says, with the words set off that differ."""
    case = selection.case
    if len(claim.appearances) == 1 and not claim.lost and not is_decided(claim):
        only = text("In one article: ")  # Its words stand above, as the claim's.
        return element("p", only, _letter(claim, claim.appearances[0], names), cls="alone")
    summary = element("p", text(claim.summary), cls="summary") if claim.summary else NOTHING
    conflicts = named_differences(case.articles, claim, conflict=True)
    details = named_differences(case.articles, claim, conflict=False)
    differing = case.differing(claim) if claim.is_shared else ((),) * len(claim.appearances)
    items = []
    for a, own, detail, against in zip(
        claim.appearances, differing, details, conflicts, strict=True
    ):
        words = case.articles[a.article].text
        alone = [(a.start + left, a.start + right) for left, right in own]
        said = marked(words, a.start, a.end, {"w": alone, "d": detail, "x": against})
        how = [element("span", text(word), cls=f"how {cls}") for word, cls in _how(claim, a)]
        inside = element("p", said, *how, dir="auto")
        items.append(element("li", _letter(claim, a, names), inside))
    for lost in claim.lost:
        gone = element(
            "span", text(f"edited since it was judged, in {lost.source}"), cls="how against"
        )
        items.append(element("li", element("p", text(lost.exact), gone), cls="lost"))
    heading = element("h4", text("In the articles"))
    return join([heading, summary, element("ul", *items, cls="sentences")])


def _letter(claim: Claim, appearance: Appearance, names: Names) -> Html:
    """The letter of an article, which leads to the claim in it."""
    letter = article_letter(appearance.article)
    return element(
        "a",
        text(letter),
        cls="letter",
        href=f"#{names[place_of(claim, appearance)]}",
        aria_label=f"Claim {claim.number} in article {letter}",
    )


def _how(claim: Claim, appearance: Appearance) -> list[tuple[str, str]]:
    """Word and class of what is to be said of an appearance."""
    relation = str(appearance.relation or "")
    words = {"conflicts": ("contradicts", "against"), "agrees": ("agrees", "with")}
    said = [words.get(relation, (relation, "detail"))] if relation else []
    said += [("disputed", "against")] if appearance.disputed else []
    if claim.verdicts and appearance.origin is Origin.MATCHED:
        said.append(("matched since, judged by nobody", "detail"))
    if appearance.copy_of is not None:
        said.append((f"the wording of {article_letter(appearance.copy_of)}", "copy"))
    return said
