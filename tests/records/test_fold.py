"""The fold: what holds of a claim, whoever recorded what, on which machine, in which order."""

import itertools
import random

from hypothesis import given
from hypothesis import strategies as st

from tests.records.making import appearance, evidence, link, ulid, verdict
from workbench.records.fold import fold, undo_stack
from workbench.records.schema import LinkRecord, Record

HERE, THERE = appearance("Here.", 0), appearance("There.", 20)


def test_a_verdict_is_in_force_until_its_reviewer_replaces_it() -> None:
    first = verdict(1)
    second = verdict(2, rating="true", supersedes=[first.id])
    assert fold([first]).verdicts == (first,)
    assert fold([first, second]).verdicts == (second,)
    assert fold([first, second]).history == (first, second)


def test_order_of_reading_and_doubled_records_change_nothing() -> None:
    first = verdict(1)
    records: list[Record] = [
        first,
        verdict(2, supersedes=[first.id]),
        evidence(3),
        verdict(4, "Ben"),
        first,
    ]
    states = [fold(shuffled) for shuffled in itertools.permutations(records)]
    assert all(state == states[0] for state in states)


def test_two_reviewers_or_two_machines_make_two_heads() -> None:
    first = verdict(1)
    here, there = (
        verdict(2, supersedes=[first.id]),
        verdict(3, rating="true", supersedes=[first.id]),
    )
    ben = verdict(4, "Ben", rating="mixed")
    assert fold([first, here, there, ben]).verdicts == (here, there, ben)


def test_nobody_replaces_or_takes_back_somebody_elses_record() -> None:
    ann, note = verdict(1), evidence(2)
    replaced = verdict(3, "Ben", supersedes=[ann.id])
    taken_back = verdict(4, "Ben", supersedes=[ann.id], retracted=True)
    note_gone = evidence(5, "Ben", supersedes=[note.id], retracted=True)
    state = fold([ann, note, replaced, taken_back, note_gone])
    assert state.verdicts == (ann, replaced)
    assert state.evidence == (note,)


def test_a_record_of_another_kind_replaces_nothing() -> None:
    ann = verdict(1)
    assert fold([ann, evidence(2, supersedes=[ann.id])]).verdicts == (ann,)


def test_what_is_taken_back_is_gone_and_the_retraction_says_nothing() -> None:
    first = verdict(1)
    back = verdict(2, supersedes=[first.id], retracted=True)
    again = verdict(3, supersedes=[back.id])
    assert fold([first, back]).verdicts == ()
    assert fold([first, back, again]).verdicts == (again,)


def test_an_adjudicators_verdict_settles_others_for_as_long_as_it_stands() -> None:
    ann, ben = verdict(1), verdict(2, "Ben", rating="true")
    ruling = verdict(3, "Cleo", role="adjudicator", supersedes=[ann.id, ben.id])
    assert fold([ann, ben, ruling]).verdicts == (ruling,)
    reworded = verdict(4, "Cleo", role="adjudicator", conclusion="So.", supersedes=[ruling.id])
    assert fold([ann, ben, ruling, reworded]).verdicts == (reworded,)
    back = verdict(5, "Cleo", role="adjudicator", supersedes=[reworded.id], retracted=True)
    assert fold([ann, ben, ruling, reworded, back]).verdicts == (ann, ben)
    redone = verdict(6, "Cleo", role="adjudicator", supersedes=[back.id], undoes=back.id)
    assert fold([ann, ben, ruling, reworded, back, redone]).verdicts == (redone,)
    unmoved = verdict(7, supersedes=[ann.id])
    assert fold([ann, ben, ruling, unmoved]).verdicts == (ruling, unmoved)


def test_ids_that_are_not_there_harm_nothing() -> None:
    record = verdict(1, supersedes=[ulid(99)], undoes=ulid(98))
    assert fold([record]).verdicts == (record,)


def test_records_that_replace_each_other_in_a_circle_are_all_kept() -> None:
    one, two, three = verdict(1), verdict(2), verdict(3)
    ring = [
        one.model_copy(update={"supersedes": [three.id]}),
        two.model_copy(update={"supersedes": [one.id]}),
        three.model_copy(update={"supersedes": [two.id]}),
    ]
    assert fold(ring).verdicts == tuple(ring)
    last = verdict(4, supersedes=[record.id for record in ring])
    assert fold([*ring, last]).verdicts == (last,)


def test_a_clock_that_went_back_does_not_matter() -> None:
    late = verdict(50)
    replaces_it = verdict(10, supersedes=[late.id])
    assert fold([late, replaces_it]).verdicts == (replaces_it,)


@given(st.lists(st.lists(st.integers(0, 7), max_size=3), max_size=8))
def test_some_verdict_is_always_left_whatever_replaces_what(graph: list[list[int]]) -> None:
    ids = [ulid(number) for number in range(8)]
    records = [
        verdict(number).model_copy(
            update={"id": ids[number], "supersedes": [ids[t] for t in targets if t != number]}
        )
        for number, targets in enumerate(graph)
    ]
    assert bool(fold(records).verdicts) == bool(records)


def test_a_long_history_folds() -> None:
    records: list[Record] = [verdict(0)]
    for number in range(1, 3000):
        records.append(verdict(number, supersedes=[records[-1].id]))
    random.Random(1).shuffle(records)
    assert len(fold(records).verdicts) == 1


def decisions(*records: LinkRecord) -> dict[str, tuple[str, bool]]:
    return {d.appearance.quote.exact: (d.decision, d.disputed) for d in fold(records).links}


def test_of_one_reviewers_decisions_the_latest_holds() -> None:
    first = link(1, confirmed=[HERE, THERE])
    second = link(2, rejected=[HERE])
    assert decisions(first, second) == {
        "Here.": ("rejected", False),
        "There.": ("confirmed", False),
    }


def test_taking_a_decision_back_revives_the_one_before() -> None:
    first = link(1, added=[HERE])
    second = link(2, rejected=[HERE])
    back = link(3, supersedes=[second.id], retracted=True)
    assert decisions(first, second, back) == {"Here.": ("added", False)}


def test_reviewers_who_decide_against_each_other_make_it_disputed() -> None:
    ann, ben = link(1, added=[HERE]), link(2, "Ben", rejected=[HERE])
    assert decisions(ann, ben) == {"Here.": ("added", True)}
    assert fold([ann, ben]).links[0].records == (ann, ben)
    assert decisions(ann, ben, link(3, rejected=[HERE])) == {"Here.": ("rejected", False)}
    assert decisions(ann, link(2, "Ben", confirmed=[HERE])) == {"Here.": ("confirmed", False)}


def test_appearances_are_one_where_they_are_anchored_at_one_place() -> None:
    before, after = appearance("Here.", 0), appearance("Here.", 40)
    records = [link(1, added=[before]), link(2, rejected=[after])]
    assert len(fold(records).links) == 2
    (met,) = fold(records, place=lambda found: found.quote.exact).links
    assert (met.decision, met.appearance) == ("rejected", after)


def ids(records: tuple[Record, ...]) -> list[str]:
    return [record.id for record in records]


def stacks(*records: Record, reviewer: str = "Ann") -> tuple[list[str], list[str]]:
    stack = undo_stack(records, reviewer)
    return ids(stack.undoable), ids(stack.redoable)


def undo(second: int, of: Record) -> Record:
    return verdict(second, supersedes=[of.id], undoes=of.id, retracted=True)


def redo(second: int, of: Record) -> Record:
    return verdict(second, supersedes=[of.id], undoes=of.id)


def test_changes_are_undone_from_the_last_to_the_first_and_redone_in_turn() -> None:
    one, two = verdict(1), link(2, added=[HERE])
    undo_two = link(3, supersedes=[two.id], undoes=two.id, retracted=True)
    undo_one = undo(4, one)
    redo_one = redo(5, undo_one)
    undo_one_again = undo(6, redo_one)
    assert stacks(one, two) == ([one.id, two.id], [])
    assert stacks(one, two, undo_two) == ([one.id], [undo_two.id])
    assert stacks(one, two, undo_two, undo_one) == ([], [undo_two.id, undo_one.id])
    assert stacks(one, two, undo_two, undo_one, redo_one) == ([redo_one.id], [undo_two.id])
    assert stacks(one, two, undo_two, undo_one, redo_one, undo_one_again) == (
        [],
        [undo_two.id, undo_one_again.id],
    )


def test_a_new_change_leaves_nothing_to_redo() -> None:
    one = verdict(1)
    change = evidence(3)
    assert stacks(one, undo(2, one), change) == ([change.id], [])


def test_others_changes_are_not_mine_to_undo() -> None:
    ann, ben = verdict(1), verdict(2, "Ben")
    assert stacks(ann, ben) == ([ann.id], [])
    assert stacks(ann, ben, reviewer="Ben") == ([ben.id], [])
    assert stacks(ann, ben, reviewer="Cleo") == ([], [])


def test_undone_on_two_machines_is_undone_once() -> None:
    one = verdict(1)
    here, there = undo(2, one), undo(3, one)
    assert stacks(one, here, there) == ([], [here.id])


def test_an_undo_that_an_early_clock_put_before_its_change_still_undoes_it() -> None:
    one = verdict(50)
    back = undo(10, one)
    assert stacks(one, back) == ([], [back.id])


def test_what_undoes_an_unknown_record_is_left_out() -> None:
    lonely = verdict(1, undoes=ulid(99))
    assert stacks(lonely, undo(2, lonely)) == ([], [])


def test_undoing_in_a_circle_ends() -> None:
    one, two = verdict(1), verdict(2)
    ring = [one.model_copy(update={"undoes": two.id}), two.model_copy(update={"undoes": one.id})]
    assert stacks(*ring) == ([], [])
