"""eventlet's loop, with a lane for those who are in already."""

from __future__ import annotations

import logging
import socket
from collections.abc import Callable

# Both while they are the system's own: eventlet puts others in their place.
from selectors import EVENT_READ, EVENT_WRITE, DefaultSelector
from typing import Any

import eventlet.hubs

INSIDE_IN_A_ROW = 256
OUTSIDE_IN_A_ROW = 16
"""After so many sockets that can be read, everything else has its turn. A message from inside costs
a tenth of a request from outside."""


class _Inside:
    """What is watched is looked at first, however many others are waiting to come in."""

    def __init__(self) -> None:
        self._selector = DefaultSelector()
        self._waiting: list[tuple[Any, int]] = []

    def fileno(self) -> int:
        number: int = self._selector.fileno()
        return number

    @property
    def is_crowded(self) -> bool:
        """Whether some were left waiting."""
        return bool(self._waiting)

    def watch(self, fd: int, events: int, watched: Watch) -> None:
        known = fd in self._selector.get_map()
        if not events:
            if known:
                self._selector.unregister(fd)
        elif known:
            self._selector.modify(fd, events, watched)
        else:
            self._selector.register(fd, events, watched)

    def serve(self, *_: Any) -> bool:
        """Calls for those that are ready, some at a time. Whether there were any."""
        if not self._waiting:
            self._waiting = self._selector.select(0)
        now, self._waiting = self._waiting[:INSIDE_IN_A_ROW], self._waiting[INSIDE_IN_A_ROW:]
        for key, events in now:
            try:
                key.data.call(events)
            except Exception:
                logging.getLogger("polling.runtime").exception("a socket could not be served")
                key.data.close()
        return bool(now)


def _fair(hub: type) -> type:
    """A kind of loop that serves those inside first, and the others some at a time."""

    class Hub(hub):  # type: ignore[misc]
        is_available = staticmethod(lambda: True)
        is_crowded = True

        def __init__(self, *args: Any) -> None:
            super().__init__(*args)
            self.inside = _Inside()
            self.add(self.READ, self.inside.fileno(), self.inside.serve, self.inside.serve, None)

        def wait(self, seconds: float | None = None) -> None:
            # Where few wait outside, those inside are reported in time among them. What was
            # served may have given others something to do at once.
            served = (self.is_crowded or self.inside.is_crowded) and self.inside.serve()
            super().wait(0 if served else seconds)

        def do_poll(self, seconds: float) -> list[tuple[int, int]]:
            ready: list[tuple[int, int]] = self.poll.poll(seconds, OUTSIDE_IN_A_ROW)
            self.is_crowded = len(ready) == OUTSIDE_IN_A_ROW
            return ready

    return Hub


def use_fair_hub() -> None:
    """Called before anything uses the loop."""
    eventlet.hubs.use_hub(_fair(eventlet.hubs.get_default_hub().Hub))


class Watch:
    """Calls from the loop itself when a socket can be read or written, without a green thread.

    What is called must not wait, and must not raise.
    """

    __slots__ = ("_events", "_fd", "_inside", "_readable", "_writable")

    def __init__(self, connection: socket.socket, readable: Callable[[], None]) -> None:
        self._inside: _Inside = eventlet.hubs.get_hub().inside
        self._fd = connection.fileno()
        self._readable = readable
        self._writable: Callable[[], None] = readable
        self._events = 0
        self.resume()

    def call(self, events: int) -> None:
        if events & self._events & EVENT_READ:
            self._readable()
        if events & self._events & EVENT_WRITE:
            self._writable()

    def pause(self) -> None:
        """Reads no more for the time being."""
        self._want(self._events & ~EVENT_READ)

    def resume(self) -> None:
        self._want(self._events | EVENT_READ)

    def call_when_writable(self, writable: Callable[[], None]) -> None:
        """Until `writable_no_more`."""
        self._writable = writable
        self._want(self._events | EVENT_WRITE)

    def writable_no_more(self) -> None:
        self._want(self._events & ~EVENT_WRITE)

    def close(self) -> None:
        """Before the socket itself is closed."""
        self._want(0)

    def _want(self, events: int) -> None:
        if events != self._events:
            self._events = events
            self._inside.watch(self._fd, events, self)
