"""The index of earlier checks: which of hundreds of thousands share telling words with a query.

It is made from the checks' files and can be thrown away at any time. SQLite is only the container
(a row a word with the numbers of the checks that have it); its own full-text search takes longer
than a person waits on a library of that size, because it scores every check that shares any word.
Here the rare words choose, the common ones only rank what was chosen.

What shares most is told by Okapi BM25 (Robertson and Zaragoza 2009), each word counted once.
"""

from __future__ import annotations

import heapq
import math
import sqlite3
import threading
from array import array
from collections import Counter, defaultdict
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from workbench.library.terms import grams_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

_K1, _B = 1.2, 0.75
"""BM25's parameters, at their usual values."""

MOST_POSTINGS = 25_000
"""Entries of the index that one query looks at, those of the most telling words first."""

_WIDER = 8
_LONGEST = 65_535
_MANY = 500
"""Rows asked for in one statement."""

_TABLES = """
CREATE TABLE words (word TEXT PRIMARY KEY, checks BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE grams (gram TEXT PRIMARY KEY, checks INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE facts (name TEXT PRIMARY KEY, value) WITHOUT ROWID;
"""


@lru_cache(100_000)
def rarity(checks: float, total: float) -> float:
    """How telling it is that a check has something that so many of all checks have (BM25's idf)."""
    return math.log(1 + (total - checks + 0.5) / (checks + 0.5))


def bm25(times: int, relative: float) -> float:
    """BM25's weight of a word in a check.

    Args:
        times: How often the check has it.
        relative: The check's length, compared with the mean.
    """
    return times * (_K1 + 1) / (times + _K1 * (1 - _B + _B * relative))


class Index:
    """Words of checks that are numbered from 0. Safe to use from several threads.

    Attributes:
        total: How many checks it knows.
        mean_length: Words of a check on the average.
    """

    def __init__(self, path: Path | None = None) -> None:
        """Open an index.

        Args:
            path: Its file, empty before `build` has filled it; None for one in memory.

        Raises:
            sqlite3.Error: It is damaged, or no index.
        """
        self._lock = threading.Lock()
        self._database = sqlite3.connect(path or ":memory:", check_same_thread=False)
        self.total, self.mean_length = 0, 1.0
        self._norms = array("f")
        self._grams: dict[str, int] = {}
        if path is not None and path.stat().st_size:
            self._load()

    def build(
        self, checks: Iterable[Iterable[str]], facts: Mapping[str, bytes] = MappingProxyType({})
    ) -> None:
        """Index checks, each given by its words; they get the numbers from 0.

        Args:
            checks: The words of each, in order.
            facts: Kept with the index, by name; looked at when all checks have been read.
        """
        postings: defaultdict[str, array[int]] = defaultdict(lambda: array("I"))
        lengths = array("H")
        for number, words in enumerate(checks):
            length = 0
            seen = set()
            for word in words:
                length += 1
                seen.add(word)
            lengths.append(min(length, _LONGEST))
            for word in seen:
                postings[word].append(number)
        grams: Counter[str] = Counter()
        for word, numbers in postings.items():
            for gram in set(grams_of(word)):
                grams[gram] += len(numbers)
        with self._lock, self._database as database:
            database.executescript(_TABLES)
            database.executemany(
                "INSERT INTO words VALUES (?, ?)",
                ((word, postings[word].tobytes()) for word in sorted(postings)),
            )
            database.executemany("INSERT INTO grams VALUES (?, ?)", sorted(grams.items()))
            kept = {**facts, "lengths": lengths.tobytes()}
            database.executemany("INSERT INTO facts VALUES (?, ?)", kept.items())
        self._load()

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()

    def checks_with(self, words: Iterable[str]) -> dict[str, int]:
        """For each word how many checks have it; words that none has are left out."""
        rows = self._rows("SELECT word, length(checks) FROM words WHERE word IN", words)
        return {word: size // array("I").itemsize for word, size in rows}

    def checks_with_grams(self, grams: Iterable[str]) -> dict[str, int]:
        """For each piece of a word about how many checks have it."""
        known = self._grams
        return {gram: known[gram] for gram in grams if gram in known}

    def candidates(self, weights: Mapping[str, float], limit: int) -> list[int]:
        """The numbers of the checks that share the most with a query.

        Args:
            weights: How telling each word of the query is, and each that may be used for one.
            limit: How many to return at the most.

        Returns:
            The best first; of those that share as much, the ones with lower numbers.
        """
        counts = self.checks_with(weights)
        chosen: list[str] = []
        looked_at = 0
        for word in sorted(counts, key=lambda word: (counts[word] / (weights[word] or 1.0), word)):
            looked_at += counts[word]
            if chosen and looked_at > MOST_POSTINGS:
                break
            chosen.append(word)
        shared: dict[int, float] = {}
        for word, blob in self._rows("SELECT word, checks FROM words WHERE word IN", chosen):
            weight = weights[word]
            numbers = array("I")
            numbers.frombytes(blob)
            for number in numbers:
                shared[number] = shared.get(number, 0.0) + weight
        # A check's length tells little beside what it shares, and asking for it takes longer.
        least = heapq.nlargest(_WIDER * limit, shared.values())[-1:]
        some = [number for number, weight in shared.items() if weight >= least[0]]
        some.sort(key=lambda number: (-shared[number] * self._norms[number], number))
        return some[:limit]

    def _load(self) -> None:
        lengths = array("H")
        lengths.frombytes(self.fact("lengths"))
        self.total = len(lengths)
        self.mean_length = max(1.0, sum(lengths) / max(1, len(lengths)))
        with self._lock:
            self._grams = dict(self._database.execute("SELECT gram, checks FROM grams"))
        of_length = {length: bm25(1, length / self.mean_length) for length in set(lengths)}
        self._norms = array("f", map(of_length.__getitem__, lengths))

    def fact(self, name: str) -> bytes:
        """What `build` was given to keep under a name; nothing if it was not."""
        with self._lock:
            row = self._database.execute("SELECT value FROM facts WHERE name = ?", (name,))
            (value,) = row.fetchone() or (b"",)
        fact: bytes = value
        return fact

    def _rows(self, statement: str, keys: Iterable[str]) -> list[tuple[str, Any]]:
        wanted = list(keys)
        rows: list[tuple[str, Any]] = []
        with self._lock:
            for at in range(0, len(wanted), _MANY):
                some = wanted[at : at + _MANY]
                marks = ",".join("?" * len(some))
                rows += self._database.execute(f"{statement} ({marks})", some)
        return rows
