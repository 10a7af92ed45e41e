"""The strip below the columns: the current claim's sentences, verdicts and evidence.

Its height is fixed, so that nothing jumps when the claim changes: verdict and evidence always have
their rows, and the sentences share what is left.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING

from textual.geometry import Region

from workbench.review.summary import article_letter, copied_text
from workbench.text.cleaning import clean_line
from workbench.tui.paint import Run, cells_of, clickable, cut, flow, offering, overlay, strip_of
from workbench.tui.widgets.claim_list import glyph_style
from workbench.tui.widgets.drawn import Drawn
from workbench.tui.wording import GLYPH_WORDS, glyph_of, rating_key

if TYPE_CHECKING:
    from rich.style import Style
    from textual.strip import Strip

    from workbench.records.ratings import Rating
    from workbench.review.model import Claim
    from workbench.tui.keymap import Keymap
    from workbench.tui.palette import Palette
    from workbench.tui.widgets.article_row import Span

_NBSP = "\u00a0"
_LABEL = 13
"""Cells of the labels at the left."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One appearance as the strip shows it.

    Attributes:
        article: Index of the article.
        start: Where it stands, in code points of the article.
        text: The words, safe to show.
        lit: Words that tell it apart, from the start of `text`.
        conflicts: Words that contradict another article.
        note: How it came to be here, if by a person.
        is_wording: Whether this is the wording that a verdict is about.
        has_cursor: Whether the cursor is on it.
        copy_of: Letter of the article whose wording it prints again, or None.
    """

    article: int
    start: int
    text: str
    lit: tuple[Span, ...]
    conflicts: tuple[Span, ...]
    note: str = ""
    is_wording: bool = False
    has_cursor: bool = False
    copy_of: str | None = None


@dataclass(frozen=True, slots=True)
class Shown:
    """What the strip shows of a claim.

    Attributes:
        claim: The claim.
        sentences: Its appearances, in the order of the articles.
        reviewer: Whose verdict is called "you".
        scale: The ratings that can be given.
        place: "3 of 34" within the list.
        drafts: What is typed for it and not recorded, in a word each.
    """

    claim: Claim
    sentences: tuple[Sentence, ...]
    reviewer: str
    scale: tuple[Rating, ...]
    place: str
    drafts: tuple[str, ...] = ()


class Detail(Drawn, can_focus=False):
    """The strip."""

    DEFAULT_CSS = "Detail { background: $surface; height: 9; }"

    def __init__(self, palette: Palette, keymap: Keymap) -> None:
        super().__init__()
        self._keymap = keymap
        self._palette = palette
        self._shown: Shown | None = None
        self._message = ""
        """What is said where there is no claim; actions are named in braces."""
        self._lines: list[list[Run]] | None = None

    def show(self, shown: Shown | None, palette: Palette, message: str = "") -> None:
        """Show a claim.

        Args:
            shown: What to show; None if there is no claim.
            palette: The colours.
            message: What to say where there is no claim; actions are named in braces.
        """
        before, same_colours = self._lines, palette == self._palette
        self._shown, self._palette, self._message = shown, palette, message
        width, height = self.size
        self._lines = self._compose_lines(width, height) if height else None
        if before is None or self._lines is None or not same_colours:
            self.refresh()
            return
        rows = enumerate(zip_longest(before, self._lines))
        changed = [Region(0, y, width, 1) for y, (old, new) in rows if old != new]
        if changed:
            self.refresh(*changed)

    def on_resize(self) -> None:
        """Wrap again."""
        self._lines = None

    def render_line(self, y: int) -> Strip:
        """One row of the strip."""
        (width, height), palette = self.room, self._palette
        if self._lines is None:
            self._lines = self._compose_lines(width, height)
        runs = self._lines[y] if y < len(self._lines) else []
        return strip_of(runs, width, palette.side)

    def _compose_lines(self, width: int, height: int) -> list[list[Run]]:
        palette, shown = self._palette, self._shown
        if shown is None:
            rule: list[Run] = [("━" * width, palette.bar_faint)]
            said = offering(self._keymap.pieces(self._message), palette.side)
            body = flow(said, max(1, width - 2), palette.side)
            return [rule, [], *([(" ", palette.side), *line] for line in body)]
        foot = [*self._verdict_lines(shown, width), *self._evidence_lines(shown, width, height)]
        room = max(1, height - 1 - len(foot))
        body = self._sentence_lines(shown, width, room)
        if len(body) < room:
            body.append([])
        return [self._rule(shown, width), *body[:room], *foot]

    def _rule(self, shown: Shown, width: int) -> list[Run]:
        """The line that names the claim and what is the matter with it."""
        palette, claim = self._palette, shown.claim
        glyph = glyph_of(claim)
        runs: list[Run] = [
            ("━ ", palette.over(palette.accent, palette.side)),
            (f" {claim.number} ", palette.chip),
            (" ", palette.side),
        ]
        if claim.summary:
            runs.append((f"{glyph.value} {claim.summary}", glyph_style(glyph, palette)))
        elif claim.is_shared:
            runs.append((f"{glyph.value} {GLYPH_WORDS[glyph]}", glyph_style(glyph, palette)))
        elif claim.appearances:
            only = article_letter(claim.appearances[0].article)
            why = f": {', '.join(claim.reasons)}" if claim.reasons else ""
            runs.append((f"only in {only}{why}", palette.side_muted))
        copied = copied_text(claim)
        if copied:
            runs.append((f" · {copied}", palette.side_muted))
        if claim.speaker:
            runs.append((f" · said by {claim.speaker}", palette.side_muted))
        tail: list[Run] = [(f" {shown.place} ", palette.side_muted)]
        if claim.is_shared:
            runs = clickable(runs, "do('why')")
        tail = clickable(tail, "do('toggle_list')")
        why = self._keymap.fill("  {why} why?")
        if claim.is_shared and cells_of([*runs, *tail]) + len(why) < width - 2:
            runs += clickable([(why, palette.side_muted)], "do('why')")
        runs = cut(runs, width - cells_of(tail) - 3)
        fill = "━" * max(1, width - cells_of([*runs, *tail]) - 1)
        return [*runs, (f" {fill}", palette.over(palette.accent, palette.side)), *tail]

    def _sentence_lines(self, shown: Shown, width: int, room: int) -> list[list[Run]]:
        palette = self._palette
        lines: list[list[Run]] = []
        sentences = shown.sentences
        for lost in shown.claim.lost[: max(1, room - len(sentences))]:
            runs: list[Run] = [
                (" ?  ", palette.differs),
                (
                    f"{clean_line(lost.source)} was edited "
                    + self._keymap.fill("({settle} settles it); judged was: "),
                    palette.differs,
                ),
                (clean_line(lost.exact), palette.side),
            ]
            runs = clickable(runs, "do('settle')")
            lines += flow(runs, width - 1, palette.side, indent=4, most=2)
        left = room - len(lines)
        hidden = 0
        if len(sentences) > left:
            hidden = len(sentences) - max(1, left - 1)
            sentences = _weightiest(sentences, len(sentences) - hidden)
            left -= 1
        for number, sentence in enumerate(sentences):
            share = max(1, left // (len(sentences) - number))
            text = sentence.text.replace("\n", " ")
            spans = [(s.start, s.end, palette.lit) for s in sentence.lit]
            spans += [(s.start, s.end, palette.conflict_chip) for s in sentence.conflicts]
            body = overlay(text, palette.side, spans)
            if sentence.copy_of:
                body.insert(0, (f"same wording as {sentence.copy_of}: ", palette.side_muted))
            if sentence.note:
                body.append((f"  ({sentence.note})", palette.side_muted))
            wrapped = flow(body, width - 6, palette.side, most=share)
            style = palette.chip if sentence.is_wording else palette.letter
            chip: Run = (f" {article_letter(sentence.article)} ", style)
            for index, line in enumerate(wrapped):
                cursor = "›" if sentence.has_cursor and not index else " "
                lead: list[Run] = [
                    (cursor, palette.over(palette.accent, palette.side)),
                    chip if not index else ("   ", palette.side),
                ]
                row = [*lead, (" ", palette.side), *line]
                lines.append(clickable(row, f"go_to_place({sentence.article}, {sentence.start})"))
            left -= len(wrapped)
        if hidden:
            more = "1 more sentence: {detail} shows it"
            if hidden > 1:
                more = f"{hidden} more: {{detail}} shows them"
            shows = [(f"     and {self._keymap.fill(more)}", palette.side_muted)]
            lines.append(clickable(shows, "do('detail')"))
        return lines

    def _verdict_lines(self, shown: Shown, width: int) -> list[list[Run]]:
        palette, claim = self._palette, shown.claim
        label = self._label(_verdict_label(shown))
        if not claim.verdicts:
            runs: list[Run] = [label]
            if claim.hides_verdict:
                runs.append(("the first is hidden until you give yours  ", palette.differs))
            for rating in shown.scale:
                named: list[Run] = [
                    (rating.key, palette.over(palette.accent, palette.side)),
                    (f"{_NBSP}{_unbroken(rating.name)}", palette.side_muted),
                ]
                runs += [*clickable(named, f"do('rate', {rating.key})"), ("  ", palette.side)]
            return _as_blanks(flow(runs, width - 1, palette.side, indent=_LABEL + 1, most=3))
        runs = [label]
        conclusions: list[Run] = []
        for verdict in claim.verdicts[-3:]:
            who = "you" if verdict.reviewer == shown.reviewer else clean_line(verdict.reviewer, 30)
            key = rating_key(verdict.rating, shown.scale)
            rated = _unbroken(f"{key} {verdict.rating}".strip())
            runs += [
                (f"{_NBSP}{rated}{_NBSP}", self._rated(claim)),
                (f"{_NBSP}{_unbroken(f'{who}, {verdict.status}')}   ", palette.side),
            ]
            if verdict.conclusion:
                whose = f"{who}: " if len(claim.verdicts) > 1 else ""
                said = f"{whose}{clean_line(verdict.conclusion)}   "
                conclusions.append((said, palette.side))
        if claim.is_disputed:
            runs.insert(1, ("reviewers disagree  ", palette.conflict))
        # Every rating before any conclusion: what has no room must not be somebody's verdict.
        runs = clickable([*runs, *conclusions], "do('review')")
        return _as_blanks(flow(runs, width - 1, palette.side, indent=_LABEL + 1, most=2))

    def _evidence_lines(self, shown: Shown, width: int, height: int) -> list[list[Run]]:
        palette, claim = self._palette, shown.claim
        lines: list[list[Run]] = []
        most = 1 if height < 12 else max(1, height // 5)
        for number, note in enumerate(claim.evidence[-most:]):
            label = self._label(f"Evidence {len(claim.evidence)}" if not number else "")
            said = clean_line(note.note or note.title or note.url)
            quote = f" “{clean_line(note.quote)}”" if note.quote else ""
            where = clean_line(note.locator or note.publisher or (note.url if said else ""))
            style = palette.conflict if note.stance == "refutes" else palette.good
            lead: list[Run] = [
                label,
                (note.stance, style if note.stance != "context" else palette.side_muted),
                ("  ", palette.side),
            ]
            tail: list[Run] = [(f"  {where}" if where else "", palette.side_muted)]
            # Where it stands is to be seen however much it says.
            tail = cut(tail, width // 4)
            room = width - 1 - cells_of([*lead, *tail])
            words = [*lead[1:], *cut([(f"{said}{quote}", palette.side)], room), *tail]
            adds = clickable(lead[:1], "do('evidence')")
            lines.append([*adds, *clickable(words, "do('history')")])
        if not lines:
            none = self._keymap.fill("none yet: {evidence} adds a note")
            runs = [self._label("Evidence"), (none, palette.side_muted)]
            lines.append(clickable(runs, "do('evidence')"))
        if shown.drafts:
            typed = " and ".join(f"a {kind} is typed, only a draft so far" for kind in shown.drafts)
            dialog = "review" if "verdict" in shown.drafts else "evidence"
            runs = [self._label("Draft"), (typed, palette.differs)]
            lines.append(clickable(runs, f"do('{dialog}')"))
        return lines

    def _rated(self, claim: Claim) -> Style:
        return self._palette.conflict_chip if claim.is_disputed else self._palette.chip

    def _label(self, text: str) -> Run:
        return (f" {text:<{_LABEL}}", self._palette.side_muted)


def _verdict_label(shown: Shown) -> str:
    """Whose wording the verdict is about, where several articles word it."""
    wording = next((s for s in shown.sentences if s.is_wording), None)
    if wording is None or len(shown.sentences) < 2:
        return "Verdict"
    return f"Verdict on {article_letter(wording.article)}"


def _unbroken(text: str) -> str:
    """Words that stay on one row."""
    return clean_line(text).replace(" ", _NBSP)


def _weightiest(sentences: tuple[Sentence, ...], count: int) -> tuple[Sentence, ...]:
    """So many sentences: the claim's wording, then one of every article, conflicting ones first."""
    seen: set[int] = set()
    ranks: list[tuple[bool, bool, int]] = []

    def weight(index: int) -> tuple[bool, bool, int]:
        sentence = sentences[index]
        return not sentence.is_wording, not sentence.conflicts, index

    for index in sorted(range(len(sentences)), key=weight):
        article = sentences[index].article
        ranks.append((article in seen, not sentences[index].is_wording, index))
        seen.add(article)
    return tuple(sentences[index] for index in sorted(rank[2] for rank in sorted(ranks)[:count]))


def _as_blanks(lines: list[list[Run]]) -> list[list[Run]]:
    """The wrapped lines with plain blanks: what is copied off the screen is plain text."""
    return [[(text.replace(_NBSP, " "), style) for text, style in line] for line in lines]
