"""The harbour case, written anew for every test."""

from pathlib import Path

import pytest

from tests.review.making import write_case


@pytest.fixture
def harbour(tmp_path: Path) -> Path:
    return write_case(tmp_path / "harbour")
