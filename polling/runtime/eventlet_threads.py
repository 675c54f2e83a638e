"""Real threads beside eventlet's green ones.

eventlet's own (tpool) tell that they are done by a socket like any other: while a hall came in, a
commit of 3 ms was heard of after 300, behind all the handshakes.
"""

from __future__ import annotations

from _queue import SimpleQueue
from collections import deque
from collections.abc import Callable
from typing import Any, TypeVar

import eventlet.event
from eventlet import patcher

from polling.runtime.eventlet_hub import Watch

T = TypeVar("T")

THREADS = 3


class Threads:
    """Started with the first work there is."""

    def __init__(self) -> None:
        self._todo: SimpleQueue[tuple[eventlet.event.Event, Callable[[], Any]]] = SimpleQueue()
        self._done: deque[tuple[eventlet.event.Event, Any, BaseException | None]] = deque()
        sockets = patcher.original("socket")
        self._here, self._there = sockets.socketpair()
        self._here.setblocking(False)
        self._watch = Watch(self._here, self._hear)
        start = patcher.original("_thread").start_new_thread
        for _ in range(THREADS):
            start(self._work, ())

    def run(self, work: Callable[..., T], *args: Any) -> T:
        done = eventlet.event.Event()
        self._todo.put((done, lambda: work(*args)))
        result: T = done.wait()
        return result

    def _work(self) -> None:
        while True:
            done, work = self._todo.get()
            try:
                self._done.append((done, work(), None))
            except BaseException as error:  # whoever waits is told
                self._done.append((done, None, error))
            self._there.send(b"\0")

    def _hear(self) -> None:
        self._here.recv(4096)
        while self._done:
            done, result, error = self._done.popleft()
            if error is None:
                done.send(result)
            else:
                done.send_exception(error)
