"""A client's Engine.IO connection over a WebSocket: what nearly every phone has."""

from __future__ import annotations

import time
from typing import Any, Protocol

from engineio.packet import CLOSE, MESSAGE, PING, PONG, Packet

from polling.live.packets import Message
from polling.live.websocket import WebSocket, text_frame

_PING = text_frame(str(PING))


class Exchange(Protocol):
    """What a line needs of the Engine.IO server."""

    ping_interval: int
    ping_timeout: int
    reason: Any

    def hear(self, sid: str, text: str) -> None: ...
    def forget(self, sid: str, reason: str) -> None: ...


class Line:
    """Stands in for python-engineio's Socket, without its queue and its three green threads."""

    __slots__ = ("_exchange", "_heard_at", "_pinged_at", "closed", "sid", "web")

    connected = True
    upgraded = True

    def __init__(self, exchange: Exchange, sid: str) -> None:
        self.sid = sid
        self.web: WebSocket | None = None
        self.closed = False
        self._exchange = exchange
        self._heard_at = time.monotonic()
        self._pinged_at: float | None = None

    def tell(self, message: Message) -> None:
        if self.web is not None:
            self.web.send(message.frame, message.stale)

    def send(self, packet: Packet) -> None:
        """What the libraries say."""
        if self.web is not None:
            self.web.send(text_frame(packet.encode()))

    def hold(self) -> None:
        """Hears nothing of its client until `go_on`."""
        if self.web is not None:
            self.web.hold()

    def go_on(self) -> None:
        if self.web is not None:
            self.web.go_on()

    def close(self, wait: bool = True, abort: bool = False, reason: str | None = None) -> None:
        """At once, whatever the libraries would have it wait for."""
        if self.closed:
            return
        self.closed = True
        self._exchange.forget(self.sid, reason or self._exchange.reason.SERVER_DISCONNECT)
        if self.web is not None:
            self.web.close()

    def beat(self, now: float) -> None:
        """Asks whether the client is there, in time; who does not answer is gone."""
        if self._pinged_at is not None:
            if now - self._pinged_at > self._exchange.ping_timeout:
                self.close(reason=self._exchange.reason.PING_TIMEOUT)
        elif now - self._heard_at >= self._exchange.ping_interval and self.web is not None:
            self._pinged_at = now
            self.web.send(_PING)

    def heard(self, text: str) -> None:
        kind = text[:1]
        if kind == str(MESSAGE):
            self._exchange.hear(self.sid, text[1:])
        elif kind == str(PONG):
            self._heard_at = time.monotonic()
            self._pinged_at = None
        elif kind == str(CLOSE):
            self.close(reason=self._exchange.reason.CLIENT_DISCONNECT)
        else:
            self.close(reason=self._exchange.reason.TRANSPORT_ERROR)

    def lost(self) -> None:
        self.close(reason=self._exchange.reason.TRANSPORT_CLOSE)
