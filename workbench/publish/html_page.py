"""One self-contained web page of a case: claims and verdicts beside the articles they are about.

No network, no script: it can be mailed, kept in an archive, and opened from a disk in ten years.
The filter and the lighting of a claim in every article are done by its stylesheet alone. A content
security policy names that stylesheet by its hash and forbids all else, so that even text that got
through unescaped could do nothing.
"""

from __future__ import annotations

import base64
import hashlib
from importlib.resources import files
from typing import TYPE_CHECKING

from workbench.publish.html_articles import articles_of, names_of
from workbench.publish.html_claims import Shown, card
from workbench.publish.html_parts import NOTHING, Html, element, join, text
from workbench.publish.selecting import is_decided
from workbench.review.summary import article_letter

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.publish.selecting import Export, Selection

_FILTERS = (
    ("all", "All"),
    ("checked", "Checked"),
    ("conflicting", "Contradictions"),
    ("disputed", "Disagreements"),
    ("unchecked", "Not checked"),
)
"""Names of the filter's choices, which are classes of the cards, and what they are called."""


def export_html(selection: Selection) -> Export:
    """The claims worth going through, those that somebody checked first, and all articles."""
    claims = [claim for claim in selection.case.claims if selection.case.is_offered(claim)]
    claims.sort(key=lambda claim: (not is_decided(claim), claim.number))
    shown = [Shown(c, selection.verdicts(c), selection.evidence(c)) for c in claims]
    style = files("workbench.publish").joinpath("page.css").read_text(encoding="utf-8")
    style += _lighting([claim.number for claim in claims])
    body = element(
        "body",
        element("a", text("Skip to the claims"), cls="skip", href="#claims"),
        _masthead(selection, shown),
        element("main", _claims(selection, shown), _articles(selection, shown), cls="desk"),
        _footer(selection),
    )
    page = element("html", _head(selection.case.case.title, style), body, lang="en")
    return selection.done(f"<!doctype html>\n{page}".encode(), len(claims), "claim")


def _head(title: str, style: str) -> Html:
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    return element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=policy),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="referrer", content="no-referrer"),
        element("meta", name="color-scheme", content="light dark"),
        element("title", text(title)),
        element("style", Html(style)),
    )


def _lighting(numbers: Sequence[int]) -> str:
    """The rules by which a claim that was led to is lit wherever it appears."""
    where = ",\n".join(f":root:has(.k{n}:target) .k{n}" for n in numbers)
    return f"{where} {{ --lit: var(--strong); --edge: 3px; }}\n" if numbers else ""


def _masthead(selection: Selection, shown: Sequence[Shown]) -> Html:
    case = selection.case
    figures = (
        (len(case.articles), "article", "articles"),
        (len(shown), "claim", "claims"),
        (sum(bool(s.verdicts) for s in shown), "checked", "checked"),
        (case.progress.conflicts, "contradiction", "contradictions"),
        (case.progress.disagreements, "disagreement", "disagreements"),
    )
    counted = (
        element("li", element("b", text(str(count))), text(f" {one if count == 1 else many}"))
        for count, one, many in figures
    )
    letters = (
        element("a", text(article_letter(i)), href=f"#{article_letter(i)}", title=a.metadata.title)
        for i, a in enumerate(case.articles)
    )
    return element(
        "header",
        element("p", *_kicker(selection, shown), cls="kicker"),
        element("h1", text(case.case.title), dir="auto"),
        element("ul", *counted, cls="figures"),
        element(
            "nav",
            element("a", text("Claims"), href="#claims"),
            element("a", text("Articles"), href="#articles"),
            *letters,
            aria_label="Parts of this page",
        ),
        cls="masthead",
    )


def _kicker(selection: Selection, shown: Sequence[Shown]) -> list[Html]:
    """Whose report it is, and the day of the latest record in it."""
    desk = selection.case.case.publish.publisher
    days = [r.created_at[:10] for one in shown for r in (*one.verdicts, *one.evidence)]
    parts = [text(f"{desk} · Fact-check report" if desk else "Fact-check report")]
    if days:
        parts += [text(" · as of "), element("time", text(max(days)), datetime=max(days))]
    return parts


def _claims(selection: Selection, shown: Sequence[Shown]) -> Html:
    choices = (
        part
        for name, label in _FILTERS
        for part in (
            element(
                "input",
                type="radio",
                name="show",
                id=f"show-{name}",
                value=name,
                checked=name == "all",
            ),
            element("label", text(label), for_=f"show-{name}"),
        )
    )
    names = names_of(one.claim for one in shown)
    return element(
        "section",
        element("h2", text("Claims"), id="claims-title"),
        element("fieldset", element("legend", text("Show")), *choices, cls="filter"),
        *(card(selection, one, names) for one in shown),
        element("p", text("No claim is of this kind."), cls="none"),
        id="claims",
        cls="claims",
        aria_labelledby="claims-title",
    )


def _articles(selection: Selection, shown: Sequence[Shown]) -> Html:
    claims = [one.claim for one in shown]
    columns = articles_of(selection.case, claims, names_of(claims))
    return element(
        "section",
        element("h2", text("Articles"), id="articles-title"),
        element(
            "div",
            columns,
            cls="columns",
            role="region",
            tabindex="0",
            aria_label="Articles side by side",
        ),
        id="articles",
        cls="articles",
        aria_labelledby="articles-title",
    )


def _footer(selection: Selection) -> Html:
    missed = (*selection.case.problems, *map(str, selection.left_out))
    left_out = [element("li", text(sentence)) for sentence in missed]
    missing = (
        join([element("h2", text("Not on this page")), element("ul", *left_out)])
        if left_out
        else NOTHING
    )
    key = join(
        [
            text("A number marks a claim, the same in every article. "),
            element("b", text("Red, wavy"), cls="x"),
            text(" words contradict another article, "),
            element("b", text("amber, dashed"), cls="d"),
            text(" ones differ in a detail, "),
            element("b", text("dotted"), cls="w"),
            text(" ones stand in few of the sentences. "),
            text("A verdict in a dashed frame is not approved yet. "),
            text("That articles agree makes nothing true."),
        ]
    )
    made = text("Made from the records of the case with workbench; the articles are as they were.")
    return element("footer", element("p", key), missing, element("p", made))
