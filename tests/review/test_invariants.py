"""Whatever three reviewers do, in whatever order: no verdict vanishes, no sentence is lost."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.review.making import BOATS, HELP, NINE_HOURS, matching, scripted, span, write_case
from workbench.records.fold import fold
from workbench.records.loading import load_records
from workbench.review.errors import ReviewError
from workbench.review.spans import span_of

MATCHINGS = ((NINE_HOURS, BOATS), (NINE_HOURS, HELP), ((*NINE_HOURS, *BOATS[:2]),), ())

STEPS = st.tuples(
    st.sampled_from(["rate", "adjudicate", "link", "unlink", "undo", "redo"]),
    st.sampled_from(["Ada", "Bo", "Ines"]),
    st.sampled_from(MATCHINGS),
    st.integers(0, 30),
    st.integers(0, 30),
)


def act(session, what, claim_number, place_number):
    claim = session.claims[claim_number % len(session.claims)]
    article = place_number % len(session.articles)
    sentence = place_number % len(session.articles[article].sentences)
    match what:
        case "rate":
            session.rate(claim.id, "123"[place_number % 3])
        case "adjudicate":
            session.rate(claim.id, "123"[place_number % 3], role="adjudicator")
        case "link":
            session.link(claim.id, *span(session, article, sentence))
        case "unlink":
            a = claim.appearances[place_number % len(claim.appearances)]
            session.unlink(claim.id, a.article, a.start, a.end)
        case "undo":
            session.undo()
        case "redo":
            session.redo()


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(steps=st.lists(STEPS, min_size=4, max_size=14))
def test_every_sentence_is_in_one_claim_and_every_verdict_in_force_on_the_screen(
    tmp_path_factory: pytest.TempPathFactory, steps
):
    root = write_case(tmp_path_factory.mktemp("case"))
    for what, reviewer, groups, claim_number, place_number in steps:
        session = scripted(root, *groups, reviewer=reviewer)
        try:
            act(session, what, claim_number, place_number)
        except ReviewError:
            continue
        places = [(a.article, a.start, a.end) for c in session.claims for a in c.appearances]
        sentences = [
            (article, sentence.start, sentence.end)
            for article, read in enumerate(session.articles)
            for sentence in read.sentences
        ]
        assert sorted(places) == sentences
        assert len({claim.id for claim in session.claims}) == len(session.claims)
        stored = load_records(root, root / "verdicts").records
        in_force = {verdict.id for verdict in fold(s.record for s in stored).verdicts}
        assert {v.id for claim in session.claims for v in claim.verdicts} == in_force


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    beforehand=st.sampled_from(MATCHINGS),
    final=st.sampled_from(MATCHINGS),
    rated=st.lists(st.integers(0, 30), min_size=1, max_size=4),
)
def test_what_is_judged_before_all_is_compared_stays_with_the_words_that_were_shown(
    tmp_path_factory: pytest.TempPathFactory, beforehand, final, rated
):
    root = write_case(tmp_path_factory.mktemp("case"))
    session = scripted(root, *beforehand, reviewer="Ada")
    session.take_in(matching(beforehand), lambda: False, frozenset(range(3)))
    shown = {}
    for number in rated:
        claim = session.claims[number % len(session.claims)]
        shown[claim.id] = claim.text, {span_of(a) for a in claim.appearances}
        session.rate(claim.id, "5")
    session.take_in(matching(final), lambda: False)
    for claim_id, (text, spans) in shown.items():
        claim = session.claim(claim_id)
        assert len(claim.verdicts) == 1
        assert claim.text == text
        assert spans <= {span_of(a) for a in claim.appearances}
    again = scripted(root, *final, reviewer="Ada")
    assert again.claims == session.claims
