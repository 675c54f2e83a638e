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
import eventlet.greenio  # noqa: E402
import eventlet.queue  # noqa: E402
import eventlet.tpool  # noqa: E402
import eventlet.websocket  # noqa: E402
import eventlet.wsgi  # noqa: E402

T = TypeVar("T")

ASYNC_MODE = "eventlet"
BACKLOG = 4096
"""Connections the system keeps waiting for us: a hall scans the QR code all at once."""

IDLE_S = 5
"""How long a browser may keep a connection that it asks nothing on; each takes a phone's place."""

STALLED_S = 60
"""How long a client may keep us waiting amid a request, or read nothing of an answer."""

READS_IN_A_ROW = 32

ACCEPT_AGAIN_S = 0.05


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
    listener: socket.socket = _PatientSocket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listener.bind((host, port))
    listener.listen(BACKLOG)
    return listener


class _PatientSocket(eventlet.greenio.GreenSocket):  # type: ignore[misc]
    """Lets the others have their turn however fast its client sends, and stops once it is shut.

    A green thread only yields where nothing is there to be read: one client that never stops
    sending would be the only one that is served, even after it was cut off.
    """

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._reads = 0
        self._is_shut = False
        # An attribute of each GreenSocket, and not a method.
        self.shutdown = self._shut

    def accept(self) -> Any:
        while True:
            try:
                return super().accept()
            except OSError:
                # The server ends with its listener, and not with a connection that cannot be had:
                # because no file is left for it, or because it broke while it waited.
                if self.fd.fileno() == -1:
                    raise
                sleep(ACCEPT_AGAIN_S)

    def recv(self, *args: Any) -> bytes:
        return super().recv(*args) if self._may_read() else b""

    def recv_into(self, *args: Any) -> int:
        return super().recv_into(*args) if self._may_read() else 0

    def _may_read(self) -> bool:
        self._reads += 1
        if self._reads % READS_IN_A_ROW == 0:
            sleep()
        return not self._is_shut

    def _shut(self, how: int) -> None:
        self._is_shut = True
        # eventlet would log the address of whoever is gone already.
        with contextlib.suppress(OSError):
            self.fd.shutdown(how)


class _BoundedMessage(eventlet.websocket.RFC6455WebSocket.Message):  # type: ignore[misc]
    """A message cut into frames is no longer than one in a single frame may be.

    eventlet bounds each frame and lets a client add frames until no memory is left. Each piece
    counts for a byte more than it holds: empty ones take place too.
    """

    _length = 0

    def push(self, data: bytes, final: bool = False) -> None:
        self._length += len(data) + 1
        if self._length > 2 * self.max_frame_length:
            raise eventlet.websocket.FailedConnectionError(1009, "This message is too long.")
        super().push(data, final)


eventlet.websocket.RFC6455WebSocket.Message = _BoundedMessage


class _Failures:
    """eventlet's log: what failed is said; who asked for what is nobody's business."""

    def info(self, message: str) -> None:
        if message.startswith("Traceback"):
            logging.getLogger("polling.http").error(message)

    def debug(self, message: str) -> None:
        """Who connected from where: left unsaid."""


class _DiscreetRequest(eventlet.wsgi.HttpProtocol):  # type: ignore[misc]
    """Says nothing of what it could not read: the line would begin with an address."""

    def log_message(self, *_: Any) -> None:
        """A browser that tries https first is enough to be written down."""


def serve(listener: socket.socket, app: Any, connections: int) -> None:
    """Serves `app` until the listener is closed, to at most `connections` at once."""

    def in_turn(environ: Any, start_response: Any) -> Any:
        """Requests can be sent in a row as well, without waiting for answers."""
        sleep()
        return app(environ, start_response)

    eventlet.wsgi.server(
        listener,
        in_turn,
        max_size=connections,
        protocol=_DiscreetRequest,
        log=_Failures(),
        log_output=False,
        keepalive=IDLE_S,
        socket_timeout=STALLED_S,
        debug=False,
    )
