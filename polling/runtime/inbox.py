"""A queue of which everything that waits is taken at once."""

from __future__ import annotations

from typing import Any


class QueuedInbox:
    """On a queue of either runtime's own."""

    def __init__(self, queue: Any) -> None:
        self._queue = queue

    def put(self, item: Any) -> None:
        self._queue.put(item)

    def take_all(self) -> list[Any]:
        """Waits for a first item, then takes all that are there."""
        items = [self._queue.get()]
        while not self._queue.empty():
            items.append(self._queue.get_nowait())
        return items
