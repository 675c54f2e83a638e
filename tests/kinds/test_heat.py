"""The shades of a heat map: what is written on them can be read, and they differ."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from polling.contrast import contrast, luminance, mixed
from polling.palette import DARK, LIGHT

HEAT = (Path(__file__).parents[2] / "static" / "kinds" / "heat.css").read_text("utf-8")
SHADE = re.compile(
    r'\[data-depth="(\d)"\] \{ background: color-mix\(in srgb, var\(--hue\) (\d+)%, '
    r"var\(--(\w+)\)\); color: var\(--([\w-]+)\); \}"
)
HUES = [("accent", "on-accent"), ("muted", "paper")]
"""What a shade is of, and what is written on the deep ones. The second: what is not right."""


@pytest.mark.parametrize("hue, on_hue", HUES)
@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_counts_can_be_read_on_every_shade(
    palette: Mapping[str, str], hue: str, on_hue: str
) -> None:
    shades = SHADE.findall(HEAT)
    assert [depth for depth, *_ in shades] == ["1", "2", "3", "4", "5"]
    grounds = []
    for depth, share, ground, text in shades:
        shade = mixed(palette[ground], palette[hue], int(share) / 100)
        written = palette[on_hue if text == "on-hue" else text]
        assert contrast(shade, written) >= 7.0, f"depth {depth}: {contrast(shade, written):.2f}"
        grounds.append(luminance(shade))
    deeper = sorted(grounds, reverse=palette is LIGHT)
    assert grounds == deeper, "the more, the further from the paper"
    assert len(set(grounds)) == len(grounds)
