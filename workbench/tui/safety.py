"""The second wall against control characters: whatever reaches a line is stopped here.

Articles, records and names are cleaned where they are read (`workbench.text.cleaning`). Text pasted
into a field is not, and neither Rich nor Textual takes out ESC, C1 controls or bidi overrides.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style
from textual.filter import LineFilter

from workbench.text.cleaning import clean

if TYPE_CHECKING:
    from textual.color import Color


_PLAIN = Style.null()


class SafeText(LineFilter):
    """Replaces each character that a terminal might act upon by a visible one."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The same segments, safe to write; each styled, or Textual's filter for NO_COLOR fails."""
        safe: list[Segment] = []
        for segment in segments:
            text, style, control = segment
            if style is None and not control:
                segment = Segment(text, _PLAIN)
                style = _PLAIN
            if control or (text.isascii() and text.isprintable()):
                safe.append(segment)
                continue
            cleaned = clean(text)
            safe.append(segment if cleaned is text else Segment(cleaned, style, control))
        return safe
