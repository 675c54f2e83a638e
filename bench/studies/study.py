"""What can be chosen with `--only`: something to play, and how its figures are shown."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from bench.run import Run
from bench.stage import Stage

Row = tuple[str, str, int]
"""Words, the figure's name, and how many decimals it is shown with."""

SHARES: tuple[Row, ...] = (
    ("driver's share of a core", "driver", 2),
    ("other programs' share", "others", 2),
)


@dataclass(frozen=True)
class Section:
    """Rows under a heading; their figures are named `part.figure`, or just so without a part."""

    title: str
    part: str
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Study:
    """`play` is one turn, a run for each size. In the full form medians of `turns` are shown.

    `columns`: where a run compares, what stands beside each other, as prefixes of its figures.
    """

    name: str
    title: str
    play: Callable[[Stage], Iterator[Run]]
    sections: tuple[Section, ...]
    turns: int = 3
    noun: str = "phones"
    columns: tuple[str, ...] = ("",)
