"""The green-thread runtime behind a few words. The only file that knows eventlet."""

from __future__ import annotations

import contextlib
import logging
import os
import resource
import socket
import sys
import warnings
from collections.abc import Callable
from typing import Any, TypeVar

# Its authors discourage new use; docs/architecture.md says why it is the default all the same.
warnings.filterwarnings("ignore", message=r"\s*Eventlet is deprecated")

import eventlet  # noqa: E402
import eventlet.event  # noqa: E402
import eventlet.queue  # noqa: E402
import eventlet.tpool  # noqa: E402
import eventlet.wsgi  # noqa: E402

T = TypeVar("T")

ASYNC_MODE = "eventlet"
BACKLOG = 4096
"""Connections the system keeps waiting for us: a hall scans the QR code all at once."""


def patch() -> None:
    """Makes the standard library yield. Called once, before anything else is imported."""
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


def leave() -> None:
    """Ends the process with status 0 from any green thread, buffers written."""
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(0)


def raise_open_files_limit() -> int:
    """Debian gives a process 1,024 open files; takes all it may have and says how many."""
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    return resource.getrlimit(resource.RLIMIT_NOFILE)[0]


def listen(host: str, port: int) -> socket.socket:
    """A listening socket. Raises OSError where the address is taken or is not ours."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener: socket.socket = eventlet.listen(
        (host, port), family, backlog=BACKLOG, reuse_port=False
    )
    return listener


class _Failures:
    """eventlet's log: what failed is said; who asked for what is nobody's business."""

    def info(self, message: str) -> None:
        if message.startswith("Traceback"):
            logging.getLogger("polling.http").error(message)

    def debug(self, message: str) -> None:
        """Who connected from where: left unsaid."""


def serve(listener: socket.socket, app: Any, connections: int) -> None:
    """Serves `app` until the listener is closed, to at most `connections` at once."""
    eventlet.wsgi.server(
        listener,
        app,
        max_size=connections,
        log=_Failures(),
        log_output=False,
        socket_timeout=None,
        debug=False,
    )
