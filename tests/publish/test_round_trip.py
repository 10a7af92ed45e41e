"""What one desk exports, another finds: out as ClaimReview, into a library, found first."""

import json

from tests.library.making import ALL, write_library
from tests.publish.making import publish, shared, storm
from workbench.library.library import Library
from workbench.publish.formats import export_case


def test_an_exported_check_is_found_first_in_another_desk_s_library(tmp_path):
    session = storm(tmp_path / "case")
    for claim, rating in zip(shared(session), session.case.scale, strict=True):
        publish(session, claim, rating.name)
    exported = json.loads(export_case(session, "claimreview").data)

    folder = write_library(tmp_path / "library", *ALL, *exported)
    library = Library.of(None, [folder], cache=tmp_path / "cache")

    assert library.problems == ()
    assert library.size == len(ALL) + len(exported) == 13
    for claim, rating in zip(shared(session), session.case.scale, strict=True):
        first = library.search(f"Is it true? {claim.text.lower()}")[0].check
        assert (first.claim, first.rating) == (claim.text, rating.name)
        assert first.url == session.case.publish.address(claim.id)
        assert first.checker == "The Desk"
        assert first.speaker == "Vera Holm"
        assert first.conclusion == f"Ada found it {rating.name}."
