"""Undo and redo are records; they work across sessions, and an undo can be undone."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.review.making import (
    BOATS,
    HELP,
    NINE_HOURS,
    A,
    B,
    C,
    claim_at,
    scripted,
    span,
    write_case,
)


def state(session):
    """What a person sees of the claims' state, whatever records it comes from."""
    return {
        claim.id: (
            [(v.reviewer, v.rating, v.conclusion) for v in claim.verdicts],
            sorted((e.reviewer, e.note) for e in claim.evidence),
            [(a.article, a.start) for a in claim.appearances],
        )
        for claim in session.claims
    }


def change(session, number):
    """One of several kinds of change, always to something new."""
    first, second = claim_at(session, A, 0).id, claim_at(session, A, 3).id
    match number % 6:
        case 0:
            session.rate(first, "true" if not session.claim(first).verdicts else "false")
        case 1:
            session.rate(first, "mixed", conclusion=f"Conclusion {number}.")
        case 2:
            session.add_evidence(first, note=f"Note {number}.")
        case 3:
            session.rate(second, "outdated", conclusion=f"Conclusion {number}.")
        case 4:
            here = claim_at(session, C, 2).id
            claim = claim_at(session, A, 0).id
            if here == claim:
                session.unlink(claim, *span(session, C, 2))
            else:
                session.link(claim, *span(session, C, 2))
        case 5:
            notes = [e for e in session.claim(first).evidence if e.reviewer == session.reviewer]
            if notes:
                session.retract(first, notes[-1].id)
            else:
                session.add_evidence(first, note=f"Note {number}.")


def test_there_is_nothing_to_undo_at_the_start(harbour):
    session = scripted(harbour, NINE_HOURS)
    assert session.undo() is None
    assert session.redo() is None


def test_undoing_a_rating_brings_the_earlier_one_back(harbour):
    session = scripted(harbour, NINE_HOURS)
    claim = session.claims[0].id
    session.rate(claim, "true", conclusion="Yes.")
    session.rate(claim, "false", conclusion="No.")
    saved = session.undo()
    assert saved.message == "Undone: rating claim 1 false."
    (verdict,) = session.claim(claim).verdicts
    assert (verdict.rating, verdict.conclusion) == ("true", "Yes.")


def test_undo_survives_a_restart(harbour):
    first = scripted(harbour, NINE_HOURS)
    first.rate(first.claims[0].id, "true")
    session = scripted(harbour, NINE_HOURS)
    session.undo()
    assert not session.claims[0].is_reviewed
    again = scripted(harbour, NINE_HOURS)
    assert again.redo().message == "Redone: rating claim 1 true."
    assert again.claims[0].is_reviewed


def test_nobody_undoes_what_another_did(harbour):
    first = scripted(harbour, NINE_HOURS)
    first.rate(first.claims[0].id, "true")
    assert scripted(harbour, NINE_HOURS, reviewer="Ines").undo() is None


def test_a_change_after_an_undo_ends_what_could_be_redone(harbour):
    session = scripted(harbour, NINE_HOURS)
    session.rate(session.claims[0].id, "true")
    session.undo()
    session.rate(session.claims[0].id, "false")
    assert session.redo() is None


def test_undoing_a_link_and_an_unlink(harbour):
    session = scripted(harbour, NINE_HOURS, BOATS, HELP)
    before = state(session)
    session.unlink(claim_at(session, A, 0).id, *span(session, B, 0))
    session.link(claim_at(session, A, 1).id, *span(session, C, 2))
    session.undo()
    session.undo()
    assert state(session) == before


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(changes=st.lists(st.integers(0, 50), min_size=1, max_size=6))
def test_undoing_everything_and_redoing_everything_goes_through_the_same_states(
    tmp_path_factory: pytest.TempPathFactory, changes: list[int]
):
    root = write_case(tmp_path_factory.mktemp("undo"))
    session = scripted(root, NINE_HOURS, BOATS)
    states = [state(session)]
    for number in changes:
        before = len(session.record_paths)
        change(session, number)
        if len(session.record_paths) > before:
            states.append(state(session))
    for expected in reversed(states[:-1]):
        assert session.undo()
        assert state(session) == expected
    assert session.undo() is None
    session = scripted(root, NINE_HOURS, BOATS)
    for expected in states[1:]:
        assert session.redo()
        assert state(session) == expected
    assert session.redo() is None
