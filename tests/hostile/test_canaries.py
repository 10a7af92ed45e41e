"""The detector finds what it is for, so that its silence means something."""

import pytest

from tests.hostile.canaries import BIDI, MARKUP, SEQUENCES, controls, leaks
from workbench.text.cleaning import clean


@pytest.mark.parametrize("sequence", [*SEQUENCES, *BIDI])
def test_a_sequence_that_gets_through_is_found(sequence):
    raw = f"\x1b[1;1H\x1b[38;2;1;2;3mwords {sequence} words\x1b[0m".encode()
    assert leaks(raw)
    assert controls(sequence)


@pytest.mark.parametrize("text", [*map(clean, (*SEQUENCES, *BIDI)), *MARKUP])
def test_text_made_visible_is_no_leak(text):
    assert (
        leaks(f"\x1b[?1049h\x1b]2;workbench\x07\x1b[777X{text}".replace("777X", "1m").encode())
        == []
    )
    assert controls(text) == []
