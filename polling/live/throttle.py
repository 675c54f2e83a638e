"""Doing something for a key at most so often, and never forgetting the last time it was asked."""

from __future__ import annotations

import time
from collections.abc import Callable

from polling import runtime

BREATH = 1
"""After a slow run, wait this many times as long as it took: the rest is for everybody else."""


class Throttle:
    """Calls `work(key)` soon after `mark(key)`, and then at most once in `interval_s`, counted from
    one beginning to the next."""

    def __init__(self, interval_s: float, work: Callable[[int], None]) -> None:
        self._interval_s = interval_s
        self._work = work
        self._marked: set[int] = set()
        self._running: set[int] = set()

    def mark(self, key: int) -> None:
        self._marked.add(key)
        if key not in self._running:
            self._running.add(key)
            runtime.spawn(self._run, key)

    def _run(self, key: int) -> None:
        try:
            while key in self._marked:
                # Cleared before the work reads: what changes meanwhile marks it again.
                self._marked.discard(key)
                started = time.monotonic()
                self._work(key)
                took = time.monotonic() - started
                runtime.sleep(max(self._interval_s - took, BREATH * took))
        finally:
            self._running.discard(key)
