"""The runtime on eventlet: green threads, and a loop that shares its time."""

from __future__ import annotations

import socket
from collections.abc import Callable
from typing import Any, TypeVar

import eventlet
import eventlet.event
import eventlet.hubs
import eventlet.queue
import eventlet.tpool
from eventlet.hubs import epolls

T = TypeVar("T")

ASYNC_MODE = "eventlet"

SOCKETS_IN_A_ROW = 64


class _Hub(epolls.Hub):  # type: ignore[misc]
    """The loop, with a turn for everything else after so many sockets that can be read."""

    is_available = staticmethod(epolls.is_available)

    def do_poll(self, seconds: float) -> list[tuple[int, int]]:
        ready: list[tuple[int, int]] = self.poll.poll(seconds, SOCKETS_IN_A_ROW)
        return ready


def patch() -> None:
    """Makes the standard library yield. Called once, before anything else is imported."""
    if epolls.is_available():
        eventlet.hubs.use_hub(_Hub)
    eventlet.monkey_patch()


def spawn(work: Callable[..., Any], *args: Any) -> None:
    """Runs `work` beside what goes on."""
    eventlet.spawn_n(work, *args)


def sleep(seconds: float = 0) -> None:
    eventlet.sleep(seconds)


def in_thread(work: Callable[..., T], *args: Any) -> T:
    """Waits for `work` in a real thread while the others go on."""
    result: T = eventlet.tpool.execute(work, *args)
    return result


class Outcome:
    """A value or an error that one green thread waits for and another one gives."""

    def __init__(self) -> None:
        self._event = eventlet.event.Event()

    def give(self, value: Any = None) -> None:
        self._event.send(value)

    def fail(self, error: BaseException) -> None:
        self._event.send_exception(error)

    def wait(self) -> Any:
        return self._event.wait()


class Inbox:
    """A queue of which everything that waits is taken at once."""

    def __init__(self) -> None:
        self._queue = eventlet.queue.LightQueue()

    def put(self, item: Any) -> None:
        self._queue.put(item)

    def take_all(self) -> list[Any]:
        """Waits for a first item, then takes all that are there."""
        items = [self._queue.get()]
        while not self._queue.empty():
            items.append(self._queue.get_nowait())
        return items


class Watch:
    """Calls from the loop itself when a socket can be read or written, without a green thread.

    What is called must not wait, and must not raise.
    """

    __slots__ = ("_fd", "_readable", "_reading", "_writing")

    def __init__(self, connection: socket.socket, readable: Callable[[Any], None]) -> None:
        self._fd = connection.fileno()
        self._readable = readable
        self._reading: Any = None
        self._writing: Any = None
        self.resume()

    def pause(self) -> None:
        """Reads no more for the time being."""
        if self._reading is not None:
            eventlet.hubs.get_hub().remove(self._reading)
            self._reading = None

    def resume(self) -> None:
        hub = eventlet.hubs.get_hub()
        self._reading = hub.add(hub.READ, self._fd, self._readable, self._readable, None)

    def call_when_writable(self, writable: Callable[[Any], None]) -> None:
        """Until `writable_no_more`."""
        hub = eventlet.hubs.get_hub()
        self._writing = hub.add(hub.WRITE, self._fd, writable, writable, None)

    def writable_no_more(self) -> None:
        if self._writing is not None:
            eventlet.hubs.get_hub().remove(self._writing)
            self._writing = None

    def close(self) -> None:
        """Before the socket itself is closed."""
        self.pause()
        self.writable_no_more()
