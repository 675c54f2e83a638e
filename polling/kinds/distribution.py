"""What a room's numbers add up to: mean, median, quartiles, and a histogram with round edges.

All is counted in whole millionths, so that the figures are exact and no order of votes changes
them. Where half of a room answers the same, or one person answers a billion, the histogram still
shows the others: what lies far out is counted in an open bin at its end.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from itertools import count
from typing import NamedTuple

from polling.kinds.averages import mean, quartiles
from polling.records import JSON

PLACES = 6
"""How many decimals of an answer count."""

_UNIT = 10**PLACES
_MOST_VALUES = 21
"""So many possible answers have a bin each: 0 to 20, as marks are given in France."""
_MOST_BINS = 12
_ROUND_TO_ALL = 10**40
"""A multiple of all that has no factors but 2 and 5."""


class Bounds(NamedTuple):
    """What a poll lets people answer; None where it does not say."""

    least: int | float | None = None
    most: int | float | None = None
    step: int | float | None = None


def distribution(counts: Mapping[int | float, int], bounds: Bounds) -> dict[str, JSON]:
    """`{count, mean, median, quartiles, histogram}` of answers and how many gave each.

    `quartiles` are the first, the median and the third, interpolated between the answers on both
    sides of (n - 1) / 4, (n - 1) / 2 and (n - 1) * 3 / 4, counted from 0: type 7 of R. J. Hyndman
    and Y. Fan, "Sample Quantiles in Statistical Packages", The American Statistician 50 (1996),
    as spreadsheets (QUARTILE.INC), R and NumPy have it. Mean, median and quartiles are None
    where nobody answered.

    `histogram` is a list of `{from, to, count}` in rising order, see `_histogram`.
    """
    exact = {_millionths(answer): number for answer, number in sorted(counts.items())}
    middle, average = quartiles(exact), mean(exact)
    if middle is None or average is None:
        return {"count": 0, "mean": None, "median": None, "quartiles": None, "histogram": []}
    first, median, third = map(_number, middle)
    return {
        "count": sum(exact.values()),
        "mean": _number(average),
        "median": median,
        "quartiles": [first, median, third],
        "histogram": _histogram(exact, middle, bounds),
    }


def _histogram(
    counts: Mapping[int, int], middle: list[float], bounds: Bounds
) -> list[dict[str, JSON]]:
    """A bin holds what is at least `from` and at most `to`; where two share an edge, it belongs
    to the upper one. Bins have one width, of 1, 2 or 5 times a power of ten, or of that many
    steps where steps fit no such width. Few possible answers have a bin each, where
    `from` is `to`. `from` or `to` is None in a bin for what lies beyond the others.
    """
    low, high = _fences(middle, bounds)
    inside = [answer for answer in counts if low <= answer <= high]
    grid = _grid(inside, bounds)
    edges = _on_grid(inside, grid, bounds) if grid else _anywhere(inside)
    numbers = [0] * len(edges)
    below = above = 0
    lower = [first for first, _ in edges]
    for answer, number in counts.items():
        place = bisect_left(lower, answer + 1) - 1
        if place < 0:
            below += number
        elif answer > edges[-1][1]:
            above += number
        else:
            numbers[place] += number
    bins = [_bin(*edge, number) for edge, number in zip(edges, numbers, strict=True)]
    if below:
        bins.insert(0, _bin(None, edges[0][0], below))
    if above:
        bins.append(_bin(edges[-1][1], None, above))
    return bins


def _fences(middle: list[float], bounds: Bounds) -> tuple[float, float]:
    """Beyond them an answer is far out: three times the middle half away from it (J. W. Tukey,
    "Exploratory Data Analysis", 1977), or from a quarter of the median where people agree."""
    first, median, third = middle
    step = _millionths(bounds.step) if bounds.step else _UNIT
    spread = max(third - first, abs(median) / 4, 2 * step)
    return first - 3 * spread, third + 3 * spread


def _grid(answers: list[int], bounds: Bounds) -> int:
    """What every answer is a multiple of, in millionths; 0 where nothing says."""
    if bounds.step:
        return _millionths(bounds.step)
    return 0 if any(answer % _UNIT for answer in answers) else _UNIT


def _on_grid(answers: list[int], grid: int, bounds: Bounds) -> list[tuple[int, int]]:
    """The edges of bins of so many possible answers each, cut where no answer can be."""
    base = _millionths(bounds.least or 0) if bounds.step else 0
    low, high = ((answer - base) // grid for answer in (answers[0], answers[-1]))
    width = 1
    if high - low >= _MOST_VALUES:
        width = next(w for w in _widths(grid) if high // w - low // w < _MOST_BINS)
    edges = [
        (base + place * width * grid, base + (place * width + width - 1) * grid)
        for place in range(low // width, high // width + 1)
    ]
    least = edges[0][0] if bounds.least is None else _millionths(bounds.least)
    most = edges[-1][1] if bounds.most is None else _millionths(bounds.most)
    return [(max(first, least), min(last, most)) for first, last in edges]


def _anywhere(answers: list[int]) -> list[tuple[int, int]]:
    """The edges of bins that lie against one another; the last takes its upper edge too."""
    low, high = answers[0], answers[-1]
    if low == high:
        return [(low, high)]
    width = next(w for w in _round() if -(-high // w) - low // w <= _MOST_BINS)
    return [
        (place * width, (place + 1) * width) for place in range(low // width, -(-high // width))
    ]


def _widths(grid: int) -> Iterator[int]:
    """Round widths as multiples of the grid; of one that fits no round width, round multiples."""
    if _ROUND_TO_ALL % grid:
        return _round()
    return (width // grid for width in _round() if width % grid == 0)


def _round() -> Iterator[int]:
    """1, 2, 5, 10, 20, 50, …"""
    return (digit * int(10**power) for power in count() for digit in (1, 2, 5))


def _bin(first: int | None, last: int | None, number: int) -> dict[str, JSON]:
    return {
        "from": None if first is None else _number(first),
        "to": None if last is None else _number(last),
        "count": number,
    }


def _millionths(number: int | float) -> int:
    exact: int = round(number * _UNIT)
    return exact


def _number(millionths: float) -> int | float:
    number = round(millionths / _UNIT, PLACES)
    return int(number) if number == int(number) else number
