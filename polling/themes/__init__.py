"""Themes: a name, a logo and two colours that an authority gives its screens (docs/themes.md)."""

from polling.themes.file import LARGEST_FILE, as_data, as_file, from_data, from_file
from polling.themes.legibility import DARK_SCREENS, LIGHT_SCREENS, Screens, Shades, shades
from polling.themes.sheet import sheet
from polling.themes.theme import LONGEST_NAME, Theme, logo_of, new_theme

__all__ = [
    "DARK_SCREENS",
    "LARGEST_FILE",
    "LIGHT_SCREENS",
    "LONGEST_NAME",
    "Screens",
    "Shades",
    "Theme",
    "as_data",
    "as_file",
    "from_data",
    "from_file",
    "logo_of",
    "new_theme",
    "shades",
    "sheet",
]
