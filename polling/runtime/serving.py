"""What both WSGI servers need: where they listen, and requests that take turns."""

from __future__ import annotations

import socket
from collections.abc import Callable
from typing import Any

from polling.runtime.process import BACKLOG


def listening(kind: Callable[[int, int], socket.socket], host: str, port: int) -> socket.socket:
    """A listening socket of a runtime's own kind.

    Raises OSError where the address is taken or is not ours.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = kind(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, True)  # all it accepts inherit it
    listener.bind((host, port))
    listener.listen(BACKLOG)
    return listener


def in_turn(app: Any, give_way: Callable[[], None]) -> Any:
    """Requests can be sent in a row as well, without waiting for answers."""

    def serve(environ: Any, start_response: Any) -> Any:
        give_way()
        return app(environ, start_response)

    return serve
