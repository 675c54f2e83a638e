"""One theme, as it is kept."""

from __future__ import annotations

import re
import secrets
from dataclasses import dataclass

from polling.errors import ThemeInvalid
from polling.languages import N_
from polling.pictures import Picture, picture
from polling.themes.legibility import DARK_SCREENS, LIGHT_SCREENS, refuse_illegible

LONGEST_NAME = 60
LONGEST_SIDE_OF_LOGO = 640
"""Pixels: what it has beside a QR code on a wall of 4K, and few enough for a phone."""

_COLOUR = re.compile(r"#[0-9a-f]{6}")


@dataclass(frozen=True, slots=True)
class Theme:
    """A name, an accent for light and one for dark screens, written #rrggbb, and a logo.

    It never changes, so that browsers keep what is made of it; its id is 64 random bits.
    """

    id: str
    name: str
    light: str
    dark: str
    logo: Picture | None = None

    @property
    def sheet_address(self) -> str:
        return f"/themes/{self.id}.css"

    @property
    def logo_address(self) -> str | None:
        return f"/themes/{self.id}.webp" if self.logo else None


def logo_of(sent: bytes) -> Picture:
    """Raises ImageTooLarge, ImageTooManyPixels, ImageUnreadable. It takes a while: not to be
    called in the event loop."""
    return picture(sent, LONGEST_SIDE_OF_LOGO)


def new_theme(name: str, light: str, dark: str, logo: Picture | None = None) -> Theme:
    """Raises ThemeInvalid, whose details name the field."""
    theme = Theme(
        id=secrets.token_hex(8),
        name=_name(name),
        light=_colour(light, "light"),
        dark=_colour(dark, "dark"),
        logo=logo,
    )
    refuse_illegible(theme.light, LIGHT_SCREENS, "light")
    refuse_illegible(theme.dark, DARK_SCREENS, "dark")
    return theme


def _name(text: str) -> str:
    name = " ".join(text.split())
    if not 0 < len(name) <= LONGEST_NAME or not name.isprintable():
        raise ThemeInvalid(
            N_("A name of 1 to %(most)s characters is needed."), field="name", most=LONGEST_NAME
        )
    return name


def _colour(text: str, field: str) -> str:
    colour = text.strip().lower()
    if not _COLOUR.fullmatch(colour):
        raise ThemeInvalid(N_("A colour is written as # and six digits from 0 to F."), field=field)
    return colour
