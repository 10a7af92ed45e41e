"""A claim of a case, asked for in the library: with what stands around it, without its own verdicts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.library.making import ALL, review, write_library
from tests.review.making import BOATS, NINE_HOURS, A, claim_at, scripted, write_case
from workbench.library.asking import earlier_checks
from workbench.library.library import Library

if TYPE_CHECKING:
    from pathlib import Path

MAYOR = review("The mayor of Lindvik lied")
BOATS_LOST = review("A dozen boats sank in a storm")


def asked(session, root: Path, *checks) -> list[str]:
    folder = write_library(root / "library", *checks)
    library = Library.of(session.case, [folder], cache=root / "cache")
    claim = session.claim(claim_at(session, A, 1).id)
    return [one.check.claim for one in earlier_checks(library, session, claim, 10)]


def test_the_sentences_beside_the_claim_count_less_than_the_claim(tmp_path: Path) -> None:
    session = scripted(write_case(tmp_path / "case"), NINE_HOURS, BOATS)
    found = asked(session, tmp_path, MAYOR, BOATS_LOST, *ALL)
    assert found[0] == BOATS_LOST["claimReviewed"]
    assert MAYOR["claimReviewed"] in found  # only the next sentence names a mayor


def test_its_own_verdicts_are_no_earlier_checks_but_those_on_other_claims_are(
    tmp_path: Path,
) -> None:
    session = scripted(write_case(tmp_path / "case"), NINE_HOURS, BOATS)
    session.rate(claim_at(session, A, 1).id, "false")
    session.rate(claim_at(session, A, 0).id, "true")
    found = asked(session, tmp_path, *ALL)
    assert claim_at(session, A, 1).text not in found
    assert claim_at(session, A, 0).text in found


def test_what_is_hidden_from_the_reader_is_not_found(tmp_path: Path) -> None:
    root = write_case(tmp_path / "case")
    first = scripted(root, NINE_HOURS, BOATS)
    first.rate(claim_at(first, A, 0).id, "true")
    second = scripted(root, NINE_HOURS, BOATS, reviewer="Ines")
    hidden = claim_at(second, A, 0).text
    assert hidden in asked(second, tmp_path, *ALL)
    second.read_blind(True)
    assert hidden not in asked(second, tmp_path, *ALL)
