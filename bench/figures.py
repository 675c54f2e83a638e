"""What a phase gives: named numbers, and percentiles to make them of."""

from __future__ import annotations

from collections.abc import Sequence

Figures = dict[str, float]


def ratio(figures: Figures, to: Figures) -> Figures:
    """Each figure beside the other's, where there is something to divide by."""
    return {
        name: value / to[name] if to[name] else float("nan")
        for name, value in figures.items()
        if name in to
    }


def at(values: Sequence[float], percent: int) -> float:
    """A percentile of durations in seconds, as milliseconds. The nearest rank: a value that was."""
    if not values:
        return float("nan")
    ordered = sorted(values)
    return ordered[max(0, -(-len(ordered) * percent // 100) - 1)] * 1000
