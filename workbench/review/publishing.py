"""How verdicts are published: the table `[publish]` of a case's `workbench.toml`.

    [publish]
    url = "https://example.org/checks/{claim}"
    publisher = "The Example Desk"
    publisher_url = "https://example.org"
    logo = "https://example.org/logo.png"

    [publish.speakers."Islamic State"]
    type = "Organization"
    same_as = "https://www.wikidata.org/wiki/Q2429253"

The file may come from another hand: each value is checked here, and what is wrong is said in words
that follow the name of the file.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.text.addresses import web_address
from workbench.text.cleaning import clean_line

if TYPE_CHECKING:
    from collections.abc import Mapping

_KEYS = ("url", "publisher", "publisher_url", "logo", "speakers")
_SPEAKER_KEYS = ("type", "same_as")
_SPEAKER_TYPES = ("Person", "Organization")
CLAIM = "{claim}"
"""What stands for a claim's id in the address of its published check."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """What is known of somebody who makes claims.

    Attributes:
        type: "Person" or "Organization"; empty if nobody said.
        same_as: Address of a page that says beyond doubt who it is, or empty.
    """

    type: str = ""
    same_as: str = ""


@dataclass(frozen=True, slots=True)
class Publishing:
    """The settings; empty where the file says nothing.

    Attributes:
        url: Address of a published check, with `{claim}` in it for the claim's id.
        publisher: Who publishes the checks.
        publisher_url: Their address.
        logo: Address of their logo.
        speakers: Their names, case folded, and what is known of each.
    """

    url: str = ""
    publisher: str = ""
    publisher_url: str = ""
    logo: str = ""
    speakers: tuple[tuple[str, Speaker], ...] = ()

    def address(self, claim_id: str) -> str:
        """Where the check of a claim is published; empty if nobody said."""
        return self.url.replace(CLAIM, claim_id)

    def speaker(self, name: str) -> Speaker:
        """What is known of a speaker."""
        return dict(self.speakers).get(name.casefold(), Speaker())


NOTHING_SAID = Publishing()


def read_publishing(table: object) -> Publishing:
    """The settings in a parsed table.

    Raises:
        ValueError: What is wrong, as a clause that follows the name of the file.
    """
    table = _table(table, "publish", _KEYS)
    url = _text(table, "publish", "url")
    if url and not (web_address(url.replace(CLAIM, "a")) and CLAIM in url):
        raise ValueError(
            "publish.url must be an address that begins with https:// and has {claim} in it, "
            "such as https://example.org/checks/{claim}"
        )
    speakers = _table(table.get("speakers", {}), "publish.speakers", None)
    return Publishing(
        url=url,
        publisher=_text(table, "publish", "publisher"),
        publisher_url=_address(table, "publish", "publisher_url"),
        logo=_address(table, "publish", "logo"),
        speakers=tuple(
            (name.casefold(), _speaker(name, value)) for name, value in speakers.items()
        ),
    )


def _speaker(name: str, value: object) -> Speaker:
    where = f"publish.speakers.“{clean_line(name, 40)}”"
    table = _table(value, where, _SPEAKER_KEYS)
    kind = _text(table, where, "type")
    if kind and kind not in _SPEAKER_TYPES:
        raise ValueError(f"{where}.type must be {' or '.join(_SPEAKER_TYPES)}")
    return Speaker(kind, _address(table, where, "same_as"))


def _table(value: object, where: str, known: tuple[str, ...] | None) -> Mapping[str, object]:
    if not isinstance(value, dict):
        raise ValueError(f"{where} must be a table, under its own [{where}]")
    unknown = [clean_line(key, 40) for key in value if known is not None and key not in known]
    if unknown and known is not None:
        raise ValueError(f"{where}: unknown setting “{unknown[0]}”; known are {', '.join(known)}")
    return value


def _text(table: Mapping[str, object], where: str, key: str) -> str:
    value = table.get(key, "")
    if not isinstance(value, str):
        raise ValueError(f"{where}.{key} must be text in quotation marks")
    return clean_line(value).strip()


def _address(table: Mapping[str, object], where: str, key: str) -> str:
    written = _text(table, where, key)
    if written and not web_address(written):
        raise ValueError(f"{where}.{key} must be an address that begins with https://")
    return web_address(written)
