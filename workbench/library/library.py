"""Has this been checked before? All earlier checks that a case can reach, and the search in them.

Three kinds of places hold checks: the case that is open, other cases, and folders filled from feeds
by `workbench import`. A search asks all of them, weighs words by how rare they are in all of them
together, and shows the likest first.

    library = Library.of(session.case)            # some seconds when a large folder is new to it
    for found in earlier_checks(library, session, claim, limit=10):    # `library.asking`
        print(found.check.rating, found.check.claim)
"""

from __future__ import annotations

import os
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from platformdirs import user_cache_path

from workbench.library.cases import CaseShelf
from workbench.library.check import Found, searched_text
from workbench.library.index import rarity
from workbench.library.ranking import Offered, rank
from workbench.library.related import LIKENESS, related
from workbench.library.shelf import Shelf
from workbench.library.terms import signed_by, terms_of
from workbench.matching.weights import background_weight
from workbench.review.config import CONFIG_NAME, load_config
from workbench.review.errors import CaseError
from workbench.review.reporting import tell_nobody
from workbench.text.cleaning import clean_line

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

    from workbench.library.index import Index
    from workbench.review.case import Case
    from workbench.review.reporting import Report

_OFFERED = 50
"""Checks of each place that are compared closely."""

_LEAST = 0.03
"""Likeness below which a check shares a word or two by chance."""

_AROUND = 0.3
"""What the sentences around a claim count beside the claim itself."""

_RARE_HERE, _RARE_IN_NEWS = 0.7, 0.6
_SIGNATURE = 0.7
"""Weight of a word that only a post's signature has: its author may be whom a check is about."""

_USUAL_VERDICTS = "verdicts"


class Library:
    """Earlier checks from several places, ready to be searched from any thread.

    Attributes:
        problems: One sentence each on what could not be read, safe to show.
    """

    def __init__(self, places: Sequence[Shelf | CaseShelf], problems: Iterable[str] = ()) -> None:
        self._places = places
        own = (problem for place in places for problem in place.problems)
        self.problems = (*problems, *own)

    @classmethod
    def of(
        cls,
        case: Case | None,
        folders: Iterable[Path] = (),
        *,
        cache: Path | None = None,
        report: Report = tell_nobody,
    ) -> Library:
        """The library of a case: its own verdicts and the folders that its settings name.

        Args:
            case: The case that is open, if one is.
            folders: Further folders, of checks or of cases.
            cache: Where indexes are kept, if not in the user's cache folder.
            report: Told "indexing", how many bytes are done, and of how many, where a folder of
                checks is new or has changed.
        """
        kept = cache or user_cache_path("workbench") / "libraries"
        places: list[Shelf | CaseShelf] = []
        problems: list[str] = []
        if case is not None:
            places.append(CaseShelf(case.root, case.verdicts_dir, is_open=True))
        named = (*(case.libraries if case is not None else ()), *folders)
        for folder in dict.fromkeys(Path(os.path.normpath(one.absolute())) for one in named):
            if not is_case(folder):
                places.append(Shelf(folder, kept, report))
                continue
            try:
                config = load_config(folder)
            except CaseError as error:
                problems.append(f"{clean_line(str(folder))}: {error}")
                continue
            verdicts = folder / (config.verdicts or _USUAL_VERDICTS)
            if case is None or verdicts.resolve() != case.verdicts_dir.resolve():
                blind = config.blind_second
                places.append(CaseShelf(folder, verdicts, is_open=False, blind_second=blind))
        return cls(places, problems)

    @property
    def size(self) -> int:
        """How many checks there are."""
        return sum(place.current().index.total for place in self._places)

    def search(
        self,
        text: str,
        limit: int = 10,
        *,
        around: str = "",
        without: Collection[str] = (),
        reviewer: str = "",
        reads_blind: bool = False,
    ) -> tuple[Found, ...]:
        """The earlier checks that are most like a text, the likest first.

        Args:
            text: A claim, a headline, a post. Untrusted, of any length; the first 4,000 code
                points count.
            limit: How many to return at the most.
            around: The sentences that the text stands between: they tell what "it" and "they" are.
            without: Claims of the open case, by id, whose own verdicts are left out.
            reviewer: Who searches; a verdict that they are to read after their own is left out.
            reads_blind: Whether they read the open case blind.

        Returns:
            None that shares too little to be worth reading, and no check twice.
        """
        asked = [(text, Offered.of(text), 1.0)]
        if not asked[0][1].terms:
            return ()
        if around:
            asked.append((around, Offered.of(around), _AROUND))
        places = [place.current() for place in self._places]
        indexes = [place.index for place in places]
        total = sum(index.total for index in indexes)
        mean = sum(index.total * index.mean_length for index in indexes) / max(1, total)
        weights = [_weights(said, query, indexes, total) for said, query, _ in asked]
        wider = [_widened(words) for words in weights]
        checks = [
            check
            for place in places
            for number in _offered(place.index, wider)
            if (check := place.check(number)) is not None
            if not (check.claim_id and check.claim_id in without)
            if not check.is_kept_from(reviewer, reads_blind=reads_blind)
        ]
        offered = [Offered.of(searched_text(check)) for check in checks]
        compared = (*offered, *(query for _, query, _ in asked))
        grams = frozenset[str]().union(*(one.pieces for one in compared))
        pieces = _telling(grams, [index.checks_with_grams for index in indexes], total)
        scores = [0.0] * len(checks)
        for (_, query, share), words in zip(asked, weights, strict=True):
            ranked = rank(query, offered, words, pieces, max(1.0, mean))
            scores = [score + share * more for score, more in zip(scores, ranked, strict=True)]
        best = sorted(zip(checks, scores, strict=True), key=lambda one: -one[1])
        found: dict[tuple[str, str, str], Found] = {}
        for check, score in best:
            if score >= _LEAST and len(found) < limit:
                key = check.url or check.place, check.claim, check.rating
                found.setdefault(key, Found(check, min(1.0, score)))
        return tuple(found.values())


def _offered(index: Index, queries: Iterable[Mapping[str, float]]) -> Iterable[int]:
    """The checks of a place that are compared closely, each once."""
    return dict.fromkeys(chain.from_iterable(index.candidates(q, _OFFERED) for q in queries))


def _weights(text: str, query: Offered, indexes: Sequence[Index], total: int) -> dict[str, float]:
    """How telling each word of a query is."""
    words = _telling(query.terms.keys(), [index.checks_with for index in indexes], total)
    return _weighed(words, text)


def _widened(words: Mapping[str, float]) -> dict[str, float]:
    """The words with those that may be used for them, which tell less."""
    wider: dict[str, float] = {}
    for word, weight in words.items():
        for other in related(word):
            wider[other] = max(wider.get(other, 0.0), LIKENESS * weight)
    return wider | dict(words)


def _telling(
    found: Collection[str],
    lookups: Iterable[Callable[[Collection[str]], dict[str, int]]],
    total: int,
) -> dict[str, float]:
    """How telling each word, or piece of one, is in all places together."""
    counts = (look_up(found) for look_up in lookups)
    first: dict[str, int] = next(counts, {})
    for more in counts:
        for word, count in more.items():
            first[word] = first.get(word, 0) + count
    # A piece is in a check as often as in its words, which may be more often than there are checks.
    return {word: rarity(min(first.get(word, 0), total), total) for word in found}


def _weighed(words: dict[str, float], text: str) -> dict[str, float]:
    """Rarity in the library, tempered by rarity in the news; less for who posted it and when."""
    signature = signed_by(text)
    body = frozenset(terms_of(text.replace(signature, " "))) if signature else words.keys()
    return {
        word: rare**_RARE_HERE
        * background_weight(word) ** _RARE_IN_NEWS
        * (1.0 if word in body else _SIGNATURE)
        for word, rare in words.items()
    }


def is_case(folder: Path) -> bool:
    """Whether a folder holds a case, not a library's files."""
    return (folder / _USUAL_VERDICTS).is_dir() or (folder / CONFIG_NAME).is_file()
