"""The record as it stands on disk: one small JSON file a verdict, a note, a decision.

A record is created once and never changed; changing one's mind is a new record that `supersedes`
the old one. Fields follow schema.org ClaimReview and the W3C Web Annotation model. This is the only
module that knows pydantic; `workbench schema` prints the JSON Schema made from it.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

SCHEMA_VERSION = 1

Ulid = Annotated[str, StringConstraints(pattern=r"^[0-7][0-9A-HJKMNP-TV-Z]{25}$")]
Timestamp = Annotated[
    str, StringConstraints(pattern=r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,6})?Z$")
]
RelationName = Literal["agrees", "conflicts", "differs in detail"]
Status = Literal["draft", "ready", "approved", "published", "withdrawn"]
Role = Literal["checker", "second", "adjudicator"]
Stance = Literal["supports", "refutes", "context"]


class _Part(BaseModel):
    """Fields of a newer version survive being read and written."""

    model_config = ConfigDict(extra="allow", frozen=True, strict=True)


class Position(_Part):
    """Code points of the decoded file, end exclusive (a Web Annotation TextPositionSelector)."""

    start: int = Field(ge=0)
    end: int = Field(ge=1)

    @model_validator(mode="after")
    def _not_empty(self) -> Position:
        if self.end <= self.start:
            raise ValueError("end must come after start")
        return self


class Quote(_Part):
    """The words themselves with 64 code points either side (a TextQuoteSelector)."""

    exact: str = Field(min_length=1)
    prefix: str = ""
    suffix: str = ""


class AnchorContext(_Part):
    """What finding the words again needs once the article was edited.

    Attributes:
        whole_sentence: Whether the quote was exactly one sentence.
        copies: How often the quote stood in the article.
        sentences: First 10 hex digits of the SHA-256 of each normalised sentence then present,
            in order, separated by blanks: one line in the file.
        look_alikes: Up to 8 sentences that resembled the quote.
    """

    whole_sentence: bool = False
    copies: int = Field(default=1, ge=1)
    sentences: str = ""
    look_alikes: list[str] = []


class Appearance(_Part):
    """One span of one article in which a claim appears."""

    source: str = Field(min_length=1)
    sha256: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
    position: Position
    quote: Quote
    relation: RelationName | None = None
    context: AnchorContext | None = None


class ClaimRef(_Part):
    """The claim that a record is about, complete enough to be understood on its own."""

    id: str = Field(min_length=1)
    text: str = Field(min_length=1)
    speaker: str = ""
    appearances: list[Appearance] = Field(min_length=1)


class _Record(_Part):
    """What every record has.

    Attributes:
        supersedes: Ids of the records that this one replaces.
        undoes: The record that this one was made to undo (or, if that was an undo, to redo).
        retracted: This record takes back what it supersedes and says nothing itself.
    """

    schema_version: int = Field(default=SCHEMA_VERSION, ge=1)
    id: Ulid
    kind: str
    reviewer: str = Field(min_length=1)
    created_at: Timestamp
    supersedes: list[Ulid] = []
    undoes: Ulid | None = None
    retracted: bool = False
    claim: ClaimRef


class Correction(_Part):
    """Why a published verdict was changed, and what readers are told."""

    reason: str = Field(min_length=1)
    public_note: str = ""


class VerdictRecord(_Record):
    """A reviewer's rating of a claim, with the sentence that would be published."""

    kind: Literal["verdict"] = "verdict"
    rating: str = ""
    conclusion: str = ""
    justification: str = ""
    uncertainty: str = ""
    status: Status = "draft"
    role: Role = "checker"
    blind: bool = False
    correction: Correction | None = None

    @model_validator(mode="after")
    def _rated_unless_retracted(self) -> VerdictRecord:
        if not self.rating and not self.retracted:
            raise ValueError("a verdict needs a rating")
        return self


class EvidenceRecord(_Record):
    """A note on a claim, with the source it rests on."""

    kind: Literal["evidence"] = "evidence"
    stance: Stance = "context"
    note: str = ""
    question: str = ""
    url: str = ""
    archived_url: str = ""
    title: str = ""
    publisher: str = ""
    medium: str = ""
    primary: bool = False
    quote: str = ""
    locator: str = ""
    accessed_at: str = ""
    withheld_reason: str = ""

    @model_validator(mode="after")
    def _says_something(self) -> EvidenceRecord:
        if not (self.note or self.url or self.quote or self.retracted):
            raise ValueError("evidence needs a note, an address or a quotation")
        return self


class LinkRecord(_Record):
    """What a person decided about which sentences belong to the claim."""

    kind: Literal["link"] = "link"
    confirmed: list[Appearance] = []
    added: list[Appearance] = []
    rejected: list[Appearance] = []

    @model_validator(mode="after")
    def _decides_something(self) -> LinkRecord:
        if not (self.confirmed or self.added or self.rejected or self.retracted):
            raise ValueError("a link record needs an appearance")
        return self


Record = VerdictRecord | EvidenceRecord | LinkRecord
