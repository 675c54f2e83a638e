"""Colours as people see them who see fewer.

The matrices are those of G. M. Machado, M. M. Oliveira and L. A. F. Fernandes, "A Physiologically-
based Model for Simulation of Color Vision Deficiency", IEEE Transactions on Visualization and
Computer Graphics 15(6), 2009, for a severity of 1: nothing is left of one kind of cones. They are
applied to linear light. The authors call their tritanopia a coarse approximation.

How far two colours are from each other is measured in OKLab (CSS Color 4, deltaEOK), where 0.02 is
the least that anybody notices when the two lie side by side.
"""

from __future__ import annotations

import math
from operator import mul

from polling.contrast import linear

JUST_NOTICEABLE = 0.02

Matrix = tuple[tuple[float, float, float], ...]

EYES: dict[str, Matrix] = {
    "all cones": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
GREY: Matrix = ((0.2126, 0.7152, 0.0722),) * 3
"""No colour at all: a photocopy, a worn-out projector, achromatopsia."""

_CONES: Matrix = (
    (0.4122214708, 0.5363325363, 0.0514459929),
    (0.2119034982, 0.6806995451, 0.1073969566),
    (0.0883024619, 0.2817188376, 0.6299787005),
)
_OKLAB: Matrix = (
    (0.2104542553, 0.7936177850, -0.0040720468),
    (1.9779984951, -2.4285922050, 0.4505937099),
    (0.0259040371, 0.7827717662, -0.8086757660),
)


def distance(one: str, other: str, eyes: Matrix) -> float:
    """How far two colours, written #rrggbb, are from each other for these eyes."""
    return math.dist(_oklab(one, eyes), _oklab(other, eyes))


def _oklab(colour: str, eyes: Matrix) -> tuple[float, ...]:
    seen = tuple(min(1.0, max(0.0, part)) for part in _times(eyes, linear(colour)))
    return _times(_OKLAB, tuple(math.cbrt(part) for part in _times(_CONES, seen)))


def _times(matrix: Matrix, vector: tuple[float, ...]) -> tuple[float, ...]:
    return tuple(sum(map(mul, row, vector)) for row in matrix)
