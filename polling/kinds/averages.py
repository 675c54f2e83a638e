"""Averages of whole numbers that people gave: value → how many gave it.

They are made of whole numbers and divided once, so that they do not depend on the order of votes.
"""

from __future__ import annotations

from collections.abc import Mapping

Counts = Mapping[int, int]


def mean(counts: Counts) -> float | None:
    """None where nobody gave a number, as in every function here."""
    people = sum(counts.values())
    return sum(value * count for value, count in counts.items()) / people if people else None


def median(counts: Counts) -> float | None:
    """The middle of all, or half-way between the two in the middle."""
    found = quartiles(counts)
    return None if found is None else found[1]


def quartiles(counts: Counts) -> list[float] | None:
    """First quartile, median, third quartile.

    Between two values they are interpolated: type 7 of Hyndman and Fan (1996), as in R, NumPy
    and the QUARTILE.INC of spreadsheets.
    """
    people = sum(counts.values())
    return [_quarter(counts, number, people - 1) for number in (1, 2, 3)] if people else None


def _quarter(counts: Counts, number: int, last: int) -> float:
    """What stands `number` quarters of the way from the first place, 0, to the last."""
    place, quarters = divmod(last * number, 4)
    lower, upper = _at(counts, place), _at(counts, place + (quarters > 0))
    return (lower * (4 - quarters) + upper * quarters) / 4


def _at(counts: Counts, place: int) -> int:
    """The value at `place`, once all are in order."""
    passed = 0
    for value in sorted(counts):
        passed += counts[value]
        if passed > place:
            break
    return value
