"""People who work on branches of one case: git merges what they recorded, and nothing is lost.

Real git, and real sessions that rate, note, link, take back, undo and redo at random. The small
size runs always, the full one (five people, 200 edits each, 42 merges) with `-m slow`.
"""

import random
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations, permutations
from pathlib import Path

import pytest

from workbench.records.fold import fold
from workbench.records.loading import load_records
from workbench.records.schema import VerdictRecord
from workbench.review.errors import BadPlace, NotSaved
from workbench.review.session import ReviewSession

PEOPLE = ("Ada", "Ben", "Cleo", "Dan", "Eve")
REPORTS = {
    "morning": """\
A dam above Lindau burst on Sunday night and 40 houses were flooded.

The water office had warned the mayor of cracks in the dam in March.

Nobody was killed, the fire service said.

The dam was built in 1962 and held 3 million cubic metres of water.

About 600 people slept in the sports hall.

The railway to Bregen will be closed until Friday.
""",
    "evening": """\
The dam above Lindau burst on Sunday night; 75 houses were flooded.

The mayor received no warning of cracks in the dam, his office said.

Two people were killed, the fire service said.

The dam was built in 1962 and held 5 million cubic metres of water.

The railway to Bregen will be closed until Monday.
""",
    "radio": """\
The water office says that it warned the mayor of cracks in the dam.

The fire service said that nobody was killed when the dam burst.

About 900 people slept in the sports hall on Sunday night.
""",
}


@dataclass
class Team:
    """A repository with a branch for each person, and what each of them had said in the end."""

    repository: Path
    heads: dict[str, dict[str, VerdictRecord]] = field(default_factory=dict)

    def git(self, *arguments: str, folder: Path | None = None) -> str:
        command = ("git", "-c", "user.name=Git", "-c", "user.email=git@example.org", *arguments)
        done = subprocess.run(
            command, cwd=folder or self.repository, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, f"{' '.join(arguments)}: {done.stdout}{done.stderr}"
        return done.stdout

    def files(self, *branches: str) -> dict[str, str]:
        """Path and content hash of every record on any of the branches."""
        found: dict[str, str] = {}
        for branch in branches:
            for line in self.git("ls-tree", "-r", branch, "verdicts").splitlines():
                about, path = line.split("\t")
                content = about.split()[2]
                assert found.setdefault(path, content) == content
        return found

    def merge(self, ours: str, *theirs: str) -> dict[str, str]:
        """Merge branches on top of one; the records after it. A conflict fails."""
        self.git("checkout", "-q", "--detach", ours)
        self.git("merge", "-q", "--no-edit", *theirs)
        return self.files("HEAD")


def work_at_random(session: ReviewSession, chance: random.Random) -> None:
    """One change of a session, as a person might make it."""
    claim = chance.choice(session.claims)
    notes = [note for note in claim.evidence if note.reviewer == session.reviewer]
    article = chance.randrange(len(session.articles))
    sentence = chance.choice(session.articles[article].sentences)
    match chance.randrange(10):
        case 0 | 1 | 2 | 3:
            session.rate(claim.id, str(chance.randint(1, 9)), conclusion=str(chance.random()))
        case 4 | 5:
            session.add_evidence(claim.id, note=f"A note {chance.random()}")
        case 6 if notes:
            session.add_evidence(claim.id, replaces=notes[0].id, note=f"Reworded {chance.random()}")
        case 7 if notes:
            session.retract(claim.id, chance.choice(notes).id)
        case 8:
            decide = chance.choice((session.link, session.unlink))
            decide(claim.id, article, sentence.start, sentence.end)
        case _:
            chance.choice((session.undo, session.redo))()


def work(session: ReviewSession, edits: int, chance: random.Random) -> None:
    before = len(session.record_paths)
    while len(session.record_paths) - before < edits:
        try:
            work_at_random(session, chance)
        except (NotSaved, BadPlace):
            continue  # Not every random change makes sense.


def verdicts_of(session: ReviewSession) -> dict[str, VerdictRecord]:
    return {v.id: v for c in session.claims for v in c.verdicts if v.reviewer == session.reviewer}


def team_at_work(tmp_path: Path, people: Sequence[str], edits: int, seed: int) -> Team:
    chance = random.Random(seed)
    team = Team(tmp_path / "case")
    (team.repository / "articles").mkdir(parents=True)
    for name, text in REPORTS.items():
        (team.repository / "articles" / f"{name}.txt").write_text(text, encoding="utf-8")
    team.git("init", "-q", "-b", "main")
    for person in people:  # All of them have said something before they part.
        work(ReviewSession.open(team.repository, reviewer=person), 2, chance)
    team.git("add", "-A")
    team.git("commit", "-q", "-m", "Before the branches")
    for person in people:
        folder = tmp_path / person
        team.git("worktree", "add", "-q", "-b", person, str(folder), "main")
        session = ReviewSession.open(folder, reviewer=person)
        work(session, edits, chance)
        team.heads[person] = verdicts_of(session)
        team.git("add", "-A", folder=folder)
        team.git("commit", "-q", "-m", f"What {person} found", folder=folder)
    return team


def merges(people: Sequence[str], orders: int) -> Iterator[tuple[str, ...]]:
    """Every pair both ways, everybody one after another in several orders, and all at once."""
    yield from permutations(people, 2)
    chains = list(permutations(people))
    yield from random.Random(0).sample(chains, orders)


def assert_nothing_is_lost(team: Team, people: Sequence[str], orders: int) -> int:
    """Merge in every way and compare with what was there; how many merges that took."""
    count = 0
    for chain in merges(people, orders):
        ours = chain[0]
        for theirs in chain[1:]:
            merged = team.merge(ours, theirs)
            ours = "HEAD"
            count += 1
        assert merged == team.files(*chain)
    for all_at_once in (people, people[::-1]):
        assert team.merge(*all_at_once) == team.files(*people)
        count += 1
    return count


def assert_disagreements_are_shown(team: Team) -> int:
    """Open the merged case; how many pairs of verdicts disagree."""
    session = ReviewSession.open(team.repository, reviewer="Reader")
    assert session.problems == ()
    claim_of = {v.id: claim for claim in session.claims for v in claim.verdicts}
    by_person = {name: heads.values() for name, heads in team.heads.items()}
    for heads in team.heads.values():
        assert heads.keys() <= claim_of.keys()
    disagreements = 0
    for one, other in combinations(by_person, 2):
        for a in by_person[one]:
            for b in by_person[other]:
                if a.claim.id == b.claim.id and a.rating != b.rating:
                    assert claim_of[a.id] is claim_of[b.id]
                    assert claim_of[a.id].is_disputed
                    disagreements += 1
    return disagreements


def test_branches_of_five_people_merge_without_conflict_or_loss(tmp_path: Path) -> None:
    team = team_at_work(tmp_path, PEOPLE, edits=12, seed=1)
    assert_nothing_is_lost(team, PEOPLE, orders=2)
    assert assert_disagreements_are_shown(team) > 0


@pytest.mark.slow
def test_branches_of_five_people_with_200_edits_each(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    team = team_at_work(tmp_path, PEOPLE, edits=200, seed=3)
    count = assert_nothing_is_lost(team, PEOPLE, orders=5)
    disagreements = assert_disagreements_are_shown(team)
    assert count == 42
    with capsys.disabled():
        records = len(team.files(*PEOPLE))
        print(f"\n{count} merges, {records} records, {disagreements} disagreements: all there")


def test_one_person_on_two_machines_keeps_both_verdicts(tmp_path: Path) -> None:
    team = team_at_work(tmp_path, ("Ada",), edits=1, seed=4)
    team.git("worktree", "add", "-q", "-b", "laptop", str(tmp_path / "laptop"), "main")
    for folder, rating in ((tmp_path / "Ada", "true"), (tmp_path / "laptop", "false")):
        session = ReviewSession.open(folder, reviewer="Ada")
        session.rate(session.claims[-1].id, rating)
        team.git("add", "-A", folder=folder)
        team.git("commit", "-q", "-m", rating, folder=folder)
    assert team.merge("Ada", "laptop") == team.files("Ada", "laptop")
    session = ReviewSession.open(team.repository, reviewer="Ada")
    assert session.claims[-1].is_disputed
    session.rate(session.claims[-1].id, "mixed")
    assert [verdict.rating for verdict in session.claims[-1].verdicts] == ["mixed"]


def test_a_disagreement_is_settled_by_an_adjudicator_until_that_is_taken_back(
    tmp_path: Path,
) -> None:
    team = team_at_work(tmp_path, PEOPLE[:2], edits=1, seed=5)
    for person, rating in zip(PEOPLE[:2], ("true", "false"), strict=True):
        session = ReviewSession.open(tmp_path / person, reviewer=person)
        session.rate(session.claims[0].id, rating)
        team.git("add", "-A", folder=tmp_path / person)
        team.git("commit", "-q", "-m", rating, folder=tmp_path / person)
    team.merge(*PEOPLE[:2])
    session = ReviewSession.open(team.repository, reviewer="Eve")
    claim = session.claims[0]
    assert claim.is_disputed

    session.rate(claim.id, "mixed", role="adjudicator")
    (settled,) = session.claim(claim.id).verdicts
    assert (settled.reviewer, settled.rating) == ("Eve", "mixed")

    session.undo()
    assert session.claim(claim.id).is_disputed


def test_a_correction_survives_a_merge_with_a_branch_that_lacks_it(tmp_path: Path) -> None:
    team = team_at_work(tmp_path, PEOPLE[:2], edits=1, seed=6)
    session = ReviewSession.open(tmp_path / "Ada", reviewer="Ada")
    claim = session.claims[0]
    session.rate(claim.id, "true")
    session.rate(claim.id, "false")
    team.git("add", "-A", folder=tmp_path / "Ada")
    team.git("commit", "-q", "-m", "Corrected", folder=tmp_path / "Ada")
    team.merge("Ben", "Ada")
    records = load_records(team.repository, team.repository / "verdicts").records
    folded = fold(s.record for s in records if s.record.claim.id == claim.id)
    assert [v.rating for v in folded.verdicts if v.reviewer == "Ada"] == ["false"]
