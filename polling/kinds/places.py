"""Points that people set, from [0, 0] to [1, 1]: how they are kept, counted and averaged.

All is counted in whole thousandths, so that no order of votes changes a figure.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from polling.errors import AnswerInvalid
from polling.kinds.schema import Schema
from polling.records import JSON

BINS = 32
"""How many columns, and how many rows, a density is counted in."""

_FINEST = 1000

POINT: Schema = {
    "type": "array",
    "prefixItems": [{"type": "number", "minimum": 0, "maximum": 1}] * 2,
    "minItems": 2,
    "maxItems": 2,
}


def is_point(value: JSON) -> bool:
    """Whether `value` is [x, y], each from 0 to 1."""
    return isinstance(value, list) and len(value) == 2 and all(map(_is_part, value))


def cleaned(value: JSON, otherwise: str) -> JSON:
    """[x, y] to three decimals. Raises AnswerInvalid, which says `otherwise`."""
    if not is_point(value):
        raise AnswerInvalid(otherwise)
    # One form for 0, 0.0 and -0.0, which the database would count apart.
    return [round(part * _FINEST) / _FINEST for part in value]


class Places:
    """Points that were counted: where they are dense, and their middle."""

    def __init__(self) -> None:
        self.count = 0
        self._x = self._y = 0
        self._bins: Counter[tuple[int, int]] = Counter()

    def add(self, point: Sequence[float], count: int) -> None:
        x, y = (round(part * _FINEST) for part in point)
        self.count += count
        self._x += x * count
        self._y += y * count
        self._bins[_bin(x), _bin(y)] += count

    def bins(self) -> list[JSON]:
        """`[column, row, n]` of each of 32 × 32 bins that holds a point, both from 0."""
        return [[*place, count] for place, count in sorted(self._bins.items())]

    def mean(self) -> list[float] | None:
        """To three decimals; None where there is no point."""
        if not self.count:
            return None
        return [round(total / self.count) / _FINEST for total in (self._x, self._y)]


def from_hundredths(values: Sequence[str]) -> JSON:
    """The point in two form fields from 0 to 100; what cannot be read is left for `cleaned`."""
    return [read(value) for value in values]


def read(typed: str) -> float | str:
    """A number from 0 to 100 as a part of 1, or what was typed where it is no such number."""
    try:
        part = float(typed.replace(",", ".")) / 100
    except ValueError:
        return typed
    return part if 0 <= part <= 1 else typed


def gathered(spread: float, centre: Iterable[float], chance: random.Random) -> JSON:
    """A simulated point near `centre`."""
    return [round(min(1.0, max(0.0, chance.gauss(part, spread))), 3) for part in centre]


def _is_part(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 1


def _bin(thousandths: int) -> int:
    return min(thousandths * BINS // _FINEST, BINS - 1)
