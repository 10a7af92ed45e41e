"""The page that tells why a sentence is matched: what both share, what differs, what spoke for it.

It answers "why does the program think so?", so it shows the reasons and no more than them; whether
the two say the same is for the reader to decide, with the keys that link and unlink.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from rich.style import Style

from workbench.matching.model import Slot
from workbench.review.summary import article_letter
from workbench.text.cleaning import clean_line
from workbench.tui.dialogs.reading import Page
from workbench.tui.keymap import bind
from workbench.tui.paint import Run, clickable, flow, overlay
from workbench.tui.widgets.key_line import Offered
from workbench.tui.widgets.lines import Lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual.widget import Widget

    from workbench.matching.model import Difference, SentenceRef
    from workbench.matching.sharing import Shared
    from workbench.review.model import Claim
    from workbench.review.why import Why
    from workbench.tui.main.screen import MainScreen

_UNDERLINE = Style(underline=True)
_LABEL = 14
"""Cells of the labels at the left."""
_MOST_WORDS = 14
"""Shared words that are listed."""
_SLOTS = {
    Slot.NUMBER: "figures",
    Slot.DATE: "dates",
    Slot.NEGATION: "one denies",
    Slot.NAME: "names",
    Slot.QUOTATION: "quotations",
    Slot.ATTRIBUTION: "sources",
}


class WhyPage(Page):
    """Pair by pair, with the sentence under the cursor in each."""

    def __init__(self, board: MainScreen, claim: Claim, whys: Sequence[Why]) -> None:
        """Explain an appearance of a claim.

        Args:
            board: The screen that it lies over, which links and unlinks.
            claim: Which claim.
            whys: What the session says of the appearance and each other one.
        """
        letter = article_letter(whys[0].one.article)
        super().__init__(f"Claim {claim.number}: why the sentence in {letter} is matched", ())
        self._board = board
        self._whys = whys

    def body(self) -> Widget:
        """The pairs."""
        return Pairs(self._board, self._whys)

    def offers(self) -> Iterable[Offered]:
        """What can be decided here."""
        keymap = self.app.keymap
        return (
            Offered(keymap.fill("{link}"), "it belongs to the claim", "leave_for('link')"),
            Offered(keymap.fill("{unlink}"), "it does not", "leave_for('unlink')"),
        )

    def on_mount(self) -> None:
        """The keys that decide work here as on the main screen."""
        actions = self.app.keymap.by_id
        bind(self, [actions["link"], actions["unlink"]], "leave_for")
        bind(self, [replace(actions["back"], id="dismiss", keys=actions["why"].keys)])

    def action_go_to_place(self, article: int, offset: int) -> None:
        """Leave, and go to a sentence that was clicked."""
        self.dismiss()
        self._board.action_go_to_place(article, offset)


class Pairs(Lines):
    """Every pair: both sentences with what they share lit, then the reasons."""

    def __init__(self, board: MainScreen, whys: Sequence[Why]) -> None:
        super().__init__()
        self._articles = board.session.articles
        self._whys = whys

    def lines(self, width: int) -> list[list[Run]]:
        """Pair by pair, with a blank line between two."""
        lines: list[list[Run]] = []
        for number, why in enumerate(self._whys):
            lines += [[]] if number else []
            lines += self._pair(why, width)
        return lines

    def _pair(self, why: Why, width: int) -> list[list[Run]]:
        palette, explained = self.palette, why.explanation
        a, b = explained.a, explained.b
        one, other = article_letter(a.article), article_letter(b.article)
        head: list[Run] = [(f"{one} and {other}  ", palette.side_strong)]
        if explained.score is None:
            head.append(("not alike enough by themselves; others join them", palette.side_muted))
        else:
            # The strengths are "strong", "match" and "possible".
            kind = "match" if explained.strength == "match" else f"{explained.strength} match"
            head.append((f"{kind}, score {explained.score:.2f}", palette.side))
        is_conflict = explained.relation == "conflicts"
        style = palette.conflict if is_conflict else palette.side_muted
        if explained.score is not None or explained.differences:
            head += [("  ", palette.side), (explained.relation.value, style)]
        lines = [head]
        sides = [(d.a_span, d.b_span, d.conflict) for d in explained.differences]
        common = explained.common
        shared = [*common.words, *common.names, *common.figures, *common.quotations]
        for ref, lit, differing in (
            (a, [s.a_span for s in shared], [(one, bad) for one, _, bad in sides]),
            (b, [s.b_span for s in shared], [(other, bad) for _, other, bad in sides]),
        ):
            lines += self._sentence(ref, lit, differing, width)
        for label, said in self._told(why):
            lines += self._labelled(label, said, width)
        return lines

    def _sentence(
        self,
        ref: SentenceRef,
        lit: Iterable[tuple[int, int]],
        differing: Iterable[tuple[tuple[int, int] | None, bool]],
        width: int,
    ) -> list[list[Run]]:
        palette = self.palette
        text = self._articles[ref.article].sentence_text(ref.sentence).replace("\n", " ")
        spans = [(start, end, palette.lit) for start, end in lit]
        spans += [
            (*span, palette.conflict_chip if bad else palette.differs + _UNDERLINE)
            for span, bad in differing
            if span is not None
        ]
        body = flow(overlay(text, palette.side, spans), max(8, width - 6), palette.side)
        chip: Run = (f" {article_letter(ref.article)} ", palette.letter)
        start = self._articles[ref.article].sentences[ref.sentence].start
        return [
            clickable(
                [("   ", palette.side) if number else chip, ("  ", palette.side), *line],
                f"go_to_place({ref.article}, {start})",
            )
            for number, line in enumerate(body)
        ]

    def _told(self, why: Why) -> list[tuple[str, str]]:
        """The reasons, each with its label; those that there are none of are left out."""
        explained = why.explanation
        common = explained.common
        differs = "; ".join(map(_difference, explained.differences))
        beside = len(explained.neighbours)
        pairs = f"{beside} pairs of sentences beside them match as well."
        if beside == 1:
            pairs = "A pair of sentences beside them matches as well."
        spoke = " ".join(reason.sentence for reason in explained.reasons)
        by_hand = [
            f"{article_letter(place.article)} {said}"
            for place in (why.one, why.other)
            if (said := _ORIGINS.get(place.origin))
        ]
        told = (
            ("Differ in", differs),
            ("Same figures", _both(common.figures)),
            ("Same names", _both(common.names)),
            ("Same quote", _both(common.quotations)),
            ("Same wording", _both(common.wordings)),
            ("Same words", _both(common.words[:_MOST_WORDS])),
            ("What counted", spoke),
            ("Around them", pairs if beside else ""),
            ("By a person", "; ".join(by_hand)),
        )
        return [(label, said) for label, said in told if said]

    def _labelled(self, label: str, said: str, width: int) -> list[list[Run]]:
        palette = self.palette
        body = flow([(said, palette.side)], max(8, width - _LABEL - 1), palette.side)
        return [
            [(f"{'' if number else label:<{_LABEL}}", palette.side_muted), *line]
            for number, line in enumerate(body)
        ]


_ORIGINS = {
    "confirmed": "was confirmed",
    "added": "was linked by hand",
}


def _both(shared: Sequence[Shared]) -> str:
    """What is shared, once where both word it alike."""
    said = (s.a if s.a.casefold() == s.b.casefold() else f"{s.a} = {s.b}" for s in shared)
    return " · ".join(clean_line(words) for words in said)


def _difference(difference: Difference) -> str:
    values = " / ".join(clean_line(value) or "nothing" for value in (difference.a, difference.b))
    return f"{_SLOTS[difference.slot]}: {values}{' (conflict)' if difference.conflict else ''}"
