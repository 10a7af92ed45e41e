"""Why an action cannot act now: its key is grey, and pressing it says this."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.tui.actions import ACTIONS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.tui.place import Place
    from workbench.tui.searching import Hit


def why_not(place: Place | None, hits: Sequence[Hit]) -> dict[str, str]:
    """For each action that cannot act now, one sentence that says why; keys by ids, in braces."""
    if place is None:
        opening = "The case is still being read."
        return dict.fromkeys(_NEEDS_CASE, opening)
    if not place.session.is_compared:
        waiting = "Wait until all sentences have been compared; read on meanwhile."
        ids = (action.id for action in ACTIONS if action.id not in _WHILE_COMPARING)
        return dict.fromkeys(ids, waiting) | _about_columns(place)
    reasons = {**_about_claim(place), **_about_cursor(place)}
    reasons |= _about_columns(place)
    if place.session.hides_verdicts:
        hidden = "A first verdict is hidden from you, and would be missing; {hand_over} shows it."
        reasons["export"] = hidden
    if place.session.is_partial:
        waiting = "Wait until all articles have been compared; claims are still to come."
        reasons |= dict.fromkeys(("export", "read_anew"), waiting)
    if not hits:
        reasons |= dict.fromkeys(("next_hit", "previous_hit"), "Search first: press {search}.")
    if not (place.session.problems or place.session.notices):
        reasons["problems"] = "Every file could be read, and nothing in it is odd."
    return reasons


def _about_claim(place: Place) -> dict[str, str]:
    """What the current claim does not let happen."""
    claim = place.claim
    if claim is None:
        return dict.fromkeys(_NEEDS_CLAIM, "No claim is chosen; press {filter} for other claims.")
    reasons: dict[str, str] = {}
    if not claim.appearances:
        lost = "The judged sentence was edited; say with {settle} where it is now."
        reasons |= dict.fromkeys(("rate", "review", "evidence", "hand_over", "cite"), lost)
    if not claim.is_shared:
        reasons["why"] = "Only one article makes this claim; nothing is matched."
    if len(claim.appearances) < 2:
        reasons |= dict.fromkeys(_NEEDS_TWO, "This claim has one appearance only.")
    if not claim.history and not claim.hides_verdict:
        reasons["history"] = "Nobody has decided anything on this claim yet."
    if not claim.lost:
        reasons["settle"] = "No judged sentence of this claim was edited."
    if not any(v.reviewer == place.session.reviewer for v in claim.verdicts):
        reasons["take_back"] = "You have no verdict on this claim."
    return reasons


def _about_columns(place: Place) -> dict[str, str]:
    """What the articles on the screen do not let happen."""
    reasons: dict[str, str] = {}
    arrangement = place.arrangement
    shown = arrangement.shown
    if len(shown) < 2:
        rest = (
            "{show_columns} brings back the others"
            if arrangement.hidden
            else "the case has no other"
        )
        alone = f"There is one article only; {rest}."
        reasons |= dict.fromkeys(("next_column", "previous_column", *_NEEDS_COLUMNS), alone)
    if len(shown) <= place.slots or arrangement.is_zoomed:
        reasons |= dict.fromkeys(("next_page", "previous_page"), "No article is on another page.")
    if arrangement == arrangement.whole():
        reasons["show_columns"] = "No article is put away."
    if place.column == shown[0]:
        reasons.setdefault("move_left", "It is the first one from the left already.")
    if place.column == shown[-1]:
        reasons.setdefault("move_right", "It is the last one already.")
    return reasons


def _about_cursor(place: Place) -> dict[str, str]:
    """What the sentence under the cursor does not let happen."""
    claim = place.claim
    reasons: dict[str, str] = {}
    if place.sentence is None:
        no_cursor = "Choose a sentence first: {next_sentence} or a click."
        reasons |= dict.fromkeys(_NEEDS_SENTENCE, no_cursor)
    elif claim is not None and place.appearance is None:
        elsewhere = "The sentence under the cursor does not belong to this claim."
        reasons |= dict.fromkeys(("unlink", "reword", "split"), elsewhere)
        other = place.claim_under_cursor()
        if other is not None and other.verdicts and place.words == other.text:
            what = f"The verdict on claim {other.number} is about these very words"
            reasons["link"] = what + "; {join} makes one claim of both."
    elif claim is not None and claim.verdicts and place.words == claim.text:
        reasons["unlink"] = "The verdict is about these very words; {split} splits off the others."
    if claim is not None and claim.verdicts:
        reasons["reword"] = "There is a verdict on the present wording; {take_back} takes it back."
    return reasons


_WHILE_COMPARING = frozenset(
    (
        "articles",
        "next_column",
        "previous_column",
        "next_sentence",
        "previous_sentence",
        "page_down",
        "page_up",
        "next_page",
        "previous_page",
        "zoom",
        "hide_column",
        "show_columns",
        "move_left",
        "move_right",
        "detail",
        "toggle_list",
        "search",
        "jump",
        "next_hit",
        "previous_hit",
        "back",
        "toggle_theme",
        "palette",
        "suspend",
        "help",
        "leave",
    )
)
"""What can be done with articles that have no claims yet."""
_NEEDS_SENTENCE = (
    "link",
    "unlink",
    "reword",
    "go_to_sentence",
    "quote_evidence",
    "mark",
    "split",
)
_NEEDS_COLUMNS = ("zoom", "hide_column", "move_left", "move_right")
_NEEDS_TWO = ("next_appearance", "previous_appearance", "split")
_NEEDS_CLAIM = (
    "copy_claim",
    "why",
    "rate",
    "earlier",
    "cite",
    "history",
    "hand_over",
    "review",
    "evidence",
    "quote_evidence",
    "take_back",
    "link",
    "unlink",
    "reword",
    "settle",
    "join",
    "split",
    "next_appearance",
    "previous_appearance",
)
_NEEDS_CASE = (
    *_NEEDS_CLAIM,
    "export",
    "read_anew",
    "next_claim",
    "previous_claim",
    "next_unreviewed",
    "first_claim",
    "last_claim",
    "filter",
    "order",
    "narrow",
    "toggle_list",
    "undo",
    "redo",
    "next_column",
    "previous_column",
    "next_sentence",
    "previous_sentence",
    "page_down",
    "page_up",
    "next_page",
    "previous_page",
    *_NEEDS_COLUMNS,
    "show_columns",
    "articles",
    "detail",
    "go_to_sentence",
    "mark",
    "search",
    "next_hit",
    "previous_hit",
    "problems",
)
