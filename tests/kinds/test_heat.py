"""The shades of a heat map: what is written on them can be read, and they differ."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.test_colours import colours, luminance

HEAT = (Path(__file__).parents[2] / "static" / "kinds" / "heat.css").read_text("utf-8")
SHADE = re.compile(
    r'\[data-depth="(\d)"\] \{ background: color-mix\(in srgb, var\(--hue\) (\d+)%, '
    r"var\(--(\w+)\)\); color: var\(--([\w-]+)\); \}"
)
HUES = [("accent", "on-accent"), ("muted", "paper")]
"""What a shade is of, and what is written on the deep ones. The second: what is not right."""


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def mixed(one: str, share: int, other: str) -> str:
    """CSS color-mix in sRGB."""
    parts = ((int(one[n : n + 2], 16), int(other[n : n + 2], 16)) for n in (0, 2, 4))
    return "".join(f"{round((a * share + b * (100 - share)) / 100):02x}" for a, b in parts)


@pytest.mark.parametrize("hue, on_hue", HUES)
@pytest.mark.parametrize(
    "files", [("tokens.css",), ("tokens.css", "dark.css")], ids=["light", "dark"]
)
def test_counts_can_be_read_on_every_shade(files: tuple[str, ...], hue: str, on_hue: str) -> None:
    theme = colours(*files)
    shades = SHADE.findall(HEAT)
    assert [depth for depth, *_ in shades] == ["1", "2", "3", "4", "5"]
    grounds = []
    for depth, share, ground, text in shades:
        shade = mixed(theme[hue], int(share), theme[ground])
        written = theme[on_hue if text == "on-hue" else text]
        assert contrast(shade, written) >= 7.0, f"depth {depth}: {contrast(shade, written):.2f}"
        grounds.append(luminance(shade))
    deeper = sorted(grounds, reverse=files == ("tokens.css",))
    assert grounds == deeper, "the more, the further from the paper"
    assert len(set(grounds)) == len(grounds)
