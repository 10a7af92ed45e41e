"""Colours: every style that the screen paints with, made from the theme in use.

Colour never carries a meaning alone: conflicts have a glyph, claims a number and an underline, the
current claim a bar in the gutter. Each foreground is pushed from its ground until the contrast is
at least 4.5 : 1 (WCAG 2.2, criterion 1.4.3), or 7 : 1 in the high-contrast theme (1.4.6), so a
theme that we have not seen is readable too. The claims' hues are far enough apart for people
who see two of the three primaries.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from rich.style import Style
from textual.color import Color
from textual.theme import Theme

WORKBENCH_DARK = Theme(
    name="workbench-dark",
    dark=True,
    background="#0f1418",
    surface="#161c22",
    panel="#1b232b",
    foreground="#d3d9df",
    primary="#e0a44a",
    secondary="#5ab8b0",
    accent="#e0a44a",
    warning="#f0a05a",
    error="#ff7b6b",
    success="#93c47d",
    boost="#ffffff",
)
WORKBENCH_LIGHT = Theme(
    name="workbench-light",
    dark=False,
    background="#fbfaf6",
    surface="#f2f0ea",
    panel="#e9e6dd",
    foreground="#24292e",
    primary="#8a5200",
    secondary="#00686b",
    accent="#8a5200",
    warning="#9a4300",
    error="#b3261e",
    success="#2f6b1f",
    boost="#000000",
)

WORKBENCH_CONTRAST = Theme(
    name="workbench-contrast",
    dark=True,
    background="#000000",
    surface="#000000",
    panel="#141414",
    foreground="#ffffff",
    primary="#ffd75f",
    secondary="#7fffd4",
    accent="#ffd75f",
    warning="#ffaf5f",
    error="#ff8787",
    success="#87ff87",
    boost="#ffffff",
)
OWN_THEMES = (WORKBENCH_DARK, WORKBENCH_LIGHT, WORKBENCH_CONTRAST)

_HUES_ON_DARK = ("#89d3a8", "#ba6c96", "#7f88e3", "#f0acea", "#9a9b57")
_HUES_ON_LIGHT = ("#3a5aea", "#676e26", "#954882", "#13432d", "#5b1f87")
_HUES_ANSI = ("cyan", "magenta", "green", "blue", "bright_magenta")
_AA, _AAA = 4.5, 7.0


@dataclass(frozen=True, slots=True)
class Palette:
    """Rich styles with their grounds, ready to paint.

    Attributes:
        text: Running text of an article.
        heading: A heading in an article.
        muted: What is only there to be found.
        faint: Rules and blank parts; never text that must be read.
        accent: The one warm colour: keys, the current claim's number.
        chip: Accent reversed: the name of the program, the current claim's number in the text.
        letter: An article's letter.
        letter_active: The letter of the column that the keys act on.
        current: The current claim in a column.
        current_lit: Words in it that tell the articles apart.
        current_conflict: Words in it that contradict another article.
        cursor: The sentence that the keys act on, where it is not in the current claim.
        lit: Words that tell the articles apart, in the strip below.
        conflict: Red: contradictions.
        differs: Orange: differences in detail.
        agrees: Agreement.
        good: Saved, reviewed.
        hit: A search hit.
        bar: The ground of the bars at top and bottom.
        bar_muted: Quiet text on a bar.
        bar_off: A key that cannot act now.
        side: The ground of the claim list and of the strip below.
        side_muted: Quiet text on it.
        side_strong: Strong text on it.
        selected: The current row of the claim list.
        map_view: The part of the map at a column's edge that is in view.
        map_conflict: A contradiction on that map.
        map_hit: What a search found, on that map.
        hues: One foreground per claim, taken in turn by its number.
        ratio: The least contrast of text with its ground.
    """

    text: Style
    heading: Style
    muted: Style
    faint: Style
    accent: Style
    chip: Style
    letter: Style
    letter_active: Style
    current: Style
    current_lit: Style
    current_conflict: Style
    cursor: Style
    lit: Style
    conflict: Style
    conflict_chip: Style
    differs: Style
    agrees: Style
    good: Style
    hit: Style
    bar: Style
    bar_muted: Style
    bar_strong: Style
    bar_accent: Style
    bar_faint: Style
    bar_off: Style
    side: Style
    side_muted: Style
    side_strong: Style
    selected: Style
    selected_muted: Style
    map_view: Style
    map_conflict: Style
    map_hit: Style
    hues: tuple[Style, ...]
    ratio: float

    def hue(self, number: int) -> Style:
        """The colour of a claim by its number on the screen, which starts at 1."""
        return self.hues[(number - 1) % len(self.hues)]

    def over(self, style: Style, ground: Style) -> Style:
        """A style on the ground of another, and still told from it."""
        return _over(style, ground, self.ratio)


def contrast(first: Color, second: Color) -> float:
    """The WCAG 2.2 contrast ratio of two opaque colours, 1 to 21."""

    def luminance(color: Color) -> float:
        channels = (
            c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in color.normalized
        )
        red, green, blue = channels
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    dark, light = sorted((luminance(first), luminance(second)))
    return (light + 0.05) / (dark + 0.05)


def readable(color: Color, ground: Color, ratio: float = _AA) -> Color:
    """The colour, pushed towards white or black until it stands out from its ground."""
    pole = Color(255, 255, 255) if contrast(ground, Color(255, 255, 255)) > 4.6 else Color(0, 0, 0)
    for step in range(21):
        candidate = color.blend(pole, step / 20)
        if contrast(candidate, ground) >= ratio:
            return candidate
    return pole


@lru_cache(maxsize=512)
def _over(style: Style, ground: Style, ratio: float) -> Style:
    placed = style + ground.background_style
    if style.color is None or ground.bgcolor is None or not ground.bgcolor.triplet:
        return placed  # The terminal's own colours: nobody knows what they look like.
    behind = Color.from_rich_color(ground.bgcolor)
    color = readable(Color.from_rich_color(style.color), behind, ratio)
    return placed + Style(color=color.rich_color)


def css_variables(theme: Theme) -> dict[str, str]:
    """Textual's own names for colours of text in dialogs, readable on each ground that we use.

    Textual mixes most of them with the ground, whatever contrast is left then.
    """
    if theme.ansi:
        return {"focus": "ansi_default"}
    generated = theme.to_color_system().generate()
    named = ("primary", "secondary", "accent", "success", "warning", "error")
    color = {
        name: Color.parse(generated[name]) for name in (*named, "surface", "panel", "foreground")
    }
    focus = color["surface"].blend(color["accent"], 0.18)
    grounds = [color["surface"], color["panel"], focus]

    def on_all(wanted: Color) -> str:
        for ground in grounds * 2:  # Twice: what suits the last may not suit the first.
            wanted = readable(wanted, ground, _ratio(theme))
        return wanted.hex

    selection = color["surface"].blend(color["accent"], 0.35)
    text = on_all(color["foreground"])
    return {
        "foreground": text,
        "input-cursor-background": text,
        "input-cursor-foreground": color["surface"].hex,
        "focus": focus.hex,
        # The line of the palette that Enter takes.
        "block-cursor-blurred-background": focus.hex,
        "block-cursor-blurred-foreground": text,
        "text-muted": on_all(color["foreground"].blend(color["panel"], 0.42)),
        "text-disabled": on_all(color["foreground"].blend(color["panel"], 0.42)),
        **{f"text-{name}": on_all(color[name]) for name in named},
        "input-selection-background": selection.hex,
        "input-selection-foreground": readable(color["foreground"], selection, 7.0).hex,
    }


def _ratio(theme: Theme) -> float:
    return _AAA if theme.name == WORKBENCH_CONTRAST.name else _AA


def palette_of(theme: Theme) -> Palette:
    """The palette for a theme: one of ours, of Textual's, or a user's."""
    return _ansi_palette() if theme.ansi else _true_colour_palette(theme)


def _true_colour_palette(theme: Theme) -> Palette:
    generated = theme.to_color_system().generate()
    ground = Color.parse(generated["background"])
    surface = Color.parse(generated["surface"])
    panel = Color.parse(generated["panel"])
    text = Color.parse(generated["foreground"])
    accent = Color.parse(generated["accent"])
    error = Color.parse(generated["error"])
    warning = Color.parse(generated["warning"])
    success = Color.parse(generated["success"])
    lit = Color.parse(generated["secondary"])
    high = theme.name == WORKBENCH_CONTRAST.name
    amber = ground.blend(accent, 0.24 if theme.dark else 0.22)
    amber_strong = ground.blend(accent, 0.36 if high else 0.45)
    alarm = ground.blend(error, 0.45 if high else 0.62 if theme.dark else 0.3)
    warned = surface.blend(error, 0.42 if high else 0.5)
    cursor = ground.blend(text, 0.12)
    chosen = surface.blend(accent, 0.16)
    strong = Color(255, 255, 255) if theme.dark else Color(0, 0, 0)
    ratio = _ratio(theme)

    def on(color: Color, behind: Color, **attributes: bool) -> Style:
        return Style(
            color=readable(color, behind, ratio).rich_color,
            bgcolor=behind.rich_color,
            **attributes,  # type: ignore[arg-type]
        )

    def quiet(behind: Color) -> Style:
        return on(text.blend(behind, 0.42), behind)

    hues = _HUES_ON_DARK if theme.dark else _HUES_ON_LIGHT
    return Palette(
        text=on(text, ground),
        heading=on(strong, ground, bold=True),
        muted=quiet(ground),
        faint=Style(color=ground.blend(text, 0.22).rich_color, bgcolor=ground.rich_color),
        accent=on(accent, ground, bold=True),
        chip=on(ground, accent, bold=True),
        letter=on(ground, text.blend(ground, 0.25), bold=True),
        letter_active=on(ground, accent, bold=True),
        current=on(strong, amber, bold=True),
        current_lit=on(strong, amber_strong, bold=True, underline=True),
        current_conflict=on(strong, alarm, bold=True, underline=True),
        cursor=on(text, cursor),
        lit=on(lit, surface, underline=True),
        conflict=on(error, surface, bold=True),
        conflict_chip=on(strong, warned, bold=True, underline=True),
        differs=on(warning, surface, bold=True),
        agrees=quiet(surface),
        good=on(success, surface),
        hit=on(ground, lit, bold=True, underline=True),
        bar=on(text, panel),
        bar_muted=quiet(panel),
        bar_strong=on(strong, panel, bold=True),
        bar_accent=on(accent, panel, bold=True),
        bar_faint=Style(color=panel.blend(text, 0.3).rich_color, bgcolor=panel.rich_color),
        bar_off=Style(
            color=readable(panel.blend(text, 0.3), panel, 3.0).rich_color,
            bgcolor=panel.rich_color,
        ),
        side=on(text, surface),
        side_muted=quiet(surface),
        side_strong=on(strong, surface, bold=True),
        selected=on(strong, chosen, bold=True),
        selected_muted=quiet(chosen),
        map_view=on(text, cursor),
        map_conflict=on(error, ground, bold=True),
        map_hit=on(lit, ground, bold=True),
        hues=tuple(on(Color.parse(hue), ground) for hue in hues),
        ratio=ratio,
    )


def _ansi_palette() -> Palette:
    """The terminal's own sixteen colours, whatever they look like there."""

    def style(definition: str) -> Style:
        return Style.parse(f"{definition} on default" if " on " not in definition else definition)

    text, strong, quiet = style("default"), style("bold default"), style("bright_black")
    return Palette(
        text=text,
        heading=strong,
        muted=quiet,
        faint=quiet,
        accent=style("bold yellow"),
        chip=style("bold black on yellow"),
        letter=style("bold reverse default"),
        letter_active=style("bold black on yellow"),
        current=style("bold reverse default"),
        current_lit=style("bold underline black on yellow"),
        current_conflict=style("bold underline white on red"),
        cursor=style("underline2 default"),
        lit=style("underline cyan"),
        conflict=style("bold red"),
        conflict_chip=style("bold underline white on red"),
        differs=style("bold yellow"),
        agrees=quiet,
        good=style("green"),
        hit=style("bold underline black on cyan"),
        bar=text,
        bar_muted=quiet,
        bar_strong=strong,
        bar_accent=style("bold yellow"),
        bar_faint=quiet,
        bar_off=quiet,
        side=text,
        side_muted=quiet,
        side_strong=strong,
        selected=style("bold reverse default"),
        selected_muted=style("reverse default"),
        map_view=text,
        map_conflict=style("bold red"),
        map_hit=style("bold cyan"),
        hues=tuple(style(hue) for hue in _HUES_ANSI),
        ratio=_AA,
    )
