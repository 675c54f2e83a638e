"""Whether one colour can be read on another: WCAG 2.2, relative luminance and contrast ratio."""

from __future__ import annotations

from collections.abc import Callable

BLACK, WHITE = "#000000", "#ffffff"

_STEPS = 200


def contrast(one: str, other: str) -> float:
    """From 1 to 21, of two colours written #rrggbb."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    """From 0, black, to 1, white."""
    red, green, blue = linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def linear(colour: str) -> tuple[float, float, float]:
    """The light of the three primaries, each from 0 to 1 (IEC 61966-2-1, sRGB)."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (value / 255 for value in _parts(colour))
    )
    return red, green, blue


def mixed(colour: str, other: str, share: float) -> str:
    """`colour` with a share of `other`, from 0 to 1, as painters of screens mix them."""
    pairs = zip(_parts(colour), _parts(other), strict=True)
    return "#" + "".join(f"{round(one + (two - one) * share):02x}" for one, two in pairs)


def ink_on(colour: str) -> str:
    """Black or white, whichever is read better on `colour`."""
    return max(BLACK, WHITE, key=lambda ink: contrast(ink, colour))


def nearest(colour: str, towards: str, will_do: Callable[[str], bool]) -> str:
    """The first colour on the way from `colour` to black or white that will do."""
    steps = (mixed(colour, towards, step / _STEPS) for step in range(_STEPS))
    return next((each for each in steps if will_do(each)), towards)


def _parts(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
