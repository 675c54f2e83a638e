"""What a phase gives: named numbers, and percentiles to make them of."""

from __future__ import annotations

from collections.abc import Sequence

Figures = dict[str, float]


def at(values: Sequence[float], percent: int) -> float:
    """A percentile of durations in seconds, as milliseconds. The nearest rank: a value that was."""
    if not values:
        return float("nan")
    ordered = sorted(values)
    return ordered[max(0, -(-len(ordered) * percent // 100) - 1)] * 1000
