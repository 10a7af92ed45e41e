"""The one table of keys: bindings, key bar, palette, help and docs are all made from it.

An action's id is also the name of the method (`action_<id>`) on the screen that carries it out.
Keys are in Textual's names; plain letters, never ctrl+h/j/m/i, which terminals and tmux take. They
are the usual ones: a user may have given an action others (`keymap.py`), so a sentence that names a
key names the action instead, in braces.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

DIGITS = tuple("123456789")
"""The keys that rate."""


class Group(StrEnum):
    """The headings of the help page, in its order."""

    CLAIMS = "Claims"
    JUDGE = "Judging"
    READ = "Reading"
    MARK = "Matching by hand"
    MARKING = "While words are marked"
    FIND = "Finding"
    PROGRAM = "Program"
    DIALOG = "In a dialog"


@dataclass(frozen=True, slots=True)
class Action:
    """Something that a person can do.

    Attributes:
        id: Unique; the screen's method is `action_<id>`.
        keys: In Textual's names; the first is the one that is shown.
        label: Two words at most, for the key bar and the palette.
        help: One sentence.
        group: Where it stands on the help page.
        rank: Place in the key bar, the smallest first; 0 keeps it out.
        shown: What the key bar prints, where one entry stands for several keys, with the ids of
            their actions in braces.
    """

    id: str
    keys: tuple[str, ...]
    label: str
    help: str
    group: Group
    rank: int = 0
    shown: str = ""


SUSPEND = Action(
    "suspend", ("ctrl+z",), "suspend", "Back to the shell; its fg returns here.", Group.PROGRAM
)

ACTIONS: tuple[Action, ...] = (
    Action(
        "next_claim",
        ("j", "down"),
        "next",
        "Go to the next claim.",
        Group.CLAIMS,
        1,
        "{next_claim} {previous_claim}",
    ),
    Action("previous_claim", ("k", "up"), "previous", "Go to the previous claim.", Group.CLAIMS),
    Action(
        "next_unreviewed",
        ("u",),
        "unreviewed",
        "Go to the next claim that has no verdict yet.",
        Group.CLAIMS,
    ),
    Action("first_claim", ("g", "home"), "first", "Go to the first claim.", Group.CLAIMS),
    Action("last_claim", ("G", "end"), "last", "Go to the last claim.", Group.CLAIMS),
    Action(
        "filter",
        ("f",),
        "filter",
        "Choose which claims are listed: unreviewed, conflicts, yours, and more, with counts.",
        Group.CLAIMS,
        8,
    ),
    Action(
        "order",
        ("r",),
        "order",
        "List them in another order: conflicts first, as in the articles, by strength, by worth.",
        Group.CLAIMS,
    ),
    Action(
        "narrow",
        ("F",),
        "narrow",
        "Type words: the list narrows at each key to the claims that have them.",
        Group.CLAIMS,
    ),
    Action("toggle_list", ("c",), "list", "Show or hide the list of claims.", Group.CLAIMS),
    Action(
        "rate",
        DIGITS,
        "rate",
        "Rate the current claim; the verdict is saved at once.",
        Group.JUDGE,
        2,
        "1-9",
    ),
    Action(
        "review",
        ("enter",),
        "review",
        "Write the verdict out: rating, conclusion, justification, status.",
        Group.JUDGE,
        4,
    ),
    Action("evidence", ("e",), "evidence", "Add an evidence note to the claim.", Group.JUDGE, 3),
    Action(
        "quote_evidence",
        ("E",),
        "quote",
        "Add the sentence under the cursor to the claim as evidence, with its place.",
        Group.JUDGE,
    ),
    Action(
        "earlier",
        ("b",),
        "checked before",
        "Show earlier checks like the claim, from this case and from the library folders.",
        Group.JUDGE,
    ),
    Action(
        "cite",
        ("B",),
        "cite",
        "Cite an earlier check as evidence: shows them first, then cites the chosen one.",
        Group.JUDGE,
    ),
    Action(
        "history",
        ("H",),
        "history",
        "Show who decided what on the claim, when and why.",
        Group.JUDGE,
    ),
    Action(
        "hand_over",
        ("R",),
        "hand over",
        "Hand the verdict on: ready, approved, published; or read blind, or adjudicate.",
        Group.JUDGE,
    ),
    Action("take_back", ("0",), "take back", "Take back your verdict on the claim.", Group.JUDGE),
    Action(
        "undo", ("z",), "undo", "Undo your latest change, also of an earlier day.", Group.JUDGE, 9
    ),
    Action("redo", ("Z",), "redo", "Redo what was undone last.", Group.JUDGE),
    Action("next_column", ("l", "right", "tab"), "column", "Go to the next article.", Group.READ),
    Action(
        "previous_column",
        ("h", "left", "shift+tab"),
        "previous column",
        "Go to the previous article.",
        Group.READ,
    ),
    Action(
        "next_sentence",
        ("J", "shift+down"),
        "sentence",
        "Move the cursor to the next sentence of the article.",
        Group.READ,
    ),
    Action(
        "previous_sentence",
        ("K", "shift+up"),
        "previous sentence",
        "Move the cursor to the previous sentence of the article.",
        Group.READ,
    ),
    Action(
        "next_appearance",
        ("right_square_bracket",),
        "appearance",
        "Go to the claim's next appearance.",
        Group.READ,
        7,
        "{previous_appearance} {next_appearance}",
    ),
    Action(
        "previous_appearance",
        ("left_square_bracket",),
        "previous appearance",
        "Go to the claim's previous appearance.",
        Group.READ,
    ),
    Action("page_down", ("pagedown", "ctrl+d"), "down", "Scroll the article down.", Group.READ),
    Action("page_up", ("pageup", "ctrl+u"), "up", "Scroll the article up.", Group.READ),
    Action(
        "next_page",
        ("greater_than_sign", "full_stop"),
        "articles",
        "Show the next articles, where there are more than fit.",
        Group.READ,
        8,
        "{previous_page} {next_page}",
    ),
    Action(
        "previous_page",
        ("less_than_sign", "comma"),
        "earlier articles",
        "Show the articles before.",
        Group.READ,
    ),
    Action(
        "articles",
        ("i",),
        "go to article",
        "Find an article by its title or file name, or read one that was left out.",
        Group.READ,
    ),
    Action(
        "zoom",
        ("plus",),
        "one article",
        "Give the article the whole width, or put it back among the others.",
        Group.READ,
    ),
    Action("hide_column", ("minus",), "hide article", "Put the article away.", Group.READ),
    Action(
        "show_columns",
        ("underscore",),
        "all articles",
        "Bring back every article, side by side.",
        Group.READ,
    ),
    Action(
        "move_left",
        ("left_curly_bracket",),
        "to the left",
        "Move the article to the left of its neighbour.",
        Group.READ,
    ),
    Action(
        "move_right",
        ("right_curly_bracket",),
        "to the right",
        "Move the article to the right of its neighbour.",
        Group.READ,
    ),
    Action(
        "open_original",
        ("o",),
        "original",
        "Open the article's address in the browser; if the file names none, the file itself.",
        Group.READ,
    ),
    Action(
        "detail",
        ("d",),
        "details",
        "Make the strip with the details larger or smaller.",
        Group.READ,
    ),
    Action(
        "go_to_sentence",
        ("space",),
        "this claim",
        "Make the sentence under the cursor the current claim.",
        Group.MARK,
    ),
    Action(
        "link",
        ("m",),
        "link",
        "Say that the sentence under the cursor belongs to the current claim.",
        Group.MARK,
        5,
    ),
    Action(
        "unlink",
        ("x",),
        "unlink",
        "Say that the sentence under the cursor does not belong to it; it stays out.",
        Group.MARK,
        5,
    ),
    Action(
        "why",
        ("W",),
        "why matched",
        "Tell why the sentence under the cursor is matched: what is shared, what differs.",
        Group.MARK,
    ),
    Action(
        "reword",
        ("w",),
        "word so",
        "Word the claim as the sentence under the cursor: verdicts are about these words.",
        Group.MARK,
    ),
    Action(
        "settle",
        ("a",),
        "edited text",
        "Say where a judged sentence is now whose article was edited.",
        Group.MARK,
    ),
    Action(
        "mark",
        ("v",),
        "mark",
        "Mark words, a part of a sentence or several: for this claim, or a claim of their own.",
        Group.MARK,
        7,
    ),
    Action("join", ("M",), "join", "Make one claim of this one and another.", Group.MARK),
    Action(
        "split",
        ("S",),
        "split",
        "Let sentences of the claim become a claim of their own.",
        Group.MARK,
    ),
    Action("search", ("slash",), "search", "Find words in all articles and notes.", Group.FIND, 6),
    Action(
        "jump",
        ("s",),
        "jump",
        "Go to any sentence or claim in view: type the two letters that come up on it.",
        Group.FIND,
    ),
    Action("next_hit", ("n",), "next hit", "Go to the next place found.", Group.FIND),
    Action("previous_hit", ("N",), "previous hit", "Go to the place found before.", Group.FIND),
    Action(
        "export",
        ("X",),
        "export",
        "Write the case as a web page, a report, a table, or data for others.",
        Group.PROGRAM,
    ),
    Action("toggle_theme", ("t",), "dark/light", "Change between dark and light.", Group.PROGRAM),
    Action(
        "problems",
        ("exclamation_mark",),
        "problems",
        "List the files that could not be read, and what is odd in the others.",
        Group.PROGRAM,
    ),
    Action(
        "copy_claim",
        ("y",),
        "copy",
        "Copy the claim with its verdicts and sources as Markdown.",
        Group.PROGRAM,
    ),
    Action("palette", ("ctrl+p",), "palette", "Find any of these by name.", Group.PROGRAM, 10),
    Action("help", ("question_mark", "f1"), "help", "Show all keys.", Group.PROGRAM, 11),
    Action(
        "back",
        ("escape",),
        "back",
        "One step back: leave the search, the filter, the single article.",
        Group.PROGRAM,
    ),
    Action(
        "leave", ("q", "ctrl+q"), "leave", "Leave. Everything is saved already.", Group.PROGRAM, 12
    ),
    SUSPEND,
)

DIALOG_ACTIONS: tuple[Action, ...] = (
    Action("save", ("ctrl+s",), "save", "Save and go back.", Group.DIALOG, 1),
    Action(
        "cancel",
        ("escape",),
        "back",
        "Go back without saving; what you typed is kept for when you come again.",
        Group.DIALOG,
        2,
    ),
    Action(
        "undo_typing",
        ("ctrl+underscore",),
        "undo typing",
        "Undo what you typed last in a field of several lines.",
        Group.DIALOG,
    ),
    Action(
        "editor",
        ("ctrl+o",),
        "editor",
        "Edit a field of several lines in your own editor ($VISUAL or $EDITOR).",
        Group.DIALOG,
        4,
    ),
    Action(
        "reuse",
        ("ctrl+r",),
        "reuse",
        "Use a note again that stands on another claim.",
        Group.DIALOG,
        3,
    ),
    Action(
        "point",
        ("ctrl+t",),
        "quote article",
        "Take the quotation from an article by pointing at it.",
        Group.DIALOG,
        3,
    ),
)

MARK_ACTIONS: tuple[Action, ...] = (
    Action(
        "mark_link",
        ("enter", "m"),
        "to claim",
        "Make the marked words an appearance of the current claim.",
        Group.MARKING,
        1,
    ),
    Action(
        "mark_claim",
        ("c",),
        "new claim",
        "Make the marked words a claim of their own.",
        Group.MARKING,
        2,
    ),
    Action(
        "mark_evidence",
        ("e",),
        "evidence",
        "Quote the marked words in an evidence note.",
        Group.MARKING,
        3,
    ),
    Action(
        "end_on",
        ("l", "right"),
        "end",
        "Move the end a word on.",
        Group.MARKING,
        4,
        "{end_back} {end_on}",
    ),
    Action("end_back", ("h", "left"), "end back", "Move the end a word back.", Group.MARKING),
    Action(
        "start_on",
        ("L", "shift+right"),
        "start",
        "Move the start a word on.",
        Group.MARKING,
        5,
        "{start_back} {start_on}",
    ),
    Action(
        "start_back",
        ("H", "shift+left"),
        "start back",
        "Move the start a word back.",
        Group.MARKING,
    ),
    Action(
        "longer",
        ("J", "shift+down"),
        "longer",
        "Move the end to the end of the next sentence.",
        Group.MARKING,
        8,
    ),
    Action(
        "shorter",
        ("K", "shift+up"),
        "shorter",
        "Move the end to the end of the sentence before.",
        Group.MARKING,
    ),
    Action(
        "mark_next",
        ("j", "down"),
        "sentence",
        "Mark the next sentence instead.",
        Group.MARKING,
        7,
        "{mark_next} {mark_previous}",
    ),
    Action(
        "mark_previous",
        ("k", "up"),
        "sentence before",
        "Mark the sentence before instead.",
        Group.MARKING,
    ),
    Action(
        "mark_column",
        ("tab",),
        "article",
        "Mark in the next article instead.",
        Group.MARKING,
        9,
    ),
    Action(
        "mark_leave",
        ("escape", "v", "q"),
        "leave",
        "Mark nothing.",
        Group.MARKING,
        6,
    ),
)
"""What keys mean while words are marked; none of the main screen's keys acts meanwhile."""
