"""The one-row bars: the header with progress and the truth about what is saved, and the keys."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from rich.cells import cell_len

from workbench.tui.keymap import key_text, keys_in_bar
from workbench.tui.paint import Run, cells_of, clickable, cut, offering, spread, strip_of
from workbench.tui.widgets.drawn import Drawn

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from textual.strip import Strip

    from workbench.review.model import Progress
    from workbench.tui.actions import Action
    from workbench.tui.keymap import Pieces

_ALWAYS = ("help", "leave", "mark_leave")
"""Keys that are in the bar however narrow it is."""
_LEAST_TITLE = 20
"""Cells that the case's title gets before the counts are put into words."""
_GAP = "   "
"""Between two entries of the key bar."""
_BAR = 16
"""Cells of the progress bar."""


class SaveState(Enum):
    """What is true of the disk."""

    UNTOUCHED = "untouched"
    SAVING = "saving"
    SAVED = "saved"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Standing:
    """What the header tells.

    Attributes:
        title: The case's title, safe to show.
        progress: Counts, None while the case is being read.
        state: What is true of the disk.
        reason: Why something was not saved.
        problems: How many files could not be read.
        activity: What is being done to articles that are shown, if some have no claims yet.
    """

    title: str
    progress: Progress | None
    state: SaveState
    reason: str = ""
    problems: int = 0
    activity: str = ""


class TopBar(Drawn, can_focus=False):
    """The header."""

    DEFAULT_CSS = "TopBar { height: 1; background: $panel; }"

    def __init__(self, standing: Standing) -> None:
        super().__init__()
        self._standing = standing

    def show(self, standing: Standing) -> None:
        """Show how things stand."""
        if standing != self._standing:
            self._standing = standing
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """The one row."""
        palette, standing, width = self.palette, self._standing, self.size.width
        left = [*clickable([(" workbench ", palette.chip)], "do('palette')"), ("  ", palette.bar)]
        state = cut(self._state(), width - cells_of(left) - 3)
        right: list[Run] = [("  ", palette.bar), *state, (" ", palette.bar)]
        title = standing.title
        fixed = cells_of([*left, *right]) + 3
        counts: list[Run] = []
        if standing.progress is not None:
            least = fixed + min(cell_len(title), _LEAST_TITLE)
            for words, bar in ((True, True), (True, False), (False, False)):
                counts = self._counts(standing.progress, in_words=words, with_bar=bar)
                if least + cells_of(counts) <= width:
                    break
        if fixed + cells_of(counts) > width:
            counts = []  # What is not saved comes before everything.
        room = width - fixed - cells_of(counts)
        if room >= 8:
            left += [*cut([(title, palette.bar_strong)], room), ("   ", palette.bar)]
        return spread([*left, *counts], right, width, palette.bar)

    def _counts(self, progress: Progress, *, in_words: bool, with_bar: bool) -> list[Run]:
        palette = self.palette
        said = f"{progress.reviewed} of {progress.offered}"
        claims = "claim" if progress.offered == 1 else "claims"
        what = f"{claims} reviewed" if in_words else "reviewed"
        runs: list[Run] = [(f"{said} {what}", palette.bar)]
        if with_bar:
            done = _BAR * progress.reviewed // max(1, progress.offered)
            runs[:0] = [
                ("━" * done, palette.over(palette.good, palette.bar)),
                ("━" * (_BAR - done) + "  ", palette.bar_faint),
            ]
        runs = clickable(runs, "list_only('unreviewed')")
        alarm, odd = (
            palette.over(palette.conflict, palette.bar),
            palette.over(palette.differs, palette.bar),
        )
        for count, glyph, one, many, style, action in (
            (progress.conflicts, "⚠", "conflict", "conflicts", alarm, "list_only('conflicts')"),
            (
                progress.disagreements,
                "!",
                "disagreement",
                "disagreements",
                alarm,
                "list_only('disagreements')",
            ),
            (
                progress.waiting,
                "◷",
                "waits for a reader",
                "wait for a reader",
                palette.bar_muted,
                "list_only('waiting')",
            ),
            (progress.lost, "?", "text changed", "texts changed", odd, "list_only('edited')"),
            (
                self._standing.problems,
                "▲",
                "file unreadable",
                "files unreadable",
                odd,
                "do('problems')",
            ),
        ):
            if count:
                word = f" {one if count == 1 else many}" if in_words else ""
                runs += [
                    ("   ", palette.bar),
                    *clickable([(f"{glyph} {count}{word}", style)], action),
                ]
        return runs

    def _state(self) -> list[Run]:
        palette, standing = self.palette, self._standing
        if standing.progress is not None and standing.activity:
            return [(f"{standing.activity}   ", palette.bar_muted), *self._saved()]
        return self._saved()

    def _saved(self) -> list[Run]:
        palette, standing = self.palette, self._standing
        match standing.state:
            case SaveState.SAVED:
                return [("● saved", palette.over(palette.good, palette.bar))]
            case SaveState.SAVING:
                return [("○ saving…", palette.bar_accent)]
            case SaveState.FAILED:
                return [(f"✗ {standing.reason}", palette.over(palette.conflict, palette.bar))]
            case _:
                reading = f"{standing.activity or 'reading'}…"
                return [("no changes yet" if standing.progress else reading, palette.bar_muted)]


class KeyBar(Drawn, can_focus=False):
    """The keys that matter most, as many as fit; those that cannot act now are grey."""

    DEFAULT_CSS = "KeyBar { height: 1; background: $panel; }"

    def __init__(self, actions: Sequence[Action], through: str = "") -> None:
        """Prepare the bar.

        Args:
            actions: The part of the table to show.
            through: The screen's action that is handed the id of what was clicked, if there is one.
        """
        super().__init__()
        self._actions = sorted((a for a in actions if a.rank), key=lambda a: a.rank)
        self._why_not: Mapping[str, str] = {}
        self._notes: Sequence[Pieces] = ()
        self._through = through
        self._shown: list[Action] = []

    def show(self, why_not: Mapping[str, str], notes: Sequence[Pieces] = ()) -> None:
        """Show the keys.

        Args:
            why_not: For each action that cannot act now, the reason.
            notes: What stands before the keys, while there is something going on, safe to show:
                the same in fewer and fewer words, of which the first that fits is taken.
        """
        before = (self._grey, self._notes)
        self._why_not, self._notes = why_not, notes
        if (self._grey, notes) != before:
            self.refresh()

    @property
    def _grey(self) -> list[str]:
        """What is on the bar and cannot act now."""
        return [action.id for action in self._shown if action.id in self._why_not]

    def render_line(self, y: int) -> Strip:
        """The one row."""
        palette, width = self.palette, self.size.width
        runs: list[Run] = [(" ", palette.bar)]
        if self._notes:
            must = sum(_cells(action) for action in self._actions if action.id in _ALWAYS)
            said = ["".join(text for text, _ in note) for note in self._notes]
            note = self._notes[said.index(fitting(said, width - 1 - must))]
            runs += [*offering(note, palette.bar_strong), (_GAP, palette.bar)]
        self._shown = self._that_fit(width - cells_of(runs))
        for number, action in enumerate(self._shown):
            grey = action.id in self._why_not
            key_style = palette.bar_off if grey else palette.bar_accent
            label_style = palette.bar_off if grey else palette.bar_muted
            runs.append((_GAP if number else "", palette.bar))
            for index, (key, of_pair) in enumerate(keys_in_bar(action)):
                runs += [(" ", palette.bar)] if index else []
                runs += clickable([(key, key_style)], self._target(of_pair))
            runs += clickable([(f" {action.label}", label_style)], self._target(action.id))
        return strip_of(runs, width, palette.bar)

    def _target(self, action: str) -> str:
        return f"{self._through}('{action}')" if self._through else action

    def _that_fit(self, width: int) -> list[Action]:
        """As many as fit; how to get help and how to leave always do."""
        must = [action for action in self._actions if action.id in _ALWAYS]
        room = width - sum(_cells(action) for action in must) + len(_GAP)
        chosen: list[Action] = []
        for action in self._actions:
            if action in must:
                continue
            if _cells(action) > room:
                break
            chosen.append(action)
            room -= _cells(action)
        return chosen + must


def fitting(sentences: Sequence[str], width: int) -> str:
    """The first of some sentences that takes at most `width` cells; if none does, the last."""
    return next((said for said in sentences if cell_len(said) <= width), sentences[-1])


def _cells(action: Action) -> int:
    """What an entry of the key bar takes, with the blanks after it."""
    return cell_len(key_text(action)) + 1 + cell_len(action.label) + len(_GAP)
