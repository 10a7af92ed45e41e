"""The record as it stands on disk: one small JSON file a verdict, a note, a decision.

A record is created once and never changed; changing one's mind is a new record that `supersedes`
the old one. Fields follow schema.org ClaimReview and the W3C Web Annotation model. `workbench
schema` prints the JSON Schema made from these models. What is valid is decided here and nowhere
else, so that a record that could be saved can be read.
"""

from __future__ import annotations

import re
from datetime import datetime
from typing import Annotated, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationError,
    model_validator,
)

SCHEMA_VERSION = 1

LARGEST_POSITION = 2**53 - 1
"""No article is as long; past it other programs' JSON numbers lose digits."""


def _a_real_time(value: str) -> str:
    datetime.fromisoformat(value.removesuffix("Z") + "+00:00")
    return value


_LEAVES_THE_CASE = re.compile(r"^/|\\|^[A-Za-z]:")
_NOT_PLAIN = re.compile(r"(?:^|/)\.{0,2}(?:/|\Z)|\0")


def _inside_the_case(value: str) -> str:
    """Refuse what could name a file elsewhere, or one file by two names."""
    if _LEAVES_THE_CASE.search(value):
        raise ValueError("must be a path inside the case, with forward slashes")
    if _NOT_PLAIN.search(value):
        raise ValueError("must be a plain path inside the case, without “.” or “..” in it")
    return value


def _not_blank(value: str) -> str:
    if not value.strip():
        raise ValueError("must not be blank")
    return value


Ulid = Annotated[str, StringConstraints(pattern=r"^[0-7][0-9A-HJKMNP-TV-Z]{25}$")]
Timestamp = Annotated[
    str,
    # [0-9], not \d, which takes the digits of every script.
    StringConstraints(
        pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,6})?Z$"
    ),
    AfterValidator(_a_real_time),
]
SourcePath = Annotated[str, Field(min_length=1), AfterValidator(_inside_the_case)]
Hashes = Annotated[str, StringConstraints(pattern=r"^([0-9a-f]{10}( [0-9a-f]{10})*)?$")]
Words = Annotated[str, Field(min_length=1), AfterValidator(_not_blank)]
RelationName = Literal["agrees", "conflicts", "differs in detail"]
Status = Literal["draft", "ready", "approved", "published", "withdrawn"]
Role = Literal["checker", "second", "adjudicator"]
Stance = Literal["supports", "refutes", "context"]


class _Part(BaseModel):
    """Fields of a newer version survive being read and written."""

    model_config = ConfigDict(extra="allow", frozen=True, strict=True)


class Position(_Part):
    """Code points of the decoded file, end exclusive (a Web Annotation TextPositionSelector)."""

    start: int = Field(ge=0, le=LARGEST_POSITION)
    end: int = Field(ge=1, le=LARGEST_POSITION)

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
        within: The hashes of the sentences that the quote stood in, wholly or in part.
        look_alikes: Up to 8 sentences that resembled the quote.
    """

    whole_sentence: bool = False
    copies: int = Field(default=1, ge=1)
    sentences: Hashes = ""
    within: Hashes = ""
    look_alikes: list[str] = []


class Appearance(_Part):
    """One span of one article in which a claim appears."""

    source: SourcePath
    sha256: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
    position: Position
    quote: Quote
    relation: RelationName | None = None
    context: AnchorContext | None = None


class ClaimRef(_Part):
    """The claim that a record is about, complete enough to be understood on its own."""

    id: str = Field(pattern=r"^[a-z0-9][a-z0-9-]{0,63}$")
    text: Words
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
    reviewer: Words
    created_at: Timestamp
    supersedes: list[Ulid] = []
    undoes: Ulid | None = None
    retracted: bool = False
    claim: ClaimRef

    @model_validator(mode="after")
    def _replaces_others(self) -> _Record:
        if self.id in self.supersedes or self.id == self.undoes:
            raise ValueError("a record cannot replace or undo itself")
        if self.retracted and not self.supersedes:
            raise ValueError("a retraction must list in “supersedes” what it takes back")
        return self


class Correction(_Part):
    """Why a published verdict was changed, and what readers are told."""

    reason: Words
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
        if not self.rating.strip() and not self.retracted:
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
        said = (self.note, self.url, self.quote)
        if not self.retracted and not any(words.strip() for words in said):
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
        linked = [_place(a) for a in (*self.confirmed, *self.added)]
        if not {_place(a) for a in self.rejected}.isdisjoint(linked):
            raise ValueError("a link record cannot both link and reject an appearance")
        return self


def _place(appearance: Appearance) -> tuple[str, str, int, int]:
    position = appearance.position
    return appearance.source, appearance.sha256, position.start, position.end


Record = VerdictRecord | EvidenceRecord | LinkRecord
RECORD_TYPES: dict[str, type[VerdictRecord] | type[EvidenceRecord] | type[LinkRecord]] = {
    "verdict": VerdictRecord,
    "evidence": EvidenceRecord,
    "link": LinkRecord,
}


def describe(error: ValidationError) -> str:
    """What is wrong with a record, the first fault only: “claim.text: must not be blank”.

    It quotes no value from the record, but may name a field that another hand made up.
    """
    first = error.errors(include_url=False, include_context=False, include_input=False)[0]
    place = ""
    for step in first["loc"]:
        place += f"[{step}]" if isinstance(step, int) else f".{step}" if place else str(step)
    fault = first["msg"].removeprefix("Value error, ")
    return f"{place}: {fault[:1].lower()}{fault[1:]}" if place else fault
