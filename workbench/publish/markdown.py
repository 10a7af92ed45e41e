"""A report in Markdown that a colleague reads as it is, in a mail, a pull request or a wiki.

Every character of an article or a note that Markdown would act upon is escaped: no link, image,
heading, table or HTML comes out of text that people wrote. Only addresses of the web become links.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workbench.publish.selecting import STATUSES, Selection, is_decided
from workbench.review.named import named_differences
from workbench.review.summary import article_letter
from workbench.text.addresses import web_address
from workbench.text.cleaning import clean, clean_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from workbench.publish.selecting import Export
    from workbench.records.schema import EvidenceRecord, VerdictRecord
    from workbench.review.asking import Asking
    from workbench.review.model import Appearance, Claim

_ACTING = re.compile(r"([\\`*_\[\]<>|~&$^#])")
_ACTING_AT_START = re.compile(r"^([+\-=:])|^(\d{1,9})([.)])", re.MULTILINE)
_PARAGRAPHS = re.compile(r"\n[ \t]*\n\s*")


def export_markdown(selection: Selection) -> Export:
    """The claims worth going through: what was decided on each, and what nobody has looked at."""
    offered = [claim for claim in selection.case.claims if selection.case.is_offered(claim)]
    decided = [claim for claim in offered if is_decided(claim)]
    open_conflicts = [c for c in offered if not is_decided(c) and c.has_conflict]
    others = [c for c in offered if not is_decided(c) and not c.has_conflict]
    blocks = [
        f"# {_line(selection.case.case.title)}",
        _figures(selection),
        "## Articles",
        "\n".join(_articles(selection.case, range(len(selection.case.articles)))),
        *(["## Checked"] if decided else []),
        *(block for claim in decided for block in _checked(selection, claim)),
        *_list("Contradictions that nobody has checked", open_conflicts),
        *_list("Other claims", others),
        *_left_out(selection),
    ]
    return selection.done(("\n\n".join(blocks) + "\n").encode(), len(offered), "claim")


def claim_markdown(case: Asking, claim: Claim) -> str:
    """One claim with its verdicts, evidence, sentences and the articles that they are from."""
    found = {appearance.article for appearance in claim.appearances}
    blocks = [
        *_checked(Selection(case, STATUSES), claim),
        "\n".join(_articles(case, sorted(found))),
    ]
    return "\n\n".join(blocks) + "\n"


def _figures(selection: Selection) -> str:
    progress = selection.case.progress
    parts = [
        _counted(len(selection.case.articles), "article"),
        f"{progress.reviewed} of {_counted(progress.offered, 'claim')} checked",
        _counted(progress.conflicts, "contradiction between articles", "contradictions between"),
        _counted(progress.disagreements, "disagreement between reviewers", "disagreements between"),
    ]
    return " · ".join(parts)


def _counted(count: int, one: str, many: str = "") -> str:
    """A count in words: "3 claims". `many` takes the place of as many words of `one`."""
    if count == 1:
        return f"1 {one}"
    rest = one.split()[len(many.split()) :]
    return f"{count} {' '.join([many, *rest]) if many else f'{one}s'}"


def _articles(case: Asking, indexes: Iterable[int]) -> Iterator[str]:
    yield "| | article | publisher | date | address |"
    yield "|---|---|---|---|---|"
    for index in indexes:
        about = case.articles[index].metadata
        day = about.date.isoformat() if about.date else ""
        cells = (_line(about.title), _line(about.publisher), day, _link(about.url))
        yield f"| {article_letter(index)} | {' | '.join(cells)} |"


def _checked(selection: Selection, claim: Claim) -> Iterator[str]:
    yield f"### {claim.number}. {_line(claim.text)}"
    if claim.speaker:
        yield f"Said by {_line(claim.speaker)}."
    if claim.is_disputed:
        yield "**Reviewers disagree.**"
    verdicts = selection.verdicts(claim)
    if (claim.verdicts or claim.hides_verdict) and not verdicts:
        yield "Its verdict is not in this report."
    for verdict in verdicts:
        yield from _verdict(verdict)
    for note in selection.evidence(claim):
        yield "\n".join(_note(note))
    yield "\n".join(_appearances(selection, claim))


def _verdict(verdict: VerdictRecord) -> Iterator[str]:
    who = f"{_line(verdict.reviewer)}, {verdict.role}, {verdict.status}, {verdict.created_at[:10]}"
    yield f"**{_line(verdict.rating)}** ({who})"
    yield from _quoted(verdict.conclusion)
    yield from _paragraphs(verdict.justification)
    yield from _paragraphs(verdict.uncertainty, "*What is not known:* ")
    if verdict.correction is not None:
        yield from _paragraphs(verdict.correction.public_note, "*Correction:* ")


def _note(note: EvidenceRecord) -> Iterator[str]:
    said = " ".join(_paragraphs(note.note))
    asked = f" *{_line(note.question)}*" if note.question.strip() else ""
    yield f"- Evidence, {note.stance} ({_line(note.reviewer)}):{asked} {said}".rstrip()
    quoted = "  \n  ".join(_quoted(note.quote))
    if quoted:
        yield f"\n  {quoted}\n"
    archived = f"archived {_link(note.archived_url)}" if note.archived_url.strip() else ""
    source = [*map(_line, (note.title, note.publisher)), _link(note.url), archived]
    source += [*map(_line, (note.medium, note.locator))]
    source += ["primary source"] if note.primary else []
    source += [f"read {_line(note.accessed_at)}"] if note.accessed_at.strip() else []
    named = ", ".join(part for part in source if part)
    if named:
        yield f"  {named}"


def _appearances(selection: Selection, claim: Claim) -> Iterator[str]:
    if claim.summary:
        yield f"In the articles: {_line(claim.summary)}\n"
    articles = selection.case.articles
    conflicts = named_differences(articles, claim, conflict=True)
    details = named_differences(articles, claim, conflict=False)
    for appearance, *named in zip(claim.appearances, conflicts, details, strict=True):
        article = articles[appearance.article]
        text = _lit(article.text, appearance, sorted({*named[0], *named[1]}))
        place = f"{_line(article.source)}:{appearance.start}-{appearance.end}"
        how = _how(appearance)
        yield f"- **{article_letter(appearance.article)}**{how}: {text} ({place})"
    for lost in claim.lost:
        yield f"- {_line(lost.source)} (edited since, {lost.state}): {_line(lost.exact)}"


def _how(appearance: Appearance) -> str:
    parts = [str(appearance.relation)] if appearance.relation else []
    parts += ["matched, judged by nobody"] if appearance.origin == "matched" else []
    parts += ["disputed"] if appearance.disputed else []
    if appearance.copy_of is not None:
        parts.append(f"the wording of {article_letter(appearance.copy_of)}")
    return f" ({', '.join(parts)})" if parts else ""


def _lit(text: str, appearance: Appearance, spans: Iterable[tuple[int, int]]) -> str:
    """A sentence with the words that differ in bold, where Markdown can set them so."""
    parts: list[str] = []
    done = appearance.start
    for start, end in spans:
        is_apart = not text[start - 1 : start].isalnum() and not text[end : end + 1].isalnum()
        if is_apart and start >= done and text[start].isalnum() and text[end - 1].isalnum():
            parts += [_inline(text[done:start]), f"**{_inline(text[start:end])}**"]
            done = end
    return "".join([*parts, _inline(text[done : appearance.end])])


def _list(heading: str, claims: Sequence[Claim]) -> Iterator[str]:
    if not claims:
        return
    yield f"## {heading}"
    lines = []
    for claim in claims:
        letters = ", ".join(
            article_letter(index) for index in dict.fromkeys(a.article for a in claim.appearances)
        )
        differs = f" {_line(claim.summary)}." if claim.summary else ""
        lines.append(f"- {claim.number}\\. {_line(claim.text)} ({letters}){differs}")
    yield "\n".join(lines)


def _left_out(selection: Selection) -> Iterator[str]:
    """What the report does not hold; to be called when all else is made."""
    missed = (*selection.case.problems, *map(str, selection.left_out))
    if missed:
        yield "## Not in this report"
        yield "\n".join(f"- {_line(sentence)}" for sentence in missed)


def _link(address: str) -> str:
    """An address as a link, or, if it is none of the web, as text."""
    return f"<{found}>" if (found := web_address(address)) else _line(address)


def _line(text: str) -> str:
    """Text on one line, inert."""
    return _at_start(_inline(clean_line(text).strip()))


def _paragraphs(text: str, opening: str = "") -> list[str]:
    """Text by its paragraphs, each on one line, inert; the opening stands before the first."""
    parts = _PARAGRAPHS.split(clean(text).strip())
    lines = [_line(" ".join(part.split())) for part in parts if part.strip()]
    return [f"{opening if place == 0 else ''}{line}" for place, line in enumerate(lines)]


def _quoted(text: str) -> list[str]:
    """Text as one block of quotation."""
    lines = "\n>\n".join(f"> {line}" for line in _paragraphs(text))
    return [lines] if lines else []


def _inline(text: str) -> str:
    return _ACTING.sub(r"\\\1", text.replace("\n", " "))


def _at_start(text: str) -> str:
    return _ACTING_AT_START.sub(lambda m: f"\\{m[1]}" if m[1] else f"{m[2]}\\{m[3]}", text)
