"""A WebSocket (RFC 6455, by wsproto) on a bare socket that the loop itself watches.

No green thread waits for a phone: what arrives is read in a callback, and what is sent goes
straight to the system. Only where the system takes no more of it, since the phone is slow or
gone, does it wait here; what became stale meanwhile is dropped.
"""

from __future__ import annotations

import logging
import socket
from typing import Any, Protocol

from wsproto.connection import Connection, ConnectionType
from wsproto.events import BytesMessage, CloseConnection, Event, Ping, TextMessage
from wsproto.utilities import RemoteProtocolError, generate_accept_token

from polling import runtime
from polling.runtime.process import TAKE_OVER

READ_AT_ONCE = 1024
"""After so many bytes it is somebody else's turn, however fast a client sends."""

SYSTEM_KEEPS = 32 * 1024
"""Bytes that the system keeps for one client; beyond it we choose what is worth to wait."""

WAIT_AT_MOST = 1024 * 1024
"""Bytes that may wait for one client before it is cut off."""

_encoder = Connection(ConnectionType.SERVER)

_WHOLE_TEXT, _MASKED = 0x81, 0x80
"""How a frame begins that holds a whole message (RFC 6455, section 5.2)."""


class Owner(Protocol):
    """Who is told what a WebSocket hears."""

    def heard(self, text: str) -> None: ...
    def lost(self) -> None:
        """The connection is over, whoever ended it."""


def text_frame(text: str) -> bytes:
    """The bytes of a message. What a server says is masked for nobody: they suit every client."""
    data = text.encode()
    if len(data) < 126:  # as every acknowledgement is
        return bytes((_WHOLE_TEXT, len(data))) + data
    return bytes(_encoder.send(TextMessage(text)))


def _unmasked(data: bytes, mask: bytes) -> bytes:
    """All at once as two numbers: Python is slow byte by byte."""
    key = int.from_bytes((mask * 32)[: len(data)], "little")
    return (int.from_bytes(data, "little") ^ key).to_bytes(len(data), "little")


def asks_for_one(environ: dict[str, Any]) -> bool:
    """Whether a request is a whole handshake."""
    return (
        environ.get("HTTP_SEC_WEBSOCKET_VERSION") == "13"
        and bool(environ.get("HTTP_SEC_WEBSOCKET_KEY"))
        and TAKE_OVER in environ
    )


class WebSocket:
    """One connection. `longest` bounds a message, in characters."""

    __slots__ = (
        "_held",
        "_length",
        "_longest",
        "_parts",
        "_protocol",
        "_socket",
        "_unsent",
        "_watch",
        "is_open",
        "owner",
    )

    def __init__(
        self, environ: dict[str, Any], longest: int, owner: Owner, greeting: bytes = b""
    ) -> None:
        """Takes the socket of a request that `asks_for_one`, and answers it, with a first frame."""
        self.owner = owner
        self.is_open = True
        self._longest = longest
        self._held = 0
        self._length = 0
        self._parts: list[str] = []
        self._unsent: list[tuple[str, bytes]] = []
        self._protocol: Connection | None = None
        self._socket: socket.socket = environ[TAKE_OVER]()
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, SYSTEM_KEEPS)
        token = generate_accept_token(environ["HTTP_SEC_WEBSOCKET_KEY"].encode())
        self._watch = runtime.Watch(self._socket, self._readable)
        self.send(
            b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            b"Sec-WebSocket-Accept: " + token + b"\r\n\r\n" + greeting
        )

    def send(self, data: bytes, stale: str = "") -> None:
        """Sends a frame, or keeps it for later; `stale` names what it makes worthless if that
        still waits."""
        if not self.is_open:
            return
        if not self._unsent:
            try:
                sent = self._socket.send(data)
            except BlockingIOError:
                sent = 0
            except OSError:
                self.close()
                return
            if sent == len(data):
                return
            # The rest of a frame that has begun is never stale.
            self._unsent.append(("", data[sent:]) if sent else (stale, data))
            self._watch.call_when_writable(self._writable)
            return
        if stale:
            self._unsent = [waiting for waiting in self._unsent if waiting[0] != stale]
        self._unsent.append((stale, data))
        if sum(len(waiting) for _, waiting in self._unsent) > WAIT_AT_MOST:
            self.close()

    def hold(self) -> None:
        """Reads nothing until `go_on`, which has to be called as often."""
        self._held += 1
        if self._held == 1 and self.is_open:
            self._watch.pause()

    def go_on(self) -> None:
        self._held -= 1
        if not self._held and self.is_open:
            self._watch.resume()

    def close(self) -> None:
        """Ends the connection, and tells its owner."""
        if not self.is_open:
            return
        self.is_open = False
        self._unsent.clear()
        self._watch.close()
        try:
            self._socket.send(_GOODBYE)
            self._socket.shutdown(socket.SHUT_RDWR)
        except OSError:
            pass  # the other side was faster
        self._socket.close()
        self.owner.lost()

    def _readable(self) -> None:
        try:
            data = self._socket.recv(READ_AT_ONCE)
        except BlockingIOError:
            return
        except OSError:
            data = b""
        if not data:
            self.close()
            return
        try:
            if self._protocol is None:
                data = self._hear_short(data)
            if data and self.is_open:
                self._hear_rest(data)
        except RemoteProtocolError:
            self.close()
        except Exception:  # one client's message ends its own connection, and not the loop
            logging.getLogger("polling.live").exception("a message could not be handled")
            self.close()

    def _hear_short(self, data: bytes) -> bytes:
        """Hears the whole, short messages at the head of `data` and returns what is left.

        Phones send nothing else but in rare cases, and a parser costs more than the rest of a
        vote. Whatever is not of this one form is left to wsproto, to judge or to put together.
        """
        while len(data) >= 6 and data[0] == _WHOLE_TEXT and _MASKED <= data[1] < _MASKED + 126:
            length = data[1] - _MASKED
            end = 6 + length
            if len(data) < end:
                break
            try:
                text = _unmasked(data[6:end], data[2:6]).decode()
            except UnicodeDecodeError:
                break
            data = data[end:]
            self.owner.heard(text)
            if not self.is_open:
                return b""
        return data

    def _hear_rest(self, data: bytes) -> None:
        """From the first of them on, everything this client sends."""
        if self._protocol is None:
            self._protocol = Connection(ConnectionType.SERVER)
        self._protocol.receive_data(data)
        for event in self._protocol.events():
            if not self.is_open:
                return
            self._handle(event, self._protocol)

    def _handle(self, event: Event, protocol: Connection) -> None:
        if isinstance(event, TextMessage):
            self._parts.append(event.data)
            # Each piece counts for more than it holds: empty ones take place too.
            self._length += len(event.data) + 1
            if self._length > self._longest:
                self.close()
            elif event.message_finished:
                text = "".join(self._parts)
                self._parts.clear()
                self._length = 0
                self.owner.heard(text)
        elif isinstance(event, Ping):
            self.send(bytes(protocol.send(event.response())))
        elif isinstance(event, CloseConnection | BytesMessage):
            self.close()

    def _writable(self) -> None:
        try:
            while self._unsent:
                data = self._unsent[0][1]
                sent = self._socket.send(data)
                if sent == len(data):
                    del self._unsent[0]
                elif sent:
                    self._unsent[0] = ("", data[sent:])
        except BlockingIOError:
            return
        except OSError:
            self.close()
            return
        self._watch.writable_no_more()


_GOODBYE = bytes(Connection(ConnectionType.SERVER).send(CloseConnection(code=1000)))
