"""Answers and how often each was given, made ready while they are read."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, repeat

from polling.records import JSON

PIECE = 2000
"""A few milliseconds of work for who reads them."""


class Counts:
    """(slot, answer, how many) for each answer; may be read more than once.

    Where everybody said something else there are as many as ballots.
    """

    def __init__(self, slots: Sequence[tuple[str, str]], pause: Callable[[], None]) -> None:
        """`slots` holds each slot with its answers: JSON, one a line, as often as given.

        `pause` is called whenever a piece of them has been read.
        """
        self._pause = pause
        self._counted = [(slot, Counter(answers.split("\n"))) for slot, answers in slots]

    def __iter__(self) -> Iterator[tuple[str, JSON, int]]:
        return chain.from_iterable(self._pieces())

    def _pieces(self) -> Iterator[Iterable[tuple[str, JSON, int]]]:
        for slot, counted in self._counted:
            given, times = list(counted), list(counted.values())
            for start in range(0, len(given), PIECE):
                if start:
                    self._pause()
                piece = slice(start, start + PIECE)
                # In one go: parsing them one by one takes five times as long.
                answers = json.loads(f"[{','.join(given[piece])}]")
                yield zip(repeat(slot), answers, times[piece])
