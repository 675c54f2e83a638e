"""Every pair of colours that screens lay on each other can be read, in both themes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

CSS = Path(__file__).parents[1] / "static" / "css"
OPTIONS = [f"o{number}" for number in range(1, 9)]
TEXT = ["ink", "muted", "accent", "good", "warn", "danger"]
PAIRS = [
    *((text, ground, 7.0) for text in TEXT for ground in ("paper", "surface")),
    *((tone, f"{tone}-soft", 7.0) for tone in ("accent", "good", "warn", "danger")),
    ("on-accent", "accent", 7.0),
    ("on-danger", "danger", 7.0),
    ("paper", "good", 7.0),
    *((option, "paper", 4.0) for option in OPTIONS),
    *((option, "track", 3.0) for option in OPTIONS),
    *(("edge", ground, 3.0) for ground in ("paper", "surface", "track")),
]


def colours(*files: str) -> dict[str, str]:
    text = "".join((CSS / file).read_text() for file in files)
    return dict(re.findall(r"--([\w-]+): #([0-9a-f]{6});", text))


def luminance(colour: str) -> float:
    """WCAG 2.2, relative luminance."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize(
    "files", [("tokens.css",), ("tokens.css", "dark.css")], ids=["light", "dark"]
)
def test_what_is_written_can_be_read(files: tuple[str, ...]) -> None:
    theme = colours(*files)
    for above, below, needed in PAIRS:
        lighter, darker = sorted((luminance(theme[above]), luminance(theme[below])), reverse=True)
        contrast = (lighter + 0.05) / (darker + 0.05)
        assert contrast >= needed, f"{above} on {below}: {contrast:.2f}, needs {needed}"
