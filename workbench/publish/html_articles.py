"""The articles of the page, side by side: their text as it is, with the claims lit in it.

A claim has the same number and hue in every article and on its card; number and underline carry
the meaning too. Where claims share words, the words are lit once and bear all their numbers.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, NamedTuple

from workbench.publish.html_parts import NOTHING, Html, element, is_language, join, outward, text
from workbench.review.named import named_differences
from workbench.review.summary import article_letter
from workbench.text.article import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from workbench.review.asking import Asking
    from workbench.review.model import Appearance, Claim
    from workbench.text.article import Article, Block

HUES = 5

Names = dict[tuple[int, int, int, int], str]
"""What links to an appearance lead to, by its claim's number and its place."""


class _Lit(NamedTuple):
    """A claim's words in an article: where, whose, what contradicts in them, and their name."""

    start: int
    end: int
    claim: Claim
    conflicts: Sequence[tuple[int, int]]
    name: str


def hue(claim: Claim) -> str:
    """The classes that a claim bears everywhere: its colour, and its number to be lit by."""
    return f"h{(claim.number - 1) % HUES + 1} k{claim.number}"


def place_of(claim: Claim, appearance: Appearance) -> tuple[int, int, int, int]:
    """A key of `Names`."""
    return claim.number, appearance.article, appearance.start, appearance.end


def names_of(claims: Iterable[Claim]) -> Names:
    """A name for every appearance: the article's letter and the claim's number."""
    names: Names = {}
    counted: Counter[tuple[int, int]] = Counter()
    for claim in claims:
        for a in claim.appearances:
            counted[claim.number, a.article] += 1
            count = counted[claim.number, a.article]
            copy = f"-{count}" if count > 1 else ""
            names[place_of(claim, a)] = f"{article_letter(a.article)}-{claim.number}{copy}"
    return names


def articles_of(case: Asking, claims: Sequence[Claim], names: Names) -> Html:
    """All articles as columns.

    Args:
        case: The case as it is now.
        claims: Those to be lit.
        names: Of their appearances.
    """
    lit: dict[int, list[_Lit]] = {}
    for claim in claims:
        conflicts = named_differences(case.articles, claim, conflict=True)
        for a, spans in zip(claim.appearances, conflicts, strict=True):
            part = _Lit(a.start, a.end, claim, spans, names[place_of(claim, a)])
            lit.setdefault(a.article, []).append(part)
    return join(
        _column(index, article, sorted(lit.get(index, []), key=lambda part: part[:2]))
        for index, article in enumerate(case.articles)
    )


def _column(index: int, article: Article, lit: Sequence[_Lit]) -> Html:
    about = article.metadata
    letter = article_letter(index)
    day = about.date.isoformat() if about.date else ""
    facts = [text(part) for part in (about.publisher, about.author) if part]
    facts += [element("time", text(day), datetime=day)] if day else []
    facts += [outward(about.url, text("original"))] if about.url else []
    head = element(
        "header",
        element("span", text(letter), cls="letter", aria_hidden="true"),
        element("h3", text(about.title), id=f"{letter}-title", dir="auto"),
        element("p", join(facts, " · "), cls="facts") if facts else NOTHING,
    )
    language = {"lang": about.language} if is_language(about.language) else {}
    by_block = _by_block(article, lit)
    blocks = [
        _block(article, block, by_block.get(place, []), about.title)
        for place, block in enumerate(article.blocks)
    ]
    body = element("div", *blocks, cls="text", **language)
    named = f"{letter}-title"
    return element("article", head, body, cls="column", id=letter, aria_labelledby=named)


def _by_block(article: Article, lit: Iterable[_Lit]) -> dict[int, list[_Lit]]:
    """The claims of each block, by their beginning; one that spans blocks is in each of them."""
    found: dict[int, list[_Lit]] = {}
    ends = [block.end for block in article.blocks]
    for part in lit:
        place = bisect_right(ends, part.start)
        while place < len(ends) and article.blocks[place].start < part.end:
            found.setdefault(place, []).append(part)
            place += 1
    return found


def _block(article: Article, block: Block, lit: Sequence[_Lit], title: str) -> Html:
    is_heading = block.kind is BlockKind.HEADING
    if is_heading and not lit and article.text[block.start : block.end].strip() == title:
        return NOTHING  # It stands above the column.
    inside = _lit(article.text, block.start, block.end, lit)
    furniture = "furniture" if block.kind is BlockKind.FURNITURE else ""
    return element("h4" if is_heading else "p", inside, cls=furniture, dir="auto")


def _lit(words: str, start: int, end: int, lit: Sequence[_Lit]) -> Html:
    """A run of an article with the claims that have words in it, given by their beginning."""
    edges = sorted({start, end, *(min(max(e, start), end) for p in lit for e in (p.start, p.end))})
    parts: list[Html] = []
    here: list[_Lit] = []
    coming = 0
    for left, right in pairwise(edges):
        here = [part for part in here if part.end > left]
        known = len(here)
        while coming < len(lit) and lit[coming].start <= left:
            here.append(lit[coming])
            coming += 1
        if here:
            parts.append(_mark(words, left, right, here, here[known:]))
        else:
            parts.append(text(words[left:right]))
    return join(parts)


def _mark(words: str, start: int, end: int, lit: Sequence[_Lit], beginning: Sequence[_Lit]) -> Html:
    """Words that one or several claims are made of; those that begin here show their number."""
    numbers = [
        element(
            "a",
            text(str(part.claim.number)),
            cls=f"n {hue(part.claim)}",
            href=f"#c{part.claim.number}",
            id=part.name if part.start == start else False,
            aria_label=f"Claim {part.claim.number}",
        )
        for part in beginning
    ]
    conflict = " conflict" if any(part.claim.has_conflict for part in lit) else ""
    classes = " ".join(dict.fromkeys(hue(part.claim) for part in lit))
    inside = marked(words, start, end, {"x": [span for part in lit for span in part.conflicts]})
    return element("mark", *numbers, inside, cls=f"{classes}{conflict}")


def marked(
    words: str, start: int, end: int, spans: Mapping[str, Iterable[tuple[int, int]]]
) -> Html:
    """A run of text with spans of it set off.

    Args:
        words: The article's text.
        start: Of the run, in code points.
        end: Of the run, exclusive.
        spans: By the class that they get; where two share words, the later class counts.
    """
    kinds = [""] * (end - start)
    for cls, places in spans.items():
        for left, right in places:
            left, right = max(left, start) - start, min(right, end) - start
            kinds[left:right] = [cls] * (right - left)
    parts: list[Html] = []
    done = start
    for cls, run in groupby(kinds):
        here = text(words[done : (done := done + len(list(run)))])
        parts.append(element("b", here, cls=cls) if cls else here)
    return join(parts)
