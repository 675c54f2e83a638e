"""gevent's WSGI server, made fit for a hall."""

from __future__ import annotations

import logging
import socket
from types import TracebackType
from typing import Any

import gevent
import gevent.monkey
import gevent.pool
import gevent.pywsgi
import gevent.socket

from polling.runtime.process import ACCEPTS_IN_A_ROW, IDLE_S, STALLED_S, TAKE_OVER
from polling.runtime.serving import in_turn, listening

BAD_REQUEST = b"HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"


def listen(host: str, port: int) -> socket.socket:
    """A listening socket. Raises OSError where the address is taken or is not ours."""
    return listening(gevent.socket.socket, host, port)


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
    server = gevent.pywsgi.WSGIServer(
        listener,
        in_turn(app, gevent.sleep),
        spawn=gevent.pool.Pool(connections),
        handler_class=_Request,
        log=None,
        error_log=None,
    )
    server.max_accept = ACCEPTS_IN_A_ROW
    server.serve_forever()
