"""A theme as a style sheet: the same names as static/css/tokens.css, for light and for dark."""

from __future__ import annotations

from polling.themes.legibility import DARK_SCREENS, LIGHT_SCREENS, Screens, shades
from polling.themes.theme import Theme


def sheet(theme: Theme) -> str:
    """To stand behind dark.css; ?theme= (static/js/theme.js) wins over what the device prefers."""
    dark = _tokens(theme.dark, DARK_SCREENS)
    return (
        f":root {{ {_tokens(theme.light, LIGHT_SCREENS)} }}\n"
        "@media (prefers-color-scheme: dark) {\n"
        f'  :root:not([data-theme="light"]) {{ {dark} }}\n'
        "}\n"
        f':root[data-theme="dark"] {{ {dark} }}\n'
    )


def _tokens(accent: str, screens: Screens) -> str:
    made = shades(accent, screens)
    named = {"accent": made.accent, "on-accent": made.on_accent, "accent-soft": made.accent_soft}
    return " ".join(f"--{name}: {colour};" for name, colour in named.items())
