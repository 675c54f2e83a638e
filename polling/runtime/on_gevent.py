"""The runtime on gevent: green threads, and its WSGI server made fit for a hall."""

from __future__ import annotations

import logging
import socket
from collections.abc import Callable
from types import TracebackType
from typing import Any, TypeVar

import gevent
import gevent.event
import gevent.monkey
import gevent.pool
import gevent.pywsgi
import gevent.queue
import gevent.socket

from polling.runtime.process import ACCEPTS_IN_A_ROW, BACKLOG, IDLE_S, STALLED_S, TAKE_OVER

T = TypeVar("T")

ASYNC_MODE = "gevent"

READ, WRITE = 1, 2
"""What libev calls them."""

BAD_REQUEST = b"HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"


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
    """A value or an error that one green thread waits for and another one gives."""

    def __init__(self) -> None:
        self._event = gevent.event.AsyncResult()

    def give(self, value: Any = None) -> None:
        self._event.set(value)

    def fail(self, error: BaseException) -> None:
        self._event.set_exception(error)

    def wait(self) -> Any:
        return self._event.get()


class Inbox:
    """A queue of which everything that waits is taken at once."""

    def __init__(self) -> None:
        self._queue = gevent.queue.SimpleQueue()

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

    def __init__(self, connection: socket.socket, readable: Callable[..., None]) -> None:
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

    def call_when_writable(self, writable: Callable[..., None]) -> None:
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


def listen(host: str, port: int) -> socket.socket:
    """A listening socket. Raises OSError where the address is taken or is not ours."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener: socket.socket = gevent.socket.socket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, True)  # all it accepts inherit it
    listener.bind((host, port))
    listener.listen(BACKLOG)
    return listener


class _Request(gevent.pywsgi.WSGIHandler):  # type: ignore[misc]
    """A request whose socket can be taken over, and that is discreet."""

    def read_requestline(self) -> str:
        self.socket.settimeout(IDLE_S)
        line: str = super().read_requestline()
        self.socket.settimeout(STALLED_S)
        return line

    def get_environ(self) -> dict[str, Any]:
        environ: dict[str, Any] = super().get_environ()
        environ[TAKE_OVER] = self._taken_over
        return environ

    def log_request(self) -> None:
        """Who asked for what is nobody's business."""

    def log_error(self, msg: str, *args: Any) -> None:
        """Would begin with an address: left unsaid."""

    def handle_error(self, t: Any, v: Any, tb: TracebackType | None) -> None:
        logging.getLogger("polling.http").error("a request failed", exc_info=(t, v, tb))
        self._send_error_response_if_possible(500)

    def _handle_client_error(self, ex: Exception) -> tuple[str, bytes]:
        """A request that cannot be read, or never came whole."""
        return "400", BAD_REQUEST

    def _taken_over(self) -> socket.socket:
        self.close_connection = True
        kind = self.socket.family, self.socket.type, self.socket.proto
        bare: socket.socket = _bare_socket(*kind, self.socket.detach())
        bare.setblocking(False)
        return bare


_bare_socket = gevent.monkey.get_original("socket", "socket")


def serve(listener: socket.socket, app: Any, connections: int) -> None:
    """Serves `app` until the listener is closed, to at most `connections` at once."""

    def in_turn(environ: Any, start_response: Any) -> Any:
        """Requests can be sent in a row as well, without waiting for answers."""
        sleep()
        return app(environ, start_response)

    server = gevent.pywsgi.WSGIServer(
        listener,
        in_turn,
        spawn=gevent.pool.Pool(connections),
        handler_class=_Request,
        log=None,
        error_log=None,
    )
    server.max_accept = ACCEPTS_IN_A_ROW
    server.serve_forever()
