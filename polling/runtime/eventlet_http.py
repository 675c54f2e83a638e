"""eventlet's WSGI server, made fit for a hall."""

from __future__ import annotations

import contextlib
import logging
import socket
from typing import Any

import eventlet
import eventlet.greenio
import eventlet.wsgi

from polling.runtime.process import ACCEPTS_IN_A_ROW, IDLE_S, STALLED_S, TAKE_OVER
from polling.runtime.serving import in_turn, listening

READS_IN_A_ROW = 32

ACCEPT_AGAIN_S = 0.05


def listen(host: str, port: int) -> socket.socket:
    """A listening socket. Raises OSError where the address is taken or is not ours."""
    return listening(_PatientSocket, host, port)


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
            eventlet.sleep()
        while True:
            try:
                return super().accept()
            except OSError:
                # The server ends with its listener, and not with a connection that cannot be had:
                # because no file is left for it, or because it broke while it waited.
                if self.fd.fileno() == -1:
                    raise
                eventlet.sleep(ACCEPT_AGAIN_S)

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
            eventlet.sleep()
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
    eventlet.wsgi.server(
        listener,
        in_turn(app, eventlet.sleep),
        max_size=connections,
        protocol=_Request,
        log=_Failures(),
        log_output=False,
        keepalive=IDLE_S,
        socket_timeout=STALLED_S,
        debug=False,
    )
