"""Whether people can read what stands in a theme's colour, or on it (WCAG 2.2, 1.4.3 to 1.4.11).

Text needs 7 to 1 everywhere: walls are read from the last row, under lamps.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from polling.contrast import BLACK, WHITE, contrast, ink_on, mixed, nearest
from polling.errors import ThemeInvalid
from polling.languages import N_
from polling.palette import DARK, LIGHT


class Screens(NamedTuple):
    """Light or dark ones: their palette, how a ground is tinted, and which way contrast grows."""

    palette: Mapping[str, str]
    tinted: str
    tint: float
    towards: str


LIGHT_SCREENS = Screens(LIGHT, "surface", 0.06, BLACK)
DARK_SCREENS = Screens(DARK, "paper", 0.1, WHITE)


class Shades(NamedTuple):
    """What is made of an accent: what is written on it, and a ground that it tints."""

    accent: str
    on_accent: str
    accent_soft: str


class _Pair(NamedTuple):
    """The accent and what it meets: how much contrast they have and need, and how that is said."""

    ground: str
    needed: float
    message: str


def shades(accent: str, screens: Screens) -> Shades:
    soft = mixed(screens.palette[screens.tinted], accent, screens.tint)
    return Shades(accent, ink_on(accent), soft)


def refuse_illegible(accent: str, screens: Screens, field: str) -> None:
    """Raises ThemeInvalid: which pair misses what it needs, and the nearest that would do."""
    missed = _missed(accent, screens)
    if missed is None:
        return
    raise ThemeInvalid(
        missed.message,
        field=field,
        colour=accent,
        ground=missed.ground,
        found=_below(contrast(accent, missed.ground)),
        needed=missed.needed,
        nearest=nearest(accent, screens.towards, lambda each: _missed(each, screens) is None),
    )


def _missed(accent: str, screens: Screens) -> _Pair | None:
    """The first pair that has less contrast than it needs."""
    pairs = _pairs(accent, screens)
    return next((each for each in pairs if contrast(accent, each.ground) < each.needed), None)


def _pairs(accent: str, screens: Screens) -> tuple[_Pair, ...]:
    made = shades(accent, screens)
    return (
        _Pair(screens.palette["paper"], 7.0, _ON_PAPER),
        _Pair(screens.palette["surface"], 7.0, _ON_SURFACE),
        _Pair(made.accent_soft, 7.0, _ON_TINT),
        _Pair(made.on_accent, 7.0, _UNDER_LETTERS),
        _Pair(screens.palette["track"], 3.0, _ON_TRACK),
    )


_ON_PAPER = N_(
    "%(colour)s cannot be read well enough on the page (%(ground)s): the contrast is %(found)s"
    " to 1, and text needs %(needed)s to 1. The nearest colour that works is %(nearest)s."
)
_ON_SURFACE = N_(
    "%(colour)s cannot be read well enough on cards (%(ground)s): the contrast is %(found)s"
    " to 1, and text needs %(needed)s to 1. The nearest colour that works is %(nearest)s."
)
_ON_TINT = N_(
    "%(colour)s cannot be read well enough on the ground that it tints (%(ground)s): the contrast"
    " is %(found)s to 1, and text needs %(needed)s to 1. The nearest colour that works is"
    " %(nearest)s."
)
_UNDER_LETTERS = N_(
    "Neither black nor white can be read well enough on %(colour)s: the contrast is %(found)s"
    " to 1, and text needs %(needed)s to 1. The nearest colour that works is %(nearest)s."
)
_ON_TRACK = N_(
    "%(colour)s does not stand out enough from the empty part of a bar (%(ground)s): the contrast"
    " is %(found)s to 1, and %(needed)s to 1 is needed. The nearest colour that works is"
    " %(nearest)s."
)


def _below(ratio: float) -> float:
    """With two decimals, never rounded up to what would have been enough."""
    return int(ratio * 100) / 100
