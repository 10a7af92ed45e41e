"""From draft to published: what each step asks for, and who waits for whom."""

from __future__ import annotations

import pytest

from tests.review.making import NINE_HOURS, A, claim_at, scripted, span, write_case
from workbench.review.errors import NotSaved
from workbench.review.progress import Need


@pytest.fixture
def root(tmp_path):
    return write_case(tmp_path / "harbour")


@pytest.fixture
def strict_desk(root):
    (root / "workbench.toml").write_text("second_reader = true\n", encoding="utf-8")
    return root


class Person:
    """A reviewer at the harbour case, on the claim that its first sentence makes."""

    def __init__(self, root, name):
        self.session = scripted(root, NINE_HOURS, reviewer=name)
        self.id = claim_at(self.session, A, 0).id

    @property
    def claim(self):
        self.session.reload()
        return self.session.claim(self.id)

    def rate(self, rating="true", **says):
        self.session.reload()
        return self.session.rate(self.id, rating, **says)

    def note(self, **fields):
        fields = fields or {"quote": "Nine hours.", "url": "https://example.org/log"}
        self.session.reload()
        return self.session.add_evidence(self.id, **fields)

    def ready(self, rating="true"):
        self.note()
        return self.rate(rating, status="ready", conclusion="It was nine hours.")

    @property
    def mine(self):
        return next(v for v in self.claim.verdicts if v.reviewer == self.session.reviewer)

    @property
    def next(self):
        return self.session.next_step(self.claim)

    @property
    def waits(self):
        return self.session.waits_for(self.claim)


def people(root, *names):
    return [Person(root, name) for name in names]


class TestReady:
    def test_it_asks_for_a_conclusion_and_evidence_and_names_both(self, root):
        (ada,) = people(root, "Ada")
        with pytest.raises(NotSaved, match=r"no conclusion.*No evidence can be looked up"):
            ada.rate(status="ready")
        assert ada.claim.verdicts == ()

    @pytest.mark.parametrize(
        "fields",
        [{"note": "I was there."}, {"quote": "Nine hours."}, {"url": "https://example.org"}],
    )
    def test_a_note_that_nobody_can_look_up_is_not_enough(self, root, fields):
        (ada,) = people(root, "Ada")
        ada.note(**fields)
        with pytest.raises(NotSaved, match="a quotation and where it stands"):
            ada.rate(status="ready", conclusion="Yes.")

    @pytest.mark.parametrize("place", ["url", "locator"])
    def test_a_quotation_with_an_address_or_a_locator_is_enough(self, root, place):
        (ada,) = people(root, "Ada")
        ada.note(quote="Nine hours.", **{place: "https://example.org/log"})
        assert ada.rate(status="ready", conclusion="Yes.").path

    def test_a_draft_asks_for_nothing(self, root):
        (ada,) = people(root, "Ada")
        assert ada.rate().path
        assert ada.next.status == "ready"
        assert len(ada.next.obstacles) == 2


class TestApproved:
    def test_nobody_approves_their_own_verdict(self, root):
        (ada,) = people(root, "Ada")
        ada.ready()
        with pytest.raises(NotSaved, match="let a second reviewer rate the claim"):
            ada.rate(status="approved")

    def test_a_second_reader_who_agrees_approves(self, root):
        ada, ines = people(root, "Ada", "Ines")
        ada.ready()
        ines.rate(status="approved", role="second", conclusion="It was nine hours.")
        assert ines.mine.status == "approved"
        assert ines.next.status == "published"
        assert ada.next.status == "approved"

    def test_a_draft_of_the_checker_is_not_approved(self, root):
        ada, ines = people(root, "Ada", "Ines")
        ada.rate()
        ada.note()
        with pytest.raises(NotSaved, match="verdict of Ada is a draft; let Ada call it ready"):
            ines.rate(status="approved", conclusion="It was nine hours.")

    def test_who_disagrees_does_not_approve(self, root):
        ada, ines = people(root, "Ada", "Ines")
        ada.ready()
        with pytest.raises(NotSaved, match="Ada rated it true; let an adjudicator decide"):
            ines.rate("false", status="approved", conclusion="It was not.")
        assert ines.rate("false").path

    def test_a_verdict_on_other_sentences_is_no_second_opinion(self, root):
        ada, ines = people(root, "Ada", "Ines")
        ada.ready()
        ines.session.reload()
        article, start, end = span(ines.session, A, 3)
        ines.session.link(ines.id, article, start, end)
        with pytest.raises(NotSaved, match="let Ada save the verdict again"):
            ines.rate(status="approved", conclusion="Yes.")
        ada.rate(justification="Seen with the fourth sentence.")
        assert ines.rate(status="approved", conclusion="Yes.").path

    def test_an_adjudicator_may_approve_what_they_settled(self, root):
        ada, ines, cleo = people(root, "Ada", "Ines", "Cleo")
        ada.ready()
        ines.rate("false")
        cleo.rate("true", role="adjudicator", status="approved", conclusion="Nine hours.")
        assert [v.reviewer for v in cleo.claim.verdicts] == ["Cleo"]
        cleo.rate("true", status="published")
        assert cleo.mine.status == "published"


class TestPublished:
    def test_a_desk_without_second_readers_publishes_what_is_ready(self, root):
        (ada,) = people(root, "Ada")
        ada.ready()
        assert ada.next.status == "published"
        assert ada.rate(status="published").path

    def test_a_desk_with_second_readers_does_not(self, strict_desk):
        ada, ines = people(strict_desk, "Ada", "Ines")
        ada.ready()
        with pytest.raises(NotSaved, match="let a second reviewer"):
            ada.rate(status="published")
        ines.rate(status="approved", conclusion="Yes.")
        assert ada.rate(status="published").path

    def test_what_reviewers_disagree_on_is_published_nowhere(self, root):
        ada, ines = people(root, "Ada", "Ines")
        ada.ready()
        ines.rate("false")
        with pytest.raises(NotSaved, match="adjudicator"):
            ada.rate(status="published")

    def test_it_is_changed_or_withdrawn_with_a_correction_only(self, root):
        (ada,) = people(root, "Ada")
        ada.ready()
        ada.rate(status="published")
        with pytest.raises(NotSaved, match="change it with a correction"):
            ada.rate("false")
        with pytest.raises(NotSaved, match="withdraw it with a correction"):
            ada.rate(status="withdrawn")
        ada.rate("false", correction=("The log was forged.", "An earlier version said true."))
        assert ada.mine.correction.public_note == "An earlier version said true."
        with pytest.raises(NotSaved, match="correction"):
            ada.rate("mixed")
        ada.rate(status="withdrawn", correction=("Nobody knows.", "We have withdrawn it."))
        assert ada.next is None

    def test_a_new_justification_needs_no_correction(self, root):
        (ada,) = people(root, "Ada")
        ada.ready()
        ada.rate(status="published")
        assert ada.rate(justification="The harbour log says so.").path


class TestBlind:
    def test_a_blind_second_read_is_recorded_until_the_rating_changes(self, root):
        ada, ines = people(root, "Ada", "Ines")
        ada.rate()
        ines.rate("true", blind=True, role="second")
        ines.rate("true", conclusion="Yes.")
        assert ines.mine.blind
        ines.rate("false")
        assert not ines.mine.blind

    def test_whoever_judges_first_has_nothing_hidden_from_them(self, root):
        (ada,) = people(root, "Ada")
        ada.rate(blind=True)
        assert not ada.mine.blind


class TestWhoWaitsForWhom:
    def test_from_the_first_verdict_to_publication(self, strict_desk):
        ada, ines = people(strict_desk, "Ada", "Ines")
        assert ada.waits is None
        ada.rate()
        assert str(ada.waits) == "a second reader other than Ada"
        ada.ready()
        ines.rate("true")
        assert str(ines.waits) == "approval by Ada or Ines"
        ines.rate("true", status="approved", conclusion="Yes.")
        assert ines.waits.need is Need.PUBLICATION
        ines.rate("true", status="published")
        assert ines.waits is None

    def test_a_draft_waits_for_nobody_where_no_second_reader_is_required(self, root):
        (ada,) = people(root, "Ada")
        ada.rate()
        assert ada.waits is None
        ada.ready()
        assert ada.waits.need is Need.SECOND_READER

    def test_a_disagreement_waits_for_somebody_who_is_no_party(self, strict_desk):
        ada, ines, cleo = people(strict_desk, "Ada", "Ines", "Cleo")
        ada.rate("true")
        ines.rate("false")
        assert str(ines.waits) == "an adjudicator other than Ada and Ines"
        with pytest.raises(NotSaved, match="let somebody else adjudicate"):
            ines.rate("mixed", role="adjudicator")
        cleo.note()
        cleo.rate("mixed", role="adjudicator", status="ready", conclusion="Nobody knows.")
        assert cleo.waits.need is Need.APPROVAL

    def test_what_was_withdrawn_waits_for_nobody(self, strict_desk):
        (ada,) = people(strict_desk, "Ada")
        ada.rate(status="withdrawn")
        assert ada.waits is None
