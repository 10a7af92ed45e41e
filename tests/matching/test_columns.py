"""Matches in columns are the matches they were made of."""

import pickle

from workbench.matching.columns import MatchColumns
from workbench.matching.model import (
    Difference,
    Match,
    Matching,
    Relation,
    SentenceRef,
    Slot,
    Strength,
)

FEW, MANY = "12 gulls", "1,200 gulls"
DIFFERS = Difference(Slot.NUMBER, FEW, MANY, (4, 12), None, conflict=True)
MATCHES = (
    Match(
        SentenceRef(0, 7),
        SentenceRef(2, 70_000),
        0.123456789012345,
        Strength.STRONG,
        Relation.CONFLICTS,
        (DIFFERS,),
    ),
    Match(SentenceRef(0, 8), SentenceRef(1, 0), 0.5, Strength.POSSIBLE, Relation.AGREES),
    Match(SentenceRef(1, 1), SentenceRef(2, 2), 0.01, None, Relation.DIFFERS, (DIFFERS, DIFFERS)),
)


def test_every_match_comes_back_as_it_was():
    columns = MatchColumns(MATCHES)
    assert len(columns) == 3
    assert tuple(columns) == MATCHES
    assert columns[-1] == MATCHES[-1]
    assert columns[:2] == MATCHES[:2]
    assert columns == MATCHES
    assert columns != MATCHES[:2]


def test_what_another_process_gets_is_equal():
    found = Matching(MATCHES, ())
    sent = pickle.loads(pickle.dumps(found, pickle.HIGHEST_PROTOCOL))
    assert isinstance(sent.matches, MatchColumns)
    assert sent == found
    assert pickle.loads(pickle.dumps(sent)) == found
