"""What one turn of a study gave."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from bench.figures import Figures


@dataclass(frozen=True)
class Run:
    """`size` is a number of phones or of ballots. A run is good without faults."""

    study: str
    size: int
    figures: Figures
    faults: list[str]


def parts(**played: Mapping[str, float]) -> Figures:
    """The figures of several parts as one: named `part.figure`."""
    return {
        f"{part}.{name}": value for part, all_of in played.items() for name, value in all_of.items()
    }


def middle(runs: Sequence[Run]) -> Run:
    """The median of each figure of runs that are alike, and the faults of all."""
    first = runs[0]
    figures = {name: median(run.figures[name] for run in runs) for name in first.figures}
    return Run(first.study, first.size, figures, [fault for run in runs for fault in run.faults])
