"""A claim's history in words."""

from tests.review.making import BOATS, NINE_HOURS, A, B, C, claim_at, scripted, span
from workbench.review.timeline import timeline


def test_it_tells_what_changed_and_what_still_holds(harbour):
    session = scripted(harbour, NINE_HOURS, BOATS)
    claim = claim_at(session, A, 0)
    session.rate(claim.id, "true", conclusion="Yes.")
    session.rate(claim.id, "false", conclusion="No.", justification="The log.")
    session.add_evidence(claim.id, note="Log.", stance="refutes", url="https://port.example")
    session.unlink(claim.id, *span(session, C, 0))
    session.undo()
    other = scripted(harbour, NINE_HOURS, BOATS, reviewer="Ines")
    other.rate(claim.id, "mixed", role="second", blind=True)

    events = timeline(scripted(harbour, NINE_HOURS, BOATS).claim(claim.id))
    assert [(event.who, event.what, event.holds) for event in events] == [
        ("Ada", "rated it true (draft)", False),
        ("Ada", "changed true to false (draft)", True),
        ("Ada", "added a note that refutes", True),
        ("Ada", "took out a sentence", False),
        ("Ada", "undid: took back a link", False),
        ("Ines", "rated it mixed (draft, second reader, judged unseen)", True),
    ]
    assert events[1].details == ("Conclusion: No.", "Why: The log.")
    assert "Address: https://port.example" in events[2].details
    assert events[0].when[:2] == "20"


def test_a_correction_tells_why(harbour):
    session = scripted(harbour, NINE_HOURS)
    claim = claim_at(session, A, 0)
    session.add_evidence(claim.id, note="Log.", quote="Shut.", url="https://port.example")
    session.rate(claim.id, "true", conclusion="Yes.", status="published")
    session.rate(
        claim.id, "false", conclusion="No.", correction=("A second log.", "We had it wrong.")
    )
    event = timeline(session.claim(claim.id))[-1]
    assert event.details[:2] == ("Because: A second log.", "Readers are told: We had it wrong.")


def test_a_verdict_taken_back_and_marked_words_are_told(harbour):
    session = scripted(harbour, NINE_HOURS)
    claim = claim_at(session, A, 0)
    session.rate(claim.id, "true")
    session.retract(claim.id, session.claim(claim.id).verdicts[0].id)
    start = session.articles[B].text.index("nine hours")
    session.mark(claim.id, B, start, start + 10)
    events = timeline(session.claim(claim.id))
    assert [event.what for event in events] == [
        "rated it true (draft)",
        "took back the verdict true",
        "linked a sentence and took out a sentence",
    ]
    assert "+ articles/b.txt: “nine hours”" in events[2].details
