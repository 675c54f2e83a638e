"""The runtime on gevent: green threads."""

from __future__ import annotations

import socket
from collections.abc import Callable
from typing import Any, TypeVar

import gevent
import gevent.event
import gevent.monkey
import gevent.queue

from polling.runtime.inbox import QueuedInbox

T = TypeVar("T")

ASYNC_MODE = "gevent"

READ, WRITE = 1, 2
"""What libev calls them."""


def patch() -> None:
    """Makes the standard library yield. Called once, before anything else is imported."""
    gevent.monkey.patch_all()


def spawn(work: Callable[..., Any], *args: Any) -> None:
    """Runs `work` beside what goes on."""
    gevent.spawn_raw(work, *args)


def sleep(seconds: float = 0) -> None:
    gevent.sleep(seconds)


def in_thread(work: Callable[..., T], *args: Any) -> T:
    """Waits for `work` in a real thread while the others go on."""

    def caught() -> tuple[Any, BaseException | None]:
        """gevent would print what goes wrong, although whoever waits is told."""
        try:
            return work(*args), None
        except BaseException as error:
            return None, error

    result, error = gevent.get_hub().threadpool.apply(caught)
    if error is not None:
        raise error
    value: T = result
    return value


class Outcome:
    """A value that one green thread waits for and another one gives."""

    def __init__(self) -> None:
        self._event = gevent.event.AsyncResult()

    def give(self, value: Any = None) -> None:
        self._event.set(value)

    def wait(self) -> Any:
        return self._event.get()


class Inbox(QueuedInbox):
    """A queue of which everything that waits is taken at once."""

    def __init__(self) -> None:
        super().__init__(gevent.queue.SimpleQueue())


class Watch:
    """Calls from the loop itself when a socket can be read or written, without a green thread.

    What is called must not wait, and must not raise.
    """

    __slots__ = ("_fd", "_readable", "_reading", "_writing")

    def __init__(self, connection: socket.socket, readable: Callable[[], None]) -> None:
        self._fd = connection.fileno()
        self._readable = readable
        self._reading = gevent.get_hub().loop.io(self._fd, READ)
        self._writing: Any = None
        self.resume()

    def pause(self) -> None:
        """Reads no more for the time being."""
        self._reading.stop()

    def resume(self) -> None:
        self._reading.start(self._readable)

    def call_when_writable(self, writable: Callable[[], None]) -> None:
        """Until `writable_no_more`."""
        self._writing = gevent.get_hub().loop.io(self._fd, WRITE)
        self._writing.start(writable)

    def writable_no_more(self) -> None:
        if self._writing is not None:
            self._writing.stop()
            self._writing.close()
            self._writing = None

    def close(self) -> None:
        """Before the socket itself is closed."""
        self._reading.stop()
        self._reading.close()
        self.writable_no_more()
