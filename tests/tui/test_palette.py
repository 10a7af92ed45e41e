"""Colours can be told from their ground on every theme."""

import dataclasses

import pytest
from rich.style import Style
from textual.color import Color
from textual.theme import BUILTIN_THEMES

from workbench.tui.palette import (
    WORKBENCH_DARK,
    WORKBENCH_LIGHT,
    contrast,
    palette_of,
    readable,
)

THEMES = [WORKBENCH_DARK, WORKBENCH_LIGHT, *(t for t in BUILTIN_THEMES.values() if not t.ansi)]
NOT_TO_BE_READ = {"faint", "bar_faint", "bar_off"}


def styles_of(palette):
    for field in dataclasses.fields(palette):
        value = getattr(palette, field.name)
        if field.name in NOT_TO_BE_READ or field.name == "ratio":
            continue
        for style in value if isinstance(value, tuple) else (value,):
            yield field.name, style


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_text_stands_out_from_its_ground(theme):
    for name, style in styles_of(palette_of(theme)):
        assert isinstance(style, Style)
        ratio = contrast(Color.from_rich_color(style.color), Color.from_rich_color(style.bgcolor))
        assert ratio >= 4.5, f"{name}: {ratio:.2f}"


def test_contrast_is_that_of_the_guidelines():
    assert contrast(Color(0, 0, 0), Color(255, 255, 255)) == pytest.approx(21)
    assert contrast(Color(119, 119, 119), Color(255, 255, 255)) == pytest.approx(4.48, abs=0.01)


def test_a_readable_colour_is_left_alone():
    assert readable(Color(255, 255, 255), Color(0, 0, 0)) == Color(255, 255, 255)
