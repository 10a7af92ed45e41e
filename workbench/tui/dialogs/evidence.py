"""The dialog in which an evidence note is written."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from workbench.tui.dialogs.fields import Choice, Option
from workbench.tui.dialogs.form import FormDialog, line_field, text_field

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.widget import Widget

    from workbench.review.model import Claim
    from workbench.review.session import Saved
    from workbench.text.article import Article
    from workbench.tui.main.judging import Judging

_STANCES = (("supports", "s"), ("refutes", "r"), ("context", "c"))
_ADDRESSES = ("http://", "https://")


@dataclass(frozen=True, slots=True)
class Quoted:
    """A sentence of the case as evidence.

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


def quotation_from(article: Article, sentence: int) -> Quoted:
    """A sentence of an article as evidence."""
    span = article.sentences[sentence]
    return Quoted(
        article.sentence_text(sentence).replace("\n", " "),
        f"{article.source}:{span.start}-{span.end}",
        article.metadata.title,
        article.metadata.publisher,
        article.metadata.url,
    )


class EvidenceDialog(FormDialog):
    """Note, stance, address, quotation, and where it is from."""

    kind: ClassVar[str] = "note"

    def __init__(self, board: Judging, claim: Claim, quoted: Quoted | None = None) -> None:
        """Open the dialog, with a quotation filled in if there is one."""
        super().__init__(board, claim)
        self._quoted = quoted or Quoted("", "", "", "", "")

    def heading(self) -> str:
        """Which claim."""
        return f"Evidence on claim {self.claim.number}"

    def fields(self) -> Iterable[tuple[str, Widget]]:
        """Empty, but for the quotation."""
        quoted = self._quoted
        yield "Note", text_field("note", rows=3, hint="What you found, in your words")
        stances = [Option(name, name, key) for name, key in _STANCES]
        yield "It", Choice(stances, "context", self.app.palette, id="stance")
        yield "Address", line_field("url", quoted.url, "https://…")
        yield "Quotation", text_field("quote", quoted.quote, rows=2, hint="Its exact words")
        yield "Where in it", line_field("locator", quoted.locator, "page, minute, paragraph")
        yield "Title", line_field("title", quoted.title)
        yield "Publisher", line_field("publisher", quoted.publisher)

    def brought_back(self, draft: dict[str, str]) -> dict[str, str]:
        """The draft, but for what the sentence that was just pointed at fills in."""
        if not self._quoted.quote:
            return draft
        return {name: value for name, value in draft.items() if name in ("note", "stance")}

    def complaint(self, values: dict[str, str]) -> tuple[str, str] | None:
        """A note says something; an address can be opened."""
        if not (values["note"] or values["url"] or values["quote"]):
            return "note", "Write a note, or give an address or a quotation."
        if values["url"] and not values["url"].lower().startswith(_ADDRESSES):
            return "url", "An address begins with http:// or https://."
        return None

    def save(self, values: dict[str, str]) -> Saved:
        """Save the note, with the day on which the address was looked at."""
        looked_at = {"accessed_at": date.today().isoformat()} if values["url"] else {}
        return self.board.session.add_evidence(self.claim.id, **values, **looked_at)
