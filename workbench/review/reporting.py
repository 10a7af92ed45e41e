"""How opening a case tells how far it is."""

from __future__ import annotations

from collections.abc import Callable

Report = Callable[[str, int, int], None]
"""Told what is being done ("reading", "matching", "records"), how much is done, and of how much."""


def tell_nobody(stage: str, done: int, total: int) -> None:
    """A report that nobody reads."""
    del stage, done, total
