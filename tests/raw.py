"""A client of nobody's making: bytes on a socket, framed by hand."""

from __future__ import annotations

import json
import socket
import struct
import time
from typing import Any

import websocket

from tests.room import Room

TEXT, MORE, PING = 0x1, 0x0, 0x9
PATIENCE_S = 5


def frame(text: str, *, opcode: int = TEXT, final: bool = True) -> bytes:
    """One WebSocket frame, masked with zeros (RFC 6455, section 5.2)."""
    body = text.encode()
    if len(body) > 125:
        length = bytes([0x80 | 126]) + len(body).to_bytes(2, "big")
    else:
        length = bytes([0x80 | len(body)])
    return bytes([opcode | (0x80 if final else 0)]) + length + bytes(4) + body


class RawClient:
    """Says whatever it is told to, and only listens when it is asked to."""

    def __init__(self, room: Room, keeps: int | None = None) -> None:
        """`keeps`: so many bytes at most wait in the system until it listens."""
        address = room.server.url.replace("http", "ws")
        self._web = websocket.create_connection(
            f"{address}/socket.io/?EIO=4&transport=websocket",
            timeout=PATIENCE_S,
            sockopt=[] if keeps is None else [(socket.SOL_SOCKET, socket.SO_RCVBUF, keeps)],
        )
        self.hears("0")

    def joins(self, room: Room, **auth: Any) -> str:
        """How the server answered."""
        self.says("40" + json.dumps({"code": room.code, "role": "attendee", **auth}))
        return self.hears("4")

    def says(self, text: str | bytes) -> None:
        self._web.send(text) if isinstance(text, str) else self._web.send_binary(text)

    def sends_bytes(self, data: bytes) -> None:
        self._web.sock.sendall(data)

    def hears(self, start: str) -> str:
        """The next message that starts like this."""
        while not (heard := str(self._web.recv())).startswith(start):
            assert heard, "the connection was closed"
        return heard

    def is_cut_off(self) -> bool:
        """Whether the server closes the connection, whatever it says before."""
        try:
            while self._web.recv():
                pass
        except websocket.WebSocketTimeoutException:
            return False
        except (OSError, websocket.WebSocketException):
            pass
        return True

    def floods(self, data: bytes, seconds: float) -> bool:
        """Sends without a break and reads nothing; False once the server has cut it off."""
        end = time.monotonic() + seconds
        self._web.sock.settimeout(0.1)
        while time.monotonic() < end:
            try:
                self._web.sock.send(data)
            except TimeoutError:
                continue
            except OSError:
                return False
        return True

    def breaks_off(self) -> None:
        """As where the network is lost: a reset and no goodbye."""
        self._web.sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self._web.sock.close()

    def leaves(self) -> None:
        self._web.shutdown()
