"""The shades of scales: what is written on them can be read from the last row, in both themes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from polling.contrast import contrast, mixed
from polling.palette import DARK, LIGHT

SHEET = (Path(__file__).parents[2] / "static" / "kinds" / "scale.css").read_text("utf-8")


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_numbers_on_every_shade_of_a_scale_can_be_read(palette: dict[str, str]) -> None:
    light = [int(share) / 100 for share in re.findall(r"\{ --depth: (\d+)%; \}", SHEET)]
    deepest = re.search(r"--hue\) (\d+)%, var\(--ink\)\)", SHEET)
    assert len(light) == 4
    assert light == sorted(light)
    assert deepest
    for hue in ("o1", "o2"):
        for share in light:
            assert contrast(palette["ink"], mixed(palette[hue], palette["paper"], 1 - share)) >= 7
        deep = mixed(palette[hue], palette["ink"], 1 - int(deepest[1]) / 100)
        assert contrast(palette["paper"], deep) >= 7
    assert contrast(palette["ink"], palette["track"]) >= 7
    assert contrast(palette["on-night"], palette["night"]) >= 7
