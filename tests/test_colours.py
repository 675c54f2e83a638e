"""Every pair of colours that screens lay on each other can be read, and every option told from the
others, in both themes, also by those who see fewer colours or none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations, pairwise
from pathlib import Path

import pytest

from polling.contrast import contrast, mixed
from polling.palette import DARK, LIGHT
from tests.eyes import EYES, GREY, JUST_NOTICEABLE, Matrix, distance

STATIC = Path(__file__).parents[1] / "static"
OPTIONS = [f"o{number}" for number in range(1, 9)]
TEXT = ["ink", "muted", "accent", "good", "warn", "danger"]
PAIRS = [
    *((text, ground, 7.0) for text in TEXT for ground in ("paper", "surface")),
    *((tone, f"{tone}-soft", 7.0) for tone in ("accent", "good", "warn", "danger")),
    ("on-accent", "accent", 7.0),
    ("paper", "good", 7.0),
    *((option, "paper", 4.5) for option in OPTIONS),
    *((option, "track", 3.0) for option in OPTIONS),
    *(("edge", ground, 3.0) for ground in ("paper", "surface", "track")),
]
"""Text; letters in marks; bars and edges. A wrong bar is hatched: edge on track, its mark muted."""

Palette = Mapping[str, str]


@pytest.fixture(params=[LIGHT, DARK], ids=["light", "dark"])
def palette(request: pytest.FixtureRequest) -> Palette:
    found: Palette = request.param
    return found


def test_what_is_written_can_be_read(palette: Palette) -> None:
    for above, below, needed in PAIRS:
        found = contrast(palette[above], palette[below])
        assert found >= needed, f"{above} on {below}: {found:.2f}, needs {needed}"


@pytest.mark.parametrize("eyes", EYES.values(), ids=EYES)
def test_every_option_has_a_colour_of_its_own(palette: Palette, eyes: Matrix) -> None:
    """For those without one kind of cones too: all three times as far apart as can just be seen,
    neighbours on the wall five times. Letter and shape tell them apart where colour does not."""
    options = [palette[option] for option in OPTIONS]
    assert closest(combinations(options, 2), eyes) >= 3 * JUST_NOTICEABLE
    assert closest(pairwise(options), eyes) >= 5 * JUST_NOTICEABLE


def test_neighbours_differ_where_there_is_no_colour(palette: Palette) -> None:
    """Eight greys cannot all be told apart and be read on the same paper: neighbours are."""
    assert closest(pairwise(palette[option] for option in OPTIONS), GREY) > JUST_NOTICEABLE


def test_a_bar_stands_out_where_there_is_no_colour(palette: Palette) -> None:
    """Contrast is about light alone, so it holds in grey. What a bar fills is told from what it
    does not, voted, greyed, or hatched: of a hatching the eye sees the mean as well."""
    for bar in (*OPTIONS, "muted"):
        assert distance(palette[bar], palette["track"], GREY) > 10 * JUST_NOTICEABLE
    hatched = mixed(palette["track"], palette["edge"], 0.38)
    assert distance(hatched, palette["track"], GREY) > 3 * JUST_NOTICEABLE
    for bar in OPTIONS:
        assert distance(palette[bar], hatched, GREY) > 3 * JUST_NOTICEABLE


def test_colours_stand_in_the_tokens_alone() -> None:
    """White under a QR code and behind transparent pictures, and the black of a blank wall, are
    the same in every theme."""
    fixed = {"#fff", "#06090c"}
    for sheet in ours("*.css"):
        if sheet.name in ("tokens.css", "dark.css"):
            continue
        declared = re.sub(r"[^{};]*\{|/\*.*?\*/", ";", sheet.read_text("utf-8"), flags=re.DOTALL)
        written = set(re.findall(r"#[0-9a-fA-F]{3,8}\b|\brgba?\(|\bhsla?\(|\boklch\(", declared))
        assert written <= fixed, f"{sheet.name}: {written - fixed}"


def test_every_name_that_a_sheet_uses_is_there() -> None:
    """In tokens.css, in a sheet, or set by a module."""
    sheets = "".join(sheet.read_text("utf-8") for sheet in ours("*.css"))
    modules = "".join(module.read_text("utf-8") for module in ours("*.js"))
    named = set(re.findall(r"(--[\w-]+):", sheets)) | set(re.findall(r'"(--[\w-]+)"', modules))
    assert set(re.findall(r"var\((--[\w-]+)\)", sheets)) <= named


def ours(pattern: str) -> Iterator[Path]:
    return (path for path in sorted(STATIC.rglob(pattern)) if "vendor" not in path.parts)


def closest(pairs: Iterable[tuple[str, str]], eyes: Matrix) -> float:
    return min(distance(one, other, eyes) for one, other in pairs)
