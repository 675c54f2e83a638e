"""One Socket.IO connection as raw frames (Engine.IO 4, Socket.IO 5) over a WebSocket.

A frame is noted with its time of arrival and read later: parsing fifteen hundred messages while
they arrive would show in the last one's delay.
"""

from __future__ import annotations

import asyncio
import json
import time
from typing import Any, NamedTuple

from picows import WSFrame, WSListener, WSMsgType, WSTransport, ws_connect

PATIENCE_S = 60.0
"""How long anything may take before it counts as lost."""

HELLO, PING, CONNECTED, REFUSED, ACK = b"0{", b"2", b"40", b"44", b"43"
STATE, RESULTS = b'42["state"', b'42["results"'


class Refused(Exception):
    """The server would not let a client in."""


class Received(NamedTuple):
    """A message and when it came (`time.perf_counter`)."""

    at: float
    packet: bytes

    def read(self) -> Any:
        """The last of the message's values: an event's payload, or an acknowledgement."""
        return json.loads(self.packet[self.packet.index(b"[") :])[-1]


class Client(WSListener):
    """A connection. The futures it gives are done in the moment of arrival."""

    def __init__(self, auth: dict[str, Any]) -> None:
        self.auth = dict(auth)
        self._transport: WSTransport | None = None
        self._state: asyncio.Future[Received] | None = None
        self._acks: dict[bytes, asyncio.Future[Received]] = {}
        self._asked = 0

    async def join(self, address: str) -> Received:
        """Connects and waits for the first state. Raises Refused, OSError, TimeoutError."""
        first = self.next_state()
        async with asyncio.timeout(PATIENCE_S):
            await ws_connect(lambda: self, address, websocket_handshake_timeout=PATIENCE_S)
            return await first

    def leave(self) -> None:
        if self._transport is not None:
            self._transport.disconnect(graceful=False)

    def next_state(self) -> asyncio.Future[Received]:
        """Done when the next `state` arrives."""
        self._state = asyncio.get_running_loop().create_future()
        return self._state

    def ask(self, event: str, message: dict[str, Any]) -> asyncio.Future[Received]:
        """Sends an event; done when its acknowledgement arrives."""
        self._asked += 1
        asked = str(self._asked).encode()
        answered = asyncio.get_running_loop().create_future()
        self._acks[asked] = answered
        if self._transport is None:
            self._give_up(ConnectionError("not connected"))
        else:
            self._send(b"42" + asked + json.dumps([event, message]).encode())
        return answered

    def heard_results(self, at: float, packet: bytes) -> None:
        """Called for each `results` message: forty thousand times a second in a large hall."""

    def on_ws_connected(self, transport: WSTransport) -> None:
        self._transport = transport

    def on_ws_frame(self, transport: WSTransport, frame: WSFrame) -> None:
        at = time.perf_counter()
        packet = frame.get_payload_as_bytes()
        if packet.startswith(RESULTS):
            self.heard_results(at, packet)
        elif packet.startswith(ACK):
            answered = self._acks.pop(packet[2 : packet.index(b"[")])
            if not answered.done():
                answered.set_result(Received(at, packet))
        elif packet.startswith(STATE):
            if self._state is not None and not self._state.done():
                self._state.set_result(Received(at, packet))
        elif packet == PING:
            self._send(b"3")
        elif packet.startswith(HELLO):
            self._send(b"40" + json.dumps(self.auth).encode())
        elif packet.startswith(REFUSED):
            self._give_up(Refused(packet[2:].decode()))

    def on_ws_disconnected(self, transport: WSTransport) -> None:
        self._transport = None
        self._give_up(ConnectionError("the connection was lost"))

    def _send(self, packet: bytes) -> None:
        assert self._transport is not None
        self._transport.send(WSMsgType.TEXT, packet)

    def _give_up(self, error: Exception) -> None:
        waiting = [*self._acks.values(), *([self._state] if self._state else [])]
        self._acks.clear()
        for future in waiting:
            if not future.done():
                future.set_exception(error)
                future.exception()  # whoever still waits is told; nobody else is warned
