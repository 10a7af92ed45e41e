"""How colours look to people who see two of the three primaries, and how far apart they are then.

Simulation: Machado, Oliveira and Fernandes 2009, severity 1, on linear RGB. Distance: CIE 1976
L*a*b*, where 2.3 is just noticeable side by side.
"""

import itertools
import math

from textual.color import Color

Vector = tuple[float, float, float]

SIGHTS: dict[str, tuple[Vector, Vector, Vector]] = {
    "all three": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "no red": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "no green": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "no blue": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
_TO_XYZ = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))
_WHITE = (0.9505, 1.0, 1.089)


def _times(matrix: tuple[Vector, Vector, Vector], vector: Vector) -> Vector:
    a, b, c = (sum(m * v for m, v in zip(row, vector, strict=True)) for row in matrix)
    return a, b, c


def lab(color: Color, sight: str) -> Vector:
    """A colour in L*a*b*, as somebody with a kind of sight has it."""
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in color.normalized]
    seen = _times(SIGHTS[sight], (linear[0], linear[1], linear[2]))
    r, g, b = (min(1.0, max(0.0, channel)) for channel in seen)
    x, y, z = (
        math.cbrt(part) if part > 0.008856 else 7.787 * part + 16 / 116
        for part in (v / w for v, w in zip(_times(_TO_XYZ, (r, g, b)), _WHITE, strict=True))
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def nearest(colors: list[Color], sight: str) -> float:
    """The least distance between any two colours."""
    seen = [lab(color, sight) for color in colors]
    return min(math.dist(a, b) for a, b in itertools.combinations(seen, 2))
