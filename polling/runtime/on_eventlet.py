"""The runtime on eventlet: green threads, and its WSGI server made fit for a hall."""

from __future__ import annotations

import contextlib
import logging
import os
import socket
import warnings
from collections.abc import Callable
from typing import Any, TypeVar

# Nothing here asks for names but where it listens, and dnspython takes long to load.
os.environ.setdefault("EVENTLET_NO_GREENDNS", "yes")

# Its authors discourage new use; docs/architecture.md says why it is the default all the same.
warnings.filterwarnings("ignore", message=r"\s*Eventlet is deprecated")

import eventlet  # noqa: E402
import eventlet.event  # noqa: E402
import eventlet.greenio  # noqa: E402
import eventlet.hubs  # noqa: E402
import eventlet.queue  # noqa: E402
import eventlet.tpool  # noqa: E402
import eventlet.wsgi  # noqa: E402

from polling.runtime.process import (  # noqa: E402
    ACCEPTS_IN_A_ROW,
    BACKLOG,
    IDLE_S,
    STALLED_S,
    TAKE_OVER,
)

T = TypeVar("T")

ASYNC_MODE = "eventlet"

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


def listen(host: str, port: int) -> socket.socket:
    """A listening socket. Raises OSError where the address is taken or is not ours."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener: socket.socket = _PatientSocket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, True)  # all it accepts inherit it
    listener.bind((host, port))
    listener.listen(BACKLOG)
    return listener


class _PatientSocket(eventlet.greenio.GreenSocket):  # type: ignore[misc]
    """Lets the others have their turn however fast its client sends, and stops once it is shut.

    A green thread only yields where nothing is there to be read: one client that never stops
    sending would be the only one that is served, even after it was cut off; and while a hall
    comes in, those who are in already would wait for all the others.
    """

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._reads = 0
        self._is_shut = False
        del self.shutdown  # the bare socket's; the method below is meant

    def accept(self) -> Any:
        self._reads += 1
        if self._reads % ACCEPTS_IN_A_ROW == 0:
            sleep()
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

    def shutdown(self, how: int) -> None:
        self._is_shut = True
        # eventlet would log the address of whoever is gone already.
        with contextlib.suppress(OSError):
            self.fd.shutdown(how)

    def bare(self) -> socket.socket:
        """The system's socket, which this one holds no longer."""
        bare: socket.socket = type(self.fd)(
            self.fd.family, self.fd.type, self.fd.proto, self.fd.detach()
        )
        bare.setblocking(False)
        return bare

    def _may_read(self) -> bool:
        self._reads += 1
        if self._reads % READS_IN_A_ROW == 0:
            sleep()
        return not self._is_shut


class _Failures:
    """eventlet's log: what failed is said; who asked for what is nobody's business."""

    def info(self, message: str) -> None:
        if message.startswith("Traceback"):
            logging.getLogger("polling.http").error(message)

    def debug(self, message: str) -> None:
        """Who connected from where: left unsaid."""


class _Request(eventlet.wsgi.HttpProtocol):  # type: ignore[misc]
    """A request whose socket can be taken over, and that is discreet."""

    def get_environ(self) -> dict[str, Any]:
        environ: dict[str, Any] = super().get_environ()
        environ[TAKE_OVER] = self._taken_over
        return environ

    def log_message(self, *_: Any) -> None:
        """A browser that tries https first is enough to be written down: left unsaid."""

    def _taken_over(self) -> socket.socket:
        eventlet.wsgi.WSGI_LOCAL.already_handled = True
        bare: socket.socket = self.connection.bare()
        return bare


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
        protocol=_Request,
        log=_Failures(),
        log_output=False,
        keepalive=IDLE_S,
        socket_timeout=STALLED_S,
        debug=False,
    )
