"""The dialog in which an evidence note is written.

What is pasted finds its own field: an address, words in quotation marks, a link to marked words.
What the case knows of a page already (its title, its publisher) is filled in where nothing stands.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, ClassVar

from workbench.review.known_sources import known_source
from workbench.text.cleaning import clean_line
from workbench.tui.dialogs.fields import Choice, Option
from workbench.tui.dialogs.form import FormDialog
from workbench.tui.dialogs.pick import Offer, PickDialog
from workbench.tui.dialogs.text_fields import Line, Words
from workbench.tui.pasting import address_in, fault_of, take_apart

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from textual.widget import Widget

    from workbench.records.schema import EvidenceRecord
    from workbench.review.model import Claim
    from workbench.review.session import Saved
    from workbench.text.article import Article
    from workbench.tui.main.judging import Judging

_STANCES = (("supports", "s"), ("refutes", "r"), ("context", "c"))
_REUSED = ("note", "url", "archived_url", "quote", "locator", "title", "publisher")
"""What of a note on one claim goes into one on another; the stance is this claim's own."""

POINT = "point"
"""What the dialog is dismissed with if its quotation is to be pointed at."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """A passage of the case as evidence.

    Attributes:
        quote: Its words.
        locator: Where it stands: file, and code points as the command line takes them.
        title: The article's title.
        publisher: Its publisher.
        url: Its address.
    """

    quote: str
    locator: str
    title: str
    publisher: str
    url: str


def quotation_from(article: Article, start: int, end: int) -> Quoted:
    """A passage of an article, in code points with the end exclusive, as evidence."""
    return Quoted(
        article.text[start:end].replace("\n", " "),
        f"{article.source}:{start}-{end}",
        article.metadata.title,
        article.metadata.publisher,
        article.metadata.url,
    )


class EvidenceDialog(FormDialog):
    """Note, stance, address, quotation, and where it is from."""

    kind: ClassVar[str] = "note"
    LACKS: ClassVar = ()

    def __init__(self, board: Judging, claim: Claim, quoted: Quoted | None = None) -> None:
        """Open the dialog, with a quotation filled in if there is one."""
        super().__init__(board, claim)
        self._quoted = quoted or Quoted("", "", "", "", "")

    def heading(self) -> str:
        """Which claim."""
        return f"Evidence on claim {self.claim.number}"

    def fields(self) -> Iterable[tuple[str, Widget]]:
        """Empty, but for the quotation and the day."""
        quoted = self._quoted
        hint = "What you found, in your words; an address may be pasted here"
        yield "Note", Words("note", rows=3, hint=hint, taken=self._take_pasted)
        stances = [Option(name, name, key) for name, key in _STANCES]
        yield "Stance", Choice(stances, "context", id="stance")
        yield "Address", Line("url", quoted.url, "https://…", taken=self._take_pasted)
        hint = self.app.keymap.fill("Its exact words; {point} takes them from an article")
        yield "Quotation", Words("quote", quoted.quote, rows=2, hint=hint, taken=self._take_pasted)
        yield "Where in it", Line("locator", quoted.locator, "page, minute, paragraph")
        yield "Title", Line("title", quoted.title)
        yield "Publisher", Line("publisher", quoted.publisher)
        yield "Archived at", Line("archived_url", "", "https://…, if the page may change")
        yield "Looked at", Line("accessed_at", date.today().isoformat(), "the day, as 2025-03-22")

    def brought_back(self, draft: dict[str, str]) -> dict[str, str]:
        """The draft, but for what the passage that was just pointed at fills in."""
        if not self._quoted.quote:
            return draft
        return {name: value for name, value in draft.items() if name in ("note", "stance")}

    def faults(self, values: Mapping[str, str]) -> dict[str, str]:
        """A note says something; an address can be opened; a day is one that was."""
        faults: dict[str, str] = {}
        if not (values["note"] or values["url"] or values["quote"]):
            faults["note"] = "Write a note, or give an address or a quotation."
        for name in ("url", "archived_url"):
            if fault := fault_of(address_in(values[name])):
                faults[name] = fault
        if values["accessed_at"] and not _is_a_past_day(values["accessed_at"]):
            faults["accessed_at"] = "Give the day as year-month-day, not one to come."
        return faults

    def save(self, values: dict[str, str]) -> Saved:
        """Save the note, with the day on which the address was looked at."""
        found = {
            **values,
            "url": address_in(values["url"]),
            "archived_url": address_in(values["archived_url"]),
            "accessed_at": values["accessed_at"] if values["url"] else "",
        }
        return self.board.session.add_evidence(self.claim.id, **found)

    def field_left(self, name: str) -> None:
        """Put what stands in the wrong field where it belongs, and fill in what is known."""
        values = self.values()
        if name == "note" and not values["url"]:
            pasted = take_apart(values["note"])
            if pasted.address:
                self._fill_address(pasted.address, "taken from the note")
                self.put("note", pasted.words)
        elif name in ("url", "archived_url") and address_in(values[name]) != values[name]:
            self.put(name, address_in(values[name]))
        if name == "url":
            self._fill_known(values["url"])
        super().field_left(name)

    def action_point(self) -> None:
        """Let the quotation be pointed at in an article."""
        self.leave(POINT)

    def action_reuse(self) -> None:
        """Choose a note on another claim, and say the same here."""
        notes = self._notes_elsewhere()
        if not notes:
            self.complain("No other claim has evidence yet.")
            return

        def fill(chosen: str | None) -> None:
            if chosen is not None:
                self._say_again(notes[chosen][1])

        offers = (_offer(claim, note) for claim, note in notes.values())
        self.app.push_screen(PickDialog("Use which note again?", offers, "use it"), fill)

    def _notes_elsewhere(self) -> dict[str, tuple[Claim, EvidenceRecord]]:
        """The notes on the other claims, latest first, by id."""
        claims = self.board.session.claims
        others = [(n, c) for c in claims if c.id != self.claim.id for n in c.evidence]
        others.sort(key=lambda entry: entry[0].id, reverse=True)
        return {note.id: (claim, note) for note, claim in others}

    def _say_again(self, note: EvidenceRecord) -> None:
        values = self.values()
        for name in _REUSED:
            if not values[name]:
                self.put(name, getattr(note, name))
        if note.accessed_at:
            self.put("accessed_at", note.accessed_at)
        self.complain("Say what it is to this claim: does it support or refute it?")
        self.query_one("#stance").focus()

    def _take_pasted(self, name: str, text: str) -> bool:
        """Put the parts of a pasted text into their fields; False if it has none."""
        values = self.values()
        pasted = take_apart(text)
        address = "" if values["url"] and name != "url" else pasted.address
        quotation = "" if values["quote"] else pasted.quotation
        if name == "quote":
            quotation = ""
        if not (address or quotation) or (name == "url" and pasted.words):
            return False
        if name == "url" and values["url"] and not quotation:
            return False  # Typed over or added to, as in any field.
        if address:
            self._fill_address(address, "" if name == "url" else "taken from what you pasted")
        if quotation:
            self.put("quote", quotation)
            self.remark("quote", "taken from what you pasted")
        field = self.query_one(f"#{name}")
        if isinstance(field, Words) and pasted.words:
            field.insert(pasted.words)
        return True

    def _fill_address(self, address: str, remark: str) -> None:
        self.put("url", address)
        self.remark("url", remark)
        self._fill_known(address)

    def _fill_known(self, address: str) -> None:
        """Fill in what the case knows of a page, where nothing stands."""
        session = self.board.session
        known = known_source(address, session.articles, session.claims)
        if known is None:
            return
        values = self.values()
        for name in ("title", "publisher", "archived_url"):
            value = clean_line(getattr(known, name))
            if value and not values[name]:
                self.put(name, value)
                self.remark(name, "as in this case already")


def _offer(claim: Claim, note: EvidenceRecord) -> Offer:
    said = clean_line(note.note or note.quote or note.title or note.url)
    where = " · ".join(clean_line(part) for part in (note.publisher, note.title, note.url) if part)
    return Offer(note.id, str(claim.number), said, where)


def _is_a_past_day(text: str) -> bool:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return False
    return day <= datetime.now(UTC).date() + timedelta(days=1)
